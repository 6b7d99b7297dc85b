#include "gallery.h"

namespace council {

namespace {

/// A place stands for a member and a year.
constexpr int years = 10000;
int place_of(VetoPress press) { return press.member < 0 ? -1 : press.member * years + press.year; }
VetoPress press_of(int place) {
  return place < 0 ? VetoPress{} : VetoPress{.member = place / years, .year = place % years};
}

PowerSetting power_setting(const Gallery& gallery, const State& state, const Words& words, float width) {
  const Scenario& scenario = *state.scenario;
  const auto among = [&](const StandardRule& standard) {
    return PowerRule{standard.id, rule_among(standard, scenario.members).value_or(Rule{})};
  };
  const PowerChoice& choice = gallery.power;
  return {.scenario = scenario,
          .words = words,
          .rule = choice.rule ? among(*choice.rule) : PowerRule{state.rule_id, state.rule},
          .compared = choice.with ? std::optional(among(*choice.with)) : std::nullopt,
          .game = choice.game,
          .index = choice.index,
          .width = width};
}

}  // namespace

Result<PowerChoice> parse_power_choice(std::string_view text) {
  PowerChoice choice;
  const auto wrong = [&](std::string_view field, std::string_view found, std::string expected) {
    return Error{.line = 1,
                 .column = 1,
                 .field = std::string(field),
                 .found = json::quoted(found),
                 .expected = std::move(expected)};
  };
  std::string_view index = name_of(choice.index);
  while (!text.empty()) {
    const std::string_view field = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(field.size() + 1, text.size()));
    const std::string_view key = field.substr(0, field.find('='));
    const std::string_view value = field.substr(std::min(key.size() + 1, field.size()));
    if (key == "rule" || key == "with") {
      const StandardRule*& rule = key == "rule" ? choice.rule : choice.with;
      rule = standard_rule(value);
      if (!rule) return wrong(key, value, "the id of a rule");
    } else if (key == "game") {
      if (value != "yes_no" && value != "with_abstention") return wrong(key, value, "yes_no or with_abstention");
      choice.game = value == "yes_no" ? Game::yes_no : Game::with_abstention;
    } else if (key == "index") {
      index = value;
    } else {
      return wrong({}, key, "rule, with, index or game");
    }
  }
  const std::optional<PowerIndex> named = power_index_named(index);
  if (!named || !is_index_of(choice.game, *named)) return wrong("index", index, "a figure of that game");
  choice.index = *named;
  return choice;
}

Picture picture_of(const Gallery& gallery, const State& state, const Words& words, float width, int hovered) {
  if (gallery.shown == Exhibit::power) return power_picture(power_setting(gallery, state, words, width));
  return vetoes_picture({*gallery.vetoes, words, width},
                        {.highlight = gallery.highlight, .hovered = press_of(hovered)});
}

float height_of(const Gallery& gallery, const State& state, const Words& words, float width) {
  if (gallery.shown == Exhibit::power) return power_height(power_setting(gallery, state, words, width));
  return vetoes_layout({*gallery.vetoes, words, width}).height;
}

std::string told_by(const Gallery& gallery, const State& state, const Words& words) {
  if (gallery.shown == Exhibit::power) return power_told(power_setting(gallery, state, words, 0));
  return vetoes_told({*gallery.vetoes, words, 0});
}

int place_at(const Gallery& gallery, const State& /*state*/, const Words& words, float width, Point at) {
  if (gallery.shown != Exhibit::vetoes) return -1;
  const VetoesSetting setting{*gallery.vetoes, words, width};
  return place_of(pressed_at(setting, vetoes_layout(setting), at));
}

std::string look_at(int place) { return "look " + text_of(press_of(place)); }

}  // namespace council
