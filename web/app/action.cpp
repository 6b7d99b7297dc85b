#include "action.h"

namespace council {

namespace {

enum Kind : int { reset = 0, cast_vote = 1 };

State opened(const Scenario& scenario) {
  return {.scenario = &scenario, .rule = scenario.rule, .ballot = scenario.recorded};
}

}  // namespace

State reduce(State state, const Action& action) {
  if (const auto* open = std::get_if<Open>(&action)) return open->scenario ? opened(*open->scenario) : state;
  if (!state.scenario) return state;
  if (std::holds_alternative<Reset>(action)) return opened(*state.scenario);
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
  return -1;
}

std::optional<Action> unpacked(int number) {
  const int seat = number >> 8 & 0xFF;
  const int vote = number & 0xFF;
  if (number < 0) return std::nullopt;
  if (number >> 16 == reset) return Reset{};
  if (number >> 16 == cast_vote && seat < max_seats && vote < static_cast<int>(all_votes.size()))
    return CastVote{.seat = seat, .vote = static_cast<Vote>(vote)};
  return std::nullopt;
}

}  // namespace council
