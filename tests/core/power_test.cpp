// Power against coalitions, orders and roll calls taken one by one; where those are too many, against a walk through
// all roll calls at once, random roll calls, and identities.
#include "core/power.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "counting.h"
#include "sweeps.h"

using namespace council;
using namespace council::test;

namespace {

Wide factorial(int n) { return n <= 1 ? 1 : factorial(n - 1) * static_cast<unsigned>(n); }

Seats voters_of(const Rule& rule) { return first_seats(rule.seats) & ~rule.must_abstain; }

struct Expected {
  std::vector<YesNoPower> members;  ///< by seat
  Fraction coleman_act;
};

/// Every coalition of those who vote, member by member.
Expected by_coalitions(const Rule& rule) {
  const Seats voters = voters_of(rule);
  const int n = count(voters);
  const Wide unit = factorial(std::min(n, 26));  // every size of a coalition divides it
  std::vector<std::uint64_t> swings(static_cast<std::size_t>(rule.seats)), memberships(swings);
  std::vector<Wide> orders(swings.size()), shares(swings.size()), critical_shares(swings.size());
  std::uint64_t winning = 0, minimal = 0, vulnerable = 0, all_swings = 0, all_memberships = 0;
  for (Seats coalition = 0; coalition < seat_bit(rule.seats); ++coalition) {
    if ((coalition & ~voters) != 0 || !carries(rule, coalition)) continue;
    ++winning;
    Seats critical = 0;
    for (Seats rest = coalition; rest != 0; rest &= rest - 1)
      if (const Seats member = rest & (~rest + 1); !carries(rule, coalition & ~member)) critical |= member;
    if (critical == 0) continue;
    ++vulnerable;
    const bool is_minimal = critical == coalition;
    minimal += is_minimal ? 1 : 0;
    const int members = count(coalition);
    const Wide before = factorial(members - 1) * factorial(n - members);
    for (int seat = 0; seat < rule.seats; ++seat) {
      if (!contains(critical, seat)) continue;
      const auto i = static_cast<std::size_t>(seat);
      ++swings[i];
      ++all_swings;
      orders[i] += before;
      critical_shares[i] += unit / static_cast<unsigned>(count(critical));
      if (!is_minimal) continue;
      ++memberships[i];
      ++all_memberships;
      shares[i] += unit / static_cast<unsigned>(members);
    }
  }
  Expected expected{.members = std::vector<YesNoPower>(swings.size()), .coleman_act = fraction(winning, Wide{1} << n)};
  for (std::size_t i = 0; i < swings.size(); ++i) {
    if (!contains(voters, static_cast<int>(i))) continue;
    expected.members[i] = {.shapley_shubik = fraction(orders[i], factorial(n)),
                           .banzhaf = fraction(swings[i], all_swings),
                           .banzhaf_absolute = fraction(swings[i], Wide{1} << (n - 1)),
                           .swings = swings[i],
                           .coleman_prevent = fraction(swings[i], winning),
                           .coleman_initiate = fraction(swings[i], (Wide{1} << n) - winning),
                           .deegan_packel = fraction(shares[i], unit * minimal),
                           .holler = fraction(memberships[i], all_memberships),
                           .johnston = fraction(critical_shares[i], unit * vulnerable)};
  }
  return expected;
}

void check_coalitions(const Rule& rule) {
  const YesNoPowers powers = yes_no_powers(rule);
  const Expected expected = by_coalitions(rule);
  CHECK(powers.coleman_act == expected.coleman_act);
  for (int seat = 0; seat < rule.seats; ++seat) {
    CAPTURE(seat);
    const YesNoPower& power = powers.of(standing_of(rule, seat));
    const YesNoPower& wanted = expected.members[static_cast<std::size_t>(seat)];
    CHECK(power.shapley_shubik == wanted.shapley_shubik);
    CHECK(power.banzhaf == wanted.banzhaf);
    CHECK(power.banzhaf_absolute == wanted.banzhaf_absolute);
    CHECK(power.swings == wanted.swings);
    CHECK(power.coleman_prevent == wanted.coleman_prevent);
    CHECK(power.coleman_initiate == wanted.coleman_initiate);
    CHECK(power.deegan_packel == wanted.deegan_packel);
    CHECK(power.holler == wanted.holler);
    CHECK(power.johnston == wanted.johnston);
  }
}

/// The members who vote, in random or any other order.
std::vector<int> seats_in(Seats seats) {
  std::vector<int> result;
  for (int seat = 0; seat < max_seats; ++seat)
    if (contains(seats, seat)) result.push_back(seat);
  return result;
}

/// A seat's digit in a state of Prospects.
std::size_t declared(int seat, std::size_t choice) { return (choice + 1) << (2 * seat); }

/// The state in which the parties to a dispute abstain and nobody else has declared anything.
std::size_t start_of(const Rule& rule) {
  std::size_t state = 0;
  for (const int seat : seats_in(rule.must_abstain)) state |= declared(seat, 2);
  return state;
}

/// Roll calls settled by each seat: every order of the voters, every declaration of each.
std::vector<std::uint64_t> by_roll_calls(const Rule& rule, const Prospects& prospects) {
  std::vector<std::uint64_t> pivots(static_cast<std::size_t>(rule.seats));
  std::vector<int> order = seats_in(voters_of(rule));
  std::size_t profiles = 1;
  for (std::size_t i = 0; i < order.size(); ++i) profiles *= 3;
  do {
    for (std::size_t profile = 0; profile < profiles; ++profile) {
      std::size_t state = start_of(rule);
      std::size_t rest = profile;
      bool settled = prospects.settled(state);
      for (std::size_t turn = 0; turn < order.size() && !settled; ++turn, rest /= 3) {
        state |= declared(order[turn], rest % 3);
        settled = prospects.settled(state);
        if (settled) ++pivots[static_cast<std::size_t>(order[turn])];
      }
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return pivots;
}

/// The same number from every state that is open: each stands for the orders that lead to it and on from it.
std::vector<Wide> by_open_states(const Rule& rule, const Prospects& prospects) {
  std::vector<Wide> pivots(static_cast<std::size_t>(rule.seats));
  const Seats voters = voters_of(rule);
  const int n = count(voters);
  for (std::size_t state = 0; state < std::size_t{1} << (2 * rule.seats); ++state) {
    bool reachable = true;
    Seats open = 0;
    for (int seat = 0; seat < rule.seats; ++seat) {
      const std::size_t digit = state >> (2 * seat) & 3U;
      if (digit == 0) open |= seat_bit(seat);
      reachable = reachable && (contains(voters, seat) || digit == 3);
    }
    if (!reachable || prospects.settled(state)) continue;
    const int before = n - count(open);
    Wide ways = factorial(before) * factorial(n - before - 1);
    for (int i = 0; i < n - before - 1; ++i) ways *= 3;  // what those after the pivot declare
    for (const int seat : seats_in(open))
      for (std::size_t choice = 0; choice < 3; ++choice)
        if (prospects.settled(state | declared(seat, choice))) pivots[static_cast<std::size_t>(seat)] += ways;
  }
  return pivots;
}

/// Profiles of the others in which one seat's vote makes a difference, tried one by one from the seat `next` on.
std::uint64_t critical_profiles(const Rule& rule, int seat, int next = 0, int yes = 0, int vetoes = 0) {
  const auto cast = [&](int by, Vote vote, const auto& then) {
    const bool veto = vote == Vote::against || (vote == Vote::abstaining && rule.abstention_blocks);
    return then(yes + (vote == Vote::in_favour ? 1 : 0), vetoes + (veto && (rule.veto_holders >> by & 1U) ? 1 : 0));
  };
  if (next == rule.seats) {
    int adopting = 0;
    for (const Vote vote : three_votes)
      adopting += cast(seat, vote, [&](int y, int v) {
        return y >= rule.required && (rule.veto_holders == 0 || v < rule.blocking_votes) ? 1 : 0;
      });
    return adopting == 1 || adopting == 2 ? 1 : 0;
  }
  if (next == seat || (rule.must_abstain >> next & 1U)) return critical_profiles(rule, seat, next + 1, yes, vetoes);
  std::uint64_t critical = 0;
  for (const Vote vote : three_votes)
    critical += cast(next, vote, [&](int y, int v) { return critical_profiles(rule, seat, next + 1, y, v); });
  return critical;
}

/// Where a roll call of many members stands; members without a veto are alike, and so are those with one.
struct Standings {
  int holders_left, others_left, yes, vetoes;

  bool settled(const Rule& rule) const {
    const auto passes = [&](int in_favour, int against) {
      return in_favour >= rule.required && (rule.veto_holders == 0 || against < rule.blocking_votes);
    };
    return passes(yes, vetoes + holders_left) || !passes(yes + holders_left + others_left, vetoes);
  }
  Standings after(const Rule& rule, bool holder, Vote vote) const {
    const bool veto = vote == Vote::against || (vote == Vote::abstaining && rule.abstention_blocks);
    return {holders_left - (holder ? 1 : 0), others_left - (holder ? 0 : 1), yes + (vote == Vote::in_favour ? 1 : 0),
            vetoes + (holder && veto ? 1 : 0)};
  }
};

Standings start(const Rule& rule) {
  const Seats voters = voters_of(rule);
  return {count(voters & rule.veto_holders), count(voters & ~rule.veto_holders), 0, 0};
}

struct Shares {
  double holders = 0;
  double others = 0;
};

/// The chance that the pivot is a veto holder, or another member: the next to declare is any of those left, its vote
/// any of three. All roll calls at once, turn by turn.
Shares by_walk(const Rule& rule) {
  Shares shares;
  const auto index = [](int a, int b, int c) { return static_cast<std::size_t>((a * 32 + b) * 32 + c); };
  const Standings first = start(rule);
  std::vector<double> now(32 * 32 * 32), next;
  // By holders left, votes in favour and vetoes; who else is left follows from the turn.
  if (!first.settled(rule)) now[index(first.holders_left, 0, 0)] = 1;
  for (int left = first.holders_left + first.others_left; left > 0; --left) {
    next.assign(now.size(), 0);
    for (int h = 0; h <= std::min(left, first.holders_left); ++h)
      for (int yes = 0; yes < 31; ++yes)
        for (int vetoes = 0; vetoes < 31; ++vetoes) {
          const double chance = now[index(h, yes, vetoes)];
          if (chance == 0) continue;
          const Standings here{h, left - h, yes, vetoes};
          for (const bool holder : {true, false}) {
            const int candidates = holder ? here.holders_left : here.others_left;
            if (candidates == 0) continue;
            for (const Vote vote : three_votes) {
              const double part = chance * candidates / left / 3;
              const Standings then = here.after(rule, holder, vote);
              if (then.settled(rule))
                (holder ? shares.holders : shares.others) += part;
              else
                next[index(then.holders_left, then.yes, then.vetoes)] += part;
            }
          }
        }
    now.swap(next);
  }
  return shares;
}

/// Whether everybody's shares make up one, exactly: what the veto holders leave is what the others have.
bool sums_to_one(const Rule& rule, const auto& powers, auto part) {
  const auto holders = static_cast<unsigned>(count(voters_of(rule) & rule.veto_holders));
  const auto others = static_cast<unsigned>(count(voters_of(rule) & ~rule.veto_holders));
  const Fraction a = powers.of(Standing::holder).*part;
  const Fraction b = powers.of(Standing::other).*part;
  return a.denominator >= holders * a.numerator && fraction(a.denominator - holders * a.numerator, a.denominator) ==
                                                       fraction(others * b.numerator, b.denominator);
}

struct GoldenYesNo {
  const char* id;
  Standing standing;
  const char* shapley_shubik;
  const char* banzhaf;
};

// unsc and the Council of eleven: published many times over.
constexpr GoldenYesNo golden[] = {
    {"unsc", Standing::holder, "421/2145", "106/635"},   {"unsc", Standing::other, "4/2145", "21/1270"},
    {"unsc-1946", Standing::holder, "76/385", "19/105"}, {"unsc-1946", Standing::other, "1/462", "1/63"},
    {"unsc-no-veto", Standing::other, "1/15", "1/15"},
};

}  // namespace

TEST_CASE("power: figures that are known") {
  for (const GoldenYesNo& row : golden) {
    CAPTURE(row.id);
    const YesNoPower power = yes_no_powers(seat_rule(*standard_rule(row.id))).of(row.standing);
    CHECK(text_of(power.shapley_shubik) == row.shapley_shubik);
    CHECK(text_of(power.banzhaf) == row.banzhaf);
  }
}

TEST_CASE("power, yes or no: every coalition under every standard rule" * doctest::skip(!enumerations)) {
  for (const StandardRule& standard : standard_rules) {
    CAPTURE(standard.id);
    check_coalitions(seat_rule(standard));
  }
}

TEST_CASE("power, yes or no: every coalition under random rules") {
  Random random(29);
  for (int round = 0; round < 600; ++round) {
    const Rule rule = random_rule(random, 1 + roll(random, round % 20 == 0 ? 12 : 7));
    CAPTURE(round);
    check_coalitions(rule);
  }
}

TEST_CASE("power with abstention: every roll call and profile under random rules") {
  Random random(73);
  for (int round = 0; round < 300; ++round) {
    const int seats = 1 + roll(random, round % 10 == 0 ? 7 : 5);
    const Rule rule = random_rule(random, seats);
    CAPTURE(round);
    const AbstentionPowers powers = abstention_powers(rule);
    const Prospects prospects(rule);
    const int n = count(voters_of(rule));
    Wide profiles = 1;
    for (int i = 0; i < n; ++i) profiles *= 3;

    const std::vector<Wide> pivots = by_open_states(rule, prospects);
    if (seats <= 5) {
      const std::vector<std::uint64_t> one_by_one = by_roll_calls(rule, prospects);
      for (std::size_t i = 0; i < pivots.size(); ++i) CHECK(pivots[i] == one_by_one[i]);
    }
    std::vector<std::uint64_t> critical;
    for (int seat = 0; seat < seats; ++seat)
      critical.push_back(contains(rule.must_abstain, seat) ? 0 : critical_profiles(rule, seat));
    const std::uint64_t everybody = std::accumulate(critical.begin(), critical.end(), std::uint64_t{0});
    for (int seat = 0; seat < seats; ++seat) {
      CAPTURE(seat);
      const auto i = static_cast<std::size_t>(seat);
      const AbstentionPower& power = powers.of(standing_of(rule, seat));
      CHECK(power.shapley_shubik == fraction(pivots[i], factorial(n) * profiles));
      CHECK(power.critical == critical[i]);
      CHECK(power.banzhaf == fraction(critical[i], everybody));
      CHECK(power.banzhaf_absolute == fraction(critical[i], n == 0 ? 1 : profiles / 3));
    }
  }
}

TEST_CASE("power with abstention: every profile of the Council's rules" * doctest::skip(!enumerations)) {
  for (const StandardRule& standard : standard_rules) {
    if (standard.seats > 15) continue;
    CAPTURE(standard.id);
    const Rule rule = seat_rule(standard);
    const AbstentionPowers powers = abstention_powers(rule);
    for (const int seat : {4, 5}) CHECK(powers.of(standing_of(rule, seat)).critical == critical_profiles(rule, seat));
  }
}

TEST_CASE("power with abstention: all roll calls at once, for rules of up to thirty seats") {
  Random random(74);
  for (std::size_t round = 0; round < 60; ++round) {
    const Rule rule =
        round < standard_rules.size() ? seat_rule(standard_rules[round]) : random_rule(random, 12 + roll(random, 19));
    CAPTURE(round);
    const AbstentionPowers powers = abstention_powers(rule);
    const Shares shares = by_walk(rule);
    const int holders = count(voters_of(rule) & rule.veto_holders);
    const int others = count(voters_of(rule) & ~rule.veto_holders);
    CHECK(std::abs(holders * decimal_of(powers.of(Standing::holder).shapley_shubik) - shares.holders) < 1e-12);
    CHECK(std::abs(others * decimal_of(powers.of(Standing::other).shapley_shubik) - shares.others) < 1e-12);
  }
}

TEST_CASE("power with abstention: random roll calls") {
  Random random(2024);
  for (const char* id : {"unsc", "unsc-two-vetoes", "g4-2005", "au-2005"}) {
    CAPTURE(id);
    const Rule rule = seat_rule(*standard_rule(id));
    constexpr int calls = 100'000;
    int by_holders = 0;
    for (int call = 0; call < calls; ++call) {
      Standings here = start(rule);
      for (bool settled = false; !settled;) {
        const bool holder = roll(random, here.holders_left + here.others_left) < here.holders_left;
        here = here.after(rule, holder, three_votes[roll(random, 3)]);
        settled = here.settled(rule);
        by_holders += settled && holder ? 1 : 0;
      }
    }
    const double chance =
        count(rule.veto_holders) * decimal_of(abstention_powers(rule).of(Standing::holder).shapley_shubik);
    const double deviation = std::sqrt(chance * (1 - chance) / calls);
    CHECK(deviation < 0.002);
    CHECK(std::abs(static_cast<double>(by_holders) / calls - chance) < 5 * deviation);
  }
}

TEST_CASE("power: identities") {
  Random random(1978);
  for (std::size_t round = 0; round < 200; ++round) {
    const Rule rule = round < standard_rules.size() ? seat_rule(standard_rules[round])
                                                    : random_rule(random, 1 + roll(random, max_seats));
    CAPTURE(round);
    const YesNoPowers yes_no = yes_no_powers(rule);
    const AbstentionPowers fuller = abstention_powers(rule);
    const BallotCount ballots = count_ballots(rule, Game::yes_no);
    CHECK(yes_no.coleman_act == fraction(ballots.adopting, ballots.total));
    if (rule.required > count(voters_of(rule))) {  // nobody can ever win, or be decisive
      CHECK(ballots.adopting == 0);
      for (const Standing standing : {Standing::holder, Standing::other, Standing::party}) {
        CHECK(yes_no.of(standing).shapley_shubik == Fraction{});
        CHECK(yes_no.of(standing).johnston == Fraction{});
        CHECK(fuller.of(standing).shapley_shubik == Fraction{});
        CHECK(fuller.of(standing).banzhaf == Fraction{});
      }
      continue;
    }
    for (const auto part : {&YesNoPower::shapley_shubik, &YesNoPower::banzhaf, &YesNoPower::deegan_packel,
                            &YesNoPower::holler, &YesNoPower::johnston})
      CHECK(sums_to_one(rule, yes_no, part));
    CHECK(sums_to_one(rule, fuller, &AbstentionPower::banzhaf));
    CHECK(sums_to_one(rule, fuller, &AbstentionPower::shapley_shubik));

    for (const Standing standing : {Standing::holder, Standing::other}) {
      const YesNoPower& power = yes_no.of(standing);
      // Penrose's measure is the harmonic mean of Coleman's two; from swings and the count alone:
      CHECK(power.coleman_prevent == fraction(power.swings, ballots.adopting));
      CHECK(power.coleman_initiate == fraction(power.swings, ballots.total - ballots.adopting));
      if (power.swings > 0) {
        const double prevent = decimal_of(power.coleman_prevent);
        const double initiate = decimal_of(power.coleman_initiate);
        CHECK(decimal_of(power.banzhaf_absolute) ==
              doctest::Approx(2 * prevent * initiate / (prevent + initiate)).epsilon(1e-12));
      }
      // Where abstaining is as good as voting against, it changes no order: the chance of a yes does not matter to who
      // is the pivot (Mann and Shapley 1964).
      if (rule.abstention_blocks || (rule.veto_holders & ~rule.must_abstain) == 0)
        CHECK(fuller.of(standing).shapley_shubik == power.shapley_shubik);
    }
  }
}

TEST_CASE("power: a member who must abstain has none") {
  Rule rule = seat_rule(*standard_rule("unsc"));
  rule.must_abstain = seat_bit(0) | seat_bit(14);
  CHECK(yes_no_powers(rule).of(standing_of(rule, 0)).swings == 0);
  CHECK(abstention_powers(rule).of(standing_of(rule, 14)).critical == 0);
  rule.must_abstain = first_seats(15);
  CHECK(yes_no_powers(rule).coleman_act == Fraction{});
  CHECK(abstention_powers(rule).of(Standing::holder).banzhaf_absolute == Fraction{});
}
