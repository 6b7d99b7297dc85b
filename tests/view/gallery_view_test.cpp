// A plot on the canvas without a screen: pointer events go in through Dear ImGui, places come out.
#include "web/app/gallery_view.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>

#include "tests/core/files.h"
#include "web/content/content.h"

using namespace council;
using council::test::file;

namespace {

/// The plot of a small index on a canvas, with a pointer.
class Canvas {
 public:
  explicit Canvas(float width, float unit = 1, Exhibit exhibit = Exhibit::vetoes) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {width * unit, 1500 * unit};
    appearance.width = io.DisplaySize.x;
    appearance.height = io.DisplaySize.y;
    appearance.unit = appearance.pixel = unit;
    for (const bool bold : {false, true}) {
      files_[bold] = file(bold ? INTER_DIR "/Inter-Bold.otf" : INTER_DIR "/Inter-Regular.otf");
      ImFontConfig config;
      config.FontDataOwnedByAtlas = false;
      (bold ? appearance.bold : appearance.regular) =
          io.Fonts->AddFontFromMemoryTTF(files_[bold].data(), static_cast<int>(files_[bold].size()), 15, &config);
    }
    gallery.shown = exhibit;
    gallery.vetoes = parse_vetoes_plot(file(FIXTURES_DIR "/vetoes/good/small.json")).value();
    layout = vetoes_layout({*gallery.vetoes, words, width});
    frame();
  }
  ~Canvas() { ImGui::DestroyContext(); }

  void frame() {
    ImGui::NewFrame();
    draw_gallery(gallery, state, words, appearance, ui, places);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)  // as a renderer would
      if (texture->Status != ImTextureStatus_OK) texture->SetStatus(ImTextureStatus_OK);
  }
  void move(Point at) {
    ImGui::GetIO().AddMousePosEvent(at.x * appearance.unit, at.y * appearance.unit);
    frame();
  }
  void button(bool down) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
    frame();
  }
  /// What the presses so far looked at.
  std::string looked() const {
    std::string all;
    for (const int place : places) all += look_at(place) + "\n";
    return all;
  }
  Point in_row(std::size_t row, int year) const {
    return {layout.left + layout.column * (static_cast<float>(year - first_year) + 0.5F),
            layout.rows[row].baseline - 8};
  }

  const Words words = parse_words(content::english_words()).value();
  const Scenario scenario = parse_scenario(file(CONTENT_DIR "/scenarios/dprk-panel-2024.json")).value();
  State state = reduce({}, Open{&scenario});
  Gallery gallery;
  Appearance appearance;
  GalleryUi ui;
  std::vector<int> places;
  VetoesLayout layout;

 private:
  std::string files_[2];
};

}  // namespace

TEST_CASE("a press on a row looks at its nearest year with a veto, one on a name at all its years") {
  for (const float width : {320.0F, 960.0F})
    for (const float unit : {1.0F, 2.5F}) {
      CAPTURE(width);
      CAPTURE(unit);
      Canvas canvas(width, unit);
      canvas.move(canvas.in_row(0, 2019));
      CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand);
      CHECK(look_at(canvas.ui.hovered) == "look RUS 2022");
      CHECK(canvas.looked().empty());
      canvas.button(true);
      canvas.button(false);
      CHECK(canvas.looked() == "look RUS 2022\n");
      const VetoRow& last = canvas.layout.rows.back();
      canvas.move({last.name_from.x + 8, last.name_to.y - 8});
      canvas.button(true);
      canvas.button(false);
      CHECK(canvas.looked() == "look RUS 2022\nlook USA\n");
    }
}

TEST_CASE("a press that is let go elsewhere looks at nothing, and nothing is to be pressed beside the rows") {
  Canvas canvas(390);
  canvas.move(canvas.in_row(0, 1946));
  canvas.button(true);
  canvas.move(canvas.in_row(1, 1997));
  canvas.button(false);
  CHECK(canvas.looked().empty());
  canvas.move({100, 10});
  CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Arrow);
  canvas.button(true);
  canvas.button(false);
  canvas.move({-1000, -1000});
  CHECK(canvas.ui.hovered == -1);
  CHECK(canvas.looked().empty());
}

TEST_CASE("in a plot of power nothing is to be pressed") {
  Canvas canvas(390, 1, Exhibit::power);
  canvas.move({100, 300});
  CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Arrow);
  canvas.button(true);
  canvas.button(false);
  CHECK(canvas.looked().empty());
}
