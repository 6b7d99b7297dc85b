// The plots: nothing is clipped or runs into anything at any width, in languages twice as long that read from the
// right; bars are as long as the figures beside them say; every veto has its block; a press tells the row and the year.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/picture/power_plot.h"
#include "core/picture/svg.h"
#include "core/picture/typesetting.h"
#include "core/picture/vetoes_plot.h"
#include "files.h"
#include "pictures.h"

using namespace council;
using namespace council::test;

namespace {

/// Twice as long, and from the right.
const Words& long_words() {
  static const Words words = pseudo_language(english(), 20);
  return words;
}

/// The small index, the one of the house, and one with as many vetoes a year as ever were, and more.
const std::vector<VetoIndex>& indices() {
  static const std::vector<VetoIndex> all = [] {
    std::vector<VetoIndex> result;
    result.push_back(parse_vetoes(file(FIXTURES_DIR "/vetoes/good/small.json")).value());
    result.push_back(parse_vetoes(file(CONTENT_DIR "/vetoes.json")).value());
    std::string texts;
    for (int year = 1946; year <= 2026; ++year)
      for (int i = 0; i < (year % 7 == 0 ? 14 : year % 3); ++i)
        texts += std::string(texts.empty() ? "" : ", ") + "{\"date\": \"" + std::to_string(year) +
                 "-03-01\", \"record\": \"S/PV.1\", \"vetoed_by\": \"" +
                 (i % 4 == 0   ? "CHN FRA GBR RUS USA"
                  : i % 4 == 1 ? "USA"
                               : "RUS") +
                 "\"}";
    result.push_back(
        parse_vetoes("{\"schema\": 1, \"as_of\": \"2026-12-31\", \"matters\": [\"other\"], \"texts\": [" + texts +
                     "], \"sources\": [{\"title\": \"A\", \"publisher\": \"Dag Hammarskjöld Library, United Nations\", "
                     "\"date\": \"2024\", \"url\": \"\"}, {\"title\": \"A\", \"publisher\": \"Another publisher with "
                     "a name\", \"date\": \"2024\", \"url\": \"\"}]}")
            .value());
    return result;
  }();
  return all;
}

/// The opening vote, its members' names twice as long.
const Scenario& long_names() {
  static const Scenario scenario = [] {
    std::string text = file(CONTENT_DIR "/scenarios/dprk-panel-2024.json");
    const Scenario& opening = scenario_of("dprk-panel-2024");
    for (const Member& member : opening.members) {
      const std::string code = "{\"code\": \"" + std::string(member.code) + "\", ";
      const std::size_t at = text.find(code);
      const std::size_t end = text.find('\n', at);
      const bool has_short = text.substr(at, end - at).find("\"short\"") != std::string::npos;
      const std::string name = pseudo_message(member.short_name.in("en"), 20);
      if (has_short)
        text.replace(text.find("\"en\": \"", text.find("\"short\"", at)) + 7, member.short_name.in("en").size(), name);
      else
        text.insert(at + code.size(), "\"short\": {\"en\": \"" + name + "\"}, ");
    }
    return parse_scenario(text).value();
  }();
  return scenario;
}

struct Area {
  float left, top, right, bottom;

