#include "csv.h"

#include "utf8.h"

namespace council {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string place(int line, int column) { return filled("{}:{}", line, decimal(column)); }

/// What is wrong with a record that does not end.
std::string overlong() { return filled("a record of more than {} bytes", static_cast<int>(CsvReader::max_record)); }

}  // namespace

bool CsvReader::read(std::string_view& input) {
  for (std::size_t i = 0; i < input.size(); ++i) {
    if (at_start_) {
      if (input[i] == byte_order_mark[static_cast<std::size_t>(mark_)]) {
        if (++mark_ == 3) at_start_ = false;
        continue;
      }
      at_start_ = false;  // what began like a mark is none: its first bytes, at most two, are text
      for (int k = 0; k < mark_; ++k) take(byte_order_mark[static_cast<std::size_t>(k)]);
    }
    if (take(input[i])) {
      input.remove_prefix(i + 1);
      return true;
    }
  }
  input = {};
  return false;
}

bool CsvReader::finish() {
  if (finished_) return false;
  finished_ = true;
  if (at_start_)
    for (int k = 0; k < mark_; ++k) take(byte_order_mark[static_cast<std::size_t>(k)]);
  at_start_ = false;
  if (delivered_) return false;
  if (continuation_ > 0) fail(line_, column_ - 1, "a character cut short by the end of the file", "UTF-8");
  if (state_ == State::quoted)
    fail(quote_line_, quote_column_,
         filled("a quoted field that is still open at the end of the file, on line {}", line_), "its closing quote");
  if (state_ == State::after_return) fail(line_, column_ - 1, "a carriage return alone", "a line feed after it");
  return end_record();
}

/// Reads one byte; true when it ends a record.
bool CsvReader::take(char byte) {
  if (delivered_) begin_record();
  check_utf8(static_cast<unsigned char>(byte));

  bool ended = false;
  if (state_ == State::after_return && byte != '\n') {
    fail(line_, column_ - 1, "a carriage return alone", "a line feed after it");
    state_ = State::unquoted;
  }
  switch (state_) {
    case State::quoted:
      if (byte == '"')
        state_ = State::quote;
      else
        append(byte);
      break;
    case State::overlong:
      ended = byte == '\n' && end_record();
      break;
    case State::field_start:
    case State::unquoted:
    case State::quote:
    case State::after_return:
      if (byte == ',') {
        ++column_;  // the field begins after the comma
        begin_field();
        return false;
      }
      if (byte == '\n') {
        ended = end_record();
      } else if (byte == '\r') {
        state_ = State::after_return;
      } else if (byte == '"' && state_ == State::field_start) {
        state_ = State::quoted;
        quote_line_ = line_;
        quote_column_ = column_;
      } else if (byte == '"' && state_ == State::quote) {
        state_ = State::quoted;
        append(byte);
      } else {
        if (state_ == State::quote)
          fail(line_, column_,
               filled("text after the closing quote of the field that opened at {}", place(quote_line_, quote_column_)),
               "a comma or the end of the line");
        else if (byte == '"')
          fail(line_, column_, "a quote within a field that did not begin with one",
               "the whole field in quotes, and quotes in it doubled");
        state_ = State::unquoted;
        append(byte);
      }
      break;
  }
  if (byte == '\n') {
    ++line_;
    column_ = 1;
  } else if (begins_character(static_cast<char>(byte))) {
    ++column_;
  }
  return ended;
}

void CsvReader::check_utf8(unsigned char byte) {
  if (continuation_ == 0 && byte < 0x80) return;
  if (continuation_ > 0) {
    if (byte >= lowest_ && byte <= highest_) {
      --continuation_;
      lowest_ = 0x80;
      highest_ = 0xBF;
      return;
    }
    continuation_ = 0;
    fail(line_, column_ - 1, "bytes that are no character", "UTF-8");
    if (byte < 0x80) return;
  }
  const Utf8Sequence sequence = utf8_sequence(byte);
  lowest_ = sequence.least;
  highest_ = sequence.most;
  if (sequence.more < 0)
    fail(line_, column_, "bytes that are no character", "UTF-8");
  else
    continuation_ = sequence.more;
}

void CsvReader::begin_record() {
  delivered_ = false;
  text_.clear();
  spans_.clear();
  fields_.clear();
  error_.reset();
  begin_field();
}

void CsvReader::begin_field() {
  if (text_.size() + spans_.size() >= max_record) {
    fail(line_, column_, overlong(), "a shorter one");
    state_ = State::overlong;
    return;
  }
  spans_.push_back({text_.size(), line_, column_});
  state_ = State::field_start;
}

void CsvReader::append(char byte) {
  if (text_.size() + spans_.size() < max_record) {
    text_ += byte;
    return;
  }
  if (state_ == State::quoted)
    fail(quote_line_, quote_column_,
         filled("a quoted field that is still open on line {}, {} bytes on", line_,
                decimal(static_cast<int>(max_record))),
         "its closing quote");
  else
    fail(line_, column_, overlong(), "a shorter one");
  state_ = State::overlong;
}

/// Makes the fields; false for an empty line, which is no record.
bool CsvReader::end_record() {
  delivered_ = true;
  const Span& first = spans_.front();
  const bool quotes = quote_line_ == first.line && quote_column_ == first.column;
  if (spans_.size() == 1 && text_.empty() && !error_ && !quotes) {
    state_ = State::field_start;
    return false;
  }
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    const std::size_t end = i + 1 < spans_.size() ? spans_[i + 1].begin : text_.size();
    fields_.push_back(
        {std::string_view(text_).substr(spans_[i].begin, end - spans_[i].begin), spans_[i].line, spans_[i].column});
  }
  state_ = State::field_start;
  return true;
}

void CsvReader::fail(int line, int column, std::string_view found, std::string_view expected) {
  if (!error_) error_ = Error{line, column, "", std::string(found), std::string(expected)};
}

}  // namespace council
