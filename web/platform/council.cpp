// The council module: core, state and reducer for the page, without ImGui, SDL or any JavaScript of Emscripten's.
//
// The page calls it so (web/page/council.js is the only caller):
//   bytes → council_buffer(length); council_words(length)    // a catalogue; 0, or 1 with council_answer() the error
//   bytes → council_buffer(length); council_open(length)     // a scenario file; likewise
//   bytes → council_buffer(length); council_follow(length)   // a link's fragment; likewise
//   council_act(number)                                      // an action, packed as web/app/action.h says; 1: changed
//   council_view() → council_answer()                        // the state and what follows from it, as JSON
//
// council_answer() points to UTF-8 of council_answer_length() bytes, good until the next call.
#include <emscripten/em_macros.h>

#include <cstddef>
#include <string>

#include "core/reasons.h"
#include "web/app/action.h"
#include "web/app/link.h"

namespace {

using namespace council;

struct Module {
  Words words;
  Scenario scenario;
  State state;
  std::string argument;
  std::string answer;
};

Module& module() {
  static Module instance;
  return instance;
}

enum Status : int { done = 0, bad_input = 1 };

/// A change that takes more members than this is told by their number alone: names would fill the page.
constexpr int most_members_told = 3;

int refuse(const Error& error) {
  module().answer = error.text();
  return bad_input;
}

std::string_view argument(int length) {
  return std::string_view(module().argument).substr(0, static_cast<std::size_t>(length < 0 ? 0 : length));
}

}  // namespace

extern "C" {

/// Room for the next call's argument of that many bytes.
EMSCRIPTEN_KEEPALIVE char* council_buffer(int size) {
  module().argument.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return module().argument.data();
}

/// Takes the catalogue in the buffer, of whose sections list, decision, article, decisive and change are spoken. Once,
/// before a scenario.
EMSCRIPTEN_KEEPALIVE int council_words(int length) {
  Result<Words> words = parse_words(argument(length));
  if (!words) return refuse(words.error());
  module().words = std::move(words.value());
  return done;
}

/// Opens the scenario file in the buffer, on its recorded vote. A bad one changes nothing.
EMSCRIPTEN_KEEPALIVE int council_open(int length) {
  if (module().words.language.empty()) return bad_input;
  Result<Scenario> scenario = parse_scenario(argument(length));
  if (!scenario) return refuse(scenario.error());
  module().scenario = std::move(scenario.value());
  module().state = reduce({}, Open{&module().scenario, module().words.language});
  return done;
}

/// Shows the state of the link's fragment in the buffer. A bad one opens the recorded vote.
EMSCRIPTEN_KEEPALIVE int council_follow(int length) {
  State& state = module().state;
  if (!state.scenario) return bad_input;
  Result<State> followed = state_of_link(*state.scenario, argument(length), state.language);
  state = followed ? std::move(followed.value()) : reduce({}, Open{state.scenario, state.language});
  return followed ? done : refuse(followed.error());
}

/// Reduces the state by a packed action. 1 when that changed it, else 0.
EMSCRIPTEN_KEEPALIVE int council_act(int number) {
  const std::optional<Action> action = unpacked(number);
  if (!action) return 0;
  State& state = module().state;
  State next = reduce(state, *action);
  const bool changed = !(next == state);
  state = std::move(next);
  return changed ? 1 : 0;
}

/// Puts the view into the answer; returns its address. The answer holds
/// {link, votes: letters in seat order, step, outcome, status, why, article, who_decides, change, decisive: [seat …],
/// locked: [seat …]}.
EMSCRIPTEN_KEEPALIVE const char* council_view() {
  Module& self = module();
  self.answer.clear();
  if (!self.state.scenario) return self.answer.data();
  const State& state = self.state;
  const Decision decision = decide(state.rule, state.ballot);

  std::string votes;
  for (int seat = 0; seat < state.rule.seats; ++seat) votes += letter_of(counted_vote(state.rule, state.ballot, seat));
  const auto text = [&](const char* before, std::string_view value) {
    self.answer += before;
    self.answer += json::written(value);
  };
  const auto seats = [&](const char* before, Seats set) {
    for (int seat = 0; seat < state.rule.seats; ++seat) {
      if (!contains(set, seat)) continue;
      self.answer += filled(before, seat);
      before = ",{}";
    }
  };
  const Background more =
      background(self.words, *state.scenario, state.rule_id, state.rule, state.ballot, decision, 1, most_members_told);
  const Explanation explanation = explain(self.words, *state.scenario, state.rule, state.ballot, decision);
  text("{\"link\":", link_of(state));
  text(",\"votes\":", votes);
  self.answer += filled(",\"step\":{}", state.step);
  text(",\"outcome\":", name_of(decision.outcome));
  text(",\"status\":", explanation.outcome);
  text(",\"why\":", explanation.why);
  text(",\"article\":", more.article);
  text(",\"who_decides\":", more.decisive);
  text(",\"change\":", more.change);
  self.answer += ",\"decisive\":[";
  seats("{}", decision.decisive);
  self.answer += "],\"locked\":[";
  seats("{}", state.rule.must_abstain);
  self.answer += "]}";
  return self.answer.data();
}

/// The answer of the last call: a view, or an error's text.
EMSCRIPTEN_KEEPALIVE const char* council_answer() { return module().answer.data(); }
EMSCRIPTEN_KEEPALIVE int council_answer_length() { return static_cast<int>(module().answer.size()); }
}
