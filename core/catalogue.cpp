#include "catalogue.h"

#include <algorithm>
#include <set>
#include <string>

#include "utf8.h"

namespace council {

namespace {

using json::Kind;
using json::Value;
using Names = std::set<std::string_view>;

const Names categories{"zero", "one", "two", "few", "many", "other"};

/// The places in a text: the names in braces.
Names places_of(std::string_view text) {
  Names places;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close != std::string_view::npos) places.insert(text.substr(open + 1, close - open - 1));
  }
  return places;
}

/// An object with the forms of one message.
bool is_plural(const Value& value) {
  if (value.kind != Kind::object || !value.find("other")) return false;
  for (const Value& form : value)
    if (categories.count(form.name) == 0) return false;
  return true;
}

/// The categories that a language's whole numbers fall into.
Names categories_of(std::string_view language) {
  Names names;
  for (int n = 0; n <= 1000; ++n) names.insert(plural_category(language, n));
  return names;
}

std::string listed_places(const Names& places) {
  std::string list;
  for (const std::string_view place : places) list += (list.empty() ? "{" : ", {") + std::string(place) + "}";
  return list.empty() ? "no places" : list;
}

/// Whether a name begins with a letter of Hebrew, Arabic or another script between U+0590 and U+08FF.
bool read_from_right(std::string_view name) {
  const char32_t first = name.empty() ? 0 : take_character(name);
  return first >= 0x0590 && first <= 0x08FF;
}

class Comparison {
 public:
  Comparison(std::string_view text, const Words& words)
      : text_(text), root_(words.catalogue.root()), forms_(categories_of(words.language)) {}

  std::vector<Error> errors;

  /// A language whose own name reads from the right does so itself.
  void direction(const Words& words) {
    const Value* const name = root_.find("name");
    if (words.right_to_left || !name || name->kind != Kind::string || !read_from_right(name->text)) return;
    const Value* const direction = root_.find("direction");
    const std::string written = direction ? json::described(*direction) : "no \"direction\"";
    fail(direction ? *direction : root_, written, "\"rtl\", as the language's name is read");
  }
  void compare(const Value& model, const Value& value) {
    if (is_plural(model)) return plural(model, value);
    if (model.kind != value.kind)
      return fail(value, json::described(value),
                  model.kind == Kind::string  ? "a text"
                  : model.kind == Kind::array ? "an array of texts"
                                              : "an object of texts");
    if (model.kind == Kind::string) return places(value, places_of(model.text), places_of(model.text));
    if (model.kind == Kind::array) {
      if (model.size() != value.size())
        return fail(value, std::to_string(value.size()) + " entries", std::to_string(model.size()));
      auto entry = value.begin();
      for (const Value& wanted : model) {
        compare(wanted, *entry);
        ++entry;
      }
      return;
    }
    for (const Value& wanted : model) {
      const Value* field = value.find(wanted.name);
      if (field)
        compare(wanted, *field);
      else
        fail(value, "no " + json::quoted(wanted.name), "it, as in the model");
    }
    for (const Value& field : value)
      if (!model.find(field.name)) unknown(field, "keys of the model only");
  }

 private:
  /// Which they are, and who says so.
  std::string forms() const {
    std::string named;
    for (const std::string_view name : forms_) named.append(named.empty() ? "" : ", ").append(name);
    return " (" + named + "), as plural_category of core/words.cpp tells";
  }

  void plural(const Value& model, const Value& value) {
    if (value.kind != Kind::object) return fail(value, json::described(value), "an object of plural forms");
    Names least;  // that all forms of the model have
    Names most;   // that any of them has
    for (const Value& form : model) {
      const Names these = places_of(form.text);
      most.insert(these.begin(), these.end());
      if (&form == &*model.begin()) least = these;
      std::erase_if(least, [&](std::string_view place) { return these.count(place) == 0; });
    }
    const bool other_will_do = model.size() == 1 && value.size() == 1 && value.find("other");
    for (const std::string_view name : forms_)
      if (!value.find(name) && !other_will_do)
        fail(value, "no form " + json::quoted(name), "each form of plural that the language has" + forms());
    for (const Value& form : value) {
      if (forms_.count(form.name) == 0 && form.name != "other")
        unknown(form, "the forms of plural that the language has" + forms());
      else if (form.kind != Kind::string)
        fail(form, json::described(form), "a text");
      else
        places(form, least, most);
    }
  }
  void places(const Value& value, const Names& least, const Names& most) {
    const Names these = places_of(value.text);
    if (!std::includes(these.begin(), these.end(), least.begin(), least.end()) ||
        !std::includes(most.begin(), most.end(), these.begin(), these.end()))
      fail(value, listed_places(these), listed_places(most));
  }
  void fail(const Value& value, std::string found, const std::string& expected) {
    errors.push_back(
        json::error_at(text_, value.offset, json::path_of(root_, value), std::move(found), expected.c_str()));
  }
  void unknown(const Value& field, const std::string& expected) {
    errors.push_back(json::error_at(text_, field.name_offset, json::path_of(root_, field),
                                    "the unknown key " + json::quoted(field.name), expected.c_str()));
  }

  std::string_view text_;
  const Value& root_;
  const Names forms_;
};

}  // namespace

std::vector<Error> differences(const Words& model, std::string_view text, const Words& words) {
  Comparison comparison(text, words);
  comparison.direction(words);
  comparison.compare(model.catalogue.root(), words.catalogue.root());
  return std::move(comparison.errors);
}

}  // namespace council
