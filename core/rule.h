// Voting rules as data.
//
// A StandardRule is a line of the table below: it speaks of kinds of seats and can be named by its id. A Rule is what
// decide() works with: it speaks of the seats of one Council.
//
//   const StandardRule& charter = *standard_rule("unsc");
//   Rule rule = seat_rule(charter, permanent_members);   // fifteen seats, nine in favour, five vetoes
//
// Source: Charter of the United Nations, articles 23 and 27, as signed on 26 June 1945 and as amended by General
// Assembly resolution 1991 A (XVIII), in force since 31 August 1965. The reform models are the General Assembly's
// draft resolutions of 2005, and what a note calls hypothetical or counterfactual stands nowhere. Names and notes are
// words (rules.ID of web/content/strings), sources are in web/content/rules.json.
#pragma once

#include <array>
#include <string_view>

#include "seats.h"

namespace council {

/// Which kinds of seats hold a veto.
enum class Veto : std::uint8_t { none, permanent, permanent_and_new };

/// The article of the Charter by which a rule decides; hypothetical rules, and those of a scenario's own, have none.
enum class Article : std::uint8_t { none, substantive, procedural };

/// A rule by its id, for any Council with the right number of seats of each kind.
struct StandardRule {
  std::string_view id;
  int seats;               ///< members in all, 1 to max_seats
  int permanent;           ///< permanent members of the Charter
  int new_permanent;       ///< permanent members that a reform would add
  int required;            ///< votes in favour that a text needs, 1 to seats
  Veto veto;               ///< who may block
  int blocking_votes;      ///< negative votes of veto holders that block; 0 where nobody holds a veto
  bool abstention_blocks;  ///< whether a veto holder blocks by abstaining or not taking part, too
  Article article = Article::none;
};

/// A rule as it applies to the seats of one Council. A plain value; decide() is total over it.
struct Rule {
  int seats = 15;
  int required = 9;
  Seats veto_holders = 0;
  int blocking_votes = 1;
  bool abstention_blocks = false;
  Seats must_abstain = 0;  ///< parties to a dispute (article 27, paragraph 3, second half): whatever they cast counts
                           ///< as abstaining, and that abstention never blocks

  friend constexpr bool operator==(const Rule&, const Rule&) = default;
};

/// Those whose vote against is a veto on its own, unless they must abstain: nobody where it takes several to block.
constexpr Seats sole_vetoes(const Rule& rule) { return rule.blocking_votes == 1 ? rule.veto_holders : 0; }

inline constexpr std::array standard_rules{
    StandardRule{.id = "unsc",
                 .seats = 15,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 9,
                 .veto = Veto::permanent,
                 .blocking_votes = 1,
                 .abstention_blocks = false,
                 .article = Article::substantive},
    StandardRule{.id = "unsc-procedural",
                 .seats = 15,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 9,
                 .veto = Veto::none,
                 .blocking_votes = 0,
                 .abstention_blocks = false,
                 .article = Article::procedural},
    StandardRule{.id = "unsc-1946",
                 .seats = 11,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 7,
                 .veto = Veto::permanent,
                 .blocking_votes = 1,
                 .abstention_blocks = false,
                 .article = Article::substantive},
    StandardRule{.id = "unsc-1946-procedural",
                 .seats = 11,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 7,
                 .veto = Veto::none,
                 .blocking_votes = 0,
                 .abstention_blocks = false,
                 .article = Article::procedural},
    StandardRule{.id = "unsc-literal",
                 .seats = 15,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 9,
                 .veto = Veto::permanent,
                 .blocking_votes = 1,
                 .abstention_blocks = true},
    StandardRule{.id = "unsc-two-vetoes",
                 .seats = 15,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 9,
                 .veto = Veto::permanent,
                 .blocking_votes = 2,
                 .abstention_blocks = false},
    StandardRule{.id = "unsc-no-veto",
                 .seats = 15,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 9,
                 .veto = Veto::none,
                 .blocking_votes = 0,
                 .abstention_blocks = false},
    StandardRule{.id = "g4-2005",
                 .seats = 25,
                 .permanent = 5,
                 .new_permanent = 6,
                 .required = 14,
                 .veto = Veto::permanent,
                 .blocking_votes = 1,
                 .abstention_blocks = false},
    StandardRule{.id = "ufc-2005",
                 .seats = 25,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 15,
                 .veto = Veto::permanent,
                 .blocking_votes = 1,
                 .abstention_blocks = false},
    StandardRule{.id = "au-2005",
                 .seats = 26,
                 .permanent = 5,
                 .new_permanent = 6,
                 .required = 15,
                 .veto = Veto::permanent_and_new,
                 .blocking_votes = 1,
                 .abstention_blocks = false},
};

/// The rule with that id, or null.
constexpr const StandardRule* standard_rule(std::string_view id) {
  for (const StandardRule& rule : standard_rules)
    if (rule.id == id) return &rule;
  return nullptr;
}

/// A standard rule applied to a Council whose permanent members (and, in reform models, new permanent members) sit in
/// the given seats.
constexpr Rule seat_rule(const StandardRule& rule, Seats permanent, Seats new_permanent = 0) {
  const Seats holders = rule.veto == Veto::none        ? 0
                        : rule.veto == Veto::permanent ? permanent
                                                       : permanent | new_permanent;
  return {.seats = rule.seats,
          .required = rule.required,
          .veto_holders = holders,
          .blocking_votes = rule.blocking_votes,
          .abstention_blocks = rule.abstention_blocks,
          .must_abstain = 0};
}

/// A standard rule applied to seats in the order permanent, new permanent, elected.
constexpr Rule seat_rule(const StandardRule& rule) {
  const Seats permanent = first_seats(rule.permanent);
  return seat_rule(rule, permanent, first_seats(rule.permanent + rule.new_permanent) & ~permanent);
}

/// Whether a rule makes sense: numbers in range, every named seat at the table.
constexpr bool is_valid(const Rule& rule) {
  return rule.seats >= 1 && rule.seats <= max_seats && rule.required >= 1 && rule.required <= rule.seats &&
         ((rule.veto_holders | rule.must_abstain) & ~first_seats(rule.seats)) == 0 && rule.blocking_votes >= 0 &&
         rule.blocking_votes <= rule.seats && (rule.veto_holders == 0 || rule.blocking_votes >= 1);
}

static_assert([] {
  for (const StandardRule& rule : standard_rules) {
    if (!is_valid(seat_rule(rule)) || rule.permanent + rule.new_permanent > rule.seats) return false;
    if (&rule != standard_rule(rule.id)) return false;  // ids are unique
  }
  return true;
}());

}  // namespace council
