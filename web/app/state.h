// The whole state of the explainer, as one plain value. What follows from it (outcome, reasons, decisive members) is
// computed by the core and never stored.
#pragma once

#include <memory>

#include "core/decision.h"
#include "core/scenario.h"

namespace council {

struct State {
  std::shared_ptr<const Scenario> scenario;  ///< never changed once read; null before the first one is opened
  Rule rule;                                 ///< by which the votes are decided
  Ballot ballot;                             ///< the votes as the reader has set them
};

}  // namespace council
