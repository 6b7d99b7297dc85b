#include "analysis.h"

#include <optional>

#include "core/reports.h"
#include "web/app/link.h"

namespace {

using namespace council;

/// As many errors of one record are told; a file may have one in each of a million rows.
constexpr int most_errors_told = 100;

/// A record that is being read.
struct Reading {
  Replay replay;
  bool skip_bad = false;
  int faults = 0;
};

struct Module {
  Border border;
  Shelf shelf;  ///< one scenario, or none
  std::optional<Reading> reading;
};

Module& module() {
  static Module instance;
  return instance;
}

void write_error(json::Writer& writer, const Error& error) {
  writer.begin_object();
  writer.key("line").integer(error.line);
  writer.key("column").integer(error.column);
  writer.key("field").string(error.field);
  writer.key("found").string(error.found);
  writer.key("expected").string(error.expected);
  writer.end_object();
}

int refuse(const Error& error) {
  std::string& answer = module().border.answer;
  answer.clear();
  json::Writer writer(answer);
  write_error(writer, error);
  return status_bad_input;
}

/// Has `write` write the fields of the answer.
template <class Write>
int answer(const Write& write) {
  std::string& text = module().border.answer;
  text.clear();
  json::Writer writer(text);
  writer.begin_object();
  write(writer);
  writer.end_object();
  return status_done;
}

/// Has `write` write a value for each of the two games.
template <class Write>
void write_games(json::Writer& writer, const Write& write) {
  writer.key("yes_no");
  write(Game::yes_no);
  writer.key("with_abstention");
  write(Game::with_abstention);
}

/// The state of the link in the buffer.
Result<State> linked(int length) {
  const Module& self = module();
  if (self.shelf.empty()) return Error{1, 1, "", "a link", "the members that it speaks of before it"};
  return state_of_link(self.shelf, self.shelf.front(), self.border.taken(length));
}

void write_codes(json::Writer& writer, const State& state, Standing standing) {
  writer.begin_array();
  for (int seat = 0; seat < state.rule.seats; ++seat)
    if (standing_of(state.rule, seat) == standing)
      writer.string(state.scenario->members[static_cast<std::size_t>(seat)].code);
  writer.end_array();
}

void write_decided(json::Writer& writer, const DecidedResolution& one) {
  writer.begin_array();
  for (const std::string_view text :
       {std::string_view(one.symbol), std::string_view(one.date), std::string_view(one.description),
        std::string_view(one.draft), std::string_view(one.meeting), std::string_view(one.agenda), one.rule,
        name_of(outcome_of(one.reason)), name_of(one.reason)})
    writer.string(text);
  writer.string(one.members);
  writer.begin_array();
  std::string letters;
  for (int seat = 0; seat < static_cast<int>(one.members.size()) / 3; ++seat) {
    if (contains(one.permanent, seat)) writer.integer(seat);
    letters += letter_of(one.ballot.votes[static_cast<std::size_t>(seat)]);
  }
  writer.end_array();
  writer.string(letters);
  writer.end_array();
}

/// Answers with what the record's latest chunk, or its end, has brought.
int tell(Reading& reading, std::vector<Error> errors, bool ended) {
  // The first fault is the last thing told where nothing is to be left out.
  const bool unreadable = reading.replay.unreadable();
  const bool stopped = unreadable || (!reading.skip_bad && !errors.empty());
  if (stopped && !unreadable) errors.resize(1);
  answer([&](json::Writer& writer) {
    writer.key("decided").begin_array();
    for (const DecidedResolution& one : reading.replay.decided()) write_decided(writer, one);
    writer.end_array();
    writer.key("errors").begin_array();
    for (const Error& error : errors)
      if (++reading.faults <= most_errors_told) write_error(writer, error);
    writer.end_array();
    writer.key("faults").integer(reading.faults);
    if (!ended || stopped) return;
    writer.key("report");
    write_replay(writer, reading.replay.report(), reading.skip_bad);
  });
  if (ended || stopped) module().reading.reset();
  return stopped ? status_bad_input : status_done;
}

}  // namespace

char* analysis_buffer(int size) { return module().border.room(size); }

int analysis_members(int length) {
  Module& self = module();
  Result<Scenario> scenario = parse_vote(self.border.taken(length));
  if (!scenario) return refuse(scenario.error());
  self.shelf.clear();
  self.shelf.emplace_front(std::move(scenario.value()));
  return status_done;
}

int analysis_count(int length) {
  const Result<State> state = linked(length);
  if (!state) return refuse(state.error());
  const State& asked = state.value();
  return answer([&](json::Writer& writer) {
    write_games(writer, [&](Game game) {
      writer.begin_object();
      writer.key("all");
      write_count(writer, count_ballots(asked.rule, game));
      writer.key("given");
      write_count(writer, count_ballots(asked.rule, game, asked.locked, asked.ballot));
      writer.end_object();
    });
  });
}

int analysis_power(int length) {
  const Result<State> state = linked(length);
  if (!state) return refuse(state.error());
  const Rule& rule = state.value().rule;
  const std::vector<Kind> kinds = kinds_of(rule);
  return answer([&](json::Writer& writer) {
    write_games(writer, [&](Game game) { write_power(writer, powers_of(rule, game), kinds); });
    writer.key("members").begin_object();
    for (const Kind& kind : kinds) {
      writer.key(kind.name);
      write_codes(writer, state.value(), kind.standing);
    }
    writer.end_object();
  });
}

int analysis_rule(int length) {
  const std::string_view id = module().border.taken(length);
  const StandardRule* standard = standard_rule(id);
  if (!standard) return refuse({1, 1, "", json::quoted(id), "the id of a standard rule"});
  const Rule rule = seat_rule(*standard);
  return answer([&](json::Writer& writer) {
    writer.key("count").begin_object();
    write_games(writer, [&](Game game) { write_count(writer, count_ballots(rule, game)); });
    writer.end_object();
    writer.key("power").begin_object();
    write_games(writer, [&](Game game) { write_power(writer, powers_of(rule, game), kinds_of(*standard)); });
    writer.end_object();
  });
}

int analysis_check(int length) {
  const Result<Scenario> scenario = parse_scenario(module().border.taken(length));
  return scenario ? status_done : refuse(scenario.error());
}

void analysis_record_begin(int skip_bad) {
  Reading& reading = module().reading.emplace();
  reading.skip_bad = skip_bad != 0;
}

int analysis_record_read(int length) {
  Module& self = module();
  if (!self.reading) return refuse({1, 1, "", "a chunk", "the beginning of a record before it"});
  std::vector<Error> errors;
  self.reading->replay.read(self.border.taken(length), errors);
  return tell(*self.reading, std::move(errors), false);
}

int analysis_record_finish() {
  Module& self = module();
  if (!self.reading) return refuse({1, 1, "", "the end of a record", "its beginning before it"});
  std::vector<Error> errors;
  self.reading->replay.finish(errors);
  return tell(*self.reading, std::move(errors), true);
}

const char* analysis_answer() { return module().border.answer.data(); }
int analysis_answer_length() { return static_cast<int>(module().border.answer.size()); }
