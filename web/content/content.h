// Content that is compiled in.
#pragma once

#include <string_view>

namespace content {

/// The English catalogue (strings/en.json without the page's own words), for council::parse_words.
std::string_view english_words();

}  // namespace content
