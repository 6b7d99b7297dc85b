// The words of a language: messages and their places, plural forms, lists, and every way in which a catalogue is
// refused.
#include "core/words.h"

#include <doctest/doctest.h>

#include <string>

using namespace council;

namespace {

Words words_of(std::string_view text) {
  Result<Words> words = parse_words(text);
  REQUIRE_MESSAGE(words.ok(), words.error().text());
  return std::move(words).value();
}

const char* const catalogue = R"({
  "language": "en",
  "plain": "Not adopted.",
  "empty": "",
  "deep": { "er": { "still": "Here" } },
  "places": "{who} votes {how}, {who} alone",
  "odd": "{who, {} and {nobody} } {",
  "votes": { "one": "{n} vote", "other": "{n} votes" },
  "members": { "other": "{n} members" },
  "list": { "more": "{first}, {rest}", "last": "{first} and {rest}" }
})";

}  // namespace

TEST_CASE("a message is found by its key, and its places are filled") {
  const Words words = words_of(catalogue);
  CHECK(words.language == "en");
  CHECK(words.message("plain") == "Not adopted.");
  CHECK(words.message("empty").empty());
  CHECK(words.message("deep.er.still") == "Here");
  CHECK(words.message("places", {{"who", "China"}, {"how", "in favour"}}) == "China votes in favour, China alone");
  // A value is not searched for places, an unknown place stays, and so does a brace that opens none.
  CHECK(words.message("places", {{"who", "{how}"}, {"how", "no"}}) == "{how} votes no, {how} alone");
  CHECK(words.message("places", {{"who", "China"}}) == "China votes {how}, China alone");
  CHECK(words.message("odd", {{"who", "China"}}) == "{who, {} and {nobody} } {");
}

TEST_CASE("a key that the catalogue lacks stands there in brackets") {
  const Words words = words_of(catalogue);
  for (const char* key :
       {"missing", "deep", "deep.er", "deep.er.still.further", "plain.more", "Plain", "", ".", "deep."})
    CHECK(words.message(key) == "[" + std::string(key) + "]");
  CHECK(words.plural("missing", 1) == "[missing.other]");
}

TEST_CASE("a number takes its form, or the other one where the catalogue has only that") {
  const Words words = words_of(catalogue);
  CHECK(words.plural("votes", 0, {{"n", "0"}}) == "0 votes");
  CHECK(words.plural("votes", 1, {{"n", "1"}}) == "1 vote");
  CHECK(words.plural("votes", 2, {{"n", "2"}}) == "2 votes");
  CHECK(words.plural("members", 1, {{"n", "1"}}) == "1 members");
}

TEST_CASE("names make a list inside a sentence") {
  const Words words = words_of(catalogue);
  CHECK(words.list({}).empty());
  CHECK(words.list({"China"}) == "China");
  CHECK(words.list({"China", "Russia"}) == "China and Russia");
  CHECK(words.list({"China", "France", "Russia"}) == "China, France and Russia");
  CHECK(words.list({"China", "France", "Russia", "{rest}"}) == "China, France, Russia and {rest}");
  const Words other = words_of(R"({"language": "zh", "list": {"more": "{first}、{rest}", "last": "{first}和{rest}"}})");
  CHECK(other.list({"中国", "法国", "美国"}) == "中国、法国和美国");
  const Words spanish = words_of(R"({"language": "es", "list": {
    "more": "{first}, {rest}", "last": "{first} y {rest}", "starts": "I Í", "last_before": "{first} e {rest}"}})");
  CHECK(spanish.list({}).empty());
  CHECK(spanish.list({"India"}) == "India");
  CHECK(spanish.list({"Francia", "India"}) == "Francia e India");
  CHECK(spanish.list({"China", "Francia", "Ítaca"}) == "China, Francia e Ítaca");
  CHECK(spanish.list({"India", "China"}) == "India y China");
}

TEST_CASE("a catalogue is read from the left unless it says otherwise") {
  CHECK_FALSE(words_of(R"({"language": "en"})").right_to_left);
  CHECK_FALSE(words_of(R"({"language": "en", "direction": "ltr"})").right_to_left);
  CHECK(words_of(R"({"language": "ar", "direction": "rtl"})").right_to_left);
}

