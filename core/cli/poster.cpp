// council poster: still pictures of votes, and plots of power and of vetoes.
#include <getopt.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <memory>
#include <set>

#include "command.h"
#include "core/json_writer.h"
#include "core/picture/picture.h"
#include "core/picture/power_plot.h"
#include "core/picture/svg.h"
#include "core/picture/vetoes_plot.h"
#include "core/reasons.h"

namespace council::cli {

namespace {

constexpr const char* help =
    R"(Usage: council poster FILE... [-o OUT.svg] [--size WIDTH[xHEIGHT]] [--theme light|dark|auto|css|paper] [--blank] [--compact] [--seats] [--fit] [--lang LANG] [--words FILE]
       council poster --plot power FILE... [--rule ID] [--with ID] [--index NAME] [--binary] [--size …] [--theme …] …
       council poster --plot vetoes FILE... [--highlight WHAT] [--size …] [--theme …] …
       council poster FILE... [-o OUT.json] --heights [--compact] [--plot …]
       council poster [-o OUT.json] --palette

Draws the vote that a scenario file records, and its outcome, as SVG; or each
member's power under the scenario's rule; or, of an index such as
web/content/vetoes.json, vetoes through time. Of several files, none is drawn
unless all are good.

  -o OUT           where to write; standard output when not given. {} in it stands for
                   the file's name, without folder and ending: several files need it
  --size WxH       in pixels; default 1200x630, the size of a social card, and for plots
                   960. The picture is laid out for that width: below 704 (plots: below
                   520 and 620) as for a phone. Without a height, as high as the picture
                   is
  --theme THEME    light (default), dark, auto: light, and dark where the reader's
                   browser is; css: colours are the custom properties of the page
                   (--ink, --in-favour …); or paper: black on white, for printers
  --blank          before anybody votes: neither votes nor outcome
  --compact        the rows of a narrow picture stand closer
  --seats          tells in data-seats where each seat is, as "X Y,X Y,…" in seat order
  --fit            each label is as wide as its letters in Inter are, in whatever
                   typeface the reader has
  --plot PLOT      power or vetoes
  --rule ID        of a plot of power: another rule than the scenario's
  --with ID        of a plot of power: a second rule, to compare
  --index NAME     of a plot of power: shapley_shubik (default), banzhaf or
                   banzhaf_absolute; with --binary also coleman_prevent,
                   coleman_initiate, deegan_packel, holler or johnston
  --binary         of a plot of power: members vote in favour or against only
  --highlight WHAT of a plot of vetoes: what is in ink while the rest is soft, as in
                   "RUS", "1946-1965" or "RUS 1986"
  --lang LANG      of the words, such as fr; default en, or that of the --words
  --words FILE     another catalogue of words, as those in web/content/strings
  --heights        how high the picture is in which widths, as JSON: a list of
                   {"from": WIDTH, "height": HEIGHT}, each up to the next one's
                   width, in units of 1/16 of the reader's text size
  --palette        the colours of both themes as JSON: {"light": {"paper": "#fbfaf6", …},
                   "dark": {…}}
  --help           this text

Examples:
  council poster web/content/scenarios/dprk-panel-2024.json -o vote.svg --size 960x564
  council poster web/content/scenarios/*.json -o 'posters/{}.svg'
  council poster --plot power web/content/scenarios/dprk-panel-2024.json --with unsc-no-veto
  council poster --plot vetoes web/content/vetoes.json --highlight RUS --size 390

)";

/// How pictures shall be.
struct Style {
  int width = 0;
  int height = 0;  ///< 0: as high as the picture is
  std::string_view theme;
  bool blank = false;
  bool compact = false;
  bool seats = false;
  bool fit = false;
};

/// Options that are given where they do not belong.
struct Misfit {
  bool given, fits;
  const char* options;
  const char* where;
};

/// The names of a game's figures, as a list.
std::string indices_of(Game game) {
  std::string names;
  for (const std::string_view name : power_index_names)
    if (is_index_of(game, *power_index_named(name))) names += (names.empty() ? "" : " ") + std::string(name);
  return listed(names);
}

/// Whether `text` is WIDTH or WIDTHxHEIGHT; the height is 0 without one.
bool read_size(const char* text, int& width, int& height) {
  char rest = 0;
  height = 0;
  if (std::sscanf(text, "%4d%c", &width, &rest) == 1) return width >= 160;
  return std::sscanf(text, "%4dx%4d%c", &width, &height, &rest) == 2 && width >= 160 && height >= 160;
}

/// Where the seats of a picture are: "X Y,X Y,…".
std::string places_in(const Picture& picture) {
  std::string places;
  for (const SeatPlace& seat : picture.seats)
    places += (places.empty() ? "" : ",") + std::to_string(std::lround(seat.centre.x)) + " " +
              std::to_string(std::lround(seat.centre.y));
  return places;
}

/// Rules that paint a light picture dark.
std::string repainted() {
  const SvgInks from = svg_inks(light_palette), to = svg_inks(dark_palette);
  std::string rules;
  for (std::size_t i = 1; i < from.size(); ++i)
    for (const char* property : {"fill", "stroke"})
      rules += std::string("[") + property + "=\"" + from[i] + "\"]{" + property + ":" + to[i] + "}";
  return rules;
}

std::string palette_json() {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  writer.begin_object();
  for (const bool dark : {false, true}) {
    const SvgInks inks = svg_inks(dark ? dark_palette : light_palette);
    writer.key(dark ? "dark" : "light").begin_object();
    for (std::size_t i = 1; i < inks.size(); ++i) writer.key(ink_names[i]).string(inks[i]);
    writer.end_object();
  }
  writer.end_object();
  return text + "\n";
}

std::string heights_json(const std::vector<HeightStep>& steps) {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  writer.begin_array();
  for (const HeightStep& step : steps) {
    writer.begin_object(json::Writer::Entries::on_one_line);
    writer.key("from").integer(static_cast<int>(step.from));
    writer.key("height").integer(static_cast<int>(std::ceil(step.height)));
    writer.end_object();
  }
  writer.end_array();
  return text + "\n";
}

/// A picture on its sheet, with what it tells for those who do not see it.
std::string svg_of(const Picture& picture, const std::string& told, const Style& style) {
  const long height =
      style.height ? style.height : std::lround(picture.height * static_cast<float>(style.width) / picture.width);
  const SvgInks inks = style.theme == "css" ? css_inks()
                                            : svg_inks(style.theme == "dark"    ? dark_palette
                                                       : style.theme == "paper" ? printed_palette
                                                                                : light_palette);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
  const auto add = [&](const char* name, const std::string& value) {
    svg += std::string(" ") + name + "=\"" + value + "\"";
  };
  add("width", std::to_string(style.width));
  add("height", std::to_string(height));
  add("viewBox", "0 0 " + std::to_string(std::lrint(picture.width)) + " " + std::to_string(std::lrint(picture.height)));
  add("role", "img");
  add("aria-label", escaped(told));
  add("font-family", "Inter, system-ui, sans-serif");
  if (style.seats) add("data-seats", places_in(picture));
  svg += ">";
  if (style.theme == "auto") svg += "<style>@media(prefers-color-scheme:dark){" + repainted() + "}</style>";
  if (style.theme != "css")
    svg += "<rect x=\"-50%\" y=\"-50%\" width=\"200%\" height=\"200%\" fill=\"" +
           inks[static_cast<std::size_t>(Ink::paper)] + "\"/>";
  return svg + svg_elements(picture, inks, style.fit) + "</svg>\n";
}

/// What is to be drawn, of a file that is good.
class Subject {
 public:
  virtual ~Subject() = default;
  /// Reads the file; false with its errors printed.
  virtual bool read(const char* file) = 0;
  virtual Picture picture(const Words& words, float width) const = 0;
  virtual std::string told(const Words& words) const = 0;
  virtual std::vector<HeightStep> heights(const Words& words) const = 0;
};

/// A scenario's vote.
class Voting : public Subject {
 public:
  explicit Voting(const Style& style) : style_(style) {}
  bool read(const char* file) override { return read_scenario(file, scenario_); }
  Picture picture(const Words& words, float width) const override {
    const Decision decision = decide(scenario_.rule, scenario_.recorded);
    return picture_of({.scenario = scenario_,
                       .words = words,
                       .rule = scenario_.rule,
                       .ballot = scenario_.recorded,
                       .decision = decision,
                       .width = width,
                       .interactive = false,
                       .compact = style_.compact,
                       .blank = style_.blank});
  }
  std::string told(const Words& words) const override {
    if (style_.blank) return std::string(scenario_.draft.subject.in(words.language));
    const Decision decision = decide(scenario_.rule, scenario_.recorded);
    return explain(words, scenario_, scenario_.rule, scenario_.recorded, decision).outcome;
  }
  std::vector<HeightStep> heights(const Words& words) const override {
    return height_steps({scenario_, words, scenario_.rule, 0, style_.compact});
  }

 private:
  const Style& style_;
  Scenario scenario_;
};

/// Which power is to be drawn.
struct PowerChoice {
  const StandardRule* rule = nullptr;  ///< null: the scenario's
  const StandardRule* with = nullptr;  ///< null: none
  Game game = Game::with_abstention;
  PowerIndex index = PowerIndex::shapley_shubik;
};

/// Members' power.
class Power : public Subject {
 public:
  explicit Power(const PowerChoice& choice) : choice_(choice) {}
  bool read(const char* file) override { return read_scenario(file, scenario_); }
  Picture picture(const Words& words, float width) const override { return power_picture(setting(words, width)); }
  std::string told(const Words& words) const override { return power_told(setting(words, 0)); }
  std::vector<HeightStep> heights(const Words& words) const override {
    return height_steps([&](float width) { return power_height(setting(words, width)); });
  }

 private:
  PowerRule among(const StandardRule& standard) const {
    return {standard.id, rule_among(standard, scenario_.members).value_or(Rule{})};
  }
  PowerSetting setting(const Words& words, float width) const {
    return {.scenario = scenario_,
            .words = words,
            .rule = choice_.rule ? among(*choice_.rule) : PowerRule{scenario_.rule_id, scenario_.rule},
            .compared = choice_.with ? std::optional(among(*choice_.with)) : std::nullopt,
            .game = choice_.game,
            .index = choice_.index,
            .width = width};
  }

  const PowerChoice& choice_;
  Scenario scenario_;
};

/// Vetoes through time.
class Vetoes : public Subject {
 public:
  explicit Vetoes(const VetoHighlight& highlight) : highlight_(highlight) {}
  bool read(const char* file) override { return read_vetoes(file, index_); }
  Picture picture(const Words& words, float width) const override {
    return vetoes_picture({index_, words, width}, {.highlight = highlight_});
  }
  std::string told(const Words& words) const override { return vetoes_told({index_, words, 0}); }
  std::vector<HeightStep> heights(const Words& words) const override {
    return height_steps([&](float width) { return vetoes_layout({index_, words, width}).height; });
  }

 private:
  const VetoHighlight& highlight_;
  VetoIndex index_;
};

/// What -o stands for where that file is drawn; empty for standard output.
std::string out_for(std::string out, const char* file) {
  const std::size_t at = out.find("{}");
  return at == std::string::npos ? out : out.replace(at, 2, std::filesystem::path(file).stem().string());
}

/// Writes to a file, or to standard output where it has no name; the exit status.
int write(const std::string& text, const std::string& out) {
  if (out.empty()) return std::fputs(text.c_str(), stdout), done;
  std::FILE* const stream = std::fopen(out.c_str(), "wb");
  bool good = stream && std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  if (stream) good = std::fclose(stream) == 0 && good;
  if (!good) std::fprintf(stderr, "%s: cannot be written: %s\n", out.c_str(), std::strerror(errno));
  return good ? done : input_at_fault;
}

}  // namespace

int poster_command(int argc, char** argv) {
  const char* out = "";
  const char* size = "";
  const char* theme = "light";
  const char* plot = "";
  const char *rule = nullptr, *with = nullptr, *index = nullptr, *highlight = nullptr;
  bool binary = false;
  bool heights = false;
  bool palette = false;
  Style style;
  Choice choice;
  if (const auto status = read_options(argc, argv, help + rules_help(),
                                       {{.name = "o", .value = &out},
                                        {.name = "size", .value = &size},
                                        {.name = "theme", .value = &theme},
                                        {.name = "lang", .value = &choice.language},
                                        {.name = "words", .value = &choice.file},
                                        {.name = "plot", .value = &plot},
                                        {.name = "rule", .value = &rule},
                                        {.name = "with", .value = &with},
                                        {.name = "index", .value = &index},
                                        {.name = "highlight", .value = &highlight},
                                        {.name = "binary", .flag = &binary},
                                        {.name = "blank", .flag = &style.blank},
                                        {.name = "compact", .flag = &style.compact},
                                        {.name = "seats", .flag = &style.seats},
                                        {.name = "fit", .flag = &style.fit},
                                        {.name = "heights", .flag = &heights},
                                        {.name = "palette", .flag = &palette}}))
    return *status;
  if (palette) return write(palette_json(), out);
  const std::string_view kind = plot;
  const bool of_power = kind == "power", of_vetoes = kind == "vetoes";
  if (!kind.empty() && !of_power && !of_vetoes)
    return usage_error("poster", std::string("--plot: found ") + plot + ", expected power or vetoes");
  for (const auto& [given, fits, name, where] :
       {Misfit{rule || with || index || binary, of_power, "--rule, --with, --index and --binary go", "--plot power"},
        {highlight != nullptr, of_vetoes, "--highlight goes", "--plot vetoes"},
        {style.blank || style.compact || style.seats, kind.empty(), "--blank, --compact and --seats go", "no --plot"}})
    if (given && !fits) return usage_error("poster", std::string(name) + " with " + where);
  if (*size == '\0') size = kind.empty() ? "1200x630" : "960";
  if (!read_size(size, style.width, style.height))
    return usage_error("poster",
                       std::string("--size: found ") + size + ", expected WIDTH or WIDTHxHEIGHT, 160 to 9999 each");
  style.theme = theme;
  constexpr std::string_view themes[] = {"light", "dark", "auto", "css", "paper"};
  if (std::find(std::begin(themes), std::end(themes), style.theme) == std::end(themes))
    return usage_error("poster", std::string("--theme: found ") + theme + ", expected light, dark, auto, css or paper");

  PowerChoice power{.game = binary ? Game::yes_no : Game::with_abstention};
  if (rule && !(power.rule = read_rule("poster", rule))) return wrong_usage;
  if (with && !(power.with = read_rule("poster", with, "--with"))) return wrong_usage;
  if (index) {
    const std::optional<PowerIndex> named = power_index_named(index);
    if (!named || !is_index_of(power.game, *named))
      return usage_error("poster", std::string("--index: found ") + index + ", expected " + indices_of(power.game));
    power.index = *named;
  }
  VetoHighlight lit;
  if (highlight) {
    const Result<VetoHighlight> read = parse_highlight(highlight);
    if (!read)
      return usage_error("poster", "--highlight: found " + read.error().found + ", expected " + read.error().expected);
    lit = read.value();
  }

  const std::vector<const char*> files(argv + optind, argv + argc);
  if (files.empty())
    return usage_error("poster", of_vetoes ? "needs at least one index of vetoes" : "needs at least one scenario file");
  if (files.size() > 1 && !std::strstr(out, "{}"))
    return usage_error("poster", std::string("-o: found ") + (*out ? out : "nothing") +
                                     ", expected {} in it, for the name of each of several files");
  std::set<std::string> outs;
  for (const char* file : files)
    if (const std::string to = out_for(out, file); !outs.insert(to).second)
      return usage_error("poster", std::string(file) + ": found another file for " + to + ", expected one each");
  int status = done;
  const std::optional<Words> words = read_words("poster", choice, status);
  if (!words) return status;

  std::vector<std::unique_ptr<Subject>> subjects;
  for (const char* file : files) {
    if (of_power)
      subjects.push_back(std::make_unique<Power>(power));
    else if (of_vetoes)
      subjects.push_back(std::make_unique<Vetoes>(lit));
    else
      subjects.push_back(std::make_unique<Voting>(style));
    if (!subjects.back()->read(file)) status = input_at_fault;
  }
  for (std::size_t i = 0; i < files.size() && status == done; ++i) {
    const Subject& subject = *subjects[i];
    // The picture keeps its size in its own units; a larger sheet shows it larger.
    const float units = std::min(static_cast<float>(style.width), 960.0F);
    status = write(heights ? heights_json(subject.heights(*words))
                           : svg_of(subject.picture(*words, units), subject.told(*words), style),
                   out_for(out, files[i]));
  }
  return status;
}

}  // namespace council::cli
