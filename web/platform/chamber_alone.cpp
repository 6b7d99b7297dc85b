// The chamber module shows the chamber, and nothing else.
#include "exhibits.h"

namespace council {

bool exhibits_plot(const State& /*state*/) { return false; }
void draw_plot(const State& /*state*/, const Words& /*words*/, const Appearance& /*look*/) {}
Picture still_plot(const State& /*state*/, const Words& /*words*/, float /*width*/, int /*hovered*/) { return {}; }
int plot_place_at(const State& /*state*/, const Words& /*words*/, float /*width*/, Point /*at*/) { return -1; }
void tap_plot(int /*place*/) {}
bool take_plot_action(std::string& /*action*/) { return false; }

}  // namespace council
