#include "command.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/json.h"

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

bool read_scenario(const std::string& file, Scenario& scenario) {
  std::string text;
  if (!read_file(file, text)) return false;
  Result<Scenario> result = parse_scenario(text);
  if (!result) {
    input_error(file, result.error());
    return false;
  }
  scenario = std::move(result.value());
  return true;
}

const StandardRule* read_rule(const char* command, const char* id) {
  const StandardRule* rule = standard_rule(id);
  if (rule) return rule;
  std::string ids;
  for (const StandardRule& known : standard_rules) ids += (ids.empty() ? "" : ", ") + std::string(known.id);
  usage_error(command, "--rule: found " + json::quoted(id) + ", expected one of " + ids);
  return nullptr;
}

std::string rules_help() {
  std::string text = "Rules:\n";
  for (const RuleText& rule : rule_texts)
    text += "  " + std::string(rule.id) + "\n      " + std::string(rule.note) + "\n";
  return text;
}

}  // namespace council::cli
