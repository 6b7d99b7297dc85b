#include "reasons.h"

namespace council {

std::string names_of(const Words& words, const Scenario& scenario, Seats seats) {
  std::vector<std::string> names;
  for (std::size_t seat = 0; seat < scenario.members.size(); ++seat)
    if (contains(seats, static_cast<int>(seat))) names.push_back(scenario.members[seat].phrase.in(words.language));
  return words.list(names);
}

std::string outcome_in_words(const Words& words, const Scenario& scenario, const Rule& rule, const Ballot& ballot,
                             const Decision& decision) {
  Seats opposed = 0;  // veto holders whose vote would block, if it came to that
  for (int seat = 0; seat < rule.seats; ++seat)
    if (blocks(rule, seat, counted_vote(rule, ballot, seat))) opposed |= seat_bit(seat);

  const Tally& tally = decision.tally;
  const std::string in_favour = std::to_string(tally.in_favour);
  const std::string required = std::to_string(tally.required);
  const std::string short_by = std::to_string(decision.short_by);
  const std::string blocking = std::to_string(rule.blocking_votes);
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
    case Reason::without_vote:
      return words.message("decision.without_vote");
    case Reason::insufficient_votes: {
      const std::string sentence = say("decision.insufficient_votes", tally.in_favour);
      return opposed == 0 ? sentence : sentence + " " + say("decision.not_a_veto", count(opposed));
    }
    case Reason::veto:
      if (rule.blocking_votes > 1) return say("decision.vetoes_together", tally.in_favour);
      return say(rule.abstention_blocks ? "decision.veto_by_the_letter" : "decision.veto", tally.in_favour);
    case Reason::majority:
      if (rule.veto_holders == 0) return say("decision.majority_without_veto", tally.in_favour);
      return say(opposed == 0 ? "decision.majority" : "decision.majority_over_veto", tally.in_favour);
  }
  return {};
}

}  // namespace council
