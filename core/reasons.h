// Decisions in words: the one place where reason codes become sentences.
#pragma once

#include <string>

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

/// The names of the members in those seats, as a list inside a sentence.
std::string names_of(const Words& words, const Scenario& scenario, Seats seats);

}  // namespace council
