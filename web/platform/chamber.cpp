// The chamber module: SDL2 for window, WebGL context and events, ImGui for drawing; see abi.h for what it offers.
#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "abi.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "renderer.h"

namespace council {
namespace {

constexpr int largest_argument = 16 << 20;
/// Input is worked off in frames of ImGui's that nobody sees; a burst longer than this waits for the next one drawn.
constexpr int most_input_frames = 16;

struct Chamber {
  SDL_Window* window = nullptr;
  std::vector<char> argument;
  ImFont* fonts[2] = {};
  std::string scenario;
  std::string state;
  std::deque<int> actions;
  float scale = 1;       ///< device pixels per CSS pixel
  float text_scale = 1;  ///< the reader's text size over the usual one
  int appearance = 0;
  bool pressed = false;
  double drawn_at = 0;
  int settling = 0;  ///< frames still wanted after a change of size
};
Chamber chamber;

std::string_view argument(int length) {
  const int size = std::clamp(length, 0, static_cast<int>(chamber.argument.size()));
  return {chamber.argument.data(), static_cast<std::size_t>(size)};
}

void push_motion(int x, int y) {
  SDL_Event event{};
  event.motion = {.type = SDL_MOUSEMOTION, .timestamp = 0, .windowID = SDL_GetWindowID(chamber.window), .which = 0,
                  .state = 0, .x = x, .y = y, .xrel = 0, .yrel = 0};
  SDL_PushEvent(&event);
}

void push_leave() {
  SDL_Event event{};
  event.window.type = SDL_WINDOWEVENT;
  event.window.windowID = SDL_GetWindowID(chamber.window);
  event.window.event = SDL_WINDOWEVENT_LEAVE;
  SDL_PushEvent(&event);
}

void push_button(bool down, int x, int y) {
  SDL_Event event{};
  event.button.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
  event.button.windowID = SDL_GetWindowID(chamber.window);
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
      case SDL_MOUSEBUTTONUP: io.AddMouseButtonEvent(0, event.type == SDL_MOUSEBUTTONDOWN); break;
      case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_LEAVE) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        break;
      default: break;
    }
  }
}

/// One frame of the view; whether it moves.
bool draw_view() {
  const ImGuiIO& io = ImGui::GetIO();
  const float unit = chamber.scale;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("chamber", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImU32 ink = chamber.appearance & appearance_dark ? IM_COL32(0xF1, 0xEF, 0xEA, 255) : IM_COL32(0x1B, 0x1F, 0x24, 255);
  for (int i = 0; i < 2; ++i) {
    const ImVec2 center{(80 + 160 * static_cast<float>(i)) * unit, 80 * unit};
    const float radius = 40 * unit;
    ImGui::SetCursorScreenPos({center.x - radius, center.y - radius});
    ImGui::PushID(i);
    if (ImGui::InvisibleButton("seat", {2 * radius, 2 * radius})) chamber.actions.push_back(1 << 16 | i << 8);
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const ImU32 fill = ImGui::IsItemActive() ? IM_COL32(0xC2, 0x3B, 0x12, 255) : ImGui::IsItemHovered() ? IM_COL32(0x5C, 0xC3, 0xDE, 255) : IM_COL32(0x0B, 0x6E, 0x8A, 255);
    draw.AddCircleFilled(center, radius, fill);
    draw.AddCircle(center, radius + 5 * unit, ink, 0, 2 * unit);
    ImGui::PopID();
    ImFont* const font = chamber.fonts[i] ? chamber.fonts[i] : chamber.fonts[0];
    draw.AddText(font, 15 * unit * chamber.text_scale, {center.x - radius, center.y + radius + 12 * unit}, ink,
                 i ? "Russian Federation Ææß" : "Côte d’Ivoire 13–1–1 → ◎");
  }
  draw.AddText(chamber.fonts[0], 20 * unit * chamber.text_scale, {40 * unit, 170 * unit}, ink, chamber.state.c_str());
  ImGui::End();
  return false;
}

}  // namespace
}  // namespace council

