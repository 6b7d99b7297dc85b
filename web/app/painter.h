// How a picture is drawn with Dear ImGui: its figures into the draw list of a window that is the whole canvas.
#pragma once

#include <imgui.h>

#include <cmath>
#include <numbers>

#include "core/picture/joining.h"
#include "core/picture/shapes.h"
#include "core/picture/typesetting.h"
#include "view.h"

namespace council {

/// Begins the window that is the canvas; end_canvas() ends it.
inline void begin_canvas(const Appearance& appearance) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({appearance.width, appearance.height});
  ImGui::Begin("chamber", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove);
}
inline void end_canvas() {
  ImGui::End();
  ImGui::PopStyleVar(2);
}

/// Draws the figures of a picture into a draw list.
class Painter {
 public:
  Painter(ImDrawList& list, const Appearance& appearance, ImVec2 origin, bool right_to_left)
      : list_(list),
        appearance_(appearance),
        origin_(origin),
        palette_(appearance.palette),
        right_to_left_(right_to_left) {}

  void shape(const Shape& shape) {
    opacity_ = shape.opacity;
    const int first = list_.VtxBuffer.Size;
    std::visit([this](const auto& figure) { draw(figure); }, shape.figure);
    if (shape.turn == 0 && shape.scale == 1) return;
    const ImVec2 pivot = at(shape.pivot);
    const float cosine = std::cos(shape.turn) * shape.scale;
    const float sine = std::sin(shape.turn) * shape.scale;
    for (int i = first; i < list_.VtxBuffer.Size; ++i) {
      ImVec2& position = list_.VtxBuffer[i].pos;
      const ImVec2 from{position.x - pivot.x, position.y - pivot.y};
      position = {pivot.x + from.x * cosine - from.y * sine, pivot.y + from.x * sine + from.y * cosine};
    }
  }

  ImVec2 at(Point point) const {
    return {origin_.x + point.x * appearance_.unit, origin_.y + point.y * appearance_.unit};
  }

 private:
  ImU32 colour(Ink ink) const {
    const std::uint32_t rgb = colour_of(palette_, ink);
    return IM_COL32(rgb >> 16U, rgb >> 8U & 255U, rgb & 255U, std::lround(opacity_ * 255));
  }
  float length(float units) const { return units * appearance_.unit; }

  void draw(const Disc& disc) { list_.AddCircleFilled(at(disc.centre), length(disc.radius), colour(disc.ink)); }
  void draw(const Ring& ring) {
    const ImVec2 centre = at(ring.centre);
    if (ring.dashes == 0) return list_.AddCircle(centre, length(ring.radius), colour(ring.ink), 0, length(ring.width));
    const float piece = 2 * std::numbers::pi_v<float> / static_cast<float>(ring.dashes);
    for (int i = 0; i < ring.dashes; ++i) {
      const float start = piece * static_cast<float>(i);
      list_.PathArcTo(centre, length(ring.radius), start, start + piece * 0.6F, 4);
      list_.PathStroke(colour(ring.ink), ImDrawFlags_None, length(ring.width));
    }
  }
  void draw(const Box& box) {
    const ImVec2 from = at(box.from), to = at(box.to);
    const float radius = length(box.radius), width = length(box.width);
    if (box.fill != Ink::none) list_.AddRectFilled(from, to, colour(box.fill), radius);
    if (box.edge == Ink::none) return;
    // Just where it is told, which AddRect is not: the smallest boxes stay hollow so.
    list_.PathRect({from.x + width / 2, from.y + width / 2}, {to.x - width / 2, to.y - width / 2}, radius);
    list_.PathStroke(colour(box.edge), ImDrawFlags_Closed, width);
  }
  void draw(const Line& line) {
    for (const Point& point : line.points) list_.PathLineTo(at(point));
    list_.PathStroke(colour(line.ink), ImDrawFlags_None, length(line.width));
    for (const Point& point : line.points) list_.AddCircleFilled(at(point), length(line.width) / 2, colour(line.ink));
  }
  void draw(const Band& band) {
    constexpr int pieces = 48;
    const auto outline = [&] {
      for (int side = 0; side < 2; ++side)
        for (int i = 0; i <= pieces; ++i) {
          const float turn = band.sweep * (2 * static_cast<float>(i) / pieces - 1) * (side == 0 ? 1.0F : -1.0F);
          const float up = -std::numbers::pi_v<float> / 2;
          list_.PathLineTo(at(on_ellipse(band.centre, side == 0 ? band.outer : band.inner, up + turn)));
        }
    };
    outline();
    list_.PathFillConcave(colour(band.fill));
    outline();
    list_.PathStroke(colour(band.edge), ImDrawFlags_Closed, length(band.width));
  }
  void draw(const Label& label) {
    ImFont* const font = label.bold ? appearance_.bold : appearance_.regular;
    // A label's size is its em; ImGui's counts from ascender to descender.
    const float size = length(label.size) * line_height_of(label.bold);
    const float ascent = font->GetFontBaked(size)->Ascent;
    const std::string turned = right_to_left_ ? in_visual_order(joined(label.text)) : std::string();
    const std::string& text = right_to_left_ ? turned : label.text;
    const char* const end = text.data() + text.size();
    const float tracking = length(label.tracking);
    float width = font->CalcTextSizeA(size, FLT_MAX, 0, text.data(), end).x;
    if (tracking != 0) width += tracking * static_cast<float>(characters_of(text) - 1);
    ImVec2 position = at(label.at);
    position.x -= label.align == Align::centre ? width / 2 : label.align == Align::right ? width : 0;
    position.y -= ascent;
    if (tracking == 0) {
      // Whole pixels: the letters were drawn for them.
      list_.AddText(font, size, {std::round(position.x), std::round(position.y)}, colour(label.ink), text.data(), end);
      return;
    }
    for (const char* letter = text.data(); letter < end;) {
      const char* next = letter + 1;
      while (next < end && (static_cast<unsigned char>(*next) & 0xC0U) == 0x80U) ++next;
      list_.AddText(font, size, position, colour(label.ink), letter, next);
      position.x += font->CalcTextSizeA(size, FLT_MAX, 0, letter, next).x + tracking;
      letter = next;
    }
  }
  ImDrawList& list_;
  const Appearance& appearance_;
  ImVec2 origin_;
  const Palette& palette_;
  bool right_to_left_;
  float opacity_ = 1;
};

}  // namespace council
