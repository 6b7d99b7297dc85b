// The vote rule itself: what becomes of a draft, and why.
//
//   Ballot ballot;                                  // everybody not participating
//   ballot.votes[seat] = Vote::against;
//   Decision decision = decide(rule, ballot);       // decision.outcome, .reason, .tally, .vetoed_by …
//
// The order of evaluation is the law's: too few votes in favour comes before the veto, so a permanent member's no to a
// text that falls short anyway is not a veto (draft S/2014/916 of 30 December 2014, 8-2-5).
//
// Everything here is total, constexpr and made of integers.
#pragma once

#include <array>

#include "rule.h"
#include "seats.h"
#include "vote.h"

namespace council {

/// One vote for each seat of a rule; entries past the rule's seats are ignored.
struct Ballot {
  std::array<Vote, max_seats> votes = [] {
    std::array<Vote, max_seats> all{};
    all.fill(Vote::not_participating);
    return all;
  }();
  bool without_vote = false;  ///< adopted by consensus or acclamation; `votes` is then ignored

  friend constexpr bool operator==(const Ballot&, const Ballot&) = default;
};

enum class Outcome : std::uint8_t { adopted, not_adopted };
enum class Reason : std::uint8_t { majority, without_vote, insufficient_votes, veto };

constexpr std::string_view name_of(Outcome outcome) { return outcome == Outcome::adopted ? "adopted" : "not_adopted"; }
constexpr std::string_view name_of(Reason reason) {
  constexpr std::array<std::string_view, 4> names{"majority", "without_vote", "insufficient_votes", "veto"};
  return names[static_cast<std::size_t>(reason)];
}
constexpr Outcome outcome_of(Reason reason) {
  return reason == Reason::majority || reason == Reason::without_vote ? Outcome::adopted : Outcome::not_adopted;
}

/// Members by what they did, and the votes in favour that were needed.
struct Tally {
  int in_favour = 0;
  int against = 0;
  int abstaining = 0;
  int not_participating = 0;
  int required = 0;

  friend constexpr bool operator==(const Tally&, const Tally&) = default;
};

struct Decision {
  Outcome outcome = Outcome::not_adopted;
  Reason reason = Reason::insufficient_votes;
  Tally tally;
  Seats vetoed_by = 0;  ///< the veto holders whose votes block; empty unless the reason is a veto
  int short_by = 0;     ///< votes in favour that are missing; 0 unless the reason is insufficient votes
  Seats decisive = 0;   ///< members whose own vote, changed alone, can change the outcome

  friend constexpr bool operator==(const Decision&, const Decision&) = default;
};

/// The vote of a seat as the rule counts it.
constexpr Vote counted_vote(const Rule& rule, const Ballot& ballot, int seat) {
  const Vote vote = ballot.votes[static_cast<std::size_t>(seat)];
  const bool cast = vote == Vote::in_favour || vote == Vote::against;
  return cast && contains(rule.must_abstain, seat) ? Vote::abstaining : vote;
}

/// Whether a veto holder blocks by that vote.
constexpr bool blocks(const Rule& rule, int seat, Vote vote) {
  if (!contains(rule.veto_holders, seat) || vote == Vote::in_favour) return false;
  return vote == Vote::against || (rule.abstention_blocks && !contains(rule.must_abstain, seat));
}

/// Why a text with that many votes in favour and that many blocking ones stands or falls.
constexpr Reason reason_by(const Rule& rule, int in_favour, int blocking) {
  if (in_favour < rule.required) return Reason::insufficient_votes;
  if (rule.blocking_votes > 0 && blocking >= rule.blocking_votes) return Reason::veto;
  return Reason::majority;
}

/// Why the text stands or falls: decide() without the particulars, for counting many ballots.
constexpr Reason settle(const Rule& rule, const Ballot& ballot) {
  if (ballot.without_vote) return Reason::without_vote;
  int in_favour = 0;
  int blocking = 0;
  for (int seat = 0; seat < rule.seats; ++seat) {
    const Vote vote = counted_vote(rule, ballot, seat);
    in_favour += vote == Vote::in_favour ? 1 : 0;
    blocking += blocks(rule, seat, vote) ? 1 : 0;
  }
  return reason_by(rule, in_favour, blocking);
}

/// What becomes of the text under a valid rule (see is_valid), and every particular of it.
constexpr Decision decide(const Rule& rule, const Ballot& ballot) {
  Decision decision;
  decision.reason = settle(rule, ballot);
  decision.outcome = outcome_of(decision.reason);
  decision.tally.required = rule.required;
  if (ballot.without_vote) return decision;

  Ballot changed = ballot;
  for (int seat = 0; seat < rule.seats; ++seat) {
    const auto index = static_cast<std::size_t>(seat);
    const Vote vote = counted_vote(rule, ballot, seat);
    switch (vote) {
      case Vote::in_favour:
        ++decision.tally.in_favour;
        break;
      case Vote::against:
        ++decision.tally.against;
        break;
      case Vote::abstaining:
        ++decision.tally.abstaining;
        break;
      case Vote::not_participating:
        ++decision.tally.not_participating;
        break;
    }
    if (decision.reason == Reason::veto && blocks(rule, seat, vote)) decision.vetoed_by |= seat_bit(seat);
    for (const Vote other : all_votes) {
      changed.votes[index] = other;
      if (outcome_of(settle(rule, changed)) != decision.outcome) decision.decisive |= seat_bit(seat);
    }
    changed.votes[index] = ballot.votes[index];
  }
  if (decision.reason == Reason::insufficient_votes) decision.short_by = rule.required - decision.tally.in_favour;
  return decision;
}

}  // namespace council
