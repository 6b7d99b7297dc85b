// What the canvas shows beside the chamber: which plot, of what, how high, and what is pressed in it.
#include "web/app/gallery.h"

#include <doctest/doctest.h>

#include "core/picture/svg.h"
#include "tests/core/files.h"
#include "web/app/action.h"
#include "web/content/content.h"

using namespace council;
using council::test::file;

namespace {

struct Shown {
  const Words words = parse_words(content::english_words()).value();
  const Scenario scenario = parse_scenario(file(CONTENT_DIR "/scenarios/dprk-panel-2024.json")).value();
  State state = reduce({}, Open{&scenario});
  Gallery gallery;

  Shown() { gallery.vetoes = parse_vetoes_plot(file(FIXTURES_DIR "/vetoes/good/small.json")).value(); }
  std::string picture(float width = 390, int hovered = -1) const {
    return svg_elements(picture_of(gallery, state, words, width, hovered), css_inks());
  }
};

}  // namespace

TEST_CASE("a plot is shown where there is what it takes") {
  Shown shown;
  CHECK_FALSE(shown.gallery.shows_plot(shown.state));
  shown.gallery.shown = Exhibit::power;
  CHECK(shown.gallery.shows_plot(shown.state));
  CHECK_FALSE(shown.gallery.shows_plot({}));
  shown.gallery.shown = Exhibit::vetoes;
  CHECK(shown.gallery.shows_plot({}));
  shown.gallery.vetoes.reset();
  CHECK_FALSE(shown.gallery.shows_plot(shown.state));
}

TEST_CASE("power is that of the state's rule, or of the one that is chosen, beside another") {
  Shown shown;
  shown.gallery.shown = Exhibit::power;
  const auto choose = [&](std::string_view text) {
    shown.gallery.power = parse_power_choice(text).value();
    return told_by(shown.gallery, shown.state, shown.words);
  };
  CHECK(choose("").find("on substance: 16.3% for a permanent member") != std::string::npos);
  CHECK(choose("game=yes_no").find("on substance: 19.6% for a permanent member") != std::string::npos);
  CHECK(choose("rule=unsc-no-veto").find("No veto: 6.7% for a permanent member") != std::string::npos);
  const std::string two = choose("with=au-2005&index=holler&game=yes_no");
  CHECK(two.find("Public good index") > two.find("an elected one"));
  CHECK(two.find("on substance: 11.1% for") != std::string::npos);
  CHECK(two.find("2005: 6.7% for") != std::string::npos);
  CHECK(height_of(shown.gallery, shown.state, shown.words, 390) ==
        picture_of(shown.gallery, shown.state, shown.words, 390, -1).height);

  shown.gallery.power = {};
  shown.state = reduce(shown.state, ChooseRule{"unsc-no-veto"});
  CHECK(told_by(shown.gallery, shown.state, shown.words).find("No veto: 6.7%") != std::string::npos);
  CHECK(place_at(shown.gallery, shown.state, shown.words, 390, {100, 100}) == -1);
}

TEST_CASE("choices of power that make no sense are refused") {
  for (const char* wrong : {"rule=unsc-2050", "with=", "index=shapley", "index=johnston",
                            "index=johnston&game=with_abstention", "game=dice", "colour=red", "&", "rule"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_power_choice(wrong).ok());
  }
  CHECK(parse_power_choice("index=johnston&game=yes_no").ok());
  CHECK(parse_power_choice("game=yes_no&index=johnston").ok());
}

TEST_CASE("what is pressed in a plot of vetoes is told by member and year") {
  Shown shown;
  shown.gallery.shown = Exhibit::vetoes;
  for (const float width : {320.0F, 960.0F}) {
    const VetoesLayout layout = vetoes_layout({*shown.gallery.vetoes, shown.words, width});
    const auto look = [&](Point at) { return look_at(place_at(shown.gallery, shown.state, shown.words, width, at)); };
    for (const VetoRow& row : layout.rows) {
      const std::string code(permanent_codes[static_cast<std::size_t>(row.member)]);
      CHECK(look({row.name_from.x + 5, row.name_from.y + 5}) == "look " + code);
      CHECK(look({layout.left + 1, row.baseline - 5}).starts_with("look " + code + " "));
    }
    CHECK(look({layout.right - 1, layout.rows[0].baseline - 5}) == "look RUS 2024");
    CHECK(place_at(shown.gallery, shown.state, shown.words, width, {5, 5}) == -1);
    const int russia_2024 =
        place_at(shown.gallery, shown.state, shown.words, width, {layout.right - 1, layout.rows[0].baseline - 5});
    CHECK(shown.picture(width, russia_2024).find(">2024: 1<") != std::string::npos);
    CHECK(shown.picture(width).find(">2024: 1<") == std::string::npos);
  }
}
