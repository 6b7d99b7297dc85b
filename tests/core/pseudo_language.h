// A language that nobody speaks, to see whether there is room for the others: every message is English with accents on
// its letters, about 1.6 times as long (or as many tenths as asked for), and reads from the right.
#pragma once

#include <string>
#include <string_view>

#include "core/words.h"

namespace council::test {

/// A message of the pseudo-language; what stands in braces is kept.
inline std::string pseudo_message(std::string_view english, int tenths = 16) {
  constexpr std::string_view plain = "AEIOUYCNaeiouycn";
  constexpr std::string_view vowels = "AEIOUYaeiouy";
  constexpr std::string_view accented[] = {"Å", "É", "Î", "Ö", "Ü", "Ý", "Ç", "Ñ",
                                           "å", "é", "î", "ö", "ü", "ý", "ç", "ñ"};
  std::string result;
  int from = 0, to = 0;  // letters read and written
  bool place = false;
  for (const char c : english) {
    place = place ? c != '}' : c == '{';
    const std::size_t letter = place ? std::string_view::npos : plain.find(c);
    if (letter == std::string_view::npos) {
      result += c;
    } else {
      result += accented[letter];
    }
    if (place || c == '}') continue;
    ++from;
    ++to;
    // Vowels make up for the letters that cannot.
    for (int more = 0; more < 4 && to * 10 < from * tenths && vowels.find(c) != std::string_view::npos; ++more, ++to)
      result += accented[letter];
  }
  return result;
}

/// The catalogue of the pseudo-language.
inline Words pseudo_language(const Words& english, int tenths = 16) {
  std::string text = R"({"language": "qps", "direction": "rtl")";
  const auto fields = [&text, tenths](const auto& self, const json::Value& object) -> void {
    for (const json::Value& field : object) {
      if (field.name == "language" || field.name == "direction") continue;
      if (text.back() != '{') text += ',';
      text += json::written(field.name) + ":";
      if (field.kind == json::Kind::object) {
        text += '{';
        self(self, field);
        text += '}';
      } else {
        text += json::written(pseudo_message(field.text, tenths));
      }
    }
  };
  fields(fields, english.catalogue.root());
  return parse_words(text + "}").value();
}

}  // namespace council::test
