// The whole state of the explainer, as one plain value. What follows from it (outcome, reasons, decisive members) is
// computed by the core and never stored.
#pragma once

#include "core/decision.h"
#include "core/scenario.h"

namespace council {

struct State {
  const Scenario* scenario = nullptr;  ///< outlives the state and never changes; null before the first is opened
  Rule rule;                           ///< by which the votes are decided
  Ballot ballot;                       ///< the votes as the reader has set them
};

}  // namespace council