  bool overlaps(const Area& other) const {
    return left + 0.01F < other.right && other.left + 0.01F < right && top + 0.01F < other.bottom &&
           other.top + 0.01F < bottom;
  }
};

/// From the top of its capitals to its baseline.
Area area_of(const Label& label) {
  const float width = text_width(label.text, label.size, label.bold);
  const float left = label.at.x - (label.align == Align::centre ? width / 2 : label.align == Align::right ? width : 0);
  return {left, label.at.y - label.size * 0.73F, left + width, label.at.y};
}

/// The first thing wrong with a plot; empty when all is well.
std::string fault_of(const Picture& picture) {
  std::vector<const Label*> labels;
  std::vector<Area> figures;
  for (const Shape& shape : picture.shapes) {
    if (const Label* const label = std::get_if<Label>(&shape.figure)) labels.push_back(label);
    if (const Box* const box = std::get_if<Box>(&shape.figure)) {
      if (!(box->to.x > box->from.x && box->to.y > box->from.y)) return "a box without a size";
      if (box->fill != Ink::paper) figures.push_back({box->from.x, box->from.y, box->to.x, box->to.y});
    }
    if (const Ring* const ring = std::get_if<Ring>(&shape.figure))
      figures.push_back({ring->centre.x - ring->radius, ring->centre.y - ring->radius, ring->centre.x + ring->radius,
                         ring->centre.y + ring->radius});
    if (const Line* const line = std::get_if<Line>(&shape.figure))
      figures.push_back({std::min(line->points[0].x, line->points[1].x), std::min(line->points[0].y, line->points[1].y),
                         std::max(line->points[0].x, line->points[1].x) + 0.1F,
                         std::max(line->points[0].y, line->points[1].y) + 0.1F});
  }
  for (const Area& figure : figures)
    if (figure.left < -0.01F || figure.right > picture.width + 0.2F || figure.top < 0 || figure.bottom > picture.height)
      return "a figure outside";
  for (const Label* const label : labels) {
    const std::string name = "\"" + label->text + "\"";
    const Area area = area_of(*label);
    if (label->size < least_size - 0.001F) return name + " is too small to read";
    if (label->text.find_first_of("[]{}") != std::string::npos) return name + " is no word";
    if (area.left < -0.01F || area.right > picture.width + 0.01F || area.top < 0 ||
        area.bottom + label->size * 0.25F > picture.height)
      return name + " is outside";
    for (const Label* const other : labels)
      if (other != label && area.overlaps(area_of(*other))) return name + " runs into \"" + other->text + "\"";
    for (const Area& figure : figures)
      if (area.overlaps(figure)) return name + " lies on a figure";
  }
  return {};
}

/// A label that could not be told whole; empty where there is none.
std::string cut_in(const Picture& picture) {
  for (const Shape& shape : picture.shapes)
    if (const Label* const label = std::get_if<Label>(&shape.figure))
      if (label->text.find("…") != std::string::npos) return label->text;
  return {};
}

std::string told(const Picture& picture) {
  std::string text = "\n";
  for (const Shape& shape : picture.shapes)
    if (const Label* label = std::get_if<Label>(&shape.figure)) text += label->text + "\n";
  return text;
}

template <class Figure>
std::vector<Figure> all_of(const Picture& picture) {
  std::vector<Figure> result;
  for (const Shape& shape : picture.shapes)
    if (const Figure* const figure = std::get_if<Figure>(&shape.figure)) result.push_back(*figure);
  return result;
}

PowerRule rule_of(const Scenario& scenario, std::string_view id) {
  return {id, rule_among(*standard_rule(id), scenario.members).value_or(Rule{})};
}

/// Rules one by one, and pairs that have other seats than each other or the scenario.
struct Looked {
  const char* rule;
  const char* compared;
};
constexpr Looked looked[] = {{"unsc", nullptr},    {"unsc-no-veto", nullptr}, {"g4-2005", nullptr},
                             {"au-2005", nullptr}, {"unsc-1946", nullptr},    {"unsc", "unsc-no-veto"},
                             {"unsc", "au-2005"},  {"g4-2005", "ufc-2005"},   {"unsc-1946", "au-2005"},
                             {"unsc", "unsc-1946"}};

std::vector<float> plot_widths() {
  std::vector<float> all = swept_widths(280, 960, 1);
  all.insert(all.end(), {280, 320, 359, 360, 390, 519, 520, 619, 620, 704, 768, 960});
  return all;
}

}  // namespace

