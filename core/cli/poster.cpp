// council poster: still pictures of votes.
#include <getopt.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <set>

#include "command.h"
#include "core/json_writer.h"
#include "core/picture/picture.h"
#include "core/picture/svg.h"
#include "core/reasons.h"

namespace council::cli {

namespace {

constexpr const char* help =
    R"(Usage: council poster FILE... [-o OUT.svg] [--size WIDTH[xHEIGHT]] [--theme light|dark|auto|css] [--blank] [--compact] [--seats] [--lang LANG] [--words FILE]
       council poster FILE... [-o OUT.json] --heights [--compact]
       council poster [-o OUT.json] --palette

Draws the vote that a scenario file records, and its outcome, as SVG. Of several
files, none is drawn unless all are good.

  -o OUT           where to write; standard output when not given. {} in it stands for
                   the file's name, without folder and ending: several files need it
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

Examples:
  council poster web/content/scenarios/dprk-panel-2024.json -o vote.svg --size 960x564
  council poster web/content/scenarios/*.json -o 'posters/{}.svg'
)";

/// How pictures shall be.
struct Style {
  int width = 0;
  int height = 0;  ///< 0: as high as the picture is
  std::string_view theme;
  bool blank = false;
  bool compact = false;
  bool seats = false;
};

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

std::string heights_json(const Scenario& scenario, const Words& words, bool compact) {
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
  return text + "\n";
}

std::string svg_of(const Scenario& scenario, const Words& words, const Style& style) {
  const Decision decision = decide(scenario.rule, scenario.recorded);
  // The picture keeps its size in its own units; a larger sheet shows it larger.
  const float units = std::min(static_cast<float>(style.width), 960.0F);
  const Picture picture = picture_of({.scenario = scenario,
                                      .words = words,
                                      .rule = scenario.rule,
                                      .ballot = scenario.recorded,
                                      .decision = decision,
                                      .width = units,
                                      .interactive = false,
                                      .compact = style.compact,
                                      .blank = style.blank});
  const long height =
      style.height ? style.height : std::lround(picture.height * static_cast<float>(style.width) / units);
  const SvgInks inks =
      style.theme == "css" ? css_inks() : svg_inks(style.theme == "dark" ? dark_palette : light_palette);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
  const auto add = [&](const char* name, const std::string& value) {
    svg += std::string(" ") + name + "=\"" + value + "\"";
  };
  add("width", std::to_string(style.width));
  add("height", std::to_string(height));
  add("viewBox", "0 0 " + std::to_string(std::lrint(picture.width)) + " " + std::to_string(std::lrint(picture.height)));
  add("role", "img");
  add("aria-label",
      escaped(style.blank ? std::string(scenario.draft.subject.in(words.language))
                          : explain(words, scenario, scenario.rule, scenario.recorded, decision).outcome));
  add("font-family", "Inter, system-ui, sans-serif");
  if (style.seats) add("data-seats", places_in(picture));
  svg += ">";
  if (style.theme == "auto") svg += "<style>@media(prefers-color-scheme:dark){" + repainted() + "}</style>";
  if (style.theme != "css")
    svg += "<rect x=\"-50%\" y=\"-50%\" width=\"200%\" height=\"200%\" fill=\"" +
           inks[static_cast<std::size_t>(Ink::paper)] + "\"/>";
  return svg + svg_elements(picture, inks) + "</svg>\n";
}

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
  const char* size = "1200x630";
  const char* theme = "light";
  bool heights = false;
  bool palette = false;
  Style style;
  Choice choice;
  if (const auto status = read_options(argc, argv, help,
                                       {{.name = "o", .value = &out},
                                        {.name = "size", .value = &size},
                                        {.name = "theme", .value = &theme},
                                        {.name = "lang", .value = &choice.language},
                                        {.name = "words", .value = &choice.file},
                                        {.name = "blank", .flag = &style.blank},
                                        {.name = "compact", .flag = &style.compact},
                                        {.name = "seats", .flag = &style.seats},
                                        {.name = "heights", .flag = &heights},
                                        {.name = "palette", .flag = &palette}}))
    return *status;
  if (palette) return write(palette_json(), out);
  if (!read_size(size, style.width, style.height))
    return usage_error("poster",
                       std::string("--size: found ") + size + ", expected WIDTH or WIDTHxHEIGHT, 160 to 9999 each");
  style.theme = theme;
  if (style.theme != "light" && style.theme != "dark" && style.theme != "auto" && style.theme != "css")
    return usage_error("poster", std::string("--theme: found ") + theme + ", expected light, dark, auto or css");
  const std::vector<const char*> files(argv + optind, argv + argc);
  if (files.empty()) return usage_error("poster", "needs at least one scenario file");
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

  std::vector<Scenario> scenarios(files.size());
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!read_scenario(files[i], scenarios[i])) status = input_at_fault;
  for (std::size_t i = 0; i < files.size() && status == done; ++i)
    status = write(heights ? heights_json(scenarios[i], *words, style.compact) : svg_of(scenarios[i], *words, style),
                   out_for(out, files[i]));
  return status;
}

}  // namespace council::cli
