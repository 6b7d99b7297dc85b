// Counting against enumeration, and against a sum taken seat by seat where there are too many ballots to enumerate.
#include "core/count.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "core/combinatorics.h"
#include "core/fraction.h"
#include "counting.h"
#include "sweeps.h"

using namespace council;
using namespace council::test;

namespace {

/// Every ballot in turn: the votes that a seat can cast are tried one by one.
class Enumeration {
 public:
  Enumeration(const Rule& rule, Game game, Seats given, const Ballot& votes)
      : rule_(rule), choices_(game == Game::yes_no ? 2 : 3), given_(given | rule.must_abstain), votes_(votes) {
    for (int i = 0; i < rule.seats; ++i)
      if (contains(rule.must_abstain, i)) votes_.votes[static_cast<std::size_t>(i)] = Vote::abstaining;
    vote_from(0, 0, 0);
  }
  BallotCount count;

 private:
  // Votes in favour and vetoes are summed on the way down: 3^15 ballots take a moment then, instead of seconds.
  void vote_from(int seat, int yes, int vetoes) {
    if (seat == rule_.seats) {
      ++count.total;
      ++(yes < rule_.required                                        ? count.insufficient_votes
         : rule_.veto_holders != 0 && vetoes >= rule_.blocking_votes ? count.vetoed
                                                                     : count.adopting);
      return;
    }
    const bool fixed = contains(given_, seat);
    for (int choice = 0; choice < (fixed ? 1 : choices_); ++choice) {
      const Vote vote = fixed ? votes_.votes[static_cast<std::size_t>(seat)] : three_votes[choice];
      const bool free = !contains(rule_.must_abstain, seat);
      const bool veto = vote == Vote::against || (vote != Vote::in_favour && rule_.abstention_blocks);
      vote_from(seat + 1, yes + (free && vote == Vote::in_favour ? 1 : 0),
                vetoes + (free && veto && contains(rule_.veto_holders, seat) ? 1 : 0));
    }
  }

