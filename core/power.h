// Who has how much power under a rule, as exact fractions.
//
//   YesNoPowers charter = yes_no_powers(rule);
//   text_of(charter.of(Standing::holder).shapley_shubik)     // "421/2145"
//   AbstentionPowers fuller = abstention_powers(rule);       // members may abstain, too
//
// The yes/no game: a coalition is the set of members in favour, and wins when that adopts the text. Sources: Shapley
// and Shubik 1954; Penrose 1946 and Banzhaf 1965; Coleman 1971; Deegan and Packel 1978; Holler 1982; Johnston 1978; all
// of them in Felsenthal and Machover, The Measurement of Voting Power, 1998, whose chapter 8 has the game with
// abstention.
//
// Members alike in standing have the same power, so figures are by standing. Members who must abstain take no part in
// the games, and have none. Where a share would be one of nothing (nobody can ever be decisive, no text ever adopted),
// it is 0.
#pragma once

#include <array>
#include <cstdint>

#include "count.h"
#include "fraction.h"
#include "rule.h"

namespace council {

/// One member's power in the yes/no game.
struct YesNoPower {
  Fraction shapley_shubik;    ///< share of the orders of members in which this one turns a losing coalition
  Fraction banzhaf;           ///< share of everybody's swings
  Fraction banzhaf_absolute;  ///< share of the coalitions of the others in which the vote decides (Penrose's measure)
  std::uint64_t swings = 0;   ///< coalitions of the others in which the vote decides
  Fraction coleman_prevent;   ///< swings as a share of the coalitions that win
  Fraction coleman_initiate;  ///< swings as a share of the coalitions that lose
  Fraction deegan_packel;     ///< minimal winning coalitions are equally likely and divide the prize evenly
  Fraction holler;            ///< share of everybody's memberships of minimal winning coalitions (public good index)
  Fraction johnston;          ///< winning coalitions with a critical member are equally likely; those divide the prize
};

struct YesNoPowers {
  std::array<YesNoPower, 3> by_standing;
  Fraction coleman_act;  ///< share of all coalitions that win

  const YesNoPower& of(Standing standing) const { return by_standing[static_cast<std::size_t>(standing)]; }
};

/// One member's power in the game with abstention, of n members who vote.
struct AbstentionPower {
  /// Share of the roll calls (members declare one of three votes in random order, all n!·3^n alike) in which this
  /// member is the one whose vote settles the outcome whatever follows.
  Fraction shapley_shubik;
  Fraction banzhaf;            ///< share of everybody's critical profiles
  Fraction banzhaf_absolute;   ///< share of the profiles of the others that are critical
  std::uint64_t critical = 0;  ///< profiles of the others (of 3^(n-1)) in which the vote can change the outcome
};

struct AbstentionPowers {
  std::array<AbstentionPower, 3> by_standing;

  const AbstentionPower& of(Standing standing) const { return by_standing[static_cast<std::size_t>(standing)]; }
};

YesNoPowers yes_no_powers(const Rule& rule);
AbstentionPowers abstention_powers(const Rule& rule);

}  // namespace council
