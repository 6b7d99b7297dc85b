// How many ballots adopt a text: exact, for every valid rule, with any votes already fixed.
//
//   BallotCount all = count_ballots(rule, Game::with_abstention);        // all.adopting of all.total
//   BallotCount rest = count_ballots(rule, Game::yes_no, given, votes);  // the seats in `given` vote as in `votes`
//
// Nothing is enumerated. All that tells the members of a rule apart is whether they may block and whether they may vote
// at all, so it is enough to ask how many of each sort vote in which way, and in how many ways that can come about.
#pragma once

#include <cstdint>

#include "decision.h"
#include "rule.h"
#include "seats.h"

namespace council {

/// Between what a member chooses: in favour or against, or in favour, against or abstaining.
enum class Game : std::uint8_t { yes_no, with_abstention };

/// How a rule tells its members apart. Members alike in this are alike in everything.
enum class Standing : std::uint8_t {
  holder,  ///< holds a veto
  other,   ///< votes, without a veto
  party,   ///< must abstain: has one vote in either game, and no influence
};

constexpr Standing standing_of(const Rule& rule, int seat) {
  if (contains(rule.must_abstain, seat)) return Standing::party;
  return contains(rule.veto_holders, seat) ? Standing::holder : Standing::other;
}

/// In how many ways a member can do what matters to the outcome, apart from voting in favour, which is one.
struct Ways {
  std::uint64_t all;            ///< votes to choose from
  std::uint64_t holder_blocks;  ///< a veto holder blocks
  std::uint64_t holder_lets;    ///< a veto holder is neither in favour nor blocks
  std::uint64_t other_not;      ///< another member is not in favour
};

constexpr Ways ways_of(const Rule& rule, Game game) {
  if (game == Game::yes_no) return {.all = 2, .holder_blocks = 1, .holder_lets = 0, .other_not = 1};
  if (rule.abstention_blocks) return {.all = 3, .holder_blocks = 2, .holder_lets = 0, .other_not = 2};
  return {.all = 3, .holder_blocks = 1, .holder_lets = 1, .other_not = 2};
}

/// Numbers of ballots. They sum to the total, 2 or 3 to the power of the seats that are free to choose.
struct BallotCount {
  std::uint64_t adopting = 0;
  std::uint64_t insufficient_votes = 0;
  std::uint64_t vetoed = 0;
  std::uint64_t total = 0;

  friend constexpr bool operator==(const BallotCount&, const BallotCount&) = default;
};

/// Counts the ballots of a valid rule by what becomes of the text. The seats in `given` vote as `votes` says (in any of
/// the four ways, in either game), all others in every way there is.
BallotCount count_ballots(const Rule& rule, Game game, Seats given = 0, const Ballot& votes = {});

}  // namespace council
