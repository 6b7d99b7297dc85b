// council count: how many of all possible votes adopt a text.
#include <getopt.h>

#include <cstdio>

#include "command.h"
#include "core/count.h"
#include "core/json.h"
#include "core/reports.h"

namespace council::cli {

namespace {

constexpr const char* help =
    R"(Usage: council count [--rule ID] [--members SCENARIO] [--given VOTES] [--binary] [--json]
                     [--lang LANG] [--words FILE]

Counts, exactly, how many of all the ways in which the members can vote adopt a
text. A member votes in favour, against or abstains: 3^15 ways for a Council of
fifteen.

  --rule ID           one of the rules below; default unsc, or the scenario's rule
  --members SCENARIO  the members of this scenario file, which --given may name;
                      default, for rules of fifteen: the Council of 28 March 2024
  --given VOTES       votes that are settled, such as RUS=against,CHN=abstaining:
                      each in_favour, against, abstaining or not_participating
  --binary            in favour or against only: 2^15 ways
  --json              adopting, total and by_reason {majority, insufficient_votes,
                      veto}, as decimal strings
  --lang LANG         of the words, such as fr; default en, or that of the --words
  --words FILE        another catalogue of words, as those in web/content/strings
  --help              this text

Examples:
  council count
      146,796 of the 14,348,907 votes that the Council could cast adopt the text
  council count --given RUS=abstaining,CHN=abstaining
      how many do when two permanent members abstain
  council count --rule au-2005 --binary
      the Council of 26 that the African Union proposed, without abstention

)";

struct Given {
  Seats seats = 0;
  Ballot votes;
};

/// Reads `CODE=vote,…`; the problem in words, or nothing.
std::string read_given(std::string_view text, const std::vector<Member>& members, const Rule& rule, Given& given) {
  for (bool more = true; more;) {
    const std::size_t comma = text.find(',');
    const std::string_view item = text.substr(0, comma);
    more = comma != std::string_view::npos;
    if (more) text.remove_prefix(comma + 1);

    const std::size_t equals = item.find('=');
    if (equals == std::string_view::npos)
      return "found " + json::quoted(item) + ", expected a member and its vote, such as RUS=against";
    const std::string code(item.substr(0, equals));
    const auto vote = vote_named(item.substr(equals + 1));
    int seat = -1;
    for (std::size_t i = 0; i < members.size(); ++i)
      if (members[i].code == code) seat = static_cast<int>(i);
    if (seat < 0) {
      std::string codes;
      for (const Member& member : members) (codes += codes.empty() ? "" : ", ") += member.code;
      return "found " + json::quoted(code) + ", expected one of the members: " + codes;
    }
    if (contains(given.seats, seat)) return "found " + code + " a second time, expected each member once";
    if (!vote)
      return code + ": found " + json::quoted(item.substr(equals + 1)) +
             ", expected in_favour, against, abstaining or not_participating";
    given.seats |= seat_bit(seat);
    given.votes.votes[static_cast<std::size_t>(seat)] = *vote;
    if (counted_vote(rule, given.votes, seat) != *vote)
      return code + ": found " + std::string(name_of(*vote)) +
             ", expected abstaining, because the rule has this member abstain";
  }
  return {};
}

/// Who would have to sit there for the rule, in words.
std::string misfit(const StandardRule& standard, const Scenario& scenario) {
  const auto seats = [](int all, int old, int added) {
    return std::to_string(all) + " members, " + std::to_string(old) + " of them permanent" +
           (added > 0 ? " and " + std::to_string(added) + " new permanent" : "");
  };
  int old = 0;
  int added = 0;
  for (const Member& member : scenario.members)
    if (member.permanent) ++(member.is_new ? added : old);
  return "found " + seats(static_cast<int>(scenario.members.size()), old, added) + ", expected " +
         seats(standard.seats, standard.permanent, standard.new_permanent) + " for the rule " +
         std::string(standard.id);
}

void print_json(const BallotCount& ballots) {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  write_count(writer, ballots);
  std::puts(text.c_str());
}

void print_text(const Words& words, const BallotCount& ballots) {
  const auto line = [&](const char* label, std::uint64_t number) {
    std::printf("%s %20s  %8.4f %%\n", padded(words.message(label), 20).c_str(), grouped(words, number).c_str(),
                100 * static_cast<double>(number) / static_cast<double>(ballots.total));
  };
  std::printf("%s\n\n", words
                            .message("command.ballots", {{"adopting", grouped(words, ballots.adopting)},
                                                         {"total", grouped(words, ballots.total)}})
                            .c_str());
  line("command.outcome.adopted", ballots.adopting);
  line("command.reason.insufficient_votes", ballots.insufficient_votes);
  line("command.reason.veto", ballots.vetoed);
}

}  // namespace

int count_command(int argc, char** argv) {
  const char* rule_id = nullptr;
  const char* members_file = nullptr;
  const char* given_text = nullptr;
  bool binary = false;
  bool as_json = false;
  Choice choice;
  if (const auto status = read_options(argc, argv, help + rules_help(),
                                       {{.name = "rule", .value = &rule_id},
                                        {.name = "members", .value = &members_file},
                                        {.name = "given", .value = &given_text},
                                        {.name = "binary", .flag = &binary},
                                        {.name = "json", .flag = &as_json},
                                        {.name = "lang", .value = &choice.language},
                                        {.name = "words", .value = &choice.file}}))
    return *status;
  if (optind < argc) return usage_error("count", std::string("unexpected argument ") + argv[optind]);
  const Game game = binary ? Game::yes_no : Game::with_abstention;
  int status = done;
  const std::optional<Words> words = read_words("count", choice, status);
  if (!words) return status;

  const StandardRule* standard = read_rule("count", rule_id ? rule_id : "unsc");
  if (!standard) return wrong_usage;
  Rule rule = seat_rule(*standard);
  Scenario scenario;
  if (members_file) {
    if (!read_scenario(members_file, scenario)) return input_at_fault;
    const std::optional<Rule> fitting = rule_id ? rule_among(*standard, scenario.members) : scenario.rule;
    if (!fitting) {
      std::fprintf(stderr, "%s:1:1: members: %s\n", members_file, misfit(*standard, scenario).c_str());
      return input_at_fault;
    }
    rule = *fitting;
  } else {
    scenario = parse_scenario(recorded_vote()).value();
    if (const std::optional<Rule> fitting = rule_among(*standard, scenario.members))
      rule = *fitting;
    else
      scenario.members.clear();
  }

  Given given;
  if (given_text) {
    if (scenario.members.empty())
      return usage_error("count",
                         "--given: the rule " + std::string(standard->id) + " needs --members to say who sits where");
    if (const std::string problem = read_given(given_text, scenario.members, rule, given); !problem.empty())
      return usage_error("count", "--given: " + problem);
  }
  const BallotCount ballots = count_ballots(rule, game, given.seats, given.votes);
  as_json ? print_json(ballots) : print_text(*words, ballots);
  return done;
}

}  // namespace council::cli
