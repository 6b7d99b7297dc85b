// A recorded vote, as a file of web/content/scenarios holds it: the draft, the members in seat order, who voted how,
// and the sources. The format is published in web/content/schemas/scenario.schema.json.
//
//   Result<Scenario> scenario = parse_scenario(text);
//   if (!scenario) report(scenario.error().text());     // "12:15: votes.RUS: found "no", expected in_favour, …"
//   Decision decision = decide(scenario.value().rule, scenario.value().recorded);
//
// Parsing never trusts its input: unknown or missing fields, wrong types, seats that do not fit the rule and votes of
// nobody are errors that name the place; there is no half-read scenario.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "decision.h"
#include "fields.h"
#include "json.h"
#include "result.h"

namespace council {

/// The regional groups from which elected members are chosen (General Assembly resolution 1991 A (XVIII)).
enum class Group : std::uint8_t {
  africa,
  asia_pacific,
  eastern_europe,
  latin_america_caribbean,
  western_europe_other,
};

struct Member {
  std::string_view code;  ///< the UN's three letters; RUS for the USSR too
  Localised name;         ///< formal: "Russian Federation"
  Localised short_name;   ///< beside its seat: "Russia"; the name where the file gives none
  Localised phrase;       ///< inside a sentence: "the United Kingdom"; the short name where the file gives none
  bool permanent = false;
  bool is_new = false;  ///< a permanent seat that a reform would add
  std::optional<Group> group;
};

struct Draft {
  std::string_view symbol;  ///< S/2024/255; may be empty for decisions that had no draft
  Localised subject;        ///< in a few words: "Renew the panel of experts to April 2025"
};

struct Story {
  std::string_view language;
  std::string_view title;
  std::string_view summary;
};

/// A vote that carried a mandate.
struct MandateVote {
  std::string_view resolution;  ///< S/RES/1874(2009)
  std::string_view date;        ///< YYYY-MM-DD
};

/// A mandate that the draft would have carried on, where the scenario tells of one.
struct Mandate {
  Localised title;                 ///< in a line
  std::vector<MandateVote> votes;  ///< every one before this vote, in order; empty where there is no mandate
  std::string_view until;          ///< the day to which the draft would carry it, YYYY-MM-DD
};

/// Moves, but does not copy; its texts are those of `document` and live as long as the scenario, wherever it moves.
struct Scenario {
  std::string_view id;       ///< as in the file's name and in links: "dprk-panel-2024"
  std::string_view date;     ///< YYYY-MM-DD
  std::string_view rule_id;  ///< of a standard rule; empty where the scenario brings its own
  Rule rule;
  Draft draft;
  std::string_view resolution;  ///< the symbol, when adopted as one; else empty
  std::vector<Member> members;
  Ballot recorded;
  Mandate mandate;
  std::vector<Story> stories;
  std::vector<Source> sources;
  json::Document document;

  /// The seat of the member with that code, or -1.
  int seat_of(std::string_view code) const;
};

/// The seats of each kind.
struct Kinds {
  Seats permanent = 0;
  Seats new_permanent = 0;
  Seats elected = 0;
};
Kinds kinds_of(const std::vector<Member>& members);

/// A standard rule applied to these members; nothing where it is made for another number of seats of some kind.
std::optional<Rule> rule_among(const StandardRule& standard, const std::vector<Member>& members);

/// The scenario in a file's text, or the first thing that is wrong with it.
Result<Scenario> parse_scenario(std::string_view text);

// Less of it, for who was given a scenario that others have read whole; all else in the text may be anything, and is
// left out.

/// What decides the vote, and who cast it: id, rule, members without their groups, votes, resolution.
Result<Scenario> parse_vote(std::string_view text);
/// That, and what a picture shows: date, draft, mandate.
Result<Scenario> parse_picture(std::string_view text);

}  // namespace council
