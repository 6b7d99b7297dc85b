// The fields of a JSON file, checked one by one: what scenarios and every other kind of file are read with.
//
//   struct DraftReader : FieldReader {                       // what may stand where is the file kind's own
//     using FieldReader::FieldReader;
//     bool draft(Draft& out) {
//       return object(root(), "symbol title?") &&            // these fields and no others; one with ? may be missing
//              string(root(), "symbol", limits::symbol, out.symbol) &&
//              localised(root(), "title", limits::line, out.title);
//     }
//   };
//   DraftReader reader(text, document.root());
//   if (!reader.draft(draft)) return std::move(reader).error();
//
// Every function returns false where something is wrong, and the error tells the place, what was found and what was
// expected. So a chain of && stops at the first fault, whose error stays.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json.h"
#include "limits.h"
#include "result.h"

namespace council {

/// The same text in one or more languages; English ("en") is always there. A view of the file's own object.
struct Localised {
  const json::Value* texts = nullptr;

  /// The text in that language, else in English.
  std::string_view in(std::string_view language) const;
};

/// Where something was read. The texts are views of the file's own.
struct Source {
  std::string_view title, publisher, date, url;  ///< the date is YYYY, YYYY-MM or YYYY-MM-DD; the url https:// or empty
};

/// The place of a name among names with spaces between them; -1 where it is none of them.
int index_in(std::string_view names, std::string_view wanted);

class FieldReader {
 public:
  /// Of the document `root` in a file's `text`; both outlive the reader.
  FieldReader(std::string_view text, const json::Value& root) : text_(text), root_(root) {}

  const Error& error() const& { return error_; }
  Error&& error() && { return std::move(error_); }

 protected:
  using Value = json::Value;

  const Value& root() const { return root_; }

  // What is wrong; always false.

  /// With or in `value`, at an offset of the file.
  bool fail(const Value& value, std::size_t offset, std::string found, const char* expected);
  bool fail(const Value& value, std::string found, const char* expected) {
    return fail(value, value.offset, std::move(found), expected);
  }
  /// With what `value` is.
  bool wrong(const Value& value, const char* expected);
  bool wrong(const Value& value, const std::string& expected) { return wrong(value, expected.c_str()); }

  // Fields of an object that object() has seen.

  /// A field that may be missing: null then.
  static const Value* optional(const Value& parent, const char* name) { return parent.find(name); }
  /// A field that cannot.
  static const Value& field(const Value& parent, const char* name) { return *optional(parent, name); }

  // Shapes.

  /// An object with just these fields; those with a ? may be missing.
  bool object(const Value& value, const char* fields);
  /// An array of least to most of them; `what` they are is for the error: "sources".
  bool array(const Value& value, int least, int most, const char* what);

  // Values. Texts are not empty, and have at most `most` characters.

  bool string(const Value& value, int most, std::string_view& out, bool may_be_empty = false);
  bool string(const Value& parent, const char* name, int most, std::string_view& out, bool may_be_empty = false) {
    return string(field(parent, name), most, out, may_be_empty);
  }
  /// A field that may be missing; it leaves `out` as it is then.
  bool boolean(const Value& parent, const char* name, bool& out);
  /// A whole number of at most four digits.
  bool number(const Value& value, int least, int most, int& out);
  bool number(const Value& parent, const char* name, int least, int most, int& out) {
    return number(field(parent, name), least, most, out);
  }
  /// Lower-case letters, digits and hyphens, at most 64: safe in file names and links.
  bool id(const Value& parent, const char* name, std::string_view& out);
  /// A day from 1945 on; with `partial`, a year or a month will do.
  bool date(const Value& parent, const char* name, std::string_view& out, bool partial = false);
  /// A language's tag.
  bool language(const Value& parent, const char* name, std::string_view& out);
  /// A field whose name is a language's tag, in an object of fields by language.
  bool language(const Value& parent, const Value& field);
  /// An object of fields by language, of which there are not too many.
  bool by_language(const Value& value, const char* expected);
  /// A field of texts by language, English among them. It may be missing, and leaves `out` as it is then.
  bool localised(const Value& parent, const char* name, int most, Localised& out);
  /// An array of one or more sources.
  bool sources(const Value& value, std::vector<Source>& out);

 private:
  std::string_view text_;
  const Value& root_;
  Error error_;
};

}  // namespace council
