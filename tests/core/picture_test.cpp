// The picture of a vote: seats that a finger can hit, a height that no vote and no word changes, every word told, and
// the picture for languages that read from the right. That labels keep clear of each other is
// tests/view/labels_test.cpp.
#include "core/picture/picture.h"

#include <algorithm>
#include <cmath>
#include <iterator>

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

/// All texts of a picture with blanks between them, but none after a hyphen that ends a line, from back to front.
std::string told(const Picture& picture) {
  std::string text = " ";
  for (const Shape& shape : picture.shapes)
    if (const Label* label = std::get_if<Label>(&shape.figure))
      text += label->text + (label->text.size() > 1 && label->text.ends_with('-') ? "" : " ");
  return text;
}

/// A picture as text, to compare.
std::string shapes_of(const Picture& picture) { return svg_elements(picture, svg_inks(light_palette)); }

/// What is wrong with a seat's place; empty when all is well.
std::string_view fault_of(const SeatPlace& seat, const Layout& layout) {
  if (seat.to.x - seat.from.x < 43.99F || seat.to.y - seat.from.y < 43.99F) return "small";
  if (seat.from.x < 0 || seat.to.x > layout.width || seat.from.y < 0 || seat.to.y > layout.height) return "outside";
  if (seat.centre.x - 18 < seat.from.x || seat.centre.x + 18 > seat.to.x || seat.centre.y - 18 < seat.from.y ||
      seat.centre.y + 18 > seat.to.y)
    return "off its mark";
  for (const SeatPlace& other : layout.seats)
    if (&other < &seat && overlap(seat.from.x, seat.to.x, other.from.x, other.to.x) &&
        overlap(seat.from.y, seat.to.y, other.from.y, other.to.y))
      return "overlapping";
  return {};
}

/// The figures of a mark around its centre, as text.
std::string mark_of(const Picture& picture, Point centre) {
  Picture mark;
  for (const Shape& shape : picture.shapes)
    if (std::hypot(shape.pivot.x - centre.x, shape.pivot.y - centre.y) < 0.01F && shape.pivot.x != 0) {
      Shape moved = shape;
      moved.pivot = {};
      const auto move = [&](Point& point) { point = {point.x - shape.pivot.x, point.y - shape.pivot.y}; };
      std::visit(
          [&](auto& figure) {
            if constexpr (requires { figure.centre; }) move(figure.centre);
            if constexpr (requires { figure.points; }) std::for_each(figure.points.begin(), figure.points.end(), move);
            if constexpr (requires { figure.from; }) {
              move(figure.from);
              move(figure.to);
            }
          },
          moved.figure);
      mark.shapes.push_back(moved);
    }
  return mark.shapes.empty() ? std::string() : shapes_of(mark);
}

/// A scenario's recorded vote, in English.
Scene scene_of(const Scenario& scenario, float width) {
  static Decision decision;
  decision = decide(scenario.rule, scenario.recorded);
  return {.scenario = scenario,
          .words = english(),
          .rule = scenario.rule,
          .ballot = scenario.recorded,
          .decision = decision,
          .width = width};
}

int labels_in(const Picture& picture) {
  return static_cast<int>(std::count_if(picture.shapes.begin(), picture.shapes.end(), [](const Shape& shape) {
    return std::holds_alternative<Label>(shape.figure);
  }));
}

}  // namespace

TEST_CASE("every seat is large enough for a finger, inside the picture, and shares its place with no other") {
  // Votes do not move seats (see below), so the layout will do, at every width.
  for (const Scenario* const scenario : swept_scenarios())
    for (const Words* words : {&english(), &pseudo()})
      for (const float width : swept_widths(160, 1250, 1)) {
        CAPTURE(std::string(scenario->id));
        CAPTURE(width);
        for (const bool compact : {false, true}) {
          const Layout layout = layout_of({*scenario, *words, scenario->rule, width, compact});
          REQUIRE(layout.seats.size() == scenario->members.size());
          for (const SeatPlace& seat : layout.seats) CHECK(fault_of(seat, layout) == std::string_view());
        }
      }
}

