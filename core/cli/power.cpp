// council power: who has how much power under a rule.
#include <getopt.h>

#include <array>
#include <charconv>
#include <cstdio>

#include "command.h"
#include "core/reports.h"

namespace council::cli {

namespace {

constexpr const char* help = R"(Usage: council power [--rule ID] [--binary] [--json] [--lang LANG] [--words FILE]

Measures the power that a rule gives to a permanent, a new permanent and an
elected member, in exact fractions.

Without --binary, members vote in favour, against or abstain:
  Shapley-Shubik    members declare their votes in random order, one of three each;
                    how often this one's vote settles the outcome, whatever follows
  Banzhaf           how often its vote can change the outcome, the others' votes
                    being fixed: absolute, of all the ways in which they can vote;
                    normalised, as a share of everybody's
With --binary, in favour or against only, and further measures:
  Coleman           to prevent, to initiate: swings as a share of the coalitions
                    that win, that lose; to act: how much of everything is adopted
  Deegan-Packel     only minimal winning coalitions form, and share evenly
  Holler            the public good index: memberships of such coalitions
  Johnston          critical members of a winning coalition share evenly

  --rule ID      one of the rules below; default unsc
  --binary       in favour or against only
  --json         for machines: fractions as strings, each with its _decimal
  --lang LANG    of the words, such as fr; default en, or that of the --words
  --words FILE   another catalogue of words, as those in web/content/strings
  --help         this text

Examples:
  council power --binary
      a permanent member's Shapley-Shubik index is 421/2145, an elected one's 4/2145
  council power --rule unsc-literal
      what abstention was worth, had the Charter been read to the letter

)";

/// The shortest digits that read back as the fraction's double; a whole number keeps a point.
std::string digits_of(const Fraction& fraction) {
  std::array<char, 64> digits;
  const double number = decimal_of(fraction);
  std::string text(digits.data(), std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed).ptr);
  return text.find('.') == std::string::npos ? text + ".0" : text;
}

void print_json(const Powers& powers, const std::vector<Kind>& kinds) {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  write_power(writer, powers, kinds, digits_of);
  std::puts(text.c_str());
}

void print_text(const Words& words, const Powers& powers, const std::vector<Kind>& kinds) {
  const auto print = [&](const std::vector<Figure>& figures) {
    for (const Figure& figure : figures) {
      const std::string label = padded(words.message(filled("command.figure.{}", figure.key)), 21);
      if (figure.fraction)
        std::printf("  %s %.8f  %s\n", label.c_str(), decimal_of(*figure.fraction), text_of(*figure.fraction).c_str());
      else
        std::printf("  %s %s\n", label.c_str(), std::to_string(figure.number).c_str());
    }
  };
  for (const Kind& kind : kinds) {
    std::printf("\n%s\n", words.message(filled("command.kind.{}", kind.name), {{"n", decimal(kind.members)}}).c_str());
    print(figures_of(powers, kind.standing));
  }
  const std::vector<Figure> of_all = figures_of_all(powers);
  if (of_all.empty()) return;
  std::printf("\n%s\n", words.message("command.all_together").c_str());
  print(of_all);
}

}  // namespace

int power_command(int argc, char** argv) {
  const char* rule_id = "unsc";
  bool binary = false;
  bool as_json = false;
  Choice choice;
  if (const auto status = read_options(argc, argv, help + rules_help(),
                                       {{.name = "rule", .value = &rule_id},
                                        {.name = "binary", .flag = &binary},
                                        {.name = "json", .flag = &as_json},
                                        {.name = "lang", .value = &choice.language},
                                        {.name = "words", .value = &choice.file}}))
    return *status;
  if (optind < argc) return usage_error("power", std::string("unexpected argument ") + argv[optind]);
  const Game game = binary ? Game::yes_no : Game::with_abstention;
  int status = done;
  const std::optional<Words> words = read_words("power", choice, status);
  if (!words) return status;
  const StandardRule* standard = read_rule("power", rule_id);
  if (!standard) return wrong_usage;

  const Powers powers = powers_of(seat_rule(*standard), game);
  const std::vector<Kind> kinds = kinds_of(*standard);
  if (as_json) return print_json(powers, kinds), done;
  std::printf("%s\n%s\n",
              words
                  ->message(game == Game::yes_no ? "command.game.yes_no" : "command.game.with_abstention",
                            {{"rule", standard->id},
                             {"members", decimal(standard->seats)},
                             {"required", decimal(standard->required)}})
                  .c_str(),
              words->message(filled("rules.{}.note", standard->id)).c_str());
  print_text(*words, powers, kinds);
  return done;
}

}  // namespace council::cli
