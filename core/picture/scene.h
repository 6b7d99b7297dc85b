// What a picture of a vote shows. Where everything stands goes by the setting alone; votes, outcome, movement and
// pointers only decide how it is drawn there.
#pragma once

#include <array>

#include "core/decision.h"
#include "core/scenario.h"
#include "core/words.h"

namespace council {

/// The width from which a Council sits around the horseshoe table.
inline constexpr float wide_from = 704;

/// A narrower picture is laid out for this width.
inline constexpr float least_width = 160;

/// What a finger needs each way.
inline constexpr float min_target = 44;

/// What a layout goes by.
struct Setting {
  const Scenario& scenario;
  const Words& words;
  const Rule& rule;
  float width;           ///< units
  bool compact = false;  ///< rows stand closer, for a picture that is a guest

  int members() const { return static_cast<int>(scenario.members.size()); }
  const Member& member(int seat) const { return scenario.members[static_cast<std::size_t>(seat)]; }
  std::string_view name(int seat) const { return member(seat).short_name.in(words.language); }
};

/// How far what moves has come: 0 at the start, 1 at rest.
struct Motion {
  std::array<float, max_seats> cast = [] {
    std::array<float, max_seats> all{};
    all.fill(1);
    return all;
  }();
  float stamp = 1;
  float mandate = 1;  ///< its last piece: running on, or breaking off
};

struct Scene {
  const Scenario& scenario;
  const Words& words;
  const Rule& rule;
  const Ballot& ballot;
  const Decision& decision;
  float width;  ///< units
  Motion motion = {};
  int focused = -1;  ///< seats that the keyboard, the pointer, a press are on; -1 for none. A seat with a lock does not
                     ///< answer the pointer
  int hovered = -1;
  int pressed = -1;
  bool interactive = true;     ///< whether to invite a tap
  std::string_view note = {};  ///< where the invitation would stand: what these votes are, where that is no record
  Seats locked = 0;            ///< members whose votes the reader locked
  bool compact = false;        ///< as in Setting
  bool blank = false;          ///< before anybody votes: neither votes nor outcome are shown, whatever they are

  Setting setting() const { return {scenario, words, rule, width, compact}; }
  bool bound(int seat) const { return contains(rule.must_abstain, seat); }
  bool answers(int seat) const { return !contains(rule.must_abstain | locked, seat); }
  bool vetoes(int seat) const { return !blank && contains(decision.vetoed_by, seat); }
  bool decides(int seat) const { return !blank && contains(decision.decisive, seat); }
  Vote vote(int seat) const { return counted_vote(rule, ballot, seat); }
  const Member& member(int seat) const { return scenario.members[static_cast<std::size_t>(seat)]; }
};

/// Movements that end at 1: with a quick start, or passing 1 a little before resting there.
constexpr float eased(float t) { return 1 - (1 - t) * (1 - t) * (1 - t); }
constexpr float overshot(float t) {
  const float back = t - 1;
  return 1 + 2.7F * back * back * back + 1.7F * back * back;
}

}  // namespace council
