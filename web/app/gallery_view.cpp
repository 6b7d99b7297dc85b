#include "gallery_view.h"

#include <imgui.h>

#include "painter.h"

namespace council {

void draw_gallery(const Gallery& gallery, const State& state, const Words& words, const Appearance& appearance,
                  GalleryUi& ui, std::vector<int>& places) {
  if (!appearance.regular || !appearance.bold) return;
  const float width = appearance.width / appearance.unit;
  begin_canvas(appearance);
  // What the pointer does is known before the picture is drawn: it shows in this very frame. A press counts where it
  // is let go on what it began on.
  ImGui::SetCursorScreenPos({0, 0});
  const bool clicked = ImGui::InvisibleButton("plot", {appearance.width, appearance.height});
  const ImVec2 pointer = ImGui::GetMousePos();
  const Point at{pointer.x / appearance.unit, pointer.y / appearance.unit};
  ui.hovered = ImGui::IsItemHovered() ? place_at(gallery, state, words, width, at) : -1;
  if (ImGui::IsItemActivated()) ui.pressed = ui.hovered;
  if (clicked && ui.hovered >= 0 && ui.hovered == ui.pressed) places.push_back(ui.hovered);
  if (!ImGui::IsItemActive()) ui.pressed = -1;
  if (ui.hovered >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);

  Painter painter(*ImGui::GetWindowDrawList(), appearance, {0, 0}, words.right_to_left);
  const Picture picture = picture_of(gallery, state, words, width, ui.hovered);
  for (const Shape& shape : picture.shapes) painter.shape(shape);
  end_canvas();
}

}  // namespace council
