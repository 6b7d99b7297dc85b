// The record decided again: good files agree, and every kind of bad file is reported with its place and left out.
#include "core/replay.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/procedural.h"
#include "files.h"

using namespace council;

namespace {

std::string fixture(const std::string& name) { return test::file(FIXTURES_DIR "/csv/" + name); }

struct Outcomes {
  ReplayReport report;
  std::vector<std::string> errors;
  bool unreadable = false;
};

Outcomes replay_in_pieces(std::string_view text, std::size_t piece, std::vector<ResolutionSymbol> procedural) {
  Replay replay(std::move(procedural));
  std::vector<Error> errors;
  for (std::size_t at = 0; at < text.size(); at += piece) replay.read(text.substr(at, piece), errors);
  replay.finish(errors);
  Outcomes outcomes{replay.report(), {}, replay.unreadable()};
  for (const Error& error : errors) outcomes.errors.push_back(error.text());
  return outcomes;
}

Outcomes replay_whole(std::string_view text, std::vector<ResolutionSymbol> procedural = built_in_procedural()) {
  return replay_in_pieces(text, text.size() + 1, std::move(procedural));
}

struct BadFile {
  const char* name;
  std::vector<std::string> errors;
  int resolutions;  // what is decided all the same
  int skipped;
};

// The good file that these were broken from holds resolutions 4 (1946) and 344 (1973).
const BadFile bad_files[] = {
    {"against_without_vote.csv",
     {"10:35: ms_vote: found \"A\", expected Y for all, where a text was adopted without a vote"},
     1,
     1},
    {"before_the_council.csv",
     {"2:15: date: found \"1946-01-16\", expected no day before 1946-01-17, the Council's first meeting"},
     1,
     1},
    {"carriage_return_alone.csv", {"4:25: found a carriage return alone, expected a line feed after it"}, 1, 1},
    {"changing_permanence.csv",
     {"13:32: permanent_member: found a permanent member that has sat as an elected one in earlier rows, expected the "
      "same throughout"},
     1,
     1},
    {"dates_differ.csv",
     {"8:15: date: found \"1946-04-30\", expected \"1946-04-29\", as in the first row of S/RES/4(1946)"},
     1,
     1},
    {"day_first.csv", {"2:15: date: found \"29-04-1946\", expected a day of the calendar, as year-month-day"}, 1, 1},
    {"eleven_members_in_1973.csv",
     {"2:1: resolution: found 11 rows of S/RES/343(1973), expected 15, as many as the Council had members on "
      "1973-12-14"},
     1,
     1},
    {"empty_vote.csv", {"5:36: ms_vote: found \"\", expected Y, N, A or X"}, 1, 1},
    {"four_permanent_members.csv",
     {"2:30: permanent_member: found 4 permanent members in the rows of S/RES/4(1946), expected 5"},
     1,
     1},
    {"long_row.csv", {"4:56: found a row of 12 fields, expected 11, as in the header"}, 1, 1},
    {"lower_case_vote.csv", {"5:36: ms_vote: found \"y\", expected Y, N, A or X"}, 1, 1},
    {"neither_true_nor_false.csv", {"4:30: permanent_member: found \"yes\", expected True or False"}, 1, 1},
    {"no_such_day.csv", {"2:15: date: found \"1946-04-31\", expected a day of the calendar, as year-month-day"}, 1, 1},
    {"no_symbol.csv",
     {"6:1: resolution: found \"S/1946/4\", expected a resolution symbol, such as S/RES/2680(2023)",
      "2:1: resolution: found 10 rows of S/RES/4(1946), expected 11, as many as the Council had members on "
      "1946-04-29"},
     1,
     1},
    {"not_utf8.csv", {"8:27: found bytes that are no character, expected UTF-8"}, 1, 1},
    {"number_used_twice.csv",
     {"13:1: resolution: found S/RES/4(1973), after the rows of resolution 4 had ended, expected the rows of a "
      "resolution together, and each number once"},
     1,
     1},
    {"open_quote.csv",
     {"20:28: found a quoted field that is still open at the end of the file, on line 28, expected its closing quote"},
     1,
     1},
    {"open_quote_early.csv",
     {"4:26: found a quoted field that is still open at the end of the file, on line 28, expected its closing quote"},
     0,
     1},
    {"other_year.csv", {"2:15: date: found \"1947-04-29\", expected a day in the year of S/RES/4(1946)"}, 1, 1},
    {"quote_closed_lines_later.csv",
     {"6:27: found text after the closing quote of the field that opened at 4:26, expected a comma or the end of the "
      "line"},
     1,
     1},
    {"quote_within_field.csv",
     {"4:27: found a quote within a field that did not begin with one, expected the whole field in quotes, and quotes "
      "in it doubled"},
     1,
     1},
    {"rows_apart.csv",
     {"2:1: resolution: found 7 rows of S/RES/4(1946), expected 11, as many as the Council had members on 1946-04-29",
      "24:1: resolution: found S/RES/4(1946), after the rows of resolution 4 had ended, expected the rows of a "
      "resolution together, and each number once"},
     1,
     1},
    {"same_member_twice.csv", {"3:26: ms_code: found \"AUS\", expected each member once in S/RES/4(1946)"}, 1, 1},
    {"short_row.csv", {"4:51: found a row of 9 fields, expected 11, as in the header"}, 1, 1},
    {"text_after_quote.csv",
     {"4:30: found text after the closing quote of the field that opened at 4:26, expected a comma or the end of the "
      "line"},
     1,
     1},
    {"too_few_members.csv",
     {"2:1: resolution: found 10 rows of S/RES/4(1946), expected 11, as many as the Council had members on "
      "1946-04-29"},
     1,
     1},
    {"too_many_members.csv",
     {"13:26: ms_code: found \"CUB\", expected 11 members and no more, as the Council had on 1946-04-29"},
     1,
     1},
    {"total_no_number.csv", {"2:47: total_yes: found \"ten\", expected a whole number"}, 1, 1},
    {"total_not_of_these_votes.csv",
     {"2:47: total_yes: found \"11\", expected 10, as the rows of S/RES/4(1946) have it"},
     1,
     1},
    {"totals_differ.csv",
     {"7:47: total_yes: found \"11\", expected \"10\", as in the first row of S/RES/4(1946)"},
     1,
     1},
    {"truncated_between_rows.csv",
     {"13:1: resolution: found 8 rows of S/RES/344(1973), expected 15, as many as the Council had members on "
      "1973-12-15"},
     1,
     1},
    {"truncated_in_a_character.csv",
     {"27:60: found a character cut short by the end of the file, expected UTF-8"},
     1,
     1},
    {"truncated_in_a_row.csv", {"27:40: found a row of 6 fields, expected 11, as in the header"}, 1, 1},
    {"unknown_code.csv", {"3:26: ms_code: found \"Brazil\", expected a member's code of three capital letters"}, 1, 1},
    {"unknown_modality.csv", {"2:38: modality: found \"SECRET\", expected RECORDED or ADOPTED WITHOUT VOTE"}, 1, 1},
    {"unknown_vote.csv", {"5:36: ms_vote: found \"Q\", expected Y, N, A or X"}, 1, 1},
    {"wrong_number_of_members.csv",
     {"2:56: total_ms: found \"15\", expected 11, as the rows of S/RES/4(1946) have it"},
     1,
     1},
};

// Files of which nothing can be read.
const BadFile unreadable_files[] = {
    {"another_file.csv",
     {"1:1: ms_code: found the unknown column \"name\", expected a column of that name",
      "1:1: permanent_member: found the unknown column \"name\", expected a column of that name",
      "1:1: ms_vote: found the unknown column \"name\", expected a column of that name",
      "1:1: date: found the unknown column \"name\", expected a column of that name",
      "1:1: resolution: found the unknown column \"name\", expected a column of that name",
      "1:1: modality: found the unknown column \"name\", expected a column of that name",
      "1:1: total_yes: found the unknown column \"name\", expected a column of that name",
      "1:1: total_no: found the unknown column \"name\", expected a column of that name",
      "1:1: total_abstentions: found the unknown column \"name\", expected a column of that name",
      "1:1: total_non_voting: found the unknown column \"name\", expected a column of that name",
      "1:1: total_ms: found the unknown column \"name\", expected a column of that name"},
     0,
     0},
    {"empty.csv", {"1:1: found the end of the file, expected a header with the names of the columns"}, 0, 0},
    {"missing_column.csv", {"1:1: modality: found no column of that name, expected a column of that name"}, 0, 0},
    {"only_blank_lines.csv", {"4:1: found the end of the file, expected a header with the names of the columns"}, 0, 0},
    {"only_header.csv", {"2:1: found the end of the file, expected rows of votes"}, 0, 0},
    {"renamed_column.csv", {"1:42: ms_vote: found the unknown column \"vote\", expected a column of that name"}, 0, 0},
    {"twin_column.csv",
     {"1:69: total_yes: found a second column of that name, expected one",
      "1:1: total_no: found no column of that name, expected a column of that name"},
     0,
     0},
};

constexpr std::string_view header =
    "date,resolution,ms_code,permanent_member,ms_vote,modality,total_yes,total_no,total_abstentions,total_non_voting,"
    "total_ms\n";

/// A resolution's rows from letters of votes, the permanent members first.
std::string rows_of(int number, std::string_view date, std::string_view votes, std::string_view modality = "RECORDED") {
  constexpr std::string_view codes = "CHNFRAGBRRUSUSAAUSBRAEGYMEXNLDPOLJPNINDKENPER";
  std::string rows;
  for (std::size_t seat = 0; seat < votes.size(); ++seat) {
    rows += std::string(date) + ",S/RES/" + std::to_string(number) + "(" + std::string(date.substr(0, 4)) + ")," +
            std::string(codes.substr(3 * seat, 3)) + (seat < 5 ? ",True," : ",False,") + votes[seat] + "," +
            std::string(modality);
    for (const char letter : {'Y', 'N', 'A', 'X'})
      rows += "," + std::to_string(std::count(votes.begin(), votes.end(), letter));
    rows += "," + std::to_string(votes.size()) + "\n";
  }
  return rows;
}

/// All that is decided of a text that comes in pieces.
std::vector<DecidedResolution> decided_of(std::string_view text, std::size_t piece) {
  Replay replay;
  std::vector<Error> errors;
  std::vector<DecidedResolution> all;
  const auto take = [&] { all.insert(all.end(), replay.decided().begin(), replay.decided().end()); };
  for (std::size_t at = 0; at < text.size(); at += piece) {
    replay.read(text.substr(at, piece), errors);
    take();
  }
  replay.finish(errors);
  take();
  CHECK(static_cast<std::int64_t>(all.size()) == replay.report().resolutions);
  return all;
}

}  // namespace

