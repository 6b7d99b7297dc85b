#include "fraction.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "text.h"

namespace council {

namespace {

Wide greatest_common_divisor(Wide a, Wide b) {
  // Dividing 128 bits is slow: leave it as soon as both numbers fit into 64.
  while (b > UINT64_MAX) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return b == 0 ? a : Wide{std::gcd(static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(a % b))};
}

}  // namespace

Fraction fraction(Wide numerator, Wide denominator) {
  if (denominator == 0) return {};
  const Wide divisor = greatest_common_divisor(numerator, denominator);
  return {numerator / divisor, denominator / divisor};
}

std::string text_of(Wide number) {
  std::string digits;
  do {
    digits += static_cast<char>('0' + static_cast<int>(number % 10));
    number /= 10;
  } while (number != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string text_of(const Fraction& fraction) {
  const std::string numerator = text_of(fraction.numerator);
  return fraction.denominator == 1 ? numerator : filled("{}/{}", numerator, text_of(fraction.denominator));
}

double decimal_of(const Fraction& fraction) {
  return static_cast<double>(fraction.numerator) / static_cast<double>(fraction.denominator);
}

}  // namespace council
