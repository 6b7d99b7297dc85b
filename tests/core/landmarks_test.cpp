// Every scenario of the house: that it reads, and that it comes out as history has it. The table was written from the
// record, not from the files.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/procedural.h"
#include "core/replay.h"
#include "core/scenario.h"
#include "files.h"

using namespace council;

namespace {

struct Landmark {
  std::string_view id;
  std::string_view date;
  std::string_view rule;
  std::string_view resolution;  // empty where the text was not adopted
  Reason reason;
  int in_favour, against, abstaining, not_participating;
  std::string_view others;     // whoever was not in favour, as "CODE=letter"
  std::string_view vetoed_by;  // by code, in alphabetical order
};

constexpr Landmark landmarks[] = {
    {"spain-1946", "1946-04-29", "unsc-1946", "S/RES/4(1946)", Reason::majority, 10, 0, 1, 0, "RUS=A", ""},
    {"double-veto-1948", "1948-05-24", "unsc-1946", "", Reason::veto, 8, 2, 1, 0, "FRA=A RUS=N UKR=N", "RUS"},
    {"korea-1950", "1950-06-25", "unsc-1946", "S/RES/82(1950)", Reason::majority, 9, 0, 1, 1, "RUS=X YUG=A", ""},
    {"taiwan-1950", "1950-09-29", "unsc-1946-procedural", "S/RES/87(1950)", Reason::majority, 7, 3, 1, 0,
     "CHN=N CUB=N EGY=A USA=N", ""},
    {"suez-1956", "1956-10-31", "unsc-1946-procedural", "S/RES/119(1956)", Reason::majority, 7, 2, 2, 0,
     "AUS=A BEL=A FRA=N GBR=N", ""},
    {"rhodesia-1965", "1965-05-06", "unsc-1946", "S/RES/202(1965)", Reason::majority, 7, 0, 4, 0,
     "FRA=A GBR=A RUS=A USA=A", ""},
    {"guinea-1969", "1969-12-22", "unsc", "S/RES/275(1969)", Reason::majority, 9, 0, 6, 0,
     "CHN=A COL=A ESP=A FRA=A GBR=A USA=A", ""},
    {"middle-east-1973", "1973-12-15", "unsc", "S/RES/344(1973)", Reason::majority, 10, 0, 4, 1,
     "CHN=X FRA=A GBR=A RUS=A USA=A", ""},
    {"namibia-1981", "1981-04-30", "unsc", "", Reason::veto, 12, 3, 0, 0, "FRA=N GBR=N USA=N", "FRA GBR USA"},
    {"guatemala-1997", "1997-01-10", "unsc", "", Reason::veto, 14, 1, 0, 0, "CHN=N", "CHN"},
    {"south-sudan-2011", "2011-07-13", "unsc", "S/RES/1999(2011)", Reason::without_vote, 0, 0, 0, 0, "", ""},
    {"palestine-2014", "2014-12-30", "unsc", "", Reason::insufficient_votes, 8, 2, 5, 0,
     "AUS=N GBR=A KOR=A LTU=A NGA=A RWA=A USA=N", ""},
    {"syria-aid-2019", "2019-12-20", "unsc", "", Reason::veto, 13, 2, 0, 0, "CHN=N RUS=N", "CHN RUS"},
    {"syria-aid-2020", "2020-01-10", "unsc", "S/RES/2504(2020)", Reason::majority, 11, 0, 4, 0,
     "CHN=A GBR=A RUS=A USA=A", ""},
    {"syria-crossings-2020", "2020-07-07", "unsc", "", Reason::veto, 13, 2, 0, 0, "CHN=N RUS=N", "CHN RUS"},
    {"foreign-fighters-2020", "2020-08-31", "unsc", "", Reason::veto, 14, 1, 0, 0, "USA=N", "USA"},
    {"ukraine-2022", "2022-02-25", "unsc", "", Reason::veto, 11, 1, 3, 0, "ARE=A CHN=A IND=A RUS=N", "RUS"},
    {"ukraine-session-2022", "2022-02-27", "unsc-procedural", "S/RES/2623(2022)", Reason::majority, 11, 1, 3, 0,
     "ARE=A CHN=A IND=A RUS=N", ""},
    {"dprk-sanctions-2022", "2022-05-26", "unsc", "", Reason::veto, 13, 2, 0, 0, "CHN=N RUS=N", "CHN RUS"},
    {"ukraine-annexation-2022", "2022-09-30", "unsc", "", Reason::veto, 10, 1, 4, 0, "BRA=A CHN=A GAB=A IND=A RUS=N",
     "RUS"},
    {"dprk-panel-2023", "2023-03-23", "unsc", "S/RES/2680(2023)", Reason::majority, 15, 0, 0, 0, "", ""},
    {"gaza-2023", "2023-10-18", "unsc", "", Reason::veto, 12, 1, 2, 0, "GBR=A RUS=A USA=N", "USA"},
    {"dprk-panel-2024", "2024-03-28", "unsc", "", Reason::veto, 13, 1, 1, 0, "CHN=A RUS=N", "RUS"},
    {"palestine-membership-2024", "2024-04-18", "unsc", "", Reason::veto, 12, 1, 2, 0, "CHE=A GBR=A USA=N", "USA"},
    {"sudan-2024", "2024-11-18", "unsc", "", Reason::veto, 14, 1, 0, 0, "RUS=N", "RUS"},
    {"gaza-2024", "2024-11-20", "unsc", "", Reason::veto, 14, 1, 0, 0, "USA=N", "USA"},
    {"gaza-2025", "2025-09-18", "unsc", "", Reason::veto, 14, 1, 0, 0, "USA=N", "USA"},
    {"middle-east-2026", "2026-03-11", "unsc", "", Reason::insufficient_votes, 4, 2, 9, 0,
     "BHR=A COD=A COL=A DNK=A FRA=A GBR=A GRC=A LBR=A LVA=N PAN=A USA=N", ""},
    {"hormuz-2026", "2026-04-07", "unsc", "", Reason::veto, 11, 2, 2, 0, "CHN=N COL=A PAK=A RUS=N", "CHN RUS"},
};

Scenario scenario_called(std::string_view id) {
  const std::string path = CONTENT_DIR "/scenarios/" + std::string(id) + ".json";
  const std::string text = test::file(path);
  Result<Scenario> result = parse_scenario(text);
  const std::string error = result ? "" : path + ":" + result.error().text();
  REQUIRE_MESSAGE(result.ok(), error);
  return std::move(result.value());
}

std::string joined(std::vector<std::string> parts) {
  std::sort(parts.begin(), parts.end());
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : " ") + part;
  return result;
}

