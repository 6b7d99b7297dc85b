// Figures of power by name, and as they are printed: exactly rounded, and never "0.0" of what is more than nothing.
#include "core/power_index.h"

#include <doctest/doctest.h>

#include "core/power.h"

using namespace council;

TEST_CASE("every figure is that of power.h with its name") {
  const Rule rule = seat_rule(*standard_rule("unsc"));
  const YesNoPowers yes_no = yes_no_powers(rule);
  const AbstentionPowers with_abstention = abstention_powers(rule);
  for (std::size_t i = 0; i < power_index_names.size(); ++i) {
    const auto index = static_cast<PowerIndex>(i);
    CHECK(power_index_named(name_of(index)) == index);
  }
  CHECK_FALSE(power_index_named("shapley").has_value());
  CHECK_FALSE(power_index_named("").has_value());

  const YesNoPower& holder = yes_no.of(Standing::holder);
  const auto figure = [&](PowerIndex index) { return power_by_standing(rule, Game::yes_no, index)[0]; };
  CHECK(figure(PowerIndex::shapley_shubik) == holder.shapley_shubik);
  CHECK(figure(PowerIndex::banzhaf) == holder.banzhaf);
  CHECK(figure(PowerIndex::banzhaf_absolute) == holder.banzhaf_absolute);
  CHECK(figure(PowerIndex::coleman_prevent) == holder.coleman_prevent);
  CHECK(figure(PowerIndex::coleman_initiate) == holder.coleman_initiate);
  CHECK(figure(PowerIndex::deegan_packel) == holder.deegan_packel);
  CHECK(figure(PowerIndex::holler) == holder.holler);
  CHECK(figure(PowerIndex::johnston) == holder.johnston);
  const auto other = [&](PowerIndex index) { return power_by_standing(rule, Game::with_abstention, index)[1]; };
  CHECK(other(PowerIndex::shapley_shubik) == with_abstention.of(Standing::other).shapley_shubik);
  CHECK(other(PowerIndex::banzhaf) == with_abstention.of(Standing::other).banzhaf);
  CHECK(other(PowerIndex::banzhaf_absolute) == with_abstention.of(Standing::other).banzhaf_absolute);
}

TEST_CASE("what is called a share adds up to one, and nothing else does so for every rule") {
  for (const StandardRule& standard : standard_rules) {
    const Rule rule = seat_rule(standard);
    for (const Game game : {Game::yes_no, Game::with_abstention})
      for (std::size_t i = 0; i < power_index_names.size(); ++i) {
        const auto index = static_cast<PowerIndex>(i);
        if (!is_index_of(game, index)) continue;
        CAPTURE(std::string(standard.id));
        CAPTURE(std::string(name_of(index)));
        const std::array<Fraction, 3> power = power_by_standing(rule, game, index);
        double sum = 0;
        for (int seat = 0; seat < rule.seats; ++seat)
          sum += decimal_of(power[static_cast<std::size_t>(standing_of(rule, seat))]);
        CHECK((sum > 0.999999 && sum < 1.000001) == is_share(index));
      }
  }
}

TEST_CASE("rounding is exact, half up, and tells what is near nothing or all") {
  struct Row {
    Wide numerator, denominator;
    int tenths;
    bool below = false, above = false;
  };
  for (const Row& row : {Row{0, 1, 0},
                         {1, 1, 1000},
                         {421, 2145, 196},
                         {4, 2145, 2},
                         {1, 2000, 1},                 // 0.05: up
                         {49999, 100000000, 1, true},  // 0.049999
                         {1, 16, 63},                  // 6.25: up
                         {624999, 10000000, 62},
                         {1, 3, 333},
                         {2, 3, 667},
                         {1999, 2000, 999, false, true},  // 99.95 would be 100.0
                         {19989, 20000, 999},             // 99.945
                         {7, 2228700, 1, true}}) {
    CAPTURE(static_cast<double>(row.numerator) / static_cast<double>(row.denominator));
    const Tenths rounded = tenths_of(fraction(row.numerator, row.denominator));
    CHECK(rounded.tenths == row.tenths);
    CHECK(rounded.below == row.below);
    CHECK(rounded.above == row.above);
  }
}
