#include "typesetting.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

#include "font_metrics.h"
#include "joining.h"

namespace council {

namespace {

constexpr bool within(char32_t character, char32_t first, char32_t last) {
  return first <= character && character <= last;
}
constexpr bool is_arabic(char32_t c) {
  return within(c, 0x0600, 0x06FF) || within(c, 0x0750, 0x077F) || within(c, 0x08A0, 0x08FF) ||
         within(c, 0xFB50, 0xFDFF) || within(c, 0xFE70, 0xFEFF);
}
/// Chinese characters, their punctuation, and what else is as wide.
constexpr bool is_wide(char32_t c) {
  return within(c, 0x2E80, 0xA4CF) || within(c, 0xAC00, 0xD7A3) || within(c, 0xF900, 0xFAFF) ||
         within(c, 0xFE30, 0xFE4F) || within(c, 0xFF01, 0xFF60) || within(c, 0xFFE0, 0xFFE6) || c >= 0x1F300;
}
/// Combining marks and what has no width by itself.
constexpr bool is_mark(char32_t c) {
  return within(c, 0x0300, 0x036F) || within(c, 0x0610, 0x061A) || within(c, 0x064B, 0x065F) || c == 0x0670 ||
         within(c, 0x06D6, 0x06DC) || within(c, 0x200B, 0x200F) || within(c, 0xFE00, 0xFE0F) ||
         within(c, 0xFE20, 0xFE2F);
}

/// The place of a character in ranges, where it is in them.
std::optional<std::size_t> place_in(std::span<const font_metrics::Range> ranges, char32_t character) {
  std::size_t before = 0;
  for (const auto& [first, last] : ranges) {
    if (within(character, first, last)) return before + character - first;
    before += last + std::size_t{1} - first;
  }
  return {};
}

/// The width of one character in em.
float advance(char32_t character, bool bold) {
  const font_metrics::Face& face = bold ? font_metrics::bold : font_metrics::regular;
  if (const auto place = place_in(font_metrics::ranges, character))
    return static_cast<float>(face.advances[*place]) / font_metrics::unit;
  if (const auto place = place_in(font_metrics::joined_ranges, character))
    return static_cast<float>(font_metrics::joined_advances[*place]) / font_metrics::unit;
  return is_mark(character) ? 0 : is_wide(character) ? 1 : 0.62F;
}

/// What closes stays with what stands before it, what opens with what comes after it.
constexpr bool closes(char32_t c) {
  return std::u32string_view(U"。，、；：！？）」』》〉】〕］｝”’…—·～%‰℃)],.;:!?}").find(c) !=
         std::u32string_view::npos;
}
constexpr bool opens(char32_t c) {
  return std::u32string_view(U"（「『《〈【〔［｛“‘([{").find(c) != std::u32string_view::npos;
}
/// Whether a line may end between two characters that have no space between them.
constexpr bool may_break(char32_t before, char32_t after) {
  if (before == U'-') return after >= U'A';
  return (is_wide(before) || is_wide(after)) && !closes(after) && !opens(before) && !is_mark(after);
}

constexpr bool is_one_of(char32_t c, std::u32string_view letters) {
  return letters.find(c) != std::u32string_view::npos;
}
constexpr bool is_vowel(char32_t c) { return is_one_of(c, U"аеиоуыэюя"); }
/// Whether Russian parts a word between two letters, of which `next` follows the second: before a consonant that begins
/// a syllable, alone or with a liquid (Велико-британия, Люксем-бург).
constexpr bool parts(char32_t before, char32_t after, char32_t next) {
  if (after < U'а' || after > U'я' || is_one_of(after, U"аеиоуыэюяйьъ")) return false;
  const bool begins = is_vowel(before) || (after != U'л' && after != U'р');
  const bool before_liquid = is_vowel(before) && (next == U'л' || next == U'р');
  return before_liquid || (begins && is_vowel(next));
}

/// How many bytes of a Russian word, with the hyphen, fill a line best; 0 where it cannot be parted. Three letters or
/// more stay on either side.
std::size_t first_part(std::string_view word, float size, bool bold, float width) {
  constexpr std::size_t least = 6;  // bytes
  std::size_t best = 0;
  std::string_view rest = word;
  float em = advance(U'-', bold);
  for (char32_t before = 0; !rest.empty() && em * size <= width;) {
    const std::size_t at = word.size() - rest.size();
    const char32_t character = next_character(rest);
    std::string_view following = rest;
    if (at >= least && word.size() - at >= least && parts(before, character, next_character(following))) best = at;
    em += advance(before = character, bold);
  }
  return best;
}

/// How many bytes of a text stay together at its beginning: up to a space or a place for a break.
std::size_t first_piece(std::string_view text) {
  std::string_view rest = text;
  char32_t before = 0;
  while (!rest.empty() && rest.front() != ' ') {
    const std::size_t at = text.size() - rest.size();
    const char32_t character = next_character(rest);
    if (at > 0 && may_break(before, character)) return at;
    before = character;
  }
  return text.size() - rest.size();
}

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// The beginning of a text with an ellipsis, no wider than `width` where that has room.
std::string shortened(std::string_view text, float size, bool bold, float width) {
  const float room = width - text_width(ellipsis, size, bold);
  std::string_view rest = text;
  float em = 0;
  std::size_t length = 0;
  while (!rest.empty() && (em += advance(next_character(rest), bold)) * size <= room)
    length = text.size() - rest.size();
  text = text.substr(0, length);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text).append(ellipsis);
}

/// The paragraph of a text in a size.
Paragraph paragraph_of(std::string_view text, float size, bool bold, float room, bool part_words) {
  return {.lines = broken(text, size, bold, room, part_words), .size = size, .bold = bold};
}

}  // namespace

