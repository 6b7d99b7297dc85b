// Content that is compiled in.
#pragma once

#include <string>
#include <string_view>

namespace content {

/// What the command says of a language's catalogue (the sections of strings/LANG.json that CMakeLists.txt names), for
/// council::parse_words; empty where there is no such language.
std::string_view words_in(std::string_view language);

/// The languages that have words, by their tags, with a blank between them: "ar en es fr ru zh".
std::string languages();

inline std::string_view english_words() { return words_in("en"); }

}  // namespace content
