// Binomial coefficients and small powers, exact for everything a body of max_seats can ask for.
#pragma once

#include <array>
#include <cstdint>
#include <numeric>

#include "seats.h"

namespace council {

namespace detail {

inline constexpr auto pascal = [] {
  constexpr std::size_t rows = max_seats + 1;
  std::array<std::array<std::uint32_t, rows>, rows> table{};  // the largest is choose(30, 15), of 28 bits
  for (std::size_t n = 0; n < rows; ++n) {
    table[n][0] = 1;
    for (std::size_t k = 1; k <= n; ++k) table[n][k] = table[n - 1][k - 1] + table[n - 1][k];
  }
  return table;
}();

}  // namespace detail

/// Ways to choose k of n, 0 <= n <= max_seats; 0 unless 0 <= k <= n.
constexpr std::uint64_t choose(int n, int k) {
  return k < 0 || k > n ? 0 : detail::pascal[static_cast<std::size_t>(n)][static_cast<std::size_t>(k)];
}

/// base to the exponent; 1 for the exponent 0. Fits for bases up to 3 and exponents up to max_seats.
constexpr std::uint64_t power_of(std::uint64_t base, int exponent) {
  std::uint64_t result = 1;
  for (int i = 0; i < exponent; ++i) result *= base;
  return result;
}

/// The least number that 1 to n all divide, 0 <= n <= max_seats.
constexpr std::uint64_t least_common_multiple(int n) {
  std::uint64_t result = 1;
  for (std::uint64_t i = 2; i <= static_cast<std::uint64_t>(n); ++i) result = std::lcm(result, i);
  return result;
}

}  // namespace council
