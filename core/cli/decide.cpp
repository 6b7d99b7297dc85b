// council decide: what the rule makes of a recorded vote.
#include <getopt.h>

#include <cstdio>

#include "command.h"
#include "core/json_writer.h"
#include "core/reasons.h"
#include "web/content/content.h"

namespace council::cli {

namespace {

constexpr const char* help = R"(Usage: council decide FILE [--json]

Decides the vote that a scenario file records, by the scenario's rule, and says why.
FILE is a scenario (web/content/scenarios holds some); - reads standard input.

  --json   the decision as JSON: outcome, reason, tally, vetoed_by, short_by,
           decisive (members whose own vote, changed alone, changes the outcome)
  --help   this text

Example:
  council decide web/content/scenarios/dprk-panel-2024.json
)";

std::vector<std::string_view> codes_of(const Scenario& scenario, Seats seats) {
  std::vector<std::string_view> codes;
  for (std::size_t seat = 0; seat < scenario.members.size(); ++seat)
    if (contains(seats, static_cast<int>(seat))) codes.push_back(scenario.members[seat].code);
  return codes;
}

void print_json(const Scenario& scenario, const Decision& decision) {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  const auto codes = [&](std::string_view key, Seats seats) {
    writer.key(key).begin_array();
    for (const std::string_view code : codes_of(scenario, seats)) writer.string(code);
    writer.end_array();
  };
  const Tally& tally = decision.tally;
  writer.begin_object();
  writer.key("outcome").string(name_of(decision.outcome));
  writer.key("reason").string(name_of(decision.reason));
  writer.key("tally").begin_object();
  writer.key("in_favour").integer(tally.in_favour);
  writer.key("against").integer(tally.against);
  writer.key("abstaining").integer(tally.abstaining);
  writer.key("not_participating").integer(tally.not_participating);
  writer.key("required").integer(tally.required);
  writer.end_object();
  codes("vetoed_by", decision.vetoed_by);
  writer.key("short_by").integer(decision.short_by);
  codes("decisive", decision.decisive);
  writer.end_object();
  std::puts(text.c_str());
}

std::string list(const std::vector<std::string_view>& codes) {
  std::string result;
  for (const std::string_view code : codes) result += filled(result.empty() ? "{}" : ", {}", code);
  return result.empty() ? "nobody" : result;
}

std::string spaced(std::string_view name) {
  std::string result(name);
  for (char& c : result)
    if (c == '_') c = ' ';
  return result;
}

void print_text(const Scenario& scenario, const Decision& decision) {
  const Words words = parse_words(content::english_words()).value();
  const auto line = [](const char* label, const std::string& value) {
    std::printf("%-10s %s\n", label, value.c_str());
  };
  const Tally& tally = decision.tally;
  const Explanation explanation = explain(words, scenario, scenario.rule, scenario.recorded, decision);
  const std::string_view symbol = scenario.draft.symbol.empty() ? scenario.id : scenario.draft.symbol;
  std::printf("%s (%s, %s)\n%s\n\n", std::string(scenario.draft.subject.in(words.language)).c_str(),
              std::string(symbol).c_str(), std::string(scenario.date).c_str(),
              words.sentences(explanation.outcome, explanation.why).c_str());
  const Background more = background(words, scenario, scenario.rule_id, scenario.rule, scenario.recorded, decision);
  line("outcome", spaced(name_of(decision.outcome)));
  line("reason", spaced(name_of(decision.reason)));
  if (decision.reason != Reason::without_vote) {
    std::string votes = std::to_string(tally.in_favour) + "-" + std::to_string(tally.against) + "-" +
                        std::to_string(tally.abstaining) + " (in favour, against, abstaining)";
    if (tally.not_participating > 0) votes += ", " + std::to_string(tally.not_participating) + " not participating";
    line("tally", votes + ", " + std::to_string(tally.required) + " required");
  }
  if (decision.reason == Reason::veto) line("vetoed by", list(codes_of(scenario, decision.vetoed_by)));
  if (decision.reason == Reason::insufficient_votes) line("short by", std::to_string(decision.short_by));
  line("decisive", list(codes_of(scenario, decision.decisive)));
  std::printf("\n%s\n", words.sentences(more.article, more.decisive).c_str());
  for (const std::string& change : more.changes) std::printf("- %s\n", change.c_str());
  if (!more.how_many.empty()) std::puts(more.how_many.c_str());
}

}  // namespace

int decide_command(int argc, char** argv) {
  bool as_json = false;
  constexpr option options[] = {{"json", no_argument, nullptr, 'j'}, {"help", no_argument, nullptr, 'h'}, {}};
  opterr = 0;
  for (int choice; (choice = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    if (choice == 'h') return std::fputs(help, stdout), done;
    if (choice != 'j') return usage_error("decide", std::string("unknown option ") + argv[optind - 1]);
    as_json = true;
  }
  if (argc - optind != 1) return usage_error("decide", "needs one scenario file");
  Scenario scenario;
  if (!read_scenario(argv[optind], scenario)) return input_at_fault;
  const Decision decision = decide(scenario.rule, scenario.recorded);
  as_json ? print_json(scenario, decision) : print_text(scenario, decision);
  return done;
}

}  // namespace council::cli
