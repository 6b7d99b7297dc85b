#include "picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "text_width.h"

namespace council {

namespace {

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point on_ellipse(Point centre, float rx, float ry, float angle) {
  return {centre.x + rx * std::cos(angle), centre.y + ry * std::sin(angle)};
}
constexpr float degrees(float value) { return value * std::numbers::pi_v<float> / 180; }

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
  void label(Point at, Align align, float size, bool bold, Ink ink, std::string_view text) {
    add(Label{.at = at, .align = align, .size = size, .bold = bold, .ink = ink, .text = std::string(text)});
  }
  int members() const { return static_cast<int>(scene_.scenario.members.size()); }
  const Member& member(int seat) const { return scene_.scenario.members[static_cast<std::size_t>(seat)]; }
  std::string_view name(int seat) const { return member(seat).short_name.in(scene_.words.language); }
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

  /// A member's place with its vote, its rings and its target; the name is the layouts' matter.
  void seat(int seat, Point centre, float radius, Point from, Point to) {
    const auto index = static_cast<std::size_t>(seat);
    const Vote vote = counted_vote(scene_.rule, scene_.ballot, seat);
    const bool permanent = member(seat).permanent;
    const float ring = permanent ? radius + 5 : radius;
    if (scene_.hovered == seat) add(Disc{centre, ring + 4, Ink::table});
    if (permanent) add(Ring{centre, ring, vetoes(seat) ? 2.5F : 2.0F, vetoes(seat) ? Ink::against : Ink::ink});
    if (contains(scene_.decision.decisive, seat))
      add(Ring{.centre = centre, .radius = ring + 5, .width = 2, .ink = ink_of(vote), .dashes = 28});
    if (scene_.focused == seat) add(Ring{centre, ring + 9.5F, 3, Ink::ink});
    const float pressed = scene_.pressed == seat ? 0.92F : 1.0F;
    mark(centre, radius, vote, pressed * (0.55F + 0.45F * ease(scene_.motion.cast[index])));
    picture_.seats[index] = {centre, from, to};
  }

