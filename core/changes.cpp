#include "changes.h"

#include <algorithm>

#include "combinatorics.h"

namespace council {

namespace {

/// Calls `found(set)` for the subsets of `size` of the seats, in seat order, until it returns false.
template <class Found>
bool subsets(Seats seats, int size, Seats chosen, const Found& found) {
  if (size == 0) return found(chosen);
  for (; count(seats) >= size; seats &= seats - 1) {
    const Seats first = seats & (~seats + 1);
    if (!subsets(seats & ~first, size - 1, chosen | first, found)) return false;
  }
  return true;
}

/// The first `n` of the seats.
Seats first_of(Seats seats, int n) {
  Seats result = 0;
  for (; n > 0; --n, seats &= seats - 1) result |= seats & (~seats + 1);
  return result;
}

}  // namespace

Changes smallest_changes(const Rule& rule, const Ballot& ballot) {
  Changes changes;
  if (ballot.without_vote) return changes;
  Seats yes = 0;
  Seats blockers = 0;
  for (int seat = 0; seat < rule.seats; ++seat) {
    const Vote vote = counted_vote(rule, ballot, seat);
    if (vote == Vote::in_favour) yes |= seat_bit(seat);
    if (blocks(rule, seat, vote)) blockers |= seat_bit(seat);
  }
  const Seats free = first_seats(rule.seats) & ~rule.must_abstain;
  const int missing = rule.required - count(yes);
  const auto list = [&](const ChangeSet& set) {
    changes.simplest.push_back(set);
    return changes.simplest.size() < most_listed;
  };

  if (outcome_of(settle(rule, ballot)) == Outcome::adopted) {
    // Either so many of those in favour stop being so, or so many more veto holders vote against.
    const int leave = 1 - missing;
    const Seats holders = rule.veto_holders & free & ~blockers;
    const int veto = rule.blocking_votes - count(blockers);
    const bool can_veto = rule.blocking_votes > 0 && count(holders) >= veto;
    changes.size = can_veto ? std::min(leave, veto) : leave;
    if (can_veto && veto == changes.size) {
      changes.number += choose(count(holders), veto);
      subsets(holders, veto, 0, [&](Seats set) { return list({.to_against = set}); });
    }
    if (leave == changes.size) {
      const Seats others = can_veto && veto == leave ? holders : 0;  // counted above already, where all are holders
      changes.number += choose(count(yes), leave) - choose(count(yes & others), leave);
      if (changes.simplest.size() < most_listed)
        subsets(yes, leave, 0, [&](Seats set) { return (set & ~others) == 0 || list({.to_abstaining = set}); });
    }
    return changes;
  }

  // So many blockers must give way, and so many votes in favour are missing; a blocker may come round altogether.
  const int give_way = rule.blocking_votes > 0 ? std::max(0, count(blockers) - rule.blocking_votes + 1) : 0;
  const int wanted = std::max(0, missing);
  const Seats others = free & ~yes & ~blockers;
  const int size = std::max(give_way, wanted);
  if (count(blockers) + count(others) < wanted) return changes;
  changes.size = size;
  for (int some = std::min(count(blockers), size); some >= give_way; --some) {
    changes.number += choose(count(blockers), some) * choose(count(others), size - some);
    if (changes.simplest.size() == most_listed || count(others) < size - some) continue;
    subsets(blockers, some, 0, [&](Seats these) {
      return subsets(others, size - some, 0, [&](Seats those) {
        // Where not every change has to be a vote in favour, abstaining is nearer, if the rule lets that pass.
        const Seats all = these | those;
        const Seats in_favour = rule.abstention_blocks ? all : those | first_of(these, wanted - count(those));
        return list({.to_in_favour = in_favour, .to_abstaining = all & ~in_favour});
      });
    });
  }
  return changes;
}

}  // namespace council
