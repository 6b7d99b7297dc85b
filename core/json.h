// JSON with positions: a parsed document that still knows where in the file each value stood, so that a check long
// after parsing can name line and column. RapidJSON does the parsing, in json.cpp alone.
//
//   Result<Document> document = parse(text);
//   for (const Value& item : document.value().root()) …       // the items of an array, the fields of an object
//   if (const Value* name = item.find("name")) …              // name->text
//
// Input is never trusted: size, depth and fields per object are limited, UTF-8 is validated, repeated fields are
// errors.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "result.h"

namespace council::json {

inline constexpr std::size_t max_bytes = 256 * 1024;
inline constexpr int max_depth = 12;
inline constexpr int max_fields = 512;  ///< in one object

enum class Kind : unsigned char { null, boolean, number, string, array, object };

/// A value in its document, where all values lie in a row: each is followed by the values in it.
struct Value {
  Kind kind = Kind::null;
  std::size_t extent = 1;       ///< this value and all those in it
  std::size_t offset = 0;       ///< bytes from the start of the file
  std::size_t name_offset = 0;  ///< of a field
  std::string_view name;        ///< of a field
  std::string_view text;        ///< the characters of a string; the literal of a number, boolean or null

  /// Goes over the items of an array, or the fields of an object in the file's order.
  struct Iterator {
    const Value* at;

    const Value& operator*() const { return *at; }
    Iterator& operator++() { return at += at->extent, *this; }
    bool operator!=(Iterator other) const { return at != other.at; }
  };
  Iterator begin() const { return {this + 1}; }
  Iterator end() const { return {this + extent}; }

  /// How many items or fields it has.
  int size() const;
  /// The field with that name, or null.
  const Value* find(std::string_view wanted) const;
};

/// What a file holds. Moving it leaves its values and their texts where they are.
struct Document {
  std::unique_ptr<char[]> characters;  ///< that the texts and names are views of
  std::vector<Value> values;           ///< never empty

  const Value& root() const { return values.front(); }
};

/// The document in `text`, or what is wrong with it. The document does not refer to `text`.
Result<Document> parse(std::string_view text);

/// An error at a byte offset of `text`.
Error error_at(std::string_view text, std::size_t offset, std::string field, std::string found, const char* expected);

/// Where a value of the document stands: "members[8].code"; empty for the root.
std::string path_of(const Value& root, const Value& value);

/// A value as an error message shows it: short, on one line, safe to print.
std::string described(const Value& value);

/// Text in quotes as an error message shows it: cut after 40 characters, control characters escaped.
std::string quoted(std::string_view text);

/// Text as a JSON string.
std::string written(std::string_view text);

/// Appends a byte, a control character as \u00XX.
void append_escaped(std::string& result, char c);

}  // namespace council::json
