// Links: every part of a state goes in and comes back, and a bad link is refused with its place.
#include "web/app/link.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/core/scenarios.h"
#include "web/app/action.h"

using namespace council;

TEST_CASE("links hold the votes, and bad ones are refused with their place") {
  const Scenario& scenario = test::scenario_of("dprk-panel-2024");
  State state = reduce({}, Open{&scenario});
  CHECK(link_of(state) == "s=dprk-panel-2024");
  state = reduce(state, CastVote{.seat = scenario.seat_of("RUS"), .vote = Vote::abstaining});
  CHECK(link_of(state) == "s=dprk-panel-2024&v=YYYAYYYYYYYAYYY");
  CHECK(state_of_link(scenario, link_of(state)).value().ballot == state.ballot);
  CHECK(state_of_link(scenario, "").value().ballot == scenario.recorded);
  CHECK(state_of_link(scenario, "v=YYYAYYYYYYYAYYY&later=thing").ok());
  CHECK(state_of_link(scenario, "v=YYY").error().text() == "1:3: v: found \"YYY\", expected 15 letters of Y, N, A, X");
  CHECK(state_of_link(scenario, "v=YYYAYYYYYYYQYYY").error().text() == "1:14: v: found \"Q\", expected Y, N, A or X");
  CHECK(state_of_link(scenario, "s=other").error().text() == "1:3: s: found \"other\", expected dprk-panel-2024");

  // All of it: another rule, a later question, another language.
  state = reduce({}, Open{&scenario, "fr"});
  state = reduce(std::move(state), ChooseRule{"unsc-two-vetoes"});
  state = reduce(std::move(state), GoTo{3});
  CHECK(link_of(state) == "s=dprk-panel-2024&rule=unsc-two-vetoes&step=3&lang=fr");
  CHECK(state_of_link(scenario, link_of(state), "fr").value() == state);
  CHECK(state.rule.blocking_votes == 2);
  CHECK(reduce(state, Reset{}).rule == scenario.rule);
  CHECK(reduce(state, Reset{}).step == 3);
  // Votes and rule in either order; a rule for other members is none for these.
  CHECK(state_of_link(scenario, "v=YYYYYYYYYYYYYYY&rule=unsc-no-veto").value() ==
        state_of_link(scenario, "rule=unsc-no-veto&v=YYYYYYYYYYYYYYY").value());
  CHECK(reduce(state, ChooseRule{"unsc-1946"}) == state);
  CHECK(reduce(state, GoTo{0}) == state);
  CHECK(state_of_link(scenario, "rule=unsc-1946").error().text() ==
        "1:6: rule: found \"unsc-1946\", expected the id of a rule for these members");
  for (const char* step : {"0", "100", "99999999999999999999", "-1", "2x", ""}) {
    CAPTURE(std::string(step));
    CHECK(state_of_link(scenario, std::string("step=") + step).error().text() ==
          "1:6: step: found \"" + std::string(step) + "\", expected a number from 1 to 99");
  }
}
