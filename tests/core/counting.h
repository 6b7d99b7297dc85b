// What the tests of counting and power hold against the core: the rule spelt out once more, random rules, and a table
// of everything that can still become of a text. None of it shares code with core/count.cpp or core/power.cpp.
#pragma once

#include <bit>
#include <cstdint>
#include <random>
#include <vector>

#include "core/rule.h"
#include "core/vote.h"

namespace council::test {

enum Fate : int { adopted, too_few, vetoed };

/// What becomes of a text, by the votes of the first seats of a rule.
inline Fate fate_of(const Rule& rule, const Vote* votes) {
  int yes = 0;
  int vetoes = 0;
  for (int i = 0; i < rule.seats; ++i) {
    if (rule.must_abstain >> i & 1U) continue;
    if (votes[i] == Vote::in_favour) ++yes;
    const bool veto = votes[i] == Vote::against || (votes[i] != Vote::in_favour && rule.abstention_blocks);
    if (veto && (rule.veto_holders >> i & 1U)) ++vetoes;
  }
  if (yes < rule.required) return too_few;
  return rule.veto_holders != 0 && vetoes >= rule.blocking_votes ? vetoed : adopted;
}

/// Whether a coalition alone in favour, everybody else against, carries the text.
inline bool carries(const Rule& rule, Seats coalition) {
  const Seats voting = ~rule.must_abstain & ((Seats{1} << rule.seats) - 1);
  const int vetoes = std::popcount(rule.veto_holders & voting & ~coalition);
  const int yes = std::popcount(coalition & voting);
  return yes >= rule.required && (rule.veto_holders == 0 || vetoes < rule.blocking_votes);
}

using Random = std::mt19937;

inline int roll(Random& random, int below) { return static_cast<int>(random() % static_cast<std::uint32_t>(below)); }

/// A valid rule with any masks; now and then one by which nobody can win, or nobody blocks.
inline Rule random_rule(Random& random, int seats) {
  const auto mask = [&] { return static_cast<Seats>(random()) & first_seats(seats); };
  Rule rule{.seats = seats, .required = 1 + roll(random, seats)};
  rule.veto_holders = roll(random, 4) == 0 ? 0 : mask() & (roll(random, 2) == 0 ? mask() : first_seats(seats));
  rule.blocking_votes = rule.veto_holders == 0 ? roll(random, seats + 1) : 1 + roll(random, roll(random, 3) + 1);
  if (rule.blocking_votes > seats) rule.blocking_votes = seats;
  rule.abstention_blocks = roll(random, 3) == 0;
  rule.must_abstain = roll(random, 2) == 0 ? 0 : mask() & mask();
  return rule;
}

/// The three votes of the game with abstention.
inline constexpr Vote three_votes[] = {Vote::in_favour, Vote::against, Vote::abstaining};

/// What can still become of a text after some members of a small rule have declared their votes: 1 adopted, 2 not, 3
/// both. A state is a number with one digit, base 4, for each seat: 0 undeclared, else 1 + the place in three_votes.
class Prospects {
 public:
  explicit Prospects(const Rule& rule) : table_(std::size_t{1} << (2 * rule.seats)) {
    for (std::size_t state = table_.size(); state-- > 0;) {
      Vote votes[max_seats] = {};
      int open = -1;
      for (int i = 0; i < rule.seats; ++i) {
        const std::size_t digit = state >> (2 * i) & 3U;
        if (digit == 0)
          open = i;
        else
          votes[i] = three_votes[digit - 1];
      }
      if (open < 0)
        table_[state] = fate_of(rule, votes) == adopted ? 1 : 2;
      else
        for (std::size_t digit = 1; digit <= 3; ++digit)
          table_[state] = static_cast<unsigned char>(table_[state] | table_[state | digit << (2 * open)]);
    }
  }
  bool settled(std::size_t state) const { return table_[state] != 3; }

 private:
  std::vector<unsigned char> table_;
};

}  // namespace council::test
