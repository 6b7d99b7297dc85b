#include "picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "text_width.h"

namespace council {

namespace {

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
constexpr float degrees(float value) { return value * std::numbers::pi_v<float> / 180; }

constexpr float stamp_tilt = degrees(-5.5F);
constexpr float stamp_half_height = 0.92F;  // in em
constexpr float min_target = 44;            // what a finger needs each way

/// A rise from 0 to 1 that passes 1 a little before it rests there.
float overshoot(float t) {
  const float back = t - 1;
  return 1 + 2.7F * back * back * back + 1.7F * back * back;
}
float ease(float t) { return 1 - (1 - t) * (1 - t) * (1 - t); }

constexpr Ink ink_of(Vote vote) {
  return vote == Vote::in_favour ? Ink::in_favour : vote == Vote::against ? Ink::against : Ink::abstaining;
}

class Drawing {
 public:
  explicit Drawing(const Scene& scene) : scene_(scene) {
    picture_.width = scene.width;
    picture_.right_to_left = scene.words.right_to_left;
    picture_.seats.resize(scene.scenario.members.size());
  }

  Picture finish() && {
    if (scene_.width >= wide_from)
      wide();
    else
      narrow();
    return std::move(picture_);
  }

 private:
  template <class Figure>
  Shape& add(Figure figure) {
    Shape& shape = picture_.shapes.emplace_back();
    shape.figure.template emplace<Figure>(std::move(figure));
    return shape;
  }
  /// For languages that read from the right: turns all shapes since `first` over the picture's middle. Marks and the
  /// stamp go along but keep their sides.
  void mirror_since(std::size_t first) {
    if (!picture_.right_to_left) return;
    const float width = picture_.width;
    for (std::size_t i = first; i < picture_.shapes.size(); ++i) {
      Shape& shape = picture_.shapes[i];
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
              if (figure.align != Align::centre)
                figure.align = figure.align == Align::left ? Align::right : Align::left;
            }
          },
          shape.figure);
    }
  }

  /// The size, at most `size`, in which a line of text takes no more than `room`.
  static float fitting(std::string_view text, float size, bool bold, float room) {
    return size * std::min(1.0F, room / std::max(1.0F, text_width(text, size, bold)));
  }
  /// A text broken into lines, and their size.
  struct Paragraph {
    std::vector<std::string> lines;
    float size;
  };
  /// The text in `most` lines or fewer, as large as `size` if that is possible.
  static Paragraph set_in(std::string_view text, float size, bool bold, float room, std::size_t most) {
    const auto fits = [&](const std::vector<std::string>& lines) {
      return lines.size() <= most && std::all_of(lines.begin(), lines.end(), [&](const std::string& line) {
               return text_width(line, size, bold) <= room;
             });
    };
    Paragraph paragraph{wrap_text(text, size, bold, room), size};
    for (; !fits(paragraph.lines) && size > 5; paragraph = {wrap_text(text, size, bold, room), size}) size -= 0.5F;
    return paragraph;
  }

  void label(Point at, Align align, float size, bool bold, Ink ink, std::string_view text) {
    add(Label{.at = at, .align = align, .size = size, .bold = bold, .ink = ink, .text = std::string(text)});
  }
  int members() const { return static_cast<int>(scene_.scenario.members.size()); }
  const Member& member(int seat) const { return scene_.scenario.members[static_cast<std::size_t>(seat)]; }
  std::string_view name(int seat) const { return member(seat).short_name.in(scene_.words.language); }
  bool locked(int seat) const { return contains(scene_.rule.must_abstain, seat); }
  bool vetoes(int seat) const { return contains(scene_.decision.vetoed_by, seat); }

  /// A vote's mark: a shape first, a colour second.
  void mark(Point centre, float radius, Vote vote, float scale) {
    const std::size_t first = picture_.shapes.size();
    const auto stroke = [&](std::initializer_list<Point> points, float width, Ink ink) {
      Line line{.points = {}, .width = width * radius, .ink = ink};
      for (const Point point : points) line.points.push_back(centre + Point{point.x * radius, point.y * radius});
      add(std::move(line));
    };
    switch (vote) {
      case Vote::in_favour:
        add(Disc{centre, radius, Ink::in_favour});
        stroke({{-0.40F, 0.04F}, {-0.12F, 0.33F}, {0.42F, -0.31F}}, 0.17F, Ink::paper);
        break;
      case Vote::against: {
        const float half = radius * 0.88F;
        add(Box{centre + Point{-half, -half}, centre + Point{half, half}, radius * 0.1F, Ink::against});
        stroke({{-0.36F, -0.36F}, {0.36F, 0.36F}}, 0.17F, Ink::paper);
        stroke({{-0.36F, 0.36F}, {0.36F, -0.36F}}, 0.17F, Ink::paper);
        break;
      }
      case Vote::abstaining:
        add(Ring{centre, radius * 0.92F, radius * 0.15F, Ink::abstaining});
        stroke({{-0.42F, 0}, {0.42F, 0}}, 0.16F, Ink::abstaining);
        break;
      case Vote::not_participating:
        add(Ring{
            .centre = centre, .radius = radius * 0.92F, .width = radius * 0.13F, .ink = Ink::abstaining, .dashes = 16});
        break;
    }
    for (std::size_t i = first; i < picture_.shapes.size(); ++i) {
      picture_.shapes[i].pivot = centre;
      picture_.shapes[i].scale = scale;
    }
  }

  /// The outermost edge of a member's mark: a permanent member wears a second ring.
  float ring_of(int seat, float radius) const { return member(seat).permanent ? radius + 5 : radius; }

  /// Around a member whose vote alone decides.
  void halo(int seat, Point centre, float radius) {
    if (!contains(scene_.decision.decisive, seat)) return;
    const Vote vote = counted_vote(scene_.rule, scene_.ballot, seat);
    add(Ring{.centre = centre, .radius = ring_of(seat, radius) + 5, .width = 2, .ink = ink_of(vote), .dashes = 28});
  }

  /// A member's place with its vote, its rings and its target; the name is the layouts' matter.
  void seat(int seat, Point centre, float radius, Point from, Point to) {
    const auto index = static_cast<std::size_t>(seat);
    const Vote vote = counted_vote(scene_.rule, scene_.ballot, seat);
    const bool permanent = member(seat).permanent;
    const float ring = ring_of(seat, radius);
    if (scene_.hovered == seat && !locked(seat)) add(Disc{centre, ring + 4, Ink::table});
    if (permanent) add(Ring{centre, ring, vetoes(seat) ? 2.5F : 2.0F, vetoes(seat) ? Ink::against : Ink::ink});
    if (scene_.focused == seat) add(Ring{centre, ring + 8, 3, Ink::ink});
    const float pressed = scene_.pressed == seat && !locked(seat) ? 0.92F : 1.0F;
    mark(centre, radius, vote, pressed * (0.55F + 0.45F * ease(scene_.motion.cast[index])));
    if (locked(seat)) lock(centre + Point{radius * 0.66F, radius * 0.66F}, std::max(9.0F, radius * 0.45F));
    picture_.seats[index] = {centre, from, to};
  }

  /// A padlock on a ground of paper, within `radius`: nobody can change this vote.
  void lock(Point centre, float radius) {
    const auto at = [&](float x, float y) { return centre + Point{x * radius, y * radius}; };
    add(Disc{centre, radius, Ink::paper});
    add(Line{.points = {at(-0.31F, -0.05F), at(-0.31F, -0.34F), at(-0.22F, -0.55F), at(0, -0.64F), at(0.22F, -0.55F),
                        at(0.31F, -0.34F), at(0.31F, -0.05F)},
             .width = radius * 0.19F,
             .ink = Ink::ink});
    add(Box{at(-0.55F, -0.1F), at(0.55F, 0.68F), radius * 0.12F, Ink::ink});
  }

  /// What the stamp says, and how wide and high it is in a size (em), tilted as it is.
  std::string stamp_text() const {
    return scene_.words.message(scene_.decision.outcome == Outcome::adopted ? "chamber.adopted"
                                : scene_.decision.reason == Reason::veto    ? "chamber.vetoed"
                                                                            : "chamber.not_adopted");
  }
  float stamp_width(float size) const {
    const std::string text = stamp_text();
    return text_width(text, size, true) + size * 0.09F * static_cast<float>(characters_of(text)) + size * 1.3F;
  }
  float stamp_height(float size) const {
    return 2 * size * stamp_half_height * std::cos(stamp_tilt) + stamp_width(size) * std::abs(std::sin(stamp_tilt));
  }
  /// The size, at most `most`, in which it is no wider than `room`.
  float stamp_size(float room, float most) const { return std::min(most, most * room / stamp_width(most)); }

  /// The stamp that tells the outcome, around `centre`, no wider than `room`.
  void stamp(Point centre, float room, float most) {
    const Ink ink = scene_.decision.outcome == Outcome::adopted ? Ink::in_favour : Ink::stamp;
    const float size = stamp_size(room, most);
    const Point half{stamp_width(size) / 2, size * stamp_half_height};
    const float landed = overshoot(scene_.motion.stamp);
    const auto place = [&](Shape& shape) {
      shape.pivot = centre;
      shape.turn = stamp_tilt;
      shape.scale = 1.6F - 0.6F * landed;
      shape.opacity = std::min(1.0F, scene_.motion.stamp * 2);
    };
    place(add(Box{{centre.x - half.x, centre.y - half.y}, centre + half, size * 0.2F, Ink::none, ink, size * 0.14F}));
    place(add(Label{.at = {centre.x, centre.y + size * 0.36F},
                    .align = Align::centre,
                    .size = size,
                    .bold = true,
                    .ink = ink,
                    .text = stamp_text(),
                    .tracking = size * 0.09F}));
  }

  /// The votes one by one, with the number that is needed marked. Returns the lower end.
  float tally(float left, float right, float top, float size, float height) {
    const Tally& tally = scene_.decision.tally;
    const bool voted = !scene_.ballot.without_vote;
    struct Part {
      Vote vote;
      int n;
      const char* key;
    };
    // From the left: those that count towards the requirement, then the rest.
    const Part parts[] = {{Vote::in_favour, tally.in_favour, "chamber.in_favour"},
                          {Vote::not_participating, tally.not_participating, "chamber.not_participating"},
                          {Vote::abstaining, tally.abstaining, "chamber.abstaining"},
                          {Vote::against, tally.against, "chamber.against"}};
    const auto words = [&](const Part& part) {
      return scene_.words.plural(part.key, part.n, {{"n", std::to_string(part.n)}});
    };
    const float baseline = top + size;
    if (voted) {
      // In words where they fit on the line; else as marks with numbers, the votes in favour last of all.
      const auto length_of = [&](const Part& part, bool in_words) {
        const float text = text_width(in_words ? words(part) : std::to_string(part.n), size, true);
        return in_words ? text : text + size * 1.1F;
      };
      const auto length_of_all = [&](bool first_in_words, bool rest_in_words) {
        float length = 0;
        for (const Part& part : parts) {
          const bool first = &part == parts;
          if (!first && part.n == 0) continue;
          length += length_of(part, first ? first_in_words : rest_in_words) + (first ? 0 : size * 0.9F);
        }
        return length;
      };
      const bool rest_in_words = length_of_all(true, true) <= right - left;
      const bool first_in_words = rest_in_words || length_of_all(true, false) <= right - left;
      const float gap = size * (first_in_words ? 0.9F : 0.6F);
      const auto write = [&](const Part& part, float x, bool in_words) {
        if (!in_words) {
          mark({x + size * 0.42F, baseline - size * 0.36F}, size * 0.42F, part.vote, 1);
          x += size * 1.1F;
        }
        // Held where the line has its end: another typeface, wider than ours, grows away from it.
        const bool from_the_end = in_words && &part != parts;
        label({from_the_end ? x + length_of(part, true) : x, baseline}, from_the_end ? Align::right : Align::left, size,
              true, ink_of(part.vote), in_words ? words(part) : std::to_string(part.n));
      };
      write(parts[0], left, first_in_words);
      float x = right;
      for (const Part* part = std::end(parts) - 1; part != parts; --part) {
        if (part->n == 0) continue;
        x -= length_of(*part, rest_in_words);
        write(*part, x, rest_in_words);
        x -= gap;
      }
    }

    const float bar = top + size * 1.65F;
    const float cell = (right - left) / static_cast<float>(scene_.rule.seats);
    int at = 0;
    for (const Part& part : parts)
      for (int i = 0; voted && i < part.n; ++i, ++at) {
        const Point from{left + cell * static_cast<float>(at) + 1, bar};
        const Point to{left + cell * static_cast<float>(at + 1) - 1, bar + height};
        const bool filled = part.vote == Vote::in_favour || part.vote == Vote::against;
        const Ink ink = ink_of(part.vote);
        add(Box{from, to, 3, filled ? ink : Ink::none, filled ? Ink::none : ink,
                part.vote == Vote::not_participating ? 1.0F : 2.0F});
        if (part.vote == Vote::abstaining) {
          const float y = bar + height / 2;
          add(Line{{{from.x + (to.x - from.x) * 0.32F, y}, {from.x + (to.x - from.x) * 0.68F, y}}, 2.5F, ink});
        }
      }
    const float needed = left + cell * static_cast<float>(scene_.rule.required);
    add(Line{{{needed, bar - 5}, {needed, bar + height + 7}}, 2.5F, Ink::ink});
    const std::string text =
        scene_.words.plural("chamber.needed", scene_.rule.required, {{"n", std::to_string(scene_.rule.required)}});
    const float em = fitting(text, size * 0.88F, true, right - left);
    const float half = text_width(text, em, true) / 2;
    label({std::clamp(needed, left + half, std::max(left + half, right - half)), bar + height + 10 + size},
          Align::centre, em, true, Ink::ink, text);
    return bar + height + 10 + size * 1.3F;
  }

  void wide() {
    const float width = std::min(scene_.width, 960.0F);
    const float middle = scene_.width / 2;
    const int n = members();
    constexpr float name_size = 15;
    constexpr float margin = 12;
    constexpr float ry = 212;
    constexpr float half_turn = 117.7F;  // from the head of the table to either end, in degrees
    const float step = n > 1 ? 2 * half_turn / static_cast<float>(n - 1) : 0;
    const auto angle_of = [&](int i) { return degrees(-90 - half_turn + step * static_cast<float>(i)); };
    constexpr float above = 0.42F;  // names stand above the seats near the head, beside all others
    // Names beside the seats leave the table its width: where they would not, they take two lines.
    constexpr float least_rx = 240;
    float rx = 300;
    std::vector<Paragraph> names(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) {
      Paragraph& set = names[static_cast<std::size_t>(i)];
      const bool bold = member(i).permanent;
      const float sideways = std::abs(std::cos(angle_of(i)));
      set = {{std::string(name(i))}, name_size};
      if (sideways < above) continue;
      const float gap = bold ? 45.0F : 39.0F;
      const float room = width / 2 - margin - gap;
      if (text_width(name(i), name_size, bold) > room - least_rx * sideways)
        set = set_in(name(i), name_size, bold, std::max(72.0F, room - least_rx * sideways), 2);
      for (const std::string& line : set.lines) rx = std::min(rx, (room - text_width(line, set.size, bold)) / sideways);
    }
    // Names above the seats become smaller where they would meet.
    for (int i = 1; i < n; ++i) {
      Paragraph &before = names[static_cast<std::size_t>(i - 1)], &after = names[static_cast<std::size_t>(i)];
      if (std::abs(std::cos(angle_of(i - 1))) >= above || std::abs(std::cos(angle_of(i))) >= above) continue;
      const float apart = rx * (std::cos(angle_of(i)) - std::cos(angle_of(i - 1))) - 4;
      const auto reach = [&] {
        return (text_width(name(i - 1), before.size, member(i - 1).permanent) +
                text_width(name(i), after.size, member(i).permanent)) /
               2;
      };
      while (reach() > apart) before.size = after.size = std::min(before.size, after.size) - 0.5F;
    }
    const float radius = std::clamp(std::min(rx * 0.1F, degrees(step) * std::min(rx, ry) * 0.44F), 9.0F, 23.0F);
    const Point centre{middle, ry + 62};

    // The table, and the draft on it.
    const float outer_x = rx - radius - 21, outer_y = ry - radius - 6;
    const float inner_x = outer_x - std::min(69.0F, rx * 0.23F), inner_y = outer_y - 48;
    add(Band{.centre = centre,
             .outer = {outer_x, outer_y},
             .inner = {inner_x, inner_y},
             .sweep = degrees(half_turn + 3),
             .fill = Ink::table,
             .edge = Ink::line,
             .width = 1.5F});

    const float card_top = centre.y - 64;
    const float rise = 64 / inner_y;
    const float half_card = std::min(122.0F, inner_x * std::sqrt(1 - rise * rise) - 4);
    const std::size_t draft = picture_.shapes.size();
    card({middle - half_card, card_top}, {middle + half_card, card_top + 172}, true);
    mirror_since(draft);

    // Halos that meet become one outline: each ends where a neighbour's ring begins.
    const auto place = [&](int i) { return on_ellipse(centre, {rx, ry}, angle_of(i)); };
    for (int i = 0; i < n; ++i) halo(i, place(i), radius);
    for (int i = 0; i < n; ++i)
      for (const int next : {i - 1, i + 1}) {
        if (next < 0 || next >= n || !contains(scene_.decision.decisive, next)) continue;
        const float apart = std::hypot(place(i).x - place(next).x, place(i).y - place(next).y);
        if (apart < ring_of(i, radius) + ring_of(next, radius) + 8) {
          add(Disc{place(i), ring_of(i, radius) + 2.5F, Ink::paper});
          break;
        }
      }

    // The members, from one end of the table round to the other.
    for (int i = 0; i < n; ++i) {
      const float angle = angle_of(i);
      const Point at = place(i);
      constexpr float reach = 23;
      seat(i, at, radius, {at.x - reach, at.y - reach}, {at.x + reach, at.y + reach});
      const bool permanent = member(i).permanent;
      const bool over = std::abs(std::cos(angle)) < above;
      // Beside a seat, room for the ring of the keyboard's focus.
      const float gap = radius + (permanent ? (over ? 19.0F : 22.0F) : (over ? 13.0F : 16.0F));
      const Ink ink = vetoes(i) ? Ink::against : Ink::ink;
      const float sideways = std::cos(angle);
      const Paragraph& set = names[static_cast<std::size_t>(i)];
      if (over) {
        label({at.x, at.y - gap}, Align::centre, set.size, permanent, ink, set.lines.front());
        continue;
      }
      const float pitch = set.size * 1.15F;
      float baseline = at.y + set.size * 0.36F - pitch * static_cast<float>(set.lines.size() - 1) / 2;
      // The next seat further from the head may stand below the name: it needs its rings.
      const int below = sideways < 0 ? i - 1 : i + 1;
      if (below >= 0 && below < n) {
        const float top = place(below).y - radius - (member(below).permanent ? 14.5F : 9.5F);
        const float last = baseline + pitch * static_cast<float>(set.lines.size() - 1) + set.size * 0.22F;
        if (top > at.y - radius) baseline -= std::max(0.0F, last - top);
      }
      for (const std::string& line : set.lines) {
        label({sideways < 0 ? at.x - gap : at.x + gap, baseline}, sideways < 0 ? Align::right : Align::left, set.size,
              permanent, ink, line);
        baseline += pitch;
      }
    }

    const float inset = std::min(60.0F, (width - wide_from) / 4 + margin);
    const float left = middle - width / 2 + inset, right = middle + width / 2 - inset;
    const std::size_t below = picture_.shapes.size();
    float under = tally(left, right, centre.y + ry * 0.465F + 58, 17, 24);
    under = mandate(left, right, under + 14, 15, 1);
    key_and_hint(left, right, under + 28);
    mirror_since(below);
    picture_.height = under + 41;
  }

  void narrow() {
    const float width = scene_.width;
    const float margin = width < 360 ? 8 : 16;
    const float left = margin, right = width - margin;
    card({left, 4}, {right, 112}, false);
    float y = tally(left, right, 136, 16, 22);

    const int columns = width >= 296 ? 5 : width >= 200 ? 3 : 2;
    const float column = (width - 2 * margin) / static_cast<float>(columns);
    const float radius = std::clamp(column * 0.34F, 18.0F, 23.0F);
    const float size = column < 63 ? 12.0F : column < 80 ? 13.0F : 15.0F;

    // Where two columns or three are all there is, headings have two lines. A longer one takes a line of the air above.
    const bool tight = columns < 5;
    const auto paragraph = [&](const char* key, float em, bool bold, Ink ink, std::size_t more) {
      const std::string text = scene_.words.message(key);
      const std::size_t lines = tight ? 2 : 1;
      Paragraph set = set_in(text, em, bold, right - left, lines);
      if (set.size < em * 0.85F) set = set_in(text, em, bold, right - left, lines + more);
      if (tight) y += em * 1.3F;
      float baseline = y - set.size * 1.3F * static_cast<float>(set.lines.size() - 1);
      for (const std::string& line : set.lines) {
        label({left, baseline}, Align::left, set.size, bold, ink, line);
        baseline += set.size * 1.3F;
      }
    };
    const auto rows = [&](const char* heading, bool permanent) {
      y += 40;
      paragraph(heading, tight ? 13 : 15, true, Ink::ink, 1);
      y += 12;
      const float pitch = permanent ? 104 : 96;
      std::vector<int> order;
      for (int i = 0; i < members(); ++i)
        if (member(i).permanent == permanent) order.push_back(i);
      std::sort(order.begin(), order.end(), [this](int a, int b) { return name(a) < name(b); });
      for (std::size_t first = 0; first < order.size(); first += static_cast<std::size_t>(columns), y += pitch)
        row({order.data() + first, std::min(order.size() - first, static_cast<std::size_t>(columns))}, left, y, column,
            pitch, radius, size);
    };
    rows(scene_.rule.veto_holders ? "chamber.permanent_members" : "chamber.permanent_members_without_veto", true);
    y -= 8;
    rows("chamber.elected_members", false);
    y = mandate(left, right, y + 22, tight ? 12 : width < 360 ? 13 : 14, tight ? 2 : 1) + 20;
    if (scene_.interactive)
      paragraph("chamber.hint", 14, false, Ink::soft, 0);
    else if (tight)
      y += 14 * 1.3F;
    picture_.height = y + 16;
    mirror_since(0);
    if (picture_.right_to_left)
      for (SeatPlace& seat : picture_.seats)
        seat = {
            {width - seat.centre.x, seat.centre.y}, {width - seat.to.x, seat.from.y}, {width - seat.from.x, seat.to.y}};
  }

  /// Seats side by side, with their names below.
  void row(std::span<const int> seats, float left, float top, float column, float pitch, float radius, float size) {
    constexpr float between = 3;                    // names
    const float spare = (column - min_target) / 2;  // how far a name may reach into the next column
    struct Name {
      Paragraph set;
      float middle, from, to;
    };
    std::vector<Name> names(seats.size());
    const auto set_name = [&](std::size_t i, float em) {
      const bool bold = member(seats[i]).permanent;
      Name& it = names[i];
      do it.set = {wrap_text(name(seats[i]), em, bold, std::max(column - 4, 3.9F * em)), em};
      while (((em > 13 && it.set.lines.size() > 1) || it.set.lines.size() > 2) && (em -= 0.5F) > 5);
      float half = 0;
      for (const std::string& line : it.set.lines) half = std::max(half, text_width(line, it.set.size, bold) / 2 + 1);
      it.middle = std::clamp(left + column * (static_cast<float>(i) + 0.5F), half + 1,
                             std::max(half + 1, picture_.width - half - 1));
      it.from = it.middle - half;
      it.to = it.middle + half;
    };
    for (std::size_t i = 0; i < seats.size(); ++i) {
      set_name(i, size);
      const float start = left + column * static_cast<float>(i);
      while (names[i].set.size > 5 && (names[i].from < start - spare || names[i].to > start + column + spare))
        set_name(i, names[i].set.size - 0.5F);
    }
    // Of two names that would touch, either moves a little where there is room; then the longer one becomes smaller.
    constexpr float most_moved = 4;
    const auto free_left = [&](std::size_t i) {
      const float start = left + column * static_cast<float>(i);
      const float end = std::max(i > 0 ? names[i - 1].to + between : 1, start - spare);
      return std::max(0.0F, std::min(names[i].from - end, names[i].middle - start - column / 2 + most_moved));
    };
    for (std::size_t i = 1; i < seats.size(); ++i) {
      Name &before = names[i - 1], &after = names[i];
      const auto overlap = [&] { return before.to + between - after.from; };
      while (overlap() > 0.01F) {
        const float move = std::min(overlap(), free_left(i - 1));
        before.from -= move;
        before.middle -= move;
        before.to -= move;
        if (overlap() <= 0.01F) break;
        const std::size_t longer = after.to - after.from > before.to - before.from ? i : i - 1;
        set_name(longer, names[longer].set.size - 0.5F);
      }
    }

    for (std::size_t i = 0; i < seats.size(); ++i) {
      const bool permanent = member(seats[i]).permanent;
      const float start = left + column * static_cast<float>(i);
      // A name answers for its own seat, where it reaches into the next column, too.
      const float from = i > 0 ? std::max(names[i - 1].to, std::min(start, names[i].from)) : start;
      const float to =
          i + 1 < seats.size() ? std::min(names[i + 1].from, std::max(start + column, names[i].to)) : start + column;
      const float reach = permanent ? radius + 11 : radius + 8;
      const Point at{start + column / 2, top + reach};
      halo(seats[i], at, radius);
      seat(seats[i], at, radius, {from, top + 4}, {to, top + pitch + 2});
      const Paragraph& set = names[i].set;
      // Below the halo, and the ring of the keyboard's focus.
      float baseline = at.y + reach + size * 0.85F + (permanent ? 3.2F : 1.5F);
      for (const std::string& line : set.lines) {
        label({names[i].middle, baseline}, Align::centre, set.size, permanent,
              vetoes(seats[i]) ? Ink::against : Ink::ink, line);
        baseline += set.size * 1.17F;
      }
    }
  }

  /// What hangs on the vote: every vote that carried the mandate so far, and its end or its next piece.
  /// Returns the lower end; `top` where the scenario has no mandate.
  float mandate(float left, float right, float top, float size, int title_lines) {
    const Mandate& mandate = scene_.scenario.mandate;
    if (mandate.votes.empty()) return top;
    const int n = static_cast<int>(mandate.votes.size());
    const float cell = (right - left) / static_cast<float>(n + 1);
    float y = top + size;
    const Paragraph title = set_in(mandate.title.in(scene_.words.language), size, true, right - left - cell - 6,
                                   static_cast<std::size_t>(title_lines));
    for (const std::string& line : title.lines) {
      label({left, y}, Align::left, title.size, true, Ink::ink, line);
      y += size * 1.3F;
    }
    const float bar = top + size * (0.35F + 1.3F * static_cast<float>(title_lines));
    constexpr float height = 16;
    const auto edge = [&](int i) { return left + cell * static_cast<float>(i); };
    for (int i = 0; i < n; ++i) {
      add(Box{{edge(i) + 1, bar}, {edge(i + 1) - 1, bar + height}, 2, Ink::in_favour}).opacity =
          0.5F + 0.5F * static_cast<float>(i + 1) / static_cast<float>(n);
    }

    const bool goes_on = scene_.decision.outcome == Outcome::adopted;
    const float moved = ease(scene_.motion.mandate);
    const Point from{edge(n) + 1, bar};
    const Point to{right - 1, bar + height};
    if (goes_on) {
      add(Box{from, {from.x + (to.x - from.x) * std::max(0.1F, moved), to.y}, 2, Ink::in_favour});
    } else {
      // Broken off: a jagged edge, and what would have been in dashes.
      const float x = edge(n);
      const float shift = 2 + 3 * moved;
      const auto dashed = [&](Point a, Point b) {
        const Point step{b.x - a.x, b.y - a.y};
        const int dashes = std::max(1, static_cast<int>((std::abs(step.x) + std::abs(step.y)) / 7));
        for (int i = 0; i < dashes; ++i) {
          const float start = static_cast<float>(i) / static_cast<float>(dashes);
          const float end = start + 0.5F / static_cast<float>(dashes);
          add(Line{{{a.x + step.x * start, a.y + step.y * start}, {a.x + step.x * end, a.y + step.y * end}},
                   1.5F,
                   Ink::against})
              .opacity = moved;
        }
      };
      const float near = std::min(x + shift + 3, to.x - 2);
      dashed({near, bar + 1}, {to.x, bar + 1});
      dashed({to.x, bar + 1}, {to.x, bar + height - 1});
      dashed({to.x, bar + height - 1}, {near, bar + height - 1});
      add(Line{{{x - 2.5F, bar - 5},
                {x + 2.5F, bar + height * 0.3F},
                {x - 2.5F, bar + height * 0.65F},
                {x + 2.5F, bar + height + std::min(5.0F, size * 0.36F)}},
               2.5F,
               Ink::against});
    }

    // The years: the last always, the others as they fit.
    const float small = size * 0.84F;
    const float baseline = bar + height + small * 1.35F;
    const std::string last(goes_on ? mandate.until.substr(0, 4) : scene_.scenario.date.substr(0, 4));
    const float last_left = right - text_width(last, small, true);
    label({right, baseline}, Align::right, small, true, goes_on ? Ink::ink : Ink::against, last);
    const float year_width = text_width("2000", small, false);
    const int stride = cell > year_width * 1.5F ? 1 : 2 * cell > year_width * 1.5F ? 2 : 5;
    for (int i = 0; i < n; i += stride) {
      const float at = std::max(left, edge(i) + cell / 2 - year_width / 2);
      if (at + year_width + small > last_left) break;
      label({at, baseline}, Align::left, small, false, Ink::soft,
            std::string(mandate.votes[static_cast<std::size_t>(i)].date.substr(0, 4)));
    }
    return baseline + small * 0.4F;
  }

  /// The draft, with the stamp on it.
  void card(Point from, Point to, bool upright) {
    add(Box{from, to, 4, Ink::card, Ink::line, 1.5F});
    const bool small = !upright && to.x - from.x < 279;
    const float inset = to.x - from.x < 200 ? 12 : 18;
    const float left = from.x + inset;
    const float room = to.x - from.x - 2 * inset;
    float y = from.y + (small ? 23.0F : 30.0F);
    const std::string_view symbol = scene_.scenario.draft.symbol;
    if (!symbol.empty()) {
      const std::string text = scene_.words.message("chamber.draft", {{"symbol", symbol}});
      label({left, y}, Align::left, fitting(text, 14, false, room), false, Ink::soft, text);
      y += small ? 19.0F : 25.0F;
    }
    // The title takes the largest size that leaves the stamp its place; a very long one takes a line more.
    const std::string_view subject = scene_.scenario.draft.subject.in(scene_.words.language);
    const std::size_t most = upright || small ? 3 : 2;
    Paragraph title = set_in(subject, upright ? 18 : small ? 14 : 17, true, room, most);
    if (title.size < 12) title = set_in(subject, 12, true, room, most + 1);
    title.lines = balanced(subject, title.size, room, title.lines);
    const float pitch = title.size * (small ? 1.2F : 1.3F);
    float beside = 0;  // the widest line that a stamp in the lower corner would stand beside
    for (std::size_t i = 0; i < title.lines.size(); ++i, y += pitch) {
      label({left, y}, Align::left, title.size, true, Ink::ink, title.lines[i]);
      if (i > 0) beside = std::max(beside, text_width(title.lines[i], title.size, true));
    }
    if (upright) {
      for (float line = y - 2; line < to.y - 14; line += 14)
        add(Line{{{left, line}, {to.x - inset, line}}, 3, Ink::line});
      stamp({(from.x + to.x) / 2, to.y - 34}, room + 10, 24);
      return;
    }
    // In the corner beside the title's last lines; where it would be too small there, below them across the card's
    // edge.
    constexpr float largest = 22, least = 16, over_edge = 17;
    const float corner = std::min(room - beside, 178.0F);
    const float above = y - pitch + title.size * 0.3F;
    const float below_size = std::min(largest, (to.y + over_edge - above) / stamp_height(1));
    if (stamp_size(corner, largest) >= std::min(least, stamp_size(room, below_size))) {
      stamp({to.x - corner / 2 - 8, to.y - 18}, corner, largest);
    } else {
      const float size = stamp_size(room, below_size);
      stamp({to.x - 8 - stamp_width(size) / 2, std::max(to.y - 18, above + stamp_height(size) / 2)}, room, size);
    }
  }

  /// The same number of lines, as even as they can be.
  static std::vector<std::string> balanced(std::string_view text, float size, float room,
                                           std::vector<std::string> lines) {
    for (float width = room; width > room / 2; width -= 4) {
      std::vector<std::string> narrower = wrap_text(text, size, true, width);
      if (narrower.size() > lines.size()) break;
      lines = std::move(narrower);
    }
    return lines;
  }

  /// What the rings mean, and the invitation to tap; smaller where they would not fit on the line.
  void key_and_hint(float left, float right, float baseline) {
    const std::string permanent =
        scene_.rule.veto_holders ? scene_.words.message("chamber.permanent_key") : std::string();
    const std::string decisive = scene_.words.message("chamber.decisive_key");
    const std::string hint = scene_.words.message("chamber.hint");
    constexpr float size = 14, before = 21, between = 24;
    const float words = text_width(permanent + decisive + hint, size, false);
    const float em = size * std::min(1.0F, (right - left - 2 * (before + between)) / words);
    if (!permanent.empty()) {
      add(Ring{{left + 7, baseline - 5}, 7, 1.5F, Ink::ink});
      add(Disc{{left + 7, baseline - 5}, 4, Ink::soft});
      label({left + before, baseline}, Align::left, em, false, Ink::soft, permanent);
      left += before + text_width(permanent, em, false) + between;
    }
    add(Ring{.centre = {left + 7, baseline - 5}, .radius = 7, .width = 1.5F, .ink = Ink::soft, .dashes = 10});
    add(Disc{{left + 7, baseline - 5}, 4, Ink::soft});
    label({left + before, baseline}, Align::left, em, false, Ink::soft, decisive);
    if (scene_.interactive) label({right, baseline}, Align::right, em, false, Ink::soft, hint);
  }

  const Scene& scene_;
  Picture picture_;
};

}  // namespace

Picture picture_of(const Scene& scene) {
  // A canvas may have no width worth the name for a moment, while a page is laid out.
  Scene laid_out = scene;
  laid_out.width = std::max(scene.width, least_width);
  return Drawing(laid_out).finish();
}

float picture_height(const Scenario& scenario, const Words& words, const Rule& rule, float width) {
  const Decision decision = decide(rule, scenario.recorded);
  return picture_of({.scenario = scenario,
                     .words = words,
                     .rule = rule,
                     .ballot = scenario.recorded,
                     .decision = decision,
                     .width = width})
      .height;
}

std::vector<HeightStep> height_steps(const Scenario& scenario, const Words& words, const Rule& rule, float widest) {
  std::vector<HeightStep> steps{{0, picture_height(scenario, words, rule, 0)}};
  for (float width = least_width + 1; width <= widest; ++width) {
    const float height = picture_height(scenario, words, rule, width);
    if (height != steps.back().height) steps.push_back({width, height});
  }
  return steps;
}

}  // namespace council
