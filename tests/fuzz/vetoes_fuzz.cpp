// Fuzzes the reader of indices of vetoes, and the plots of what it takes. Whatever comes, nothing may crash; an error
// must tell its place, and an index that was read must be one that can be drawn in any width, with nothing too small to
// read.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/picture/svg.h"
#include "core/picture/typesetting.h"
#include "core/picture/vetoes_plot.h"
#include "web/content/content.h"

using namespace council;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void draw(const VetoIndex& index, float width) {
  static const Words words = parse_words(content::english_words()).value();
  const VetoesSetting setting{index, words, width};
  const VetoesLayout layout = vetoes_layout(setting);
  require(std::isfinite(layout.height) && layout.rows.size() == permanent_codes.size());
  const Picture picture = drawn(setting, layout, {.highlight = {.member = 3, .from = 1946, .to = 1965}, .hovered = {}});
  for (const Shape& shape : picture.shapes) {
    if (const Label* const label = std::get_if<Label>(&shape.figure)) require(label->size > least_size - 0.001F);
    if (const Box* const box = std::get_if<Box>(&shape.figure))
      require(box->from.x < box->to.x && box->from.y < box->to.y);
  }
  for (const VetoRow& row : layout.rows) {
    const VetoPress press = pressed_at(setting, layout, {(row.from.x + row.to.x) / 2, row.from.y + 1});
    require(press.member == row.member &&
            (press.year == 0 || (press.year >= first_year && press.year <= index.last_year())));
  }
  require(svg_elements(picture, css_inks()).ends_with("</g>"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<VetoIndex> result = parse_vetoes(text);
  const Result<VetoIndex> less = parse_vetoes_plot(text);
  if (!result) {
    const Error& error = result.error();
    require(error.line >= 1 && error.column >= 1 && !error.found.empty() && !error.expected.empty());
  } else {
    require(less.ok());
  }
  if (!less) return 0;
  require(!less.value().texts.empty() && !less.value().sources.empty());
  draw(less.value(), 160 + static_cast<float>(size * 37 % 460));
  draw(less.value(), 620 + static_cast<float>(size * 37 % 340));
  return 0;
}
