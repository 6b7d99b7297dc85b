// The picture of a vote: seats that a finger can hit, a height that no vote and no word changes, every word told, and
// the picture for languages that read from the right. That labels keep clear of each other is
// tests/view/labels_test.cpp.
#include "core/picture/picture.h"

#include <cmath>

#include "core/picture/svg.h"
#include "core/picture/typesetting.h"
#include "pictures.h"

using namespace council;
using namespace council::test;

namespace {

/// Whether two spans share more than an edge.
bool overlap(float from, float to, float other_from, float other_to) {
  return std::min(to, other_to) - std::max(from, other_from) > 0.01F;
}

/// All texts of a picture with blanks between them, from back to front.
std::string told(const Picture& picture) {
  std::string text = " ";
  for (const Shape& shape : picture.shapes)
    if (const Label* label = std::get_if<Label>(&shape.figure)) text += label->text + " ";
  return text;
}

const Words& english_from_the_right() {
  static const Words words = [] {
    Words result = parse_words(content::english_words()).value();
    result.right_to_left = true;
    return result;
  }();
  return words;
}

/// A picture as text, to compare.
std::string shapes_of(const Picture& picture) { return svg_elements(picture, svg_inks(light_palette)); }

int labels_in(const Picture& picture) {
  return static_cast<int>(std::count_if(picture.shapes.begin(), picture.shapes.end(), [](const Shape& shape) {
    return std::holds_alternative<Label>(shape.figure);
  }));
}

}  // namespace

TEST_CASE("every seat is large enough for a finger, inside the picture, and shares its place with no other") {
  // Votes do not move seats (see below), so one ballot will do, at every width.
  for (const Scenario& scenario : scenarios())
    for (const Words* words : {&english(), &pseudo()})
      for (float width = 160; width < 1250; width += 1) {
        CAPTURE(std::string(scenario.id));
        CAPTURE(width);
        const Picture picture = picture_with(scenario, *words, width, scenario.recorded, scenario.rule);
        REQUIRE(picture.seats.size() == scenario.members.size());
        std::string fault;
        for (const SeatPlace& seat : picture.seats) {
          if (seat.to.x - seat.from.x < 43.99F || seat.to.y - seat.from.y < 43.99F) fault += "small ";
          if (seat.from.x < 0 || seat.to.x > width || seat.from.y < 0 || seat.to.y > picture.height)
            fault += "outside ";
          if (seat.centre.x - 18 < seat.from.x || seat.centre.x + 18 > seat.to.x || seat.centre.y - 18 < seat.from.y ||
              seat.centre.y + 18 > seat.to.y)
            fault += "off its mark ";
          for (const SeatPlace& other : picture.seats)
            if (&other < &seat && overlap(seat.from.x, seat.to.x, other.from.x, other.to.x) &&
                overlap(seat.from.y, seat.to.y, other.from.y, other.to.y))
              fault += "overlapping ";
        }
        CHECK(fault == "");
      }
}

TEST_CASE("the height goes by width and scenario, not by the votes, the words or what is hovered") {
  for (const Scenario& scenario : scenarios())
    for (const float width : widths) {
      CAPTURE(std::string(scenario.id));
      CAPTURE(width);
      const float height = picture_with(scenario, english(), width, scenario.recorded, scenario.rule).height;
      for (const Words* words : {&english(), &pseudo()})
        for (const Ballot& ballot : ballots_of(scenario)) {
          CHECK(picture_with(scenario, *words, width, ballot, scenario.rule).height == height);
          CHECK(picture_with(scenario, *words, width, ballot, scenario.rule, 0).height == height);
        }
    }
}

TEST_CASE("the steps of the height, which pages keep free for the picture, hold at every width") {
  for (const Scenario& scenario : scenarios()) {
    const std::vector<HeightStep> steps = height_steps(scenario, english(), scenario.rule, 1300);
    CAPTURE(std::string(scenario.id));
    CHECK(steps.front().from == 0);
    CHECK(steps.size() < 8);
    std::size_t step = 0;
    for (float width = 0; width <= 1300; width += 0.5F) {
      CAPTURE(width);
      if (step + 1 < steps.size() && steps[step + 1].from <= width) ++step;
      CHECK(picture_with(scenario, english(), width, scenario.recorded, scenario.rule).height == steps[step].height);
      CHECK(picture_height(scenario, pseudo(), scenario.rule, width) == steps[step].height);
    }
  }
}

TEST_CASE("a width that no picture can have is taken for the least one") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  const auto at = [&](const Words& words, float width) {
    return shapes_of(picture_with(opening, words, width, opening.recorded, opening.rule));
  };
  for (const Words* words : {&english(), &pseudo()})
    for (const float width : {-1.0F, 0.0F, 0.5F, 1.0F, 21.9F, 100.0F, 159.9F})
      CHECK(at(*words, width) == at(*words, least_width));
}

