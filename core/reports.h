// What is counted, measured and decided again, as JSON: what the command prints with --json, and what the analysis
// module answers.
//
//   std::string text;
//   json::Writer writer(text);
//   write_count(writer, count_ballots(rule, Game::yes_no));     // {"adopting":"848","total":"32768","by_reason":{…}}
//
// Numbers of ballots are texts, because a reader that takes numbers for doubles loses digits after 2^53; fractions are
// texts, because they are exact.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "count.h"
#include "json_writer.h"
#include "power.h"
#include "replay.h"

namespace council {

/// adopting, total and by_reason {majority, insufficient_votes, veto}.
void write_count(json::Writer& writer, const BallotCount& ballots);

/// Members who are alike in standing.
struct Kind {
  std::string_view name;
  int members;
  Standing standing;
};

/// The kinds of seats of a standard rule, of which there are any: permanent, new_permanent, elected.
std::vector<Kind> kinds_of(const StandardRule& standard);
/// How the members of any rule stand, where any do: holder, other, party.
std::vector<Kind> kinds_of(const Rule& rule);

/// What power.h says of a rule in one game; that of the other is empty.
struct Powers {
  Game game;
  YesNoPowers yes_no;
  AbstentionPowers with_abstention;
};

Powers powers_of(const Rule& rule, Game game);

/// A figure of power, by its name in JSON: an exact fraction of these powers, or, where that is null, a number of
/// coalitions or profiles.
struct Figure {
  const char* key;
  const Fraction* fraction;
  std::uint64_t number = 0;
};

/// Of one member, and of all together.
std::vector<Figure> figures_of(const Powers& powers, Standing standing);
std::vector<Figure> figures_of_all(const Powers& powers);

/// How a fraction is written as a decimal number.
using Decimal = std::string (*)(const Fraction& fraction);

/// kinds {NAME {count, FIGURE …}} and the figures of all together; beside a fraction stands its FIGURE_decimal, where
/// it is told how that is written.
void write_power(json::Writer& writer, const Powers& powers, const std::vector<Kind>& kinds,
                 Decimal digits_of = nullptr);

/// resolutions, agree, disagree, without_vote, disagreements, and skipped where it is wanted.
void write_replay(json::Writer& writer, const ReplayReport& report, bool with_skipped);

}  // namespace council
