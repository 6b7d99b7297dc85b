// Days as files write them: 2024-03-28.
#pragma once

#include <cstddef>
#include <string_view>

namespace council {

/// Whether `text` is a day of the calendar, written YYYY-MM-DD; with `partial`, YYYY and YYYY-MM will do.
constexpr bool is_date(std::string_view text, bool partial = false) {
  if (text.size() != 10 && !(partial && (text.size() == 4 || text.size() == 7))) return false;
  int year = 0;
  int month = 1;
  int day = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      if (text[i] != '-') return false;
      (i == 4 ? month : day) = 0;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return false;
    int& part = i < 4 ? year : i < 7 ? month : day;
    part = part * 10 + (text[i] - '0');
  }
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const int days = month == 2 ? (leap ? 29 : 28) : 30 + (month + month / 8) % 2;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

static_assert(is_date("2024-02-29") && !is_date("1900-02-29") && is_date("2000-02-29") && !is_date("2024-13-01"));
static_assert(is_date("2024-07-31") && is_date("2024-08-31") && !is_date("2024-09-31") && !is_date("2024-00-01"));
static_assert(!is_date("28/03/2024") && !is_date("2024-03") && !is_date("2024-03-2x") && !is_date("2024-03-00"));
static_assert(is_date("2024-03", true) && is_date("2024", true) && !is_date("2024-3", true) && !is_date("", true));

}  // namespace council
