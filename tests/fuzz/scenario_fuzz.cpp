// Fuzzes the scenario parser, and the pictures of what it takes. Whatever comes, nothing may crash; an error must tell
// its place, and a scenario that was read must be one that the rule can decide and that can be drawn in any width: no
// number that is none, no text too small to read, no two seats in one place.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/picture/picture.h"
#include "core/picture/svg.h"
#include "core/picture/typesetting.h"
#include "core/reasons.h"
#include "core/scenario.h"
#include "web/content/content.h"

using namespace council;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void require_finite(Point point) { require(std::isfinite(point.x) && std::isfinite(point.y)); }

/// Draws the recorded vote, as soundly as any other.
void draw(const Scenario& scenario, const Words& words, const Decision& decision, float width) {
  const Picture picture = picture_of({.scenario = scenario,
                                      .words = words,
                                      .rule = scenario.rule,
                                      .ballot = scenario.recorded,
                                      .decision = decision,
                                      .width = width});
  require(picture.height > 0 && picture.height < 5000);
  for (const Shape& shape : picture.shapes) {
    std::visit(
        [](const auto& figure) {
          if constexpr (requires { figure.centre; }) require_finite(figure.centre);
          if constexpr (requires { figure.radius; }) require(figure.radius > 0);
          if constexpr (requires { figure.points; })
            for (const Point point : figure.points) require_finite(point);
          if constexpr (requires { figure.from; }) {
            require_finite(figure.from);
            require_finite(figure.to);
            require(figure.from.x < figure.to.x && figure.from.y < figure.to.y);
          }
          if constexpr (requires { figure.align; }) {
            require_finite(figure.at);
            require(figure.size > least_size - 0.001F && figure.size < 40);
          }
        },
        shape.figure);
  }
  for (const SeatPlace& seat : picture.seats) {
    require(seat.to.x - seat.from.x > min_target - 0.01F && seat.to.y - seat.from.y > min_target - 0.01F);
    for (const SeatPlace& other : picture.seats)
      require(&other >= &seat || seat.to.x - other.from.x < 0.01F || other.to.x - seat.from.x < 0.01F ||
              seat.to.y - other.from.y < 0.01F || other.to.y - seat.from.y < 0.01F);
  }
  const std::string svg = svg_elements(picture, css_inks());
  require(svg.ends_with("</g>"));
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
  // One of the rows' widths and one of the horseshoe's, by the input.
  draw(scenario, words, decision, 160 + static_cast<float>(size * 37 % 544));
  draw(scenario, words, decision, 704 + static_cast<float>(size * 37 % 300));
  return 0;
}
