// A challenge of a lesson: whose votes may be changed, how far, and what the Council's decision shall be then.
//
//   Judgement judgement = judge(challenge, rule, ballot);
//   judgement.unmet == Unmet::nothing                 // solved; else the first thing that is not as it shall be
//
// Votes are compared as they are cast, not as the rule counts them. Everything here is total and made of integers.
#pragma once

#include <array>
#include <optional>

#include "decision.h"

namespace council {

/// Numbers from `least` to `most`, both included.
struct Range {
  int least = 0;
  int most = max_seats;

  constexpr bool has(int number) const { return least <= number && number <= most; }
};

/// What a decision shall be; all of it must hold.
struct Goal {
  Outcome outcome = Outcome::adopted;
  std::optional<Reason> reason;
  std::array<Range, all_votes.size()> tally;  ///< members by vote, in the order of all_votes
  Seats may_veto = first_seats(max_seats);    ///< no others may have vetoed
};

struct Challenge {
  Ballot start;
  Seats movers = 0;                               ///< whose votes may be changed
  std::array<bool, all_votes.size()> may_cast{};  ///< to what, in the order of all_votes
  int most_changes = 1;                           ///< members that may vote otherwise than at the start
  Goal goal;
};

/// What is not as it shall be, in the order in which it is looked at.
enum class Unmet : std::uint8_t { nothing, moves, changes, outcome, reason, tally, vetoes };

constexpr std::string_view name_of(Unmet unmet) {
  constexpr std::array<std::string_view, 7> names{"", "moves", "changes", "outcome", "reason", "tally", "vetoes"};
  return names[static_cast<std::size_t>(unmet)];
}

struct Judgement {
  Unmet unmet = Unmet::nothing;
  int changes = 0;    ///< members that vote otherwise than at the start
  Seats members = 0;  ///< who moved and may not, or vetoed and may not
};

/// What comes of a ballot under a valid rule.
constexpr Judgement judge(const Challenge& challenge, const Rule& rule, const Ballot& ballot) {
  Judgement judgement;
  for (int seat = 0; seat < rule.seats; ++seat) {
    const auto index = static_cast<std::size_t>(seat);
    const Vote vote = ballot.votes[index];
    if (vote == challenge.start.votes[index]) continue;
    ++judgement.changes;
    if (!contains(challenge.movers, seat) || !challenge.may_cast[static_cast<std::size_t>(vote)])
      judgement.members |= seat_bit(seat);
  }
  const Decision decision = decide(rule, ballot);
  const auto& [in_favour, against, abstaining, not_participating, required] = decision.tally;
  const std::array counts{in_favour, against, abstaining, not_participating};
  const auto first_unmet = [&] {
    if (judgement.members != 0) return Unmet::moves;
    if (judgement.changes > challenge.most_changes) return Unmet::changes;
    if (decision.outcome != challenge.goal.outcome) return Unmet::outcome;
    if (challenge.goal.reason && *challenge.goal.reason != decision.reason) return Unmet::reason;
    for (std::size_t way = 0; way < counts.size(); ++way)
      if (!challenge.goal.tally[way].has(counts[way])) return Unmet::tally;
    judgement.members = decision.vetoed_by & ~challenge.goal.may_veto;
    return judgement.members != 0 ? Unmet::vetoes : Unmet::nothing;
  };
  judgement.unmet = first_unmet();
  return judgement;
}

}  // namespace council
