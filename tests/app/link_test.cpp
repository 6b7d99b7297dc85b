// Links: every part of a state goes in and comes back, and a bad link is refused with its place.
#include "web/app/link.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "tests/core/scenarios.h"
#include "web/app/action.h"

using namespace council;

namespace {

struct Links {
  Shelf shelf;
  const Scenario& scenario;

  Links() : scenario(shelf.emplace_front(test::scenario_file("dprk-panel-2024"))) {}
  Result<State> read(const std::string& link, std::string_view language = {}) const {
    return state_of_link(shelf, scenario, link, language);
  }
  std::string error(const std::string& link) const {
    const Result<State> state = read(link);
    return state ? "" : state.error().text();
  }
  State start() const { return reduce({}, Open{&scenario}); }
};

}  // namespace

TEST_CASE("links hold the votes, and bad ones are refused with their place") {
  const Links links;
  const Scenario& scenario = links.scenario;
  State state = links.start();
  CHECK(link_of(state) == "s=dprk-panel-2024");
  state = reduce(state, CastVote{.seat = scenario.seat_of("RUS"), .vote = Vote::abstaining});
  CHECK(link_of(state) == "s=dprk-panel-2024&v=YYYAYYYYYYYAYYY");
  CHECK(links.read(link_of(state)).value().ballot == state.ballot);
  CHECK(links.read("").value().ballot == scenario.recorded);
  CHECK(links.read("v=YYYAYYYYYYYAYYY&later=thing").ok());
  CHECK(links.error("v=YYY") == "1:3: v: found \"YYY\", expected 15 letters of Y, N, A, X");
  CHECK(links.error("v=YYYAYYYYYYYQYYY") == "1:14: v: found \"Q\", expected Y, N, A or X");
  CHECK(links.error("s=other") == "1:3: s: found \"other\", expected dprk-panel-2024");

  // All of it: another rule, a later question, another language.
  state = links.start();
  state.language = "fr";
  state = reduce(std::move(state), ChooseRule{"unsc-two-vetoes"});
  state = reduce(std::move(state), GoTo{3});
  CHECK(link_of(state) == "s=dprk-panel-2024&rule=unsc-two-vetoes&step=3&lang=fr");
  CHECK(links.read(link_of(state), "fr").value() == state);
  CHECK(state.rule.blocking_votes == 2);
  CHECK(reduce(state, Reset{}).rule == scenario.rule);
  CHECK(reduce(state, Reset{}).step == 3);
  // Votes and rule in either order; a rule for other members is none for these.
  CHECK(links.read("v=YYYYYYYYYYYYYYY&rule=unsc-no-veto").value() ==
        links.read("rule=unsc-no-veto&v=YYYYYYYYYYYYYYY").value());
  CHECK(reduce(state, ChooseRule{"unsc-1946"}) == state);
  CHECK(reduce(state, GoTo{0}) == state);
  CHECK(links.error("rule=unsc-1946") == "1:6: rule: found \"unsc-1946\", expected the id of a rule for these members");
  for (const char* step : {"0", "100", "99999999999999999999", "-1", "2x", ""}) {
    CAPTURE(std::string(step));
    CHECK(links.error(std::string("step=") + step) ==
          "1:6: step: found \"" + std::string(step) + "\", expected a number from 1 to 99");
  }
}

TEST_CASE("links hold who is locked") {
  const Links links;
  State state = links.start();
  for (const char* code : {"RUS", "CHN"})
    state = reduce(std::move(state), Lock{.seat = links.scenario.seat_of(code), .locked = true});
  CHECK(link_of(state) == "s=dprk-panel-2024&lock=CHN,RUS");  // in seat order
  CHECK(links.read("lock=RUS,CHN").value() == state);
  CHECK(links.read("lock=").value() == links.start());
  // Votes are cast before they are held fast.
  const State cast = links.read("lock=RUS&v=YYYAYYYYYYYAYYY").value();
  CHECK(cast.ballot.votes[static_cast<std::size_t>(links.scenario.seat_of("RUS"))] == Vote::abstaining);
  CHECK(contains(cast.locked, links.scenario.seat_of("RUS")));
  CHECK(links.error("lock=RUS,XYZ") ==
        "1:10: lock: found \"XYZ\", expected codes of these members, with commas between");
  CHECK(links.error("lock=,") == "1:6: lock: found \"\", expected codes of these members, with commas between");
}

TEST_CASE("the keys may stand in any order, each once") {
  const Links links;
  std::array<std::string, 6> parts{
      "s=dprk-panel-2024", "v=NYYAYYYYYYYAYYY", "rule=unsc-two-vetoes", "lock=RUS", "step=2", "lang=fr"};
  std::sort(parts.begin(), parts.end());
  const auto joined = [&] {
    std::string link;
    for (const std::string& part : parts) link += (link.empty() ? "" : "&") + part;
    return link;
  };
  const State state = links.read(joined(), "fr").value();
  CHECK(state.step == 2);
  do CHECK(links.read(joined(), "fr").value() == state);
  while (std::next_permutation(parts.begin(), parts.end()));

  CHECK(links.error("step=2&step=2") == "1:8: step: found it a second time, expected each key once");
  CHECK(links.error("v=YYYAYYYYYYYAYYY&rule=unsc&v=NNNNNNNNNNNNNNN") ==
        "1:29: v: found it a second time, expected each key once");
  CHECK(links.read("later=1&later=2&&=&x").ok());  // other people's keys are theirs
}

TEST_CASE("a link may name any scenario of the shelf") {
  Links links;
  const Scenario& korea = links.shelf.emplace_front(test::scenario_file("korea-1950"));
  CHECK(links.read("s=korea-1950").value().scenario == &korea);
  CHECK(links.read("").value().scenario == &links.scenario);
  CHECK(links.error("s=korea-1950&v=YYY").find("11 letters") != std::string::npos);
}