TEST_CASE("the height goes by width and scenario, not by the votes, the words or what is hovered") {
  for (const Scenario* const swept : swept_scenarios())
    for (const float width : widths) {
      const Scenario& scenario = *swept;
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
  for (const Scenario* const scenario : swept_scenarios()) {
    const std::vector<HeightStep> steps = height_steps({*scenario, english(), scenario->rule, 0}, 1300);
    CAPTURE(std::string(scenario->id));
    CHECK(steps.front().from == 0);
    const auto step_at = [&](float width) {
      return std::find_if(steps.rbegin(), steps.rend(), [=](const HeightStep& step) { return step.from <= width; });
    };
    std::vector<float> widths_and_steps = swept_widths(0, 1300, 1);
    for (std::size_t i = 1; i < steps.size(); ++i)
      widths_and_steps.insert(widths_and_steps.end(), {steps[i].from - 0.1F, steps[i].from});
    for (const float width : widths_and_steps) {
      CAPTURE(width);
      CHECK(picture_of(scene_of(*scenario, width)).height == step_at(width)->height);
      CHECK(picture_height({*scenario, pseudo(), scenario->rule, width}) == step_at(width)->height);
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

TEST_CASE("before anybody votes a picture shows neither votes nor outcome, whatever they are") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  for (const float width : widths) {
    CAPTURE(width);
    std::string first;
    for (const Ballot& ballot : ballots_of(opening)) {
      const Decision decision = decide(opening.rule, ballot);
      Scene scene = scene_of(opening, width);
      const Picture blank = picture_of({.scenario = opening,
                                        .words = english(),
                                        .rule = opening.rule,
                                        .ballot = ballot,
                                        .decision = decision,
                                        .width = width,
                                        .interactive = false,
                                        .blank = true});
      const std::string shapes = shapes_of(blank);
      if (first.empty()) first = shapes;
      CHECK(shapes == first);
      CHECK(told(blank).find("VETOED") == std::string::npos);
      CHECK(told(blank).find("ADOPTED") == std::string::npos);
      CHECK(told(blank).find("in favour") == std::string::npos);
      CHECK(told(blank).find("9 needed") != std::string::npos);
      CHECK(blank.height == picture_of(scene).height);
    }
  }
}

TEST_CASE("on a phone, members' names of a word or two can be read in every language") {
  for (const char* const language : {"en", "ar", "es", "fr", "ru", "zh"}) {
    Words words = parse_words(content::english_words()).value();
    words.language = language;
    for (const Scenario& scenario : scenarios()) {
      for (const float width : {320.0F, 360.0F, 390.0F}) {
        const Picture picture = picture_with(scenario, words, width, scenario.recorded, scenario.rule);
        for (const Shape& shape : picture.shapes) {
          const Label* const label = std::get_if<Label>(&shape.figure);
          if (label == nullptr || label->align != Align::centre || label->size >= 9) continue;
          // Three words have two lines.
          const std::string_view start = std::string_view(label->text).substr(0, label->text.find("…"));
          const bool is_long = std::any_of(scenario.members.begin(), scenario.members.end(), [&](const Member& member) {
            const std::string_view name = member.short_name.in(language);
            return name.find(start) != std::string_view::npos && std::count(name.begin(), name.end(), ' ') > 1;
          });
          CAPTURE(language);
          CAPTURE(label->text);
          CHECK(is_long);
        }
      }
    }
  }
}

TEST_CASE("what votes are that are no record stands on paper, in the place of the invitation") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  for (const float width : widths) {
    CAPTURE(width);
    Scene scene = scene_of(opening, width);
    scene.note = "Nobody's record";
    CHECK(told(picture_of(scene)).find("record") == std::string::npos);
    scene.interactive = false;
    CHECK(told(picture_of(scene)).find("Nobody") != std::string::npos);
    CHECK(picture_of(scene).height == picture_of(scene_of(opening, width)).height);
  }
}

TEST_CASE("seats stay where they are, whatever the votes, so that a second tap meets the same one") {
  for (const Scenario* const swept : swept_scenarios())
    for (const float width : widths) {
      const Scenario& scenario = *swept;
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

TEST_CASE("of a veto is told where everybody it is told of has one") {
  const Scenario& scenario = scenario_of("dprk-panel-2024");
  const Words& words = english();
  const std::string each = words.message("chamber.permanent_members") + ' ',
                    key = words.message("chamber.permanent_key"),
                    plain = words.message("chamber.permanent_members_without_veto") + " China ",
                    elected = words.message("chamber.elected_members");
  const auto told_by = [&](const Rule& rule, float width) {
    return told(picture_with(scenario, words, width, scenario.recorded, rule));
  };
  const auto has = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };

  Rule rule = scenario.rule;
  CHECK(has(told_by(rule, 390), each));
  CHECK(has(told_by(rule, 960), key));

  // Of five permanent members Russia alone has one.
  rule.veto_holders = seat_bit(scenario.seat_of("RUS"));
  const std::string rows = told_by(rule, 390);
  CAPTURE(rows);
  CHECK(rows.find(each) < rows.find(" Russia "));
  CHECK(rows.find(" Russia ") < rows.find(plain));
  CHECK(rows.find(plain) < rows.find(" United States "));
  CHECK(rows.find(" United States ") < rows.find(elected));
  CHECK_FALSE(has(told_by(rule, 960), key));

  // Two of them have to be against, or none has one.
  Rule together = scenario.rule;
  together.blocking_votes = 2;
  CHECK_FALSE(has(told_by(together, 390), each));
  CHECK_FALSE(has(told_by(together, 960), key));

  rule.veto_holders = 0;
  CHECK_FALSE(has(told_by(rule, 390), each));
  CHECK(has(told_by(rule, 390), plain));
  CHECK_FALSE(has(told_by(rule, 960), key));
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

TEST_CASE("from the right: marks look as they do from the left") {
  const Scenario& scenario = scenario_of("dprk-panel-2024");
  for (const float width : {200.0F, 390.0F, 960.0F})
    for (const Ballot& ballot : ballots_of(scenario)) {
      const Picture left = picture_with(scenario, english(), width, ballot, scenario.rule);
      const Picture right = picture_with(scenario, english_from_the_right(), width, ballot, scenario.rule);
      for (std::size_t seat = 0; seat < left.seats.size(); ++seat) {
        CAPTURE(width);
        CAPTURE(seat);
        const std::string mark = mark_of(left, left.seats[seat].centre);
        CHECK(mark != "");
        CHECK(mark_of(right, right.seats[seat].centre) == mark);
      }
    }
}

TEST_CASE("SVG puts every label where the picture has it, in both directions") {
  const Scenario& scenario = scenario_of("dprk-panel-2024");
  for (const float width : {320.0F, 960.0F})
    for (const Words* words : {&english(), &english_from_the_right()}) {
      const Picture picture = picture_with(scenario, *words, width, scenario.recorded, scenario.rule);
      const std::string svg = shapes_of(picture);
      // Halves of an element go by the direction that the group states.
      CHECK(svg.starts_with(words->right_to_left ? "<g aria-hidden=\"true\" direction=\"rtl\" "
                                                 : "<g aria-hidden=\"true\" direction=\"ltr\" "));
      CHECK(svg.ends_with("</g>"));
      std::size_t at = 0;
      for (const Shape& shape : picture.shapes) {
        const Label* const label = std::get_if<Label>(&shape.figure);
        if (!label) continue;
        CAPTURE(label->text);
        at = svg.find("<text ", at);
        REQUIRE(at != std::string::npos);
        const std::string_view element = std::string_view(svg).substr(at, svg.find("</text>", at) - at);
        CHECK(element.ends_with(">" + escaped(label->text)));
        const bool from_end = element.find("text-anchor=\"end\"") != std::string::npos;
        const bool from_middle = element.find("text-anchor=\"middle\"") != std::string::npos;
        // The side that stays where x is: the text's start, which is its right end in a language from the right.
        const Align held = from_middle ? Align::centre : from_end != words->right_to_left ? Align::right : Align::left;
        CHECK(held == label->align);
        ++at;
      }
      CHECK(svg.find("<text ", at) == std::string::npos);
    }
}

TEST_CASE("a member that must abstain, or that the reader locked, shows it and answers no pointer") {
  const Scenario& scenario = scenario_of("dprk-panel-2024");
  Rule binding = scenario.rule;
  for (const float width : {160.0F, 296.0F, 390.0F, 704.0F, 960.0F})
    for (int seat = 0; seat < scenario.rule.seats; ++seat) {
      CAPTURE(width);
      CAPTURE(seat);
      binding.must_abstain = seat_bit(seat);
      Ballot abstaining = scenario.recorded;
      abstaining.votes[static_cast<std::size_t>(seat)] = Vote::abstaining;
      // The decision of the free vote throughout, so that nothing but the lock can differ.
      const Decision decision = decide(scenario.rule, abstaining);
      const auto shown = [&](const Rule& rule, Seats locked, int hovered = -1, int pressed = -1) {
        return picture_of({.scenario = scenario,
                           .words = english(),
                           .rule = rule,
                           .ballot = abstaining,
                           .decision = decision,
                           .width = width,
                           .hovered = hovered,
                           .pressed = pressed,
                           .locked = locked});
      };
      const Picture chosen = shown(scenario.rule, 0);
      const Picture bound = shown(binding, 0), locked = shown(scenario.rule, seat_bit(seat));
      // Three things to tell apart: an abstention of one's own choice, one by rule, and one that a reader holds fast.
      CHECK(shapes_of(bound) != shapes_of(chosen));
      CHECK(shapes_of(locked) != shapes_of(chosen));
      CHECK(shapes_of(locked) != shapes_of(bound));
      CHECK(shapes_of(shown(binding, seat_bit(seat))) == shapes_of(bound));
      for (const Picture* const picture : {&bound, &locked}) {
        CHECK(labels_in(*picture) == labels_in(chosen));
        CHECK(picture->seats[static_cast<std::size_t>(seat)].from.x ==
              chosen.seats[static_cast<std::size_t>(seat)].from.x);
      }
      const int other = (seat + 1) % scenario.rule.seats;
      CHECK(shapes_of(shown(binding, 0, seat, seat)) == shapes_of(bound));
      CHECK(shapes_of(shown(scenario.rule, seat_bit(seat), seat, seat)) == shapes_of(locked));
      CHECK(shapes_of(shown(scenario.rule, seat_bit(seat), other)) != shapes_of(locked));
      CHECK(shapes_of(shown(scenario.rule, seat_bit(seat), -1, other)) != shapes_of(locked));
    }
}

TEST_CASE("the rows of a phone stand in alphabetical order, as readers know it") {
  const std::string_view ordered[] = {"Brazil",        "China", "Côte d'Ivoire", "Cuba", "Éire",  "France",
                                      "United States", "USSR",  "Австрия",       "Ёлка", "Япония"};
  for (std::size_t i = 0; i < std::size(ordered); ++i)
    for (std::size_t j = 0; j < std::size(ordered); ++j) {
      CAPTURE(std::string(ordered[i]) + " " + std::string(ordered[j]));
      CHECK(alphabetically(ordered[i], ordered[j]) == (i < j));
    }
  const Scenario& scenario = scenario_of("double-veto-1948");
  const Picture picture = picture_with(scenario, english(), 320, scenario.recorded, scenario.rule);
  const auto seat = [&](std::string_view code) {
    return picture.seats[static_cast<std::size_t>(scenario.seat_of(code))].centre.x;
  };
  CHECK(seat("GBR") < seat("USA"));
  CHECK(seat("USA") < seat("RUS"));  // the USSR
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
