// Decisions in words: the sentences that readers see, and that no message is ever missing or left unfilled.
#include "core/reasons.h"

#include <doctest/doctest.h>

#include <string>

#include "scenarios.h"
#include "web/content/content.h"

using namespace council;

namespace {

const Words& english() {
  static const Words words = parse_words(content::english_words()).value();
  return words;
}

const Scenario& recorded() { return test::scenario_of("dprk-panel-2024"); }

Ballot ballot_of(std::string_view letters) {
  Ballot ballot;
  for (std::size_t i = 0; i < letters.size(); ++i) ballot.votes[i] = *vote_lettered(letters[i]);
  return ballot;
}

std::string told(const Rule& rule, const Ballot& ballot) {
  const Explanation explanation = explain(english(), recorded(), rule, ballot, decide(rule, ballot));
  return explanation.outcome + (explanation.why.empty() ? "" : " ") + explanation.why;
}

std::string told_at_length(const Rule& rule, const Ballot& ballot) {
  const std::string_view rule_id = rule == recorded().rule ? recorded().rule_id : std::string_view();
  const Background more = background(english(), recorded(), rule_id, rule, ballot, decide(rule, ballot));
  std::string text = more.article + "|" + more.decisive;
  for (const std::string& change : more.changes) text += "|" + change;
  return text + "|" + more.how_many;
}

}  // namespace

TEST_CASE("every outcome has its sentence") {
  const Rule& rule = recorded().rule;
  // Seats: GBR USA DZA CHN ECU FRA GUY JPN MLT MOZ KOR RUS SLE SVN CHE.
  CHECK(told(rule, recorded().recorded) ==
        "Not adopted: vetoed by Russia. 13 votes in favour are enough, but a permanent member’s vote against blocks "
        "the text.");
  CHECK(told(rule, ballot_of("YYYNYYYYYYYNYYY")).starts_with("Not adopted: vetoed by China and Russia. 13 votes"));
  CHECK(told(rule, ballot_of("YYYAYYYYYYYAYYY")) ==
        "Adopted. 13 votes in favour, where 9 are needed, and nobody with a veto against.");
  CHECK(
      told(rule, ballot_of("YYAAAYYYYYYNAAA")) ==
      "Not adopted: 1 vote short. 8 votes in favour, where 9 are needed. The vote of Russia is no veto: the text falls "
      "short anyway.");
  CHECK(told(rule, ballot_of("AAAAAAAAAAAAAAY")) ==
        "Not adopted: 8 votes short. 1 vote in favour, where 9 are needed.");
  Ballot without_vote;
  without_vote.without_vote = true;
  CHECK(told(rule, without_vote) == "Adopted without a vote.");

  Rule procedural = rule;
  procedural.veto_holders = 0;
  procedural.blocking_votes = 0;
  CHECK(told(procedural, recorded().recorded) ==
        "Adopted. 13 votes in favour, where 9 are needed. Nobody holds a veto under this rule.");
  Rule two = rule;
  two.blocking_votes = 2;
  CHECK(
      told(two, recorded().recorded) ==
      "Adopted. 13 votes in favour, where 9 are needed. It would take 2 vetoes to block the text; it met only that of "
      "Russia.");
  Rule literal = rule;
  literal.abstention_blocks = true;
  CHECK(told(literal, ballot_of("YYYAYYYYYYYAYYY")).starts_with("Not adopted: blocked by China and Russia. 13 votes"));
}

TEST_CASE("the law, who decides, and what would change it") {
  const Rule& rule = recorded().rule;
  const std::string text = told_at_length(rule, recorded().recorded);
  CHECK(text.find("article 27, paragraph 3") != std::string::npos);
  CHECK(text.find("|One vote decides this: that of Russia.|With Russia abstaining, the text would be adopted.|") !=
        std::string::npos);
  const std::string nobody = told_at_length(rule, ballot_of("YYYNYYYYYYYNYYY"));
  CHECK(nobody.find("No member could have changed this alone.|With China and Russia abstaining") != std::string::npos);
  const std::string three = told_at_length(rule, ballot_of("YYAAAYYAAYYAAAA"));
  CHECK(three.find("In all, 84 groups of 3 members could bring the text through together.") != std::string::npos);
}

