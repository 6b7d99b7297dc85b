#include "reasons.h"

namespace council {

std::string names_of(const Words& words, const Scenario& scenario, Seats seats) {
  std::vector<std::string_view> names;
  for (std::size_t seat = 0; seat < scenario.members.size(); ++seat)
    if (contains(seats, static_cast<int>(seat))) names.push_back(scenario.members[seat].phrase.in(words.language));
  return words.list(names);
}

Explanation explain(const Words& words, const Scenario& scenario, const Rule& rule, const Ballot& ballot,
                    const Decision& decision) {
  Seats opposed = 0;  // veto holders whose vote would block, if it came to that
  for (int seat = 0; seat < rule.seats; ++seat)
    if (blocks(rule, seat, counted_vote(rule, ballot, seat))) opposed |= seat_bit(seat);

  const Tally& tally = decision.tally;
  const std::string in_favour = decimal(tally.in_favour);
  const std::string required = decimal(tally.required);
  const std::string short_by = decimal(decision.short_by);
  const std::string blocking = decimal(rule.blocking_votes);
  const std::string members = names_of(words, scenario, opposed);
  const auto say = [&](std::string_view key, int n) {
    return words.plural(key, n,
                        {{"in_favour", in_favour},
                         {"required", required},
                         {"short_by", short_by},
                         {"blocking", blocking},
                         {"members", members}});
  };
  switch (decision.reason) {
    case Reason::without_vote: return {words.message("decision.without_vote"), {}};
    case Reason::insufficient_votes: {
      Explanation explanation{say("decision.insufficient_votes", decision.short_by),
                              say("decision.why_insufficient_votes", tally.in_favour)};
      if (opposed != 0) explanation.why += filled(" {}", say("decision.why_no_veto", count(opposed)));
      return explanation;
    }
    case Reason::veto:
      return {say("decision.veto", count(opposed)),
              say(rule.abstention_blocks     ? "decision.why_veto_by_the_letter"
                  : rule.blocking_votes > 1 ? "decision.why_vetoes_together"
                                            : "decision.why_veto",
                  tally.in_favour)};
    case Reason::majority:
      return {words.message("decision.majority"), say(rule.veto_holders == 0 ? "decision.why_majority_without_veto"
                                                      : opposed == 0         ? "decision.why_majority"
                                                                             : "decision.why_majority_over_veto",
                                                      tally.in_favour)};
  }
  return {};
}

}  // namespace council
