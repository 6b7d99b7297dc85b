// Everything that can happen to the state. Canvas, form controls, links and host pages all speak in these.
#pragma once

#include <optional>
#include <variant>

#include "state.h"

namespace council {

/// Show a scenario's recorded vote, in a page of that language.
struct Open {
  const Scenario* scenario;
  std::string_view language = {};
};
/// A member votes otherwise. Seats that do not exist and members that must abstain are left as they are.
struct CastVote {
  int seat;
  Vote vote;
};
/// Back to the recorded vote, and its rule.
struct Reset {};
/// Decide by another standard rule. One that does not fit the members leaves the state as it is.
struct ChooseRule {
  std::string_view id;
};
/// To another question, counted from 1. Others than 1 to most_steps leave the state as it is.
struct GoTo {
  int step;
};

using Action = std::variant<Open, CastVote, Reset, ChooseRule, GoTo>;

/// The state after an action; a pure function.
State reduce(State state, const Action& action);

// Actions that cross the border between a module and the page travel as one number. Open and ChooseRule do not travel.

/// `kind << 16 | seat << 8 | vote`, or `kind << 16 | step`; -1 for an action that does not travel.
int packed(const Action& action);
/// The action of such a number, if it is one.
std::optional<Action> unpacked(int number);

/// What a click or a tap on a seat makes of its vote: in favour, against, abstaining, and round again.
constexpr Vote vote_after(Vote vote) {
  return vote == Vote::in_favour ? Vote::against : vote == Vote::against ? Vote::abstaining : Vote::in_favour;
}

}  // namespace council
