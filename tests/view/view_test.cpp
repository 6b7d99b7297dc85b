// The chamber's view without a screen: pointer events go in through Dear ImGui, actions come out.
#include "web/app/view.h"

#include <doctest/doctest.h>
#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <map>
#include <string>

#include "core/picture/picture.h"
#include "tests/core/files.h"
#include "tests/core/pseudo_language.h"
#include "web/content/content.h"

using namespace council;
using council::test::file;

// Dear ImGui's test hooks: where each item of the last frame stands, by its label.
namespace {
std::map<ImGuiID, ImRect> rectangles;
std::map<std::string, ImRect> items;
}  // namespace
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect& box, const ImGuiLastItemData*) {
  rectangles[id] = box;
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags) {
  items[label] = rectangles[id];
}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace {

const Words& words() {
  static const Words english = parse_words(content::english_words()).value();
  return english;
}

/// The view on a canvas of a given size, with a pointer.
class Canvas {
 public:
  explicit Canvas(float width, float height = 700, float unit = 1) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {width, height};
    ImGui::GetCurrentContext()->TestEngineHookItems = true;
    appearance.width = width;
    appearance.height = height;
    appearance.unit = appearance.pixel = unit;
    appearance.regular = font(INTER_DIR "/Inter-Regular.otf");
    appearance.bold = font(INTER_DIR "/Inter-Bold.otf");
    state = reduce({}, Open{&scenario});
  }
  ~Canvas() { ImGui::DestroyContext(); }

  static ImFont* font(const std::string& path) {
    static std::map<std::string, std::string> files;
    std::string& bytes = files.try_emplace(path, file(path)).first->second;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()), 15, &config);
  }

  /// One frame, `milliseconds` after the last; true while something moves. Actions are reduced at once.
  bool frame(double milliseconds = 16) {
    items.clear();
    ImGui::GetIO().DeltaTime = static_cast<float>(milliseconds) / 1000;
    appearance.now += milliseconds / 1000;
    ImGui::NewFrame();
    actions.clear();
    const bool moving = draw_view(state, *language, appearance, ui, actions);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)  // as a renderer would
      if (texture->Status != ImTextureStatus_OK) texture->SetStatus(ImTextureStatus_OK);
    for (const Action& action : actions) state = reduce(state, action);
    count += static_cast<int>(actions.size());
    return moving;
  }
  void move(const std::string& item) {
    const ImVec2 centre = items.at(item).GetCenter();
    ImGui::GetIO().AddMousePosEvent(centre.x, centre.y);
    frame();
  }
  void button(bool down) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
    frame();
  }
  void click(const std::string& item) {
    move(item);
    button(true);
    button(false);
    frame();
  }
  Vote vote(const std::string& code) const {
    return state.ballot.votes[static_cast<std::size_t>(scenario.seat_of(code))];
  }

  const Scenario scenario = parse_scenario(file(CONTENT_DIR "/scenarios/dprk-panel-2024.json")).value();
  const Words* language = &words();
  State state;
  Appearance appearance;
  UiState ui;
  std::vector<Action> actions;
  int count = 0;
};

}  // namespace

TEST_CASE("a click on a seat changes its vote and the outcome with it") {
  Canvas canvas(960);
  canvas.frame();
  REQUIRE(items.size() >= 15);
  CHECK(canvas.vote("RUS") == Vote::against);
  canvas.click("RUS");
  CHECK(canvas.count == 1);
  CHECK(canvas.vote("RUS") == Vote::abstaining);
  CHECK(decide(canvas.state.rule, canvas.state.ballot).outcome == Outcome::adopted);
  canvas.click("RUS");
  CHECK(canvas.vote("RUS") == Vote::in_favour);
  canvas.click("RUS");
  CHECK(canvas.vote("RUS") == Vote::against);
  canvas.click("CHN");
  canvas.click("CHN");
  CHECK(canvas.vote("CHN") == Vote::against);
  CHECK(count(decide(canvas.state.rule, canvas.state.ballot).vetoed_by) == 2);
}

