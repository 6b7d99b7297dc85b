// A streaming reader of comma-separated values, by the book: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180.
//
//   CsvReader reader;
//   while (/* there is a chunk, a std::string_view */) {
//     while (reader.read(chunk)) use(reader.fields());      // shortens `chunk` by what it has read
//   }
//   if (reader.finish()) use(reader.fields());              // the last record may lack its line break
//   // After each true: reader.error() tells what is wrong with that record, if anything.
//
// Quoted fields may hold commas, line breaks and doubled quotes. Lines end in LF or CRLF; one byte-order mark at the
// start is passed over, and so are empty lines. The text must be UTF-8. Chunks may end anywhere, also within a
// character. Memory is bounded by max_record, whatever comes.
//
// A record that breaks the rules is delivered all the same, with its first error and with fields as far as they can
// be told, so that a caller may say which one it skips; reading goes on with the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "result.h"

namespace council {

/// One field of a record, and where it begins: line and column from 1, columns in characters.
struct CsvField {
  std::string_view text;  ///< without quotes; valid until the reader reads on
  int line = 1;
  int column = 1;
};

class CsvReader {
 public:
  /// The most bytes that a record's fields may hold; what goes beyond is an error, and is dropped up to the line's end.
  static constexpr std::size_t max_record = 64 * 1024;

  /// Reads up to the end of a record and takes what it read off `input`. False once `input` is used up without one.
  bool read(std::string_view& input);
  /// Tells that the input is at its end. True if it leaves one more record, whole or broken.
  bool finish();

  /// The fields of the record that read() or finish() has just told of; at least one.
  const std::vector<CsvField>& fields() const { return fields_; }
  /// What is wrong with that record, if anything.
  const std::optional<Error>& error() const { return error_; }
  /// Where the reader stands: that of the next character.
  int line() const { return line_; }
  int column() const { return column_; }

 private:
  enum class State : std::uint8_t {
    field_start,   // nothing of the field has been read
    unquoted,      // within a field without quotes
    quoted,        // within quotes
    quote,         // after a quote within quotes: the closing one, or the first of two
    after_return,  // after CR outside quotes: LF must follow
    overlong,      // past max_record, on the way to the end of the line
  };
  struct Span {  // a field while `text_` may still move
    std::size_t begin;
    int line;
    int column;
  };

  bool take(char byte);
  void check_utf8(unsigned char byte);
  void begin_record();
  void begin_field();
  void append(char byte);
  bool end_record();
  void fail(int line, int column, std::string_view found, std::string_view expected);

  State state_ = State::field_start;
  bool delivered_ = true;  // the record in hand was given out: the next byte begins a new one
  bool at_start_ = true;   // nothing but, perhaps, a byte-order mark was read
  bool finished_ = false;
  int mark_ = 0;                                  // bytes of a byte-order mark read so far
  int continuation_ = 0;                          // bytes that the UTF-8 character in hand still lacks
  unsigned char lowest_ = 0x80, highest_ = 0xBF;  // the range that its next byte must be in
  int line_ = 1;
  int column_ = 1;
  int quote_line_ = 0;  // where the latest quoted field was opened; 0 before the first
  int quote_column_ = 0;
  std::string text_;  // the fields of the record in hand, one after another
  std::vector<Span> spans_;
  std::vector<CsvField> fields_;
  std::optional<Error> error_;
};

}  // namespace council
