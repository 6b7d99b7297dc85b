// Scenario files: the recorded vote reads as the record has it, and every kind of bad file is refused with its place.
#include "core/scenario.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "core/json.h"
#include "files.h"

using namespace council;
using council::test::file;

namespace {

/// The recorded vote's file, as it is in English alone.
const std::string& recorded() {
  static const std::string text = file(FIXTURES_DIR "/recorded.en.json");
  return text;
}

/// The recorded vote's file with one change.
std::string with(std::string_view what, std::string_view replacement) {
  std::string text = recorded();
  const std::size_t at = text.find(what);
  REQUIRE_MESSAGE(at != std::string::npos, std::string(what));
  return text.replace(at, what.size(), replacement);
}

}  // namespace

TEST_CASE("the vote of 28 March 2024") {
  const Result<Scenario> result = parse_scenario(recorded());
  REQUIRE_MESSAGE(result.ok(), result.error().text());
  const Scenario& scenario = result.value();
  CHECK(scenario.id == "dprk-panel-2024");
  CHECK(scenario.rule_id == "unsc");
  CHECK(scenario.members.size() == 15);
  CHECK(scenario.members[static_cast<std::size_t>(scenario.seat_of("RUS"))].name.in("en") == "Russian Federation");
  CHECK(scenario.members[static_cast<std::size_t>(scenario.seat_of("RUS"))].short_name.in("el") == "Russia");
  CHECK(count(scenario.rule.veto_holders) == 5);
  const Decision decision = decide(scenario.rule, scenario.recorded);
  CHECK(decision.reason == Reason::veto);
  CHECK(decision.tally == Tally{.in_favour = 13, .against = 1, .abstaining = 1, .not_participating = 0, .required = 9});
  CHECK(decision.vetoed_by == seat_bit(scenario.seat_of("RUS")));
  CHECK(decision.decisive == seat_bit(scenario.seat_of("RUS")));
}

std::string times(std::string_view text, int number) {
  std::string result;
  for (int i = 0; i < number; ++i) result += text;
  return result;
}

struct BadFile {
  const char* what;
  std::string text;
  int line;
  int column;
  std::string field;
  std::string found;
  std::string expected;
};

