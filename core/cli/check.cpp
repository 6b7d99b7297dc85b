// council check: validates files of every kind, and catalogues beside the English one.
#include <getopt.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

#include "command.h"
#include "core/catalogue.h"
#include "core/lesson.h"

namespace council::cli {

namespace {

constexpr const char* help = R"(Usage: council check [--scenarios DIR] FILE...
       council check --against CATALOGUE FILE...

Checks that files are what they should be: scenarios; indices of vetoes, which are
known by their field "texts"; lessons, known by "steps", whose challenges are
proved. The first thing wrong in each is reported as file:line:column: what was
found, what was expected.
The formats are in web/content/schemas.

  --scenarios DIR      where the votes of lessons are; ../scenarios beside a lesson
                       where it is not given

  --against CATALOGUE  the files are catalogues of words in other languages: every
                       key of CATALOGUE must be there, with the same places in its
                       text and the forms of plural that the language has; all that
                       is missing or too much is reported
  --help               this text

Exit: 0 when every file is good, 1 when one is not.

Examples:
  council check web/content/scenarios/*.json web/content/vetoes.json
  council check web/content/lessons/*.json
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

/// The scenarios of a folder, each read when a lesson names it.
class Folder {
 public:
  explicit Folder(std::filesystem::path path) : path_(std::move(path)) {}

  /// The scenario with that id; null where there is none, or where its own fault has been printed.
  const Scenario* find(std::string_view id) {
    const auto [place, is_new] = read_.try_emplace(std::string(id));
    const std::string file = (path_ / (place->first + ".json")).lexically_normal().string();
    if (is_new && std::filesystem::exists(file)) {
      Scenario scenario;
      if (read_scenario(file, scenario)) place->second = std::move(scenario);
    }
    return place->second ? &*place->second : nullptr;
  }

 private:
  std::filesystem::path path_;
  std::map<std::string, std::optional<Scenario>> read_;
};

/// A file, and where the votes of lessons are.
struct Checked {
  const char* file;
  std::string text;
  const char* scenarios;
};

/// What is wrong with a file; nothing where it is good.
template <class T>
std::optional<Error> fault_of(Result<T> result) {
  return result ? std::nullopt : std::optional(std::move(result).error());
}
std::optional<Error> fault_of_lesson(const Checked& checked) {
  const std::filesystem::path beside = std::filesystem::path(checked.file).parent_path() / ".." / "scenarios";
  Folder folder(checked.scenarios ? checked.scenarios : beside);
  return fault_of(parse_lesson(checked.text, [&](std::string_view id) { return folder.find(id); }));
}

/// The kinds of files, each known by a field that no other has; what has none of them is to be a scenario.
struct Kind {
  std::string_view field;
  std::optional<Error> (*fault)(const Checked& checked);
};
constexpr Kind kinds[] = {
    {"texts", [](const Checked& checked) { return fault_of(parse_vetoes(checked.text)); }},
    {"steps", fault_of_lesson},
    {"", [](const Checked& checked) { return fault_of(parse_scenario(checked.text)); }},
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
  const char* scenarios = nullptr;
  if (const auto status = read_options(
          argc, argv, help, {{.name = "against", .value = &against}, {.name = "scenarios", .value = &scenarios}}))
    return *status;
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
    Checked checked{argv[i], {}, scenarios};
    if (!read_file(argv[i], checked.text))
      status = input_at_fault;
    else if (const std::optional<Error> fault = kind_of(checked.text).fault(checked))
      status = input_error(argv[i], *fault);
  }
  return status;
}

}  // namespace council::cli
