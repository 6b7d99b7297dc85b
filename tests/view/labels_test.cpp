// No label of any picture is cut off or runs into anything, measured in the typeface that the canvas draws with: what
// core/picture/typesetting.cpp only estimates.
#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <vector>

#include "core/picture/typesetting.h"
#include "tests/core/files.h"
#include "tests/core/pictures.h"

using namespace council;

namespace {

struct Rectangle {
  float left, top, right, bottom;

  bool overlaps(const Rectangle& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  bool holds(const Rectangle& other) const {
    return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
  }
  bool touches(Point centre, float radius) const {
    const float dx = centre.x - std::clamp(centre.x, left, right);
    const float dy = centre.y - std::clamp(centre.y, top, bottom);
    return std::hypot(dx, dy) < radius;
  }
  bool touches(Point a, Point b, float half_width) const {
    const Rectangle wider{left - half_width, top - half_width, right + half_width, bottom + half_width};
    constexpr int steps = 24;
    for (int i = 0; i <= steps; ++i) {
      const float t = static_cast<float>(i) / steps;
      const float x = a.x + (b.x - a.x) * t, y = a.y + (b.y - a.y) * t;
      if (wider.left < x && x < wider.right && wider.top < y && y < wider.bottom) return true;
    }
    return false;
  }
};

/// Inter as Dear ImGui has it.
class Typeface {
 public:
  Typeface() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {100, 100};
    for (const bool bold : {false, true}) {
      files_[bold] = test::file(bold ? INTER_DIR "/Inter-Bold.otf" : INTER_DIR "/Inter-Regular.otf");
      ImFontConfig config;
      config.FontDataOwnedByAtlas = false;
      fonts_[bold] =
          io.Fonts->AddFontFromMemoryTTF(files_[bold].data(), static_cast<int>(files_[bold].size()), em, &config);
    }
    ImGui::NewFrame();
  }
  ~Typeface() {
    ImGui::EndFrame();
    ImGui::DestroyContext();
  }

  float width(std::string_view text, float size, bool bold) const {
    return fonts_[bold]->CalcTextSizeA(em, FLT_MAX, 0, text.data(), text.data() + text.size()).x / em *
           line_height_of(bold) * size;
  }

  /// The ink of a label, of which the baseline is y = 0: from the top of the highest letter to the bottom of the
  /// lowest.
  std::pair<float, float> ink(const std::string& text, float size, bool bold) {
    auto [at, is_new] = inks_.try_emplace({text, bold});
    if (is_new) {
      ImFontBaked& baked = *fonts_[bold]->GetFontBaked(em);
      float top = 0, bottom = 0;
      for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
        unsigned character = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k)
          character = character << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        const ImFontGlyph* const glyph = baked.FindGlyphNoFallback(static_cast<ImWchar>(character));
        REQUIRE_MESSAGE(glyph, text);
        if (glyph->Visible) {
          top = std::min(top, glyph->Y0 - baked.Ascent);
          bottom = std::max(bottom, glyph->Y1 - baked.Ascent);
        }
        i += length;
      }
      at->second = {top / em * line_height_of(bold), bottom / em * line_height_of(bold)};
    }
    return {at->second.first * size, at->second.second * size};
  }

 private:
  static constexpr float em = 128;  // ImGui's size, from ascender to descender
  std::array<std::string, 2> files_;
  std::array<ImFont*, 2> fonts_{};
  std::map<std::pair<std::string, bool>, std::pair<float, float>> inks_;
};

struct Placed {
  const Label* label;
  Rectangle box;
};

