// How fast the core decides, counts and measures power; beside it, what counting every ballot one by one takes. Prints
// one table; ends with 1 when the two ways of counting disagree.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>

#include "core/count.h"
#include "core/decision.h"
#include "core/power.h"

using namespace council;

namespace {

/// Results go here, so that no work is optimised away.
volatile std::uint64_t sink = 0;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Seconds a call: the best of five rounds, each long enough for the clock.
double seconds_of(const auto& call) {
  double best = 1;
  for (int round = 0, calls = 1; round < 5;) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < calls; ++i) sink = sink + call();
    const double seconds = seconds_since(start);
    if (seconds < 0.01) {
      calls *= 4;
      continue;
    }
    best = std::min(best, seconds / calls);
    ++round;
  }
  return best;
}

void print_seconds(double seconds) {
  if (seconds < 0.001)
    std::printf(" %9.2f us", seconds * 1e6);
  else if (seconds < 1)
    std::printf(" %9.2f ms", seconds * 1e3);
  else
    std::printf(" %9.2f s ", seconds);
}

/// Decides every ballot of a rule in turn.
std::uint64_t adopting_one_by_one(const Rule& rule, Game game) {
  const int choices = game == Game::yes_no ? 2 : 3;
  Ballot ballot;
  for (int seat = 0; seat < rule.seats; ++seat) ballot.votes[static_cast<std::size_t>(seat)] = Vote::in_favour;
  std::uint64_t adopting = 0;
  for (int seat = 0; seat < rule.seats;) {
    adopting += outcome_of(settle(rule, ballot)) == Outcome::adopted ? 1 : 0;
    // The next ballot, as a counter goes to its next number.
    for (seat = 0; seat < rule.seats; ++seat) {
      Vote& vote = ballot.votes[static_cast<std::size_t>(seat)];
      vote = static_cast<Vote>((static_cast<int>(vote) + 1) % choices);
      if (vote != Vote::in_favour) break;
    }
  }
  return adopting;
}

/// Prints how long that takes; false when it counts something else than count_ballots does.
bool print_one_by_one(const Rule& rule, Game game) {
  const auto start = std::chrono::steady_clock::now();
  const std::uint64_t adopting = adopting_one_by_one(rule, game);
  print_seconds(seconds_since(start));
  std::fflush(stdout);
  return adopting == count_ballots(rule, game).adopting;
}

}  // namespace

int main() {
  const Rule charter = seat_rule(*standard_rule("unsc"));
  Ballot ballot;
  std::uint32_t random = 1;
  const auto next_ballot = [&] {
    random = random * 1'664'525 + 1'013'904'223;
    for (int seat = 0; seat < 15; ++seat)
      ballot.votes[static_cast<std::size_t>(seat)] = static_cast<Vote>(random >> (2 * seat) & 3U);
  };
  const double filling = seconds_of([&] {
    next_ballot();
    return static_cast<std::uint64_t>(ballot.votes[random % 15]);
  });
  const double outcomes = seconds_of([&] {
    next_ballot();
    return static_cast<std::uint64_t>(settle(charter, ballot));
  });
  const double decisions = seconds_of([&] {
    next_ballot();
    return static_cast<std::uint64_t>(decide(charter, ballot).decisive);
  });
  std::printf(
      "a random ballot of 15: %.3f us; with its outcome and reason: %.2f million a second;\n"
      "with all particulars, decisive members included: %.2f million a second\n\n",
      filling * 1e6, 1e-6 / outcomes, 1e-6 / decisions);

  std::printf("%-21s %25s %25s   %s\n%-21s %12s %12s %12s %12s   %12s %12s\n", "", "count", "power",
              "count, deciding every ballot", "", "yes/no", "abstention", "yes/no", "abstention", "yes/no",
              "abstention");
  bool agree = true;
  for (const StandardRule& standard : standard_rules) {
    const Rule rule = seat_rule(standard);
    std::printf("%-21s", standard.id.data());
    print_seconds(seconds_of([&] { return count_ballots(rule, Game::yes_no).adopting; }));
    print_seconds(seconds_of([&] { return count_ballots(rule, Game::with_abstention).adopting; }));
    print_seconds(seconds_of([&] { return yes_no_powers(rule).of(Standing::other).swings; }));
    print_seconds(seconds_of([&] { return abstention_powers(rule).of(Standing::other).critical; }));
    std::fputs("  ", stdout);
    std::fflush(stdout);
    agree = print_one_by_one(rule, Game::yes_no) && agree;
    if (rule.seats <= 15)
      agree = print_one_by_one(rule, Game::with_abstention) && agree;
    else
      std::printf(" %12s", "-");
    std::puts("");
  }
  std::puts("- 3^25 ballots and more: too many to decide one by one");
  if (!agree) std::puts("Counting and deciding every ballot disagree.");
  return agree ? 0 : 1;
}
