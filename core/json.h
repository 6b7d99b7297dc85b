// JSON with positions: a parsed document that still knows where in the file each value stood, so that a check long
// after parsing can name line and column. RapidJSON does the parsing, in json.cpp alone.
//
// Input is never trusted: size, depth and fields per object are limited, UTF-8 is validated, repeated fields are
// errors.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "result.h"

namespace council::json {

inline constexpr std::size_t max_bytes = 256 * 1024;
inline constexpr std::size_t max_depth = 12;
inline constexpr std::size_t max_fields = 512;  ///< in one object

enum class Kind : unsigned char { null, boolean, number, string, array, object };

struct Field;

struct Value {
  Kind kind = Kind::null;
  std::size_t offset = 0;     ///< bytes from the start of the document
  bool boolean = false;       ///< of a boolean
  std::string text;           ///< the characters of a string; the literal of a number
  std::vector<Value> items;   ///< of an array
  std::vector<Field> fields;  ///< of an object, in the file's order

  /// The field with that name, or null.
  const Value* find(std::string_view name) const;
};

struct Field {
  std::string name;
  std::size_t offset = 0;  ///< of the name
  Value value;
};

/// The document in `text`, or what is wrong with it.
Result<Value> parse(std::string_view text);

/// An error at a byte offset of `text`.
Error error_at(std::string_view text, std::size_t offset, std::string field, std::string found, std::string expected);

/// A value as an error message shows it: short, on one line, safe to print.
std::string described(const Value& value);

/// Text in quotes as an error message shows it: cut after 40 characters, control characters escaped.
std::string quoted(std::string_view text);

}  // namespace council::json