TEST_CASE("replay: the Library's layout, with its byte-order mark, quotes and line ends") {
  const std::string text = fixture("whole_layout.csv");
  CHECK(text.starts_with("\xEF\xBB\xBFundl_id,"));
  CHECK(text.find("\"The Middle East:\na peace conference\"") != std::string::npos);
  CHECK(text.find("False,Y,1946-04-29,S/RES/4(1946),,S/PV.39,A subcommittee on Spain,,,,RECORDED,10,0,1,0,11,\r\n") !=
        std::string::npos);

  const Outcomes with_table = replay_whole(text);
  CHECK(with_table.errors.empty());
  CHECK(with_table.report == ReplayReport{6, 6, 1, 0, {}});

  const Outcomes without = replay_whole(text, {});
  CHECK(without.errors.empty());
  CHECK(without.report.agree == 4);
  CHECK(without.report.disagreements ==
        std::vector<Disagreement>{
            {"S/RES/87(1950)", "1950-09-29", Outcome::adopted, Outcome::not_adopted, Reason::veto},
            {"S/RES/2623(2022)", "2022-02-27", Outcome::adopted, Outcome::not_adopted, Reason::veto}});
}

TEST_CASE("replay: every kind of bad file is reported, and no more is left out than need be") {
  CHECK(replay_whole(fixture("two_resolutions.csv")).report == ReplayReport{2, 2, 0, 0, {}});
  for (const BadFile& row : bad_files) {
    CAPTURE(std::string(row.name));
    const Outcomes outcomes = replay_whole(fixture(row.name));
    CHECK(outcomes.errors == row.errors);
    CHECK_FALSE(outcomes.unreadable);
    CHECK(outcomes.report == ReplayReport{row.resolutions, row.resolutions, 0, row.skipped, {}});
  }
  for (const BadFile& row : unreadable_files) {
    CAPTURE(std::string(row.name));
    const Outcomes outcomes = replay_whole(fixture(row.name));
    CHECK(outcomes.errors == row.errors);
    CHECK(outcomes.unreadable);
    CHECK(outcomes.report == ReplayReport{});
  }
}

