// The figures of power.h by name, and as a newspaper prints them.
//
//   PowerIndex index = *power_index_named("banzhaf");
//   std::array<Fraction, 3> power = power_by_standing(rule, Game::with_abstention, index);
//   Tenths share = tenths_of(power[0]);              // 10.1 per cent, exactly rounded
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "count.h"
#include "fraction.h"
#include "rule.h"

namespace council {

/// The figures of power.h that are fractions; the first three are those of either game.
enum class PowerIndex : std::uint8_t {
  shapley_shubik,
  banzhaf,
  banzhaf_absolute,
  coleman_prevent,
  coleman_initiate,
  deegan_packel,
  holler,
  johnston,
};

/// Their names, by PowerIndex: those of power.h.
inline constexpr std::array<std::string_view, 8> power_index_names{
    "shapley_shubik",   "banzhaf",       "banzhaf_absolute", "coleman_prevent",
    "coleman_initiate", "deegan_packel", "holler",           "johnston"};
static_assert(power_index_names[static_cast<std::size_t>(PowerIndex::johnston)] == "johnston");

constexpr std::string_view name_of(PowerIndex index) { return power_index_names[static_cast<std::size_t>(index)]; }

/// The figure with that name; nothing where there is none.
std::optional<PowerIndex> power_index_named(std::string_view name);

/// Whether the figure is one of that game.
constexpr bool is_index_of(Game game, PowerIndex index) {
  return game == Game::yes_no || index <= PowerIndex::banzhaf_absolute;
}

/// Whether all members' figures together make one, so that each is a share of a whole.
constexpr bool is_share(PowerIndex index) {
  return index != PowerIndex::banzhaf_absolute && index != PowerIndex::coleman_prevent &&
         index != PowerIndex::coleman_initiate;
}

/// One member's figure under a valid rule, by Standing; the index is one of that game.
std::array<Fraction, 3> power_by_standing(const Rule& rule, Game game, PowerIndex index);

/// A share in tenths of a per cent, rounded half up.
struct Tenths {
  int tenths;          ///< 0 to 1000
  bool below = false;  ///< more than nothing, but it would round to 0.0: `tenths` is 1, and the share is less
  bool above = false;  ///< less than all, but it would round to 100.0: `tenths` is 999, and the share is more
};

/// Of a fraction from 0 to 1 whose parts have at most 117 bits; those of power.h have at most 90.
Tenths tenths_of(const Fraction& share);

}  // namespace council
