// UTF-8, byte by byte (the Unicode Standard, table 3-7).
#pragma once

#include <cstddef>
#include <string_view>

namespace council {

/// What the first byte of a character demands of the bytes after it.
struct Utf8Sequence {
  int more;             ///< how many follow, 0 to 3; -1 where no character begins with that byte
  unsigned char least;  ///< the range of the second byte; all later ones are 0x80 to 0xBF
  unsigned char most;
};

/// Nothing overlong, no surrogates, nothing beyond U+10FFFF.
constexpr Utf8Sequence utf8_sequence(unsigned char first) {
  const int more = first < 0x80 ? 0 : first < 0xC2 || first > 0xF4 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  const bool starts_late = first == 0xE0 || first == 0xF0;
  return {.more = more,
          .least = static_cast<unsigned char>(starts_late ? (first == 0xE0 ? 0xA0 : 0x90) : 0x80),
          .most = static_cast<unsigned char>(first == 0xED   ? 0x9F
                                             : first == 0xF4 ? 0x8F
                                                             : 0xBF)};
}

/// Whether a byte is the first of a character.
constexpr bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// How many characters a text has.
constexpr int characters_in(std::string_view text) {
  int number = 0;
  for (const char byte : text) number += begins_character(byte) ? 1 : 0;
  return number;
}

/// Takes the first character off a text that is not empty. In a text that is not UTF-8 it takes at least a byte.
constexpr char32_t take_character(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const int more = utf8_sequence(first).more;
  char32_t character = more > 0 ? first & (0x3FU >> more) : first;
  std::size_t length = 1;
  for (; static_cast<int>(length) <= more && length < text.size() && !begins_character(text[length]); ++length)
    character = character << 6U | (static_cast<unsigned char>(text[length]) & 0x3FU);
  text.remove_prefix(length);
  return character;
}

static_assert([] {
  std::string_view text = "aé中😀";
  return characters_in(text) == 4 && take_character(text) == U'a' && take_character(text) == U'é' &&
         take_character(text) == U'中' && take_character(text) == U'😀' && text.empty();
}());

}  // namespace council
