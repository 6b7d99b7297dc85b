#include "scenario.h"

#include <algorithm>
#include <array>

#include "json.h"
#include "member_codes.h"

namespace council {

namespace {

using json::Kind;
using json::Value;

constexpr const char* group_names = "africa asia_pacific eastern_europe latin_america_caribbean western_europe_other";

/// The place of a name among the names; -1 when it is none of them.
int index_in(std::string_view names, std::string_view wanted) {
  for (int index = 0; !names.empty(); ++index)
    if (next_name(names) == wanted) return index;
  return -1;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// YYYY-MM-DD of a day that exists; with `partial`, YYYY and YYYY-MM too.
bool is_date(std::string_view text, bool partial) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    int result = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
      if (!is_digit(text[i])) return -1;
      result = result * 10 + (text[i] - '0');
    }
    return result;
  };
  if (text.size() != 10 && !(partial && (text.size() == 4 || text.size() == 7))) return false;
  const int year = number(0, 4);
  if (year < 1945) return false;
  if (text.size() == 4) return true;
  const int month = number(5, 2);
  if (text[4] != '-' || month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int day = number(8, 2);
  return text[7] == '-' && day >= 1 && day <= days[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
}

/// Lower-case letters, digits and hyphens: safe in file names and links.
bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && text.front() != '-' && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-';
  });
}

