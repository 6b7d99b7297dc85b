// What the council tells, read again as JSON: each section holds what core says of the state, and nothing is changed.
#include "web/app/told.h"

#include <doctest/doctest.h>

#include <string>

#include "core/changes.h"
#include "core/reasons.h"
#include "tests/core/pictures.h"
#include "tests/core/scenarios.h"
#include "web/app/action.h"
#include "web/app/link.h"

using namespace council;

namespace {

/// A section as a document.
json::Document section(const State& state, Section which) {
  return json::parse(told(state, test::english(), which)).value();
}
std::string text(const json::Document& document, const char* name) {
  const json::Value* const value = document.root().find(name);
  REQUIRE(value);
  return std::string(value->text);
}
std::string list(const json::Document& document, const char* name) {
  std::string all;
  const json::Value* const value = document.root().find(name);
  REQUIRE(value);
  for (const json::Value& item : *value) all += std::string(item.text) + " ";
  return all;
}

}  // namespace

TEST_CASE("every section tells what core says, for every scenario and many votes") {
  for (const Scenario& scenario : test::scenarios())
    for (const Ballot& ballot : test::ballots_of(scenario)) {
      CAPTURE(std::string(scenario.id));
      State state = reduce({}, Open{&scenario});
      state.ballot = ballot;
      const Decision decision = decide(state.rule, state.ballot);
      const Explanation words = explain(test::english(), scenario, state.rule, state.ballot, decision);

      CHECK(told(state, test::english(), Section::link) == link_of(state));
      const json::Document outcome = section(state, Section::outcome);
      CHECK(text(outcome, "outcome") == name_of(decision.outcome));
      CHECK(text(outcome, "reason") == name_of(decision.reason));
      CHECK(text(outcome, "status") == words.outcome);
      const json::Value& tally = *outcome.root().find("tally");
      CHECK(tally.find("in_favour")->text == std::to_string(decision.tally.in_favour));
      CHECK(tally.find("against")->text == std::to_string(decision.tally.against));
      CHECK(tally.find("abstaining")->text == std::to_string(decision.tally.abstaining));
      CHECK(tally.find("not_participating")->text == std::to_string(decision.tally.not_participating));
      CHECK(tally.find("required")->text == std::to_string(decision.tally.required));
      std::string vetoed_by, decisive, votes;
      for (int seat = 0; seat < state.rule.seats; ++seat) {
        const std::string code(scenario.members[static_cast<std::size_t>(seat)].code);
        if (contains(decision.vetoed_by, seat)) vetoed_by += code + " ";
        if (contains(decision.decisive, seat)) decisive += code + " ";
        votes += letter_of(counted_vote(state.rule, state.ballot, seat));
      }
      CHECK(list(outcome, "vetoedBy") == vetoed_by);
      CHECK(list(outcome, "decisive") == decisive);

      const json::Document told_state = section(state, Section::state);
      CHECK(text(told_state, "rule") == scenario.rule_id);
      CHECK(text(told_state, "votes") == votes);
      CHECK(text(told_state, "recorded") == (state.ballot == scenario.recorded ? "true" : "false"));

      const json::Document reasons = section(state, Section::reasons);
      CHECK(text(reasons, "status") == words.outcome);
      CHECK(text(reasons, "why") == words.why);
      CHECK_FALSE(text(reasons, "article").empty());

      // Each set that is told turns the outcome, and none of them asks a locked member.
      state.locked = first_seats(3);
      const json::Document changes = section(state, Section::changes);
      std::size_t sets = 0;
      for (const json::Value& set : *changes.root().find("sets")) {
        ++sets;
        State other = state;
        for (const Vote vote : {Vote::in_favour, Vote::abstaining, Vote::against})
          for (const json::Value& code : *set.find(name_of(vote)))
            other = reduce(other, CastVote{scenario.seat_of(code.text), vote});
        CHECK(decide(other.rule, other.ballot).outcome != decision.outcome);
      }
      const Changes all = smallest_changes(state.rule, state.ballot, state.locked);
      CHECK(sets == all.simplest.size());
      CHECK(changes.root().find("number")->text == std::to_string(all.number));
    }
}

TEST_CASE("who is locked and who is bound are told apart") {
  const Scenario& scenario = test::scenario_of("dprk-panel-2024");
  State state = reduce({}, Open{&scenario});
  state.rule.must_abstain = seat_bit(scenario.seat_of("CHN"));
  state = reduce(std::move(state), Lock{.seat = scenario.seat_of("RUS"), .locked = true});
  const json::Document document = section(state, Section::state);
  CHECK(list(document, "locked") == "RUS ");
  CHECK(list(document, "bound") == "CHN ");
}

TEST_CASE("nothing is told before there is anything to tell, or of no section") {
  const Scenario& scenario = test::scenario_of("dprk-panel-2024");
  CHECK(told({}, test::english(), Section::outcome).empty());
  CHECK(told(reduce({}, Open{&scenario}), Words{}, Section::outcome).empty());
  for (const int number : {-1, 5, 1000})
    CHECK(told(reduce({}, Open{&scenario}), test::english(), static_cast<Section>(number)).empty());
}

TEST_CASE("a challenge's judgement is told with codes, and what is left of the moves") {
  const Scenario& scenario = test::scenario_of("dprk-panel-2024");
  Challenge challenge;
  challenge.start = scenario.recorded;
  challenge.movers = seat_bit(scenario.seat_of("RUS"));
  challenge.may_cast = {true, false, true, false};
  challenge.most_changes = 2;
  CHECK(judged({}, challenge).empty());
  State state = reduce({}, Open{&scenario});
  CHECK(judged(state, challenge) == R"({"solved":false,"unmet":"outcome","changes":0,"left":2,"members":[]})");
  state = reduce(std::move(state), CastVote{scenario.seat_of("RUS"), Vote::abstaining});
  CHECK(judged(state, challenge) == R"({"solved":true,"unmet":"","changes":1,"left":1,"members":[]})");
  state = reduce(std::move(state), CastVote{scenario.seat_of("USA"), Vote::abstaining});
  CHECK(judged(state, challenge) == R"({"solved":false,"unmet":"moves","changes":2,"left":0,"members":["USA"]})");
}
