// What hangs on the vote: every vote that carried the mandate so far, and its end or its next piece.
#pragma once

#include "scene.h"
#include "shapes.h"
#include "typesetting.h"

namespace council {

struct MandatePlace {
  float left, right, top;
  float size;  ///< of the title, em
  Paragraph title;
  float bar;     ///< the strip's upper edge
  float bottom;  ///< `top` where the scenario has no mandate
};

/// The strip has room for a title of so many lines above it.
MandatePlace mandate_in(const Setting& setting, float left, float right, float top, float size, int title_lines);

void draw_mandate(Picture& picture, const Scene& scene, const MandatePlace& place);

}  // namespace council
