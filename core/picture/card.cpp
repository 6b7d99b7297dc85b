#include "card.h"

#include <algorithm>

#include "stamp.h"

namespace council {

Card card_in(const Setting& setting, Point from, Point to, bool upright) {
  const bool small = !upright && to.x - from.x < 279;
  const float inset = to.x - from.x < 200 ? 12 : 18;
  Card card{.from = from,
            .to = to,
            .upright = upright,
            .left = from.x + inset,
            .right = to.x - inset,
            .room = to.x - from.x - 2 * inset,
            .symbol = {},
            .subject = {},
            .symbol_at = from.y + (small ? 23.0F : 30.0F),
            .subject_at = 0,
            .pitch = 0};
  card.subject_at = card.symbol_at;
  const std::string_view symbol = setting.scenario.draft.symbol;
  if (!symbol.empty()) {
    card.symbol = fitted(setting.words.message("chamber.draft", {{"symbol", symbol}}), 14, false, card.room);
    card.subject_at += small ? 19.0F : 25.0F;
  }
  // The subject takes the largest size that leaves the stamp its place; a very long one takes a line more.
  const std::string_view subject = setting.scenario.draft.subject.in(setting.words.language);
  const std::size_t most = upright || small ? 3 : 2;
  card.subject = set_in(subject, upright ? 18 : small ? 14 : 17, true, card.room, most);
  if (card.subject.size < 12) card.subject = set_in(subject, 12, true, card.room, most + 1);
  balance(card.subject, subject, card.room);
  card.pitch = card.subject.size * (small ? 1.2F : 1.3F);
  return card;
}

void draw_card(Picture& picture, const Scene& scene, const Card& card) {
  const Point from = card.from, to = card.to;
  const float size = card.subject.size;
  add(picture, Box{from, to, 4, Ink::card, Ink::line, 1.5F});
  draw_lines(picture, card.symbol, {card.left, card.symbol_at}, Align::left, 0, Ink::soft);
  const float y = draw_lines(picture, card.subject, {card.left, card.subject_at}, Align::left, card.pitch, Ink::ink);
  if (card.upright) {
    for (float line = y - 2; line < to.y - 14; line += 14)
      add(picture, Line{{{card.left, line}, {card.right, line}}, 3, Ink::line});
    if (!scene.blank) draw_stamp(picture, scene, {(from.x + to.x) / 2, to.y - 34}, card.room + 10, 24);
    return;
  }
  if (scene.blank) return;
  float beside = 0;  // the widest line that a stamp in the lower corner would stand beside
  for (std::size_t i = 1; i < card.subject.lines.size(); ++i)
    beside = std::max(beside, text_width(card.subject.lines[i], size, true));
  // In the corner beside the subject's last lines; where it would be too small there, below them across the card's
  // edge.
  constexpr float largest = 22, least = 16, over_edge = 17;
  const float corner = std::min(card.room - beside, 178.0F);
  const float above = y - card.pitch + size * 0.3F;
  const float below_size = std::min(largest, (to.y + over_edge - above) / stamp_height(scene, 1));
  if (stamp_size(scene, corner, largest) >= std::min(least, stamp_size(scene, card.room, below_size))) {
    draw_stamp(picture, scene, {to.x - corner / 2 - 8, to.y - 18}, corner, largest);
  } else {
    const float em = std::max(least_size, stamp_size(scene, card.room, below_size));
    const Point centre{to.x - 8 - stamp_width(scene, em) / 2, std::max(to.y - 18, above + stamp_height(scene, em) / 2)};
    draw_stamp(picture, scene, centre, card.room, em);
  }
}

}  // namespace council
