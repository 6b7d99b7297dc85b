// What would change the outcome: the smallest sets of members that could turn it by voting otherwise.
//
//   Changes changes = smallest_changes(rule, ballot);
//   changes.size      // 1: one member could
//   changes.number    // how many sets of that size could
//   changes.simplest  // at most five of them, with the votes that would do
//
// Counted by kinds of seats, never by trying sets.
#pragma once

#include <cstdint>
#include <vector>

#include "decision.h"

namespace council {

/// Members that vote otherwise, by what they would do instead. The sets do not overlap.
struct ChangeSet {
  Seats to_in_favour = 0;
  Seats to_abstaining = 0;
  Seats to_against = 0;

  friend constexpr bool operator==(const ChangeSet&, const ChangeSet&) = default;
};

struct Changes {
  int size = 0;              ///< members in a smallest set; 0 where no change of votes turns the outcome
  std::uint64_t number = 0;  ///< sets of that many members that could turn it
  std::vector<ChangeSet>
      simplest;  ///< at most most_listed of them, each with votes as near to the members' own as will do
};

inline constexpr std::size_t most_listed = 5;

/// The smallest sets that would adopt a text that falls, or defeat one that stands, under a valid rule, while the seats
/// in `fixed` vote as they do. A text adopted without a vote has none.
Changes smallest_changes(const Rule& rule, const Ballot& ballot, Seats fixed = 0);

}  // namespace council
