// A lesson, as a file of web/content/lessons holds it: a head, and steps that each show a vote and say something of it.
// The format is published in web/content/schemas/lesson.schema.json.
//
//   Result<Lesson> lesson = parse_lesson(text, [&](std::string_view id) { return scenario_with(id); });
//   if (!lesson) report(lesson.error().text());         // "40:18: steps[2].challenge.solution: found …, expected …"
//
// Every challenge is proved: its solution solves it with the moves that it allows, and its start does not. Words are
// for the pages; what is kept here is what can be decided.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "challenge.h"
#include "result.h"
#include "scenario.h"

namespace council {

enum class StepKind : std::uint8_t { read, set_up, predict, challenge, discuss, ballot };

struct Step {
  StepKind kind = StepKind::read;
  std::string_view title;
  const Scenario* scenario = nullptr;
  std::string_view rule_id;  ///< of a standard rule; empty for one of the scenario's own
  Rule rule;
  Ballot ballot;     ///< the votes as the step begins
  Seats locked = 0;  ///< members whose votes are held fast
  std::optional<Challenge> challenge;
};

/// Moves, but does not copy; its texts are those of `document`.
struct Lesson {
  std::string_view id;        ///< as in the file's name and in links: "one-no"
  std::string_view language;  ///< tag: "en"
  std::string_view title;
  std::vector<Step> steps;
  json::Document document;
};

/// The scenario with that id, which outlives the lesson; null where there is none.
using FindScenario = std::function<const Scenario*(std::string_view id)>;

/// The lesson in a file's text, or the first thing that is wrong with it.
Result<Lesson> parse_lesson(std::string_view text, const FindScenario& find);

/// What decides a challenge, of a vote by that rule: an object with the step's "votes", which may be missing, and the
/// challenge's "moves", "most_changes" and "goal".
Result<Challenge> parse_challenge(std::string_view text, const Scenario& scenario, const Rule& rule);

}  // namespace council
