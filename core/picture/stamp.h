// The stamp on the draft, which tells the outcome. It falls when there is a new one: see draw_stamp for how.
#pragma once

#include "scene.h"
#include "shapes.h"

namespace council {

/// How wide and high the stamp is in a size (em), tilted as it is.
float stamp_width(const Scene& scene, float size);
float stamp_height(const Scene& scene, float size);

/// The size, at most `most`, in which it is no wider than `room`.
float stamp_size(const Scene& scene, float room, float most);

/// Around `centre`, no wider than `room` as long as its words can be read.
void draw_stamp(Picture& picture, const Scene& scene, Point centre, float room, float most);

}  // namespace council
