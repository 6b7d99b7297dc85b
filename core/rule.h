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
// draft resolutions of 2005, and what a note calls hypothetical or counterfactual stands nowhere.
#pragma once

#include <array>
#include <string_view>

#include "seats.h"

namespace council {

/// Which kinds of seats hold a veto.
enum class Veto : std::uint8_t { none, permanent, permanent_and_new };

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

inline constexpr std::array standard_rules{
    StandardRule{.id = "unsc",
                 .seats = 15,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 9,
                 .veto = Veto::permanent,
                 .blocking_votes = 1,
                 .abstention_blocks = false},
    StandardRule{.id = "unsc-procedural",
                 .seats = 15,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 9,
                 .veto = Veto::none,
                 .blocking_votes = 0,
                 .abstention_blocks = false},
    StandardRule{.id = "unsc-1946",
                 .seats = 11,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 7,
                 .veto = Veto::permanent,
                 .blocking_votes = 1,
                 .abstention_blocks = false},
    StandardRule{.id = "unsc-1946-procedural",
                 .seats = 11,
                 .permanent = 5,
                 .new_permanent = 0,
                 .required = 7,
                 .veto = Veto::none,
                 .blocking_votes = 0,
                 .abstention_blocks = false},
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

/// Where a standard rule stands, for those who read of it: apart from the table, which the page carries.
struct RuleText {
  std::string_view id;
  std::string_view source;
  std::string_view note;  ///< what is distinctive, in a line; says so where a number is an assumption
};

/// For each of standard_rules, in their order.
inline constexpr std::array rule_texts{
    RuleText{.id = "unsc",
             .source = "Charter of the United Nations, art. 23 and 27(3), as amended by GA res. 1991 A (XVIII)",
             .note = "Nine in favour and no permanent member against; abstaining or staying away is no veto."},
    RuleText{.id = "unsc-procedural",
             .source = "Charter of the United Nations, art. 27(2), as amended by GA res. 1991 A (XVIII)",
             .note = "On procedure nobody has a veto: nine in favour are enough."},
    RuleText{.id = "unsc-1946",
             .source = "Charter of the United Nations, art. 23 and 27(3), as signed in 1945",
             .note = "The Council of eleven, 1946 to 1965: seven in favour and no permanent member against."},
    RuleText{.id = "unsc-1946-procedural",
             .source = "Charter of the United Nations, art. 27(2), as signed in 1945",
             .note = "The Council of eleven, 1946 to 1965, on procedure: seven in favour are enough."},
    RuleText{.id = "unsc-literal",
             .source = "Charter of the United Nations, art. 27(3), read to the letter",
             .note = "Counterfactual: a permanent member blocks by abstaining or staying away, too."},
    RuleText{.id = "unsc-two-vetoes",
             .source = "hypothetical; often proposed",
             .note = "Hypothetical: it takes two permanent members against to block a text."},
    RuleText{.id = "unsc-no-veto",
             .source = "hypothetical; the arithmetic of art. 27(2) for every matter",
             .note = "Hypothetical: nobody has a veto on anything; nine in favour are enough."},
    RuleText{.id = "g4-2005",
             .source = "General Assembly draft A/59/L.64 (2005)",
             .note = "Proposed: six new permanent seats without a veto for 15 years; 14 votes is an assumption."},
    RuleText{.id = "ufc-2005",
             .source = "General Assembly draft A/59/L.68 (2005)",
             .note = "Proposed: ten more elected seats, no new permanent ones; 15 votes is an assumption."},
    RuleText{.id = "au-2005",
             .source = "General Assembly draft A/59/L.67 (2005)",
             .note = "Proposed: six new permanent seats with the veto; 15 votes is only an illustration."},
};

/// The rule with that id, or null.
constexpr const StandardRule* standard_rule(std::string_view id) {
  for (const StandardRule& rule : standard_rules)
    if (rule.id == id) return &rule;
  return nullptr;
}

/// The text of one of standard_rules.
constexpr const RuleText& text_of(const StandardRule& rule) {
  return rule_texts[static_cast<std::size_t>(&rule - standard_rules.data())];
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
  for (std::size_t i = 0; i < rule_texts.size(); ++i)
    if (rule_texts[i].id != standard_rules[i].id || rule_texts[i].source.empty() || rule_texts[i].note.empty())
      return false;
  static_assert(rule_texts.size() == standard_rules.size());
  return true;
}());

}  // namespace council
