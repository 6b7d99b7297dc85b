// Arabic letters joined and ordered, against FriBidi: every text of the Arabic catalogue, every name and draft, and
// texts that mix it with symbols and numbers.
#include "core/picture/joining.h"

#include <doctest/doctest.h>
#include <fribidi.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "core/json.h"
#include "core/utf8.h"
#include "tests/core/files.h"

using namespace council;

namespace {

std::vector<FriBidiChar> characters(std::string_view text) {
  std::vector<FriBidiChar> result;
  while (!text.empty()) result.push_back(take_character(text));
  return result;
}

/// What FriBidi makes of a line, without vowel marks, and without what it puts in the place of an alef.
std::vector<FriBidiChar> expected(std::string_view text) {
  std::vector<FriBidiChar> line = characters(text);
  std::erase_if(line, [](FriBidiChar c) { return (c >= 0x064B && c <= 0x0652) || c == 0x0670; });
  std::vector<FriBidiChar> visual(line.size() + 1);
  FriBidiParType direction = FRIBIDI_PAR_RTL;
  REQUIRE(fribidi_log2vis(line.data(), static_cast<FriBidiStrIndex>(line.size()), &direction, visual.data(), nullptr,
                          nullptr, nullptr) != 0);
  visual.resize(line.size());
  std::erase(visual, FriBidiChar{0xFEFF});
  return visual;
}

/// For whoever reads of a difference.
std::string hex(const std::vector<FriBidiChar>& line) {
  std::ostringstream text;
  for (const FriBidiChar c : line) text << std::hex << c << ' ';
  return text.str();
}

void check(std::string_view text) {
  CAPTURE(text);
  CHECK(hex(characters(in_visual_order(joined(text)))) == hex(expected(text)));
}

/// Every text of a file that holds Arabic letters.
int check_file(const std::string& path) {
  const Result<json::Document> document = json::parse(test::file(path));
  REQUIRE(document.ok());
  int checked = 0;
  for (const json::Value& value : document.value().values) {
    const std::string_view text = value.text;
    if (value.kind != json::Kind::string || text.find("\xD8") == std::string_view::npos) continue;
    // Isolates and line breaks are the browser's.
    if (text.find("\xE2\x81") != std::string_view::npos) continue;
    // What stands in places is a name, or a number.
    for (const char* filling : {"فرنسا", "13"})
      check(std::regex_replace(std::string(text), std::regex("\\{[a-z_]+\\}"), filling));
    ++checked;
  }
  return checked;
}

}  // namespace

TEST_CASE("each shape and each order") {
  for (const char* text : {"", "لا", "بلا", "الأمم المتحدة", "قرار S/2024/255", "S/2024/255", "15–0–0", "13 مؤيدا",
                           "في 28 آذار/مارس 2024 (13-1-1)", "12.5%", "«نص» [1]", "USA و RUS", "2009، 1874", "-5",
                           "مجلس الأمن: 9 أصوات", "اعتُمد", "كـ", "ء", "(أ)"})
    check(text);
}

TEST_CASE("every Arabic text that the canvas may show") {
  CHECK(check_file(CONTENT_DIR "/strings/ar.json") > 800);
  CHECK(check_file(CONTENT_DIR "/councils.json") > 100);
  for (const auto& entry : std::filesystem::directory_iterator(CONTENT_DIR "/scenarios"))
    CHECK(check_file(entry.path().string()) > 10);
}
