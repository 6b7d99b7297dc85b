// JSON, written piece by piece into a text: all that the command prints for machines and the modules tell the page.
//
//   std::string text;
//   json::Writer writer(text);
//   writer.begin_object();
//   writer.key("outcome").string("adopted");
//   writer.key("votes").integer(13);
//   writer.end_object();                                     // {"outcome":"adopted","votes":13}
//
// What is begun must be ended, and in an object a key goes before every value; the writer does not check. Nothing
// nests deeper than max_depth, as nothing that json::parse would read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "json.h"

namespace council::json {

class Writer {
 public:
  /// packed has no blanks at all. In readable a blank follows each colon and comma.
  enum class Style : unsigned char { packed, readable };
  /// How the entries of one object or array stand in readable: on one line, or on a line each, two blanks further in.
  enum class Entries : unsigned char { on_one_line, on_lines };

  /// Appends to `out`, which outlives the writer.
  explicit Writer(std::string& out, Style style = Style::packed) : out_(out), readable_(style == Style::readable) {}

  void begin_object(Entries entries = Entries::on_lines) { begin('{', entries); }
  void end_object() { end('}'); }
  void begin_array(Entries entries = Entries::on_one_line) { begin('[', entries); }
  void end_array() { end(']'); }

  /// The name of the value that comes next.
  Writer& key(std::string_view name);

  void string(std::string_view text);
  void integer(int number);
  void boolean(bool truth) { literal(truth ? "true" : "false"); }
  void null() { literal("null"); }
  /// A number in the caller's own digits, such as "0.196", which must be a number as JSON writes it.
  void number(std::string_view digits) { literal(digits); }

 private:
  void begin(char bracket, Entries entries);
  void end(char bracket);
  void literal(std::string_view text);
  /// What stands before a value, or before the key of one.
  void separate();
  void break_line();

  std::string& out_;
  const bool readable_;
  bool first_ = true;        // in what was begun last, or in the text
  bool keyed_ = false;       // the value that comes has its key already
  std::uint32_t lines_ = 1;  // for each level that is open, whether its entries stand on lines; above them a 1
};

}  // namespace council::json
