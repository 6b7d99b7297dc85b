// What one member does when the President puts a draft to the vote.
//
// The four ways are those of the Council's own records. Absence counts as not participating: neither lowers the
// number of votes in favour that a text needs (Charter of the United Nations, article 27).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace council {

enum class Vote : std::uint8_t { in_favour, against, abstaining, not_participating };

inline constexpr std::array all_votes{Vote::in_favour, Vote::against, Vote::abstaining, Vote::not_participating};

/// The name of a vote in files, options, events and methods.
constexpr std::string_view name_of(Vote vote) {
  constexpr std::array<std::string_view, 4> names{"in_favour", "against", "abstaining", "not_participating"};
  return names[static_cast<std::size_t>(vote)];
}

/// The letter of a vote in links and in the UN's files: Y, N, A, X.
constexpr char letter_of(Vote vote) { return "YNAX"[static_cast<std::size_t>(vote)]; }

/// The vote with that name, if any.
constexpr std::optional<Vote> vote_named(std::string_view name) {
  for (const Vote vote : all_votes)
    if (name_of(vote) == name) return vote;
  return std::nullopt;
}

/// The vote with that letter, if any.
constexpr std::optional<Vote> vote_lettered(char letter) {
  for (const Vote vote : all_votes)
    if (letter_of(vote) == letter) return vote;
  return std::nullopt;
}

}  // namespace council
