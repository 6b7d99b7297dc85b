// The scenarios of the house, as the tests read them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario.h"
#include "files.h"

namespace council::test {

/// A scenario of the house, read anew.
inline Scenario scenario_file(const std::string& id) {
  return parse_scenario(file(CONTENT_DIR "/scenarios/" + id + ".json")).value();
}

/// The scenarios of the house, by id.
inline const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> all = [] {
    std::vector<Scenario> result;
    for (const auto& entry : std::filesystem::directory_iterator(CONTENT_DIR "/scenarios"))
      result.push_back(scenario_file(entry.path().stem().string()));
    std::sort(result.begin(), result.end(), [](const Scenario& a, const Scenario& b) { return a.id < b.id; });
    return result;
  }();
  return all;
}
inline const Scenario& scenario_of(std::string_view id) {
  return *std::find_if(scenarios().begin(), scenarios().end(), [&](const Scenario& s) { return s.id == id; });
}

}  // namespace council::test
