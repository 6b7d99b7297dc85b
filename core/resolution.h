// Symbols of resolutions as the United Nations writes them: S/RES/2680(2023).
#pragma once

#include <optional>
#include <string_view>

namespace council {

/// A resolution of the Security Council: they are numbered through since 1946, and carry their year.
struct ResolutionSymbol {
  static constexpr int max_number = 999'999;
  int number = 1;   ///< 1 to max_number
  int year = 1946;  ///< 1946 to 9999

  friend constexpr bool operator==(const ResolutionSymbol&, const ResolutionSymbol&) = default;
};

/// Takes decimal digits, at most `most` of them, off the front of `text`; nothing if there are none or too many.
constexpr std::optional<int> take_number(std::string_view& text, std::size_t most) {
  int number = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    if (digits == most) return std::nullopt;
    number = number * 10 + (text[digits] - '0');
  }
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

/// The symbol that `text` is, written just so: S/RES/344(1973).
constexpr std::optional<ResolutionSymbol> parse_symbol(std::string_view text) {
  constexpr std::string_view series = "S/RES/";
  if (!text.starts_with(series)) return std::nullopt;
  text.remove_prefix(series.size());
  if (text.starts_with('0')) return std::nullopt;
  const std::optional<int> number = take_number(text, 6);
  if (!number || !text.starts_with('(')) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<int> year = text.size() == 5 ? take_number(text, 4) : std::nullopt;
  if (!year || text != ")" || *year < 1946) return std::nullopt;
  return ResolutionSymbol{*number, *year};
}

static_assert(parse_symbol("S/RES/344(1973)") == ResolutionSymbol{344, 1973});
static_assert(!parse_symbol("S/RES/0(1946)") && !parse_symbol("S/RES/1(1945)") && !parse_symbol("S/RES/1(1946) "));

}  // namespace council