// The rules of Unicode CLDR for whole numbers, written down once more as the numbers that fall under each category: the
// last one or two digits, as https://cldr.unicode.org/index/cldr-spec/plural-rules lists them. core/words.cpp compares
// instead. French and Spanish have "many" for millions only, which no Council ever counts.
TEST_CASE("plural categories of the six languages are those of CLDR, from 0 to 1000") {
  const auto among = [](const char* list, int n) {
    return (" " + std::string(list) + " ").find(" " + std::to_string(n) + " ") != std::string::npos;
  };
  const auto independent = [&](std::string_view language, int n) -> std::string_view {
    const std::string digits = "0" + std::to_string(n);
    const std::string two = digits.substr(digits.size() - 2);
    const char last = two[1];
    if (language == "en" || language == "es") return among("1", n) ? "one" : "other";
    if (language == "fr") return among("0 1", n) ? "one" : "other";
    if (language == "ru") {
      if (two[0] == '1') return "many";  // the teens
      return last == '1' ? "one" : std::string("234").find(last) != std::string::npos ? "few" : "many";
    }
    if (language == "ar") {
      if (among("0", n)) return "zero";
      if (among("1", n)) return "one";
      if (among("2", n)) return "two";
      if (two == "00" || two == "01" || two == "02") return "other";
      return two == "10" || two[0] == '0' ? "few" : "many";
    }
    return "other";  // Chinese
  };
  for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"})
    for (int n = 0; n <= 1000; ++n) {
      CAPTURE(std::string(language));
      CAPTURE(n);
      CHECK(plural_category(language, n) == independent(language, n));
    }
  CHECK(plural_category("qps", 1) == "one");  // as in English
  CHECK(plural_category("qps", 2) == "other");
}

TEST_CASE("what is no catalogue is refused, with its place") {
  struct Row {
    const char* what;
    const char* text;
    const char* error;
  };
  const Row rows[] = {
      {"no JSON", "language: en", "1:1: found "},
      {"nothing", "", "1:1: found the end of the file, expected a JSON object"},
      {"not closed", "{\"language\": \"en\"", "1:18: found the end of the file, expected , or }"},
      {"a text alone", "\"en\"", "1:1: found \"en\", expected a text, or an object or array of texts"},
      {"a list alone", "[]", "1:1: found an array, expected a text, or an object or array of texts"},
      {"a number", "{\"language\": \"en\",\n \"votes\": {\"one\": 1}}",
       "2:19: votes.one: found 1, expected a text, or an object or array of texts"},
      {"a number in a list", "{\"language\": \"en\", \"list\": [\"a\", 2]}",
       "1:34: list[1]: found 2, expected a text, or an object or array of texts"},
      {"null", "{\"language\": \"en\", \"hint\": null}",
       "1:28: hint: found null, expected a text, or an object or array of texts"},
      {"a key twice", "{\"language\": \"en\", \"a\": \"1\", \"a\": \"2\"}", "1:30: "},
      {"no language", "{\"hint\": \"Tap\"}",
       "1:1: found no field \"language\", expected the language's tag, such as \"en\""},
      {"an empty language", "{\"language\": \"\"}",
       "1:14: language: found \"\", expected the language's tag, such as \"en\""},
      {"a language that is an object", "{\"language\": {\"tag\": \"en\"}}",
       "1:14: language: found an object, expected the language's tag, such as \"en\""},
      {"an unknown direction", "{\"language\": \"en\",\n  \"direction\": \"up\"}",
       "2:16: direction: found \"up\", expected \"ltr\" or \"rtl\""},
      {"a direction in capitals", "{\"language\": \"en\", \"direction\": \"RTL\"}",
       "1:33: direction: found \"RTL\", expected \"ltr\" or \"rtl\""},
      {"a direction that is an object", "{\"language\": \"en\", \"direction\": {}}",
       "1:33: direction: found an object, expected \"ltr\" or \"rtl\""},
      {"not UTF-8", "{\"language\": \"\xFF\"}", "1:15: found "},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    const Result<Words> words = parse_words(row.text);
    REQUIRE_FALSE(words.ok());
    CAPTURE(words.error().text());
    CHECK(words.error().text().starts_with(row.error));
  }
}
