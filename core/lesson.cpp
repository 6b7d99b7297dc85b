#include "lesson.h"

namespace council {

namespace {

using json::Kind;

constexpr const char* kind_names = "read set_up predict challenge discuss ballot";
constexpr const char* vote_names = "in_favour against abstaining not_participating";
constexpr const char* outcome_names = "adopted not_adopted";

/// Reads what decides a challenge.
class ChallengeReader : public FieldReader {
 public:
  using FieldReader::FieldReader;

  bool challenge(const Scenario& scenario, const Rule& rule, Challenge& out) {
    return object(root(), "votes? moves most_changes goal") &&
           start(optional(root(), "votes"), scenario, rule, out.start) && judged(root(), scenario, out);
  }

 protected:
  /// The place of a name among others; an error and -1 where it is none of them.
  int one_of(const Value& value, const char* names) {
    const int index = value.kind == Kind::string ? index_in(names, value.text) : -1;
    if (index < 0) wrong(value, listed(names));
    return index;
  }

  bool member(const Value& value, const Scenario& scenario, int& seat) {
    seat = value.kind == Kind::string ? scenario.seat_of(value.text) : -1;
    return seat >= 0 || wrong(value, filled("the code of a member of {}", scenario.id));
  }

  bool codes(const Value& value, int least, const Scenario& scenario, Seats& out) {
    if (!array(value, least, max_seats, "members' codes")) return false;
    for (const Value& item : value) {
      int seat = 0;
      if (!member(item, scenario, seat)) return false;
      if (contains(out, seat)) return wrong(item, "each member once");
      out |= seat_bit(seat);
    }
    return true;
  }

  /// Votes that differ from those of `out`.
  bool differences(const Value& value, const Scenario& scenario, const Rule& rule, Ballot& out) {
    if (value.kind != Kind::object) return wrong(value, "an object of votes by member");
    for (const Value& field : value) {
      const int seat = scenario.seat_of(field.name);
      if (seat < 0)
        return fail(value, field.name_offset, filled("a vote of {}", json::quoted(field.name)),
                    filled("members of {} only", scenario.id).c_str());
      const int vote = one_of(field, vote_names);
      if (vote < 0) return false;
      Vote& place = out.votes[static_cast<std::size_t>(seat)];
      if (place == all_votes[static_cast<std::size_t>(vote)]) return wrong(field, "another vote than is there without");
      place = all_votes[static_cast<std::size_t>(vote)];
      out.without_vote = false;
      if (counted_vote(rule, out, seat) != place) return wrong(field, "no vote of a member that the rule has abstain");
    }
    return true;
  }

  /// The votes at the beginning of a step.
  bool start(const Value* value, const Scenario& scenario, const Rule& rule, Ballot& out) {
    const bool nobody = value && value->kind == Kind::string;
    if (nobody && value->text != "nobody") return wrong(*value, "an object of votes by member, or \"nobody\"");
    out = nobody ? Ballot{} : scenario.recorded;
    return !value || nobody || differences(*value, scenario, rule, out);
  }

  /// What decides a challenge whose start is known.
  bool judged(const Value& value, const Scenario& scenario, Challenge& out) {
    return moves(field(value, "moves"), scenario, out) &&
           number(value, "most_changes", 1, max_seats, out.most_changes) &&
           goal(field(value, "goal"), scenario, out.goal);
  }

 private:
  bool moves(const Value& value, const Scenario& scenario, Challenge& out) {
    if (!object(value, "members votes")) return false;
    const Value& members = field(value, "members");
    if (members.kind == Kind::string) {
      const int group = one_of(members, "all permanent elected");
      if (group < 0) return false;
      for (std::size_t seat = 0; seat < scenario.members.size(); ++seat)
        if (group == 0 || scenario.members[seat].permanent == (group == 1))
          out.movers |= seat_bit(static_cast<int>(seat));
    } else if (!codes(members, 1, scenario, out.movers)) {
      return false;
    }
    const Value& votes = field(value, "votes");
    if (!array(votes, 1, static_cast<int>(all_votes.size()), "ways to vote")) return false;
    for (const Value& item : votes) {
      const int vote = one_of(item, vote_names);
      if (vote < 0) return false;
      out.may_cast[static_cast<std::size_t>(vote)] = true;
    }
    return true;
  }