  /// The stamp that tells the outcome, around `centre`, no wider than `room`.
  void stamp(Point centre, float room, float size) {
    const Decision& decision = scene_.decision;
    const bool adopted = decision.outcome == Outcome::adopted;
    const Ink ink = adopted ? Ink::in_favour : Ink::stamp;
    std::string text = scene_.words.message(adopted                           ? "chamber.adopted"
                                            : decision.reason == Reason::veto ? "chamber.vetoed"
                                                                              : "chamber.not_adopted");
    const auto width_at = [&](float em) {
      return text_width(text, em, true) + em * 0.09F * static_cast<float>(text.size()) + em * 1.3F;
    };
    size = std::min(size, size * room / width_at(size));
    const Point half{width_at(size) / 2, size * 0.92F};
    const float landed = overshoot(scene_.motion.stamp);
    const auto place = [&](Shape& shape) {
      shape.pivot = centre;
      shape.turn = degrees(-5.5F);
      shape.scale = 1.6F - 0.6F * landed;
      shape.opacity = std::min(1.0F, scene_.motion.stamp * 2);
    };
    place(add(Box{{centre.x - half.x, centre.y - half.y}, centre + half, size * 0.2F, Ink::none, ink, size * 0.14F}));
    place(add(Label{.at = {centre.x, centre.y + size * 0.36F},
                    .align = Align::centre,
                    .size = size,
                    .bold = true,
                    .ink = ink,
                    .text = std::move(text),
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
        label({x, baseline}, Align::left, size, true, ink_of(part.vote),
              in_words ? words(part) : std::to_string(part.n));
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
    const float half = text_width(text, size * 0.88F, true) / 2;
    label({std::clamp(needed, left + half, right - half), bar + height + 10 + size}, Align::centre, size * 0.88F, true,
          Ink::ink, text);
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
    float rx = 300;
    for (int i = 0; i < n; ++i) {
      const float sideways = std::abs(std::cos(angle_of(i)));
      const float beside = text_width(name(i), name_size, member(i).permanent) + (member(i).permanent ? 45.0F : 39.0F);
      if (sideways >= above) rx = std::min(rx, (width / 2 - margin - beside) / sideways);
    }
    const float radius = std::clamp(std::min(rx * 0.1F, degrees(step) * std::min(rx, ry) * 0.44F), 9.0F, 23.0F);
    const Point centre{middle, ry + 62};

    // The table, and the draft on it.
    const float outer_x = rx - radius - 21, outer_y = ry - radius - 6;
    const float inner_x = outer_x - std::min(69.0F, rx * 0.23F), inner_y = outer_y - 48;
    Area table{.outline = {}, .fill = Ink::table, .edge = Ink::line, .width = 1.5F};
    constexpr int pieces = 48;
    const float sweep = degrees(half_turn + 3);
    for (int i = 0; i <= pieces; ++i)
      table.outline.push_back(
          on_ellipse(centre, outer_x, outer_y, degrees(-90) - sweep + 2 * sweep * static_cast<float>(i) / pieces));
    for (int i = pieces; i >= 0; --i)
      table.outline.push_back(
          on_ellipse(centre, inner_x, inner_y, degrees(-90) - sweep + 2 * sweep * static_cast<float>(i) / pieces));
    add(std::move(table));

    const float card_top = centre.y - 64;
    const float rise = 64 / inner_y;
    const float half_card = std::min(122.0F, inner_x * std::sqrt(1 - rise * rise) - 4);
    card({middle - half_card, card_top}, {middle + half_card, card_top + 172}, true);

    // The members, from one end of the table round to the other.
    for (int i = 0; i < n; ++i) {
      const float angle = angle_of(i);
      const Point at = on_ellipse(centre, rx, ry, angle);
      constexpr float reach = 23;
      seat(i, at, radius, {at.x - reach, at.y - reach}, {at.x + reach, at.y + reach});
      const bool permanent = member(i).permanent;
      const bool over = std::abs(std::cos(angle)) < above;
      // Beside a seat, room for the ring of the keyboard's focus.
      const float gap = radius + (permanent ? (over ? 19.0F : 22.0F) : (over ? 12.0F : 16.0F));
      const Ink ink = vetoes(i) ? Ink::against : Ink::ink;
      const float sideways = std::cos(angle);
      if (over)
        label({at.x, at.y - gap}, Align::centre, name_size, permanent, ink, name(i));
      else if (sideways < 0)
        label({at.x - gap, at.y + 5.4F}, Align::right, name_size, permanent, ink, name(i));
      else
        label({at.x + gap, at.y + 5.4F}, Align::left, name_size, permanent, ink, name(i));
    }

    const float inset = std::min(60.0F, (width - wide_from) / 4 + margin);
    const float left = middle - width / 2 + inset, right = middle + width / 2 - inset;
    float under = tally(left, right, centre.y + ry * 0.465F + 58, 17, 24);
    under = mandate(left, right, under + 14, 15, 1);
    key(left, under + 28);
    if (scene_.interactive)
      label({right, under + 28}, Align::right, 14, false, Ink::soft, scene_.words.message("chamber.hint"));
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

    // Where two columns or three are all there is, headings have two lines.
    const bool tight = columns < 5;
    const auto paragraph = [&](const char* key, float em, bool bold, Ink ink) {
      float baseline = y;
      for (const std::string& line : wrap_text(scene_.words.message(key), em, bold, right - left)) {
        label({left, baseline}, Align::left, em, bold, ink, line);
        baseline += em * 1.3F;
      }
      if (tight) y += em * 1.3F;
    };
    const auto rows = [&](const char* heading, bool permanent) {
      y += 40;
      paragraph(heading, tight ? 13 : 15, true, Ink::ink);
      y += 12;
      const float pitch = permanent ? 104 : 96;
      std::vector<int> order;
      for (int i = 0; i < members(); ++i)
        if (member(i).permanent == permanent) order.push_back(i);
      std::sort(order.begin(), order.end(), [this](int a, int b) { return name(a) < name(b); });
      int place = 0;
      for (const int i : order) {
        if (place > 0 && place % columns == 0) y += pitch;
        const float x = left + column * (static_cast<float>(place % columns) + 0.5F);
        const float reach = permanent ? radius + 11 : radius + 8;
        const Point at{x, y + reach};
        seat(i, at, radius, {x - column / 2, y}, {x + column / 2, y + pitch - 8});
        float baseline = at.y + reach + size * 0.85F;
        for (const std::string& line : wrap_text(name(i), size, permanent, std::max(column - 4, 3.9F * size))) {
          const float half = text_width(line, size, permanent) / 2 + 2;
          label({std::clamp(x, half, std::max(half, width - half)), baseline}, Align::centre, size, permanent,
                vetoes(i) ? Ink::against : Ink::ink, line);
          baseline += size * 1.2F;
        }
        ++place;
      }
      if (place > 0) y += pitch;
    };
    rows(scene_.rule.veto_holders ? "chamber.permanent_members" : "chamber.permanent_members_without_veto", true);
    y -= 8;
    rows("chamber.elected_members", false);
    y = mandate(left, right, y + 22, tight ? 12 : width < 360 ? 13 : 14, tight ? 2 : 1) + 20;
    if (scene_.interactive)
      paragraph("chamber.hint", 14, false, Ink::soft);
    else if (tight)
      y += 14 * 1.3F;
    picture_.height = y + 16;
  }

  /// What hangs on the vote: every vote that carried the mandate so far, and its end or its next piece.
  /// Returns the lower end; `top` where the scenario has no mandate.
  float mandate(float left, float right, float top, float size, int title_lines) {
    const Mandate& mandate = scene_.scenario.mandate;
    if (mandate.votes.empty()) return top;
    float y = top + size;
    for (const std::string& line : wrap_text(mandate.title.in(scene_.words.language), size, true, right - left)) {
      label({left, y}, Align::left, size, true, Ink::ink, line);
      y += size * 1.3F;
    }
    const float bar = top + size * (0.35F + 1.3F * static_cast<float>(title_lines));
    constexpr float height = 16;
    const int n = static_cast<int>(mandate.votes.size());
    const float cell = (right - left) / static_cast<float>(n + 1);
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
                {x + 2.5F, bar + height + 5}},
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
    const float inset = upright && to.x - from.x < 200 ? 12 : 18;
    const float left = from.x + inset;
    const float room = to.x - from.x - 2 * inset;
    const std::string_view symbol = scene_.scenario.draft.symbol;
    if (!symbol.empty())
      label({left, from.y + 30}, Align::left, 14, false, Ink::soft,
            scene_.words.message("chamber.draft", {{"symbol", symbol}}));
    const std::string_view subject = scene_.scenario.draft.subject.in(scene_.words.language);
    // The title takes the largest size that leaves the stamp its place.
    const std::size_t most = upright ? 3 : 2;
    float size = upright ? 18 : 17;
    std::vector<std::string> lines = wrap_text(subject, size, true, room);
    for (; lines.size() > most && size > 12; lines = wrap_text(subject, size, true, room)) size -= 0.5F;
    lines = balanced(subject, size, room, lines);
    float y = from.y + (symbol.empty() ? 30.0F : 55.0F);
    for (std::size_t i = 0; i < lines.size() && i < most; ++i, y += size * 1.3F)
      label({left, y}, Align::left, size, true, Ink::ink, lines[i]);
    if (upright) {
      for (float line = y - 2; line < to.y - 14; line += 14)
        add(Line{{{left, line}, {to.x - inset, line}}, 3, Ink::line});
      stamp({(from.x + to.x) / 2, to.y - 34}, room + 10, 24);
    } else {
      const float used = lines.size() < 2 ? 0 : text_width(lines.back(), size, true);
      const float free = std::max(room - used, 110.0F);
      stamp({to.x - std::min(free, 178.0F) / 2 - 8, to.y - 18}, std::min(free, 178.0F), 22);
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

  void key(float left, float baseline) {
    if (scene_.rule.veto_holders == 0) return;
    add(Ring{{left + 7, baseline - 5}, 7, 1.5F, Ink::ink});
    add(Disc{{left + 7, baseline - 5}, 4, Ink::soft});
    label({left + 21, baseline}, Align::left, 14, false, Ink::soft, scene_.words.message("chamber.permanent_key"));
  }

  const Scene& scene_;
  Picture picture_;
};

}  // namespace

Picture picture_of(const Scene& scene) { return Drawing(scene).finish(); }

}  // namespace council
