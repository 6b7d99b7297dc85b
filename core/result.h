// A value, or the errors of the input it was to be made from. The core never throws.
#pragma once

#include <string>
#include <utility>
#include <variant>

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
    return std::to_string(line) + ":" + std::to_string(column) + ": " + (field.empty() ? "" : field + ": ") + "found " +
           found + ", expected " + expected;
  }
};

/// Either a T or an Error; read the one that `ok` tells.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): `return value;` reads best
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() { return *std::get_if<0>(&state_); }
  const T& value() const { return *std::get_if<0>(&state_); }
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace council
