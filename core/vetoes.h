// The index of vetoed texts, as web/content/vetoes.json holds it: each text once, with its day, its symbols, who vetoed
// it, how the Council voted where that is known, and what it was about. The format is published in
// web/content/schemas/vetoes.schema.json.
//
//   Result<VetoIndex> index = parse_vetoes(text);
//   if (!index) report(index.error().text());        // "6:40: texts[1].tally: found "13-1", expected …"
//   vetoes_by(index.value(), 3)                      // how many texts Russia, or the USSR before it, vetoed
//
// A text is vetoed where at least one permanent member's vote against it kept it from being adopted. One that several
// vetoed counts once for each of them. How many there are depends on the list: `sources` name it, `as_of` says how far
// it goes.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "fields.h"
#include "json.h"
#include "result.h"
#include "seats.h"

namespace council {

/// The permanent members in the order of their codes; RUS for the USSR, CHN for the Republic of China, too.
inline constexpr std::array<std::string_view, 5> permanent_codes{"CHN", "FRA", "GBR", "RUS", "USA"};

/// The place in permanent_codes of a code, or -1.
constexpr int permanent_place(std::string_view code) {
  for (std::size_t i = 0; i < permanent_codes.size(); ++i)
    if (permanent_codes[i] == code) return static_cast<int>(i);
  return -1;
}

/// The first year that the Council met in.
inline constexpr int first_year = 1946;

/// The year of a day as files write it.
constexpr int year_of(std::string_view date) {
  int year = 0;
  for (const char c : date.substr(0, 4)) year = year * 10 + (c - '0');
  return year;
}

struct VetoTally {
  int in_favour, against, abstaining;
};

struct VetoedText {
  std::string_view date;    ///< YYYY-MM-DD
  std::string_view draft;   ///< S/2024/255; empty where it has no symbol
  std::string_view record;  ///< of the meeting: S/PV.9591
  Seats vetoed_by = 0;      ///< bits by place in permanent_codes; never 0
  std::optional<VetoTally> tally;
  std::string_view matter;  ///< one of the index's; empty where none is named
};

/// Moves, but does not copy; its texts are those of `document` and live as long as the index, wherever it moves.
struct VetoIndex {
  std::string_view as_of;  ///< the day up to which it is complete, YYYY-MM-DD
  std::vector<Source> sources;
  std::vector<std::string_view> matters;
  std::vector<VetoedText> texts;  ///< by date
  json::Document document;

  int last_year() const { return year_of(as_of); }
};

/// How many texts a permanent member vetoed, by place in permanent_codes, from one year to another.
int vetoes_by(const VetoIndex& index, int member, int from = first_year, int to = limits::last_year);

/// The index in a file's text, or the first thing that is wrong with it.
Result<VetoIndex> parse_vetoes(std::string_view text);

/// Less of it, for who was given an index that others have read whole: what a plot shows, days, vetoes and the sources'
/// publishers. All else may be anything, and is left out.
Result<VetoIndex> parse_vetoes_plot(std::string_view text);

}  // namespace council
