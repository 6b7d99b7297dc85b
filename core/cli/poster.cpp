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
#include "web/content/content.h"

namespace council::cli {

namespace {

constexpr const char* help =
    R"(Usage: council poster FILE [-o OUT.svg] [--size WIDTH[xHEIGHT]] [--theme light|dark|css] [--lang LANG] [--words FILE]
       council poster FILE --heights
       council poster --palette

Draws the vote that a scenario file records, and its outcome, as SVG.

  -o FILE          where to write; standard output when not given
  --size WxH       in pixels; default 1200x630, the size of a social card. The picture
                   is laid out for that width: below 704 as for a phone. Without a
                   height, as high as the picture is
  --theme THEME    light (default), dark, or css: colours are the custom properties of
                   the page (--ink, --in-favour …)
  --lang LANG      of the words; en so far
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

void print_heights(const Scenario& scenario, const Words& words) {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  writer.begin_array();
  for (const HeightStep& step : height_steps(scenario, words, scenario.rule)) {
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
  std::string out;
  std::string theme = "light";
  std::string catalogue;
  int width = 1200;
  int height = 630;
  bool heights = false;
  constexpr option options[] = {{"size", required_argument, nullptr, 's'}, {"theme", required_argument, nullptr, 't'},
                                {"lang", required_argument, nullptr, 'l'}, {"words", required_argument, nullptr, 'w'},
                                {"heights", no_argument, nullptr, 'e'},    {"palette", no_argument, nullptr, 'p'},
                                {"help", no_argument, nullptr, 'h'},       {}};
  opterr = 0;
  for (int choice; (choice = getopt_long(argc, argv, "ho:", options, nullptr)) != -1;) {
    if (choice == 'h') return std::fputs(help, stdout), done;
    if (choice == 'p') return print_palette(), done;
    if (choice == 'o') {
      out = optarg;
    } else if (choice == 'e') {
      heights = true;
    } else if (choice == 's') {
      if (!read_size(optarg, width, height))
        return usage_error(
            "poster", std::string("--size: found ") + optarg + ", expected WIDTH or WIDTHxHEIGHT, 160 to 9999 each");
    } else if (choice == 'l') {
      if (std::string_view(optarg) != "en")
        return usage_error("poster", std::string("--lang: found ") + optarg + ", expected en");
    } else if (choice == 'w') {
      catalogue = optarg;
    } else if (choice == 't') {
      theme = optarg;
      if (theme != "light" && theme != "dark" && theme != "css")
        return usage_error("poster", "--theme: found " + theme + ", expected light, dark or css");
    } else {
      return usage_error("poster", std::string("unknown option ") + argv[optind - 1]);
    }
  }
  if (argc - optind != 1) return usage_error("poster", "needs one scenario file");
  Scenario scenario;
  if (!read_scenario(argv[optind], scenario)) return input_at_fault;

  std::string text(content::english_words());
  if (!catalogue.empty() && !read_file(catalogue, text)) return input_at_fault;
  Result<Words> parsed = parse_words(text);
  if (!parsed) return input_error(catalogue, parsed.error());
  const Words words = std::move(parsed).value();
  if (heights) return print_heights(scenario, words), done;
  const Decision decision = decide(scenario.rule, scenario.recorded);
  // The picture keeps its size in its own units; a larger sheet shows it larger.
  const float units = std::min(static_cast<float>(width), 960.0F);
  const Picture picture = picture_of({.scenario = scenario,
                                      .words = words,
                                      .rule = scenario.rule,
                                      .ballot = scenario.recorded,
                                      .decision = decision,
                                      .width = units,
                                      .interactive = false});
  if (height == 0) height = static_cast<int>(std::lround(picture.height * static_cast<float>(width) / units));
  const SvgInks inks = theme == "css" ? css_inks() : svg_inks(theme == "dark" ? dark_palette : light_palette);
  std::FILE* stream = out.empty() ? stdout : std::fopen(out.c_str(), "wb");
  if (!stream) return std::fprintf(stderr, "%s: cannot be written\n", out.c_str()), input_at_fault;
  std::fprintf(
      stream,
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
      "aria-label=\"%s\" font-family=\"Inter, system-ui, sans-serif\">",
      width, height, static_cast<double>(picture.width), static_cast<double>(picture.height),
      escaped(explain(words, scenario, scenario.rule, scenario.recorded, decision).outcome).c_str());
  if (theme != "css")
    std::fprintf(stream, "<rect x=\"-50%%\" y=\"-50%%\" width=\"200%%\" height=\"200%%\" fill=\"%s\"/>",
                 inks[static_cast<std::size_t>(Ink::paper)].c_str());
  std::fprintf(stream, "%s</svg>\n", svg_elements(picture, inks).c_str());
  if (stream != stdout) std::fclose(stream);
  return done;
}

}  // namespace council::cli
