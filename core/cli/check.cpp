// council check: validates scenario files, and catalogues beside the English one.
#include <getopt.h>

#include <cstdio>

#include "command.h"
#include "core/catalogue.h"

namespace council::cli {

namespace {

constexpr const char* help = R"(Usage: council check FILE...
       council check --against CATALOGUE FILE...

Checks that files are what they should be. The first thing wrong in each scenario
is reported as file:line:column: what was found, what was expected.
The format of scenarios is in web/content/schemas/scenario.schema.json.

  --against CATALOGUE  the files are catalogues of words in other languages: every
                       key of CATALOGUE must be there, with the same places in its
                       text and the forms of plural that the language has; all that
                       is missing or too much is reported
  --help               this text

Exit: 0 when every file is good, 1 when one is not.

Examples:
  council check web/content/scenarios/*.json
  council check --against web/content/strings/en.json web/content/strings/*.json
)";

/// A catalogue and its file's text.
struct Catalogue {
  std::string text;
  Words words;
};

std::optional<Catalogue> read_catalogue(const char* file) {
  Catalogue catalogue;
  if (!read_file(file, catalogue.text)) return std::nullopt;
  Result<Words> words = parse_words(catalogue.text);
  if (!words) return input_error(file, words.error()), std::nullopt;
  catalogue.words = std::move(words).value();
  return catalogue;
}

}  // namespace

int check_command(int argc, char** argv) {
  const char* against = nullptr;
  if (const auto status = read_options(argc, argv, help, {{.name = "against", .value = &against}})) return *status;
  if (optind == argc) return usage_error("check", "needs at least one file");
  int status = done;
  if (against) {
    const std::optional<Catalogue> model = read_catalogue(against);
    if (!model) return input_at_fault;
    for (int i = optind; i < argc; ++i) {
      const std::optional<Catalogue> catalogue = read_catalogue(argv[i]);
      if (!catalogue) {
        status = input_at_fault;
        continue;
      }
      for (const Error& error : differences(model->words, catalogue->text, catalogue->words))
        status = input_error(argv[i], error);
    }
    return status;
  }
  for (int i = optind; i < argc; ++i) {
    Scenario scenario;
    if (!read_scenario(argv[i], scenario)) status = input_at_fault;
  }
  return status;
}

}  // namespace council::cli
