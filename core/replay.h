// The Council's own record, decided again: streams the Security Council Voting Data of the UN Digital Library (record
// 4055387, https://digitallibrary.un.org/record/4055387) and compares what the rule says with what happened.
//
//   Replay replay;                              // with the built-in table of procedural decisions
//   std::vector<Error> errors;
//   while (/* there is a chunk */) replay.read(chunk, errors);
//   replay.finish(errors);
//   replay.report();                            // so many agree; these disagree
//   replay.decided();                           // each of the resolutions that the last chunk completed
//
// The file has one row for each member's vote, the rows of a resolution together, and lists adopted resolutions only.
// Columns are found by their names. Each resolution is decided by the rule of its date, as a substantive matter unless
// the table of procedural decisions names it.
//
// What the record is like, and what is made of it:
// - Resolutions do not always come in the order of their dates: a resolution's own date decides, not its place.
// - A text adopted without a vote has "Y" for all, and only `modality` tells: it counts as without_vote.
// - China's non-participation in the 1970s is often written "A". Neither blocks, so no outcome depends on it.
// - An empty total stands for none.
//
// Input is never trusted. A row that cannot be read, or a resolution whose rows do not fit together, is reported with
// its place and left out, and counted as skipped; whether that is acceptable is the caller's matter. Memory does not
// grow with the input, but for the list of disagreements: whoever wants to keep what was decided takes it chunk by
// chunk.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "csv.h"
#include "decision.h"
#include "resolution.h"
#include "result.h"

namespace council {

/// The first day on which the Council sat with fifteen members and needed nine votes in favour.
inline constexpr std::string_view council_of_fifteen_since = "1966-01-01";
/// The day of the Council's first meeting: nothing is older.
inline constexpr std::string_view first_meeting = "1946-01-17";

/// The id of the rule for a resolution of that date (year-month-day).
constexpr std::string_view rule_of(std::string_view date, bool procedural) {
  if (date < council_of_fifteen_since) return procedural ? "unsc-1946-procedural" : "unsc-1946";
  return procedural ? "unsc-procedural" : "unsc";
}

/// A resolution as the file has it, and what the rule makes of it.
struct DecidedResolution {
  std::string symbol;
  std::string date;  ///< year-month-day
  // As they stand in the file's columns of these names; empty where it has none.
  std::string draft, meeting, description, agenda;
  std::string_view rule;  ///< the id of the standard rule by which it was decided
  std::string members;    ///< three letters each, in the order of the file's rows: "CHNFRAGBR…"
  Seats permanent = 0;    ///< those of them that the file calls permanent
  Ballot ballot;          ///< their votes
  Reason reason = Reason::majority;
};

/// A resolution that, by the rule, would have come out otherwise than the record says.
struct Disagreement {
  std::string resolution;  ///< its symbol
  std::string date;        ///< year-month-day
  Outcome expected;        ///< what the record says: it lists adopted texts only
  Outcome got;             ///< what the rule says
  Reason reason;           ///< why

  friend bool operator==(const Disagreement&, const Disagreement&) = default;
};

struct ReplayReport {
  std::int64_t resolutions = 0;   ///< decided
  std::int64_t agree = 0;         ///< of these: as the record says
  std::int64_t without_vote = 0;  ///< of these: adopted without a vote
  std::int64_t skipped = 0;       ///< resolution numbers of which rows were left out, each counted once
  std::vector<Disagreement> disagreements;

  friend bool operator==(const ReplayReport&, const ReplayReport&) = default;
};

/// The built-in table of opposed procedural decisions (core/procedural.h), by symbol.
std::vector<ResolutionSymbol> built_in_procedural();

/// A table of procedural decisions from text: one resolution symbol a line. Empty lines and blanks around a symbol do
/// not count; an empty text is an empty table.
Result<std::vector<ResolutionSymbol>> parse_procedural(std::string_view text);

class Replay {
 public:
  explicit Replay(std::vector<ResolutionSymbol> procedural = built_in_procedural());

  /// Reads on. Chunks may end anywhere. Adds what is wrong with the input to `errors`.
  void read(std::string_view chunk, std::vector<Error>& errors);
  /// Tells that the input is at its end.
  void finish(std::vector<Error>& errors);

  const ReplayReport& report() const { return report_; }
  /// What the latest read() or finish() has decided, in the order of the file.
  const std::list<DecidedResolution>& decided() const { return decided_; }
  /// Whether the header was unfit, so that nothing could be read.
  bool unreadable() const { return header_ == Header::unfit; }

 private:
  enum class Header : std::uint8_t { awaited, fit, unfit };
  enum Column : std::uint8_t {
    ms_code,
    permanent_member,
    ms_vote,
    date,
    resolution,
    modality,
    total_yes,
    total_no,
    total_abstentions,
    total_non_voting,
    total_ms,
    // What only tells more may be missing.
    draft,
    meeting,
    description,
    agenda,
  };
  static constexpr std::size_t needed_columns = 11;
  static constexpr std::size_t columns = 15;
  static const std::array<std::string_view, columns> column_names;

  struct Place {
    int line = 1;
    int column = 1;
  };
  /// What the rows of one resolution have told so far.
  struct Group {
    bool open = false;
    bool fit = true;  // nothing was wrong yet; only the first fault of a resolution is reported
    ResolutionSymbol symbol;
    std::array<std::string, columns> first;  // the fields of the first row, and where they stand
    std::array<Place, columns> places;
    Ballot ballot;
    Seats permanent = 0;
    std::array<int, max_seats> members{};
    std::array<Place, max_seats> member_places{};
    int rows = 0;
  };

  void read_record(std::vector<Error>& errors);
  void read_header(std::vector<Error>& errors);
  void open_group(const ResolutionSymbol& symbol, std::vector<Error>& errors);
  void read_row(std::vector<Error>& errors);
  void read_vote(const StandardRule& rule, std::vector<Error>& errors);
  void close_group(std::vector<Error>& errors);
  void check_group(const StandardRule& rule, std::vector<Error>& errors);
  void decide_group(const StandardRule& rule);
  const StandardRule& group_rule() const;
  void fault(Place place, Column column, std::string found, std::string expected, std::vector<Error>& errors);
  void fault(Column column, std::string expected, std::vector<Error>& errors);
  const CsvField& field(Column column) const { return reader_.fields()[positions_[column]]; }

  CsvReader reader_;
  std::vector<ResolutionSymbol> procedural_;
  Header header_ = Header::awaited;
  std::size_t header_fields_ = 0;
  std::array<std::size_t, columns> positions_{};
  Group group_;
  bool any_rows_ = false;
  std::vector<bool> seen_;                                   // resolution numbers whose rows have begun
  std::vector<bool> skipped_;                                // those of which rows were left out
  std::bitset<26 * 26 * 26> ever_permanent_, ever_elected_;  // members by code, as their rows say
  ReplayReport report_;
  std::list<DecidedResolution> decided_;  // a vector that grows is more code
};

}  // namespace council
