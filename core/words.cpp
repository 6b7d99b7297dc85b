#include "words.h"

#include <algorithm>

#include "text.h"

namespace council {

namespace {

using json::Kind;
using json::Value;

/// What the catalogue has under that key, or null.
const Value* find(const Words& words, std::string_view key) {
  const Value* at = &words.catalogue.root();
  while (at && !key.empty()) {
    const std::size_t end = std::min(key.find('.'), key.size());
    at = at->find(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return at;
}

std::string with_places(std::string_view text, std::initializer_list<Place> places) {
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
  const Value* text = find(*this, key);
  return text && text->kind == Kind::string ? with_places(text->text, places) : filled("[{}]", key);
}

std::string Words::plural(std::string_view key, int n, std::initializer_list<Place> places) const {
  const std::string form = filled("{}.{}", key, plural_category(language, n));
  return message(find(*this, form) ? form : filled("{}.other", key), places);
}

std::string Words::joined(const char* key, std::string_view first, std::string_view rest) const {
  return rest.empty() ? std::string(first) : message(key, {{"first", first}, {"rest", rest}});
}

std::string Words::list(const std::vector<std::string_view>& names) const {
  if (names.empty()) return {};
  const char* key = "list.last";
  const Value* const starts = find(*this, "list.starts");
  for (std::string_view rest = starts ? starts->text : std::string_view{}; !rest.empty();)
    if (names.back().starts_with(next_name(rest))) key = "list.last_before";
  std::string result(names.back());
  for (std::size_t i = names.size() - 1; i-- > 0; key = "list.more") result = joined(key, names[i], result);
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
  Result<json::Document> catalogue = json::parse(text);
  if (!catalogue) return std::move(catalogue).error();
  Words words{.language = {}, .right_to_left = false, .catalogue = std::move(catalogue.value())};
  const Value& root = words.catalogue.root();
  for (const Value& value : words.catalogue.values) {
    const bool branch = value.kind == Kind::object || value.kind == Kind::array;
    if (&value == &root ? value.kind != Kind::object : !branch && value.kind != Kind::string)
      return json::error_at(text, value.offset, json::path_of(root, value), json::described(value),
                            "a text, or an object or array of texts");
  }
  const Value* const language = root.find("language");
  if (!language || language->text.empty())
    return json::error_at(text, language ? language->offset : 0, language ? "language" : "",
                          language ? json::described(*language) : "no field \"language\"",
                          "the language's tag, such as \"en\"");
  words.language = language->text;
  if (const Value* direction = root.find("direction")) {
    words.right_to_left = direction->text == "rtl";
    if (!words.right_to_left && direction->text != "ltr")
      return json::error_at(text, direction->offset, "direction", json::described(*direction), "\"ltr\" or \"rtl\"");
  }
  return words;
}

}  // namespace council