  bool goal(const Value& value, const Scenario& scenario, Goal& out) {
    if (!object(value, "outcome reason? tally? vetoed_by?")) return false;
    const int outcome = one_of(field(value, "outcome"), outcome_names);
    if (outcome < 0) return false;
    out.outcome = static_cast<Outcome>(outcome);
    if (const Value* const reason = optional(value, "reason")) {
      const int index = one_of(*reason, "majority insufficient_votes veto");
      if (index < 0) return false;
      constexpr std::array reasons{Reason::majority, Reason::insufficient_votes, Reason::veto};
      out.reason = reasons[static_cast<std::size_t>(index)];
      if (outcome_of(*out.reason) != out.outcome) return wrong(*reason, "a reason of the outcome");
    }
    if (const Value* const tally = optional(value, "tally")) {
      if (!object(*tally, "in_favour? against? abstaining? not_participating?")) return false;
      for (const Value& field : *tally)
        if (!range(field, out.tally[static_cast<std::size_t>(index_in(vote_names, field.name))])) return false;
    }
    const Value* const vetoed_by = optional(value, "vetoed_by");
    if (!vetoed_by) return true;
    out.may_veto = 0;
    return codes(*vetoed_by, 0, scenario, out.may_veto);
  }

  /// [from, to].
  bool range(const Value& value, Range& out) {
    if (value.kind != Kind::array || value.size() != 2) return wrong(value, "two numbers, from and to");
    int* numbers[] = {&out.least, &out.most};
    int** next = numbers;
    for (const Value& item : value)
      if (!number(item, 0, max_seats, **next++)) return false;
    return out.least <= out.most ||
           fail(value, "numbers from the larger to the smaller", "from the smaller to the larger");
  }
};

/// Reads the rest.
class LessonReader : public ChallengeReader {
 public:
  LessonReader(std::string_view text, const json::Value& root, const FindScenario& find)
      : ChallengeReader(text, root), find_(find) {}

  bool lesson(Lesson& out) {
    if (!object(
            root(),
            "schema id language title summary licence audience minutes objectives themes terms materials sources vote "
            "steps $schema?"))
      return false;
    const Value& schema = field(root(), "schema");
    if (schema.kind != Kind::number || schema.text != "1") return wrong(schema, "1");
    std::string_view text;
    const Value* const address = optional(root(), "$schema");
    if (address && !string(*address, limits::address, text)) return false;
    std::vector<Source> sources;
    int minutes = 0;
    if (!id(root(), "id", out.id) || !language(root(), "language", out.language) ||
        !string(root(), "title", limits::name, out.title) || !string(root(), "summary", limits::title, text) ||
        !string(root(), "licence", limits::line, text) || !string(root(), "audience", limits::line, text) ||
        !number(root(), "minutes", 1, limits::lesson_minutes, minutes) ||
        !lines(root(), "objectives", 1, limits::objectives, limits::line) ||
        !lines(root(), "themes", 1, limits::themes, limits::line) || !terms(field(root(), "terms")) ||
        !lines(root(), "materials", 0, limits::materials, limits::line) ||
        !this->sources(field(root(), "sources"), sources) || !vote(field(root(), "vote"), vote_) ||
        !steps(field(root(), "steps"), out.steps))
      return false;
    return minutes_ == minutes ||
           wrong(field(root(), "minutes"), filled("{}, the sum of its steps' minutes", minutes_));
  }

 private:
  /// The texts of an array.
  bool lines(const Value& parent, const char* name, int least, int most, int characters) {
    const Value& value = field(parent, name);
    if (!array(value, least, most, name)) return false;
    std::string_view text;
    for (const Value& item : value)
      if (!string(item, characters, text)) return false;
    return true;
  }

  bool terms(const Value& value) {
    if (!array(value, 0, limits::terms, "terms")) return false;
    std::string_view text;
    for (const Value& item : value)
      if (!object(item, "term meaning") || !string(item, "term", limits::name, text) ||
          !string(item, "meaning", limits::title, text))
        return false;
    return true;
  }

  bool vote(const Value& value, const Scenario*& out) {
    std::string_view id;
    if (!string(value, limits::name, id)) return false;
    out = find_(id);
    return out || wrong(value, "the id of a scenario");
  }

