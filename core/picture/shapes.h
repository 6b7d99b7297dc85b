// Figures on a plane, for whoever draws them: the canvas with Dear ImGui, posters and downloads as SVG.
//
//   Picture picture{.width = 320, .height = 40};
//   add(picture, Disc{{20, 20}, 12, Ink::in_favour});
//   add(picture, Label{.at = {40, 25}, .align = Align::left, .size = 15, .bold = false, .ink = Ink::ink, .text =
//   "Malta"});
//
// Lengths are in units of 1/16 of the reader's text size (at the usual text size, one CSS pixel), so that a picture
// grows with the text. x runs right, y runs down.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace council {

struct Point {
  float x = 0;
  float y = 0;
};
constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }

constexpr float degrees(float value) { return value * std::numbers::pi_v<float> / 180; }

/// A colour by its part; see palette.h for its names and values.
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

/// Puts a figure on top; the shape is good until the next one is added.
template <class Figure>
Shape& add(Picture& picture, Figure figure) {
  Shape& shape = picture.shapes.emplace_back();
  shape.figure.template emplace<Figure>(std::move(figure));
  return shape;
}

/// In a picture that is read from the right: turns all shapes since `first` over the picture's middle. What has a pivot
/// (marks, the stamp) goes along but keeps its sides.
void mirror_since(Picture& picture, std::size_t first);

}  // namespace council
