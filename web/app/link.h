// The state in a link's fragment: short, readable, and the form in which it travels between the modules.
//
//   #s=dprk-panel-2024&v=YYYAYYYYYYYNYYY      the scenario and the votes in seat order (Y, N, A, X)
#pragma once

#include <string>
#include <string_view>

#include "state.h"

namespace council {

/// The fragment, without the #.
std::string link_of(const State& state);

/// The state of a link to this scenario. Without a "v" it is the recorded vote; unknown keys are passed over. An error
/// names the column in the fragment.
Result<State> state_of_link(const Scenario& scenario, std::string_view link);

}  // namespace council