TEST_CASE("seats stay where they are, whatever the votes, so that a second tap meets the same one") {
  for (const Scenario& scenario : scenarios())
    for (const float width : widths) {
      const Picture first = picture_with(scenario, english(), width, scenario.recorded, scenario.rule);
      for (const Ballot& ballot : ballots_of(scenario)) {
        const Picture picture = picture_with(scenario, english(), width, ballot, scenario.rule);
        for (std::size_t i = 0; i < first.seats.size(); ++i) {
          CHECK(picture.seats[i].from.x == first.seats[i].from.x);
          CHECK(picture.seats[i].to.y == first.seats[i].to.y);
        }
      }
    }
}

TEST_CASE("every word of the draft, the members and the outcome is there") {
  look_at_pictures([](const Picture& picture, const Scenario& scenario, const std::string& what) {
    CAPTURE(what);
    const std::string text = told(picture);
    CAPTURE(text);
    const auto tells = [&](std::string_view words) {
      return text.find(" " + std::string(words) + " ") != std::string::npos;
    };
    CHECK(tells(scenario.draft.subject.in("en")));
    if (!scenario.mandate.votes.empty()) CHECK(tells(scenario.mandate.title.in("en")));
    for (const Member& member : scenario.members) CHECK(tells(member.short_name.in("en")));
    const Words& words = picture.right_to_left ? pseudo() : english();
    CHECK(tells(words.message("chamber.hint")));
    CHECK((tells(words.message("chamber.adopted")) || tells(words.message("chamber.vetoed")) ||
           tells(words.message("chamber.not_adopted"))));
    CHECK(
        tells(words.plural("chamber.needed", scenario.rule.required, {{"n", std::to_string(scenario.rule.required)}})));
    CHECK(text.find_first_of("[]{}") == std::string::npos);
  });
}

TEST_CASE("from the right: the rows of a phone are mirrored, the horseshoe is not") {
  for (const Scenario& scenario : scenarios())
    for (const float width : widths) {
      CAPTURE(std::string(scenario.id));
      CAPTURE(width);
      const Picture left = picture_with(scenario, english(), width, scenario.recorded, scenario.rule);
      const Picture right = picture_with(scenario, english_from_the_right(), width, scenario.recorded, scenario.rule);
      CHECK(right.right_to_left);
      CHECK_FALSE(left.right_to_left);
      REQUIRE(right.shapes.size() == left.shapes.size());
      CHECK(right.height == left.height);
      const bool wide = width >= wide_from;
      for (std::size_t i = 0; i < left.seats.size(); ++i) {
        const SeatPlace &a = left.seats[i], &b = right.seats[i];
        CHECK(b.centre.y == a.centre.y);
        CHECK(std::abs(b.centre.x - (wide ? a.centre.x : width - a.centre.x)) < 0.01F);
        CHECK(std::abs(b.from.x - (wide ? a.from.x : width - a.to.x)) < 0.01F);
        CHECK(std::abs(b.to.x - (wide ? a.to.x : width - a.from.x)) < 0.01F);
      }
      for (std::size_t i = 0; i < left.shapes.size(); ++i) {
        REQUIRE(right.shapes[i].figure.index() == left.shapes[i].figure.index());
        CHECK(right.shapes[i].turn == left.shapes[i].turn);
        const Label* a = std::get_if<Label>(&left.shapes[i].figure);
        const Label* b = std::get_if<Label>(&right.shapes[i].figure);
        if (!a) continue;
        CHECK(b->text == a->text);
        CHECK(b->at.y == a->at.y);
        // Names beside the seats of the horseshoe stay; everything else changes sides.
        bool is_name = false;
        for (const Member& member : scenario.members)
          is_name = is_name || (" " + std::string(member.short_name.in("en")) + " ").find(" " + a->text + " ") !=
                                   std::string::npos;
        const bool stays = wide && is_name;
        CHECK(std::abs(b->at.x - (stays ? a->at.x : width - a->at.x)) < 0.01F);
        const Align swapped = a->align == Align::left    ? Align::right
                              : a->align == Align::right ? Align::left
                                                         : Align::centre;
        CHECK(b->align == (stays ? a->align : swapped));
      }
    }
}

