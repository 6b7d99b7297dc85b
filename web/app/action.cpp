#include "action.h"

namespace council {

namespace {

enum Kind : int { reset = 0, cast_vote = 1, go_to = 2 };

/// The recorded vote; all else of the state stays.
State recorded(State state, const Scenario& scenario) {
  state.scenario = &scenario;
  state.rule_id = scenario.rule_id;
  state.rule = scenario.rule;
  state.ballot = scenario.recorded;
  return state;
}

}  // namespace

State reduce(State state, const Action& action) {
  if (const auto* open = std::get_if<Open>(&action)) {
    if (!open->scenario) return state;
    State start;
    start.language = open->language;
    return recorded(std::move(start), *open->scenario);
  }
  if (!state.scenario) return state;
  if (std::holds_alternative<Reset>(action)) return recorded(std::move(state), *state.scenario);
  if (const auto* go = std::get_if<GoTo>(&action)) {
    if (go->step >= 1 && go->step <= most_steps) state.step = go->step;
    return state;
  }
  if (const auto* choose = std::get_if<ChooseRule>(&action)) {
    const StandardRule* const standard = standard_rule(choose->id);
    const std::optional<Rule> rule = standard ? rule_among(*standard, state.scenario->members) : std::nullopt;
    if (rule) {
      state.rule_id = standard->id;
      state.rule = *rule;
    }
    return state;
  }
  const CastVote& cast = std::get<CastVote>(action);
  if (cast.seat < 0 || cast.seat >= state.rule.seats) return state;
  Ballot ballot = state.ballot;
  ballot.without_vote = false;  // once somebody votes, there is a vote
  ballot.votes[static_cast<std::size_t>(cast.seat)] = cast.vote;
  if (counted_vote(state.rule, ballot, cast.seat) == cast.vote) state.ballot = ballot;
  return state;
}

int packed(const Action& action) {
  if (std::holds_alternative<Reset>(action)) return reset << 16;
  if (const auto* cast = std::get_if<CastVote>(&action))
    return cast_vote << 16 | cast->seat << 8 | static_cast<int>(cast->vote);
  if (const auto* go = std::get_if<GoTo>(&action)) return go_to << 16 | go->step;
  return -1;
}

std::optional<Action> unpacked(int number) {
  const int seat = number >> 8 & 0xFF;
  const int vote = number & 0xFF;
  if (number < 0) return std::nullopt;
  if (number >> 16 == reset) return Reset{};
  const int step = number & 0xFFFF;
  if (number >> 16 == go_to && step >= 1 && step <= most_steps) return GoTo{step};
  if (number >> 16 == cast_vote && seat < max_seats && vote < static_cast<int>(all_votes.size()))
    return CastVote{.seat = seat, .vote = static_cast<Vote>(vote)};
  return std::nullopt;
}

}  // namespace council
