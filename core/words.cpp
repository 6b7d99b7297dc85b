#include "words.h"

#include <algorithm>

#include "json.h"

namespace council {

namespace {

const std::string* find(const Words& words, std::string_view key) {
  for (const auto& [name, text] : words.messages)
    if (name == key) return &text;
  return nullptr;
}

std::string filled(std::string_view text, std::initializer_list<Place> places) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
    const auto* place =
        close == std::string_view::npos
            ? places.end()
            : std::find_if(places.begin(), places.end(),
                           [name = text.substr(at + 1, close - at - 1)](const Place& p) { return p.first == name; });
    if (place != places.end()) {
      result += place->second;
      at = close + 1;
    } else {
      result += text[at++];
    }
  }
  return result;
}

}  // namespace

std::string Words::message(std::string_view key, std::initializer_list<Place> places) const {
  const std::string* text = find(*this, key);
  return text ? filled(*text, places) : "[" + std::string(key) + "]";
}

std::string Words::plural(std::string_view key, int n, std::initializer_list<Place> places) const {
  const std::string form = std::string(key) + "." + std::string(plural_category(language, n));
  return message(find(*this, form) ? form : std::string(key) + ".other", places);
}

std::string Words::list(const std::vector<std::string>& names) const {
  if (names.empty()) return {};
  std::string result = names.back();
  for (std::size_t i = names.size() - 1; i-- > 0;)
    result = message(i + 2 == names.size() ? "list.last" : "list.more", {{"first", names[i]}, {"rest", result}});
  return result;
}

std::string_view plural_category(std::string_view language, int n) {
  const int tens = n % 100;
  const int ones = n % 10;
  if (language == "zh") return "other";
  if (language == "fr") return n == 0 || n == 1 ? "one" : "other";
  if (language == "ru") {
    if (ones == 1 && tens != 11) return "one";
    if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return "few";
    return "many";
  }
  if (language == "ar") {
    if (n <= 2) return n == 0 ? "zero" : n == 1 ? "one" : "two";
    if (tens >= 3 && tens <= 10) return "few";
    return tens >= 11 ? "many" : "other";
  }
  return n == 1 ? "one" : "other";  // English, Spanish
}

Result<Words> parse_words(std::string_view text) {
  Result<json::Value> document = json::parse(text);
  if (!document) return document.error();
  Words words;
  // Depth first with a list of what is still to be read, so that no input can exhaust the stack.
  std::vector<std::pair<std::string, const json::Value*>> open{{"", &document.value()}};
  while (!open.empty()) {
    const auto [path, value] = open.back();
    open.pop_back();
    if (value->kind == json::Kind::string && path == "language") {
      words.language = value->text;
    } else if (value->kind == json::Kind::string && !path.empty()) {
      words.messages.emplace_back(path, value->text);
    } else if (value->kind == json::Kind::object) {
      for (const json::Field& field : value->fields)
        open.emplace_back(path.empty() ? field.name : path + "." + field.name, &field.value);
    } else {
      return json::error_at(text, value->offset, path, json::described(*value), "a text, or an object of texts");
    }
  }
  if (words.language.empty())
    return json::error_at(text, 0, "", "no field \"language\"", "the language's tag, such as \"en\"");
  return words;
}

}  // namespace council
