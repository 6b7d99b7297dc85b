// Fuzzes the reader of lessons. Whatever comes, nothing may crash; an error must tell its place, and a challenge of a
// lesson that was read must be one that its start does not solve.
#include <cstdint>
#include <cstdlib>

#include "core/lesson.h"
#include "tests/core/scenarios.h"

using namespace council;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const Scenario* find(std::string_view id) {
  for (const Scenario& scenario : test::scenarios())
    if (scenario.id == id) return &scenario;
  return nullptr;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Lesson> result = parse_lesson(text, find);
  if (!result) {
    const Error& error = result.error();
    require(error.line >= 1 && error.column >= 1 && !error.found.empty() && !error.expected.empty());
  } else {
    require(!result.value().steps.empty());
    for (const Step& step : result.value().steps) {
      require(step.scenario && is_valid(step.rule));
      if (step.challenge) require(judge(*step.challenge, step.rule, step.ballot).unmet != Unmet::nothing);
    }
  }
  const Scenario& scenario = test::scenarios().front();
  const Result<Challenge> challenge = parse_challenge(text, scenario, scenario.rule);
  if (challenge) judge(challenge.value(), scenario.rule, scenario.recorded);
  return 0;
}
