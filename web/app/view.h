// The chamber as Dear ImGui draws it. A view is given the state and answers with actions; it knows no SDL and no
// browser.
#pragma once

#include <array>
#include <vector>

#include "action.h"
#include "core/picture/palette.h"
#include "core/words.h"
#include "state.h"

struct ImFont;

namespace council {

/// How, where and when to draw. Lengths are in pixels of the canvas.
struct Appearance {
  float width = 0;
  float height = 0;
  float pixel = 1;  ///< a CSS pixel
  float unit = 1;   ///< a unit of the picture: 1/16 of the reader's text size
  Palette palette = light_palette;
  bool reduced_motion = false;
  bool compact = false;  ///< the picture is a guest's
  double now = 0;        ///< seconds; does not go back
  int focused = -1;      ///< the seat whose control has the keyboard's focus, or -1
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
};

/// What only the drawing needs to remember: what was on the canvas, and since when it moves.
struct UiState {
  bool drawn = false;
  Ballot ballot;
  Reason reason = Reason::majority;
  std::array<double, max_seats> cast_at{};
  double decided_at = 0;
  int hovered = -1;
  int pressed = -1;
};

/// Draws one frame over the whole canvas and appends what the reader did. True while something still moves.
bool draw_view(const State& state, const Words& words, const Appearance& appearance, UiState& ui,
               std::vector<Action>& actions);

}  // namespace council
