// A vote as a picture: shapes and words on a plane, for whoever draws them (the canvas with Dear ImGui, the poster as
// SVG).
//
//   const Scene scene{.scenario = scenario, .words = words, .rule = rule, .ballot = ballot,
//                     .decision = decide(rule, ballot), .width = 960};
//   const Layout layout = layout_of(scene.setting());  // where everything stands: layout.seats, layout.height
//   const Picture picture = drawn(scene, layout);      // the votes there; picture_of(scene) does both
//   for (const Shape& shape : picture.shapes) …
//
// The composition goes by the width and the number of members: a horseshoe from wide_from units on, rows of seats
// below that. The height goes by width and scenario alone: neither votes nor words change it.
//
// Where the words are read from the right, so is the picture. Only the horseshoe stays, as the members sit, and so do a
// mark's own strokes and the tilt of the stamp.
#pragma once

#include <functional>
#include <variant>
#include <vector>

#include "horseshoe.h"
#include "rows.h"
#include "scene.h"
#include "shapes.h"

namespace council {

/// Where everything of a picture stands, whatever the votes are and the pointer does.
struct Layout {
  float width = 0;
  float height = 0;
  bool right_to_left = false;
  std::vector<SeatPlace> seats;  ///< in seat order, as they are drawn
  std::variant<Horseshoe, Rows> composition;
};

Layout layout_of(const Setting& setting);

/// The picture of a scene in the layout of its setting.
Picture drawn(const Scene& scene, const Layout& layout);

Picture picture_of(const Scene& scene);

/// The height of the picture in a width, whatever the votes and the words: what a page keeps free for it.
float picture_height(const Setting& setting);

/// From a width on (up to the next one), the picture has this height.
struct HeightStep {
  float from;
  float height;
};
/// The steps of picture_height in whole units, from width 0 to `widest`, whatever the setting's own width is.
std::vector<HeightStep> height_steps(Setting setting, float widest = 1920);
/// Likewise, of any picture whose height goes by its width.
std::vector<HeightStep> height_steps(const std::function<float(float width)>& height, float widest = 1920);

}  // namespace council
