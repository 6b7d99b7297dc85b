#include "picture.h"

#include <algorithm>

namespace council {

Layout layout_of(const Setting& setting) {
  // A canvas may have no width worth the name for a moment, while a page is laid out.
  const Setting at{setting.scenario, setting.words, setting.rule, std::max(setting.width, least_width),
                   setting.compact};
  Layout layout{
      .width = at.width, .height = 0, .right_to_left = at.words.right_to_left, .seats = {}, .composition = {}};
  if (at.width >= wide_from && at.members() <= horseshoe_seats) {
    Horseshoe& horseshoe = layout.composition.emplace<Horseshoe>(horseshoe_in(at));
    layout.height = horseshoe.height;
    layout.seats = horseshoe.places;
    return layout;
  }
  const Rows& rows = layout.composition.emplace<Rows>(rows_in(at));
  layout.height = rows.height;
  layout.seats.resize(at.scenario.members.size());
  for (const Rows::Part& part : rows.parts)
    for (const Rows::Seat& seat : part.seats) {
      SeatPlace place = seat.place;
      if (layout.right_to_left)
        place = {{at.width - place.centre.x, place.centre.y},
                 {at.width - place.to.x, place.from.y},
                 {at.width - place.from.x, place.to.y}};
      layout.seats[static_cast<std::size_t>(seat.seat)] = place;
    }
  return layout;
}

Picture drawn(const Scene& scene, const Layout& layout) {
  Picture picture{.width = layout.width,
                  .height = layout.height,
                  .shapes = {},
                  .seats = layout.seats,
                  .right_to_left = layout.right_to_left};
  if (const Horseshoe* const horseshoe = std::get_if<Horseshoe>(&layout.composition))
    draw_horseshoe(picture, scene, *horseshoe);
  else if (const Rows* const rows = std::get_if<Rows>(&layout.composition))
    draw_rows(picture, scene, *rows);
  return picture;
}

Picture picture_of(const Scene& scene) { return drawn(scene, layout_of(scene.setting())); }

float picture_height(const Setting& setting) { return layout_of(setting).height; }

std::vector<HeightStep> height_steps(Setting setting, float widest) {
  return height_steps(
      [&](float width) {
        setting.width = width;
        return picture_height(setting);
      },
      widest);
}

std::vector<HeightStep> height_steps(const std::function<float(float width)>& height, float widest) {
  std::vector<HeightStep> steps{{0, height(0)}};
  for (float width = least_width + 1; width <= widest; ++width)
    if (const float at = height(width); at != steps.back().height) steps.push_back({width, at});
  return steps;
}

}  // namespace council
