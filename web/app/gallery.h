// What else the canvas shows than the chamber: plots of power and of vetoes. Which one, and of what, is told by whoever
// has a gallery; what can be pressed in it has a place, a number from 0 on.
//
//   Gallery gallery{.shown = Exhibit::vetoes, .vetoes = std::move(index)};
//   Picture picture = picture_of(gallery, state, words, 390, hovered);
//   int place = place_at(gallery, state, words, 390, {200, 80});     // -1 where nothing is to be pressed
//   look_at(place)                                                   // "look RUS 1986", for the page
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/picture/power_plot.h"
#include "core/picture/vetoes_plot.h"
#include "core/words.h"
#include "state.h"

namespace council {

enum class Exhibit : int { chamber = 0, power = 1, vetoes = 2 };

/// Which power is shown.
struct PowerChoice {
  const StandardRule* rule = nullptr;  ///< null: that of the state
  const StandardRule* with = nullptr;  ///< to compare; null: none
  Game game = Game::with_abstention;
  PowerIndex index = PowerIndex::shapley_shubik;
};

/// A choice as a text: fields of "rule", "with" (ids), "index" (a name of core/power_index.h) and "game" (yes_no or
/// with_abstention), each of which may be missing: "with=au-2005&index=banzhaf&game=yes_no".
Result<PowerChoice> parse_power_choice(std::string_view text);

struct Gallery {
  Exhibit shown = Exhibit::chamber;
  PowerChoice power = {};
  std::optional<VetoIndex> vetoes = {};
  VetoHighlight highlight = {};

  /// Whether there is what it takes to show a plot.
  bool shows_plot(const State& state) const {
    return (shown == Exhibit::power && state.scenario) || (shown == Exhibit::vetoes && vetoes);
  }
};

// Of a gallery that shows a plot.

/// The picture laid out for so many units; `hovered` is the place under the pointer, or -1.
Picture picture_of(const Gallery& gallery, const State& state, const Words& words, float width, int hovered);
float height_of(const Gallery& gallery, const State& state, const Words& words, float width);
/// What it says, for those who do not see it.
std::string told_by(const Gallery& gallery, const State& state, const Words& words);
/// What is to be pressed at a place of that picture, in units; -1 for nothing.
int place_at(const Gallery& gallery, const State& state, const Words& words, float width, Point at);

/// A press on a place as the text of an action.
std::string look_at(int place);

}  // namespace council
