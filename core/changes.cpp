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

Changes smallest_changes(const Rule& rule, const Ballot& ballot, Seats fixed) {
  Changes changes;
  if (ballot.without_vote) return changes;
  Seats yes = 0;
  Seats blockers = 0;
  for (int seat = 0; seat < rule.seats; ++seat) {
    const Vote vote = counted_vote(rule, ballot, seat);
    if (vote == Vote::in_favour) yes |= seat_bit(seat);
    if (blocks(rule, seat, vote)) blockers |= seat_bit(seat);
  }
  const Seats free = first_seats(rule.seats) & ~rule.must_abstain & ~fixed;
  const int missing = rule.required - count(yes);
  const auto list = [&](const ChangeSet& set) {
    changes.simplest.push_back(set);
    return changes.simplest.size() < most_listed;
  };

  int size = 0;
  if (outcome_of(settle(rule, ballot)) == Outcome::adopted) {
    // Either so many of those in favour stop being so, or so many more veto holders vote against.
    constexpr int never = max_seats + 1;
    const auto possible = [](Seats from, int n) { return count(from) < n ? never : n; };
    const Seats leavers = yes & free;
    const Seats holders = rule.veto_holders & free & ~blockers;
    const int leave = possible(leavers, 1 - missing);
    const int veto = rule.blocking_votes > 0 ? possible(holders, rule.blocking_votes - count(blockers)) : never;
    size = std::min(leave, veto);
    if (veto == size) {
      changes.number = choose(count(holders), size);
      subsets(holders, size, 0, [&](Seats set) { return list({.to_against = set}); });
    }
    if (leave == size) {
      const Seats others = veto == size ? holders : 0;  // counted above already, where all are holders
      changes.number += choose(count(leavers), size) - choose(count(leavers & others), size);
      if (changes.simplest.size() < most_listed)
        subsets(leavers, size, 0, [&](Seats set) { return (set & ~others) == 0 || list({.to_abstaining = set}); });
    }
  } else {
    // So many blockers must give way, and so many votes in favour are missing; a blocker may come round altogether.
    const int give_way = rule.blocking_votes > 0 ? std::max(0, count(blockers) - rule.blocking_votes + 1) : 0;
    const int wanted = std::max(0, missing);
    const Seats others = free & ~yes & ~blockers;
    size = std::max(give_way, wanted);
    blockers &= free;
    for (int some = std::min(count(blockers), size); some >= give_way; --some) {
      changes.number += choose(count(blockers), some) * choose(count(others), size - some);
      if (changes.simplest.size() == most_listed) continue;
      subsets(blockers, some, 0, [&](Seats these) {
        return subsets(others, size - some, 0, [&](Seats those) {
          // Where not every change has to be a vote in favour, abstaining is nearer, if the rule lets that pass.
          const Seats all = these | those;
          const Seats in_favour = rule.abstention_blocks ? all : those | first_of(these, wanted - count(those));
          return list({.to_in_favour = in_favour, .to_abstaining = all & ~in_favour});
        });
      });
    }
  }
  changes.size = changes.number > 0 ? size : 0;
  return changes;
}

}  // namespace council
