#include "marks.h"

#include <algorithm>
#include <initializer_list>

namespace council {

namespace {

/// A padlock on a ground of paper, within `radius`. Solid where the rule binds the member: nobody can change this vote.
/// In outline, with a keyhole, where the reader has locked it and holds the key.
void draw_lock(Picture& picture, Point centre, float radius, bool solid) {
  const auto at = [&](float x, float y) { return centre + Point{x * radius, y * radius}; };
  add(picture, Disc{centre, radius, Ink::paper});
  add(picture, Line{.points = {at(-0.31F, -0.05F), at(-0.31F, -0.34F), at(-0.22F, -0.55F), at(0, -0.64F),
                               at(0.22F, -0.55F), at(0.31F, -0.34F), at(0.31F, -0.05F)},
                    .width = radius * 0.19F,
                    .ink = Ink::ink});
  if (solid) {
    add(picture, Box{at(-0.55F, -0.1F), at(0.55F, 0.68F), radius * 0.12F, Ink::ink});
  } else {
    add(picture,
        Box{at(-0.6F, -0.14F), at(0.6F, 0.72F), radius * 0.14F, Ink::paper, Ink::ink, std::max(1.25F, radius * 0.14F)});
    add(picture, Disc{at(0, 0.29F), radius * 0.15F, Ink::ink});
  }
}

}  // namespace

void draw_cross(Picture& picture, Point centre, float arm, float width) {
  for (const float rise : {arm, -arm})
    add(picture, Line{{centre + Point{-arm, -rise}, centre + Point{arm, rise}}, width, Ink::paper});
}

void draw_mark(Picture& picture, Point centre, float radius, Vote vote, float scale) {
  const std::size_t first = picture.shapes.size();
  const auto stroke = [&](std::initializer_list<Point> points, float width, Ink ink) {
    Line line{.points = {}, .width = width * radius, .ink = ink};
    for (const Point point : points) line.points.push_back(centre + Point{point.x * radius, point.y * radius});
    add(picture, std::move(line));
  };
  switch (vote) {
    case Vote::in_favour:
      add(picture, Disc{centre, radius, Ink::in_favour});
      stroke({{-0.40F, 0.04F}, {-0.12F, 0.33F}, {0.42F, -0.31F}}, 0.17F, Ink::paper);
      break;
    case Vote::against: {
      const float half = radius * 0.88F;
      add(picture, Box{centre + Point{-half, -half}, centre + Point{half, half}, radius * 0.1F, Ink::against});
      draw_cross(picture, centre, radius * 0.36F, radius * 0.17F);
      break;
    }
    case Vote::abstaining:
      add(picture, Ring{centre, radius * 0.92F, radius * 0.15F, Ink::abstaining});
      stroke({{-0.42F, 0}, {0.42F, 0}}, 0.16F, Ink::abstaining);
      break;
    case Vote::not_participating:
      add(picture, Ring{.centre = centre,
                        .radius = radius * 0.92F,
                        .width = radius * 0.13F,
                        .ink = Ink::abstaining,
                        .dashes = 16});
      break;
  }
  for (std::size_t i = first; i < picture.shapes.size(); ++i) {
    picture.shapes[i].pivot = centre;
    picture.shapes[i].scale = scale;
  }
}

void draw_halo(Picture& picture, const Scene& scene, int seat, Point centre, float radius) {
  if (!scene.decides(seat)) return;
  add(picture, Ring{.centre = centre,
                    .radius = ring_of(scene.member(seat), radius) + 5,
                    .width = 2,
                    .ink = ink_of(scene.vote(seat)),
                    .dashes = 28});
}

void draw_seat(Picture& picture, const Scene& scene, int seat, Point centre, float radius) {
  const float ring = ring_of(scene.member(seat), radius);
  const bool answers = scene.answers(seat), vetoes = scene.vetoes(seat);
  if (scene.hovered == seat && answers) add(picture, Disc{centre, ring + 4, Ink::table});
  if (scene.member(seat).permanent)
    add(picture, Ring{centre, ring, vetoes ? 2.5F : 2.0F, vetoes ? Ink::against : Ink::ink});
  if (scene.blank) {
    add(picture, Ring{centre, radius * 0.92F, 1.5F, Ink::line});
    return;
  }
  if (scene.focused == seat) add(picture, Ring{centre, ring + 8, 3, Ink::ink});
  const float pressed = scene.pressed == seat && answers ? 0.92F : 1.0F;
  const float cast = scene.motion.cast[static_cast<std::size_t>(seat)];
  draw_mark(picture, centre, radius, scene.vote(seat), pressed * (0.55F + 0.45F * eased(cast)));
  if (!answers)
    draw_lock(picture, centre + Point{radius * 0.66F, radius * 0.66F}, std::max(9.0F, radius * 0.45F),
              scene.bound(seat));
}

}  // namespace council