/// The first thing that is wrong with the picture's labels; empty when all is well.
std::string fault_of(const Picture& picture, Typeface& typeface) {
  constexpr float card_edge = 1.5F;
  std::vector<Placed> labels;
  const Shape* stamp = nullptr;  // its frame
  const Box* card = nullptr;
  for (const Shape& shape : picture.shapes) {
    if (const Box* box = std::get_if<Box>(&shape.figure)) {
      if (shape.turn != 0) stamp = &shape;
      if (box->fill == Ink::card) card = box;
    }
    const Label* label = std::get_if<Label>(&shape.figure);
    if (!label) continue;
    float width = typeface.width(label->text, label->size, label->bold);
    if (shape.turn != 0) {
      // The stamp: its words inside its frame.
      width += label->tracking * static_cast<float>(characters_of(label->text) - 1);
      const Box& frame = std::get<Box>(stamp->figure);
      if (width > frame.to.x - frame.from.x - 2 * frame.width - 2) return "the stamp's words leave its frame";
      continue;
    }
    const float left = label->at.x - (label->align == Align::centre  ? width / 2
                                      : label->align == Align::right ? width
                                                                     : 0);
    const auto [top, bottom] = typeface.ink(label->text, label->size, label->bold);
    labels.push_back({label, {left, label->at.y + top, left + width, label->at.y + bottom}});
  }
  if (!stamp || !card) return "no stamp or no card";

  const Rectangle all{0, 0, picture.width, picture.height};
  const Rectangle inside{card->from.x + card_edge, card->from.y + card_edge, card->to.x - card_edge,
                         card->to.y - card_edge};
  const Rectangle around{card->from.x, card->from.y, card->to.x, card->to.y};
  const Box& frame = std::get<Box>(stamp->figure);
  const Point half{(frame.to.x - frame.from.x) / 2, (frame.to.y - frame.from.y) / 2};
  const float cosine = std::cos(stamp->turn), sine = std::sin(stamp->turn);
  for (const float x : {-half.x, half.x})
    for (const float y : {-half.y, half.y}) {
      const float corner_x = stamp->pivot.x + x * cosine - y * sine, corner_y = stamp->pivot.y + x * sine + y * cosine;
      if (!all.holds({corner_x, corner_y, corner_x, corner_y})) return "the stamp leaves the picture";
    }

  for (const Placed& placed : labels) {
    const Rectangle& box = placed.box;
    const std::string name = "\"" + placed.label->text + "\"";
    if (!all.holds(box)) return name + " leaves the picture";
    if (placed.label->size < 8) return name + " is too small to read";
    if (box.overlaps(around) && !inside.holds(box)) return name + " lies across the card's edge";
    for (const Placed& other : labels)
      if (&other != &placed) {
        // Lines of one text may stand so close that a descender and an accent share a height.
        const Rectangle capitals{other.box.left, other.label->at.y - other.label->size * 0.73F, other.box.right,
                                 other.label->at.y};
        const Rectangle mine{box.left, placed.label->at.y - placed.label->size * 0.73F, box.right, placed.label->at.y};
        if (mine.overlaps(capitals)) return name + " runs into \"" + other.label->text + "\"";
      }
    // In the stamp's own coordinates: its frame against the label's corners and the middle of its edges.
    for (float x = box.left; x <= box.right; x += std::max(1.0F, (box.right - box.left) / 40))
      for (const float y : {placed.label->at.y - placed.label->size * 0.73F, placed.label->at.y}) {
        const float dx = x - stamp->pivot.x, dy = y - stamp->pivot.y;
        if (std::abs(dx * cosine + dy * sine) < half.x && std::abs(-dx * sine + dy * cosine) < half.y)
          return name + " lies under the stamp";
      }
    for (const Shape& shape : picture.shapes) {
      if (shape.turn != 0) continue;
      if (const Disc* disc = std::get_if<Disc>(&shape.figure); disc && box.touches(disc->centre, disc->radius))
        return name + " touches a disc";
      if (const Ring* ring = std::get_if<Ring>(&shape.figure);
          ring && box.touches(ring->centre, ring->radius + ring->width / 2))
        return name + " touches a ring of radius " + std::to_string(ring->radius);
      if (const Box* filled = std::get_if<Box>(&shape.figure);
          filled && filled != card && box.overlaps({filled->from.x, filled->from.y, filled->to.x, filled->to.y}))
        return name + " touches a box";
      if (const Line* line = std::get_if<Line>(&shape.figure))
        for (std::size_t i = 1; i < line->points.size(); ++i)
          if (box.touches(line->points[i - 1], line->points[i], line->width / 2)) return name + " touches a line";
      if (const Band* band = std::get_if<Band>(&shape.figure))
        for (const Point half_axes : {band->outer, band->inner})
          for (int degree = -180; degree < 180; ++degree) {
            const float turn = static_cast<float>(degree) * 3.14159265F / 180;
            if (std::abs(turn) <= band->sweep &&
                box.touches(on_ellipse(band->centre, half_axes, turn - 3.14159265F / 2), band->width / 2 + 3))
              return name + " touches the table";
          }
    }
    int targets = 0;
    for (const SeatPlace& seat : picture.seats)
      targets += box.overlaps({seat.from.x, seat.from.y, seat.to.x, seat.to.y}) ? 1 : 0;
    if (targets > 1) return name + " lies on two seats";
  }
  return {};
}

}  // namespace

TEST_CASE("no label is cut off or runs into anything, in any picture") {
  Typeface typeface;
  int pictures = 0;
  test::look_at_pictures([&](const Picture& picture, const Scenario&, const std::string& what) {
    CAPTURE(what);
    CHECK(fault_of(picture, typeface) == "");
    ++pictures;
  });
  CHECK(pictures >= (test::full_sweeps ? 25 : 4) * 15 * 8 * 2);
}

TEST_CASE("nor at any width between") {
  Typeface typeface;
  for (const Scenario* const scenario : test::swept_scenarios())
    for (const float width : test::swept_widths(160, 1100, 3)) {
      CAPTURE(std::string(scenario->id));
      CAPTURE(width);
      for (const Words* words : {&test::english(), &test::pseudo()})
        CHECK(fault_of(test::picture_with(*scenario, *words, width, scenario->recorded, scenario->rule), typeface) ==
              "");
    }
}

TEST_CASE("nor does the keyboard's focus, or a lock, touch a label") {
  Typeface typeface;
  for (const Scenario* const swept : test::swept_scenarios())
    for (const float width : test::widths)
      for (int seat = 0; seat < swept->rule.seats; seat += test::full_sweeps ? 1 : 4) {
        const Scenario& scenario = *swept;
        CAPTURE(std::string(scenario.id));
        CAPTURE(width);
        CAPTURE(seat);
        Rule rule = scenario.rule;
        CHECK(fault_of(test::picture_with(scenario, test::english(), width, scenario.recorded, rule, seat), typeface) ==
              "");
        rule.must_abstain = first_seats(rule.seats);
        CHECK(fault_of(test::picture_with(scenario, test::pseudo(), width, scenario.recorded, rule, seat), typeface) ==
              "");
      }
}

TEST_CASE("the layouts' own measure of a text is that of the typeface") {
  const Typeface typeface;
  const auto near = [&](std::string_view text, bool bold) {
    CAPTURE(std::string(text));
    const float drawn = typeface.width(text, 100, bold);
    CHECK(std::abs(text_width(text, 100, bold) - drawn) <= drawn * 0.001F);
  };
  for (const bool bold : {false, true}) {
    for (const Scenario& scenario : test::scenarios()) {
      for (const Member& member : scenario.members) near(member.short_name.in("en"), bold);
      near(scenario.draft.subject.in("en"), bold);
    }
    for (const Words* words : {&test::english(), &test::pseudo()})
      for (const char* key :
           {"chamber.hint", "chamber.permanent_key", "chamber.elected_members", "chamber.not_adopted"})
        near(words->message(key), bold);
  }
}