using namespace council;

int council_start() {
  SDL_SetMainReady();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return status_no_window;
  chamber.window = SDL_CreateWindow("", 0, 0, 1, 1, SDL_WINDOW_OPENGL);
  if (!chamber.window) return status_no_window;
  if (!SDL_GL_CreateContext(chamber.window)) return status_no_webgl;

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
  chamber.argument.resize(static_cast<std::size_t>(size));
  return chamber.argument.data();
}

int council_font(int which, int length) {
  const std::string_view bytes = argument(length);
  if ((which != font_regular && which != font_bold) || chamber.fonts[which] || bytes.size() < 4) return status_bad_input;
  // "OTTO" opens an OpenType font with CFF outlines, 00 01 00 00 one with TrueType's.
  if (bytes.substr(0, 4) != "OTTO" && bytes.substr(0, 4) != std::string_view("\0\1\0\0", 4)) return status_bad_input;
  void* const copy = ImGui::MemAlloc(bytes.size());  // the atlas frees it
  std::memcpy(copy, bytes.data(), bytes.size());
  chamber.fonts[which] = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy, static_cast<int>(bytes.size()), 15);
  return chamber.fonts[which] ? status_done : status_bad_input;
}

int council_load(int length) {
  chamber.scenario = argument(length);
  return status_done;
}

int council_show(int length) {
  chamber.state = argument(length);
  return status_done;
}

void council_resize(int width, int height, int density_thousandths, int text_percent, int flags) {
  SDL_SetWindowSize(chamber.window, std::max(1, width), std::max(1, height));
  chamber.scale = static_cast<float>(density_thousandths) / 1000;
  chamber.text_scale = static_cast<float>(text_percent) / 100;
  chamber.appearance = flags;
  chamber.settling = 1;
}

void council_pointer(int kind, int x_tenths, int y_tenths) {
  const auto device = [](int tenths) { return static_cast<int>(std::floor(static_cast<float>(tenths) * chamber.scale / 10)); };
  const int x = device(x_tenths);
  const int y = device(y_tenths);
  if (kind == pointer_leave || kind == pointer_cancel) {
    // Gone first, released after: ImGui clicks only where the pointer still is.
    push_leave();
    if (chamber.pressed) push_button(false, x, y);
    chamber.pressed = false;
    return;
  }
  push_motion(x, y);
  if (kind == pointer_move) return;
  chamber.pressed = kind == pointer_down;
  push_button(chamber.pressed, x, y);
}

int council_draw(double now_ms) {
  if (!chamber.fonts[font_regular]) return 0;
  deliver_events();
  ImGuiContext& imgui = *ImGui::GetCurrentContext();
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(chamber.window, &width, &height);
  imgui.IO.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  const double elapsed = (now_ms - chamber.drawn_at) / 1000;
  imgui.IO.DeltaTime = static_cast<float>(std::clamp(elapsed, 0.001, 0.1));
  chamber.drawn_at = now_ms;

  // A tap's press and release are two frames to ImGui; the reader gets both in one.
  bool moving = false;
  for (int i = 0; i < most_input_frames; ++i) {
    ImGui::NewFrame();
    moving = draw_view();
    if (imgui.InputEventsQueue.empty()) break;
    ImGui::EndFrame();
    imgui.IO.DeltaTime = 0.001F;
  }
  const bool hand = ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand;
  ImGui::Render();
  render(*ImGui::GetDrawData());
  SDL_GL_SwapWindow(chamber.window);

  const bool again = moving || chamber.settling > 0 || !imgui.InputEventsQueue.empty();
  chamber.settling = std::max(0, chamber.settling - 1);
  return (again ? frame_again : 0) | (hand ? frame_hand : 0);
}

int council_next_action() {
  if (chamber.actions.empty()) return -1;
  const int action = chamber.actions.front();
  chamber.actions.pop_front();
  return action;
}
