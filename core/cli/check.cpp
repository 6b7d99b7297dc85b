// council check: validates files of every kind, and catalogues beside the English one.
#include <getopt.h>

#include <algorithm>
#include <iterator>

#include "command.h"
#include "core/catalogue.h"

namespace council::cli {

namespace {

constexpr const char* help = R"(Usage: council check FILE...
       council check --against CATALOGUE FILE...

Checks that files are what they should be: scenarios, and indices of vetoes, which
are known by their field "texts". The first thing wrong in each is reported as
file:line:column: what was found, what was expected.
The formats are in web/content/schemas.

  --against CATALOGUE  the files are catalogues of words in other languages: every
                       key of CATALOGUE must be there, with the same places in its
                       text and the forms of plural that the language has; all that
                       is missing or too much is reported
  --help               this text

Exit: 0 when every file is good, 1 when one is not.

Examples:
  council check web/content/scenarios/*.json web/content/vetoes.json
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

/// What is wrong with a file's text; nothing where it is good.
template <class T>
std::optional<Error> fault_of(std::string_view text, Result<T> (*parse)(std::string_view)) {
  Result<T> result = parse(text);
  return result ? std::nullopt : std::optional(std::move(result).error());
}

/// The kinds of files, each known by a field that no other has; what has none of them is to be a scenario.
struct Kind {
  std::string_view field;
  std::optional<Error> (*fault)(std::string_view text);
};
constexpr Kind kinds[] = {
    {"texts", [](std::string_view text) { return fault_of(text, parse_vetoes); }},
    {"", [](std::string_view text) { return fault_of(text, parse_scenario); }},
};

const Kind& kind_of(std::string_view text) {
  const Result<json::Document> document = json::parse(text);
  const auto is = [&](const Kind& kind) {
    return kind.field.empty() ||
           (document && document.value().root().kind == json::Kind::object && document.value().root().find(kind.field));
  };
  return *std::find_if(std::begin(kinds), std::end(kinds), is);
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
    std::string text;
    if (!read_file(argv[i], text))
      status = input_at_fault;
    else if (const std::optional<Error> fault = kind_of(text).fault(text))
      status = input_error(argv[i], *fault);
  }
  return status;
}

}  // namespace council::cli