TEST_CASE("replay: chunks may end anywhere") {
  std::vector<std::string> names{"whole_layout.csv", "two_resolutions.csv"};
  for (const BadFile& row : bad_files) names.push_back(row.name);
  for (const BadFile& row : unreadable_files) names.push_back(row.name);
  for (const std::string& name : names) {
    CAPTURE(name);
    const std::string text = fixture(name);
    const Outcomes whole = replay_whole(text);
    for (const std::size_t piece : {1U, 5U, 64U}) {
      const Outcomes pieces = replay_in_pieces(text, piece, built_in_procedural());
      CHECK(pieces.report == whole.report);
      CHECK(pieces.errors == whole.errors);
    }
  }
}

TEST_CASE("replay: the rule is that of the date, to the day") {
  // Seven in favour carried until 1965; from 1966 nine of fifteen are needed.
  const std::string last = rows_of(218, "1965-12-31", "AAYYYYYYYAA");
  const std::string first = rows_of(219, "1966-01-01", "YYYYYYYYAAAAAAA");
  const std::string nine = rows_of(220, "1966-01-01", "AAAAXYYYYYYYYYA");
  const Outcomes outcomes = replay_whole(std::string(header) + last + first + nine);
  CHECK(outcomes.errors.empty());
  CHECK(outcomes.report.agree == 2);
  CHECK(outcomes.report.disagreements == std::vector<Disagreement>{{"S/RES/219(1966)", "1966-01-01", Outcome::adopted,
                                                                    Outcome::not_adopted, Reason::insufficient_votes}});

  // What the record's order of dates is does not matter.
  CHECK(replay_whole(std::string(header) + nine + last).report == ReplayReport{2, 2, 0, 0, {}});
}

