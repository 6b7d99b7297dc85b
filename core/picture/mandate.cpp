#include "mandate.h"

#include <algorithm>
#include <cmath>

namespace council {

namespace {

constexpr float strip_height = 16;

float cell_of(const Mandate& mandate, float left, float right) {
  return (right - left) / static_cast<float>(mandate.votes.size() + 1);
}
float year_size(float size) { return size * 0.84F; }
float year_baseline(float bar, float size) { return bar + strip_height + year_size(size) * 1.35F; }

/// Where it breaks off at x: a jagged edge, and what would have been in dashes, up to `end`.
void draw_break(Picture& picture, float x, float end, float bar, float size, float moved) {
  const float shift = 2 + 3 * moved;
  const auto dashed = [&](Point a, Point b) {
    const Point step{b.x - a.x, b.y - a.y};
    const int dashes = std::max(1, static_cast<int>((std::abs(step.x) + std::abs(step.y)) / 7));
    for (int i = 0; i < dashes; ++i) {
      const float from = static_cast<float>(i) / static_cast<float>(dashes);
      const float to = from + 0.5F / static_cast<float>(dashes);
      add(picture,
          Line{
              {{a.x + step.x * from, a.y + step.y * from}, {a.x + step.x * to, a.y + step.y * to}}, 1.5F, Ink::against})
          .opacity = moved;
    }
  };
  const float near = std::min(x + shift + 3, end - 2);
  dashed({near, bar + 1}, {end, bar + 1});
  dashed({end, bar + 1}, {end, bar + strip_height - 1});
  dashed({end, bar + strip_height - 1}, {near, bar + strip_height - 1});
  add(picture, Line{{{x - 2.5F, bar - 5},
                     {x + 2.5F, bar + strip_height * 0.3F},
                     {x - 2.5F, bar + strip_height * 0.65F},
                     {x + 2.5F, bar + strip_height + std::min(5.0F, size * 0.36F)}},
                    2.5F,
                    Ink::against});
}

}  // namespace

MandatePlace mandate_in(const Setting& setting, float left, float right, float top, float size, int title_lines) {
  const Mandate& mandate = setting.scenario.mandate;
  MandatePlace place{.left = left, .right = right, .top = top, .size = size, .title = {}, .bar = top, .bottom = top};
  if (mandate.votes.empty()) return place;
  place.title = set_in(mandate.title.in(setting.words.language), size, true,
                       right - left - cell_of(mandate, left, right) - 6, static_cast<std::size_t>(title_lines));
  place.bar = top + size * (0.35F + 1.3F * static_cast<float>(title_lines));
  place.bottom = year_baseline(place.bar, size) + year_size(size) * 0.4F;
  return place;
}

void draw_mandate(Picture& picture, const Scene& scene, const MandatePlace& place) {
  const Mandate& mandate = scene.scenario.mandate;
  if (mandate.votes.empty()) return;
  const float left = place.left, right = place.right, bar = place.bar, size = place.size;
  const int n = static_cast<int>(mandate.votes.size());
  const float cell = cell_of(mandate, left, right);
  const float gap = std::min(1.0F, cell / 4);  // on either side of a piece
  draw_lines(picture, place.title, {left, place.top + size}, Align::left, size * 1.3F, Ink::ink);
  const auto edge = [&](int i) { return left + cell * static_cast<float>(i); };
  for (int i = 0; i < n; ++i) {
    add(picture, Box{{edge(i) + gap, bar}, {edge(i + 1) - gap, bar + strip_height}, 2, Ink::in_favour}).opacity =
        0.5F + 0.5F * static_cast<float>(i + 1) / static_cast<float>(n);
  }
  const bool goes_on = scene.decision.outcome == Outcome::adopted;
  const float moved = eased(scene.motion.mandate);
  const Point from{edge(n) + gap, bar};
  const Point to{right - gap, bar + strip_height};
  if (goes_on)
    add(picture, Box{from, {from.x + (to.x - from.x) * std::max(0.1F, moved), to.y}, 2, Ink::in_favour});
  else
    draw_break(picture, edge(n), to.x, bar, size, moved);

  // The years: the last always, the others as they fit.
  const float small = year_size(size);
  const float baseline = year_baseline(bar, size);
  const std::string_view last = (goes_on ? mandate.until : scene.scenario.date).substr(0, 4);
  const float last_left = right - text_width(last, small, true);
  draw_text(picture, {right, baseline}, Align::right, small, true, goes_on ? Ink::ink : Ink::against, last);
  const float year_width = text_width("2000", small, false);
  const auto fits = [&](int stride) { return static_cast<float>(stride) * cell > year_width * 1.5F; };
  int stride = fits(1) ? 1 : fits(2) ? 2 : 5;
  while (!fits(stride) && stride < n) stride += 5;
  for (int i = 0; i < n; i += stride) {
    const float at = std::max(left, edge(i) + cell / 2 - year_width / 2);
    if (at + year_width + small > last_left) break;
    draw_text(picture, {at, baseline}, Align::left, small, false, Ink::soft,
              mandate.votes[static_cast<std::size_t>(i)].date.substr(0, 4));
  }
}

}  // namespace council
