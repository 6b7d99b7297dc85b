// A picture as SVG: the poster, the print twin, and what the page shows before the canvas.
#pragma once

#include <array>
#include <string>

#include "palette.h"
#include "shapes.h"

namespace council {

/// What SVG calls each Ink, by Ink: "#0b6e8a", "var(--in-favour)".
using SvgInks = std::array<std::string, std::tuple_size_v<Palette>>;

/// The hexadecimal colours of a palette.
SvgInks svg_inks(const Palette& palette);

/// Colours as the custom properties of the page: var(--ink) and so on.
SvgInks css_inks();

/// The elements of the picture, without the <svg> around them; texts are escaped. When fitted, each label takes the
/// room that was measured for it, whatever face the reader has: nothing is cut in a wider one.
std::string svg_elements(const Picture& picture, const SvgInks& inks, bool fitted = false);

/// Text made safe inside an SVG or HTML element or attribute.
std::string escaped(std::string_view text);

}  // namespace council