TEST_CASE("replay: each resolution is told once, as the file has it, in the chunk that ends it") {
  const std::string text = fixture("whole_layout.csv");
  for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}, text.size()}) {
    const std::vector<DecidedResolution> all = decided_of(text, piece);
    REQUIRE(all.size() == 6);
    const DecidedResolution& spain = all[0];
    CHECK(spain.symbol == "S/RES/4(1946)");
    CHECK(spain.date == "1946-04-29");
    CHECK(spain.description == "A subcommittee on Spain");
    CHECK(spain.meeting == "S/PV.39");
    CHECK(spain.draft.empty());
    CHECK(spain.agenda.empty());
    CHECK(spain.rule == "unsc-1946");
    CHECK(spain.members == "AUSBRACHNEGYFRAMEXNLDPOLRUSGBRUSA");
    CHECK(spain.permanent == (seat_bit(2) | seat_bit(4) | seat_bit(8) | seat_bit(9) | seat_bit(10)));
    CHECK(spain.reason == Reason::majority);
    std::string letters;
    for (std::size_t seat = 0; seat < 11; ++seat) letters += letter_of(spain.ballot.votes[seat]);
    CHECK(letters == "YYYYYYYYAYY");
    CHECK(all[1].rule == "unsc-1946-procedural");
    CHECK(all[1].description == "An invitation, over two permanent votes against");
    CHECK(std::count_if(all.begin(), all.end(), [](const auto& one) { return one.reason == Reason::without_vote; }) ==
          1);
  }
  // What is left out is not told, and columns that only tell more may be missing.
  const std::vector<DecidedResolution> rest = decided_of(fixture("unknown_vote.csv"), 64);
  REQUIRE(rest.size() == 1);
  CHECK(rest[0].symbol == "S/RES/344(1973)");
  CHECK(rest[0].description.empty());
  CHECK(rest[0].members.size() == 45);
}

