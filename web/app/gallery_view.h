// A gallery's plot as Dear ImGui draws it, like the chamber in view.h.
#pragma once

#include <vector>

#include "gallery.h"
#include "view.h"

namespace council {

/// Where the pointer is, and what it pressed before it was let go; -1 for nothing.
struct GalleryUi {
  int hovered = -1;
  int pressed = -1;
};

/// Draws one frame of a gallery that shows a plot over the whole canvas, and appends the places that the reader
/// pressed.
void draw_gallery(const Gallery& gallery, const State& state, const Words& words, const Appearance& appearance,
                  GalleryUi& ui, std::vector<int>& places);

}  // namespace council
