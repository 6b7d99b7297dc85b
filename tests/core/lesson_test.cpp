// Lessons: what a good file says, and the judge of challenges against plain enumeration. That broken files are refused
// by place is for tests/cli/council.test.mjs, which goes over tests/fixtures/lessons.
#include "core/lesson.h"

#include <doctest/doctest.h>

#include <string>

#include "files.h"
#include "scenarios.h"

using namespace council;

namespace {

std::string every_kind() { return test::file(FIXTURES_DIR "/lessons/good/every-kind.en.json"); }

const Scenario* find(std::string_view id) {
  for (const Scenario& scenario : test::scenarios())
    if (scenario.id == id) return &scenario;
  return nullptr;
}

constexpr std::size_t place(Vote vote) { return static_cast<std::size_t>(vote); }

}  // namespace

TEST_CASE("a lesson is read as it is written") {
  const std::string text = every_kind();
  const Result<Lesson> read = parse_lesson(text, find);
  REQUIRE_MESSAGE(read.ok(), read.error().text());
  const Lesson& lesson = read.value();
  CHECK(lesson.id == "every-kind");
  CHECK(lesson.language == "en");
  CHECK(lesson.title == "Every kind of step");
  REQUIRE(lesson.steps.size() == 6);
  const Scenario& opening = test::scenario_of("dprk-panel-2024");

  CHECK(lesson.steps[0].kind == StepKind::read);
  CHECK(lesson.steps[0].scenario->id == "dprk-panel-2024");
  CHECK(lesson.steps[0].ballot == opening.recorded);
  CHECK(lesson.steps[0].rule == opening.rule);
  CHECK(lesson.steps[1].kind == StepKind::set_up);
  CHECK(lesson.steps[1].rule_id == "unsc-no-veto");
  CHECK(lesson.steps[1].rule.veto_holders == 0);
  CHECK(lesson.steps[1].locked == (seat_bit(opening.seat_of("CHN")) | seat_bit(opening.seat_of("RUS"))));
  CHECK(lesson.steps[2].kind == StepKind::predict);
  CHECK(lesson.steps[4].scenario->id == "gaza-2023");
  CHECK(lesson.steps[5].ballot == Ballot{});

  REQUIRE(lesson.steps[3].challenge.has_value());
  const Challenge& challenge = *lesson.steps[3].challenge;
  CHECK(count(challenge.movers) == 5);
  CHECK(challenge.may_cast == std::array{false, false, true, false});
  CHECK(challenge.most_changes == 1);
  CHECK(challenge.goal.reason == Reason::majority);
  CHECK(challenge.goal.tally[place(Vote::in_favour)].least == 9);
  CHECK(challenge.goal.tally[place(Vote::against)].most == 0);
  CHECK(challenge.goal.may_veto == 0);
}

TEST_CASE("what the page hands over is judged like the file's own") {
  const Scenario& opening = test::scenario_of("dprk-panel-2024");
  const Result<Challenge> given = parse_challenge(
      R"({"moves": {"members": ["RUS", "CHN"], "votes": ["abstaining", "in_favour"]}, "most_changes": 2,
          "goal": {"outcome": "adopted", "tally": {"in_favour": [14, 15]}}})",
      opening, opening.rule);
  REQUIRE_MESSAGE(given.ok(), given.error().text());
  Ballot ballot = opening.recorded;
  const auto unmet = [&] { return judge(given.value(), opening.rule, ballot).unmet; };
  CHECK(unmet() == Unmet::outcome);
  ballot.votes[static_cast<std::size_t>(opening.seat_of("RUS"))] = Vote::abstaining;
  CHECK(unmet() == Unmet::tally);
  ballot.votes[static_cast<std::size_t>(opening.seat_of("CHN"))] = Vote::in_favour;
  CHECK(unmet() == Unmet::nothing);
  ballot.votes[static_cast<std::size_t>(opening.seat_of("FRA"))] = Vote::abstaining;
  const Judgement moved = judge(given.value(), opening.rule, ballot);
  CHECK(moved.unmet == Unmet::moves);
  CHECK(moved.members == seat_bit(opening.seat_of("FRA")));
  CHECK(moved.changes == 3);

  CHECK_FALSE(parse_challenge("{}", opening, opening.rule).ok());
  const auto wrong = parse_challenge(R"({"moves": {"members": ["IND"], "votes": ["abstaining"]}, "most_changes": 1,
                                         "goal": {"outcome": "adopted"}})",
                                     opening, opening.rule);
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.error().text() ==
        "1:24: moves.members[0]: found \"IND\", expected the code of a member of dprk-panel-2024");
}

TEST_CASE("every way that four members can vote is judged as the goal reads") {
  // Two of four hold a veto, and two in favour are enough.
  const Rule rule{.seats = 4, .required = 2, .veto_holders = 0b0011, .blocking_votes = 1};
  Challenge challenge;
  for (std::size_t seat = 0; seat < 4; ++seat) challenge.start.votes[seat] = Vote::in_favour;
  challenge.movers = 0b1011;
  challenge.may_cast = {false, true, true, false};
  challenge.most_changes = 2;
  challenge.goal = {.outcome = Outcome::not_adopted, .reason = Reason::veto, .tally = {}, .may_veto = 0b0001};
  challenge.goal.tally[place(Vote::in_favour)] = {2, 3};
  int solved = 0;
  for (int code = 0; code < 256; ++code) {
    Ballot ballot;
    int changes = 0;
    bool allowed = true;
    int in_favour = 0;
    for (int seat = 0; seat < 4; ++seat) {
      const Vote vote = all_votes[static_cast<std::size_t>(code >> 2 * seat & 3)];
      ballot.votes[static_cast<std::size_t>(seat)] = vote;
      in_favour += vote == Vote::in_favour;
      changes += vote != Vote::in_favour;
      if (vote == Vote::not_participating || (seat == 2 && vote != Vote::in_favour)) allowed = false;
    }
    const bool first = ballot.votes[0] == Vote::against;
    const bool second = ballot.votes[1] == Vote::against;
    const bool good = allowed && changes <= 2 && in_favour >= 2 && first && !second;
    CHECK((judge(challenge, rule, ballot).unmet == Unmet::nothing) == good);
    solved += good;
  }
  CHECK(solved == 4);  // the first against, and of the others nobody, the second abstaining, or the fourth otherwise
}