TEST_CASE("from the right: ticks and crosses keep their sides") {
  const Scenario& scenario = scenario_of("dprk-panel-2024");
  int ticks = 0;
  for (const float width : {200.0F, 390.0F, 960.0F}) {
    const Picture picture = picture_with(scenario, pseudo(), width, scenario.recorded, scenario.rule);
    for (const Shape& shape : picture.shapes) {
      const Line* line = std::get_if<Line>(&shape.figure);
      if (!line || line->ink != Ink::paper || line->points.size() != 3) continue;
      // Down to the right, then up further to the right, around the centre of the mark.
      CHECK(line->points[0].x < line->points[1].x);
      CHECK(line->points[1].x < line->points[2].x);
      CHECK(line->points[1].y > line->points[0].y);
      CHECK(line->points[2].y < line->points[0].y);
      CHECK(line->points[0].x < shape.pivot.x);
      CHECK(line->points[2].x > shape.pivot.x);
      ++ticks;
    }
  }
  CHECK(ticks >= 3 * 13);
}

TEST_CASE("from the right: SVG says so, and its anchors go by it") {
  const Scenario& scenario = scenario_of("dprk-panel-2024");
  const auto svg = [&](const Words& words) {
    return shapes_of(picture_with(scenario, words, 960, scenario.recorded, scenario.rule));
  };
  const auto attributes_of = [](const std::string& all, const std::string& text) {
    const std::size_t end = all.find(">" + text + "</text>");
    REQUIRE(end != std::string::npos);
    return all.substr(all.rfind("<text", end), end - all.rfind("<text", end));
  };
  const std::string left = svg(english()), right = svg(english_from_the_right());
  const std::string rest = " fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">";
  CHECK(left.starts_with("<g aria-hidden=\"true\" direction=\"ltr\"" + rest));
  CHECK(right.starts_with("<g aria-hidden=\"true\" direction=\"rtl\"" + rest));
  CHECK(left.ends_with("</g>"));
  CHECK(right.ends_with("</g>"));
  // On the left of its seat in both: its right end there is the end of a text from the left, the start of one from the
  // right.
  CHECK(attributes_of(left, "China").find("text-anchor=\"end\"") != std::string::npos);
  CHECK(attributes_of(right, "China").find("text-anchor") == std::string::npos);
  // First on its line in both.
  CHECK(attributes_of(left, "13 in favour").find("text-anchor") == std::string::npos);
  CHECK(attributes_of(right, "13 in favour").find("text-anchor") == std::string::npos);
  CHECK(attributes_of(right, "Japan").find("text-anchor=\"middle\"") != std::string::npos);
}

TEST_CASE("a member that must abstain has a lock, and answers no pointer") {
  const Scenario& scenario = scenario_of("dprk-panel-2024");
  Rule rule = scenario.rule;
  for (const float width : {160.0F, 296.0F, 390.0F, 704.0F, 960.0F}) {
    CAPTURE(width);
    const Picture open = picture_with(scenario, english(), width, scenario.recorded, scenario.rule);
    for (int seat = 0; seat < rule.seats; ++seat) {
      CAPTURE(seat);
      rule.must_abstain = seat_bit(seat);
      // Not the same as an abstention of one's own choice.
      Ballot abstaining = scenario.recorded;
      abstaining.votes[static_cast<std::size_t>(seat)] = Vote::abstaining;
      const Picture chosen = picture_with(scenario, english(), width, abstaining, scenario.rule);
      const Picture locked = picture_with(scenario, english(), width, abstaining, rule);
      CHECK(locked.shapes.size() >=
            chosen.shapes.size() + 3 - 1);  // the lock, where a decisive seat's halo may be gone
      CHECK(labels_in(locked) == labels_in(chosen));
      CHECK(locked.seats[static_cast<std::size_t>(seat)].from.x == open.seats[static_cast<std::size_t>(seat)].from.x);

      const Decision decision = decide(rule, abstaining);
      const auto shown = [&](int hovered, int pressed) {
        return shapes_of(picture_of({.scenario = scenario,
                                     .words = english(),
                                     .rule = rule,
                                     .ballot = abstaining,
                                     .decision = decision,
                                     .width = width,
                                     .hovered = hovered,
                                     .pressed = pressed}));
      };
      CHECK(shown(seat, seat) == shown(-1, -1));
      const int other = (seat + 1) % rule.seats;
      CHECK(shown(other, -1) != shown(-1, -1));
      CHECK(shown(-1, other) != shown(-1, -1));
    }
  }
}

TEST_CASE("the pseudo-language is long, accented and from the right") {
  CHECK(pseudo().right_to_left);
  CHECK(pseudo().message("chamber.draft", {{"symbol", "S/2024/255"}}).find("S/2024/255") != std::string::npos);
  for (const char* key : {"chamber.hint", "chamber.permanent_key", "chamber.elected_members",
                          "chamber.permanent_members", "decision.without_vote"}) {
    const std::string plain = english().message(key), odd = pseudo().message(key);
    CAPTURE(odd);
    CHECK(characters_of(odd) * 10 >= characters_of(plain) * 15);
    CHECK(odd.find_first_of("aeiouyAEIOUY") == std::string::npos);
  }
}
