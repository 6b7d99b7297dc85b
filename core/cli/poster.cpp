// council poster: a still picture of a vote.
#include <getopt.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "command.h"
#include "core/json_writer.h"
#include "core/picture/picture.h"
#include "core/picture/svg.h"
#include "core/reasons.h"

namespace council::cli {

namespace {

constexpr const char* help =
    R"(Usage: council poster FILE [-o OUT.svg] [--size WIDTH[xHEIGHT]] [--theme light|dark|auto|css] [--blank] [--compact] [--seats] [--lang LANG] [--words FILE]
       council poster FILE --heights [--compact]
       council poster --palette

Draws the vote that a scenario file records, and its outcome, as SVG.

  -o FILE          where to write; standard output when not given
  --size WxH       in pixels; default 1200x630, the size of a social card. The picture
                   is laid out for that width: below 704 as for a phone. Without a
                   height, as high as the picture is
  --theme THEME    light (default), dark, auto: light, and dark where the reader's
                   browser is; or css: colours are the custom properties of the page
                   (--ink, --in-favour …)
  --blank          before anybody votes: neither votes nor outcome
  --compact        the rows of a narrow picture stand closer
  --seats          tells in data-seats where each seat is, as "X Y,X Y,…" in seat order
  --lang LANG      of the words: en, or that of the --words
  --words FILE     another catalogue of words, as those in web/content/strings
  --heights        how high the picture is in which widths, as JSON: a list of
                   {"from": WIDTH, "height": HEIGHT}, each up to the next one's
                   width, in units of 1/16 of the reader's text size
  --palette        the colours of both themes as JSON: {"light": {"paper": "#fbfaf6", …},
                   "dark": {…}}
  --help           this text

Example:
  council poster web/content/scenarios/dprk-panel-2024.json -o vote.svg --size 960x564
)";

/// Whether `text` is WIDTH or WIDTHxHEIGHT; the height is 0 without one.
bool read_size(const char* text, int& width, int& height) {
  char rest = 0;
  height = 0;
  if (std::sscanf(text, "%4d%c", &width, &rest) == 1) return width >= 160;
  return std::sscanf(text, "%4dx%4d%c", &width, &height, &rest) == 2 && width >= 160 && height >= 160;
}

/// Where the seats of a picture are, as an attribute.
std::string places_in(const Picture& picture) {
  std::string places;
  for (const SeatPlace& seat : picture.seats)
    places += (places.empty() ? "" : ",") + std::to_string(std::lround(seat.centre.x)) + " " +
              std::to_string(std::lround(seat.centre.y));
  return " data-seats=\"" + places + "\"";
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

void print_palette() {
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
  std::puts(text.c_str());
}

void print_heights(const Scenario& scenario, const Words& words, bool compact) {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  writer.begin_array();
  for (const HeightStep& step : height_steps({scenario, words, scenario.rule, 0, compact})) {
    writer.begin_object(json::Writer::Entries::on_one_line);
    writer.key("from").integer(static_cast<int>(step.from));
    writer.key("height").integer(static_cast<int>(std::ceil(step.height)));
    writer.end_object();
  }
  writer.end_array();
  std::puts(text.c_str());
}

}  // namespace

int poster_command(int argc, char** argv) {
  const char* out = nullptr;
  const char* size = "1200x630";
  const char* theme_name = "light";
  bool heights = false;
  bool palette = false;
  bool blank = false;
  bool compact = false;
  bool seats = false;
  Choice choice;
  if (const auto status = read_options(argc, argv, help,
                                       {{.name = "o", .value = &out},
                                        {.name = "size", .value = &size},
                                        {.name = "theme", .value = &theme_name},
                                        {.name = "lang", .value = &choice.language},
                                        {.name = "words", .value = &choice.file},
                                        {.name = "blank", .flag = &blank},
                                        {.name = "compact", .flag = &compact},
                                        {.name = "seats", .flag = &seats},
                                        {.name = "heights", .flag = &heights},
                                        {.name = "palette", .flag = &palette}}))
    return *status;
  if (palette) return print_palette(), done;
  int width = 0;
  int height = 0;
  if (!read_size(size, width, height))
    return usage_error("poster",
                       std::string("--size: found ") + size + ", expected WIDTH or WIDTHxHEIGHT, 160 to 9999 each");
  const std::string_view theme = theme_name;
  if (theme != "light" && theme != "dark" && theme != "auto" && theme != "css")
    return usage_error("poster", std::string("--theme: found ") + theme_name + ", expected light, dark, auto or css");
  if (argc - optind != 1) return usage_error("poster", "needs one scenario file");
  int status = done;
  const std::optional<Words> chosen = read_words("poster", choice, status);
  if (!chosen) return status;
  const Words& words = *chosen;
  Scenario scenario;
  if (!read_scenario(argv[optind], scenario)) return input_at_fault;

  if (heights) return print_heights(scenario, words, compact), done;
  const Decision decision = decide(scenario.rule, scenario.recorded);
  // The picture keeps its size in its own units; a larger sheet shows it larger.
  const float units = std::min(static_cast<float>(width), 960.0F);
  const Picture picture = picture_of({.scenario = scenario,
                                      .words = words,
                                      .rule = scenario.rule,
                                      .ballot = scenario.recorded,
                                      .decision = decision,
                                      .width = units,
                                      .interactive = false,
                                      .compact = compact,
                                      .blank = blank});
  if (height == 0) height = static_cast<int>(std::lround(picture.height * static_cast<float>(width) / units));
  const SvgInks inks = theme == "css" ? css_inks() : svg_inks(theme == "dark" ? dark_palette : light_palette);
  std::FILE* stream = out ? std::fopen(out, "wb") : stdout;
  if (!stream) return std::fprintf(stderr, "%s: cannot be written\n", out), input_at_fault;
  std::fprintf(
      stream,
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
      "aria-label=\"%s\" font-family=\"Inter, system-ui, sans-serif\"%s>",
      width, height, static_cast<double>(picture.width), static_cast<double>(picture.height),
      escaped(blank ? std::string(scenario.draft.subject.in(words.language))
                    : explain(words, scenario, scenario.rule, scenario.recorded, decision).outcome)
          .c_str(),
      seats ? places_in(picture).c_str() : "");
  if (theme == "auto")
    std::fprintf(stream, "<style>@media(prefers-color-scheme:dark){%s}</style>", repainted().c_str());
  if (theme != "css")
    std::fprintf(stream, "<rect x=\"-50%%\" y=\"-50%%\" width=\"200%%\" height=\"200%%\" fill=\"%s\"/>",
                 inks[static_cast<std::size_t>(Ink::paper)].c_str());
  std::fprintf(stream, "%s</svg>\n", svg_elements(picture, inks).c_str());
  if (stream != stdout) std::fclose(stream);
  return done;
}

}  // namespace council::cli
