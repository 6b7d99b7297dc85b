// Members side by side, permanent ones first, each row in alphabetical order, with their names below: for a phone, and
// for bodies larger than the horseshoe table. Read from the right, all of it is mirrored.
#pragma once

#include <vector>

#include "card.h"
#include "mandate.h"
#include "scene.h"
#include "shapes.h"
#include "tally.h"

namespace council {

struct Rows {
  struct Text {
    Paragraph set;
    Point at;
  };
  struct Seat {
    int seat;
    SeatPlace place;
    Text name;
  };
  /// Members of one kind under their heading; nothing where there are none.
  struct Part {
    Text heading;
    std::vector<Seat> seats;
  };
  Card card;
  TallyPlace tally;
  float radius;   ///< of a member's mark
  Part parts[3];  ///< permanent members who may veto, others, elected members
  MandatePlace mandate;
  Text hint;
  float height;
};

Rows rows_in(const Setting& setting);
void draw_rows(Picture& picture, const Scene& scene, const Rows& place);

/// Some of the members by place in the scenario, in alphabetical order of the names that are shown.
std::vector<int> in_alphabetical_order(const Scenario& scenario, std::string_view language, Seats some);

/// Whether a name stands before another in an alphabetical list: without regard to accents and capitals.
bool alphabetically(std::string_view name, std::string_view other);

}  // namespace council
