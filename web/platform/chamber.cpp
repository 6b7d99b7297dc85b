// The chamber module: SDL2 for window, WebGL context and events, ImGui for drawing; see chamber.h for what it offers.
#include <SDL.h>

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <string_view>
#include <vector>

#include "chamber.h"
#include "core/picture/picture.h"
#include "core/picture/svg.h"
#include "exhibits.h"
#include "renderer.h"
#include "web/app/link.h"
#include "web/app/view.h"

namespace council {
namespace {

/// Input is worked off in frames of ImGui's that nobody sees; a burst longer than this waits for the next one drawn.
constexpr int most_input_frames = 16;
constexpr float usual_text_size = 16;

struct Chamber {
  Border border;
  SDL_Window* window = nullptr;
  Words words;
  Shelf shelf;
  State state;
  std::string note;  ///< for paper
  Appearance look;
  UiState ui;
  std::vector<Action> actions;
  bool pressed = false;
  double drawn_at = 0;  ///< milliseconds, as chamber_draw was told
};

Chamber& chamber() {
  static Chamber instance;
  return instance;
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

/// The seat of the member that a "focus=" in what chamber_show takes names, or -1.
int focus_of(std::string_view shown, const Scenario& scenario) {
  constexpr std::string_view key = "&focus=";
  const std::size_t at = shown.find(key);
  return at == std::string_view::npos ? -1 : scenario.seat_of(shown.substr(at + key.size()));
}

/// The picture of what is shown, at rest.
Picture still_picture(int width, int hovered, bool live) {
  const Chamber& self = chamber();
  const State& state = self.state;
  if (exhibits_plot(state)) return still_plot(state, self.words, static_cast<float>(width), hovered);
  const Decision decision = decide(state.rule, state.ballot);
  return picture_of({.scenario = *state.scenario,
                     .words = self.words,
                     .rule = state.rule,
                     .ballot = state.ballot,
                     .decision = decision,
                     .width = static_cast<float>(width),
                     .focused = live ? self.look.focused : -1,
                     .hovered = hovered,
                     .interactive = live,
                     .note = self.note,
                     .locked = state.locked,
                     .compact = self.look.compact});
}

/// One frame of ImGui's; whether the view moves.
bool draw_frame() {
  ImGui::NewFrame();
  Chamber& self = chamber();
  self.look.now = self.drawn_at / 1000;
  if (exhibits_plot(self.state)) return draw_plot(self.state, self.words, self.look), false;
  return draw_view(self.state, self.words, self.look, self.ui, self.actions);
}

}  // namespace

Border& chamber_border() { return chamber().border; }
const State& chamber_state() { return chamber().state; }
const Words& chamber_words_in_use() { return chamber().words; }

}  // namespace council

using namespace council;

int chamber_start() {
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

int chamber_restore() { return start_renderer() ? status_done : status_no_shaders; }

char* chamber_buffer(int size) { return chamber().border.room(size); }

int chamber_font(int which, int length) {
  Appearance& look = chamber().look;
  const std::string_view bytes = chamber().border.taken(length);
  if (which != font_regular && which != font_bold) return status_bad_input;
  ImFont*& font = which == font_bold ? look.bold : look.regular;
  // "OTTO" opens an OpenType font with CFF outlines, 00 01 00 00 one with TrueType's.
  const std::string_view kind = bytes.substr(0, 4);
  if (kind != "OTTO" && kind != std::string_view("\0\1\0\0", 4)) return status_bad_input;
  void* const copy = ImGui::MemAlloc(bytes.size());  // the atlas frees it
  std::memcpy(copy, bytes.data(), bytes.size());
  ImFontConfig more;
  more.MergeMode = font != nullptr;
  // A face of one weight stands among bold letters as dark as they are.
  more.RasterizerMultiply = font && which == font_bold ? 1.6F : 1;
  ImFont* const made =
      ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy, static_cast<int>(bytes.size()), usual_text_size, &more);
  if (!made) return status_bad_input;
  font = made;
  return status_done;
}

int chamber_words(int length) {
  Chamber& self = chamber();
  Result<Words> words = parse_words(self.border.taken(length));
  if (!words) return self.border.refuse(words.error().text());
  self.words = std::move(words.value());
  return status_done;
}

int chamber_open(int length) {
  Chamber& self = chamber();
  Result<Scenario> scenario = parse_picture(self.border.taken(length));
  if (!scenario) return self.border.refuse(scenario.error().text());
  self.state = reduce({}, Open{&self.shelf.emplace_front(std::move(scenario.value()))});
  self.ui = {};
  return status_done;
}

int chamber_show(int length) {
  Chamber& self = chamber();
  if (!self.state.scenario) return self.border.refuse("");
  const std::string_view shown = self.border.taken(length);
  Result<State> state = state_of_link(self.shelf, *self.state.scenario, shown);
  if (!state) return self.border.refuse(state.error().text());
  if (state.value().scenario != self.state.scenario) self.ui = {};
  self.state = std::move(state.value());
  self.look.focused = focus_of(shown, *self.state.scenario);
  self.look.compact = shown.find("&size=compact") != std::string_view::npos;
  return status_done;
}

void chamber_resize(int width, int height, int density_thousandths, int text_percent, int flags) {
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

int chamber_palette(int length) {
  const std::string_view bytes = chamber().border.taken(length);
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

void chamber_pointer(int kind, int x_tenths, int y_tenths) {
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

int chamber_draw(double now_ms) {
  Chamber& self = chamber();
  if (!self.look.regular || !self.look.bold || !self.state.scenario || self.words.language.empty()) return 0;
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

void chamber_note(int length) { chamber().note = chamber().border.taken(length); }

int chamber_still(int width, int hovered, int live) {
  Chamber& self = chamber();
  self.border.answer.clear();
  if (!self.state.scenario || self.words.language.empty()) return 0;
  const Picture picture = still_picture(width, hovered, live != 0);
  self.border.answer = svg_elements(picture, css_inks());
  return static_cast<int>(std::ceil(picture.height));
}

int chamber_seat_at(int width, int x_tenths, int y_tenths) {
  const Chamber& self = chamber();
  if (!self.state.scenario || self.words.language.empty()) return -1;
  const float x = static_cast<float>(x_tenths) / 10, y = static_cast<float>(y_tenths) / 10;
  if (exhibits_plot(self.state)) return plot_place_at(self.state, self.words, static_cast<float>(width), {x, y});
  const Picture picture = still_picture(width, -1, true);
  for (std::size_t i = 0; i < picture.seats.size(); ++i) {
    const SeatPlace& place = picture.seats[i];
    const bool inside = place.from.x <= x && x < place.to.x && place.from.y <= y && y < place.to.y;
    if (inside && is_free(self.state, static_cast<int>(i))) return static_cast<int>(i);
  }
  return -1;
}

void chamber_tap(int seat) {
  Chamber& self = chamber();
  if (exhibits_plot(self.state)) return tap_plot(seat);
  if (!self.state.scenario || !is_free(self.state, seat)) return;
  const Vote vote = counted_vote(self.state.rule, self.state.ballot, seat);
  self.actions.push_back(CastVote{.seat = seat, .vote = vote_after(vote)});
}

int chamber_next_action() {
  Chamber& self = chamber();
  if (take_plot_action(self.border.answer)) return 1;
  if (self.actions.empty()) return 0;
  self.border.answer = text_of(self.actions.front(), self.state);
  self.actions.erase(self.actions.begin());
  return 1;
}

const char* chamber_answer() { return chamber().border.answer.data(); }
int chamber_answer_length() { return static_cast<int>(chamber().border.answer.size()); }
