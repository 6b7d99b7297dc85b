// The index of vetoes: what a good file says, and what it counts. That broken files are refused by place is for
// tests/cli/council.test.mjs, which goes over tests/fixtures/vetoes.
#include "core/vetoes.h"

#include <doctest/doctest.h>

#include <string>

#include "files.h"

using namespace council;

namespace {

std::string small_index() { return test::file(FIXTURES_DIR "/vetoes/good/small.json"); }

}  // namespace

TEST_CASE("an index is read as it is written") {
  const Result<VetoIndex> read = parse_vetoes(small_index());
  REQUIRE_MESSAGE(read.ok(), read.error().text());
  const VetoIndex& index = read.value();
  CHECK(index.as_of == "2026-10-05");
  CHECK(index.last_year() == 2026);
  CHECK(index.sources.size() == 1);
  CHECK(index.sources[0].publisher == "Dag Hammarskjöld Library");
  CHECK(index.matters == std::vector<std::string_view>{"admission", "korea", "middle_east"});
  REQUIRE(index.texts.size() == 8);

  const VetoedText& suez = index.texts[2];
  CHECK(suez.date == "1956-10-30");
  CHECK(suez.draft == "S/3710");
  CHECK(suez.record == "S/PV.749");
  CHECK(suez.vetoed_by == (seat_bit(permanent_place("FRA")) | seat_bit(permanent_place("GBR"))));
  REQUIRE(suez.tally.has_value());
  CHECK(suez.tally->in_favour == 7);
  CHECK(suez.tally->against == 2);
  CHECK(suez.tally->abstaining == 2);
  CHECK(suez.matter == "middle_east");
  CHECK_FALSE(index.texts[1].tally.has_value());
  CHECK(index.texts[1].draft.empty());
  CHECK(index.texts[3].matter.empty());
}

TEST_CASE("a text that several vetoed counts once for each") {
  const VetoIndex index = parse_vetoes(small_index()).value();
  const auto by = [&](std::string_view code, int from = first_year, int to = limits::last_year) {
    return vetoes_by(index, permanent_place(code), from, to);
  };
  CHECK(by("RUS") == 4);
  CHECK(by("USA") == 2);
  CHECK(by("GBR") == 2);
  CHECK(by("CHN") == 2);
  CHECK(by("FRA") == 2);
  CHECK(by("RUS", 1947, 2022) == 1);
  CHECK(by("RUS", 1946, 1946) == 2);
  CHECK(by("GBR", 1957, 1980) == 0);
}

TEST_CASE("an index outlives the text that it was read from") {
  Result<VetoIndex> moved = [] {
    std::string text = small_index();
    Result<VetoIndex> read = parse_vetoes(text);
    text.assign(text.size(), 'x');
    return read;
  }();
  const VetoIndex index = std::move(moved).value();
  CHECK(index.texts.back().draft == "S/2025/353");
  CHECK(index.matters.back() == "middle_east");
}
