#include "json_writer.h"

#include <bit>

namespace council::json {

static_assert(max_depth < 32, "a level is a bit of lines_");

Writer& Writer::key(std::string_view name) {
  separate();
  out_ += written(name);
  out_ += readable_ ? ": " : ":";
  keyed_ = true;
  return *this;
}

void Writer::string(std::string_view text) { literal(written(text)); }

void Writer::integer(int number) { literal(decimal(number)); }

void Writer::literal(std::string_view text) {
  separate();
  out_ += text;
}

void Writer::begin(char bracket, Entries entries) {
  separate();
  out_ += bracket;
  first_ = true;
  lines_ = lines_ << 1U | (readable_ && entries == Entries::on_lines ? 1U : 0U);
}

void Writer::end(char bracket) {
  const bool on_lines = (lines_ & 1U) != 0;
  lines_ >>= 1U;
  if (on_lines && !first_) break_line();
  out_ += bracket;
  first_ = false;
}

void Writer::separate() {
  const bool on_lines = lines_ != 1 && (lines_ & 1U) != 0;
  if (!keyed_) {
    if (!first_) out_ += readable_ && !on_lines ? ", " : ",";
    if (on_lines) break_line();
  }
  keyed_ = false;
  first_ = false;
}

void Writer::break_line() {
  out_ += '\n';
  out_.append(2 * (static_cast<std::size_t>(std::popcount(lines_)) - 1), ' ');
}

}  // namespace council::json
