// Actions: what each makes of the state, and how they cross the border to the page.
#include "web/app/action.h"

#include <doctest/doctest.h>

#include "tests/core/scenarios.h"

using namespace council;

TEST_CASE("actions: what does not fit changes nothing; what travels comes back") {
  const State start = reduce({}, Open{&test::scenario_of("dprk-panel-2024")});
  CHECK(reduce(start, CastVote{.seat = 15, .vote = Vote::against}).ballot == start.ballot);
  CHECK(reduce(start, CastVote{.seat = -1, .vote = Vote::against}).ballot == start.ballot);
  CHECK(reduce({}, Reset{}).scenario == nullptr);

  State bound = start;
  bound.rule.must_abstain = seat_bit(3);
  CHECK(reduce(bound, CastVote{.seat = 3, .vote = Vote::in_favour}).ballot == bound.ballot);

  for (int seat = 0; seat < max_seats; ++seat)
    for (const Vote vote : all_votes) {
      const auto action = unpacked(packed(CastVote{.seat = seat, .vote = vote}));
      REQUIRE(action.has_value());
      CHECK(std::get<CastVote>(*action).seat == seat);
      CHECK(std::get<CastVote>(*action).vote == vote);
    }
  CHECK(std::holds_alternative<Reset>(*unpacked(packed(Reset{}))));
  CHECK_FALSE(unpacked(-1).has_value());
  CHECK_FALSE(unpacked(packed(CastVote{.seat = max_seats, .vote = Vote::against})).has_value());
  for (const int step : {1, 2, most_steps}) CHECK(std::get<GoTo>(*unpacked(packed(GoTo{step}))).step == step);
  for (const int number : {2 << 16, 2 << 16 | (most_steps + 1), 3 << 16, 3 << 16 | 1})
    CHECK_FALSE(unpacked(number).has_value());
}
