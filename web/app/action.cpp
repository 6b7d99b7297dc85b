#include "action.h"

#include "core/resolution.h"
#include "core/text.h"

namespace council {

namespace {

/// One function object out of several, for std::visit.
template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Match(Cases...) -> Match<Cases...>;

State opened(State state, const Scenario& scenario) {
  state.scenario = &scenario;
  state.rule_id = scenario.rule_id;
  state.rule = scenario.rule;
  state.ballot = scenario.recorded;
  state.locked = 0;
  return state;
}

}  // namespace

const Scenario* scenario_on(const Shelf& shelf, std::string_view id) {
  for (const Scenario& scenario : shelf)
    if (scenario.id == id) return &scenario;
  return nullptr;
}

State reduce(State state, const Action& action) {
  if (const auto* open = std::get_if<Open>(&action)) {
    if (!open->scenario) return state;
    State start;
    start.language = state.language;
    return opened(std::move(start), *open->scenario);
  }
  if (!state.scenario) return state;
  std::visit(Match{[](const Open&) {},
                   [&](const CastVote& cast) {
                     if (cast.seat < 0 || cast.seat >= state.rule.seats || contains(state.locked, cast.seat)) return;
                     Ballot ballot = state.ballot;
                     ballot.without_vote = false;  // once somebody votes, there is a vote
                     ballot.votes[static_cast<std::size_t>(cast.seat)] = cast.vote;
                     if (counted_vote(state.rule, ballot, cast.seat) == cast.vote) state.ballot = ballot;
                   },
                   [&](const Reset&) { state = opened(state, *state.scenario); },
                   [&](const ChooseRule& choose) {
                     const StandardRule* const standard = standard_rule(choose.id);
                     const auto rule = standard ? rule_among(*standard, state.scenario->members) : std::nullopt;
                     if (!rule) return;
                     state.rule_id = standard->id;
                     state.rule = *rule;
                   },
                   [&](const GoTo& go) {
                     if (go.step >= 1 && go.step <= most_steps) state.step = go.step;
                   },
                   [&](const Lock& lock) {
                     if (lock.seat < 0 || lock.seat >= state.rule.seats) return;
                     state.locked =
                         lock.locked ? state.locked | seat_bit(lock.seat) : state.locked & ~seat_bit(lock.seat);
                   }},
             action);
  return state;
}

std::string text_of(const Action& action, const State& state) {
  const auto code = [&](int seat) { return state.scenario->members[static_cast<std::size_t>(seat)].code; };
  return std::visit(
      Match{[](const Open& open) { return filled("open {}", open.scenario->id); },
            [&](const CastVote& cast) {
              const char letter = letter_of(cast.vote);
              return filled("cast {} {}", code(cast.seat), std::string_view(&letter, 1));
            },
            [](const Reset&) { return std::string("reset"); },
            [](const ChooseRule& choose) { return filled("rule {}", choose.id); },
            [](const GoTo& go) { return filled("go {}", go.step); },
            [&](const Lock& lock) { return filled(lock.locked ? "lock {}" : "unlock {}", code(lock.seat)); }},
      action);
}

std::optional<Action> action_of(std::string_view text, const State& state, const Shelf& shelf) {
  const std::string_view verb = next_name(text);
  if (verb == "open") {
    const Scenario* const scenario = scenario_on(shelf, text);
    return scenario ? std::optional<Action>(Open{scenario}) : std::nullopt;
  }
  if (verb == "reset" && text.empty()) return Reset{};
  if (verb == "rule") {
    const StandardRule* const rule = standard_rule(text);
    return rule ? std::optional<Action>(ChooseRule{rule->id}) : std::nullopt;
  }
  if (verb == "go") {
    const std::optional<int> step = take_number(text, 2);
    return step && text.empty() && *step >= 1 ? std::optional<Action>(GoTo{*step}) : std::nullopt;
  }
  if (!state.scenario) return std::nullopt;
  const int seat = state.scenario->seat_of(next_name(text));
  if (seat < 0) return std::nullopt;
  if (text.empty() && (verb == "lock" || verb == "unlock")) return Lock{.seat = seat, .locked = verb == "lock"};
  const auto vote = text.size() == 1 && verb == "cast" ? vote_lettered(text[0]) : std::nullopt;
  return vote ? std::optional<Action>(CastVote{.seat = seat, .vote = *vote}) : std::nullopt;
}

}  // namespace council
