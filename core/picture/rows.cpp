#include "rows.h"

#include <algorithm>
#include <span>

#include "marks.h"
#include "typesetting.h"

namespace council {

namespace {

/// Names side by side, as large as they can be without touching.
class Names {
 public:
  struct Name {
    Paragraph set;
    float middle, from, to;
    bool parted;  ///< whether its words may be
  };

  Names(const Setting& setting, std::span<const int> seats, float left, float column, float size)
      : setting_(setting), seats_(seats), left_(left), column_(column), size_(size), names_(seats.size()) {
    for (std::size_t i = 0; i < seats.size(); ++i) {
      set(i, size);
      while ((names_[i].from < start_of(i) - spare() || names_[i].to > start_of(i) + column + spare()) && shrink(i)) {
      }
    }
    for (std::size_t i = 1; i < seats.size(); ++i) part(i);
  }
  const Name& operator[](std::size_t i) const { return names_[i]; }

 private:
  static constexpr float between = 3;     // names
  static constexpr float most_moved = 4;  // out of its seat's middle

  float start_of(std::size_t i) const { return left_ + column_ * static_cast<float>(i); }
  /// How far a name may reach into the next column.
  float spare() const { return (column_ - min_target) / 2; }

  void set(std::size_t i, float em) {
    const bool bold = setting_.member(seats_[i]).permanent;
    const std::string_view text = setting_.name(seats_[i]);
    Paragraph& set = names_[i].set;
    for (;; em = std::max(least_size, em - 0.5F)) {
      set = {.lines = broken(text, em, bold, std::max(column_ - 4, 3.9F * em), names_[i].parted),
             .size = em,
             .bold = bold};
      const std::size_t lines = set.lines.size();
      if (em <= least_size || !((em > 13 && lines > 1) || lines > 2)) break;
    }
    if (set.lines.size() > 2) set = set_in(text, least_size, bold, column_ - between, 2);
    place(i);
  }
  void place(std::size_t i) {
    Name& it = names_[i];
    float half = 0;
    for (const std::string& line : it.set.lines)
      half = std::max(half, text_width(line, it.set.size, it.set.bold) / 2 + 1);
    it.middle = std::clamp(left_ + column_ * (static_cast<float>(i) + 0.5F), half + 1,
                           std::max(half + 1, setting_.width - half - 1));
    it.from = it.middle - half;
    it.to = it.middle + half;
  }
  /// Makes a name smaller; parts a word rather than make it much smaller; cuts what is as small as can be. False where
  /// nothing is left to do.
  bool shrink(std::size_t i) {
    Paragraph& paragraph = names_[i].set;
    if (const float smaller = std::max(least_size, paragraph.size - 0.5F); smaller < paragraph.size) {
      const std::size_t lines = paragraph.lines.size();
      if (smaller < 0.9F * size_ && !names_[i].parted) {
        names_[i].parted = true;
        set(i, size_);
        if (paragraph.lines.size() > lines) return true;
      }
      return set(i, smaller), true;
    }
    const float room = column_ - between;
    if (width_of(paragraph) <= room) return false;
    cut_lines(paragraph, room);
    return place(i), true;
  }
  float free_left(std::size_t i) const {
    const float end = std::max(i > 0 ? names_[i - 1].to + between : 1, start_of(i) - spare());
    return std::max(0.0F, std::min(names_[i].from - end, names_[i].middle - start_of(i) - column_ / 2 + most_moved));
  }
  /// Of two names that would touch, the first moves a little where there is room; then the longer one becomes smaller.
  void part(std::size_t i) {
    Name &before = names_[i - 1], &after = names_[i];
    const auto overlap = [&] { return before.to + between - after.from; };
    while (overlap() > 0.01F) {
      const float move = std::min(overlap(), free_left(i - 1));
      before.from -= move;
      before.middle -= move;
      before.to -= move;
      if (overlap() <= 0.01F) break;
      const bool after_is_longer = after.to - after.from > before.to - before.from;
      if (!shrink(after_is_longer ? i : i - 1) && !shrink(after_is_longer ? i - 1 : i)) break;
    }
  }

  const Setting& setting_;
  std::span<const int> seats_;
  float left_, column_, size_;
  std::vector<Name> names_;
};

/// One row of seats from `top` on, `pitch` above the next.
void set_row(const Setting& setting, std::span<const int> seats, float left, float top, float column, float pitch,
             float size, float radius, std::vector<Rows::Seat>& row) {
  const Names names(setting, seats, left, column, size);
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const bool permanent = setting.member(seats[i]).permanent;
    const float start = left + column * static_cast<float>(i);
    // A name answers for its own seat, where it reaches into the next column, too.
    const float from = i > 0 ? std::max(names[i - 1].to, std::min(start, names[i].from)) : start;
    const float to =
        i + 1 < seats.size() ? std::min(names[i + 1].from, std::max(start + column, names[i].to)) : start + column;
    const float reach = permanent ? radius + 11 : radius + 8;
    const Point at{start + column / 2, top + reach};
    // Below the halo, and the ring of the keyboard's focus.
    const float baseline = at.y + reach + size * 0.85F + (permanent ? 3.2F : 1.5F);
    row.push_back({.seat = seats[i],
                   .place = {at, {from, top + 4}, {to, top + pitch + 2}},
                   .name = {names[i].set, {names[i].middle, baseline}}});
  }
}

/// A letter without its accent, small.
char32_t plain_letter(char32_t c) {
  constexpr std::string_view latin = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
  static_assert(latin.size() == 0x100 - 0xC0);
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  if (c >= 0xC0 && c < 0x100) return static_cast<unsigned char>(latin[c - 0xC0]);
  if (c == 0x0401 || c == 0x0451) return 0x0435;                 // Ё beside Е
  if (c >= 0x0410 && c < 0x0430) return c + 0x20;                // Cyrillic capitals
  if (c == 0x0622 || c == 0x0623 || c == 0x0625) return 0x0627;  // alef, whatever it carries
  return c;
}

}  // namespace

