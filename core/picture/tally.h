// The votes one by one, with the number that is needed marked.
#pragma once

#include "scene.h"
#include "shapes.h"

namespace council {

struct TallyPlace {
  float left, right, top;
  float size;    ///< of the words, em
  float height;  ///< of the cells

  float bar() const { return top + size * 1.65F; }  ///< the cells' upper edge
  float bottom() const { return bar() + height + 10 + size * 1.3F; }
};

void draw_tally(Picture& picture, const Scene& scene, const TallyPlace& place);

}  // namespace council
