// Binomial coefficients and small powers, exact for everything a body of max_seats can ask for.
#pragma once

#include <cstdint>
#include <numeric>

#include "seats.h"

namespace council {

/// Ways to choose k of n, 0 <= n <= max_seats; 0 unless 0 <= k <= n. A product, not a table: the page carries it.
constexpr std::uint64_t choose(int n, int k) {
  if (k < 0 || k > n) return 0;
  std::uint64_t result = 1;
  for (int i = 1; i <= k; ++i) result = result * static_cast<std::uint64_t>(n - k + i) / static_cast<std::uint64_t>(i);
  return result;
}

static_assert(choose(max_seats, 15) == 155'117'520 && choose(max_seats, 0) == 1 && choose(2, 3) == 0);

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
