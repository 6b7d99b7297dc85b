// Content that is compiled in.
#pragma once

#include <string_view>

namespace content {

/// What the command says of the English catalogue (the sections of strings/en.json that CMakeLists.txt names), for
/// council::parse_words.
std::string_view english_words();

}  // namespace content
