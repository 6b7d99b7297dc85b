// A set of seats: bit i stands for the i-th seat in seat order, 0 to max_seats - 1.
#pragma once

#include <bit>
#include <cstdint>

namespace council {

/// The largest body that any rule here can describe; the largest reform model has 26 seats.
inline constexpr int max_seats = 30;

using Seats = std::uint32_t;

constexpr Seats seat_bit(int seat) { return Seats{1} << seat; }
constexpr bool contains(Seats seats, int seat) { return (seats >> seat & 1U) != 0; }
constexpr int count(Seats seats) { return std::popcount(seats); }
/// The seats 0 to n - 1.
constexpr Seats first_seats(int n) { return seat_bit(n) - 1; }

}  // namespace council