TEST_CASE("power: nothing is clipped or overlaps, at any width, with names and words twice as long") {
  for (const Looked& row : looked)
    for (const Scenario* scenario : {&scenario_of("dprk-panel-2024"), &long_names()})
      for (const Words* words : {&english(), &long_words()})
        for (const float width : plot_widths()) {
          PowerSetting setting{
              .scenario = *scenario, .words = *words, .rule = rule_of(*scenario, row.rule), .width = width};
          if (row.compared) setting.compared = rule_of(*scenario, row.compared);
          const Picture picture = power_picture(setting);
          CAPTURE(row.rule);
          CAPTURE(row.compared);
          CAPTURE(width);
          CAPTURE(words->right_to_left);
          CAPTURE(scenario == &long_names());
          CHECK(fault_of(picture) == "");
          CHECK(cut_in(picture) == "");
          CHECK(power_height(setting) == picture.height);
        }
}

TEST_CASE("power: the same for every figure") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  for (const Game game : {Game::yes_no, Game::with_abstention})
    for (std::size_t i = 0; i < power_index_names.size(); ++i) {
      const auto index = static_cast<PowerIndex>(i);
      if (!is_index_of(game, index)) continue;
      for (const Words* words : {&english(), &long_words()})
        for (const float width : {280.0F, 390.0F, 520.0F, 960.0F}) {
          const Picture picture = power_picture({.scenario = opening,
                                                 .words = *words,
                                                 .rule = rule_of(opening, "unsc"),
                                                 .compared = rule_of(opening, "au-2005"),
                                                 .game = game,
                                                 .index = index,
                                                 .width = width});
          CAPTURE(std::string(name_of(index)));
          CAPTURE(width);
          CHECK(fault_of(picture) == "");
          CHECK(cut_in(picture) == "");
        }
    }
}

TEST_CASE("power: the height goes by width, scenario and rules, not by words or figures") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  for (const float width : {160.0F, 280.0F, 390.0F, 600.0F, 960.0F}) {
    PowerSetting setting{.scenario = opening, .words = english(), .rule = rule_of(opening, "unsc"), .width = width};
    const float height = power_height(setting);
    setting.index = PowerIndex::banzhaf;
    CHECK(power_height(setting) == height);
    setting.game = Game::yes_no;
    CHECK(power_height(setting) == height);
    CHECK(power_height(
              {.scenario = long_names(), .words = long_words(), .rule = rule_of(opening, "unsc"), .width = width}) ==
          height);
  }
}

TEST_CASE("power: every member is there with its figure, and what has no seat has none") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  PowerSetting setting{.scenario = opening, .words = english(), .rule = rule_of(opening, "unsc"), .width = 960};
  setting.game = Game::yes_no;
  std::string text = told(power_picture(setting));
  for (const Member& member : opening.members)
    CHECK(text.find("\n" + std::string(member.short_name.in("en")) + "\n") != std::string::npos);
  const auto times = [&](const std::string& label) {
    int number = 0;
    for (std::size_t at = 0; (at = text.find("\n" + label + "\n", at)) != std::string::npos; ++at) ++number;
    return number;
  };
  // 421/2145 and 4/2145; together 2105/2145 and 40/2145.
  CHECK(times("19.6%") == 5);
  CHECK(times("0.2%") == 10);
  CHECK(times("98.1% together") == 1);
  CHECK(times("1.9% together") == 1);
  CHECK(all_of<Ring>(power_picture(setting)).size() == 5 + 1);  // and the key's

  setting.compared = rule_of(opening, "unsc-no-veto");
  text = told(power_picture(setting));
  CHECK(times("6.7%") == 15);
  CHECK(times("98.1% and 33.3% together") == 1);

  // The six new seats share a row, and so do the four that nobody sits in yet.
  setting.compared = rule_of(opening, "g4-2005");
  text = told(power_picture(setting));
  CHECK(times("each of 6 seats") == 1);
  CHECK(times("each of 4 further seats") == 1);
  CHECK(times("0.1%") == 10 + 1 + 1);
  CHECK(times("0.7% together") == 1);

  // In the African Union's model an elected member's share is 7/2228700.
  setting.rule = rule_of(opening, "au-2005");
  setting.compared = {};
  text = told(power_picture(setting));
  CHECK(times("<0.1%") == 10 + 1);
  CHECK(times("9.1%") == 5 + 1);
  CHECK(all_of<Ring>(power_picture(setting)).size() == 6 + 1);

  // Six elected seats cannot have ten names.
  setting.rule = rule_of(opening, "unsc-1946");
  text = told(power_picture(setting));
  CHECK(times("each of 6 seats") == 1);
  CHECK(text.find("Malta") == std::string::npos);
}

