#include "tally.h"

#include <algorithm>
#include <iterator>

#include "core/text.h"
#include "marks.h"
#include "typesetting.h"

namespace council {

namespace {

struct Part {
  Vote vote;
  int n;
  const char* key;
};

/// The line above the cells: in words where they fit; else as marks with numbers, the votes in favour last of all.
void draw_numbers(Picture& picture, const Words& words, const TallyPlace& place, const Part (&parts)[4]) {
  const float size = place.size, room = place.right - place.left;
  const float baseline = place.top + size;
  const auto in_words = [&](const Part& part) { return words.plural(part.key, part.n, {{"n", decimal(part.n)}}); };
  const auto length_of = [&](const Part& part, bool worded) {
    const float text = text_width(worded ? in_words(part) : decimal(part.n), size, true);
    return worded ? text : text + size * 1.1F;
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
  const bool rest_in_words = length_of_all(true, true) <= room;
  const bool first_in_words = rest_in_words || length_of_all(true, false) <= room;
  const float gap = size * (first_in_words ? 0.9F : 0.6F);
  const auto write = [&](const Part& part, float x, bool worded) {
    if (!worded) {
      draw_mark(picture, {x + size * 0.42F, baseline - size * 0.36F}, size * 0.42F, part.vote);
      x += size * 1.1F;
    }
    // Held where the line has its end: another typeface, wider than ours, grows away from it.
    const bool from_the_end = worded && &part != parts;
    draw_text(picture, {from_the_end ? x + length_of(part, true) : x, baseline},
              from_the_end ? Align::right : Align::left, size, true, ink_of(part.vote),
              worded ? in_words(part) : decimal(part.n));
  };
  write(parts[0], place.left, first_in_words);
  float x = place.right;
  for (const Part* part = std::end(parts) - 1; part != parts; --part) {
    if (part->n == 0) continue;
    x -= length_of(*part, rest_in_words);
    write(*part, x, rest_in_words);
    x -= gap;
  }
}

}  // namespace

void draw_tally(Picture& picture, const Scene& scene, const TallyPlace& place) {
  const Tally& tally = scene.decision.tally;
  const float left = place.left, right = place.right, size = place.size;
  const float bar = place.bar(), height = place.height;
  // From the left: those that count towards the requirement, then the rest.
  const Part parts[] = {{Vote::in_favour, tally.in_favour, "chamber.in_favour"},
                        {Vote::not_participating, tally.not_participating, "chamber.not_participating"},
                        {Vote::abstaining, tally.abstaining, "chamber.abstaining"},
                        {Vote::against, tally.against, "chamber.against"}};
  const float cell = (right - left) / static_cast<float>(scene.rule.seats);
  if (scene.blank) {
    for (int i = 0; i < scene.rule.seats; ++i)
      add(picture, Box{{left + cell * static_cast<float>(i) + 1, bar},
                       {left + cell * static_cast<float>(i + 1) - 1, bar + height},
                       3,
                       Ink::none,
                       Ink::line,
                       1.5F});
  } else if (!scene.ballot.without_vote) {
    draw_numbers(picture, scene.words, place, parts);
    int at = 0;
    for (const Part& part : parts)
      for (int i = 0; i < part.n; ++i, ++at) {
        const Point from{left + cell * static_cast<float>(at) + 1, bar};
        const Point to{left + cell * static_cast<float>(at + 1) - 1, bar + height};
        const bool filled = part.vote == Vote::in_favour || part.vote == Vote::against;
        const Ink ink = ink_of(part.vote);
        add(picture, Box{from, to, 3, filled ? ink : Ink::none, filled ? Ink::none : ink,
                         part.vote == Vote::not_participating ? 1.0F : 2.0F});
        const Point middle{(from.x + to.x) / 2, bar + height / 2};
        const float half = (to.x - from.x) * 0.18F;
        if (part.vote == Vote::abstaining)
          add(picture, Line{{{middle.x - half, middle.y}, {middle.x + half, middle.y}}, 2.5F, ink});
        if (part.vote == Vote::against) draw_cross(picture, middle, std::min(half, height * 0.22F), 2.5F);
      }
  }
  const float needed = left + cell * static_cast<float>(scene.rule.required);
  add(picture, Line{{{needed, bar - 5}, {needed, bar + height + 7}}, 2.5F, Ink::ink});
  const Paragraph text =
      fitted(scene.words.plural("chamber.needed", scene.rule.required, {{"n", decimal(scene.rule.required)}}),
             size * 0.88F, true, right - left);
  const float half = width_of(text) / 2;
  draw_lines(picture, text,
             {std::clamp(needed, left + half, std::max(left + half, right - half)), bar + height + 10 + size},
             Align::centre, 0, Ink::ink);
}

}  // namespace council
