// Texts without a text engine at hand: how wide a text will be in the product's typefaces, where its lines break, and
// how a paragraph is fitted into a place. Alike in the command and in the browser.
//
//   Paragraph name = set_in("Papua New Guinea", 15, false, 72, 2);  // two lines at most, as large as 15 if possible
//   float below = draw_lines(picture, name, {x, y}, Align::centre, 17, Ink::ink);
//
// Widths and line height come from the fonts' own tables (font_metrics.mjs reads them for the build). A letter that the
// fonts lack is taken for an average one of its script: 1 em for Chinese, nothing for a combining mark, else 0.62 em.
//
// Lines break at spaces, after hyphens, and beside Chinese characters, but not before what closes (。，」…) or after
// what opens (「（…).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shapes.h"

namespace council {

/// No text that is fitted into a place becomes smaller (em, in units): it is cut with an ellipsis.
inline constexpr float least_size = 8;

/// From ascender to descender in em, which is what Dear ImGui takes for a font's size.
float line_height_of(bool bold);

/// The width of a line of UTF-8 text set in `size` (em), in the unit of `size`; without kerning.
float text_width(std::string_view text, float size, bool bold);

/// Takes the first character off a UTF-8 text, which is not empty.
char32_t next_character(std::string_view& text);

/// How many characters a UTF-8 text has.
int characters_of(std::string_view text);

/// Whether the text is in a script of joined letters (Arabic), which are never drawn apart.
bool has_joined_letters(std::string_view text);

/// The text broken into lines no wider than `width`; what cannot be broken stands alone on its line. Wider
/// words may be parted there as Russian does it.
std::vector<std::string> broken(std::string_view text, float size, bool bold, float width, bool part_words = false);

/// The text, or its beginning and an ellipsis, no wider than `width`.
std::string cut(std::string_view text, float size, bool bold, float width);

/// A text broken into lines, and their size.
struct Paragraph {
  std::vector<std::string> lines;
  float size = 0;
  bool bold = false;
  bool is_cut = false;  ///< not all of the text is there
};

/// The width of its widest line.
float width_of(const Paragraph& paragraph);

/// A text on one line, as large as `size` if that is possible.
Paragraph fitted(std::string_view text, float size, bool bold, float room);

/// A text in `most` lines or fewer, as large as `size` if that is possible.
Paragraph set_in(std::string_view text, float size, bool bold, float room, std::size_t most, bool part_words = false);

/// Makes the lines of a paragraph that is set in `room` as even as they can be, in the same number.
void balance(Paragraph& paragraph, std::string_view text, float room);

/// Cuts each line to `room`.
void cut_lines(Paragraph& paragraph, float room);

/// Draws the lines, the first on the baseline of `at`, `pitch` apart; returns the baseline that would be next.
float draw_lines(Picture& picture, const Paragraph& paragraph, Point at, Align align, float pitch, Ink ink);

/// A text on one line.
void draw_text(Picture& picture, Point at, Align align, float size, bool bold, Ink ink, std::string_view text);

}  // namespace council