TEST_CASE("sentences are joined as the language joins them, never by a blank of the code's own") {
  const Words blanks = parse_words(R"({"language": "en", "list": {"sentences": "{first} {rest}"}})").value();
  const Words none = parse_words(R"({"language": "zh", "list": {"sentences": "{first}{rest}"}})").value();
  CHECK(blanks.sentences("One.", "Two.") == "One. Two.");
  CHECK(none.sentences("一。", "二。") == "一。二。");
  CHECK(none.sentences("一。", "") == "一。");

  // Eight in favour, and Russia against.
  const Words chinese = parse_words(
                            R"({"language": "zh", "list": {"sentences": "{first}{rest}"},
      "decision": {"why_insufficient_votes": {"other": "缺票。"}, "why_no_veto": {"other": "不是否决。"}},
      "change": {"adopt_both": {"other": "改投。"}, "adopt_in_favour": {"other": "改投。"},
                 "adopt_abstaining": {"other": "改投。"}, "more_adopt": {"other": "共{number}组。"}}})")
                            .value();
  const Rule& rule = recorded().rule;
  const Ballot ballot = ballot_of("YYAAAYYYYYYNAAA");
  const Decision decision = decide(rule, ballot);
  CHECK(explain(chinese, recorded(), rule, ballot, decision).why == "缺票。不是否决。");
  // Eight in favour, nobody against: each of the seven others could bring it through.
  const Ballot short_by_one = ballot_of("YYAAAYYYYYYAAAA");
  const Background more = background(chinese, recorded(), "unsc", rule, short_by_one, decide(rule, short_by_one), 1);
  REQUIRE(more.changes.size() == 1);
  CHECK(more.change == "改投。共7组。");
}

TEST_CASE("of votes that are free alone, neither all nor none is told") {
  const Scenario& scenario = recorded();
  const Decision decision = decide(scenario.rule, scenario.recorded);
  const Seats russia = seat_bit(scenario.seat_of("RUS"));
  const auto change_with = [&](const Rule& rule, const Ballot& ballot, Seats fixed) {
    return background(english(), scenario, "unsc", rule, ballot, decide(rule, ballot), 1, max_seats, fixed).change;
  };
  CHECK(decision.decisive == russia);
  CHECK(change_with(scenario.rule, scenario.recorded, russia).empty());
  // Each of five could bring it down; with one held fast, each of four.
  const Ballot all = ballot_of("YYYYYYYYYYYYYYY");
  const std::string any = change_with(scenario.rule, all, 0), free = change_with(scenario.rule, all, russia);
  CHECK(any.find("5 members could each alone") != std::string::npos);
  CHECK(free.find("could each alone") == std::string::npos);
  CHECK(!free.empty());
}

TEST_CASE("no message is missing or unfilled, whatever the rule and the votes") {
  std::uint32_t random = 9591;
  const auto next = [&](std::uint32_t n) { return random = random * 1'664'525 + 1'013'904'223, (random >> 16) % n; };
  for (int round = 0; round < 4000; ++round) {
    Rule rule = recorded().rule;
    rule.required = 1 + static_cast<int>(next(15));
    rule.blocking_votes = static_cast<int>(next(3));
    if (rule.blocking_votes == 0) rule.veto_holders = 0;
    rule.abstention_blocks = next(3) == 0;
    Ballot ballot;
    for (std::size_t seat = 0; seat < 15; ++seat)
      ballot.votes[seat] = next(3) > 0 ? Vote::in_favour : static_cast<Vote>(next(4));
    const std::string text = told(rule, ballot) + told_at_length(rule, ballot);
    CAPTURE(text);
    CHECK(text.find_first_of("[]{}") == std::string::npos);
    CHECK(text.find("  ") == std::string::npos);
    CHECK((text.starts_with("Adopted") || text.starts_with("Not adopted")));
  }
}

TEST_CASE("plural forms follow each language's rules (Unicode CLDR)") {
  struct Row {
    const char* language;
    int n;
    const char* category;
  };
  const Row rows[] = {{"en", 1, "one"},  {"en", 0, "other"}, {"fr", 0, "one"},     {"fr", 2, "other"},
                      {"es", 1, "one"},  {"zh", 1, "other"}, {"ru", 1, "one"},     {"ru", 3, "few"},
                      {"ru", 5, "many"}, {"ru", 11, "many"}, {"ru", 12, "many"},   {"ru", 22, "few"},
                      {"ru", 21, "one"}, {"ar", 0, "zero"},  {"ar", 1, "one"},     {"ar", 2, "two"},
                      {"ar", 3, "few"},  {"ar", 11, "many"}, {"ar", 100, "other"}, {"ar", 103, "few"}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.language));
    CAPTURE(row.n);
    CHECK(plural_category(row.language, row.n) == row.category);
  }
}
