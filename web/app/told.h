// What the council tells of a state, by section: each is asked for alone and computed when it is asked for.
//
//   told(state, words, Section::outcome)
//       {"outcome":"not_adopted","reason":"veto","tally":{…},"vetoedBy":["RUS"],"decisive":["RUS"],"status":"Not …"}
//
// Pure: what other votes or another rule would lead to is asked by telling of another State.
#pragma once

#include <string>

#include "core/challenge.h"
#include "core/words.h"
#include "state.h"

namespace council {

/// The sections, as numbers that travel (web/page/modules/border.js has them, too).
enum class Section : int {
  link = 0,     ///< the state as a link's fragment: text, all others are JSON
  state = 1,    ///< rule (an id, empty for one of the scenario's own), votes (a letter a seat, as the rule
                ///< counts them), step, locked and bound (codes), recorded (whether vote and rule are the record's)
  outcome = 2,  ///< outcome, reason, tally (with required), vetoedBy and decisive (codes), status (a sentence)
  reasons =
      3,  ///< status, why, article, deciders, change: sentences; the last may be two, and leaves locked members alone
  changes = 4,  ///< sets: at most five of the smallest that would turn the outcome, while locked members vote as they
                ///< do; each {in_favour, abstaining, against}, the codes of those who would vote so; number: how
                ///< many such sets there are in all
};

/// A section in the language of the words; empty where no scenario is open or the section is none.
std::string told(const State& state, const Words& words, Section section);

/// What a challenge makes of the state's votes, as JSON: solved, unmet (name_of(Unmet)), changes, left (of those that
/// may be made; negative where there are too many), members (codes of who moved or vetoed and may not). Empty where no
/// scenario is open.
std::string judged(const State& state, const Challenge& challenge);

}  // namespace council
