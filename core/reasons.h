// Decisions in words: the one place where reason codes become sentences.
#pragma once

#include <string>

#include "decision.h"
#include "scenario.h"
#include "words.h"

namespace council {

/// What became of the text and why, for a reader: "Not adopted: vetoed by Russia. …". Begins with the catalogue's words
/// for adopted or not adopted. `decision` is decide(rule, ballot); the members' names come from the scenario.
std::string outcome_in_words(const Words& words, const Scenario& scenario, const Rule& rule, const Ballot& ballot,
                             const Decision& decision);

/// The names of the members in those seats, as a list inside a sentence.
std::string names_of(const Words& words, const Scenario& scenario, Seats seats);

}  // namespace council
