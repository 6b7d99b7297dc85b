// The Council as it sits: around the horseshoe table, with the draft on it and the tally and the mandate below. Seats
// stay where they are in languages that read from the right; everything else is mirrored there.
#pragma once

#include <vector>

#include "card.h"
#include "mandate.h"
#include "scene.h"
#include "shapes.h"
#include "tally.h"

namespace council {

/// The table has room for so many members with the places that fingers need; larger bodies sit in rows.
inline constexpr int horseshoe_seats = 15;

struct Horseshoe {
  struct Name {
    Paragraph set;
    Point at;
    Align align;
  };
  Band table;
  float radius;                   ///< of a member's mark
  std::vector<SeatPlace> places;  ///< as the members sit, in seat order
  std::vector<Name> names;
  Card card;
  TallyPlace tally;
  MandatePlace mandate;
  float left, right, key;  ///< the line that explains the rings, and its baseline
  float height;
};

Horseshoe horseshoe_in(const Setting& setting);
void draw_horseshoe(Picture& picture, const Scene& scene, const Horseshoe& place);

}  // namespace council