  const Rule& rule_;
  int choices_;
  Seats given_;
  Ballot votes_;
};

/// Seat by seat: how many ballots of the seats so far have so many votes in favour and so many vetoes.
BallotCount seat_by_seat(const Rule& rule, Game game, Seats given, const Ballot& votes) {
  using Table = std::array<std::array<std::uint64_t, max_seats + 2>, max_seats + 2>;
  Table table{};
  table[0][0] = 1;
  for (int seat = 0; seat < rule.seats; ++seat) {
    std::vector<Vote> choices{Vote::in_favour, Vote::against};
    if (game == Game::with_abstention) choices.push_back(Vote::abstaining);
    if (contains(given, seat)) choices = {votes.votes[static_cast<std::size_t>(seat)]};
    if (contains(rule.must_abstain, seat)) choices = {Vote::abstaining};
    Table next{};
    for (const Vote vote : choices) {
      const bool yes = vote == Vote::in_favour;
      const bool veto = contains(rule.veto_holders & ~rule.must_abstain, seat) &&
                        (vote == Vote::against || (!yes && rule.abstention_blocks));
      for (std::size_t y = 0; y <= max_seats; ++y)
        for (std::size_t b = 0; b <= max_seats; ++b) next[y + (yes ? 1 : 0)][b + (veto ? 1 : 0)] += table[y][b];
    }
    table = next;
  }
  BallotCount count;
  for (int y = 0; y <= max_seats; ++y)
    for (int b = 0; b <= max_seats; ++b) {
      const std::uint64_t ballots = table[static_cast<std::size_t>(y)][static_cast<std::size_t>(b)];
      count.total += ballots;
      (y < rule.required                                    ? count.insufficient_votes
       : rule.veto_holders != 0 && b >= rule.blocking_votes ? count.vetoed
                                                            : count.adopting) += ballots;
    }
  return count;
}

/// Some seats and any of the four votes for each.
Seats random_votes(Random& random, const Rule& rule, Ballot& votes) {
  for (Vote& vote : votes.votes) vote = static_cast<Vote>(roll(random, 4));
  return static_cast<Seats>(random() & random()) & first_seats(rule.seats);
}

struct Golden {
  const char* id;
  Game game;
  std::uint64_t adopting, insufficient_votes, vetoed, total;
};

// The first two are known; all are counted again below by another method.
constexpr Golden golden[] = {
    {"unsc", Game::with_abstention, 146'796, 13'906'560, 295'551, 14'348'907},
    {"unsc", Game::yes_no, 848, 22'819, 9'101, 32'768},
    {"unsc-procedural", Game::yes_no, 9'949, 22'819, 0, 32'768},
};

}  // namespace

TEST_CASE("count: figures that are known") {
  for (const Golden& row : golden) {
    CAPTURE(row.id);
    const BallotCount count = count_ballots(seat_rule(*standard_rule(row.id)), row.game);
    CHECK(count == BallotCount{row.adopting, row.insufficient_votes, row.vetoed, row.total});
  }
}

TEST_CASE("count: every ballot of every standard rule of up to fifteen seats" * doctest::skip(!enumerations)) {
  for (const StandardRule& standard : standard_rules) {
    if (standard.seats > 15) continue;  // those are summed seat by seat; power_test.cpp tries every coalition of theirs
    CAPTURE(standard.id);
    const Rule rule = seat_rule(standard);
    for (const Game game : {Game::yes_no, Game::with_abstention})
      CHECK(count_ballots(rule, game) == Enumeration(rule, game, 0, {}).count);
  }
}

TEST_CASE("count: random rules of up to seven seats, some votes fixed, against enumeration") {
  Random random(27);
  for (int round = 0; round < 2000; ++round) {
    const Rule rule = random_rule(random, 1 + roll(random, 7));
    REQUIRE(is_valid(rule));
    Ballot votes;
    const Seats given = round % 3 == 0 ? 0 : random_votes(random, rule, votes);
    for (const Game game : {Game::yes_no, Game::with_abstention}) {
      const BallotCount expected = Enumeration(rule, game, given, votes).count;
      CHECK(count_ballots(rule, game, given, votes) == expected);
      CHECK(seat_by_seat(rule, game, given, votes) == expected);
    }
  }
}

TEST_CASE("count: rules of up to thirty seats, seat by seat") {
  Random random(1945);
  for (int round = 0; round < 300; ++round) {
    const int standard = round - 100;
    const Rule rule = standard >= 0 && static_cast<std::size_t>(standard) < standard_rules.size()
                          ? seat_rule(standard_rules[static_cast<std::size_t>(standard)])
                          : random_rule(random, 20 + roll(random, 11));
    Ballot votes;
    const Seats given = round % 2 == 0 ? 0 : random_votes(random, rule, votes);
    for (const Game game : {Game::yes_no, Game::with_abstention}) {
      const BallotCount count = count_ballots(rule, game, given, votes);
      CHECK(count == seat_by_seat(rule, game, given, votes));
      CHECK(count.adopting + count.insufficient_votes + count.vetoed == count.total);
    }
  }
  CHECK(count_ballots({.seats = 30, .required = 1, .veto_holders = 0}, Game::with_abstention).total ==
        205'891'132'094'649U);
}

TEST_CASE("count: votes given") {
  const Rule charter = seat_rule(*standard_rule("unsc"));
  Ballot votes;
  votes.votes[0] = Vote::against;
  const BallotCount blocked = count_ballots(charter, Game::with_abstention, seat_bit(0), votes);
  CHECK(blocked.adopting == 0);
  CHECK(blocked.total == 4'782'969);

  // Whatever one member does: the three counts make up the whole.
  BallotCount sum;
  for (const Vote vote : three_votes) {
    votes.votes[0] = vote;
    const BallotCount count = count_ballots(charter, Game::with_abstention, seat_bit(0), votes);
    sum.adopting += count.adopting;
    sum.vetoed += count.vetoed;
    sum.insufficient_votes += count.insufficient_votes;
    sum.total += count.total;
  }
  CHECK(sum == count_ballots(charter, Game::with_abstention));

  // All votes given: one ballot, and decide() says what becomes of it.
  votes.votes.fill(Vote::in_favour);
  CHECK(count_ballots(charter, Game::yes_no, first_seats(15), votes) == BallotCount{.adopting = 1, .total = 1});
  // In the yes/no game a given member may abstain all the same.
  votes.votes[0] = Vote::abstaining;
  CHECK(count_ballots(charter, Game::yes_no, seat_bit(0), votes).total == 16'384);

  // A party to a dispute has one vote, in either game.
  Rule party = charter;
  party.must_abstain = 0b1;
  CHECK(count_ballots(party, Game::with_abstention).total == 4'782'969);
  CHECK(count_ballots(party, Game::yes_no).total == 16'384);
}

TEST_CASE("combinatorics: against their definitions") {
  for (int n = 0; n <= max_seats; ++n) {
    std::uint64_t sum = 0;
    for (int k = -1; k <= n + 1; ++k) {
      sum += choose(n, k);
      if (k >= 0 && k <= n) CHECK(choose(n, k) == choose(n, n - k));
    }
    CHECK(sum == std::uint64_t{1} << n);
    CHECK(choose(n, 2) * 2 == static_cast<std::uint64_t>(n) * static_cast<std::uint64_t>(n > 0 ? n - 1 : 0));
    for (std::uint64_t i = 1; i <= static_cast<std::uint64_t>(n); ++i) CHECK(least_common_multiple(n) % i == 0);
  }
  CHECK(least_common_multiple(10) == 2520);
  CHECK(least_common_multiple(30) == 2'329'089'562'800U);
  CHECK(power_of(3, 30) == 205'891'132'094'649U);
}

TEST_CASE("fractions: lowest terms, text and decimals, past 64 bits") {
  CHECK(text_of(fraction(848, 32'768)) == "53/2048");
  CHECK(text_of(fraction(0, 7)) == "0");
  CHECK(text_of(fraction(7, 0)) == "0");
  CHECK(text_of(fraction(7, 7)) == "1");
  const Wide ten_to_19 = 10'000'000'000'000'000'000U;
  const Wide large = ten_to_19 * ten_to_19;
  CHECK(text_of(large) == "1" + std::string(38, '0'));
  CHECK(text_of(fraction(large, large - large / 10)) == "10/9");
  CHECK(text_of(fraction(large - 1, large)) == std::string(38, '9') + "/1" + std::string(38, '0'));
  CHECK(decimal_of(fraction(large, 4 * (large / 2))) == doctest::Approx(0.5).epsilon(1e-15));
  CHECK(decimal_of(fraction(421, 2145)) == doctest::Approx(0.19627039627039628).epsilon(1e-15));
}