  bool steps(const Value& value, std::vector<Step>& out) {
    if (!array(value, 1, limits::steps, "steps")) return false;
    out = std::vector<Step>(static_cast<std::size_t>(value.size()));
    auto next = out.begin();
    for (const Value& item : value)
      if (!step(item, *next++)) return false;
    return true;
  }

  bool step(const Value& value, Step& out) {
    int minutes = 0;
    std::string_view text;
    if (!object(value,
                "kind title words notes? minutes vote? votes? rule? locked? look? question? challenge? prompts?"))
      return false;
    const int kind = one_of(field(value, "kind"), kind_names);
    if (kind < 0) return false;
    out.kind = static_cast<StepKind>(kind);
    if (!string(value, "title", limits::name, out.title) ||
        !lines(value, "words", 1, limits::paragraphs, limits::paragraph) ||
        (optional(value, "notes") && !lines(value, "notes", 0, limits::notes, limits::note)) ||
        !number(value, "minutes", 1, limits::step_minutes, minutes) ||
        (optional(value, "look") && !string(value, "look", limits::line, text)))
      return false;
    minutes_ += minutes;
    return shown(value, out) && belongs(value, out, "question", StepKind::predict) &&
           belongs(value, out, "challenge", StepKind::challenge) && belongs(value, out, "prompts", StepKind::discuss) &&
           question(optional(value, "question"), out) && challenge(optional(value, "challenge"), out) &&
           (out.kind != StepKind::discuss || lines(value, "prompts", 1, limits::prompts, limits::title));
  }

  /// What a step shows: a vote, its rule, and how the members vote.
  bool shown(const Value& value, Step& out) {
    const Value* const own = optional(value, "vote");
    out.scenario = vote_;
    if (own && !vote(*own, out.scenario)) return false;
    out.rule_id = out.scenario->rule_id;
    out.rule = out.scenario->rule;
    if (const Value* const rule = optional(value, "rule")) {
      const StandardRule* const standard = rule->kind == Kind::string ? standard_rule(rule->text) : nullptr;
      const auto among = standard ? rule_among(*standard, out.scenario->members) : std::nullopt;
      if (!among) return wrong(*rule, filled("the id of a rule for the members of {}", out.scenario->id));
      out.rule_id = standard->id;
      out.rule = *among;
    }
    const Value* const locked = optional(value, "locked");
    return start(optional(value, "votes"), *out.scenario, out.rule, out.ballot) &&
           (!locked || codes(*locked, 0, *out.scenario, out.locked));
  }

  /// Whether a field is there in steps of its kind, and, but for questions, only there.
  bool belongs(const Value& value, const Step& step, const char* name, StepKind kind) {
    const Value* const given = optional(value, name);
    const bool elsewhere = kind == StepKind::predict ? step.kind == StepKind::challenge : step.kind != kind;
    if (given && elsewhere)
      return fail(value, given->name_offset,
                  filled("{} in a step of the kind {}", json::quoted(name), field(value, "kind").text), "none there");
    return given || step.kind != kind || fail(value, filled("no field {}", json::quoted(name)), "it in this object");
  }

  bool question(const Value* value, const Step& step) {
    if (!value) return true;
    std::string_view text;
    if (!object(*value, "text choices reveal?") || !string(*value, "text", limits::title, text)) return false;
    Ballot revealed = step.ballot;
    const Value* const reveal = optional(*value, "reveal");
    if (reveal && !differences(*reveal, *step.scenario, step.rule, revealed)) return false;
    const Outcome outcome = outcome_of(settle(step.rule, revealed));
    const Value& choices = field(*value, "choices");
    if (!array(choices, 2, limits::choices, "choices")) return false;
    int right = 0;
    for (const Value& choice : choices) {
      if (!object(choice, "text feedback outcome? right?") || !string(choice, "text", limits::line, text) ||
          !string(choice, "feedback", limits::paragraph, text))
        return false;
      const Value* const decided = optional(choice, "outcome");
      bool is_right = false;
      if (!boolean(choice, "right", is_right)) return false;
      if (!decided == !optional(choice, "right"))
        return fail(choice, decided ? "both \"outcome\" and \"right\"" : "neither \"outcome\" nor \"right\"",
                    "one of them, which tells whether the choice is right");
      if (decided) {
        const int index = one_of(*decided, outcome_names);
        if (index < 0) return false;
        is_right = static_cast<Outcome>(index) == outcome;
      }
      right += is_right ? 1 : 0;
    }
    return right > 0 || fail(choices, "no choice that is right", "one at least");
  }

