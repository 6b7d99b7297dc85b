// JSON as the command prints it and the modules tell it: commas, lines, escapes; and json::parse reads it back.
#include "core/json_writer.h"

#include <doctest/doctest.h>

#include <string>

using namespace council;
using json::Writer;

namespace {

using Entries = Writer::Entries;

/// One of everything.
std::string everything(Writer::Style style) {
  std::string text;
  Writer writer(text, style);
  writer.begin_object();
  writer.key("text").string("a");
  writer.key("whole").integer(-12);
  writer.key("share").number("0.1962");
  writer.key("yes").boolean(true);
  writer.key("no").boolean(false);
  writer.key("none").null();
  writer.key("codes").begin_array();
  writer.string("RUS");
  writer.string("CHN");
  writer.end_array();
  writer.key("rows").begin_array(Entries::on_lines);
  for (int i = 0; i < 2; ++i) {
    writer.begin_object(Entries::on_one_line);
    writer.key("n").integer(i);
    writer.key("in").begin_array();
    writer.begin_array();
    writer.end_array();
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
  writer.key("empty").begin_object();
  writer.end_object();
  writer.key("deep").begin_object();
  writer.key("er").begin_object();
  writer.key("x").integer(1);
  writer.end_object();
  writer.end_object();
  writer.end_object();
  return text;
}

}  // namespace

TEST_CASE("packed JSON has no blanks") {
  CHECK(everything(Writer::Style::packed) ==
        R"({"text":"a","whole":-12,"share":0.1962,"yes":true,"no":false,"none":null,"codes":["RUS","CHN"],)"
        R"("rows":[{"n":0,"in":[[]]},{"n":1,"in":[[]]}],"empty":{},"deep":{"er":{"x":1}}})");
}

TEST_CASE("readable JSON: objects on lines, arrays on one, and otherwise where asked") {
  CHECK(everything(Writer::Style::readable) == R"({
  "text": "a",
  "whole": -12,
  "share": 0.1962,
  "yes": true,
  "no": false,
  "none": null,
  "codes": ["RUS", "CHN"],
  "rows": [
    {"n": 0, "in": [[]]},
    {"n": 1, "in": [[]]}
  ],
  "empty": {},
  "deep": {
    "er": {
      "x": 1
    }
  }
})");
}

TEST_CASE("a whole on one line with an array on lines: the array's entries go in by one level") {
  std::string text;
  Writer writer(text, Writer::Style::readable);
  writer.begin_object(Entries::on_one_line);
  writer.key("agree").integer(1);
  writer.key("rows").begin_array(Entries::on_lines);
  writer.integer(1);
  writer.integer(2);
  writer.end_array();
  writer.end_object();
  CHECK(text == "{\"agree\": 1, \"rows\": [\n  1,\n  2\n]}");
}

TEST_CASE("what is written is read back the same, whatever the text") {
  std::string all;
  for (char c = 1; c < 127; ++c) all += c;
  all += "\x7F é 中 😀 \\u0041 \"quoted\" </script>";
  std::string text;
  Writer writer(text);
  writer.begin_object();
  writer.key(all).string(all);
  writer.end_object();
  CHECK(text.find_first_of("\n\t\r\x7F") == std::string::npos);
  const Result<json::Document> document = json::parse(text);
  REQUIRE_MESSAGE(document.ok(), document.error().text());
  const json::Value& field = *document.value().root().begin();
  CHECK(field.name == all);
  CHECK(field.text == all);
  for (const Writer::Style style : {Writer::Style::packed, Writer::Style::readable}) {
    const std::string whole = everything(style);
    const Result<json::Document> parsed = json::parse(whole);
    REQUIRE_MESSAGE(parsed.ok(), parsed.error().text());
    CHECK(parsed.value().root().size() == 10);
    CHECK(parsed.value().root().find("share")->text == "0.1962");
    CHECK(parsed.value().root().find("rows")->size() == 2);
  }
}

TEST_CASE("a value alone, and one after text that was there before") {
  std::string text = "told: ";
  Writer(text).string("x");
  CHECK(text == "told: \"x\"");
}
