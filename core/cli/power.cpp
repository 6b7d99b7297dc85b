// council power: who has how much power under a rule.
#include <getopt.h>

#include <array>
#include <charconv>
#include <cstdio>

#include "command.h"
#include "core/json_writer.h"
#include "core/power.h"

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
  --lang LANG    of the words: en, or that of the --words
  --words FILE   another catalogue of words, as those in web/content/strings
  --help         this text

Examples:
  council power --binary
      a permanent member's Shapley-Shubik index is 421/2145, an elected one's 4/2145
  council power --rule unsc-literal
      what abstention was worth, had the Charter been read to the letter

)";

struct Kind {
  const char* name;
  int members;
  int seat;  ///< of one of them; they are all alike
};

std::vector<Kind> kinds_of(const StandardRule& rule) {
  const int elected = rule.seats - rule.permanent - rule.new_permanent;
  std::vector<Kind> kinds{{"permanent", rule.permanent, 0},
                          {"new_permanent", rule.new_permanent, rule.permanent},
                          {"elected", elected, rule.seats - elected}};
  std::erase_if(kinds, [](const Kind& kind) { return kind.members == 0; });
  return kinds;
}

/// A figure and its name, in JSON and as the key of its words.
struct Figure {
  const char* key;
  Fraction value;
  std::uint64_t number = 0;
  bool is_number = false;
};

std::vector<Figure> figures_of(const YesNoPower& power) {
  return {{"shapley_shubik", power.shapley_shubik},
          {"banzhaf", power.banzhaf},
          {"banzhaf_absolute", power.banzhaf_absolute},
          {"swings", {}, power.swings, true},
          {"coleman_prevent", power.coleman_prevent},
          {"coleman_initiate", power.coleman_initiate},
          {"deegan_packel", power.deegan_packel},
          {"holler", power.holler},
          {"johnston", power.johnston}};
}

std::vector<Figure> figures_of(const AbstentionPower& power) {
  return {{"shapley_shubik", power.shapley_shubik},
          {"banzhaf", power.banzhaf},
          {"banzhaf_absolute", power.banzhaf_absolute},
          {"critical", {}, power.critical, true}};
}

struct KindFigures {
  Kind kind;
  std::vector<Figure> figures;
};

/// The shortest digits that read back as that double; a whole number keeps a point.
std::string digits_of(double number) {
  std::array<char, 64> digits;
  std::string text(digits.data(), std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed).ptr);
  return text.find('.') == std::string::npos ? text + ".0" : text;
}

void print_json(const std::vector<KindFigures>& kinds, const std::vector<Figure>& of_all) {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  const auto print = [&](const std::vector<Figure>& figures) {
    for (const Figure& figure : figures) {
      writer.key(figure.key);
      if (figure.is_number) {
        writer.number(std::to_string(figure.number));
        continue;
      }
      writer.string(text_of(figure.value));
      writer.key(std::string(figure.key) + "_decimal").number(digits_of(decimal_of(figure.value)));
    }
  };
  writer.begin_object();
  writer.key("kinds").begin_object();
  for (const auto& [kind, figures] : kinds) {
    writer.key(kind.name).begin_object();
    writer.key("count").integer(kind.members);
    print(figures);
    writer.end_object();
  }
  writer.end_object();
  print(of_all);
  writer.end_object();
  std::puts(text.c_str());
}

void print_text(const Words& words, const std::vector<KindFigures>& kinds, const std::vector<Figure>& of_all) {
  const auto print = [&](const std::vector<Figure>& figures) {
    for (const Figure& figure : figures) {
      const std::string label = padded(words.message(filled("command.figure.{}", figure.key)), 21);
      if (figure.is_number)
        std::printf("  %s %s\n", label.c_str(), std::to_string(figure.number).c_str());
      else
        std::printf("  %s %.8f  %s\n", label.c_str(), decimal_of(figure.value), text_of(figure.value).c_str());
    }
  };
  for (const auto& [kind, figures] : kinds) {
    std::printf("\n%s\n", words.message(filled("command.kind.{}", kind.name), {{"n", decimal(kind.members)}}).c_str());
    print(figures);
  }
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

  const Rule rule = seat_rule(*standard);
  std::vector<KindFigures> kinds;
  std::vector<Figure> of_all;
  if (game == Game::yes_no) {
    const YesNoPowers powers = yes_no_powers(rule);
    for (const Kind& kind : kinds_of(*standard))
      kinds.push_back({kind, figures_of(powers.of(standing_of(rule, kind.seat)))});
    of_all = {{"coleman_act", powers.coleman_act}};
  } else {
    const AbstentionPowers powers = abstention_powers(rule);
    for (const Kind& kind : kinds_of(*standard))
      kinds.push_back({kind, figures_of(powers.of(standing_of(rule, kind.seat)))});
  }
  if (as_json) return print_json(kinds, of_all), done;
  std::printf("%s\n%s\n",
              words
                  ->message(game == Game::yes_no ? "command.game.yes_no" : "command.game.with_abstention",
                            {{"rule", standard->id},
                             {"members", decimal(standard->seats)},
                             {"required", decimal(standard->required)}})
                  .c_str(),
              words->message(filled("rules.{}.note", standard->id)).c_str());
  print_text(*words, kinds, of_all);
  return done;
}

}  // namespace council::cli
