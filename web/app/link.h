// The state in a link's fragment: short, readable, and the form in which it travels between the modules.
//
//   #s=dprk-panel-2024&v=YYYAYYYYYYYNYYY&rule=unsc-two-vetoes&step=2&lang=fr
//
// s is the scenario; v the votes in seat order (Y, N, A, X), rule a standard rule, step a question: each where it is
// not the recorded or the first one; lang the language where it is not English. A page of another language leads to its
// own.
#pragma once

#include <string>
#include <string_view>

#include "state.h"

namespace council {

/// The fragment, without the #.
std::string link_of(const State& state);

/// The state of a link to this scenario, in a page of that language. Without a "v" it is the recorded vote; unknown
/// keys are passed over. An error names the column in the fragment.
Result<State> state_of_link(const Scenario& scenario, std::string_view link, std::string_view language = {});

}  // namespace council
