// Pictures of what no vote of the house is: thirty members with the longest names, one member, a long mandate. Nothing
// may be too small to read, leave the picture or take for ever.
#include <doctest/doctest.h>

#include <cmath>

#include "core/limits.h"
#include "core/picture/typesetting.h"
#include "pictures.h"

using namespace council;
using namespace council::test;

namespace {

/// A scenario with a rule of its own.
struct Hard {
  const char* what;
  int members, permanent;
  std::string name;     ///< of every member; those before the last letter are alike
  std::string subject;  ///< of the draft, and the mandate's title
  std::string symbol;
  int mandate_votes;
  bool without_vote = false;
};

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

std::string text_of(const Hard& hard) {
  const auto in_english = [](const std::string& text) { return "{\"en\": \"" + text + "\"}"; };
  constexpr std::string_view codes =
      "AFGAGOALBANDARGARMATGAUSAUTAZEBDIBELBENBFABGDBGRBHRBHSBIHBLRBLZBOLBRABRBBRNBTNBWACAFCANCHE";
  std::string members, votes;
  for (int i = 0; i < hard.members; ++i) {
    const std::string code(codes.substr(3 * static_cast<std::size_t>(i), 3));
    members += (i > 0 ? ", " : "") + ("{\"code\": \"" + code + "\", \"name\": " + in_english(hard.name)) +
               ", \"permanent\": " + (i < hard.permanent ? "true" : "false") + "}";
    votes += (i > 0 ? ", \"" : "\"") + code + "\": \"" + (i % 3 == 0 ? "against" : "in_favour") + "\"";
  }
  std::string mandate;
  for (int i = 0; i < hard.mandate_votes; ++i)
    mandate += (i > 0 ? ", " : "") + ("{\"resolution\": \"S/RES/" + std::to_string(i + 1) + "\", \"date\": \"") +
               std::to_string(1950 + i) + "-01-01\"}";
  if (!mandate.empty())
    mandate = ", \"mandate\": {\"title\": " + in_english(hard.subject) + ", \"until\": \"2025-01-01\", \"votes\": [" +
              mandate + "]}";
  return "{\"schema\": 1, \"id\": \"hard\", \"date\": \"2024-01-01\", \"rule\": {\"seats\": " +
         std::to_string(hard.members) + ", \"required\": 1, \"veto_holders\": \"" +
         (hard.permanent > 0 ? "permanent" : "none") + "\", \"blocking_votes\": " + (hard.permanent > 0 ? "1" : "0") +
         "}, \"draft\": {\"symbol\": \"" + hard.symbol + "\", \"subject\": " + in_english(hard.subject) +
         "}, \"resolution\": null, \"adopted_by\": " +
         (hard.without_vote ? "\"without_vote\"" : "\"vote\", \"votes\": {" + votes + "}") + ", \"members\": [" +
         members + "]" + mandate +
         ", \"sources\": [{\"title\": \"A\", \"publisher\": \"B\", \"date\": \"2024\", \"url\": \"\"}]}";
}

const std::vector<Hard>& hard_ones() {
  using namespace limits;
  static const std::vector<Hard> all{
      {"thirty with the longest names", 30, 10, repeated("Wowwww ", name / 7) + "X", repeated("Mammoth ", line / 8),
       std::string(symbol, 'W'), mandate_votes},
      {"thirty of one word", 30, 5, std::string(name, 'W'), std::string(line, 'M'), std::string(symbol, 'W'), 1},
      {"thirty in Chinese", 30, 5, repeated("国", name), repeated("议", line), "S/1", 3},
      {"fifteen with the longest names", 15, 5, repeated("Wowwww ", name / 7) + "X", repeated("Mammoth ", line / 8),
       std::string(symbol, 'W'), mandate_votes},
      {"fifteen of one word", 15, 15, std::string(name, 'W'), std::string(line, 'M'), "", 0},
      {"sixteen", 16, 6, "Bosnia and Herzegovina", "Another rule", "", 0},
      {"eleven, without a vote", 11, 5, "A", "B", "", 0, true},
      {"two", 2, 0, "Union of Soviet Socialist Republics", "B", "S/1", 2},
      {"one", 1, 1, "A", "B", "S/1", 2},
  };
  return all;
}

/// What is wrong with a shape; empty when all is well.
std::string_view fault_of(const Shape& shape, const Picture& picture) {
  const auto outside = [&](float left, float top, float right, float bottom) {
    return !(left >= -0.6F && right <= picture.width + 0.6F && top >= 0 && bottom <= picture.height);
  };
  if (const Label* const label = std::get_if<Label>(&shape.figure)) {
    if (!(label->size >= least_size - 0.001F)) return "a text too small";
    if (shape.turn != 0) return {};  // the stamp, whose frame is looked at
    const float width = text_width(label->text, label->size, label->bold);
    const float left = label->at.x - (label->align == Align::centre  ? width / 2
                                      : label->align == Align::right ? width
                                                                     : 0);
    return outside(left, label->at.y - label->size, left + width, label->at.y) ? "a text outside" : "";
  }
  if (const Box* const box = std::get_if<Box>(&shape.figure)) {
    if (!(box->to.x - box->from.x > 0 && box->to.y - box->from.y > 0)) return "a box without a size";
    return outside(box->from.x, box->from.y, box->to.x, box->to.y) ? "a box outside" : "";
  }
  if (const Disc* const disc = std::get_if<Disc>(&shape.figure)) {
    if (!(disc->radius > 0)) return "a disc without a size";
    return outside(disc->centre.x - disc->radius, disc->centre.y - disc->radius, disc->centre.x + disc->radius,
                   disc->centre.y + disc->radius)
               ? "a disc outside"
               : "";
  }
  if (const Ring* const ring = std::get_if<Ring>(&shape.figure)) {
    if (!(ring->radius > 0 && ring->width > 0)) return "a ring without a size";
    return outside(ring->centre.x - ring->radius, ring->centre.y - ring->radius, ring->centre.x + ring->radius,
                   ring->centre.y + ring->radius)
               ? "a ring outside"
               : "";
  }
  if (const Line* const line = std::get_if<Line>(&shape.figure))
    for (const Point point : line->points)
      if (outside(point.x - 3, point.y, point.x, point.y)) return "a line outside";
  if (const Band* const band = std::get_if<Band>(&shape.figure))
    if (!(band->inner.x > 0 && band->inner.y > 0 && band->outer.x > band->inner.x)) return "a table without a size";
  return {};
}

/// What is wrong with a seat's place; empty when all is well.
std::string_view fault_of(const SeatPlace& seat, const std::vector<SeatPlace>& seats) {
  if (!(seat.to.x - seat.from.x > min_target - 0.01F && seat.to.y - seat.from.y > min_target - 0.01F)) return "small";
  for (const SeatPlace& other : seats)
    if (&other < &seat && seat.to.x - other.from.x > 0.01F && other.to.x - seat.from.x > 0.01F &&
        seat.to.y - other.from.y > 0.01F && other.to.y - seat.from.y > 0.01F)
      return "on another's place";
  return {};
}

}  // namespace

TEST_CASE("thirty members, one member, the longest names: every picture is sound, at every width") {
  for (const Hard& hard : hard_ones()) {
    CAPTURE(std::string(hard.what));
    const Result<Scenario> read = parse_scenario(text_of(hard));
    REQUIRE_MESSAGE(read.ok(), read.error().text());
    const Scenario& scenario = read.value();
    for (const float width : swept_widths(160, 1300, 5)) {
      CAPTURE(width);
      const Picture picture = picture_with(scenario, english(), width, scenario.recorded, scenario.rule);
      REQUIRE(std::isfinite(picture.height));
      CHECK(picture.height < 4000);
      CHECK(picture_height({scenario, pseudo(), scenario.rule, width}) == picture.height);
      for (const Shape& shape : picture.shapes) CHECK(fault_of(shape, picture) == std::string_view());
      for (const SeatPlace& seat : picture.seats) CHECK(fault_of(seat, picture.seats) == std::string_view());
    }
  }
}
