#include "text_width.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace council {

namespace {

// Advance widths of U+0020 to U+007E in 1/128 em, as Inter (by Rasmus Andersson, SIL Open Font License) has them.
constexpr std::array<std::uint8_t, 95> regular{
    36, 36, 52, 81, 82, 104, 82, 28,  46,  46, 64, 84, 36, 59, 35, 46,  80, 59, 77, 81, 82, 78,  80, 73,
    79, 80, 35, 36, 84, 84,  84, 65,  120, 87, 83, 93, 92, 77, 75, 95,  95, 34, 69, 83, 72, 114, 96, 97,
    81, 97, 82, 82, 82, 95,  87, 121, 82,  85, 80, 46, 46, 46, 60, 58,  64, 72, 79, 71, 79, 75,  46, 78,
    76, 30, 30, 70, 30, 111, 75, 76,  78,  78, 48, 67, 47, 74, 71, 104, 69, 71, 69, 46, 42, 46,  84};
constexpr std::array<std::uint8_t, 95> bold_face{
    30, 42,  50, 83, 84, 110, 86, 27,  52,  52, 72, 87, 39, 60, 38, 50,  88, 63, 81, 84, 87, 82,  84, 76,
    85, 84,  38, 39, 87, 87,  87, 72,  132, 96, 85, 96, 93, 78, 75, 97,  96, 36, 73, 88, 73, 117, 94, 100,
    83, 100, 84, 84, 86, 93,  96, 133, 91,  93, 85, 52, 50, 52, 62, 61,  64, 74, 81, 75, 81, 76,  49, 81,
    80, 35,  35, 74, 35, 117, 80, 79,  81,  81, 52, 72, 50, 80, 75, 109, 73, 75, 73, 52, 48, 52,  87};

// From U+00C0 to U+00FF: the letter without its accent, or the one that is about as wide.
constexpr std::string_view unaccented = "AAAAAAWCEEEEIIIIDNOOOOO+OUUUUYPsaaaaaamceeeeiiiionooooo+ouuuuypy";
static_assert(unaccented.size() == 0x100 - 0xC0);

/// The width of one character in em. Letters beyond Latin-1 are taken for an average one of their script: enough to
/// wrap and to place by.
float advance(char32_t character, bool bold) {
  if (character >= 0xC0 && character < 0x100) character = static_cast<unsigned char>(unaccented[character - 0xC0]);
  if (character >= 0x20 && character < 0x7F)
    return static_cast<float>((bold ? bold_face : regular)[character - 0x20]) / 128.0F;
  if (character >= 0x0300 && character < 0x0370) return 0;     // combining marks
  if (character == 0xB7 || character == 0x2019) return 0.28F;  // middle dot, apostrophe
  if (character == 0x2013) return 0.5F;                        // en dash
  if (character >= 0x2E80) return 1;                           // Chinese
  return 0.62F;
}

}  // namespace

float text_width(std::string_view text, float size, bool bold) {
  float em = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
      character = character << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    em += advance(character, bold);
    at += length;
  }
  return em * size;
}

int characters_of(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<std::string> wrap_text(std::string_view text, float size, bool bold, float width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    std::string longer = lines.empty() ? std::string(word) : lines.back() + " " + std::string(word);
    if (!lines.empty() && text_width(longer, size, bold) <= width)
      lines.back() = std::move(longer);
    else
      lines.emplace_back(word);
  }
  return lines;
}

}  // namespace council
