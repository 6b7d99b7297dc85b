// The whole state of the explainer, as one plain value. What follows from it (outcome, reasons, decisive members) is
// computed by the core and never stored.
#pragma once

#include <forward_list>
#include <string_view>

#include "core/decision.h"
#include "core/scenario.h"

namespace council {

struct State {
  const Scenario* scenario = nullptr;  ///< outlives the state and never changes; null before the first is opened
  std::string_view rule_id;            ///< of the standard rule; empty for one of the scenario's own
  Rule rule;                           ///< by which the votes are decided; who must abstain by it is bound
  Ballot ballot;                       ///< the votes as the reader has set them
  Seats locked = 0;                    ///< members whose votes the reader holds fast
  int step = 1;                        ///< the question that the reader is at, 1 to most_steps
  std::string_view language;           ///< tag of the words that the page is in; empty where it has none yet

  friend bool operator==(const State&, const State&) = default;
};

inline constexpr int most_steps = 99;

/// The scenarios that can be opened by their ids; they stay where they are, whatever is put beside them.
using Shelf = std::forward_list<Scenario>;

/// The scenario of that id, the latest where there are several, or null.
const Scenario* scenario_on(const Shelf& shelf, std::string_view id);

}  // namespace council
