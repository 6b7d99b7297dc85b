// The CSV reader against RFC 4180, whole and in pieces.
#include "core/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace council;

namespace {

/// What the reader makes of a text: every record's fields, each with a bar before it, then its error.
std::string read_in_pieces(std::string_view text, std::size_t piece) {
  CsvReader reader;
  std::string result;
  const auto record = [&] {
    REQUIRE_FALSE(reader.fields().empty());
    for (const CsvField& field : reader.fields()) (result += '|') += field.text;
    if (reader.error()) result += " !" + reader.error()->text();
    result += '\n';
  };
  for (std::size_t at = 0; at < text.size(); at += piece) {
    std::string_view chunk = text.substr(at, piece);
    while (reader.read(chunk)) record();
    REQUIRE(chunk.empty());
  }
  if (reader.finish()) record();
  CHECK_FALSE(reader.finish());
  return result;
}

struct Row {
  const char* what;
  std::string text;
  std::string records;
};

const std::string full(CsvReader::max_record - 1, 'x');

const Row rows[] = {
    {"nothing", "", ""},
    {"one line", "a,b\n", "|a|b\n"},
    {"no line break at the end", "a,b\nc,d", "|a|b\n|c|d\n"},
    {"CRLF", "a,b\r\nc,d\r\n", "|a|b\n|c|d\n"},
    {"empty fields", ",,\n", "|||\n"},
    {"an empty quoted field is a record", "\"\"\n", "|\n"},
    {"empty lines are none", "\n\r\na\n\n", "|a\n"},
    {"quotes", "\"a\",\"b,c\"\n", "|a|b,c\n"},
    {"doubled quotes", "\"say \"\"no\"\"\"\n\"\"\"\"\n", "|say \"no\"\n|\"\n"},
    {"line breaks in fields", "\"a\nb\",\"c\r\nd\"\r\ne\n", "|a\nb|c\r\nd\n|e\n"},
    {"blanks belong to the field", " a , b\n", "| a | b\n"},
    {"a byte-order mark",
     "\xEF\xBB\xBF"
     "a,b\n",
     "|a|b\n"},
    {"nothing but a byte-order mark", "\xEF\xBB\xBF", ""},
    {"a byte-order mark before quotes", "\xEF\xBB\xBF\"a\"\n", "|a\n"},
    {"a second byte-order mark is text",
     "\xEF\xBB\xBF\xEF\xBB\xBF"
     "a\n",
     "|\xEF\xBB\xBF"
     "a\n"},
    {"a character that begins like the mark", "\xEF\xBB\xB4\n", "|\xEF\xBB\xB4\n"},
    {"all lengths of UTF-8", "$¢€😀\n", "|$¢€😀\n"},

    {"a quote left open", "a,\"b\nc",
     "|a|b\nc !1:3: found a quoted field that is still open at the end of the file, on line 2, expected its closing "
     "quote\n"},
    {"text after a quote", "\"a\"b,c\nd\n",
     "|ab|c !1:4: found text after the closing quote of the field that opened at 1:1, expected a comma or the end of "
     "the line\n|d\n"},
    {"a quote in the middle", "é,a\"b\n",
     "|é|a\"b !1:4: found a quote within a field that did not begin with one, expected the whole field in quotes, and "
     "quotes in it doubled\n"},
    {"a carriage return alone", "a\rb\nc\n",
     "|ab !1:2: found a carriage return alone, expected a line feed after it\n|c\n"},
    {"a carriage return at the end", "a\r", "|a !1:2: found a carriage return alone, expected a line feed after it\n"},
    {"columns are characters", "\"é€😀\"x\n",
     "|é€😀x !1:6: found text after the closing quote of the field that opened at 1:1, expected a comma or the end of "
     "the line\n"},
    {"lines within quotes count", "\"a\n\n\",\"b\"c\n",
     "|a\n\n|bc !3:6: found text after the closing quote of the field that opened at 3:3, expected a comma or the end "
     "of the line\n"},
    {"a byte that is never UTF-8", "ab\xFF\nc\n",
     "|ab\xFF !1:3: found bytes that are no character, expected UTF-8\n|c\n"},
    {"a stray continuation", "a\x80\n", "|a\x80 !1:2: found bytes that are no character, expected UTF-8\n"},
    {"a character cut short", "a\xE2\x82,b\n",
     "|a\xE2\x82|b !1:2: found bytes that are no character, expected UTF-8\n"},
    {"the file cut in a character", "a\xE2\x82",
     "|a\xE2\x82 !1:2: found a character cut short by the end of the file, expected UTF-8\n"},
    {"an overlong form", "\xC0\xAF\n", "|\xC0\xAF !1:1: found bytes that are no character, expected UTF-8\n"},
    {"half a surrogate pair", "\xED\xA0\x80\n",
     "|\xED\xA0\x80 !1:1: found bytes that are no character, expected UTF-8\n"},
    {"past the last character", "\xF4\x90\x80\x80\n",
     "|\xF4\x90\x80\x80 !1:1: found bytes that are no character, expected UTF-8\n"},
    {"the first mistake is the one that is told", "a\"\xFF\n",
     "|a\"\xFF !1:2: found a quote within a field that did not begin with one, expected the whole field in quotes, and "
     "quotes in it doubled\n"},

    {"as long as may be", full + "\na\n", "|" + full + "\n|a\n"},
    {"one byte longer", full + "yz\na\n",
     "|" + full + " !1:65536: found a record of more than 65536 bytes, expected a shorter one\n|a\n"},
    {"quotes open for too long", "a\n\"b\n" + full + "\n\"x\n",
     "|a\n|b\n" + full.substr(2) +
         " !2:1: found a quoted field that is still open on line 3, 65536 bytes on, expected its closing quote\n|x\n "
         "!4:1: found a quoted field that is still open at the end of the file, on line 5, expected its closing "
         "quote\n"},
};

}  // namespace

TEST_CASE("CSV by the book, however it is cut into chunks") {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    for (const std::size_t piece : {row.text.size() + 1, std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
      CAPTURE(piece);
      const std::string records = read_in_pieces(row.text, piece);
      const bool as_expected = records == row.records;  // compared here, because some are too long to be printed
      CHECK_MESSAGE(as_expected, records.substr(0, 300));
    }
  }
}

TEST_CASE("fields know where they begin") {
  CsvReader reader;
  std::string_view text = "né,\"b\nb\",,c\n";
  REQUIRE(reader.read(text));
  const std::vector<CsvField>& fields = reader.fields();
  REQUIRE(fields.size() == 4);
  constexpr int places[][2] = {{1, 1}, {1, 4}, {2, 4}, {2, 5}};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(fields[i].line == places[i][0]);
    CHECK(fields[i].column == places[i][1]);
  }
}

TEST_CASE("a record of commas alone cannot grow without end") {
  const std::string commas(3 * CsvReader::max_record, ',');
  CsvReader reader;
  std::string_view text = commas;
  CHECK_FALSE(reader.read(text));
  REQUIRE(reader.finish());
  CHECK(reader.fields().size() == CsvReader::max_record);
  REQUIRE(reader.error());
  CHECK(reader.error()->text() == "1:65537: found a record of more than 65536 bytes, expected a shorter one");
}
