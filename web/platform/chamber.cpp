// The chamber module: SDL2 for window, WebGL context and events, ImGui for drawing; see abi.h for what it offers.
#include <SDL.h>

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string_view>
#include <vector>

#include "abi.h"
#include "core/picture/picture.h"
#include "core/picture/svg.h"
#include "renderer.h"
#include "web/app/link.h"
#include "web/app/view.h"

namespace council {
namespace {

constexpr int largest_argument = 16 << 20;
/// Input is worked off in frames of ImGui's that nobody sees; a burst longer than this waits for the next one drawn.
constexpr int most_input_frames = 16;
constexpr float usual_text_size = 16;

struct Chamber {
  SDL_Window* window = nullptr;
  std::vector<char> argument;
  Words words;
  Scenario scenario;
  State state;
  Appearance look;
  UiState ui;
  std::vector<Action> actions;
  std::string still;
  bool pressed = false;
  double drawn_at = 0;  ///< milliseconds, as council_draw was told
};

Chamber& chamber() {
  static Chamber instance;
  return instance;
}

std::string_view argument(int length) {
  const int size = std::clamp(length, 0, static_cast<int>(chamber().argument.size()));
  return {chamber().argument.data(), static_cast<std::size_t>(size)};
}

void push_motion(int x, int y) {
  SDL_Event event{};
  event.motion = {.type = SDL_MOUSEMOTION,
                  .timestamp = 0,
                  .windowID = SDL_GetWindowID(chamber().window),
                  .which = 0,
                  .state = 0,
                  .x = x,
                  .y = y,
                  .xrel = 0,
                  .yrel = 0};
  SDL_PushEvent(&event);
}

void push_leave() {
  SDL_Event event{};
  event.window.type = SDL_WINDOWEVENT;
  event.window.windowID = SDL_GetWindowID(chamber().window);
  event.window.event = SDL_WINDOWEVENT_LEAVE;
  SDL_PushEvent(&event);
}

void push_button(bool down, int x, int y) {
  SDL_Event event{};
  event.button.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
  event.button.windowID = SDL_GetWindowID(chamber().window);
  event.button.button = SDL_BUTTON_LEFT;
  event.button.state = down ? SDL_PRESSED : SDL_RELEASED;
  event.button.clicks = 1;
  event.button.x = x;
  event.button.y = y;
  SDL_PushEvent(&event);
}

/// SDL's queue to ImGui's.
void deliver_events() {
  ImGuiIO& io = ImGui::GetIO();
  SDL_Event event;
  while (SDL_PollEvent(&event)) {
    switch (event.type) {
      case SDL_MOUSEMOTION:
        io.AddMousePosEvent(static_cast<float>(event.motion.x), static_cast<float>(event.motion.y));
        break;
      case SDL_MOUSEBUTTONDOWN:
      case SDL_MOUSEBUTTONUP:
        io.AddMouseButtonEvent(0, event.type == SDL_MOUSEBUTTONDOWN);
        break;
      case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_LEAVE) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        break;
      default:
        break;
    }
  }
}

/// The seat of a "focus=" in what council_show takes, or -1.
int focus_of(std::string_view shown) {
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t end = std::min(shown.find('&', at), shown.size());
    std::string_view pair = shown.substr(at, end - at);
    at = end + 1;
    if (!pair.starts_with("focus=")) continue;
    pair.remove_prefix(6);
    int seat = -1;
    const auto [rest, error] = std::from_chars(pair.data(), pair.data() + pair.size(), seat);
    return error == std::errc() && rest == pair.data() + pair.size() ? seat : -1;
  }
  return -1;
}

/// One frame of ImGui's; whether the view moves.
bool draw_frame() {
  ImGui::NewFrame();
  Chamber& self = chamber();
  self.look.now = self.drawn_at / 1000;
  return draw_view(self.state, self.words, self.look, self.ui, self.actions);
}

}  // namespace
}  // namespace council

using namespace council;

int council_start() {
  SDL_SetMainReady();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return status_no_window;
  chamber().window = SDL_CreateWindow("", 0, 0, 1, 1, SDL_WINDOW_OPENGL);
  if (!chamber().window) return status_no_window;
  if (!SDL_GL_CreateContext(chamber().window)) return status_no_webgl;

  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags = ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_HasMouseCursors;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  return start_renderer() ? status_done : status_no_shaders;
}

int council_restore() { return start_renderer() ? status_done : status_no_shaders; }

char* council_buffer(int size) {
  if (size <= 0 || size > largest_argument) return nullptr;
  chamber().argument.resize(static_cast<std::size_t>(size));
  return chamber().argument.data();
}