std::string codes_of(const Scenario& scenario, Seats seats) {
  std::vector<std::string> codes;
  for (std::size_t seat = 0; seat < scenario.members.size(); ++seat)
    if (contains(seats, static_cast<int>(seat))) codes.emplace_back(scenario.members[seat].code);
  return joined(codes);
}

}  // namespace

TEST_CASE("every landmark vote comes out as the record has it") {
  for (const Landmark& row : landmarks) {
    CAPTURE(std::string(row.id));
    const Scenario scenario = scenario_called(row.id);
    CHECK(scenario.id == row.id);
    CHECK(scenario.date == row.date);
    CHECK(scenario.rule_id == row.rule);
    CHECK(scenario.resolution == row.resolution);

    const Decision decision = decide(scenario.rule, scenario.recorded);
    CHECK(decision.outcome == (row.resolution.empty() ? Outcome::not_adopted : Outcome::adopted));
    CHECK(decision.reason == row.reason);
    CHECK(decision.tally.in_favour == row.in_favour);
    CHECK(decision.tally.against == row.against);
    CHECK(decision.tally.abstaining == row.abstaining);
    CHECK(decision.tally.not_participating == row.not_participating);
    CHECK(decision.tally.required == (row.date < council_of_fifteen_since ? 7 : 9));
    CHECK(codes_of(scenario, decision.vetoed_by) == row.vetoed_by);

    if (row.reason != Reason::without_vote) {
      std::vector<std::string> others;
      for (std::size_t seat = 0; seat < scenario.members.size(); ++seat) {
        const Vote vote = scenario.recorded.votes[seat];
        if (vote != Vote::in_favour) others.push_back(std::string(scenario.members[seat].code) + "=" + letter_of(vote));
      }
      CHECK(joined(others) == row.others);
    }
  }
}

TEST_CASE("landmark votes: who sits there, and by what rule") {
  for (const Landmark& row : landmarks) {
    CAPTURE(std::string(row.id));
    const Scenario scenario = scenario_called(row.id);
    Seats permanent = 0;
    for (std::size_t seat = 0; seat < scenario.members.size(); ++seat) {
      const Member& member = scenario.members[seat];
      CHECK(member.group.has_value() == (row.date >= "1966-01-01"));
      if (member.permanent) permanent |= seat_bit(static_cast<int>(seat));
      // Members are named as they were on the day.
      if (member.code == "RUS") CHECK(member.short_name.in("en") == (row.date < "1991-12-24" ? "USSR" : "Russia"));
      if (member.code == "CHN")
        CHECK(member.name.in("en") == (row.date < "1971-10-25" ? "Republic of China" : "China"));
    }
    CHECK(codes_of(scenario, permanent) == "CHN FRA GBR RUS USA");

    const bool procedural = row.rule.ends_with("-procedural");
    CHECK(row.rule == rule_of(row.date, procedural));
    const auto listed = [&](const ProceduralDecision& decision) { return decision.symbol == row.resolution; };
    CHECK(std::any_of(opposed_procedural_decisions.begin(), opposed_procedural_decisions.end(), listed) == procedural);

    REQUIRE_FALSE(scenario.stories.empty());
    CHECK(scenario.stories.front().language == "en");
    CHECK_FALSE(scenario.sources.empty());
    if (row.resolution.empty()) continue;
    CHECK(std::any_of(scenario.sources.begin(), scenario.sources.end(), [&](const Source& source) {
      return source.url.ends_with(row.resolution) && source.date == row.date;
    }));
  }
}

TEST_CASE("no scenario is missing from the table of landmark votes") {
  std::set<std::string> listed;
  for (const Landmark& row : landmarks) CHECK(listed.insert(std::string(row.id)).second);
  for (const auto& entry : std::filesystem::directory_iterator(CONTENT_DIR "/scenarios")) {
    CAPTURE(entry.path().string());
    CHECK(entry.path().extension() == ".json");
    CHECK(listed.count(entry.path().stem().string()) == 1);
  }
}
