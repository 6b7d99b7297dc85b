// Exact fractions, for power indices.
//
//   Fraction index = fraction(848, 32768);   // 53/2048
//   text_of(index), decimal_of(index)        // "53/2048", 0.02587890625
//
// 128 bits hold every figure of power.h for every rule of up to max_seats (the bounds stand in power.cpp), so no
// library for big numbers is needed.
#pragma once

#include <string>

namespace council {

/// 128 bits without a sign: no standard type, but g++, clang and emcc all have it.
__extension__ typedef unsigned __int128 Wide;

/// A number from 0 up, in lowest terms.
struct Fraction {
  Wide numerator = 0;
  Wide denominator = 1;

  friend constexpr bool operator==(const Fraction&, const Fraction&) = default;
};

/// numerator / denominator in lowest terms; 0 where the denominator is 0, as a share of nothing is.
Fraction fraction(Wide numerator, Wide denominator);

/// The number in decimal digits.
std::string text_of(Wide number);
/// "421/2145", or "1" for a whole number.
std::string text_of(const Fraction& fraction);
/// The nearest double, or its neighbour.
double decimal_of(const Fraction& fraction);

}  // namespace council
