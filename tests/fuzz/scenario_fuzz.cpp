// Fuzzes the scenario parser. Whatever comes, nothing may crash; an error must tell its place, and a scenario that was
// read must be one that the rule can decide.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/reasons.h"
#include "core/scenario.h"
#include "web/content/content.h"

using namespace council;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Scenario> result = parse_scenario(text);
  if (!result) {
    const Error& error = result.error();
    require(error.line >= 1 && error.column >= 1 && !error.found.empty() && !error.expected.empty());
    return 0;
  }
  const Scenario& scenario = result.value();
  require(is_valid(scenario.rule) && scenario.rule.seats == static_cast<int>(scenario.members.size()));
  require(!scenario.id.empty() && !scenario.sources.empty());
  for (int seat = 0; seat < scenario.rule.seats; ++seat)
    require(scenario.seat_of(scenario.members[static_cast<std::size_t>(seat)].code) == seat);

  const Decision decision = decide(scenario.rule, scenario.recorded);
  const Tally& tally = decision.tally;
  const int votes = tally.in_favour + tally.against + tally.abstaining + tally.not_participating;
  require(votes == (scenario.recorded.without_vote ? 0 : scenario.rule.seats));
  require(decision.outcome == Outcome::adopted || scenario.resolution.empty());
  require((decision.reason == Reason::veto) == (decision.vetoed_by != 0));

  static const Words words = parse_words(content::english_words()).value();
  require(!explain(words, scenario, scenario.rule, scenario.recorded, decision).outcome.empty());
  require(!background(words, scenario, scenario.rule_id, scenario.rule, scenario.recorded, decision).article.empty());
  return 0;
}
