// Catalogues beside their model: each way in which a language can lack something is told with its place.
#include "core/catalogue.h"

#include <doctest/doctest.h>

#include <string>

#include "core/rule.h"
#include "files.h"
#include "web/content/content.h"

using namespace council;

namespace {

const char* const model = R"({
  "language": "en",
  "plain": "Tap",
  "filled": "{who} votes {how}",
  "votes": { "one": "{n} vote of {members}", "other": "{n} votes of {members}" },
  "decides": { "one": "That of {members}", "other": "{n} members: {members}" },
  "members": { "other": "By {members}" },
  "lines": ["One", "Two"],
  "deep": { "er": "Here" }
})";

/// All errors, a line each.
std::string compared(std::string_view text) {
  const Words english = parse_words(model).value();
  const Result<Words> words = parse_words(text);
  REQUIRE_MESSAGE(words.ok(), words.error().text());
  std::string lines;
  for (const Error& error : differences(english, text, words.value())) lines += error.text() + "\n";
  return lines;
}

/// A catalogue of that language; the forms of "votes" are its own.
std::string catalogue(std::string_view language, std::string_view votes, std::string_view rest = {}) {
  return "{\"language\": \"" + std::string(language) +
         "\", \"plain\": \"x\", \"filled\": \"{how} {who}\",\n\"votes\": {" + std::string(votes) +
         "},\n\"decides\": {" + std::string(votes) +
         "}, \"members\": {\"other\": \"{members}\"}, \"lines\": [\"1\", \"2\"], \"deep\": {\"er\": \"x\"}" +
         std::string(rest) + "}";
}

/// Forms of those categories.
std::string forms(std::string_view names) {
  std::string result;
  while (!names.empty())
    result += (result.empty() ? "\"" : ", \"") + std::string(next_name(names)) + "\": \"{n} {members}\"";
  return result;
}

}  // namespace

TEST_CASE("a whole catalogue has nothing wrong, in any of the six languages") {
  CHECK(compared(model).empty());
  struct Row {
    const char* language;
    const char* forms;
  };
  for (const Row& row :
       {Row{"en", "one other"}, Row{"fr", "one other"}, Row{"es", "one other"}, Row{"zh", "other"},
        Row{"ru", "one few many"}, Row{"ru", "one few many other"}, Row{"ar", "zero one two few many other"}}) {
    CAPTURE(std::string(row.language));
    CHECK(compared(catalogue(row.language, forms(row.forms))) == "");
  }
}

TEST_CASE("what a language lacks, or has too much, is told with its place") {
  CHECK(compared(catalogue("ru", forms("one many"))) ==
        "2:10: votes: found no form \"few\", expected each form of plural that the language has (few, many, one), as "
        "plural_category of core/words.cpp tells\n"
        "3:12: decides: found no form \"few\", expected each form of plural that the language has (few, many, one), as "
        "plural_category of core/words.cpp tells\n");
  CHECK(compared(catalogue("zh", forms("one other")))
            .starts_with(
                "2:11: votes.one: found the unknown key \"one\", expected the forms of plural that the language has "
                "(other), as plural_category of core/words.cpp tells\n"));
  CHECK(compared(catalogue("fr", forms("one other"), ",\n \"more\": \"x\"")) ==
        "4:2: more: found the unknown key \"more\", expected keys of the model only\n");
  std::string text = catalogue("fr", forms("one other"));
  const auto with = [&](std::string_view what, std::string_view replacement) {
    std::string changed = text;
    const std::size_t at = changed.find(what);
    REQUIRE(at != std::string::npos);
    return compared(changed.replace(at, what.size(), replacement));
  };
  CHECK(with("\"plain\": \"x\", ", "") == "1:1: found no \"plain\", expected it, as in the model\n");
  CHECK(with("\"er\": \"x\"", "") == "3:128: deep: found no \"er\", expected it, as in the model\n");
  CHECK(with("{how} {who}", "{who}") == "1:44: filled: found {who}, expected {how}, {who}\n");
  CHECK(with("{how} {who}", "{how} {whom}") == "1:44: filled: found {how}, {whom}, expected {how}, {who}\n");
  CHECK(with("[\"1\", \"2\"]", "[\"1\"]").ends_with("lines: found 1 entries, expected 2\n"));
  CHECK(with("[\"1\", \"2\"]", "\"1\"").ends_with("lines: found \"1\", expected an array of texts\n"));
  CHECK(with("\"plain\": \"x\"", "\"plain\": {}") == "1:29: plain: found an object, expected a text\n");
  CHECK(with("\"one\": \"{n} {members}\"", "\"one\": \"{members}\"") ==
        "2:18: votes.one: found {members}, expected {members}, {n}\n");
}

TEST_CASE("a language whose name is read from the right says that it is") {
  const auto named = [](std::string_view language, std::string_view name) {
    return compared(R"({"language": ")" + std::string(language) + R"(", "name": ")" + std::string(name) + R"("})");
  };
  for (const char* name : {"العربية", "עברית", "ދިވެހި"})
    CHECK(named("ar", name)
              .starts_with("1:1: found no \"direction\", expected \"rtl\", as the language's name is read\n"));
  CHECK(named("ar", "العربية\", \"direction\": \"ltr").starts_with("1:52: direction: found \"ltr\", expected \"rtl\""));
  for (const char* name : {"العربية\", \"direction\": \"rtl", "Русский", "हिन्दी", "中文", "Հայերեն", ""})
    CHECK(named("ru", name).find("\"rtl\"") == std::string::npos);
}

TEST_CASE("a form may leave out the number where one of the model's does") {
  CHECK(compared(catalogue("fr", forms("one other"))) == "");
  std::string text = catalogue("fr", forms("one other"));
  const std::size_t at = text.find("{n} {members}", text.find("decides"));
  CHECK(compared(text.replace(at, 4, "")) == "");
}

TEST_CASE("every standard rule has its name and its note in the catalogue") {
  const Words words = parse_words(content::english_words()).value();
  for (const StandardRule& rule : standard_rules) {
    CAPTURE(std::string(rule.id));
    for (const char* key : {"rules.{}.name", "rules.{}.note"})
      CHECK(words.message(filled(key, rule.id)).front() != '[');
  }
  CHECK(words.catalogue.root().find("rules")->size() == static_cast<int>(standard_rules.size()));
}

TEST_CASE("the English catalogue is its own model") {
  const std::string text = test::file(CONTENT_DIR "/strings/en.json");
  const Words english = parse_words(text).value();
  CHECK(differences(english, text, english).empty());
}
