#include "horseshoe.h"

#include <algorithm>
#include <cmath>

#include "marks.h"
#include "typesetting.h"

namespace council {

namespace {

constexpr float ry = 212;
constexpr float margin = 12;
constexpr float half_turn = 117.7F;      // from the head of the table to either end, in degrees
constexpr float least_sideways = 0.42F;  // names stand above the seats near the head, beside all others

float step_of(int members) { return members > 1 ? 2 * half_turn / static_cast<float>(members - 1) : 0; }
float angle_of(int members, int seat) { return degrees(-90 - half_turn + step_of(members) * static_cast<float>(seat)); }
bool is_above(float angle) { return std::abs(std::cos(angle)) < least_sideways; }

/// Sets the names, and returns the half axis that they leave the table.
float set_names(const Setting& setting, float width, std::vector<Horseshoe::Name>& names) {
  constexpr float name_size = 15;
  // Names beside the seats leave the table its width: where they would not, they take two lines.
  constexpr float least_rx = 240;
  const int n = setting.members();
  float rx = 300;
  for (int i = 0; i < n; ++i) {
    const std::string_view name = setting.name(i);
    const bool bold = setting.member(i).permanent;
    const float angle = angle_of(n, i);
    const float sideways = std::abs(std::cos(angle));
    Paragraph& set = names[static_cast<std::size_t>(i)].set;
    set = {.lines = {std::string(name)}, .size = name_size, .bold = bold};
    if (is_above(angle)) continue;
    const float gap = bold ? 45.0F : 39.0F;
    const float room = width / 2 - margin - gap;
    if (text_width(name, name_size, bold) > room - least_rx * sideways)
      set = set_in(name, name_size, bold, std::max(72.0F, room - least_rx * sideways), 2, true);
    for (const std::string& line : set.lines) rx = std::min(rx, (room - text_width(line, set.size, bold)) / sideways);
  }
  // Names above the seats become smaller where they would meet.
  for (int i = 1; i < n; ++i) {
    const float from = angle_of(n, i - 1), to = angle_of(n, i);
    if (!is_above(from) || !is_above(to)) continue;
    Paragraph& before = names[static_cast<std::size_t>(i - 1)].set;
    Paragraph& after = names[static_cast<std::size_t>(i)].set;
    const float apart = rx * (std::cos(to) - std::cos(from)) - 4;
    const auto reach = [&] {
      return (text_width(before.lines.front(), before.size, before.bold) +
              text_width(after.lines.front(), after.size, after.bold)) /
             2;
    };
    while (reach() > apart && std::min(before.size, after.size) > least_size)
      before.size = after.size = std::max(least_size, std::min(before.size, after.size) - 0.5F);
    if (reach() > apart) {
      cut_lines(before, apart);
      cut_lines(after, apart);
    }
  }
  return rx;
}

/// What the rings mean, and the invitation to tap; smaller where they would not fit on the line.
void draw_key_and_hint(Picture& picture, const Scene& scene, float left, float right, float baseline) {
  // A ring is a permanent seat's; what it says of a veto is true of all of them, or is not said.
  const auto [old, added, elected] = kinds_of(scene.scenario.members);
  const Seats holders = sole_vetoes(scene.rule);
  const bool each_may_veto = holders && !((old | added) & ~holders);
  const std::string permanent = each_may_veto ? scene.words.message("chamber.permanent_key") : std::string();
  const std::string decisive = scene.words.message("chamber.decisive_key");
  const std::string hint = scene.words.message("chamber.hint");
  constexpr float size = 14, before = 21, between = 24;
  const float words = text_width(permanent + decisive + hint, size, false);
  const float em = std::max(least_size, size * std::min(1.0F, (right - left - 2 * (before + between)) / words));
  if (!permanent.empty()) {
    add(picture, Ring{{left + 7, baseline - 5}, 7, 1.5F, Ink::ink});
    add(picture, Disc{{left + 7, baseline - 5}, 4, Ink::soft});
    draw_text(picture, {left + before, baseline}, Align::left, em, false, Ink::soft, permanent);
    left += before + text_width(permanent, em, false) + between;
  }
  if (!scene.interactive && !scene.note.empty())
    draw_lines(picture, fitted(scene.note, size, true, (right - left) / 2), {right, baseline}, Align::right, 0,
               Ink::ink);
  if (scene.blank) return;
  add(picture, Ring{.centre = {left + 7, baseline - 5}, .radius = 7, .width = 1.5F, .ink = Ink::soft, .dashes = 10});
  add(picture, Disc{{left + 7, baseline - 5}, 4, Ink::soft});
  draw_text(picture, {left + before, baseline}, Align::left, em, false, Ink::soft, decisive);
  if (scene.interactive) draw_text(picture, {right, baseline}, Align::right, em, false, Ink::soft, hint);
}

}  // namespace

Horseshoe horseshoe_in(const Setting& setting) {
  const float width = std::min(setting.width, 960.0F);
  const float middle = setting.width / 2;
  const int n = setting.members();
  Horseshoe place{};
  place.names.resize(static_cast<std::size_t>(n));
  const float rx = set_names(setting, width, place.names);
  const float radius = std::clamp(std::min(rx * 0.1F, degrees(step_of(n)) * std::min(rx, ry) * 0.44F), 9.0F, 23.0F);
  const Point centre{middle, ry + 62};
  place.radius = radius;

  // The table, and the draft on it.
  const float outer_x = rx - radius - 21, outer_y = ry - radius - 6;
  const float inner_x = outer_x - std::min(69.0F, rx * 0.23F), inner_y = outer_y - 48;
  place.table = {.centre = centre,
                 .outer = {outer_x, outer_y},
                 .inner = {inner_x, inner_y},
                 .sweep = degrees(half_turn + 3),
                 .fill = Ink::table,
                 .edge = Ink::line,
                 .width = 1.5F};
  const float card_top = centre.y - 64;
  const float rise = 64 / inner_y;
  const float half_card = std::min(122.0F, inner_x * std::sqrt(1 - rise * rise) - 4);
  place.card = card_in(setting, {middle - half_card, card_top}, {middle + half_card, card_top + 172}, true);

  // The members, from one end of the table round to the other; each answers as far as the next one leaves it room.
  std::vector<Point> seats;
  seats.reserve(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) seats.push_back(on_ellipse(centre, {rx, ry}, angle_of(n, i)));
  float reach = 23;
  for (std::size_t i = 1; i < seats.size(); ++i)
    reach = std::min(reach, std::max(std::abs(seats[i].x - seats[i - 1].x), std::abs(seats[i].y - seats[i - 1].y)) / 2);
  reach = std::max(reach, min_target / 2);
  for (int i = 0; i < n; ++i) {
    const float angle = angle_of(n, i);
    const Point at = seats[static_cast<std::size_t>(i)];
    place.places.push_back({at, {at.x - reach, at.y - reach}, {at.x + reach, at.y + reach}});
    const bool permanent = setting.member(i).permanent;
    const bool above = is_above(angle);
    // Beside a seat, room for the ring of the keyboard's focus.
    const float gap = radius + (permanent ? (above ? 19.0F : 22.0F) : (above ? 13.0F : 16.0F));
    auto& [set, name_at, align] = place.names[static_cast<std::size_t>(i)];
    if (above) {
      name_at = {at.x, at.y - gap};
      align = Align::centre;
      continue;
    }
    const float sideways = std::cos(angle);
    const float pitch = set.size * 1.15F;
    float baseline = at.y + set.size * 0.36F - pitch * static_cast<float>(set.lines.size() - 1) / 2;
    // The next seat further from the head may stand below the name: it needs its rings.
    const int below = sideways < 0 ? i - 1 : i + 1;
    if (below >= 0 && below < n) {
      const float top =
          seats[static_cast<std::size_t>(below)].y - radius - (setting.member(below).permanent ? 14.5F : 9.5F);
      const float last = baseline + pitch * static_cast<float>(set.lines.size() - 1) + set.size * 0.22F;
      if (top > at.y - radius) baseline -= std::max(0.0F, last - top);
    }
    name_at = {sideways < 0 ? at.x - gap : at.x + gap, baseline};
    align = sideways < 0 ? Align::right : Align::left;
  }

  const float inset = std::min(60.0F, (width - wide_from) / 4 + margin);
  place.left = middle - width / 2 + inset;
  place.right = middle + width / 2 - inset;
  place.tally = {
      .left = place.left, .right = place.right, .top = centre.y + ry * 0.465F + 58, .size = 17, .height = 24};
  place.mandate = mandate_in(setting, place.left, place.right, place.tally.bottom() + 14, 15, 1);
  place.key = place.mandate.bottom + 28;
  place.height = place.mandate.bottom + 41;
  return place;
}

void draw_horseshoe(Picture& picture, const Scene& scene, const Horseshoe& place) {
  const int n = static_cast<int>(place.places.size());
  const float radius = place.radius;
  const auto centre = [&](int seat) { return place.places[static_cast<std::size_t>(seat)].centre; };
  const auto ring = [&](int seat) { return ring_of(scene.member(seat), radius); };
  add(picture, place.table);
  const std::size_t draft = picture.shapes.size();
  draw_card(picture, scene, place.card);
  mirror_since(picture, draft);

  // Halos that meet become one outline: each ends where a neighbour's ring begins.
  for (int i = 0; i < n; ++i) draw_halo(picture, scene, i, centre(i), radius);
  for (int i = 0; i < n; ++i)
    for (const int next : {i - 1, i + 1}) {
      if (next < 0 || next >= n || !scene.decides(next)) continue;
      const float apart = std::hypot(centre(i).x - centre(next).x, centre(i).y - centre(next).y);
      if (apart < ring(i) + ring(next) + 8) {
        add(picture, Disc{centre(i), ring(i) + 2.5F, Ink::paper});
        break;
      }
    }

  for (int i = 0; i < n; ++i) {
    draw_seat(picture, scene, i, centre(i), radius);
    const auto& [set, at, align] = place.names[static_cast<std::size_t>(i)];
    draw_lines(picture, set, at, align, set.size * 1.15F, scene.vetoes(i) ? Ink::against : Ink::ink);
  }

  const std::size_t below = picture.shapes.size();
  draw_tally(picture, scene, place.tally);
  if (!scene.blank) draw_mandate(picture, scene, place.mandate);
  draw_key_and_hint(picture, scene, place.left, place.right, place.key);
  mirror_since(picture, below);
}

}  // namespace council
