#include "command.h"

#include <getopt.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/json.h"
#include "core/utf8.h"
#include "web/content/content.h"

namespace council::cli {

int usage_error(const char* command, const std::string& message) {
  std::fprintf(stderr, "council %s: %s\nTry: council %s --help\n", command, message.c_str(), command);
  return wrong_usage;
}

int input_error(const std::string& file, const Error& error) {
  std::fprintf(stderr, "%s:%s\n", file.c_str(), error.text().c_str());
  return input_at_fault;
}

bool read_file(const std::string& file, std::string& text) {
  const bool standard_input = file == "-";
  std::FILE* stream = standard_input ? stdin : std::fopen(file.c_str(), "rb");
  text.resize(json::max_bytes + 1);
  if (stream) text.resize(std::fread(text.data(), 1, text.size(), stream));
  const bool good = stream && !std::ferror(stream);
  if (!good) std::fprintf(stderr, "%s: cannot be read: %s\n", file.c_str(), std::strerror(errno));
  if (stream && !standard_input) std::fclose(stream);
  return good;
}

namespace {

/// What a file holds, by its reader; false with the errors printed.
template <class T>
bool read(const std::string& file, T& out, Result<T> (*parse)(std::string_view)) {
  std::string text;
  if (!read_file(file, text)) return false;
  Result<T> result = parse(text);
  if (!result) return input_error(file, result.error()), false;
  out = std::move(result.value());
  return true;
}

}  // namespace

bool read_scenario(const std::string& file, Scenario& scenario) { return read(file, scenario, parse_scenario); }
bool read_vetoes(const std::string& file, VetoIndex& index) { return read(file, index, parse_vetoes); }

const StandardRule* read_rule(const char* command, const char* id, const char* option) {
  const StandardRule* rule = standard_rule(id);
  if (rule) return rule;
  std::string ids;
  for (const StandardRule& known : standard_rules) ids += (ids.empty() ? "" : ", ") + std::string(known.id);
  usage_error(command, std::string(option) + ": found " + json::quoted(id) + ", expected one of " + ids);
  return nullptr;
}

std::optional<int> read_options(int argc, char** argv, const std::string& help, std::initializer_list<Option> options) {
  const char* const command = argv[0];
  std::vector<option> known;
  std::string letters = ":h";
  const auto add = [&](const char* name, bool takes_value, int index) {
    known.push_back({name, takes_value ? required_argument : no_argument, nullptr, index});
    if (name[1] == '\0') letters += std::string(name) + (takes_value ? ":" : "");
  };
  // Above the range of letters, so that nothing is taken for another.
  constexpr int first = 256;
  int index = first;
  for (const Option& each : options) add(each.name, each.value != nullptr, index++);
  add("help", false, 'h');
  known.push_back({});
  opterr = 0;
  for (int choice; (choice = getopt_long(argc, argv, letters.c_str(), known.data(), nullptr)) != -1;) {
    if (choice == 'h') return std::fputs(help.c_str(), stdout), done;
    if (choice == ':') return usage_error(command, std::string(argv[optind - 1]) + " needs a value");
    if (choice == '?') return usage_error(command, std::string("unknown option ") + argv[optind - 1]);
    int at = first;
    for (const Option& each : options) {
      if (choice != at++ && choice != (each.name[1] == '\0' ? each.name[0] : 0)) continue;
      if (each.flag) *each.flag = true;
      if (each.value) *each.value = optarg;
    }
  }
  return std::nullopt;
}

std::optional<Words> read_words(const char* command, const Choice& choice, int& status) {
  const std::string_view asked = choice.language && !choice.file ? choice.language : "en";
  std::string text(content::words_in(asked));
  if (text.empty()) {
    status = usage_error(command, "--lang: found " + std::string(asked) + ", expected one of " + content::languages() +
                                      ", or that of the --words");
    return std::nullopt;
  }
  if (choice.file && !read_file(choice.file, text)) return status = input_at_fault, std::nullopt;
  Result<Words> words = parse_words(text);
  if (!words) return status = input_error(choice.file ? choice.file : "", words.error()), std::nullopt;
  const std::string_view language = words.value().language;
  if (choice.language && choice.language != language) {
    status = usage_error(command, std::string("--lang: found ") + choice.language + ", expected " +
                                      std::string(language) + ", as in the --words");
    return std::nullopt;
  }
  return std::move(words).value();
}

std::string grouped(const Words& words, std::uint64_t number) {
  const std::string digits = std::to_string(number);
  if (digits.size() <= 3) return digits;
  const std::size_t rest = digits.size() - 3;
  return words.message("command.thousands",
                       {{"first", grouped(words, number / 1000)}, {"rest", std::string_view(digits).substr(rest)}});
}

std::string padded(std::string text, int width) {
  return text.append(static_cast<std::size_t>(std::max(0, width - characters_in(text))), ' ');
}

std::string rules_help() {
  const Words words = parse_words(content::english_words()).value();
  std::string text = "Rules:\n";
  for (const StandardRule& rule : standard_rules)
    text += "  " + std::string(rule.id) + "\n      " + words.message(filled("rules.{}.note", rule.id)) + "\n";
  return text;
}

}  // namespace council::cli
