#include "joining.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/utf8.h"

namespace council {

namespace {

constexpr char32_t lam = 0x0644, tatweel = 0x0640;

/// How many shapes each letter has, U+0622 to U+064A: 2 alone and after, 4 on both sides too; 0 where there is no
/// letter. In Unicode the shapes stand in the same order, from U+FE81 on.
constexpr char32_t first_letter = 0x0622, first_shape = 0xFE81;
constexpr std::string_view shapes = "22224242444442222444444440000004444444224";

bool is_vowel_mark(char32_t c) { return (c >= 0x064B && c <= 0x0652) || c == 0x0670; }
int shapes_of(char32_t c) {
  return c >= first_letter && c < first_letter + shapes.size() ? shapes[c - first_letter] - '0' : 0;
}
bool joins_next(char32_t c) { return shapes_of(c) == 4 || c == tatweel; }
bool joins_previous(char32_t c) { return shapes_of(c) > 0 || c == tatweel; }

/// The first shape of a letter, as it stands alone.
char32_t alone(char32_t letter) {
  char32_t shape = first_shape;
  for (const char count : shapes.substr(0, letter - first_letter)) shape += static_cast<char32_t>(count - '0');
  return shape;
}

/// The place of the alef that makes one letter with a lam before it; -1 where it is none.
int alef_of(char32_t c) {
  const auto place = std::u32string_view(U"\u0622\u0623\u0625\u0627").find(c);
  return place == std::u32string_view::npos ? -1 : static_cast<int>(place);
}

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> result;
  while (!text.empty()) result.push_back(take_character(text));
  return result;
}

void append(std::string& text, char32_t c) {
  const unsigned more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr std::array<unsigned, 4> first{0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(first[more] | c >> 6 * more);
  for (unsigned i = more; i-- > 0;) text += static_cast<char>(0x80U | (c >> 6 * i & 0x3FU));
}

/// Kinds of characters, as far as the order goes by them.
enum class Kind : unsigned char { left, right, number, arabic_number, separator, sign, terminator, neutral };
Kind kind_of(char32_t c) {
  if (c >= '0' && c <= '9') return Kind::number;
  if (std::u32string_view(U",./:\u00A0\u060C\u202F").find(c) != std::u32string_view::npos) return Kind::separator;
  if (c == '+' || c == '-' || c == 0x2212) return Kind::sign;
  if (std::u32string_view(U"#$%\u00A3\u00B0\u066A\u20AC").find(c) != std::u32string_view::npos) return Kind::terminator;
  if ((c >= 0x0600 && c <= 0x06FF) || (c >= 0xFB50 && c <= 0xFEFC)) return Kind::right;
  const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == 0xAA || c == 0xB5 || c == 0xBA ||
                      (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000) || (c >= 0x3005 && c < 0xFB00);
  return letter ? Kind::left : Kind::neutral;
}

/// What stands on the other side is turned.
char32_t turned(char32_t c) {
  constexpr std::u32string_view pairs = U"()[]{}<>\u00AB\u00BB\u2039\u203A";
  const auto place = pairs.find(c);
  return place == std::u32string_view::npos ? c : pairs[place ^ 1U];
}

/// Gives everything a direction: left or right. The rules' names are those of UAX #9.
void resolve(std::vector<Kind>& kinds) {
  const std::size_t count = kinds.size();
  bool after_arabic = false;
  for (Kind& kind : kinds) {  // W2: there are no letters read from the right but Arabic ones
    if (kind == Kind::left) after_arabic = false;
    if (kind == Kind::right) after_arabic = true;
    if (kind == Kind::number && after_arabic) kind = Kind::arabic_number;
  }
  for (std::size_t i = 1; i + 1 < count; ++i) {  // W4
    const Kind before = kinds[i - 1], after = kinds[i + 1];
    if (before != after) continue;
    if (before == Kind::number && (kinds[i] == Kind::separator || kinds[i] == Kind::sign)) kinds[i] = before;
    if (before == Kind::arabic_number && kinds[i] == Kind::separator) kinds[i] = before;
  }
  for (std::size_t i = 0; i < count; ++i) {  // W5
    std::size_t end = i;
    while (end < count && kinds[end] == Kind::terminator) ++end;
    const bool beside = (i > 0 && kinds[i - 1] == Kind::number) || (end < count && kinds[end] == Kind::number);
    std::fill(kinds.begin() + static_cast<std::ptrdiff_t>(i), kinds.begin() + static_cast<std::ptrdiff_t>(end),
              beside ? Kind::number : Kind::neutral);
    i = std::max(i, end == i ? i : end - 1);
  }
  Kind strong = Kind::right;
  for (Kind& kind : kinds) {  // W6, W7
    if (kind == Kind::separator || kind == Kind::sign) kind = Kind::neutral;
    if (kind == Kind::left || kind == Kind::right) strong = kind;
    if (kind == Kind::number && strong == Kind::left) kind = Kind::left;
  }
  // N1, N2: what stands between follows its neighbours, where these agree; numbers count as read from the right.
  const auto side = [&](std::size_t i) { return i < count && kinds[i] == Kind::left ? Kind::left : Kind::right; };
  for (std::size_t i = 0; i < count; ++i) {
    if (kinds[i] != Kind::neutral) continue;
    std::size_t end = i;
    while (end < count && kinds[end] == Kind::neutral) ++end;
    const bool left = i > 0 && side(i - 1) == Kind::left && side(end) == Kind::left;
    std::fill(kinds.begin() + static_cast<std::ptrdiff_t>(i), kinds.begin() + static_cast<std::ptrdiff_t>(end),
              left ? Kind::left : Kind::right);
  }
}

}  // namespace

std::string joined(std::string_view text) {
  std::vector<char32_t> letters = characters(text);
  std::erase_if(letters, is_vowel_mark);
  std::string result;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t letter = letters[i];
    if (shapes_of(letter) == 0) {
      append(result, letter);
      continue;
    }
    const bool after = i > 0 && joins_next(letters[i - 1]) && joins_previous(letter);
    const int alef = letter == lam && i + 1 < letters.size() ? alef_of(letters[i + 1]) : -1;
    if (alef >= 0) {
      append(result, static_cast<char32_t>(0xFEF5 + 2 * alef + (after ? 1 : 0)));
      ++i;
      continue;
    }
    const bool before = shapes_of(letter) == 4 && i + 1 < letters.size() && joins_previous(letters[i + 1]);
    append(result, alone(letter) + (after ? before ? 3U : 1U : before ? 2U : 0U));
  }
  return result;
}

std::string in_visual_order(std::string_view line) {
  const std::vector<char32_t> text = characters(line);
  std::vector<Kind> kinds(text.size());
  std::transform(text.begin(), text.end(), kinds.begin(), kind_of);
  resolve(kinds);
  std::string result;
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t begin = end - 1;
    if (kinds[begin] == Kind::right) {
      append(result, turned(text[begin]));
    } else {
      while (begin > 0 && kinds[begin - 1] != Kind::right) --begin;
      for (std::size_t i = begin; i < end; ++i) append(result, text[i]);
    }
    end = begin;
  }
  return result;
}

}  // namespace council
