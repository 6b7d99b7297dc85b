#include "power_index.h"

#include <algorithm>

#include "power.h"

namespace council {

std::optional<PowerIndex> power_index_named(std::string_view name) {
  const auto* const at = std::find(power_index_names.begin(), power_index_names.end(), name);
  if (at == power_index_names.end()) return std::nullopt;
  return static_cast<PowerIndex>(at - power_index_names.begin());
}

std::array<Fraction, 3> power_by_standing(const Rule& rule, Game game, PowerIndex index) {
  std::array<Fraction, 3> figures;
  if (game == Game::yes_no) {
    static constexpr std::array figure_of{&YesNoPower::shapley_shubik,   &YesNoPower::banzhaf,
                                          &YesNoPower::banzhaf_absolute, &YesNoPower::coleman_prevent,
                                          &YesNoPower::coleman_initiate, &YesNoPower::deegan_packel,
                                          &YesNoPower::holler,           &YesNoPower::johnston};
    const YesNoPowers powers = yes_no_powers(rule);
    for (std::size_t i = 0; i < figures.size(); ++i)
      figures[i] = powers.by_standing[i].*figure_of[static_cast<std::size_t>(index)];
  } else {
    static constexpr std::array figure_of{&AbstentionPower::shapley_shubik, &AbstentionPower::banzhaf,
                                          &AbstentionPower::banzhaf_absolute};
    const AbstentionPowers powers = abstention_powers(rule);
    for (std::size_t i = 0; i < figures.size(); ++i)
      figures[i] = powers.by_standing[i].*figure_of[static_cast<std::size_t>(index)];
  }
  return figures;
}

Tenths tenths_of(const Fraction& share) {
  // Twice a thousand times the share, and the denominator once more, over twice the denominator: floor of x + 1/2.
  const int rounded = static_cast<int>((share.numerator * 2000 + share.denominator) / (share.denominator * 2));
  if (rounded == 0 && share.numerator > 0) return {.tenths = 1, .below = true};
  if (rounded == 1000 && share.numerator < share.denominator) return {.tenths = 999, .above = true};
  return {.tenths = rounded};
}

}  // namespace council