char32_t next_character(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = std::min<std::size_t>(lead < 0x80   ? 1
                                                   : lead < 0xE0 ? 2
                                                   : lead < 0xF0 ? 3
                                                                 : 4,
                                                   text.size());
  char32_t character = lead < 0x80 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) character = character << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
  text.remove_prefix(length);
  return character;
}

float line_height_of(bool bold) { return (bold ? font_metrics::bold : font_metrics::regular).line_height; }

float text_width(std::string_view text, float size, bool bold) {
  const std::string shaped = has_joined_letters(text) ? joined(text) : std::string();
  if (!shaped.empty()) text = shaped;
  float em = 0;
  while (!text.empty()) em += advance(next_character(text), bold);
  return em * size;
}

int characters_of(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool has_joined_letters(std::string_view text) {
  while (!text.empty())
    if (is_arabic(next_character(text))) return true;
  return false;
}

std::vector<std::string> broken(std::string_view text, float size, bool bold, float width, bool part_words) {
  std::vector<std::string> lines;
  bool spaced = true;
  while (!text.empty()) {
    std::string_view piece = text.substr(0, first_piece(text));
    text.remove_prefix(piece.size());
    std::string longer = lines.empty() ? std::string() : lines.back();
    if (!lines.empty() && spaced) longer += ' ';
    longer += piece;
    if (!lines.empty() && text_width(longer, size, bold) <= width)
      lines.back() = std::move(longer);
    else {
      while (part_words && text_width(piece, size, bold) > width) {
        const std::size_t part = first_part(piece, size, bold, width);
        if (part == 0) break;
        lines.emplace_back(piece.substr(0, part)) += '-';
        piece.remove_prefix(part);
      }
      lines.emplace_back(piece);
    }
    spaced = text.starts_with(' ');
    if (spaced) text.remove_prefix(1);
  }
  return lines;
}

std::string cut(std::string_view text, float size, bool bold, float width) {
  return text_width(text, size, bold) <= width ? std::string(text) : shortened(text, size, bold, width);
}

float width_of(const Paragraph& paragraph) {
  float width = 0;
  for (const std::string& line : paragraph.lines)
    width = std::max(width, text_width(line, paragraph.size, paragraph.bold));
  return width;
}

Paragraph fitted(std::string_view text, float size, bool bold, float room) {
  const float fitting = size * std::min(1.0F, room / std::max(1.0F, text_width(text, size, bold)));
  Paragraph paragraph{.lines = {std::string(text)}, .size = std::max(fitting, least_size), .bold = bold};
  if (fitting < least_size) cut_lines(paragraph, room);
  return paragraph;
}

Paragraph set_in(std::string_view text, float size, bool bold, float room, std::size_t most, bool part_words) {
  const auto fits = [&](const Paragraph& set) { return set.lines.size() <= most && width_of(set) <= room; };
  Paragraph set = paragraph_of(text, size, bold, room, part_words);
  while (!fits(set) && set.size > least_size)
    set = paragraph_of(text, std::max(least_size, set.size - 0.5F), bold, room, part_words);
  if (fits(set)) return set;
  if (set.lines.size() > most) {
    set.lines.resize(most);
    set.lines.back() += ellipsis;
    set.is_cut = true;
  }
  cut_lines(set, room);
  return set;
}

void balance(Paragraph& paragraph, std::string_view text, float room) {
  if (paragraph.is_cut) return;
  for (float width = room; width > room / 2; width -= 4) {
    std::vector<std::string> narrower = broken(text, paragraph.size, paragraph.bold, width);
    if (narrower.size() > paragraph.lines.size()) break;
    paragraph.lines = std::move(narrower);
  }
}

void cut_lines(Paragraph& paragraph, float room) {
  for (std::string& line : paragraph.lines) {
    if (text_width(line, paragraph.size, paragraph.bold) <= room) continue;
    if (line.ends_with(ellipsis)) line.resize(line.size() - ellipsis.size());
    line = shortened(line, paragraph.size, paragraph.bold, room);
    paragraph.is_cut = true;
  }
}

float draw_lines(Picture& picture, const Paragraph& paragraph, Point at, Align align, float pitch, Ink ink) {
  for (const std::string& line : paragraph.lines) {
    draw_text(picture, at, align, paragraph.size, paragraph.bold, ink, line);
    at.y += pitch;
  }
  return at.y;
}

void draw_text(Picture& picture, Point at, Align align, float size, bool bold, Ink ink, std::string_view text) {
  add(picture, Label{.at = at, .align = align, .size = size, .bold = bold, .ink = ink, .text = std::string(text)});
}

}  // namespace council
