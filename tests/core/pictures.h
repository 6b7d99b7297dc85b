// Every picture that the tests look at: each scenario of the house at each width of interest, with its recorded vote
// and with those that are hardest on the layout, in English and in the pseudo-language.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/picture/picture.h"
#include "pseudo_language.h"
#include "scenarios.h"
#include "sweeps.h"
#include "web/content/content.h"

namespace council::test {

inline const Words& english() {
  static const Words words = parse_words(content::english_words()).value();
  return words;
}
inline const Words& english_from_the_right() {
  static const Words words = [] {
    Words result = parse_words(content::english_words()).value();
    result.right_to_left = true;
    return result;
  }();
  return words;
}
inline const Words& pseudo() {
  static const Words words = pseudo_language(english());
  return words;
}

/// The scenarios that the great sweeps go over.
inline std::vector<const Scenario*> swept_scenarios() {
  std::vector<const Scenario*> result;
  for (const Scenario& scenario : scenarios())
    if (full_sweeps || result.empty() || result.size() * 6 < static_cast<std::size_t>(&scenario - scenarios().data()) ||
        scenario.id == "dprk-panel-2024" || scenario.recorded.without_vote || scenario.members.size() == 11)
      result.push_back(&scenario);
  return result;
}
/// The widths from one to another, `step` apart, or some of them.
inline std::vector<float> swept_widths(float from, float to, float step) {
  std::vector<float> result;
  for (float width = from; width <= to; width += full_sweeps ? step : 29 * step) result.push_back(width);
  return result;
}

inline constexpr float widths[] = {160, 200, 256, 295, 296, 320, 360, 390, 480, 600, 703, 704, 768, 960, 1200};

/// The recorded vote, and votes that are hard on the layout: all alike, every veto, one of each, two in favour.
inline std::vector<Ballot> ballots_of(const Scenario& scenario) {
  std::vector<Ballot> all{scenario.recorded};
  for (const Vote vote : all_votes) all.emplace_back().votes.fill(vote);
  Ballot vetoes, mixed, few;
  for (std::size_t i = 0; i < scenario.members.size(); ++i) {
    vetoes.votes[i] = scenario.members[i].permanent ? Vote::against : Vote::in_favour;
    mixed.votes[i] = all_votes[i % all_votes.size()];
    few.votes[i] = i < 2    ? Vote::in_favour
                   : i < 12 ? Vote::abstaining
                   : i < 13 ? Vote::against
                            : Vote::not_participating;
  }
  for (const Ballot& ballot : {vetoes, mixed, few}) all.push_back(ballot);
  return all;
}

inline Picture picture_with(const Scenario& scenario, const Words& words, float width, const Ballot& ballot,
                            const Rule& rule, int focused = -1, bool compact = false) {
  const Decision decision = decide(rule, ballot);
  return picture_of({.scenario = scenario,
                     .words = words,
                     .rule = rule,
                     .ballot = ballot,
                     .decision = decision,
                     .width = width,
                     .focused = focused,
                     .compact = compact});
}

/// Calls with a picture and what it shows in words, for a failing test.
template <class Look>
void look_at_pictures(const Look& look) {
  for (const Scenario* const scenario : swept_scenarios())
    for (const float width : widths)
      for (const Words* words : {&english(), &pseudo()}) {
        int number = 0;
        for (const Ballot& ballot : ballots_of(*scenario)) {
          std::string what = std::string(scenario->id) + " at " + std::to_string(static_cast<int>(width)) + " in " +
                             std::string(words->language) + ", ballot " + std::to_string(number++);
          look(picture_with(*scenario, *words, width, ballot, scenario->rule), *scenario, what);
          // As a guest it is laid out otherwise; two of the hardest ballots tell.
          if (width < wide_from && (number == 1 || number == 6))
            look(picture_with(*scenario, *words, width, ballot, scenario->rule, -1, true), *scenario,
                 what + ", compact");
        }
      }
}

}  // namespace council::test
