#include "power.h"

#include <bit>
#include <utility>

#include "combinatorics.h"

namespace council {

namespace {

constexpr auto size = [](int n) { return static_cast<std::size_t>(n); };

/// The members who vote, by standing.
struct Voters {
  int holders = 0;
  int others = 0;
};

Voters voters_of(const Rule& rule) {
  Voters voters;
  for (int seat = 0; seat < rule.seats; ++seat) {
    voters.holders += standing_of(rule, seat) == Standing::holder ? 1 : 0;
    voters.others += standing_of(rule, seat) == Standing::other ? 1 : 0;
  }
  return voters;
}

bool adopts(const Rule& rule, int in_favour, int blocking) {
  return outcome_of(reason_by(rule, in_favour, blocking)) == Outcome::adopted;
}

/// A sum over the others' ways to vote, by how many members had their turn before: entry s counts the ways with s.
using ByTurn = std::array<std::uint64_t, max_seats>;

// In a random order, a given member has a given set of s others before it once in n·choose(n-1, s) orders, and
// n·choose(n-1, s) divides the least common multiple of 1 to n. So that multiple times choices^n is a denominator for
// everything here, and it takes 90 of 128 bits.
static_assert([] {
  for (int n = 1; n <= max_seats; ++n) {
    const std::uint64_t orders = least_common_multiple(n);
    for (int s = 0; s < n; ++s)
      if (orders % (static_cast<std::uint64_t>(n) * choose(n - 1, s)) != 0) return false;
  }
  return std::bit_width(least_common_multiple(max_seats)) + std::bit_width(power_of(3, max_seats)) <= 90;
}());

/// The share of the orders of n members, and of `choices` votes of each up to and including the pivot, that `pivots`
/// counts: for s predecessors, over all sets and votes of them and all votes of the pivot.
Fraction share_of_orders(const ByTurn& pivots, int n, std::uint64_t choices) {
  const std::uint64_t orders = least_common_multiple(n);
  Wide numerator = 0;
  for (int s = 0; s < n; ++s) {
    const std::uint64_t weight = orders / (static_cast<std::uint64_t>(n) * choose(n - 1, s));
    numerator += Wide{pivots[size(s)]} * weight * power_of(choices, n - s - 1);
  }
  return fraction(numerator, Wide{orders} * power_of(choices, n));
}

/// What the yes/no game's indices need, summed for one member.
struct Tallies {
  std::uint64_t swings = 0;
  ByTurn swings_by_size{};
  std::uint64_t memberships = 0;  ///< minimal winning coalitions that it belongs to
  Wide deegan_packel = 0;         ///< in units of 1 / least common multiple
  Wide johnston = 0;              ///< likewise
};

}  // namespace

YesNoPowers yes_no_powers(const Rule& rule) {
  const int holders = voters_of(rule).holders;
  const int others = voters_of(rule).others;
  const int all = holders + others;
  const auto wins = [&](int a, int x) { return adopts(rule, a + x, holders - a); };

  // A coalition is a veto holders and x others; the members of either sort are alike, so one stands for all of them.
  const std::uint64_t unit = least_common_multiple(all);
  Tallies holder;
  Tallies other;
  std::uint64_t winning = 0;
  std::uint64_t minimal_winning = 0;
  std::uint64_t with_critical = 0;
  for (int a = 0; a <= holders; ++a)
    for (int x = 0; x <= others; ++x) {
      if (!wins(a, x)) continue;
      const std::uint64_t coalitions = choose(holders, a) * choose(others, x);
      const std::uint64_t with_holder = choose(holders - 1, a - 1) * choose(others, x);
      const std::uint64_t with_other = choose(holders, a) * choose(others - 1, x - 1);
      const bool holder_critical = a > 0 && !wins(a - 1, x);
      const bool other_critical = x > 0 && !wins(a, x - 1);
      const int critical = (holder_critical ? a : 0) + (other_critical ? x : 0);
      winning += coalitions;
      if (critical == 0) continue;
      with_critical += coalitions;
      const auto add = [&](Tallies& tallies, std::uint64_t with_member) {
        tallies.swings += with_member;
        tallies.swings_by_size[size(a + x - 1)] += with_member;
        tallies.johnston += Wide{with_member} * (unit / static_cast<std::uint64_t>(critical));
      };
      if (holder_critical) add(holder, with_holder);
      if (other_critical) add(other, with_other);
      if (critical < a + x) continue;
      minimal_winning += coalitions;
      for (const auto& [tallies, with_member] : {std::pair{&holder, with_holder}, std::pair{&other, with_other}}) {
        tallies->memberships += with_member;
        tallies->deegan_packel += Wide{with_member} * (unit / static_cast<std::uint64_t>(a + x));
      }
    }

  const auto of_everybody = [&](std::uint64_t Tallies::*part) {
    return static_cast<std::uint64_t>(holders) * holder.*part + static_cast<std::uint64_t>(others) * other.*part;
  };
  const std::uint64_t all_swings = of_everybody(&Tallies::swings);
  const std::uint64_t all_memberships = of_everybody(&Tallies::memberships);
  const std::uint64_t coalitions = power_of(2, all);
  const auto power_from = [&](const Tallies& tallies) {
    return YesNoPower{.shapley_shubik = share_of_orders(tallies.swings_by_size, all, 1),
                      .banzhaf = fraction(tallies.swings, all_swings),
                      .banzhaf_absolute = fraction(tallies.swings, coalitions / 2),
                      .swings = tallies.swings,
                      .coleman_prevent = fraction(tallies.swings, winning),
                      .coleman_initiate = fraction(tallies.swings, coalitions - winning),
                      .deegan_packel = fraction(tallies.deegan_packel, Wide{unit} * minimal_winning),
                      .holler = fraction(tallies.memberships, all_memberships),
                      .johnston = fraction(tallies.johnston, Wide{unit} * with_critical)};
  };
  YesNoPowers result;
  result.by_standing = {power_from(holder), power_from(other), YesNoPower{}};
  result.coleman_act = fraction(winning, coalitions);
  return result;
}

AbstentionPowers abstention_powers(const Rule& rule) {
  const int holders = voters_of(rule).holders;
  const int others = voters_of(rule).others;
  const int all = holders + others;
  const Ways ways = ways_of(rule, Game::with_abstention);

  // The ways in which that many members can vote so that the rest settle the outcome: it is adopted where they add so
  // many votes in favour, and not where they add none, and so many that block.
  const auto open_profiles = [&](int of_holders, int of_others, int in_favour, int blocking) {
    std::uint64_t profiles = 0;
    for (int yes = 0; yes <= of_holders; ++yes)
      for (int block = 0; yes + block <= of_holders; ++block) {
        const std::uint64_t by_holders = choose(of_holders, yes) * choose(of_holders - yes, block) *
                                         power_of(ways.holder_blocks, block) *
                                         power_of(ways.holder_lets, of_holders - yes - block);
        for (int more = 0; more <= of_others; ++more)
          if (adopts(rule, yes + more + in_favour, block) && !adopts(rule, yes + more, block + blocking))
            profiles += by_holders * choose(of_others, more) * power_of(ways.other_not, of_others - more);
      }
    return profiles;
  };

  AbstentionPower holder;
  AbstentionPower other;
  if (holders > 0) holder.critical = open_profiles(holders - 1, others, 1, 1);
  if (others > 0) other.critical = open_profiles(holders, others - 1, 1, 0);

  // What the first h veto holders and o others can declare so that the outcome stays open, whatever follows.
  std::array<std::array<std::uint64_t, max_seats + 1>, max_seats + 1> open{};
  for (int h = 0; h <= holders; ++h)
    for (int o = 0; o <= others; ++o) open[size(h)][size(o)] = open_profiles(h, o, all - h - o, holders - h);
  // What is settled stays settled, so a member settles the outcome where it was open before its vote and not after.
  ByTurn holder_settles{};
  ByTurn other_settles{};
  for (int h = 0; h <= holders; ++h)
    for (int o = 0; o <= others; ++o) {
      const std::uint64_t before = ways.all * open[size(h)][size(o)];
      if (h < holders)
        holder_settles[size(h + o)] +=
            choose(holders - 1, h) * choose(others, o) * (before - open[size(h + 1)][size(o)]);
      if (o < others)
        other_settles[size(h + o)] +=
            choose(holders, h) * choose(others - 1, o) * (before - open[size(h)][size(o + 1)]);
    }

  const std::uint64_t all_critical =
      static_cast<std::uint64_t>(holders) * holder.critical + static_cast<std::uint64_t>(others) * other.critical;
  for (const auto& [power, settles] : {std::pair{&holder, &holder_settles}, std::pair{&other, &other_settles}}) {
    power->shapley_shubik = share_of_orders(*settles, all, ways.all);
    power->banzhaf = fraction(power->critical, all_critical);
    power->banzhaf_absolute = fraction(power->critical, power_of(ways.all, all - 1));
  }
  AbstentionPowers result;
  result.by_standing = {holder, other, AbstentionPower{}};
  return result;
}

}  // namespace council
