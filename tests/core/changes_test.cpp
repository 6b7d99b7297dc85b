// What would change the outcome, against trying every set of members and every way they could vote.
#include "core/changes.h"

#include <doctest/doctest.h>

#include <string>

using namespace council;

namespace {

Ballot applied(Ballot ballot, const ChangeSet& set) {
  for (int seat = 0; seat < max_seats; ++seat) {
    Vote& vote = ballot.votes[static_cast<std::size_t>(seat)];
    if (contains(set.to_in_favour, seat)) vote = Vote::in_favour;
    if (contains(set.to_abstaining, seat)) vote = Vote::abstaining;
    if (contains(set.to_against, seat)) vote = Vote::against;
  }
  return ballot;
}

/// Whether the members of `set` can turn the outcome by changing their votes, every one of them, to something else.
bool can_turn(const Rule& rule, Ballot ballot, Seats set, Outcome now, int seat = 0) {
  if (seat == rule.seats) return outcome_of(settle(rule, ballot)) != now;
  if (!contains(set, seat)) return can_turn(rule, ballot, set, now, seat + 1);
  const Vote own = ballot.votes[static_cast<std::size_t>(seat)];
  for (const Vote vote : all_votes) {
    if (vote == own) continue;
    ballot.votes[static_cast<std::size_t>(seat)] = vote;
    if (can_turn(rule, ballot, set, now, seat + 1)) return true;
  }
  return false;
}

Ballot ballot_of(std::string_view letters) {
  Ballot ballot;
  for (std::size_t i = 0; i < letters.size(); ++i) ballot.votes[i] = *vote_lettered(letters[i]);
  return ballot;
}

}  // namespace

TEST_CASE("smallest changes: every ballot and rule of a random walk, by brute force") {
  std::uint32_t random = 27;
  const auto next = [&](std::uint32_t n) { return random = random * 1'664'525 + 1'013'904'223, (random >> 16) % n; };
  for (int round = 0; round < 1500; ++round) {
    const int seats = 2 + static_cast<int>(next(6));
    Rule rule{.seats = seats,
              .required = 1 + static_cast<int>(next(static_cast<std::uint32_t>(seats))),
              .veto_holders = next(1U << seats),
              .blocking_votes = 1 + static_cast<int>(next(2)),
              .abstention_blocks = next(4) == 0,
              .must_abstain = next(3) == 0 ? next(1U << seats) & next(1U << seats) : 0};
    if (next(4) == 0) rule.veto_holders = 0, rule.blocking_votes = 0;
    REQUIRE(is_valid(rule));
    Ballot ballot;
    for (int seat = 0; seat < seats; ++seat)
      ballot.votes[static_cast<std::size_t>(seat)] =
          contains(rule.must_abstain, seat) ? Vote::abstaining : static_cast<Vote>(next(4));
    const Outcome now = outcome_of(settle(rule, ballot));
    const Seats fixed = next(3) == 0 ? next(1U << seats) : 0;

    int size = 0;
    std::uint64_t number = 0;
    for (Seats set = 1; set <= first_seats(seats); ++set) {
      if ((set & (rule.must_abstain | fixed)) != 0 || (size > 0 && count(set) > size) ||
          !can_turn(rule, ballot, set, now))
        continue;
      if (size == 0 || count(set) < size) size = count(set), number = 0;
      ++number;
    }
    const Changes changes = smallest_changes(rule, ballot, fixed);
    CAPTURE(round);
    CHECK(changes.size == size);
    CHECK(changes.number == number);
    CHECK(changes.simplest.size() == std::min<std::uint64_t>(number, most_listed));
    Seats seen[most_listed] = {};
    std::size_t listed = 0;
    for (const ChangeSet& set : changes.simplest) {
      const Seats members = set.to_in_favour | set.to_abstaining | set.to_against;
      CHECK(count(set.to_in_favour) + count(set.to_abstaining) + count(set.to_against) == size);
      CHECK(count(members) == size);
      CHECK(outcome_of(settle(rule, applied(ballot, set))) != now);
      for (std::size_t i = 0; i < listed; ++i) CHECK(seen[i] != members);
      seen[listed++] = members;
    }
  }
}

TEST_CASE("smallest changes: the Council's cases") {
  const Rule rule = seat_rule(*standard_rule("unsc"), first_seats(5));
  const Changes recorded = smallest_changes(rule, ballot_of("NAYYYYYYYYYYYYY"));
  CHECK(recorded.size == 1);
  CHECK(recorded.number == 1);
  CHECK(recorded.simplest == std::vector{ChangeSet{.to_abstaining = 0b1}});

  // Adopted with votes to spare: any one permanent member could still veto.
  const Changes adopted = smallest_changes(rule, ballot_of("YYYYYYYYYYYYYYY"));
  CHECK(adopted.size == 1);
  CHECK(adopted.number == 5);
  CHECK(adopted.simplest.front() == ChangeSet{.to_against = 0b1});

  // Procedural, fifteen in favour: seven would have to leave, in 15 over 7 ways.
  const Rule procedural = seat_rule(*standard_rule("unsc-procedural"), first_seats(5));
  const Changes many = smallest_changes(procedural, ballot_of("YYYYYYYYYYYYYYY"));
  CHECK(many.size == 7);
  CHECK(many.number == 6435);
  CHECK(many.simplest.size() == most_listed);

  Ballot without_vote;
  without_vote.without_vote = true;
  CHECK(smallest_changes(rule, without_vote).number == 0);

  // Who is held fast is asked no more: without Russia nobody can bring the text through.
  CHECK(smallest_changes(rule, ballot_of("NAYYYYYYYYYYYYY"), 0b1).size == 0);
  CHECK(smallest_changes(rule, ballot_of("YYYYYYYYYYYYYYY"), 0b1).number == 4);
}
