// What chamber.cpp asks of whoever may show something else in the chamber's place: nobody in the chamber module
// (chamber_alone.cpp), the plots in the gallery module (gallery.cpp). Which of the two is linked decides; nothing of it
// is left in the chamber module's bytes.
#pragma once

#include <string>

#include "border.h"
#include "core/picture/shapes.h"
#include "core/words.h"
#include "web/app/state.h"
#include "web/app/view.h"

namespace council {

// What is asked. Only where exhibits_plot() is true are the others.

/// Whether a plot is shown in the chamber's place.
bool exhibits_plot(const State& state);
/// Draws one frame of it.
void draw_plot(const State& state, const Words& words, const Appearance& look);
/// The plot at rest, in units.
Picture still_plot(const State& state, const Words& words, float width, int hovered);
/// What can be pressed at a place of it; -1 for nothing.
int plot_place_at(const State& state, const Words& words, float width, Point at);
/// A tap on such a place.
void tap_plot(int place);
/// Takes the text of the next action that presses led to; false where there is none.
bool take_plot_action(std::string& action);

// What a gallery finds in the chamber.

Border& chamber_border();
const State& chamber_state();
const Words& chamber_words_in_use();

}  // namespace council