TEST_CASE("power: bars are to scale, and the one of all the power is cut to it") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  for (const Words* words : {&english(), &english_from_the_right()}) {
    const Picture picture =
        power_picture({.scenario = opening, .words = *words, .rule = rule_of(opening, "unsc"), .width = 960});
    const std::vector<Box> boxes = all_of<Box>(picture);
    REQUIRE(boxes.size() == 15 + 15);
    const double permanent = 118525786.0 / 725416965, elected = 26557607.0 / 1450833930;
    const auto length = [](const Box& box) { return static_cast<double>(box.to.x - box.from.x); };
    CHECK(std::abs(length(boxes[0]) + 2 - 928 * permanent) < 0.01);
    CHECK(std::abs(length(boxes[14]) + 2 - 928 * elected) < 0.01);
    for (std::size_t i = 15; i < 20; ++i) CHECK(std::abs(length(boxes[i]) - length(boxes[15])) < 0.01);
    for (std::size_t i = 20; i < 30; ++i)
      CHECK(std::abs(length(boxes[i]) / length(boxes[15]) - elected / permanent) < 0.001);
    // They begin at one line.
    for (std::size_t i = 16; i < 30; ++i)
      CHECK(std::abs(words->right_to_left ? boxes[i].to.x - boxes[15].to.x : boxes[i].from.x - boxes[15].from.x) <
            0.01F);
  }
}

TEST_CASE("power: what is said of it in sentences") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  PowerSetting setting{.scenario = opening, .words = english(), .rule = rule_of(opening, "unsc"), .width = 0};
  setting.game = Game::yes_no;
  setting.compared = rule_of(opening, "au-2005");
  const std::string text = power_told(setting);
  CHECK(text.starts_with(
      "The Council of fifteen, on substance: 19.6% for a permanent member, 0.2% for an elected one. "));
  CHECK(text.find("2005: 9.1% for a permanent member, 9.1% for a new permanent one, <0.1% for an elected one.") !=
        std::string::npos);
}

TEST_CASE("power: of a rule that somebody must abstain by, and of one of the scenario's own") {
  const std::string own = file(FIXTURES_DIR "/scenarios/good/own_rule.json");
  const Scenario scenario = parse_scenario(own).value();
  for (const float width : {280.0F, 960.0F}) {
    const Picture picture = power_picture(
        {.scenario = scenario, .words = english(), .rule = {scenario.rule_id, scenario.rule}, .width = width});
    CHECK(fault_of(picture) == "");
    CHECK(told(picture).find("\nThe rule of this vote\n") != std::string::npos);
    CHECK(told(picture).find("\n0.0%\n") != std::string::npos);
  }
}

TEST_CASE("power: from the right it is the same, mirrored") {
  const Scenario& opening = scenario_of("dprk-panel-2024");
  for (const float width : {320.0F, 960.0F}) {
    const auto boxes = [&](const Words& words) {
      return all_of<Box>(
          power_picture({.scenario = opening, .words = words, .rule = rule_of(opening, "unsc"), .width = width}));
    };
    const std::vector<Box> left = boxes(english()), right = boxes(english_from_the_right());
    REQUIRE(left.size() == right.size());
    for (std::size_t i = 0; i < left.size(); ++i) CHECK(std::abs(left[i].from.x + right[i].to.x - width) < 0.01F);
  }
}

