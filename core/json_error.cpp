#include "json.h"
#include "utf8.h"

namespace council::json {

Error error_at(std::string_view text, std::size_t offset, std::string field, std::string found, const char* expected) {
  Error error{.line = 1, .column = 1, .field = std::move(field), .found = std::move(found), .expected = expected};
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++error.line;
      error.column = 1;
    } else if (begins_character(c)) {
      ++error.column;
    }
  }
  return error;
}

std::string path_of(const Value& root, const Value& value) {
  std::string path;
  for (const Value* at = &root; at != &value;) {
    const Value* next = at + 1;
    int index = 0;
    for (; next + next->extent <= &value; next += next->extent) ++index;
    if (at->kind == Kind::array)
      path += filled("[{}]", index);
    else
      path += filled(path.empty() ? "{}" : ".{}", next->name);
    at = next;
  }
  return path;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string result = "\"";
  std::size_t characters = 0;
  for (const char c : text) {
    if (begins_character(c) && ++characters > longest) {
      result += "…";
      break;
    }
    append_escaped(result, c);
  }
  return result += '"';
}

std::string described(const Value& value) {
  switch (value.kind) {
    case Kind::string:
      return quoted(value.text);
    case Kind::array:
      return "an array";
    case Kind::object:
      return "an object";
    default:
      return std::string(value.text.size() > 40 ? "a long number" : value.text);
  }
}

}  // namespace council::json
