#include "view.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "core/picture/picture.h"
#include "painter.h"

namespace council {

namespace {

constexpr double cast_seconds = 0.18;
constexpr double stamp_seconds = 0.24;
constexpr double mandate_seconds = 0.3;

/// How far a movement of that length has come.
float progress(double since, double now, double seconds) {
  return static_cast<float>(std::clamp((now - since) / seconds, 0.0, 1.0));
}

/// Notes what is new since the last frame, and returns how far everything has come.
Motion motion_of(const State& state, const Decision& decision, const Appearance& appearance, UiState& ui) {
  // What was there from the start, and all under reduced motion, is at rest.
  const double start = ui.drawn && !appearance.reduced_motion ? appearance.now : appearance.now - 1;
  for (std::size_t seat = 0; seat < ui.cast_at.size(); ++seat)
    if (!ui.drawn || state.ballot.votes[seat] != ui.ballot.votes[seat]) ui.cast_at[seat] = start;
  if (!ui.drawn || decision.reason != ui.reason) ui.decided_at = start;
  ui.drawn = true;
  ui.ballot = state.ballot;
  ui.reason = decision.reason;

  Motion motion;
  for (std::size_t seat = 0; seat < ui.cast_at.size(); ++seat)
    motion.cast[seat] = progress(ui.cast_at[seat], appearance.now, cast_seconds);
  motion.stamp = progress(ui.decided_at, appearance.now, stamp_seconds);
  motion.mandate = progress(ui.decided_at, appearance.now, mandate_seconds);
  return motion;
}

bool at_rest(const Motion& motion) {
  return motion.stamp == 1 && motion.mandate == 1 &&
         std::all_of(motion.cast.begin(), motion.cast.end(), [](float cast) { return cast == 1; });
}

}  // namespace

bool draw_view(const State& state, const Words& words, const Appearance& appearance, UiState& ui,
               std::vector<Action>& actions) {
  if (!state.scenario || !appearance.regular || !appearance.bold) return false;
  const Decision decision = decide(state.rule, state.ballot);
  const Motion motion = motion_of(state, decision, appearance, ui);
  Scene scene{.scenario = *state.scenario,
              .words = words,
              .rule = state.rule,
              .ballot = state.ballot,
              .decision = decision,
              .width = appearance.width / appearance.unit,
              .motion = motion,
              .focused = appearance.focused,
              .hovered = ui.hovered,
              .pressed = ui.pressed,
              .locked = state.locked,
              .compact = appearance.compact};

  begin_canvas(appearance);
  Painter painter(*ImGui::GetWindowDrawList(), appearance, {0, 0}, words.right_to_left);

  // The seats answer first, so that what they answer is drawn in this very frame. They are placed alike whatever the
  // votes are.
  int hovered = -1;
  int pressed = -1;
  const Layout layout = layout_of(scene.setting());
  for (std::size_t i = 0; i < layout.seats.size(); ++i) {
    const int seat = static_cast<int>(i);
    if (!is_free(state, seat)) continue;
    const ImVec2 from = painter.at(layout.seats[i].from), to = painter.at(layout.seats[i].to);
    ImGui::SetCursorScreenPos(from);
    if (ImGui::InvisibleButton(std::string(state.scenario->members[i].code).c_str(), {to.x - from.x, to.y - from.y}))
      actions.push_back(CastVote{.seat = seat, .vote = vote_after(counted_vote(state.rule, state.ballot, seat))});
    if (ImGui::IsItemHovered()) hovered = seat;
    if (ImGui::IsItemActive()) pressed = seat;
  }
  if (hovered >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ui.hovered = scene.hovered = hovered;
  ui.pressed = scene.pressed = pressed;

  const Picture picture = drawn(scene, layout);
  for (const Shape& shape : picture.shapes) painter.shape(shape);
  end_canvas();
  return !at_rest(motion);
}

}  // namespace council