TEST_CASE("vetoes: nothing is clipped or overlaps, at any width, with words twice as long, whatever is highlighted") {
  for (const VetoIndex& index : indices())
    for (const Words* words : {&english(), &long_words()})
      for (const float width : plot_widths())
        for (const VetoHighlight highlight : {VetoHighlight{}, {3, 0, 0}, {3, 1946, 1965}, {-1, 2026, 2026}}) {
          CAPTURE(width);
          CAPTURE(words->right_to_left);
          CAPTURE(highlight.member);
          CAPTURE(highlight.from);
          CAPTURE(&index - indices().data());
          const VetoesSetting setting{index, *words, width};
          const Picture picture = vetoes_picture(setting, {.highlight = highlight, .hovered = {}});
          CHECK(fault_of(picture) == "");
          CHECK(cut_in(picture) == "");
          CHECK(picture.height == vetoes_layout({index, english(), width}).height);
        }
}

TEST_CASE("vetoes: a block for each veto, filled where the member was alone, in its year's column") {
  const VetoIndex& index = indices()[0];
  for (const Words* words : {&english(), &english_from_the_right()})
    for (const float width : {280.0F, 390.0F, 700.0F, 960.0F}) {
      CAPTURE(width);
      const VetoesSetting setting{index, *words, width};
      const VetoesLayout layout = vetoes_layout(setting);
      const Picture picture = drawn(setting, layout, {});
      REQUIRE(layout.rows.size() == 5);
      CHECK(permanent_codes[static_cast<std::size_t>(layout.rows[0].member)] == "RUS");
      for (const VetoRow& row : layout.rows)
        for (int year = first_year; year <= 2026; ++year) {
          int alone = 0, with_others = 0;
          for (const VetoedText& text : index.texts)
            if (year_of(text.date) == year && contains(text.vetoed_by, row.member))
              ++(count(text.vetoed_by) == 1 ? alone : with_others);
          const float from = layout.left + layout.column * static_cast<float>(year - first_year);
          const float middle = from + layout.column / 2;
          const float x = words->right_to_left ? width - middle : middle;
          for (const Box& box : all_of<Box>(picture)) {
            if (box.from.x > x || box.to.x < x || box.to.y > row.baseline || box.to.y < row.baseline - 100) continue;
            if (box.from.y < row.from.y) continue;
            --(box.fill == Ink::ink ? alone : with_others);
          }
          CHECK(alone == 0);
          CHECK(with_others == 0);
        }
    }
}

TEST_CASE("vetoes: every row is as high as a finger needs, and rows do not overlap") {
  for (const VetoIndex& index : indices())
    for (const Words* words : {&english(), &pseudo()})
      for (const float width : plot_widths()) {
        const VetoesLayout layout = vetoes_layout({index, *words, width});
        CAPTURE(width);
        float bottom = 0;
        for (const VetoRow& row : layout.rows) {
          CHECK(row.to.y - row.from.y >= 43.99F);
          CHECK(row.name_to.y - row.name_from.y >= 24);
          CHECK(std::min(row.from.y, row.name_from.y) >= bottom);
          CHECK(std::min(row.from.x, row.name_from.x) >= 0);
          CHECK(std::max(row.to.x, row.name_to.x) <= layout.width);
          bottom = std::max(row.to.y, row.name_to.y);
        }
        CHECK(bottom <= layout.height);
      }
}

TEST_CASE("vetoes: a press tells the member and its nearest year with a veto; a name stands for all years") {
  const VetoIndex& index = indices()[0];
  for (const Words* words : {&english(), &english_from_the_right()})
    for (const float width : {280.0F, 390.0F, 960.0F}) {
      CAPTURE(width);
      const VetoesSetting setting{index, *words, width};
      const VetoesLayout layout = vetoes_layout(setting);
      const auto press = [&](const VetoRow& row, int year) {
        const float x = layout.left + layout.column * (static_cast<float>(year - first_year) + 0.5F);
        return text_of(pressed_at(setting, layout, {words->right_to_left ? layout.width - x : x, row.baseline - 10}));
      };
      const VetoRow& russia = layout.rows[0];
      CHECK(press(russia, 1946) == "RUS 1946");
      CHECK(press(russia, 1983) == "RUS 1946");
      CHECK(press(russia, 1990) == "RUS 2022");
      CHECK(press(russia, 2024) == "RUS 2024");
      CHECK(press(russia, 2026) == "RUS 2024");
      for (const VetoRow& row : layout.rows) {
        const Point name{(row.name_from.x + row.name_to.x) / 2, (row.name_from.y + row.name_to.y) / 2};
        CHECK(text_of(pressed_at(setting, layout, name)) == permanent_codes[static_cast<std::size_t>(row.member)]);
      }
      CHECK(text_of(pressed_at(setting, layout, {width / 2, 2})).empty());
      CHECK(text_of(pressed_at(setting, layout, {width / 2, layout.height - 2})).empty());
    }
}

