#include "count.h"

#include "combinatorics.h"

namespace council {

BallotCount count_ballots(const Rule& rule, Game game, Seats given, const Ballot& votes) {
  int in_favour = 0;
  int blocking = 0;
  int holders = 0;
  int others = 0;
  for (int seat = 0; seat < rule.seats; ++seat) {
    if (contains(given, seat)) {
      const Vote vote = counted_vote(rule, votes, seat);
      in_favour += vote == Vote::in_favour ? 1 : 0;
      blocking += blocks(rule, seat, vote) ? 1 : 0;
    } else {
      holders += standing_of(rule, seat) == Standing::holder ? 1 : 0;
      others += standing_of(rule, seat) == Standing::other ? 1 : 0;
    }
  }

  const Ways ways = ways_of(rule, game);
  BallotCount result{.total = power_of(ways.all, holders + others)};
  for (int yes = 0; yes <= holders; ++yes)
    for (int block = 0; yes + block <= holders; ++block) {
      const std::uint64_t by_holders = choose(holders, yes) * choose(holders - yes, block) *
                                       power_of(ways.holder_blocks, block) *
                                       power_of(ways.holder_lets, holders - yes - block);
      for (int more = 0; more <= others; ++more) {
        const std::uint64_t ballots = by_holders * choose(others, more) * power_of(ways.other_not, others - more);
        switch (reason_by(rule, in_favour + yes + more, blocking + block)) {
          case Reason::insufficient_votes:
            result.insufficient_votes += ballots;
            break;
          case Reason::veto:
            result.vetoed += ballots;
            break;
          case Reason::majority:
          case Reason::without_vote:
            result.adopting += ballots;
            break;
        }
      }
    }
  return result;
}

}  // namespace council
