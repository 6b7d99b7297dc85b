// A value, or the errors of the input it was to be made from. The core never throws.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "text.h"

namespace council {

/// What is wrong with an input, and where. Lines and columns count from 1, columns in characters.
struct Error {
  int line = 1;
  int column = 1;
  std::string field;     ///< the field or column concerned, such as "votes.RUS"; may be empty
  std::string found;     ///< what stands there, such as `"maybe"`
  std::string expected;  ///< what should, such as `in_favour, against, abstaining or not_participating`

  /// "line:column: field: found …, expected …".
  std::string text() const {
    std::string result = filled("{}:", line) + filled("{}: ", column);
    if (!field.empty()) result += filled("{}: ", field);
    return result += filled("found {}, expected {}", found, expected);
  }
};

/// Either a T or an Error; read the one that `ok` tells.
template <class T>
class Result {
 public:
  Result(T&& value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor): `return value;` reads best
  Result(Error&& error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }
  T& value() & { return *value_; }
  const T& value() const& { return *value_; }
  T value() && { return *std::move(value_); }
  const Error& error() const& { return error_; }
  Error&& error() && { return std::move(error_); }

 private:
  std::optional<T> value_;
  Error error_;
};

}  // namespace council
