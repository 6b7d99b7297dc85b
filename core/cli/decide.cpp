// council decide: what the rule makes of a recorded vote.
#include <getopt.h>

#include <cstdio>

#include "command.h"
#include "core/json_writer.h"
#include "core/reasons.h"

namespace council::cli {

namespace {

constexpr const char* help = R"(Usage: council decide FILE [--json] [--lang LANG] [--words FILE]

Decides the vote that a scenario file records, by the scenario's rule, and says why.
FILE is a scenario (web/content/scenarios holds some); - reads standard input.

  --json              the decision as JSON: outcome, reason, tally, vetoed_by,
                      short_by, decisive (members whose own vote, changed alone,
                      changes the outcome)
  --lang LANG         of the words, such as fr; default en, or that of the --words
  --words FILE        another catalogue of words, as those in web/content/strings
  --help              this text

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

void print_text(const Words& words, const Scenario& scenario, const Decision& decision) {
  const auto line = [&](const char* label, const std::string& value) {
    std::printf("%s %s\n", padded(words.message(label), 10).c_str(), value.c_str());
  };
  const auto members = [&](const char* label, Seats seats) {
    std::string codes;
    for (const std::string_view code : codes_of(scenario, seats)) codes += filled(codes.empty() ? "{}" : ", {}", code);
    line(label, seats == 0 ? words.message("command.nobody") : codes);
  };
  const Tally& tally = decision.tally;
  const Explanation explanation = explain(words, scenario, scenario.rule, scenario.recorded, decision);
  const std::string title =
      words.message("command.title", {{"subject", scenario.draft.subject.in(words.language)},
                                      {"symbol", scenario.draft.symbol.empty() ? scenario.id : scenario.draft.symbol},
                                      {"date", scenario.date}});
  std::printf("%s\n%s\n\n", title.c_str(), words.sentences(explanation.outcome, explanation.why).c_str());
  line("command.outcome.label", words.message(filled("command.outcome.{}", name_of(decision.outcome))));
  line("command.reason.label", words.message(filled("command.reason.{}", name_of(decision.reason))));
  if (decision.reason != Reason::without_vote)
    line("command.tally.label",
         words.message(tally.not_participating > 0 ? "command.tally.with_not_participating" : "command.tally.votes",
                       {{"in_favour", decimal(tally.in_favour)},
                        {"against", decimal(tally.against)},
                        {"abstaining", decimal(tally.abstaining)},
                        {"not_participating", decimal(tally.not_participating)},
                        {"required", decimal(tally.required)}}));
  if (decision.reason == Reason::veto) members("command.vetoed_by", decision.vetoed_by);
  if (decision.reason == Reason::insufficient_votes) line("command.short_by", decimal(decision.short_by));
  members("command.decisive", decision.decisive);
  const Background more = background(words, scenario, scenario.rule_id, scenario.rule, scenario.recorded, decision);
  std::printf("\n%s\n", words.sentences(more.article, more.decisive).c_str());
  for (const std::string& change : more.changes) std::printf("- %s\n", change.c_str());
  if (!more.how_many.empty()) std::puts(more.how_many.c_str());
}

}  // namespace

int decide_command(int argc, char** argv) {
  bool as_json = false;
  Choice choice;
  if (const auto status = read_options(argc, argv, help,
                                       {{.name = "json", .flag = &as_json},
                                        {.name = "lang", .value = &choice.language},
                                        {.name = "words", .value = &choice.file}}))
    return *status;
  if (argc - optind != 1) return usage_error("decide", "needs one scenario file");
  int status = done;
  const std::optional<Words> words = read_words("decide", choice, status);
  if (!words) return status;
  Scenario scenario;
  if (!read_scenario(argv[optind], scenario)) return input_at_fault;
  const Decision decision = decide(scenario.rule, scenario.recorded);
  as_json ? print_json(scenario, decision) : print_text(*words, scenario, decision);
  return done;
}

}  // namespace council::cli
