// Vetoes through time: a row for each permanent member, the one with most first, a column for each year since 1946, a
// block for each text that the member vetoed in it. Blocks are filled where it vetoed alone, in outline where others
// did, too.
//
//   const VetoesSetting setting{.index = index, .words = words, .width = 390};
//   const VetoesLayout layout = vetoes_layout(setting);
//   const Picture picture = drawn(setting, layout, {.highlight = {.member = 3}});
//   const VetoPress press = pressed_at(setting, layout, {200, 80});     // which member and year is there
//
// The height goes by width and index alone. Read from the right, all of it is mirrored, and years run to the left.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/vetoes.h"
#include "core/words.h"
#include "shapes.h"

namespace council {

struct VetoesSetting {
  const VetoIndex& index;
  const Words& words;
  float width;  ///< units
};

/// Where a row stands and answers a pointer, as it is drawn.
struct VetoRow {
  int member;                ///< by place in permanent_codes
  float baseline;            ///< of its blocks
  Point name_from, name_to;  ///< the area of its name, which stands for all its years
  Point from, to;            ///< the area of its years: at least 44 units high
};

struct VetoesLayout {
  float width = 0;
  float height = 0;
  bool right_to_left = false;
  bool narrow = false;        ///< names stand above their rows
  float left = 0, right = 0;  ///< of the columns of all years, read from the left
  float column = 0;           ///< a year's width
  float block = 0;            ///< height of a block and the gap above it
  float axis = 0;             ///< baseline of the years' numbers
  std::vector<VetoRow> rows{};
};

/// What is in ink while the rest is soft. Without any of it, all is in ink.
struct VetoHighlight {
  int member = -1;  ///< by place in permanent_codes, or -1
  int from = 0;     ///< years, both of them included; 0: all
  int to = 0;

  friend constexpr bool operator==(const VetoHighlight&, const VetoHighlight&) = default;
};

/// A member and one of its years.
struct VetoPress {
  int member = -1;  ///< -1: none
  int year = 0;     ///< 0: all of them

  friend constexpr bool operator==(const VetoPress&, const VetoPress&) = default;
};

struct VetoesScene {
  VetoHighlight highlight = {};
  VetoPress hovered = {};
};

VetoesLayout vetoes_layout(const VetoesSetting& setting);
Picture drawn(const VetoesSetting& setting, const VetoesLayout& layout, const VetoesScene& scene);
Picture vetoes_picture(const VetoesSetting& setting, const VetoesScene& scene = {});

/// What stands at a place of the picture: in a row's columns the year with a veto that is nearest, in its name all
/// years.
VetoPress pressed_at(const VetoesSetting& setting, const VetoesLayout& layout, Point at);

/// "RUS 1986", "RUS" for all years, nothing for none.
std::string text_of(VetoPress press);

/// A highlight as a text: codes and years, such as "RUS", "1946-1965", "RUS 1986", or nothing.
Result<VetoHighlight> parse_highlight(std::string_view text);

/// What the picture says, in a sentence: for those who do not see it.
std::string vetoes_told(const VetoesSetting& setting);

}  // namespace council