  bool challenge(const Value* value, Step& step) {
    if (!value) return true;
    std::string_view text;
    int tries = 0;
    Challenge& out = step.challenge.emplace();
    out.start = step.ballot;
    if (!object(*value, "task moves most_changes goal hints tries solution solved") ||
        !string(*value, "task", limits::line, text) || !judged(*value, *step.scenario, out) ||
        !lines(*value, "hints", 0, limits::hints, limits::title) || !number(*value, "tries", 1, limits::tries, tries) ||
        !string(*value, "solved", limits::paragraph, text))
      return false;
    if ((out.movers & (step.locked | step.rule.must_abstain)) != 0)
      return wrong(field(field(*value, "moves"), "members"), "no member that is locked, or has to abstain");
    return proved(*value, step, out);
  }

  /// Whether the solution solves a challenge by its own moves, and the start does not.
  bool proved(const Value& value, const Step& step, const Challenge& challenge) {
    const Value& solution = field(value, "solution");
    if (judge(challenge, step.rule, challenge.start).unmet == Unmet::nothing)
      return fail(field(value, "goal"), "a goal that is reached at the start", "one that takes a move");
    Ballot solved = challenge.start;
    if (!differences(solution, *step.scenario, step.rule, solved)) return false;
    const Judgement judgement = judge(challenge, step.rule, solved);
    const Decision decision = decide(step.rule, solved);
    switch (judgement.unmet) {
      case Unmet::nothing:
        return true;
      case Unmet::moves:
        return fail(solution, filled("moves that are not allowed: {}", codes_of(judgement.members, *step.scenario)),
                    "those of \"moves\" only");
      case Unmet::changes:
        return fail(solution, filled("{} changes", judgement.changes),
                    filled("at most {}", challenge.most_changes).c_str());
      case Unmet::outcome:
      case Unmet::reason:
        return fail(
            solution,
            filled(decision.vetoed_by != 0 ? "a solution that leads to {}, by {}" : "a solution that leads to {}",
                   name_of(decision.reason), codes_of(decision.vetoed_by, *step.scenario)),
            filled("the goal, {}",
                   challenge.goal.reason ? name_of(*challenge.goal.reason) : name_of(challenge.goal.outcome))
                .c_str());
      case Unmet::tally:
        return fail(solution, "a solution whose tally is another", "that of the goal");
      case Unmet::vetoes:
        return fail(solution, filled("a veto of {}", codes_of(judgement.members, *step.scenario)),
                    "only those of \"vetoed_by\"");
    }
    return false;
  }

  static std::string codes_of(Seats seats, const Scenario& scenario) {
    std::string codes;
    for (std::size_t seat = 0; seat < scenario.members.size(); ++seat)
      if (contains(seats, static_cast<int>(seat)))
        codes += filled(codes.empty() ? "{}" : " {}", scenario.members[seat].code);
    return codes;
  }

  const FindScenario& find_;
  const Scenario* vote_ = nullptr;  ///< of steps that name none
  int minutes_ = 0;                 ///< of the steps so far
};

}  // namespace

Result<Lesson> parse_lesson(std::string_view text, const FindScenario& find) {
  Result<json::Document> document = json::parse(text);
  if (!document) return std::move(document).error();
  Lesson lesson;
  lesson.document = std::move(document.value());
  LessonReader reader(text, lesson.document.root(), find);
  if (!reader.lesson(lesson)) return std::move(reader).error();
  return lesson;
}

Result<Challenge> parse_challenge(std::string_view text, const Scenario& scenario, const Rule& rule) {
  Result<json::Document> document = json::parse(text);
  if (!document) return std::move(document).error();
  Challenge challenge;
  ChallengeReader reader(text, document.value().root());
  if (!reader.challenge(scenario, rule, challenge)) return std::move(reader).error();
  return challenge;
}

}  // namespace council
