// The vote rule against the law, and against a second method that shares no code with it.
#include "core/decision.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>

#include "sweeps.h"

using namespace council;

namespace {

// Seats 0 to 4 are the permanent ones throughout.
constexpr Seats five = first_seats(5);
constexpr Rule charter = seat_rule(*standard_rule("unsc"), five);
constexpr Rule procedural = seat_rule(*standard_rule("unsc-procedural"), five);
constexpr Rule eleven = seat_rule(*standard_rule("unsc-1946"), five);

/// A ballot from letters in seat order.
constexpr Ballot ballot_of(std::string_view letters) {
  Ballot ballot;
  for (std::size_t i = 0; i < letters.size(); ++i) ballot.votes[i] = *vote_lettered(letters[i]);
  return ballot;
}

struct Case {
  const char* what;
  Rule rule;
  std::string_view votes;
  Reason reason;
  Seats vetoed_by;
  int short_by;
  Seats decisive;
};

constexpr Case cases[] = {
    {"one permanent no among thirteen yeses", charter, "NAYYYYYYYYYYYYY", Reason::veto, 0b1, 0, 0b1},
    {"two vetoes: neither alone decides", charter, "NNYYYYYYYYYYYYY", Reason::veto, 0b11, 0, 0},
    {"permanent abstentions do not block", charter, "AAYYYYYYYYYYYYY", Reason::majority, 0, 0, 0b11111},
    {"no permanent member in favour (resolution 344)", charter, "AAAAXYYYYYYYYYY", Reason::majority, 0, 0, 0b11111},
    {"8-2-5: too few, so the permanent no is no veto", charter, "NYYYAYYYYYNAAAA", Reason::insufficient_votes, 0, 1,
     0b1},
    {"8-1-6: too few again; only the opponent's yes would do", charter, "NAYYYYYYYYAAAAA", Reason::insufficient_votes,
     0, 1, 0b1},
    {"eight in favour, nobody against: every other vote decides", charter, "YYYYYYYYAAAAAAA",
     Reason::insufficient_votes, 0, 1, 0b111111100000000},
    {"nine exactly: every yes decides, and every permanent member", charter, "AAAAAYYYYYYYYYA", Reason::majority, 0, 0,
     0b011111111111111},
    {"fifteen against", charter, "NNNNNNNNNNNNNNN", Reason::insufficient_votes, 0, 9, 0},
    {"nobody takes part", charter, "XXXXXXXXXXXXXXX", Reason::insufficient_votes, 0, 9, 0},
    {"procedural: a permanent no is one vote among others", procedural, "NNYYYYYYYYYAAAA", Reason::majority, 0, 0,
     0b000011111111100},
    {"the Council of eleven needs seven", eleven, "NYYYYYYAAAA", Reason::insufficient_votes, 0, 1, 0b1},
    {"the Council of eleven, vetoed", eleven, "NYYYYYYYAAA", Reason::veto, 0b1, 0, 0b1},
};

static_assert(decide(charter, ballot_of("NAYYYYYYYYYYYYY")).reason == Reason::veto);

}  // namespace

TEST_CASE("decide: the law's cases") {
  for (const Case& row : cases) {
    CAPTURE(std::string(row.what));
    const Decision decision = decide(row.rule, ballot_of(row.votes));
    CHECK(decision.reason == row.reason);
    CHECK(decision.outcome == outcome_of(row.reason));
    CHECK(decision.vetoed_by == row.vetoed_by);
    CHECK(decision.short_by == row.short_by);
    CHECK(decision.decisive == row.decisive);
    const Tally& tally = decision.tally;
    CHECK(tally.in_favour + tally.against + tally.abstaining + tally.not_participating == row.rule.seats);
    CHECK(tally.required == row.rule.required);
  }
}

TEST_CASE("decide: without a vote, nobody's vote matters") {
  Ballot ballot = ballot_of("NNNNNNNNNNNNNNN");
  ballot.without_vote = true;
  const Decision decision = decide(charter, ballot);
  CHECK(decision.outcome == Outcome::adopted);
  CHECK(decision.reason == Reason::without_vote);
  CHECK(decision.decisive == 0);
  CHECK(decision.tally == Tally{.required = 9});
}

