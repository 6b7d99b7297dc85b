// Each member's power under a rule, as bars; or under two rules, one bar below the other.
//
//   const PowerSetting setting{.scenario = scenario, .words = words, .rule = {scenario.rule_id, scenario.rule},
//                              .compared = PowerRule{"au-2005"}, .width = 390};
//   const Picture picture = power_picture(setting);
//
// On top stands each rule with its bar of all the power there is, cut into seats; the bars of the members below are to
// a scale of their own. Members alike in standing have the same power, so seats that nobody sits in (those that a
// reform would add, or all of a kind where the rule has fewer than the scenario) share a row.
//
// The height goes by width, scenario and rules alone. Read from the right, all of it is mirrored.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/power_index.h"
#include "core/scenario.h"
#include "core/words.h"
#include "shapes.h"
#include "typesetting.h"

namespace council {

/// A rule as it is looked at.
struct PowerRule {
  std::string_view id;  ///< of a standard rule; empty for one of the scenario's own
  Rule rule = {};       ///< among the scenario's members; of a standard rule of other numbers of seats, anything
};

/// What a plot of power goes by.
struct PowerSetting {
  const Scenario& scenario;
  const Words& words;
  PowerRule rule;
  std::optional<PowerRule> compared = {};
  Game game = Game::with_abstention;
  PowerIndex index = PowerIndex::shapley_shubik;  ///< one of the game's
  float width;                                    ///< units
};

Picture power_picture(const PowerSetting& setting);

/// The height of the picture, without its figures.
float power_height(const PowerSetting& setting);

/// What the picture says, in sentences, for those who do not see it: what there is to see first, then how to read it.
std::string power_told(const PowerSetting& setting);

/// A share as it is printed: "16.3%", "<0.1%".
std::string percent(const Words& words, const Fraction& share);

}  // namespace council
