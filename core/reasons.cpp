#include "reasons.h"

#include <algorithm>

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
    case Reason::without_vote:
      return {words.message("decision.without_vote"), {}};
    case Reason::insufficient_votes: {
      Explanation explanation{say("decision.insufficient_votes", decision.short_by),
                              say("decision.why_insufficient_votes", tally.in_favour)};
      if (opposed != 0) explanation.why = words.sentences(explanation.why, say("decision.why_no_veto", count(opposed)));
      return explanation;
    }
    case Reason::veto:
      return {say(rule.abstention_blocks ? "decision.blocked" : "decision.veto", count(opposed)),
              say(rule.abstention_blocks    ? "decision.why_veto_by_the_letter"
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

Background background(const Words& words, const Scenario& scenario, std::string_view rule_id, const Rule& rule,
                      const Ballot& ballot, const Decision& decision, std::size_t most, int most_members, Seats fixed) {
  Background result;
  const std::string required = decimal(rule.required);
  const StandardRule* const standard = standard_rule(rule_id);
  const Article by = standard ? standard->article : Article::none;
  const char* const article = decision.reason == Reason::without_vote ? "article.without_vote"
                              : by == Article::substantive            ? "article.substantive"
                              : by == Article::procedural             ? "article.procedural"
                                                                      : "article.own_rule";
  result.article = words.plural(article, rule.required, {{"required", required}});
  if (decision.reason == Reason::without_vote) return result;

  const int deciders = count(decision.decisive);
  result.decisive =
      deciders == 0 ? words.message("decisive.nobody")
      : deciders > most_members
          ? words.plural("decisive.many", deciders, {{"n", decimal(deciders)}})
          : words.plural("decisive.members", deciders,
                         {{"members", names_of(words, scenario, decision.decisive)}, {"n", decimal(deciders)}});

  const Changes changes = smallest_changes(rule, ballot, fixed);
  const bool adopted = decision.outcome == Outcome::adopted;
  const std::size_t told = changes.size <= most_members ? std::min(most, changes.simplest.size()) : 0;
  for (std::size_t i = 0; i < told; ++i) {
    const ChangeSet& set = changes.simplest[i];
    const std::string in_favour = names_of(words, scenario, set.to_in_favour);
    const std::string abstaining = names_of(words, scenario, set.to_abstaining);
    const std::string against = names_of(words, scenario, set.to_against);
    const char* const key = !adopted          ? (abstaining.empty()  ? "change.adopt_in_favour"
                                                 : in_favour.empty() ? "change.adopt_abstaining"
                                                                     : "change.adopt_both")
                            : against.empty() ? "change.defeat_abstaining"
                                              : "change.defeat_against";
    result.changes.push_back(
        words.plural(key, changes.size, {{"in_favour", in_favour}, {"abstaining", abstaining}, {"against", against}}));
  }
  // Of votes that are free alone, neither "all" nor "none" is told.
  if (changes.number == 0 && fixed == 0) result.how_many = words.message("change.none");
  if (changes.number > told && fixed == 0)
    result.how_many =
        words.plural(adopted ? "change.more_defeat" : "change.more_adopt", changes.size,
                     {{"size", decimal(changes.size)}, {"number", decimal(static_cast<int>(changes.number))}});
  result.change = result.changes.empty() ? result.how_many : words.sentences(result.changes.front(), result.how_many);
  return result;
}

}  // namespace council
