// Decisions in words: the one place where reason codes become sentences.
#pragma once

#include <string>
#include <vector>

#include "changes.h"
#include "decision.h"
#include "scenario.h"
#include "words.h"

namespace council {

/// A decision for a reader, in whole sentences.
struct Explanation {
  std::string outcome;  ///< begins with the words for adopted or not adopted: "Not adopted: vetoed by Russia."
  std::string why;      ///< "13 votes in favour are enough, but …"; empty where the outcome says it all
};

/// What became of the text, and why. `decision` is decide(rule, ballot); the members' names come from the scenario.
Explanation explain(const Words& words, const Scenario& scenario, const Rule& rule, const Ballot& ballot,
                    const Decision& decision);

/// What the law says, who alone decides, and what would change it.
struct Background {
  std::string article;               ///< by which article, in a sentence
  std::string decisive;              ///< whose vote alone decides, in a sentence
  std::vector<std::string> changes;  ///< the simplest of the smallest sets of changes, a sentence each
  std::string how_many;              ///< how many such sets there are; empty where all are listed
  std::string change;                ///< the first of the changes and how_many, as one text
};

/// The paragraph behind an explanation. `rule_id` is the standard rule's, empty where the rule is no standard one. At
/// most `most` changes are told, and more members than `most_members` are not named but counted; the seats in `fixed`
/// vote as they do.
Background background(const Words& words, const Scenario& scenario, std::string_view rule_id, const Rule& rule,
                      const Ballot& ballot, const Decision& decision, std::size_t most = most_listed,
                      int most_members = max_seats, Seats fixed = 0);

/// The names of the members in those seats, as a list inside a sentence.
std::string names_of(const Words& words, const Scenario& scenario, Seats seats);

}  // namespace council