TEST_CASE("decide: k negative votes, blocking abstentions, parties to a dispute") {
  Rule two = charter;
  two.blocking_votes = 2;
  CHECK(settle(two, ballot_of("NYYYYYYYYYYYYYY")) == Reason::majority);
  CHECK(decide(two, ballot_of("NNYYYYYYYYYYYYY")).vetoed_by == 0b11);
  CHECK(decide(two, ballot_of("NNYYYYYYYYYYYYY")).decisive == 0b11);

  Rule literal = charter;
  literal.abstention_blocks = true;
  CHECK(decide(literal, ballot_of("AXYYYYYYYYYYYYY")).vetoed_by == 0b11);

  // A party to a dispute must abstain: whatever is written for it, it neither blocks nor counts in favour.
  Rule party = literal;
  party.must_abstain = 0b1;
  CHECK(decide(party, ballot_of("NYYYYYYYYYYYYYY")).reason == Reason::majority);
  CHECK(decide(party, ballot_of("NYYYYYYYYYYYYYY")).tally.abstaining == 1);
  CHECK(decide(party, ballot_of("YYYYYYYYYAAAAAA")).short_by == 1);
  CHECK(decide(party, ballot_of("NYYYYYYYYYYYYYY")).decisive == 0b11110);
}

TEST_CASE("every vote of fifteen members: enumeration against binomial coefficients" *
          doctest::skip(!test::enumerations)) {
  // Second method: adopted means that no permanent member is against and at least nine of fifteen are in favour. Count
  // by how many permanent and elected members are in favour, with one other way to vote that blocks nothing for the
  // permanent members and two for the elected ones.
  constexpr auto choose = [](int n, int k) {
    std::int64_t result = 1;
    for (int i = 1; i <= k; ++i) result = result * (n - k + i) / i;
    return result;
  };
  std::int64_t adopted_expected = 0;
  std::int64_t enough_expected = 0;
  for (int p = 0; p <= 5; ++p)
    for (int e = 0; e <= 10; ++e) {
      if (p + e < 9) continue;
      adopted_expected += choose(5, p) * choose(10, e) * (1LL << (10 - e));
      enough_expected += choose(5, p) * choose(10, e) * (1LL << (15 - p - e));
    }

  std::array<std::int64_t, 4> by_reason{};
  std::int64_t binary_wins = 0;
  constexpr int total = 14'348'907;  // 3^15
  for (int code = 0; code < total; ++code) {
    Ballot ballot;
    bool binary = true;
    for (int seat = 0, rest = code; seat < 15; ++seat, rest /= 3) {
      ballot.votes[static_cast<std::size_t>(seat)] = static_cast<Vote>(rest % 3);
      binary = binary && rest % 3 != 2;
    }
    const Reason reason = settle(charter, ballot);
    ++by_reason[static_cast<std::size_t>(reason)];
    if (binary && reason == Reason::majority) ++binary_wins;
  }
  const auto counted = [&](Reason reason) { return by_reason[static_cast<std::size_t>(reason)]; };
  CHECK(counted(Reason::majority) == 146'796);
  CHECK(counted(Reason::veto) == 295'551);
  CHECK(counted(Reason::insufficient_votes) == 13'906'560);
  CHECK(counted(Reason::without_vote) == 0);
  CHECK(binary_wins == 848);
  CHECK(counted(Reason::majority) == adopted_expected);
  CHECK(counted(Reason::majority) + counted(Reason::veto) == enough_expected);
}

TEST_CASE("decisive members: checked by trying every change in full") {
  // A fixed pseudo-random walk over ballots and rules; the oracle changes one vote and asks for the whole decision.
  std::uint32_t random = 20'240'328;
  const auto next = [&] { return random = random * 1'664'525 + 1'013'904'223, random >> 16; };
  for (int round = 0; round < 3000; ++round) {
    Rule rule = next() % 4 == 0 ? procedural : charter;
    rule.blocking_votes = rule.veto_holders ? 1 + static_cast<int>(next() % 2) : 0;
    rule.abstention_blocks = next() % 4 == 0;
    Ballot ballot;
    for (int seat = 0; seat < 15; ++seat) {
      const std::uint32_t roll = next() % 8;
      ballot.votes[static_cast<std::size_t>(seat)] = roll < 5 ? Vote::in_favour : static_cast<Vote>(roll - 4);
    }
    const Decision decision = decide(rule, ballot);
    for (int seat = 0; seat < 15; ++seat) {
      bool changes = false;
      for (const Vote vote : all_votes) {
        Ballot other = ballot;
        other.votes[static_cast<std::size_t>(seat)] = vote;
        changes = changes || decide(rule, other).outcome != decision.outcome;
      }
      CHECK(contains(decision.decisive, seat) == changes);
    }
  }
}

TEST_CASE("votes: names and letters go both ways") {
  for (const Vote vote : all_votes) {
    CHECK(vote_named(name_of(vote)) == vote);
    CHECK(vote_lettered(letter_of(vote)) == vote);
  }
  CHECK_FALSE(vote_named("yes"));
  CHECK_FALSE(vote_lettered('y'));
}