TEST_CASE("vetoes: what is highlighted is in full ink, all else is soft; its number is told beside all") {
  const VetoIndex& index = indices()[0];
  const auto inked = [&](VetoHighlight highlight) {
    const Picture picture = vetoes_picture({index, english(), 960}, {.highlight = highlight, .hovered = {}});
    int number = 0;
    for (const Shape& shape : picture.shapes)
      if (const Box* const box = std::get_if<Box>(&shape.figure); box && box->radius == 0.5F && shape.opacity == 1)
        ++number;
    return std::pair(number - 2, told(picture));  // but for the key's two
  };
  CHECK(inked({}).first == 12);
  CHECK(inked({.member = permanent_place("RUS")}).first == 4);
  CHECK(inked({.member = -1, .from = 1956, .to = 1981}).first == 5);
  const auto [number, text] = inked({.member = permanent_place("RUS"), .from = 1946, .to = 1965});
  CHECK(number == 2);
  CHECK(text.find("\n2 of 4\n") != std::string::npos);
}

TEST_CASE("vetoes: the year under the pointer is told inside the picture") {
  for (const Words* words : {&english(), &long_words()})
    for (const float width : {280.0F, 390.0F, 960.0F})
      for (const VetoPress hovered : {VetoPress{3, 1946}, {4, 2025}, {0, 1997}}) {
        const Picture picture = vetoes_picture({indices()[0], *words, width}, {.highlight = {}, .hovered = hovered});
        CAPTURE(width);
        bool is_told = false;
        for (const Label& label : all_of<Label>(picture)) {
          const Area area = area_of(label);
          CHECK(area.left >= 0);
          CHECK(area.right <= picture.width);
          is_told |= label.bold && label.text.find(std::to_string(hovered.year) + ":") != std::string::npos;
        }
        CHECK(is_told);
      }
}

TEST_CASE("vetoes: highlights are read as they are written, and nothing else is") {
  struct Row {
    const char* text;
    VetoHighlight read;
  };
  for (const Row& row : {Row{"", {}},
                         {"RUS", {3, 0, 0}},
                         {"1986", {-1, 1986, 1986}},
                         {"1946-1965", {-1, 1946, 1965}},
                         {"USA 1970-1989", {4, 1970, 1989}},
                         {"1970-1989 USA", {4, 1970, 1989}}}) {
    CAPTURE(row.text);
    const Result<VetoHighlight> read = parse_highlight(row.text);
    REQUIRE(read.ok());
    CHECK(read.value() == row.read);
  }
  for (const char* wrong : {"MLT", "RUS USA", "rus", "19", "1945", "1965-1946", "1946-", "1946-1965-1970", "1946 1965",
                            "RUS 1946 1947", "1946-99999", "RUS  ", "2026-2100"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_highlight(wrong).ok());
  }
}

TEST_CASE("vetoes: what is said of it in a sentence") {
  CHECK(
      vetoes_told({indices()[1], english(), 0}) ==
      "234 texts vetoed in the Security Council since 1946, counted by who vetoed them: Russia 133, United States 90, "
      "United Kingdom 29, China 21 and France 17.");
  CHECK(vetoes_told({indices()[0], english(), 0}) ==
        "8 texts vetoed in the Security Council since 1946, counted by who vetoed them: Russia 4, China 2, France 2, "
        "United Kingdom 2 and United States 2.");
}