int council_font(int which, int length) {
  Appearance& look = chamber().look;
  const std::string_view bytes = argument(length);
  if (which != font_regular && which != font_bold) return status_bad_input;
  ImFont*& font = which == font_bold ? look.bold : look.regular;
  // "OTTO" opens an OpenType font with CFF outlines, 00 01 00 00 one with TrueType's.
  const std::string_view kind = bytes.substr(0, 4);
  if (font || (kind != "OTTO" && kind != std::string_view("\0\1\0\0", 4))) return status_bad_input;
  void* const copy = ImGui::MemAlloc(bytes.size());  // the atlas frees it
  std::memcpy(copy, bytes.data(), bytes.size());
  font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy, static_cast<int>(bytes.size()), usual_text_size);
  return font ? status_done : status_bad_input;
}

int council_words(int length) {
  Result<Words> words = parse_words(argument(length));
  if (!words) return status_bad_input;
  chamber().words = std::move(words.value());
  return status_done;
}

int council_load(int length) {
  Chamber& self = chamber();
  if (self.words.language.empty()) return status_bad_input;
  Result<Scenario> scenario = parse_scenario(argument(length));
  if (!scenario) return status_bad_input;
  self.scenario = std::move(scenario.value());
  self.state = reduce({}, Open{&self.scenario});
  self.ui = {};
  return status_done;
}

int council_show(int length) {
  Chamber& self = chamber();
  if (!self.state.scenario) return status_bad_input;
  const std::string_view shown = argument(length);
  Result<State> state = state_of_link(self.scenario, shown);
  if (!state) return status_bad_input;
  self.state = std::move(state.value());
  self.look.focused = focus_of(shown);
  return status_done;
}

void council_resize(int width, int height, int density_thousandths, int text_percent, int flags) {
  Appearance& look = chamber().look;
  width = std::max(1, width);
  height = std::max(1, height);
  SDL_SetWindowSize(chamber().window, width, height);
  look.width = static_cast<float>(width);
  look.height = static_cast<float>(height);
  look.pixel = static_cast<float>(std::max(1, density_thousandths)) / 1000;
  look.unit = look.pixel * static_cast<float>(std::max(1, text_percent)) / 100;
  look.reduced_motion = (flags & appearance_reduced_motion) != 0;
}

int council_palette(int length) {
  const std::string_view bytes = argument(length);
  Palette& palette = chamber().look.palette;
  if (bytes.size() != 3 * (palette.size() - 1)) return status_bad_input;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t at) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + at]));
    };
    palette[1 + i / 3] = byte(0) << 16U | byte(1) << 8U | byte(2);
  }
  return status_done;
}

void council_pointer(int kind, int x_tenths, int y_tenths) {
  const auto device = [](int tenths) {
    return static_cast<int>(std::floor(static_cast<float>(tenths) * chamber().look.pixel / 10));
  };
  const int x = device(x_tenths);
  const int y = device(y_tenths);
  if (kind == pointer_leave || kind == pointer_cancel) {
    // Gone first, released after: ImGui clicks only where the pointer still is.
    push_leave();
    if (chamber().pressed) push_button(false, x, y);
    chamber().pressed = false;
    return;
  }
  push_motion(x, y);
  if (kind == pointer_move) return;
  chamber().pressed = kind == pointer_down;
  push_button(chamber().pressed, x, y);
}

int council_draw(double now_ms) {
  Chamber& self = chamber();
  if (!self.look.regular || !self.look.bold || !self.state.scenario) return 0;
  deliver_events();
  ImGuiContext& imgui = *ImGui::GetCurrentContext();
  imgui.IO.DisplaySize = {self.look.width, self.look.height};
  imgui.IO.DeltaTime = static_cast<float>(std::clamp((now_ms - self.drawn_at) / 1000, 0.001, 0.1));
  self.drawn_at = std::max(now_ms, self.drawn_at);

  // A tap's press and release are two frames to ImGui; the reader gets both in one. What an action leads to must be
  // known before the next is worked off.
  bool moving = draw_frame();
  for (int i = 1; i < most_input_frames && !imgui.InputEventsQueue.empty() && self.actions.empty(); ++i) {
    ImGui::EndFrame();
    imgui.IO.DeltaTime = 0.001F;
    moving = draw_frame();
  }
  const bool hand = ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand;
  ImGui::Render();
  render(*ImGui::GetDrawData());
  SDL_GL_SwapWindow(self.window);
  return (moving ? frame_again : 0) | (hand ? frame_hand : 0) | (imgui.InputEventsQueue.empty() ? 0 : frame_input);
}

const char* council_still(int width) {
  Chamber& self = chamber();
  self.still.clear();
  if (!self.state.scenario) return self.still.data();
  const Decision decision = decide(self.state.rule, self.state.ballot);
  self.still = svg_elements(picture_of({.scenario = self.scenario,
                                        .words = self.words,
                                        .rule = self.state.rule,
                                        .ballot = self.state.ballot,
                                        .decision = decision,
                                        .width = static_cast<float>(width),
                                        .interactive = false}),
                            css_inks());
  return self.still.data();
}

int council_still_length() { return static_cast<int>(chamber().still.size()); }

int council_next_action() {
  std::vector<Action>& actions = chamber().actions;
  while (!actions.empty()) {
    const int number = packed(actions.front());
    actions.erase(actions.begin());
    if (number >= 0) return number;
  }
  return -1;
}
