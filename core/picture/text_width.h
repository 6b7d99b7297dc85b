// How wide a text will be in the product's typeface (Inter), without a font at hand: for pictures that are laid out
// where there is no text engine, alike in the command and in the browser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council {

/// The width of a line of UTF-8 text set in `size` (em), in the unit of `size`; without kerning.
float text_width(std::string_view text, float size, bool bold);

/// How many characters a UTF-8 text has.
int characters_of(std::string_view text);

/// The text broken at spaces into lines no wider than `width`; a longer word stands alone on its line.
std::vector<std::string> wrap_text(std::string_view text, float size, bool bold, float width);

}  // namespace council
