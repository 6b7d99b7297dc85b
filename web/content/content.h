// Content that is compiled in.
#pragma once

#include <string_view>

namespace content {

/// The English catalogue (strings/en.json without the page's own words), for council::parse_words.
std::string_view english_words();

/// The vote of 28 March 2024 (scenarios/dprk-panel-2024.json), for council::parse_scenario.
std::string_view recorded_vote();

}  // namespace content
