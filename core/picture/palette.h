// The product's colours, light and dark, and their names: `council poster --palette` prints them for the page's styles.
// Contrast on the paper is at least 4.5 to 1 for what is read and 3 to 1 for what is only seen; blue-green against
// vermilion stays apart in every common kind of colour blindness.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "shapes.h"

namespace council {

/// What the page calls each Ink, by Ink: its custom properties are these with two dashes before.
inline constexpr std::array<std::string_view, 11> ink_names{
    "none", "paper", "ink", "soft", "line", "table", "card", "in-favour", "against", "abstaining", "stamp"};
static_assert(ink_names[static_cast<std::size_t>(Ink::in_favour)] == "in-favour");
static_assert(ink_names.back() == "stamp" && ink_names.size() - 1 == static_cast<std::size_t>(Ink::stamp));

/// 0xRRGGBB by Ink.
using Palette = std::array<std::uint32_t, ink_names.size()>;

inline constexpr Palette light_palette{0x000000, 0xFBFAF6, 0x1B1F24, 0x5B626B, 0xD8D5CC, 0xEDE9DF,
                                       0xFFFFFF, 0x0B6E8A, 0xC23B12, 0x6B6F76, 0xB3261E};
inline constexpr Palette dark_palette{0x000000, 0x14171B, 0xF1EFEA, 0xA7ADB5, 0x343A42, 0x20252B,
                                      0x1A1E23, 0x5CC3DE, 0xFF8A5C, 0xA7ADB5, 0xFF7A6B};
/// For printers: black on white, no colour, and no ground to spend toner on.
inline constexpr Palette printed_palette{0x000000, 0xFFFFFF, 0x000000, 0x333333, 0x808080, 0xFFFFFF,
                                         0xFFFFFF, 0x000000, 0x000000, 0x000000, 0x000000};

constexpr std::uint32_t colour_of(const Palette& palette, Ink ink) { return palette[static_cast<std::size_t>(ink)]; }

}  // namespace council
