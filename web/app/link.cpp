#include "link.h"

#include <algorithm>
#include <array>

#include "action.h"
#include "core/json.h"

namespace council {

namespace {

/// The keys that are read here, in the order in which their values take effect: a rule may leave a member no choice,
/// and what is locked no longer changes.
enum Key : std::size_t { scenario_key, rule_key, votes_key, lock_key, step_key, keys };
constexpr std::array<const char*, keys> names{"s", "rule", "v", "lock", "step"};

struct Value {
  bool given = false;
  std::size_t at = 0;  ///< in the fragment
  std::string_view text;
};

Error wrong(const Value& value, Key key, std::string_view found, std::string_view expected, std::size_t offset = 0) {
  return {.line = 1,
          .column = static_cast<int>(value.at + offset) + 1,
          .field = names[key],
          .found = json::quoted(found),
          .expected = std::string(expected)};
}

}  // namespace

std::string link_of(const State& state) {
  std::string link = filled("s={}", state.scenario->id);
  if (!(state.ballot == state.scenario->recorded)) {
    link += "&v=";
    for (int seat = 0; seat < state.rule.seats; ++seat)
      link += letter_of(state.ballot.votes[static_cast<std::size_t>(seat)]);
  }
  if (state.rule_id != state.scenario->rule_id) link += filled("&rule={}", state.rule_id);
  const char* before = "&lock={}";
  for (int seat = 0; seat < state.rule.seats; ++seat) {
    if (!contains(state.locked, seat)) continue;
    link += filled(before, state.scenario->members[static_cast<std::size_t>(seat)].code);
    before = ",{}";
  }
  if (state.step > 1) link += filled("&step={}", state.step);
  if (!state.language.empty() && state.language != "en") link += filled("&lang={}", state.language);
  return link;
}

Result<State> state_of_link(const Shelf& shelf, const Scenario& opening, std::string_view link,
                            std::string_view language) {
  std::array<Value, keys> values;
  for (std::size_t at = 0; at < link.size();) {
    const std::size_t end = std::min(link.find('&', at), link.size());
    const std::size_t equals = std::min(link.find('=', at), end);
    const std::string_view key = link.substr(at, equals - at);
    const auto name = static_cast<std::size_t>(std::find(names.begin(), names.end(), key) - names.begin());
    if (name < keys) {
      Value& value = values[name];
      const std::size_t from = std::min(equals + 1, end);
      if (value.given) return Error{1, static_cast<int>(at) + 1, std::string(key), "it a second time", "each key once"};
      value = {.given = true, .at = from, .text = link.substr(from, end - from)};
    }
    at = end + 1;
  }

  const auto& [of, rule, votes, lock, step] = values;
  const Scenario* const scenario = of.given ? scenario_on(shelf, of.text) : &opening;
  if (!scenario) return wrong(of, scenario_key, of.text, opening.id);
  State state;
  state.language = language;
  state = reduce(std::move(state), Open{scenario});
  if (rule.given) {
    state = reduce(std::move(state), ChooseRule{rule.text});
    if (state.rule_id != rule.text) return wrong(rule, rule_key, rule.text, "the id of a rule for these members");
  }
  if (votes.given && votes.text.size() != scenario->members.size())
    return wrong(votes, votes_key, votes.text,
                 filled("{} letters of Y, N, A, X", static_cast<int>(scenario->members.size())));
  for (std::size_t i = 0; i < votes.text.size(); ++i) {
    const std::string_view letter = votes.text.substr(i, 1);
    const auto vote = vote_lettered(letter[0]);
    if (!vote) return wrong(votes, votes_key, letter, "Y, N, A or X", i);
    state = reduce(std::move(state), CastVote{.seat = static_cast<int>(i), .vote = *vote});
    if (state.ballot.votes[i] != *vote)
      return wrong(votes, votes_key, letter, "A, because the rule has this member abstain", i);
  }
  for (std::size_t at = 0; at < lock.text.size();) {
    const std::size_t end = std::min(lock.text.find(',', at), lock.text.size());
    const std::string_view code = lock.text.substr(at, end - at);
    const int seat = scenario->seat_of(code);
    if (seat < 0) return wrong(lock, lock_key, code, "codes of these members, with commas between", at);
    state = reduce(std::move(state), Lock{.seat = seat, .locked = true});
    at = end + 1;
  }
  if (step.given) {
    const auto action = action_of(filled("go {}", step.text), state, shelf);
    if (!action) return wrong(step, step_key, step.text, filled("a number from 1 to {}", most_steps));
    state = reduce(std::move(state), *action);
  }
  return state;
}

}  // namespace council
