// Actions: what each makes of the state, and how they cross the border to the page.
#include "web/app/action.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/core/scenarios.h"

using namespace council;

namespace {

Shelf shelf_of(std::initializer_list<const char*> ids) {
  Shelf shelf;
  for (const char* id : ids) shelf.push_front(test::scenario_file(id));
  return shelf;
}

State start_on(const Shelf& shelf) { return reduce({}, Open{&shelf.front()}); }

}  // namespace

TEST_CASE("what does not fit changes nothing") {
  const Shelf shelf = shelf_of({"dprk-panel-2024"});
  const State start = start_on(shelf);
  CHECK(reduce(start, CastVote{.seat = 15, .vote = Vote::against}) == start);
  CHECK(reduce(start, CastVote{.seat = -1, .vote = Vote::against}) == start);
  CHECK(reduce(start, Lock{.seat = 15, .locked = true}) == start);
  CHECK(reduce(start, Lock{.seat = -1, .locked = true}) == start);
  CHECK(reduce(start, Open{nullptr}) == start);
  CHECK(reduce({}, Reset{}).scenario == nullptr);
}

TEST_CASE("who is bound by the rule or locked by the reader keeps their vote") {
  const Shelf shelf = shelf_of({"dprk-panel-2024"});
  State bound = start_on(shelf);
  bound.rule.must_abstain = seat_bit(3);
  CHECK(reduce(bound, CastVote{.seat = 3, .vote = Vote::in_favour}).ballot == bound.ballot);
  CHECK_FALSE(is_free(bound, 3));
  CHECK(is_free(bound, 4));

  const State locked = reduce(start_on(shelf), Lock{.seat = 4, .locked = true});
  CHECK(locked.locked == seat_bit(4));
  CHECK_FALSE(is_free(locked, 4));
  CHECK(reduce(locked, CastVote{.seat = 4, .vote = Vote::against}) == locked);
  CHECK(reduce(locked, CastVote{.seat = 5, .vote = Vote::against}).ballot.votes[5] == Vote::against);
  CHECK(reduce(locked, Lock{.seat = 4, .locked = false}) == start_on(shelf));
  CHECK(reduce(locked, ChooseRule{"unsc-no-veto"}).locked == seat_bit(4));
  CHECK(reduce(locked, Reset{}) == start_on(shelf));
}

TEST_CASE("opening another scenario keeps the language and nothing else") {
  const Shelf shelf = shelf_of({"korea-1950", "dprk-panel-2024"});
  State state = start_on(shelf);
  state.language = "fr";
  for (const Action& action : {Action(CastVote{.seat = 0, .vote = Vote::against}), Action(GoTo{3}),
                               Action(Lock{.seat = 2, .locked = true}), Action(ChooseRule{"unsc-no-veto"})})
    state = reduce(std::move(state), action);
  const Scenario* const korea = scenario_on(shelf, "korea-1950");
  REQUIRE(korea != nullptr);
  const State opened = reduce(state, Open{korea});
  CHECK(opened.scenario == korea);
  CHECK(opened.rule == korea->rule);
  CHECK(opened.ballot == korea->recorded);
  CHECK(opened.locked == 0);
  CHECK(opened.step == 1);
  CHECK(opened.language == "fr");
}

TEST_CASE("every kind of action travels and comes back") {
  const Shelf shelf = shelf_of({"korea-1950", "dprk-panel-2024"});
  const State start = start_on(shelf);
  const auto again = [&](const Action& action) { return action_of(text_of(action, start), start, shelf).value(); };

  CHECK(text_of(CastVote{.seat = start.scenario->seat_of("RUS"), .vote = Vote::abstaining}, start) == "cast RUS A");
  for (int seat = 0; seat < start.rule.seats; ++seat) {
    for (const Vote vote : all_votes) {
      const auto cast = std::get<CastVote>(again(CastVote{.seat = seat, .vote = vote}));
      CHECK(cast.seat == seat);
      CHECK(cast.vote == vote);
    }
    for (const bool locked : {true, false}) {
      const auto lock = std::get<Lock>(again(Lock{.seat = seat, .locked = locked}));
      CHECK(lock.seat == seat);
      CHECK(lock.locked == locked);
    }
  }
  CHECK(std::holds_alternative<Reset>(again(Reset{})));
  for (const int step : {1, 2, most_steps}) CHECK(std::get<GoTo>(again(GoTo{step})).step == step);
  for (const StandardRule& rule : standard_rules) CHECK(std::get<ChooseRule>(again(ChooseRule{rule.id})).id == rule.id);
  for (const Scenario& scenario : shelf) CHECK(std::get<Open>(again(Open{&scenario})).scenario == &scenario);
}

TEST_CASE("what is no action is none") {
  const Shelf shelf = shelf_of({"dprk-panel-2024"});
  for (const char* text : {"",
                           " ",
                           "vote",
                           "reset now",
                           "cast",
                           "cast RUS",
                           "cast RUS Q",
                           "cast RUS YY",
                           "cast XXX Y",
                           "cast RUS Y ",
                           "cast  RUS Y",
                           "lock",
                           "lock XXX",
                           "lock RUS CHN",
                           "go",
                           "go 0",
                           "go 100",
                           "go -1",
                           "go 2x",
                           "rule",
                           "rule unsc-9999",
                           "open",
                           "open somewhere-1999",
                           "CAST RUS Y"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(action_of(text, start_on(shelf), shelf).has_value());
  }
  // Before anything is open there are no members.
  CHECK_FALSE(action_of("cast RUS Y", {}, shelf).has_value());
  CHECK(action_of("open dprk-panel-2024", {}, shelf).has_value());
}
