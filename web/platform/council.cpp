#include "council.h"

#include "council_state.h"
#include "web/app/action.h"
#include "web/app/link.h"
#include "web/app/told.h"

namespace {

using namespace council;

/// The state of the link in the buffer.
Result<State> linked(int length) {
  const Module& self = module();
  return state_of_link(self.shelf, *self.state.scenario, self.border.taken(length), self.words.language);
}

}  // namespace

char* council_buffer(int size) { return module().border.room(size); }

int council_words(int length) {
  Module& self = module();
  Result<Words> words = parse_words(self.border.taken(length));
  if (!words) return self.border.refuse(words.error().text());
  self.words = std::move(words.value());
  self.state.language = self.words.language;
  return status_done;
}

int council_open(int length) {
  Module& self = module();
  Result<Scenario> scenario = parse_vote(self.border.taken(length));
  if (!scenario) return self.border.refuse(scenario.error().text());
  self.state = reduce(std::move(self.state), Open{&self.shelf.emplace_front(std::move(scenario.value()))});
  return status_done;
}

int council_follow(int length) {
  Module& self = module();
  if (!self.state.scenario) return self.border.refuse("");
  Result<State> followed = linked(length);
  self.state = followed ? std::move(followed.value()) : reduce(std::move(self.state), Open{self.state.scenario});
  return followed ? status_done : self.border.refuse(followed.error().text());
}

int council_act(int length) {
  Module& self = module();
  const auto action = action_of(self.border.taken(length), self.state, self.shelf);
  if (!action) return -1;
  State next = reduce(self.state, *action);
  const bool changed = !(next == self.state);
  self.state = std::move(next);
  return changed ? 1 : 0;
}

void council_told(int section) {
  Module& self = module();
  self.border.answer = told(self.state, self.words, static_cast<Section>(section));
}

int council_outcome_of(int length) {
  Module& self = module();
  if (!self.state.scenario) return self.border.refuse("");
  const Result<State> asked = linked(length);
  if (!asked) return self.border.refuse(asked.error().text());
  self.border.answer = told(asked.value(), self.words, Section::outcome);
  return status_done;
}

const char* council_answer() { return module().border.answer.data(); }
int council_answer_length() { return static_cast<int>(module().border.answer.size()); }