TEST_CASE("replay: adopted without a vote") {
  const std::string rows = rows_of(1999, "2011-07-13", "YYYYYYYYYYYYYYY", "ADOPTED WITHOUT VOTE");
  CHECK(replay_whole(std::string(header) + rows).report == ReplayReport{1, 1, 1, 0, {}});

  // There may be no totals at all then; an empty total stands for none in a vote, too.
  std::string bare = rows;
  for (std::size_t at; (at = bare.find(",15,0,0,0,")) != std::string::npos;) bare.replace(at, 10, ",,,,,");
  CHECK(replay_whole(std::string(header) + bare).report == ReplayReport{1, 1, 1, 0, {}});
  std::string recorded = rows_of(2680, "2023-03-23", "YYYYYYYYYYYYYYY");
  for (std::size_t at; (at = recorded.find(",15,0,0,0,")) != std::string::npos;) recorded.replace(at, 10, ",15,,,,");
  CHECK(replay_whole(std::string(header) + recorded).report == ReplayReport{1, 1, 0, 0, {}});
  for (std::size_t at; (at = recorded.find(",15,,,,")) != std::string::npos;) recorded.replace(at, 7, ",,,,,");
  CHECK(replay_whole(std::string(header) + recorded).errors ==
        std::vector<std::string>{"2:49: total_yes: found \"\", expected 15, as the rows of S/RES/2680(2023) have it"});
}

TEST_CASE("replay: random rolls, against arithmetic of their letters") {
  std::uint32_t random = 19'460'117;
  const auto next = [&] { return random = random * 1'664'525 + 1'013'904'223, random >> 16; };
  std::string text(header);
  std::vector<std::string> vetoed, too_few;
  for (int number = 1; number <= 2000; ++number) {
    const bool eleven = next() % 2 == 0;
    std::string votes;
    for (int seat = 0; seat < (eleven ? 11 : 15); ++seat) votes += "YYYYYYYYYNAX"[next() % 12];
    const std::string date = eleven ? "1955-06-30" : "1999-06-30";
    text += rows_of(number, date, votes);
    const std::string symbol = "S/RES/" + std::to_string(number) + "(" + date.substr(0, 4) + ")";
    if (std::count(votes.begin(), votes.end(), 'Y') < (eleven ? 7 : 9))
      too_few.push_back(symbol);
    else if (votes.substr(0, 5).find('N') != std::string::npos)
      vetoed.push_back(symbol);
  }
  const Outcomes outcomes = replay_whole(text, {});
  CHECK(outcomes.errors.empty());
  CHECK(outcomes.report.resolutions == 2000);
  std::vector<std::string> found_vetoed, found_too_few;
  for (const Disagreement& one : outcomes.report.disagreements)
    (one.reason == Reason::veto ? found_vetoed : found_too_few).push_back(one.resolution);
  CHECK(vetoed.size() > 100);
  CHECK(too_few.size() > 10);
  CHECK(found_vetoed == vetoed);
  CHECK(found_too_few == too_few);

  // As matters of procedure, none of the vetoes would have been one.
  std::vector<ResolutionSymbol> all;
  for (const std::string& symbol : vetoed) all.push_back(*parse_symbol(symbol));
  CHECK(replay_whole(text, all).report.disagreements.size() == too_few.size());
}

TEST_CASE("the table of opposed procedural decisions") {
  const std::vector<ResolutionSymbol> symbols = built_in_procedural();
  CHECK(symbols.size() == 10);
  CHECK(std::find(symbols.begin(), symbols.end(), ResolutionSymbol{2623, 2022}) != symbols.end());

  const auto table = parse_procedural("\xEF\xBB\xBFS/RES/87(1950)\r\n\n  S/RES/2623(2022)\t\nS/RES/34(1947)");
  REQUIRE(table.ok());
  CHECK(table.value() == std::vector<ResolutionSymbol>{{87, 1950}, {2623, 2022}, {34, 1947}});
  CHECK(parse_procedural("").value().empty());
  CHECK(parse_procedural("\n \r\n").value().empty());
  const auto bad = parse_procedural("S/RES/87(1950)\n  87\n");
  REQUIRE_FALSE(bad.ok());
  CHECK(bad.error().text() == "2:3: found \"87\", expected one resolution symbol, such as S/RES/87(1950)");
}
