#include "told.h"

#include "core/changes.h"
#include "core/json_writer.h"
#include "core/reasons.h"
#include "link.h"

namespace council {

namespace {

/// A change that takes more members than this is told by their number alone: names would fill the page.
constexpr int most_members_told = 3;

/// Writes the fields of one section.
class Fields {
 public:
  explicit Fields(const State& state) : state_(state) { writer_.begin_object(); }

  void text(const char* name, std::string_view value) { writer_.key(name).string(value); }
  void number(const char* name, int value) { writer_.key(name).integer(value); }
  void truth(const char* name, bool value) { writer_.key(name).boolean(value); }
  void codes(const char* name, Seats seats) {
    writer_.key(name).begin_array();
    for (int seat = 0; seat < state_.rule.seats; ++seat)
      if (contains(seats, seat)) writer_.string(state_.scenario->members[static_cast<std::size_t>(seat)].code);
    writer_.end_array();
  }
  void sets(const char* name, const std::vector<ChangeSet>& sets) {
    writer_.key(name).begin_array();
    for (const ChangeSet& set : sets) {
      writer_.begin_object();
      codes("in_favour", set.to_in_favour);
      codes("abstaining", set.to_abstaining);
      codes("against", set.to_against);
      writer_.end_object();
    }
    writer_.end_array();
  }
  void tally(const char* name, const Tally& tally) {
    writer_.key(name).begin_object();
    const std::array votes{tally.in_favour, tally.against, tally.abstaining, tally.not_participating};
    for (const Vote vote : all_votes) writer_.key(name_of(vote)).integer(votes[static_cast<std::size_t>(vote)]);
    number("required", tally.required);
    writer_.end_object();
  }
  std::string finish() && {
    writer_.end_object();
    return std::move(all_);
  }

 private:
  const State& state_;
  std::string all_;
  json::Writer writer_{all_};
};

}  // namespace

std::string told(const State& state, const Words& words, Section section) {
  if (!state.scenario || words.language.empty()) return {};
  if (section == Section::link) return link_of(state);

  const Decision decision = decide(state.rule, state.ballot);
  const auto explained = [&] { return explain(words, *state.scenario, state.rule, state.ballot, decision); };
  Fields fields(state);
  switch (section) {
    case Section::state: {
      std::string votes;
      for (int seat = 0; seat < state.rule.seats; ++seat)
        votes += letter_of(counted_vote(state.rule, state.ballot, seat));
      fields.text("rule", state.rule_id);
      fields.text("votes", votes);
      fields.number("step", state.step);
      fields.codes("locked", state.locked);
      fields.codes("bound", state.rule.must_abstain);
      fields.truth("recorded", state.ballot == state.scenario->recorded && state.rule == state.scenario->rule);
      break;
    }
    case Section::outcome:
      fields.text("outcome", name_of(decision.outcome));
      fields.text("reason", name_of(decision.reason));
      fields.tally("tally", decision.tally);
      fields.codes("vetoedBy", decision.vetoed_by);
      fields.codes("decisive", decision.decisive);
      fields.text("status", explained().outcome);
      break;
    case Section::reasons: {
      const Explanation explanation = explained();
      const Background background = council::background(words, *state.scenario, state.rule_id, state.rule, state.ballot,
                                                        decision, 1, most_members_told, state.locked);
      fields.text("status", explanation.outcome);
      fields.text("why", explanation.why);
      fields.text("article", background.article);
      fields.text("deciders", background.decisive);
      fields.text("change", background.change);
      break;
    }
    case Section::changes: {
      const Changes changes = smallest_changes(state.rule, state.ballot, state.locked);
      fields.sets("sets", changes.simplest);
      fields.number("number", static_cast<int>(changes.number));
      break;
    }
    default:
      return {};
  }
  return std::move(fields).finish();
}

std::string judged(const State& state, const Challenge& challenge) {
  if (!state.scenario) return {};
  const Judgement judgement = judge(challenge, state.rule, state.ballot);
  Fields fields(state);
  fields.truth("solved", judgement.unmet == Unmet::nothing);
  fields.text("unmet", name_of(judgement.unmet));
  fields.number("changes", judgement.changes);
  fields.number("left", challenge.most_changes - judgement.changes);
  fields.codes("members", judgement.members);
  return std::move(fields).finish();
}

}  // namespace council