bool is_language(std::string_view tag) {
  return (tag.size() == 2 || tag.size() == 3) &&
         std::all_of(tag.begin(), tag.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// One place for each item or field; filled in where it stands, because a vector that grows is much more code.
template <class T>
std::vector<T> places_for(const Value& value) {
  return std::vector<T>(static_cast<std::size_t>(value.size()));
}

constexpr int most_mandate_votes = 40;  // what a strip can still show

/// Reads a scenario out of a document. Every function returns false once something is wrong; the first error stays.
/// The seats of each kind but the elected.
struct Kinds {
  Seats permanent = 0;
  Seats new_permanent = 0;
};

Kinds kinds_of(const std::vector<Member>& members) {
  Kinds kinds;
  for (std::size_t seat = 0; seat < members.size(); ++seat)
    if (members[seat].permanent)
      (members[seat].is_new ? kinds.new_permanent : kinds.permanent) |= seat_bit(static_cast<int>(seat));
  return kinds;
}

class Reader {
 public:
  Reader(std::string_view text, const Value& root) : text_(text), root_(root) {}

  Error error;

  bool scenario(Scenario& out) {
    if (!object(root_, "schema id date rule draft resolution adopted_by members votes? mandate? story? sources"))
      return false;
    const Value& schema = field(root_, "schema");
    if (schema.kind != Kind::number || schema.text != "1") return wrong(schema, "1");
    if (!string(root_, "id", out.id)) return false;
    if (!is_id(out.id)) return wrong(field(root_, "id"), "lower-case letters, digits and hyphens, at most 64");
    if (!string(root_, "date", out.date)) return false;
    if (!is_date(out.date, false)) return wrong(field(root_, "date"), "a day as YYYY-MM-DD, from 1945 on");
    return draft(field(root_, "draft"), out.draft) && members(field(root_, "members"), out) &&
           rule(field(root_, "rule"), out) && adoption(out) && mandate(optional(root_, "mandate"), out) &&
           story(optional(root_, "story"), out) && sources(field(root_, "sources"), out);
  }

 private:
  /// Something is wrong with or in `value`, at `offset`.
  bool fail(const Value& value, std::size_t offset, std::string found, const char* expected) {
    error = json::error_at(text_, offset, json::path_of(root_, value), std::move(found), expected);
    return false;
  }
  bool fail(const Value& value, std::string found, const char* expected) {
    return fail(value, value.offset, std::move(found), expected);
  }
  bool wrong(const Value& value, const char* expected) { return fail(value, described(value), expected); }
  bool wrong(const Value& value, const std::string& expected) { return wrong(value, expected.c_str()); }

  /// An object with just these fields; those with a ? may be missing.
  bool object(const Value& value, const char* fields) {
    if (value.kind != Kind::object) return wrong(value, "an object");
    for (const Value& field : value)
      if (index_in(fields, field.name) < 0)
        return fail(value, field.name_offset, filled("the unknown field {}", json::quoted(field.name)),
                    listed(fields).c_str());
    for (std::string_view rest = fields; !rest.empty();) {
      bool may_be_missing = false;
      const std::string_view name = next_name(rest, &may_be_missing);
      if (!may_be_missing && !value.find(name))
        return fail(value, filled("no field {}", json::quoted(name)), "it in this object");
    }
    return true;
  }
  /// A field that may be missing: null then.
  static const Value* optional(const Value& parent, const char* name) { return parent.find(name); }
  /// A field that object() has seen.
  static const Value& field(const Value& parent, const char* name) { return *optional(parent, name); }

  bool string(const Value& value, std::string_view& out, bool may_be_empty = false) {
    if (value.kind != Kind::string || (value.text.empty() && !may_be_empty))
      return wrong(value, may_be_empty ? "a text" : "a text that is not empty");
    out = value.text;
    return true;
  }
  bool string(const Value& parent, const char* name, std::string_view& out, bool may_be_empty = false) {
    return string(field(parent, name), out, may_be_empty);
  }
  /// A boolean field that may be missing.
  bool boolean(const Value& parent, const char* name, bool& out) {
    const Value* value = optional(parent, name);
    if (value && value->kind != Kind::boolean) return wrong(*value, "true or false");
    if (value) out = value->text == "true";
    return true;
  }
  bool number(const Value& parent, const char* name, int least, int most, int& out) {
    const Value& value = field(parent, name);
    int result = 0;
    bool good = value.kind == Kind::number && value.text.size() <= 4;
    for (std::size_t i = 0; good && i < value.text.size(); ++i) {
      good = is_digit(value.text[i]);
      result = result * 10 + (value.text[i] - '0');
    }
    if (!good || result < least || result > most)
      return wrong(value, filled("a whole number from {} to {}", least, decimal(most)));
    out = result;
    return true;
  }
  bool language(const Value& parent, const Value& field) {
    return is_language(field.name) ||
           fail(parent, field.name_offset, json::quoted(field.name), "a language such as \"en\"");
  }
  /// A field of texts by language; missing, it leaves `out` as it is.
  bool localised(const Value& parent, const char* name, Localised& out) {
    const Value* value = optional(parent, name);
    if (!value) return true;
    if (value->kind != Kind::object) return wrong(*value, "an object of texts by language");
    for (const Value& field : *value) {
      std::string_view text;
      if (!language(*value, field) || !string(field, text)) return false;
    }
    out.texts = value;
    return optional(*value, "en") || fail(*value, "no English text", "a field \"en\"");
  }

  bool draft(const Value& value, Draft& out) {
    return object(value, "symbol subject") && string(value, "symbol", out.symbol, true) &&
           localised(value, "subject", out.subject);
  }

  bool members(const Value& value, Scenario& out) {
    if (value.kind != Kind::array) return wrong(value, "an array of members in seat order");
    const int n = value.size();
    if (n < 1 || n > max_seats) return fail(value, filled("{} members", n), filled("1 to {}", max_seats).c_str());
    out.members = places_for<Member>(value);
    auto next = out.members.begin();
    for (const Value& item : value) {
      Member& member = *next++;
      std::string_view member_code;
      if (!object(item, "code name short? phrase? permanent new? group?") || !string(item, "code", member_code))
        return false;
      const Value& code = field(item, "code");
      if (!is_member_code(member_code)) return wrong(code, "the UN's three-letter code of a member");
      if (out.seat_of(member_code) >= 0)
        return fail(code, filled("the member {} a second time", member_code), "each member once");
      member.code = member_code;
      if (!localised(item, "name", member.name)) return false;
      member.short_name = member.name;
      if (!localised(item, "short", member.short_name)) return false;
      member.phrase = member.short_name;
      if (!localised(item, "phrase", member.phrase) || !boolean(item, "permanent", member.permanent) ||
          !boolean(item, "new", member.is_new))
        return false;
      if (member.is_new && !member.permanent) return wrong(field(item, "new"), "false for an elected member");
      if (const Value* group = item.find("group")) {
        const int index = group->kind == Kind::string ? index_in(group_names, group->text) : -1;
        if (index < 0) return wrong(*group, listed(group_names));
        member.group = static_cast<Group>(index);
      }
    }
    return true;
  }

  bool codes(const Value& value, const Scenario& scenario, Seats& out) {
    if (value.kind != Kind::array) return wrong(value, "an array of members' codes");
    for (const Value& item : value) {
      const int seat = item.kind == Kind::string ? scenario.seat_of(item.text) : -1;
      if (seat < 0) return wrong(item, "the code of a member of this scenario");
      if (contains(out, seat)) return wrong(item, "each member once");
      out |= seat_bit(seat);
    }
    return true;
  }

  bool rule(const Value& value, Scenario& out) {
    const Kinds kinds = kinds_of(out.members);
    const int seats = static_cast<int>(out.members.size());

    if (value.kind == Kind::string) {
      const StandardRule* standard = standard_rule(value.text);
      if (!standard) {
        std::string ids;
        for (const StandardRule& rule : standard_rules) ids += filled(ids.empty() ? "{}" : " {}", rule.id);
        return wrong(value, listed(ids));
      }
      const auto fits = [&](int there, int wanted, const char* what) {
        return there == wanted || fail(field(root_, "members"), filled(what, there),
                                       filled("{} for the rule {}", wanted, standard->id).c_str());
      };
      out.rule_id = value.text;
      out.rule = seat_rule(*standard, kinds.permanent, kinds.new_permanent);
      return fits(seats, standard->seats, "{} members") &&
             fits(count(kinds.permanent), standard->permanent, "{} permanent members") &&
             fits(count(kinds.new_permanent), standard->new_permanent, "{} new permanent members");
    }

    if (value.kind != Kind::object) return wrong(value, "a rule's id, or an object with its parameters");
    if (!object(value, "seats required veto_holders blocking_votes abstention_blocks? must_abstain?") ||
        !number(value, "seats", 1, max_seats, out.rule.seats))
      return false;
    if (out.rule.seats != seats)
      return wrong(field(value, "seats"), filled("{}, the number of members of this scenario", seats));
    if (!number(value, "required", 1, seats, out.rule.required)) return false;
    const Value& holders = field(value, "veto_holders");
    if (holders.kind == Kind::string) {
      if (holders.text != "none" && holders.text != "permanent")
        return wrong(holders, "\"none\", \"permanent\" or an array of members' codes");
      out.rule.veto_holders = holders.text == "permanent" ? kinds.permanent | kinds.new_permanent : 0;
    } else if (!codes(holders, out, out.rule.veto_holders)) {
      return false;
    }
    const int least = out.rule.veto_holders != 0 ? 1 : 0;
    if (!number(value, "blocking_votes", least, seats, out.rule.blocking_votes) ||
        !boolean(value, "abstention_blocks", out.rule.abstention_blocks))
      return false;
    const Value* parties = optional(value, "must_abstain");
    return !parties || codes(*parties, out, out.rule.must_abstain);
  }

  bool adoption(Scenario& out) {
    const Value& how = field(root_, "adopted_by");
    const Value* votes = optional(root_, "votes");
    if (how.kind != Kind::string || (how.text != "vote" && how.text != "without_vote"))
      return wrong(how, "vote or without_vote");
    out.recorded.without_vote = how.text == "without_vote";
    if (out.recorded.without_vote && votes) return fail(*votes, "votes", "none in a text adopted without a vote");
    if (!out.recorded.without_vote && !votes) return fail(root_, "no field \"votes\"", "the vote of every member");
    if (votes && !this->votes(*votes, out)) return false;
    const Value& resolution = field(root_, "resolution");
    if (resolution.kind == Kind::null) return true;
    if (!string(root_, "resolution", out.resolution)) return false;
    return outcome_of(settle(out.rule, out.recorded)) == Outcome::adopted ||
           wrong(resolution, "null, because by these votes the text was not adopted");
  }

  bool votes(const Value& value, Scenario& out) {
    if (value.kind != Kind::object) return wrong(value, "an object of votes by member");
    for (const Value& field : value) {
      const int seat = out.seat_of(field.name);
      if (seat < 0)
        return fail(value, field.name_offset, filled("a vote of {}", json::quoted(field.name)),
                    "members of this scenario only");
      const auto vote = field.kind == Kind::string ? vote_named(field.text) : std::nullopt;
      if (!vote) {
        std::string names;
        for (const Vote each : all_votes) names += filled(names.empty() ? "{}" : " {}", name_of(each));
        return wrong(field, listed(names));
      }
      out.recorded.votes[static_cast<std::size_t>(seat)] = *vote;
      if (counted_vote(out.rule, out.recorded, seat) != *vote)
        return wrong(field, "abstaining, because the rule has this member abstain");
    }
    for (const Member& member : out.members)
      if (!value.find(member.code)) return fail(value, filled("no vote of {}", member.code), "a vote of every member");
    return true;
  }

  bool mandate(const Value* value, Scenario& out) {
    if (!value) return true;
    Mandate& mandate = out.mandate;
    if (!object(*value, "title votes until") || !localised(*value, "title", mandate.title) ||
        !string(*value, "until", mandate.until))
      return false;
    if (!is_date(mandate.until, false)) return wrong(field(*value, "until"), "a day as YYYY-MM-DD, from 1945 on");
    const Value& votes = field(*value, "votes");
    if (votes.kind != Kind::array || votes.size() == 0 || votes.size() > most_mandate_votes)
      return wrong(votes, "an array of 1 to 40 votes");
    for (const Value& item : votes) {
      MandateVote vote;
      if (!object(item, "resolution date") || !string(item, "resolution", vote.resolution) ||
          !string(item, "date", vote.date))
        return false;
      if (!is_date(vote.date, false)) return wrong(field(item, "date"), "a day as YYYY-MM-DD, from 1945 on");
      mandate.votes.push_back(vote);
    }
    return true;
  }

  bool story(const Value* value, Scenario& out) {
    if (!value) return true;
    if (value->kind != Kind::object) return wrong(*value, "an object of stories by language");
    out.stories = places_for<Story>(*value);
    auto story = out.stories.begin();
    for (const Value& item : *value) {
      story->language = item.name;
      if (!language(*value, item) || !object(item, "title summary") || !string(item, "title", story->title) ||
          !string(item, "summary", story->summary))
        return false;
      ++story;
    }
    return true;
  }

  bool sources(const Value& value, Scenario& out) {
    if (value.kind != Kind::array || value.size() == 0) return wrong(value, "an array of at least one source");
    out.sources = places_for<Source>(value);
    auto source = out.sources.begin();
    for (const Value& item : value) {
      if (!object(item, "title publisher date url") || !string(item, "title", source->title) ||
          !string(item, "publisher", source->publisher) || !string(item, "date", source->date) ||
          !string(item, "url", source->url, true))
        return false;
      if (!is_date(source->date, true)) return wrong(field(item, "date"), "YYYY, YYYY-MM or YYYY-MM-DD");
      if (!source->url.empty() && source->url.rfind("https://", 0) != 0)
        return wrong(field(item, "url"), "an address that begins https://, or an empty text");
      ++source;
    }
    return true;
  }

  std::string_view text_;
  const Value& root_;
};

}  // namespace

std::string_view Localised::in(std::string_view language) const {
  if (!texts) return {};
  const Value* text = texts->find(language);
  return (text ? text : texts->find("en"))->text;
}

int Scenario::seat_of(std::string_view code) const {
  for (std::size_t seat = 0; seat < members.size(); ++seat)
    if (members[seat].code == code) return static_cast<int>(seat);
  return -1;
}

std::optional<Rule> rule_among(const StandardRule& standard, const std::vector<Member>& members) {
  const Kinds kinds = kinds_of(members);
  if (static_cast<int>(members.size()) != standard.seats || count(kinds.permanent) != standard.permanent ||
      count(kinds.new_permanent) != standard.new_permanent)
    return std::nullopt;
  return seat_rule(standard, kinds.permanent, kinds.new_permanent);
}

Result<Scenario> parse_scenario(std::string_view text) {
  Result<json::Document> document = json::parse(text);
  if (!document) return std::move(document).error();
  Scenario scenario;
  scenario.document = std::move(document.value());
  Reader reader(text, scenario.document.root());
  if (!reader.scenario(scenario)) return std::move(reader.error);
  return scenario;
}

}  // namespace council
