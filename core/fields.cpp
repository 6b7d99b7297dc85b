#include "fields.h"

#include <algorithm>

#include "date.h"
#include "utf8.h"

namespace council {

using json::Kind;

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

constexpr const char* expected_language = "a language such as \"en\"";
bool is_language(std::string_view tag) {
  return (tag.size() == 2 || tag.size() == 3) && std::all_of(tag.begin(), tag.end(), is_small_letter);
}

}  // namespace

int index_in(std::string_view names, std::string_view wanted) {
  for (int index = 0; !names.empty(); ++index)
    if (next_name(names) == wanted) return index;
  return -1;
}

std::string_view Localised::in(std::string_view language) const {
  if (!texts) return {};
  const json::Value* text = texts->find(language);
  return (text ? text : texts->find("en"))->text;
}

bool FieldReader::fail(const Value& value, std::size_t offset, std::string found, const char* expected) {
  error_ = json::error_at(text_, offset, json::path_of(root_, value), std::move(found), expected);
  return false;
}

bool FieldReader::wrong(const Value& value, const char* expected) { return fail(value, described(value), expected); }

bool FieldReader::object(const Value& value, const char* fields) {
  if (value.kind != Kind::object) return wrong(value, "an object");
  for (const Value& field : value)
    if (index_in(fields, field.name) < 0)
      return fail(value, field.name_offset, filled("the unknown field {}", json::quoted(field.name)),
                  listed(fields).c_str());
  for (std::string_view rest = fields; !rest.empty();) {
    bool may_be_missing = false;
    const std::string_view name = next_name(rest, &may_be_missing);
    if (!may_be_missing && !value.find(name))
      return fail(value, filled("no field {}", json::quoted(name)), "it in this object");
  }
  return true;
}

bool FieldReader::array(const Value& value, int least, int most, const char* what) {
  if (value.kind != Kind::array) return wrong(value, filled("an array of {}", what));
  const int size = value.size();
  return (size >= least && size <= most) ||
         fail(value, filled("{} {}", size, what), filled("{} to {}", least, decimal(most)).c_str());
}

bool FieldReader::string(const Value& value, int most, std::string_view& out, bool may_be_empty) {
  if (value.kind != Kind::string || (value.text.empty() && !may_be_empty))
    return wrong(value, may_be_empty ? "a text" : "a text that is not empty");
  out = value.text;
  const int length = characters_in(out);
  return length <= most || fail(value, filled("{} characters", length), filled("at most {}", most).c_str());
}

bool FieldReader::boolean(const Value& parent, const char* name, bool& out) {
  const Value* value = optional(parent, name);
  if (value && value->kind != Kind::boolean) return wrong(*value, "true or false");
  if (value) out = value->text == "true";
  return true;
}

bool FieldReader::number(const Value& value, int least, int most, int& out) {
  int result = 0;
  bool good = value.kind == Kind::number && value.text.size() <= 4;
  for (std::size_t i = 0; good && i < value.text.size(); ++i) {
    good = is_digit(value.text[i]);
    result = result * 10 + (value.text[i] - '0');
  }
  if (!good || result < least || result > most)
    return wrong(value, filled("a whole number from {} to {}", least, decimal(most)));
  out = result;
  return true;
}

bool FieldReader::id(const Value& parent, const char* name, std::string_view& out) {
  const Value& value = field(parent, name);
  out = value.text;
  return (value.kind == Kind::string && !out.empty() && out.size() <= 64 && out.front() != '-' &&
          std::all_of(out.begin(), out.end(), [](char c) { return is_small_letter(c) || is_digit(c) || c == '-'; })) ||
         wrong(value, "lower-case letters, digits and hyphens, at most 64");
}

bool FieldReader::date(const Value& parent, const char* name, std::string_view& out, bool partial) {
  const Value& value = field(parent, name);
  out = value.text;
  return (value.kind == Kind::string && is_date(out, partial) && out >= "1945") ||
         wrong(value, partial ? "YYYY, YYYY-MM or YYYY-MM-DD, from 1945 on" : "a day as YYYY-MM-DD, from 1945 on");
}

bool FieldReader::language(const Value& parent, const char* name, std::string_view& out) {
  const Value& value = field(parent, name);
  out = value.text;
  return (value.kind == Kind::string && is_language(out)) || wrong(value, expected_language);
}

bool FieldReader::language(const Value& parent, const Value& field) {
  return is_language(field.name) || fail(parent, field.name_offset, json::quoted(field.name), expected_language);
}

bool FieldReader::by_language(const Value& value, const char* expected) {
  if (value.kind != Kind::object) return wrong(value, expected);
  const int size = value.size();
  return size <= limits::languages ||
         fail(value, filled("{} languages", size), filled("at most {}", limits::languages).c_str());
}

bool FieldReader::localised(const Value& parent, const char* name, int most, Localised& out) {
  const Value* value = optional(parent, name);
  if (!value) return true;
  if (!by_language(*value, "an object of texts by language")) return false;
  for (const Value& field : *value) {
    std::string_view text;
    if (!language(*value, field) || !string(field, most, text)) return false;
  }
  out.texts = value;
  return optional(*value, "en") || fail(*value, "no English text", "a field \"en\"");
}

bool FieldReader::sources(const Value& value, std::vector<Source>& out) {
  if (!array(value, 1, limits::sources, "sources")) return false;
  out = std::vector<Source>(static_cast<std::size_t>(value.size()));
  auto source = out.begin();
  for (const Value& item : value) {
    if (!object(item, "title publisher date url") || !string(item, "title", limits::title, source->title) ||
        !string(item, "publisher", limits::line, source->publisher) || !date(item, "date", source->date, true) ||
        !string(item, "url", limits::address, source->url, true))
      return false;
    if (!source->url.empty() && source->url.rfind("https://", 0) != 0)
      return wrong(field(item, "url"), "an address that begins https://, or an empty text");
    ++source;
  }
  return true;
}

}  // namespace council
