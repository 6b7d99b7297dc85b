// The state in a link's fragment: short, readable, and the form in which it travels between the modules.
//
//   #s=dprk-panel-2024&v=YYYAYYYYYYYNYYY&rule=unsc-two-vetoes&lock=RUS,CHN&step=2&lang=fr
//
// s is the scenario; v the votes in seat order (Y, N, A, X), rule a standard rule, lock the codes of members whose
// votes are held fast, step a question: each where it is not the recorded or the first one; lang the language where it
// is not English. A page of another language leads to its own.
//
// The keys may stand in any order, each once; unknown ones are passed over. What an address adds to this (percent
// encoding, a query, what a host appends) is the page's to take off, in web/page/modules/link.js.
#pragma once

#include <string>
#include <string_view>

#include "state.h"

namespace council {

/// The fragment, without the #.
std::string link_of(const State& state);

/// The state of a link among these scenarios, in a page of that language: of the one that its "s" names, else of
/// `opening`. Without a "v" it is the recorded vote. An error names the column in the fragment.
Result<State> state_of_link(const Shelf& shelf, const Scenario& opening, std::string_view link,
                            std::string_view language = {});

}  // namespace council
