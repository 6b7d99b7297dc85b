// The draft: a card with its symbol and its subject, and the stamp on it.
#pragma once

#include "scene.h"
#include "shapes.h"
#include "typesetting.h"

namespace council {

struct Card {
  Point from, to;
  bool upright;             ///< a sheet on the table, with lines of writing; else a card with the stamp in its corner
  float left, right, room;  ///< for text
  Paragraph symbol;         ///< without lines for a decision that had no draft
  Paragraph subject;
  float symbol_at, subject_at;  ///< first baselines
  float pitch;                  ///< of the subject's lines
};

Card card_in(const Setting& setting, Point from, Point to, bool upright);
void draw_card(Picture& picture, const Scene& scene, const Card& card);

}  // namespace council
