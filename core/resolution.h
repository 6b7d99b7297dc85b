// Symbols and dates of resolutions as the United Nations writes them: S/RES/2680(2023), 2023-03-23.
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

/// Whether `text` is a day of the calendar, written year-month-day: 2024-03-28.
constexpr bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto part = [&](std::size_t at, std::size_t digits) {
    std::string_view rest = text.substr(at, digits);
    const std::optional<int> number = take_number(rest, digits);
    return number && rest.empty() ? *number : -1;
  };
  const int year = part(0, 4);
  const int month = part(5, 2);
  const int day = part(8, 2);
  if (year < 1 || month < 1 || month > 12) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  return day >= 1 && day <= days;
}

static_assert(parse_symbol("S/RES/344(1973)") == ResolutionSymbol{344, 1973});
static_assert(!parse_symbol("S/RES/0(1946)") && !parse_symbol("S/RES/1(1945)") && !parse_symbol("S/RES/1(1946) "));
static_assert(is_date("2024-02-29") && !is_date("1900-02-29") && !is_date("2024-13-01") && !is_date("28/03/2024"));

}  // namespace council
