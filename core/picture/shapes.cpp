#include "shapes.h"

#include <algorithm>

namespace council {

void mirror_since(Picture& picture, std::size_t first) {
  if (!picture.right_to_left) return;
  const float width = picture.width;
  for (std::size_t i = first; i < picture.shapes.size(); ++i) {
    Shape& shape = picture.shapes[i];
    const bool keeps_sides = shape.pivot.x != 0;
    const float shift = width - 2 * shape.pivot.x;
    if (keeps_sides) shape.pivot.x += shift;
    const auto turn = [&](Point& point) { point.x = keeps_sides ? point.x + shift : width - point.x; };
    std::visit(
        [&](auto& figure) {
          if constexpr (requires { figure.centre; }) turn(figure.centre);
          if constexpr (requires { figure.points; }) std::for_each(figure.points.begin(), figure.points.end(), turn);
          if constexpr (requires { figure.from; }) {
            turn(figure.from);
            turn(figure.to);
            if (!keeps_sides) std::swap(figure.from.x, figure.to.x);
          }
          if constexpr (requires { figure.align; }) {
            turn(figure.at);
            if (figure.align != Align::centre) figure.align = figure.align == Align::left ? Align::right : Align::left;
          }
        },
        shape.figure);
  }
}

}  // namespace council