bool alphabetically(std::string_view name, std::string_view other) {
  const std::string_view whole_name = name, whole_other = other;
  while (!name.empty() && !other.empty()) {
    const char32_t a = plain_letter(next_character(name)), b = plain_letter(next_character(other));
    if (a != b) return a < b;
  }
  if (name.empty() != other.empty()) return name.empty();
  return whole_name < whole_other;
}

std::vector<int> in_alphabetical_order(const Scenario& scenario, std::string_view language, Seats some) {
  std::vector<int> order;
  for (int i = 0; i < static_cast<int>(scenario.members.size()); ++i)
    if (contains(some, i)) order.push_back(i);
  const auto name = [&](int member) {
    return scenario.members[static_cast<std::size_t>(member)].short_name.in(language);
  };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return alphabetically(name(a), name(b)); });
  return order;
}

Rows rows_in(const Setting& setting) {
  const float width = setting.width;
  const float margin = width < 360 ? 8 : 16;
  const float left = margin, right = width - margin;
  // Where names take lines upon lines there is nothing to save.
  const bool compact = setting.compact && width >= 296;
  Rows place{};
  place.card = card_in(setting, {left, 4}, {right, 112}, false);
  place.tally = {.left = left, .right = right, .top = compact ? 128.0F : 136.0F, .size = 16, .height = 22};
  float y = place.tally.bottom();

  const int columns = width >= wide_from ? 10 : width >= 296 ? 5 : width >= 200 ? 3 : 2;
  const float column = (width - 2 * margin) / static_cast<float>(columns);
  const float size = column < 63 ? 12.0F : column < 80 ? 13.0F : 15.0F;
  place.radius = std::clamp(column * 0.34F, 18.0F, 23.0F);

  // Where two columns or three are all there is, headings have two lines. A longer one takes a line of the air above.
  const bool tight = columns < 5;
  const auto paragraph = [&](const char* key, float em, bool bold, std::size_t more) {
    const std::string text = setting.words.message(key);
    const std::size_t lines = tight ? 2 : 1;
    Rows::Text result{set_in(text, em, bold, right - left, lines), {}};
    if (result.set.size < em * 0.85F) result.set = set_in(text, em, bold, right - left, lines + more);
    if (tight) y += em * 1.3F;
    result.at = {left, y - result.set.size * 1.3F * static_cast<float>(result.set.lines.size() - 1)};
    return result;
  };
  const auto [old, added, elected] = kinds_of(setting.scenario.members);
  const Seats holders = sole_vetoes(setting.rule);
  const Seats some[] = {(old | added) & holders, (old | added) & ~holders, elected};
  for (int kind = 0; kind < 3; ++kind) {
    const bool permanent = kind < 2;
    const std::vector<int> order = in_alphabetical_order(setting.scenario, setting.words.language, some[kind]);
    if (order.empty()) continue;
    Rows::Part& part = place.parts[kind];
    if (kind > 0 && y > place.tally.bottom()) y -= 8;
    y += compact ? 32 : 40;
    part.heading = paragraph(kind == 0   ? "chamber.permanent_members"
                             : permanent ? "chamber.permanent_members_without_veto"
                                         : "chamber.elected_members",
                             tight ? 13 : 15, true, 1);
    y += compact ? 8 : 12;
    // Small seats may stand closer: two lines of a name still keep clear.
    const float pitch = (compact && column < 63 ? 90.0F : 96.0F) + (permanent ? 8.0F : 0.0F);
    const auto per_row = static_cast<std::size_t>(columns);
    for (std::size_t first = 0; first < order.size(); first += per_row, y += pitch)
      set_row(setting, {order.data() + first, std::min(order.size() - first, per_row)}, left, y, column, pitch, size,
              place.radius, part.seats);
  }
  const float above = compact && setting.scenario.mandate.votes.empty() ? 0 : 22;
  place.mandate = mandate_in(setting, left, right, y + above, tight ? 12 : width < 360 ? 13 : 14, tight ? 2 : 1);
  y = place.mandate.bottom + (compact ? 22.0F : 20.0F);
  place.hint = paragraph("chamber.hint", 14, false, 0);
  place.height = y + (compact ? 8.0F : 16.0F);
  return place;
}

void draw_rows(Picture& picture, const Scene& scene, const Rows& place) {
  draw_card(picture, scene, place.card);
  draw_tally(picture, scene, place.tally);
  const auto write = [&](const Rows::Text& text, Ink ink) {
    draw_lines(picture, text.set, text.at, Align::left, text.set.size * 1.3F, ink);
  };
  for (const Rows::Part& part : place.parts) {
    write(part.heading, Ink::ink);
    for (const auto& [seat, at, name] : part.seats) {
      draw_halo(picture, scene, seat, at.centre, place.radius);
      draw_seat(picture, scene, seat, at.centre, place.radius);
      draw_lines(picture, name.set, name.at, Align::centre, name.set.size * 1.17F,
                 scene.vetoes(seat) ? Ink::against : Ink::ink);
    }
  }
  if (!scene.blank) draw_mandate(picture, scene, place.mandate);
  if (scene.interactive) {
    write(place.hint, Ink::soft);
  } else if (!scene.note.empty()) {
    const Card& card = place.card;
    draw_lines(picture, fitted(scene.note, 14, true, card.to.x - card.from.x), {card.from.x, place.hint.at.y},
               Align::left, 0, Ink::ink);
  }
  mirror_since(picture, 0);
}

}  // namespace council