TEST_CASE("bad scenarios name the place, what was found and what was expected") {
  const std::string russia = R"("RUS": "against",)";
  const std::string slovenia =
      R"(    {"code": "SVN", "name": {"en": "Slovenia"}, "permanent": false, "group": "eastern_europe"},)";
  const BadFile rows[] = {
      {"an empty file", "", 1, 1, "", "the end of the file", "a JSON object"},
      {"not JSON", "{\n  schema: 1 }", 2, 3, "", "\"s\"", "a field's name in quotes, or }"},
      {"cut off", R"({"schema": )", 1, 12, "", "the end of the file", "a JSON value"},
      {"two documents", "{} {}", 1, 4, "", "\"{\"", "the end of the file"},
      {"an array", "[]", 1, 1, "", "an array", "an object"},
      {"a NUL byte", std::string("{\"a\": \"\0\"}", 10), 1, 8, "", "\"\\u0000\"",
       "a closing quotation mark on the same line"},
      {"a NUL byte after the end", std::string("{}\0", 3), 1, 3, "", "\"\\u0000\"", "the end of the file"},
      {"a field twice", "{\"id\": 1,\n \"id\": 2}", 2, 2, "", "the field \"id\" a second time", "each field once"},
      {"invalid UTF-8", "{\"a\": \"b\xFF\"}", 1, 9, "", "bytes that are not UTF-8", "UTF-8"},
      {"half a surrogate pair", "{\"a\": \"\\ud800\"}", 1, 8, "", "\"\\\"", "a whole surrogate pair"},
      {"an unknown field", with("\"schema\": 1,", "\"schema\": 1, \"colour\": 2,"), 2, 16, "",
       "the unknown field \"colour\"",
       "schema, id, date, rule, draft, resolution, adopted_by, members, votes, mandate, story, sources or $schema"},
      {"a missing field", with("\"rule\": \"unsc\",", ""), 1, 1, "", "no field \"rule\"", "it in this object"},
      {"another schema", with("\"schema\": 1", "\"schema\": 2"), 2, 13, "schema", "2", "1"},
      {"a wrong type", with("\"2024-03-28\"", "20240328"), 4, 11, "date", "20240328",
       "a day as YYYY-MM-DD, from 1945 on"},
      {"a day that does not exist", with("2024-03-28", "2023-02-29"), 4, 11, "date", "\"2023-02-29\"",
       "a day as YYYY-MM-DD, from 1945 on"},
      {"an unknown rule", with("\"rule\": \"unsc\"", "\"rule\": \"unsc-2050\""), 5, 11, "rule", "\"unsc-2050\"",
       "unsc, unsc-procedural, unsc-1946, unsc-1946-procedural, unsc-literal, unsc-two-vetoes, unsc-no-veto, g4-2005, "
       "ufc-2005 or au-2005"},
      {"an unknown code", with("\"code\": \"MLT\"", "\"code\": \"XXX\""), 21, 14, "members[8].code", "\"XXX\"",
       "the UN's three-letter code of a member"},
      {"a member twice", with("\"code\": \"MLT\"", "\"code\": \"JPN\""), 21, 14, "members[8].code",
       "the member JPN a second time", "each member once"},
      {"fourteen members", with(slovenia + "\n", ""), 12, 14, "members", "14 members", "15 for the rule unsc"},
      {"sixteen members",
       with(slovenia, slovenia + R"( {"code": "FIN", "name": {"en": "Finland"}, "permanent": false},)"), 12, 14,
       "members", "16 members", "15 for the rule unsc"},
      {"six permanent members", with("\"Slovenia\"}, \"permanent\": false", "\"Slovenia\"}, \"permanent\": true"), 12,
       14, "members", "6 permanent members", "5 for the rule unsc"},
      {"a member that does not vote", with(russia, ""), 29, 12, "votes", "no vote of RUS", "a vote of every member"},
      {"a vote of nobody", with(russia, russia + " \"FIN\": \"against\","), 41, 23, "votes", "a vote of \"FIN\"",
       "members of this scenario only"},
      {"an unknown vote", with(russia, R"("RUS": "no",)"), 41, 12, "votes.RUS", "\"no\"",
       "in_favour, against, abstaining or not_participating"},
      {"a vote of a wrong type", with(russia, R"("RUS": ["against"],)"), 41, 12, "votes.RUS", "an array",
       "in_favour, against, abstaining or not_participating"},
      {"no English text", with("{ \"en\": \"Renew", "{ \"fr\": \"Renew"), 8, 16, "draft.subject", "no English text",
       "a field \"en\""},
      {"a resolution that these votes do not adopt",
       with("\"resolution\": null", "\"resolution\": \"S/RES/9999(2024)\""), 10, 17, "resolution",
       "\"S/RES/9999(2024)\"", "null, because by these votes the text was not adopted"},
      {"votes in a text adopted without a vote", with("\"adopted_by\": \"vote\"", "\"adopted_by\": \"without_vote\""),
       29, 12, "votes", "votes", "none in a text adopted without a vote"},
      {"an address that could run script", with("https://press", "javascript:"), 78, 14, "sources[0].url",
       "\"javascript:.un.org/en/2024/sc15648.doc.h…\"", "an address that begins https://, or an empty text"},
      {"a name of 100 KB", with("\"Malta\"", "\"" + std::string(100'000, 'x') + "\""), 21, 36, "members[8].name.en",
       "100000 characters", "at most 80"},
      {"characters count, not bytes", with("\"Malta\"", "\"" + times("中", 81) + "\""), 21, 36, "members[8].name.en",
       "81 characters", "at most 80"},
      {"too many sources", with("\"sources\": [", "\"sources\": [" + times("{}, ", 40)), 73, 14, "sources",
       "43 sources", "1 to 40"},
      {"an empty rule", with("\"rule\": \"unsc\"", "\"rule\": \"\""), 5, 11, "rule", "\"\"",
       "unsc, unsc-procedural, unsc-1946, unsc-1946-procedural, unsc-literal, unsc-two-vetoes, unsc-no-veto, g4-2005, "
       "ufc-2005 or au-2005"},
      {"an own rule for another number of seats",
       with("\"rule\": \"unsc\"",
            R"("rule": {"seats": 14, "required": 9, "veto_holders": "permanent", "blocking_votes": 1})"),
       5, 21, "rule.seats", "14", "15, the number of members of this scenario"},
      {"a party to the dispute that votes",
       with(
           "\"rule\": \"unsc\"",
           R"("rule": {"seats": 15, "required": 9, "veto_holders": "permanent", "blocking_votes": 1, "must_abstain": ["RUS"]})"),
       41, 12, "votes.RUS", "\"against\"", "abstaining, because the rule has this member abstain"},
  };
  for (const BadFile& row : rows) {
    CAPTURE(std::string(row.what));
    const Result<Scenario> result = parse_scenario(row.text);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().line == row.line);
    CHECK(result.error().column == row.column);
    CHECK(result.error().field == row.field);
    CHECK(result.error().found == row.found);
    CHECK(result.error().expected == row.expected);
  }
}

TEST_CASE("columns count characters, not bytes") {
  const Result<Scenario> result = parse_scenario("{\"é€😀\": 1}");
  REQUIRE_FALSE(result.ok());
  const Result<Scenario> after = parse_scenario("{ \"é€😀\" 1}");
  REQUIRE_FALSE(after.ok());
  CHECK(after.error().column == 9);
}

TEST_CASE("huge and deeply nested files are refused without reading on") {
  const Result<Scenario> huge = parse_scenario(std::string(json::max_bytes + 1, ' '));
  REQUIRE_FALSE(huge.ok());
  CHECK(huge.error().text() == "1:1: found more than 256 KiB, expected a smaller file");

  const Result<Scenario> deep = parse_scenario(std::string(100'000, '['));
  REQUIRE_FALSE(deep.ok());
  CHECK(deep.error().text() == "1:13: found more than 12 levels of nesting, expected a flatter file");

  std::string wide = "{";
  for (int i = 0; i < 1000; ++i) wide += "\"" + std::to_string(i) + "\":0,";
  const Result<Scenario> fields = parse_scenario(wide);
  REQUIRE_FALSE(fields.ok());
  CHECK(fields.error().found == "more than 512 fields");
}

TEST_CASE("who is given a scenario that others have read whole may read less of it, and reads the same") {
  for (const auto& entry : std::filesystem::directory_iterator(CONTENT_DIR "/scenarios")) {
    CAPTURE(entry.path().string());
    const std::string text = file(entry.path().string());
    const Scenario whole = parse_scenario(text).value();
    for (const bool pictured : {false, true}) {
      const Scenario some = (pictured ? parse_picture(text) : parse_vote(text)).value();
      CHECK(some.id == whole.id);
      CHECK(some.rule == whole.rule);
      CHECK(some.rule_id == whole.rule_id);
      CHECK(some.recorded == whole.recorded);
      REQUIRE(some.members.size() == whole.members.size());
      for (std::size_t i = 0; i < some.members.size(); ++i) {
        CHECK(some.members[i].code == whole.members[i].code);
        CHECK(some.members[i].permanent == whole.members[i].permanent);
        CHECK(some.members[i].phrase.in("en") == whole.members[i].phrase.in("en"));
      }
      CHECK(some.sources.empty());
      if (!pictured) continue;
      CHECK(some.date == whole.date);
      CHECK(some.draft.subject.in("en") == whole.draft.subject.in("en"));
      CHECK(some.mandate.votes.size() == whole.mandate.votes.size());
    }
  }
  // What decides is checked all the same.
  CHECK_FALSE(parse_vote("{}").ok());
}

TEST_CASE("a scenario's own rule: who holds the veto, how many block, who must abstain") {
  const std::string text = with(
      "\"rule\": \"unsc\"",
      R"("rule": {"seats": 15, "required": 10, "veto_holders": ["RUS", "MLT"], "blocking_votes": 2, "must_abstain": ["CHN"]})");
  const Result<Scenario> result = parse_scenario(text);
  REQUIRE_MESSAGE(result.ok(), result.error().text());
  const Scenario& scenario = result.value();
  CHECK(scenario.rule_id.empty());
  CHECK(scenario.rule.veto_holders == (seat_bit(scenario.seat_of("RUS")) | seat_bit(scenario.seat_of("MLT"))));
  CHECK(scenario.rule.must_abstain == seat_bit(scenario.seat_of("CHN")));
  CHECK(decide(scenario.rule, scenario.recorded).reason == Reason::majority);
}
