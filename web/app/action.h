// Everything that can happen to the state. Canvas, form controls, links and host pages all speak in these.
//
//   state = reduce(state, CastVote{.seat = 3, .vote = Vote::against});
//   text_of(CastVote{…}, members) == "cast RUS N"          // how actions travel between the modules and the page
//
// Each is a small struct; the functions below match all of them, so that a new one does not compile until each says
// what it makes of it.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "state.h"

namespace council {

/// Show a scenario's recorded vote. Only the language stays.
struct Open {
  const Scenario* scenario;
};
/// A member votes otherwise. Seats that do not exist, and members that are bound or locked, are left as they are.
struct CastVote {
  int seat;
  Vote vote;
};
/// Back to the recorded vote, and its rule; nobody is locked any more.
struct Reset {};
/// Decide by another standard rule. One that does not fit the members leaves the state as it is.
struct ChooseRule {
  std::string_view id;
};
/// To another question, counted from 1. Others than 1 to most_steps leave the state as it is.
struct GoTo {
  int step;
};
/// Hold a member's vote fast, or let it go. Seats that do not exist are passed over.
struct Lock {
  int seat;
  bool locked;
};

using Action = std::variant<Open, CastVote, Reset, ChooseRule, GoTo, Lock>;

/// The state after an action; a pure function.
State reduce(State state, const Action& action);

/// How an action travels, in the state that it is meant for: "open dprk-panel-2024", "cast RUS N" (letters as in
/// links), "reset", "rule unsc-two-vetoes", "go 3", "lock RUS", "unlock RUS".
std::string text_of(const Action& action, const State& state);

/// The action that such a text names in that state, if it is one. What it opens stands on the shelf.
std::optional<Action> action_of(std::string_view text, const State& state, const Shelf& shelf);

/// What a click or a tap on a seat makes of its vote: in favour, against, abstaining, and round again.
constexpr Vote vote_after(Vote vote) {
  return vote == Vote::in_favour ? Vote::against : vote == Vote::against ? Vote::abstaining : Vote::in_favour;
}

/// Whether a seat's vote can be changed: it is neither bound by the rule nor locked by the reader.
constexpr bool is_free(const State& state, int seat) {
  return seat >= 0 && seat < state.rule.seats && !contains(state.rule.must_abstain | state.locked, seat);
}

}  // namespace council
