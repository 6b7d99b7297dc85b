// The analysis module's border, natively: what it answers, and that no order of calls and no bytes are too much for it.
// That its figures are the command's is for tests/page/analysis.test.mjs to show.
#include "web/platform/analysis.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>

#include "tests/core/files.h"

using council::test::file;

namespace {

std::string fixture(const std::string& name) { return file(FIXTURES_DIR "/" + name); }
std::string scenario(const std::string& id) { return file(CONTENT_DIR "/scenarios/" + id + ".json"); }

/// Calls with an argument, as JavaScript does; the status.
int call(int (*function)(int), std::string_view argument) {
  if (!argument.empty())
    std::memcpy(analysis_buffer(static_cast<int>(argument.size())), argument.data(), argument.size());
  return function(static_cast<int>(argument.size()));
}
std::string answer() { return {analysis_answer(), static_cast<std::size_t>(analysis_answer_length())}; }
bool answer_has(std::string_view part) { return answer().find(part) != std::string::npos; }

}  // namespace

TEST_CASE("analysis: a link's votes are counted where they are locked, and nothing of them is kept") {
  REQUIRE(call(analysis_members, scenario("dprk-panel-2024")) == status_done);
  REQUIRE(call(analysis_count, "lock=RUS") == status_done);
  // Russia votes against, as recorded: no way is left.
  CHECK(answer().find(R"({"yes_no":{"all":{"adopting":"848","total":"32768",)") == 0);
  CHECK(answer_has(R"("given":{"adopting":"0","total":"16384",)"));
  CHECK(answer_has(R"("with_abstention":{"all":{"adopting":"146796","total":"14348907",)"));
  REQUIRE(call(analysis_count, "") == status_done);
  CHECK(answer_has(R"("given":{"adopting":"848","total":"32768",)"));
  REQUIRE(call(analysis_power, "") == status_done);
  CHECK(answer_has(R"({"kinds":{"holder":{"count":5,"shapley_shubik":"421/2145",)"));
  CHECK(answer_has(R"("members":{"holder":["GBR","USA",)"));
  CHECK_FALSE(answer_has("party"));
}

TEST_CASE("analysis: a scenario may come in the place of another, and a bad one changes nothing") {
  REQUIRE(call(analysis_members, scenario("dprk-panel-2024")) == status_done);
  REQUIRE(call(analysis_members, scenario("korea-1950")) == status_done);
  REQUIRE(call(analysis_count, "") == status_done);
  CHECK(answer_has(R"("total":"2048")"));
  CHECK(call(analysis_members, "{}") == status_bad_input);
  CHECK(call(analysis_members, "") == status_bad_input);
  REQUIRE(call(analysis_count, "") == status_done);
  CHECK(answer_has(R"("total":"2048")"));
  CHECK(call(analysis_count, "rule=unsc") == status_bad_input);
  CHECK(answer() ==
        R"({"line":1,"column":6,"field":"rule","found":"\"unsc\"","expected":"the id of a rule for these members"})");
}

TEST_CASE("analysis: a standard rule needs no members") {
  REQUIRE(call(analysis_rule, "au-2005") == status_done);
  CHECK(answer_has(R"("total":"2541865828329")"));
  CHECK(answer_has(R"("new_permanent":{"count":6,)"));
  CHECK(call(analysis_rule, "unsc-2050") == status_bad_input);
  CHECK(answer_has(R"("found":"\"unsc-2050\"")"));
}

TEST_CASE("analysis: a scenario file is checked whole") {
  CHECK(call(analysis_check, scenario("dprk-panel-2024")) == status_done);
  CHECK(call(analysis_check, fixture("scenarios/unknown_vote.json")) == status_bad_input);
  CHECK(answer_has(R"("field":"votes.)"));
}

TEST_CASE("analysis: a record, chunk by chunk") {
  const std::string text = fixture("csv/whole_layout.csv");
  analysis_record_begin(0);
  REQUIRE(call(analysis_record_read, std::string_view(text).substr(0, 1500)) == status_done);
  CHECK(answer() == R"json({"decided":[["S/RES/4(1946)","1946-04-29","A subcommittee on Spain","","S/PV.39","",)json"
                    R"json("unsc-1946","adopted","majority","AUSBRACHNEGYFRAMEXNLDPOLRUSGBRUSA",[2,4,8,9,10],)json"
                    R"json("YYYYYYYYAYY"]],"errors":[],"faults":0})json");
  REQUIRE(call(analysis_record_read, std::string_view(text).substr(1500)) == status_done);
  REQUIRE(analysis_record_finish() == status_done);
  CHECK(answer_has(R"("report":{"resolutions":6,"agree":6,"disagree":0,"without_vote":1,"disagreements":[]}})"));
}

TEST_CASE("analysis: the first fault ends a record, or is told and counted") {
  const std::string text = fixture("csv/unknown_vote.csv");
  const std::string fault =
      R"("errors":[{"line":5,"column":36,"field":"ms_vote","found":"\"Q\"","expected":"Y, N, A or X"}],"faults":1)";
  analysis_record_begin(0);
  CHECK(call(analysis_record_read, text) == status_bad_input);
  CHECK(answer_has(fault));
  CHECK(call(analysis_record_read, text) == status_bad_input);
  CHECK(analysis_record_finish() == status_bad_input);

  analysis_record_begin(1);
  REQUIRE(call(analysis_record_read, text) == status_done);
  CHECK(answer_has(fault));
  REQUIRE(analysis_record_finish() == status_done);
  CHECK(answer_has(R"("report":{"resolutions":1,"agree":1,"disagree":0,"without_vote":0,"skipped":1,)"));

  // A file of which nothing can be read ends in either case, with all that is wrong in its header.
  for (const int skip_bad : {0, 1}) {
    analysis_record_begin(skip_bad);
    CHECK(call(analysis_record_read, fixture("csv/another_file.csv")) == status_bad_input);
    CHECK(answer_has(R"("faults":11)"));
  }
  analysis_record_begin(1);
  CHECK(analysis_record_finish() == status_bad_input);
  CHECK(answer_has("the end of the file"));
}

TEST_CASE("analysis: a hundred faults are told, and all are counted") {
  std::string text = fixture("csv/two_resolutions.csv");
  text.resize(text.find('\n') + 1);
  for (int row = 0; row < 250; ++row) text += "x\n";
  analysis_record_begin(1);
  REQUIRE(call(analysis_record_read, text) == status_done);
  CHECK(answer_has(R"("faults":250})"));
  CHECK(answer_has(R"("line":101,)"));
  CHECK_FALSE(answer_has(R"("line":102,)"));
  REQUIRE(call(analysis_record_read, "x\n") == status_done);
  CHECK(answer_has(R"("errors":[],"faults":251})"));
}
