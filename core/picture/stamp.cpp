#include "stamp.h"

#include <algorithm>
#include <cmath>

#include "typesetting.h"

namespace council {

namespace {

constexpr float tilt = degrees(-5.5F);
constexpr float half_height = 0.92F;  // in em

std::string stamp_text(const Scene& scene) {
  return scene.words.message(scene.decision.outcome == Outcome::adopted ? "chamber.adopted"
                             : scene.decision.reason == Reason::veto    ? "chamber.vetoed"
                                                                        : "chamber.not_adopted");
}

/// What is added between letters, in em. Joined letters must not be drawn apart.
float tracking_of(std::string_view text) { return has_joined_letters(text) ? 0 : 0.09F; }

}  // namespace

float stamp_width(const Scene& scene, float size) {
  const std::string text = stamp_text(scene);
  return text_width(text, size, true) + size * tracking_of(text) * static_cast<float>(characters_of(text)) +
         size * 1.3F;
}

float stamp_height(const Scene& scene, float size) {
  return 2 * size * half_height * std::cos(tilt) + stamp_width(scene, size) * std::abs(std::sin(tilt));
}

float stamp_size(const Scene& scene, float room, float most) {
  return std::min(most, most * room / stamp_width(scene, most));
}

void draw_stamp(Picture& picture, const Scene& scene, Point centre, float room, float most) {
  const Ink ink = scene.decision.outcome == Outcome::adopted ? Ink::in_favour : Ink::stamp;
  const float size = std::max(least_size, stamp_size(scene, room, most));
  const Point half{stamp_width(scene, size) / 2, size * half_height};
  const float landed = overshot(scene.motion.stamp);
  const auto place = [&](Shape& shape) {
    shape.pivot = centre;
    shape.turn = tilt;
    shape.scale = 1.6F - 0.6F * landed;
    shape.opacity = std::min(1.0F, scene.motion.stamp * 2);
  };
  const std::string text = stamp_text(scene);
  place(add(picture,
            Box{{centre.x - half.x, centre.y - half.y}, centre + half, size * 0.2F, Ink::none, ink, size * 0.14F}));
  place(add(picture, Label{.at = {centre.x, centre.y + size * 0.36F},
                           .align = Align::centre,
                           .size = size,
                           .bold = true,
                           .ink = ink,
                           .text = text,
                           .tracking = size * tracking_of(text)}));
}

}  // namespace council
