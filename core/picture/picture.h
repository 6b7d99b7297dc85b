// A vote as a picture: shapes and words on a plane, for whoever draws them (the canvas with Dear ImGui, the poster as
// SVG).
//
//   Picture picture = picture_of({.scenario = scenario, .words = words, .rule = rule, .ballot = ballot,
//                                 .decision = decide(rule, ballot), .width = 960});
//   for (const Shape& shape : picture.shapes) …
//
// Lengths are in units of 1/16 of the reader's text size (at the usual text size, one CSS pixel), so that the picture
// grows with the text. x runs right, y runs down. The composition goes by width: a horseshoe from wide_from units on,
// rows of seats below that. Its height goes by width and scenario alone: neither votes nor words change it.
//
// Where the words are read from the right, so is the picture. Only the horseshoe stays, as the members sit, and so do a
// mark's own strokes and the tilt of the stamp.
#pragma once

#include <array>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "core/decision.h"
#include "core/scenario.h"
#include "core/words.h"

namespace council {

/// The width from which the members sit around the horseshoe table.
inline constexpr float wide_from = 704;

/// A narrower picture is laid out for this width.
inline constexpr float least_width = 160;

struct Point {
  float x = 0;
  float y = 0;
};

/// A colour by its part; see palette.h.
enum class Ink : std::uint8_t { none, paper, ink, soft, line, table, card, in_favour, against, abstaining, stamp };

enum class Align : std::uint8_t { left, centre, right };

struct Disc {
  Point centre;
  float radius;
  Ink ink;
};
struct Ring {
  Point centre;
  float radius;  ///< to the middle of the stroke
  float width;
  Ink ink;
  int dashes = 0;  ///< 0: an unbroken ring
};
struct Box {
  Point from, to;  ///< upper left and lower right corners
  float radius;    ///< of the corners
  Ink fill;
  Ink edge = Ink::none;
  float width = 0;  ///< of the edge, drawn inside the box
};
/// A line with round ends and joints.
struct Line {
  std::vector<Point> points;
  float width;
  Ink ink;
};
/// A piece of a ring between two ellipses, about the upward direction.
struct Band {
  Point centre;
  Point outer, inner;  ///< the ellipses' half axes
  float sweep;         ///< to either side, in radians
  Ink fill;
  Ink edge;
  float width;  ///< of the edge
};
struct Label {
  Point at;  ///< on the baseline; at the left end, the middle or the right end of the text
  Align align;
  float size;  ///< em
  bool bold;
  Ink ink;
  std::string text;
  float tracking = 0;  ///< added between letters
};

/// The point of an ellipse at an angle (radians, clockwise from the right).
inline Point on_ellipse(Point centre, Point half_axes, float angle) {
  return {centre.x + half_axes.x * std::cos(angle), centre.y + half_axes.y * std::sin(angle)};
}

struct Shape {
  std::variant<Disc, Ring, Box, Line, Band, Label> figure;
  Point pivot;     ///< of a mark or the stamp: its centre, which the turn and the scale leave in place
  float turn = 0;  ///< radians, clockwise
  float scale = 1;
  float opacity = 1;  ///< 0 to 1
};

/// Where a member sits, for pointers.
struct SeatPlace {
  Point centre;
  Point from, to;  ///< the area that takes a click or a tap: at least 44 units each way
};

struct Picture {
  float width = 0;
  float height = 0;
  std::vector<Shape> shapes;     ///< from back to front
  std::vector<SeatPlace> seats;  ///< in seat order
  bool right_to_left = false;    ///< how its labels are read
};

/// How far what moves has come: 0 at the start, 1 at rest.
struct Motion {
  std::array<float, max_seats> cast = [] {
    std::array<float, max_seats> all{};
    all.fill(1);
    return all;
  }();
  float stamp = 1;
  float mandate = 1;  ///< its last piece: running on, or breaking off
};

struct Scene {
  const Scenario& scenario;
  const Words& words;
  const Rule& rule;
  const Ballot& ballot;
  const Decision& decision;
  float width;  ///< units
  Motion motion = {};
  int focused = -1;  ///< seats that the keyboard, the pointer, a press are on; -1 for none. A seat that must abstain
                     ///< has a lock and does not answer the pointer
  int hovered = -1;
  int pressed = -1;
  bool interactive = true;  ///< whether to invite a tap
};

Picture picture_of(const Scene& scene);

/// The height of the picture in a width, whatever the votes and the words: what a page keeps free for it.
float picture_height(const Scenario& scenario, const Words& words, const Rule& rule, float width);

/// From a width on (up to the next one), the picture has this height.
struct HeightStep {
  float from;
  float height;
};
/// The steps of picture_height in whole units, from width 0 to `widest`.
std::vector<HeightStep> height_steps(const Scenario& scenario, const Words& words, const Rule& rule,
                                     float widest = 1920);

}  // namespace council
