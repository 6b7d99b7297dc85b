// Arabic for whoever draws letter by letter, from left to right: joined, and in the order in which letters stand on
// paper. Browsers, and whatever else sets SVG, do this by themselves.
//
//   std::string ready = in_visual_order(joined("قرار S/2024/255"));
//
// Letters become the Presentation Forms-B of Unicode, which stand for one shape each; lam and alef become one. Vowel
// marks are left out: newspapers do without. The order is that of Unicode's bidirectional algorithm (UAX #9) for one
// line of a paragraph that is read from the right, without embeddings, isolates and the letters of other such scripts.
#pragma once

#include <string>
#include <string_view>

namespace council {

/// The text with its Arabic letters in the shapes that they have beside each other; still in the order in which it is
/// read.
std::string joined(std::string_view text);

/// The characters of a line in the order in which they stand, from left to right; brackets and quotation marks are
/// turned.
std::string in_visual_order(std::string_view line);

}  // namespace council
