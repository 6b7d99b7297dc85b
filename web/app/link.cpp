#include "link.h"

#include "action.h"
#include "core/json.h"

namespace council {

std::string link_of(const State& state) {
  std::string link = filled("s={}", state.scenario->id);
  if (!(state.ballot == state.scenario->recorded)) {
    link += "&v=";
    for (int seat = 0; seat < state.rule.seats; ++seat)
      link += letter_of(state.ballot.votes[static_cast<std::size_t>(seat)]);
  }
  if (state.rule_id != state.scenario->rule_id) link += filled("&rule={}", state.rule_id);
  if (state.step > 1) link += filled("&step={}", state.step);
  if (!state.language.empty() && state.language != "en") link += filled("&lang={}", state.language);
  return link;
}

Result<State> state_of_link(const Scenario& scenario, std::string_view link, std::string_view language) {
  State state = reduce({}, Open{&scenario, language});
  std::string_view votes;
  std::size_t votes_at = 0;
  const auto wrong = [](std::size_t at, const char* field, std::string_view found, std::string_view expected) {
    return Error{.line = 1,
                 .column = static_cast<int>(at) + 1,
                 .field = field,
                 .found = json::quoted(found),
                 .expected = std::string(expected)};
  };
  for (std::size_t at = 0; at < link.size();) {
    const std::size_t end = std::min(link.find('&', at), link.size());
    const std::string_view pair = link.substr(at, end - at);
    const std::size_t equals = pair.find('=');
    const std::string_view key = pair.substr(0, equals);
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    const std::size_t value_at = at + key.size() + 1;
    if (key == "s" && value != scenario.id) return wrong(value_at, "s", value, scenario.id);
    if (key == "v") {
      if (value.size() != static_cast<std::size_t>(state.rule.seats))
        return wrong(value_at, "v", value, filled("{} letters of Y, N, A, X", state.rule.seats));
      votes = value;
      votes_at = value_at;
    }
    if (key == "rule") {
      state = reduce(std::move(state), ChooseRule{value});
      if (state.rule_id != value) return wrong(value_at, "rule", value, "the id of a rule for these members");
    }
    if (key == "step") {
      int step = 0;
      for (const char c : value)
        step = step <= most_steps && c >= '0' && c <= '9' ? 10 * step + (c - '0') : most_steps + 1;
      state = reduce(std::move(state), GoTo{step});
      if (state.step != step) return wrong(value_at, "step", value, filled("a number from 1 to {}", most_steps));
    }
    at = end + 1;
  }
  // Last, because a rule may leave a member no choice.
  for (std::size_t i = 0; i < votes.size(); ++i) {
    const auto vote = vote_lettered(votes[i]);
    if (!vote) return wrong(votes_at + i, "v", votes.substr(i, 1), "Y, N, A or X");
    const int seat = static_cast<int>(i);
    state = reduce(std::move(state), CastVote{.seat = seat, .vote = *vote});
    if (state.ballot.votes[i] != *vote)
      return wrong(votes_at + i, "v", votes.substr(i, 1), "A, because the rule has this member abstain");
  }
  return state;
}

}  // namespace council