TEST_CASE("every member can be clicked, at every width") {
  for (const float width : {160.0F, 230.0F, 320.0F, 390.0F, 600.0F, 704.0F, 960.0F}) {
    CAPTURE(width);
    Canvas canvas(width, 1200);
    canvas.frame();
    for (const Member& member : canvas.scenario.members) {
      const int before = canvas.count;
      canvas.click(std::string(member.code));
      CHECK(canvas.count == before + 1);
    }
  }
}

TEST_CASE("a member that must abstain, or that the reader locked, answers neither click nor pointer") {
  struct Row {
    float width;
    bool by_rule;
  };
  for (const Row row : {Row{390, true}, {390, false}, {960, true}, {960, false}}) {
    const float width = row.width;
    const bool by_rule = row.by_rule;
    CAPTURE(width);
    CAPTURE(by_rule);
    Canvas canvas(width, 1200);
    canvas.frame();
    const ImVec2 china = items.at("CHN").GetCenter();
    canvas.move("CHN");
    CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand);
    CHECK(canvas.ui.hovered == canvas.scenario.seat_of("CHN"));

    Seats& held = by_rule ? canvas.state.rule.must_abstain : canvas.state.locked;
    held = seat_bit(canvas.scenario.seat_of("CHN"));
    canvas.frame();
    CHECK(items.count("CHN") == 0);
    CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Arrow);
    CHECK(canvas.ui.hovered == -1);
    canvas.button(true);
    CHECK(canvas.ui.pressed == -1);
    canvas.button(false);
    canvas.frame();
    CHECK(canvas.count == 0);
    // The others go on as before, and so does this one once it is free.
    canvas.click("RUS");
    CHECK(canvas.count == 1);
    held = 0;
    canvas.frame();
    ImGui::GetIO().AddMousePosEvent(china.x, china.y);
    canvas.frame();
    canvas.button(true);
    canvas.button(false);
    canvas.frame();
    CHECK(canvas.count == 2);
  }
}

TEST_CASE("in a picture from the right, a tap meets the seat that is drawn there") {
  const Words pseudo = test::pseudo_language(words());
  for (const float width : {160.0F, 390.0F, 960.0F}) {
    CAPTURE(width);
    Canvas canvas(width, 1400);
    canvas.frame();
    const std::map<std::string, ImRect> from_left = items;
    canvas.language = &pseudo;
    canvas.frame();
    for (const Member& member : canvas.scenario.members) {
      const std::string code(member.code);
      CAPTURE(code);
      const ImVec2 centre = items.at(code).GetCenter();
      if (width >= wide_from) CHECK(std::abs(centre.x - from_left.at(code).GetCenter().x) < 0.1F);
      const int before = canvas.count;
      canvas.click(code);
      CHECK(canvas.count == before + 1);
    }
    if (width == 390) CHECK(items.at("CHN").GetCenter().x > items.at("USA").GetCenter().x);
  }
}

TEST_CASE("a press that leaves the seat before its release casts no vote") {
  Canvas canvas(390);
  canvas.frame();
  canvas.move("FRA");
  canvas.button(true);
  ImGui::GetIO().AddMousePosEvent(-1000, -1000);
  canvas.frame();
  canvas.button(false);
  canvas.frame();
  CHECK(canvas.count == 0);
}

TEST_CASE("a vote moves for 180 ms, a new outcome for 240 ms, and then all is still") {
  Canvas canvas(960);
  CHECK_FALSE(canvas.frame());  // the recorded vote stands there from the start
  canvas.click("RUS");          // vetoed, now adopted; the vote was cast in the frame before last
  CHECK(canvas.frame(100));
  CHECK(canvas.frame(100));
  CHECK_FALSE(canvas.frame(100));
  CHECK_FALSE(canvas.frame(100));

  canvas.appearance.reduced_motion = true;
  canvas.click("RUS");
  CHECK_FALSE(canvas.frame());
}
