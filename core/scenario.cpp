#include "scenario.h"

#include <algorithm>
#include <array>

#include "json.h"
#include "member_codes.h"

namespace council {

namespace {

using json::Kind;
using json::Value;

constexpr std::array<std::string_view, 5> group_names{"africa", "asia_pacific", "eastern_europe",
                                                      "latin_america_caribbean", "western_europe_other"};

/// "a, b or c".
std::string listed(const std::string_view* names, std::size_t n) {
  std::string result;
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) result += i + 1 == n ? " or " : ", ";
    result += names[i];
  }
  return result;
}

bool includes(std::initializer_list<std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
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

/// Where a value stands in a document: "members[8].code". False when it does not.
bool find_path(const Value& at, const Value& wanted, std::string& path) {
  if (&at == &wanted) return true;
  const std::size_t length = path.size();
  for (std::size_t i = 0; i < at.items.size(); ++i) {
    path += "[" + std::to_string(i) + "]";
    if (find_path(at.items[i], wanted, path)) return true;
    path.resize(length);
  }
  for (const json::Field& field : at.fields) {
    if (length > 0) path += '.';
    path += field.name;
    if (find_path(field.value, wanted, path)) return true;
    path.resize(length);
  }
  return false;
}

using Names = std::initializer_list<std::string_view>;

/// Reads a scenario out of a document. Every function returns false once something is wrong; the first error stays.
class Reader {
 public:
  Reader(std::string_view text, const Value& root) : text_(text), root_(root) {}

  Error error;

  bool scenario(Scenario& out) {
    if (!object(root_,
                {"schema", "id", "date", "rule", "draft", "resolution", "adopted_by", "members", "votes", "story",
                 "sources"},
                {"votes", "story"}))
      return false;
    const Value& schema = *root_.find("schema");
    if (schema.kind != Kind::number || schema.text != "1") return wrong(schema, "1");
    if (!string(root_, "id", out.id)) return false;
    if (!is_id(out.id)) return wrong(*root_.find("id"), "lower-case letters, digits and hyphens, at most 64");
    if (!string(root_, "date", out.date)) return false;
    if (!is_date(out.date, false)) return wrong(*root_.find("date"), "a day as YYYY-MM-DD, from 1945 on");
    return draft(*root_.find("draft"), out.draft) && members(*root_.find("members"), out) &&
           rule(*root_.find("rule"), out) && adoption(out) && story(root_.find("story"), out) &&
           sources(*root_.find("sources"), out);
  }

 private:
  /// Something is wrong with or in `value`, at `offset`.
  bool fail(const Value& value, std::size_t offset, std::string found, std::string expected) {
    std::string path;
    find_path(root_, value, path);
    error = json::error_at(text_, offset, std::move(path), std::move(found), std::move(expected));
    return false;
  }
  bool fail(const Value& value, std::string found, std::string expected) {
    return fail(value, value.offset, std::move(found), std::move(expected));
  }
  bool wrong(const Value& value, std::string expected) { return fail(value, described(value), std::move(expected)); }

  /// An object with just these fields, all of them there but the optional ones.
  bool object(const Value& value, Names names, Names optional = {}) {
    if (value.kind != Kind::object) return wrong(value, "an object");
    for (const json::Field& field : value.fields)
      if (!includes(names, field.name))
        return fail(value, field.offset, "the unknown field " + json::quoted(field.name),
                    listed(names.begin(), names.size()));
    for (const std::string_view name : names)
      if (!value.find(name) && !includes(optional, name))
        return fail(value, "no field " + json::quoted(name), "it in this object");
    return true;
  }
  bool string(const Value& parent, std::string_view name, std::string& out, bool may_be_empty = false) {
    const Value& value = *parent.find(name);
    if (value.kind != Kind::string || (value.text.empty() && !may_be_empty))
      return wrong(value, may_be_empty ? "a text" : "a text that is not empty");
    out = value.text;
    return true;
  }
  /// A boolean field that may be missing.
  bool boolean(const Value& parent, std::string_view name, bool& out) {
    const Value* value = parent.find(name);
    if (value && value->kind != Kind::boolean) return wrong(*value, "true or false");
    if (value) out = value->boolean;
    return true;
  }
  bool number(const Value& parent, std::string_view name, int least, int most, int& out) {
    const Value& value = *parent.find(name);
    int result = 0;
    bool good = value.kind == Kind::number && value.text.size() <= 4;
    for (std::size_t i = 0; good && i < value.text.size(); ++i) {
      good = is_digit(value.text[i]);
      result = result * 10 + (value.text[i] - '0');
    }
    if (!good || result < least || result > most)
      return wrong(value, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    out = result;
    return true;
  }
  bool language(const Value& parent, const json::Field& field) {
    return is_language(field.name) || fail(parent, field.offset, json::quoted(field.name), "a language such as \"en\"");
  }
  /// A field of texts by language; missing, it leaves `out` as it is.
  bool localised(const Value& parent, std::string_view name, Localised& out) {
    const Value* value = parent.find(name);
    if (!value) return true;
    if (value->kind != Kind::object) return wrong(*value, "an object of texts by language");
    out.texts.clear();
    for (const json::Field& field : value->fields) {
      std::string text;
      if (!language(*value, field) || !string(*value, field.name, text)) return false;
      out.texts.emplace_back(field.name, std::move(text));
    }
    return value->find("en") || fail(*value, "no English text", "a field \"en\"");
  }

  bool draft(const Value& value, Draft& out) {
    return object(value, {"symbol", "subject"}) && string(value, "symbol", out.symbol, true) &&
           localised(value, "subject", out.subject);
  }

  bool members(const Value& value, Scenario& out) {
    if (value.kind != Kind::array) return wrong(value, "an array of members in seat order");
    const std::size_t n = value.items.size();
    if (n < 1 || n > static_cast<std::size_t>(max_seats))
      return fail(value, std::to_string(n) + " members", "1 to " + std::to_string(max_seats));
    for (const Value& item : value.items) {
      Member member;
      if (!object(item, {"code", "name", "short", "phrase", "permanent", "new", "group"},
                  {"short", "phrase", "new", "group"}) ||
          !string(item, "code", member.code))
        return false;
      const Value& code = *item.find("code");
      if (!is_member_code(member.code)) return wrong(code, "the UN's three-letter code of a member");
      if (out.seat_of(member.code) >= 0)
        return fail(code, "the member " + member.code + " a second time", "each member once");
      if (!localised(item, "name", member.name)) return false;
      member.short_name = member.name;
      if (!localised(item, "short", member.short_name)) return false;
      member.phrase = member.short_name;
      if (!localised(item, "phrase", member.phrase) || !boolean(item, "permanent", member.permanent) ||
          !boolean(item, "new", member.is_new))
        return false;
      if (member.is_new && !member.permanent) return wrong(*item.find("new"), "false for an elected member");
      if (const Value* group = item.find("group")) {
        const auto* const found = std::find(group_names.begin(), group_names.end(), group->text);
        if (group->kind != Kind::string || found == group_names.end())
          return wrong(*group, listed(group_names.data(), group_names.size()));
        member.group = static_cast<Group>(found - group_names.begin());
      }
      out.members.push_back(std::move(member));
    }
    return true;
  }

  bool codes(const Value& value, const Scenario& scenario, Seats& out) {
    if (value.kind != Kind::array) return wrong(value, "an array of members' codes");
    for (const Value& item : value.items) {
      const int seat = item.kind == Kind::string ? scenario.seat_of(item.text) : -1;
      if (seat < 0) return wrong(item, "the code of a member of this scenario");
      if (contains(out, seat)) return wrong(item, "each member once");
      out |= seat_bit(seat);
    }
    return true;
  }

  bool rule(const Value& value, Scenario& out) {
    Seats permanent = 0;
    Seats new_permanent = 0;
    for (std::size_t seat = 0; seat < out.members.size(); ++seat) {
      const Member& member = out.members[seat];
      if (member.permanent) (member.is_new ? new_permanent : permanent) |= seat_bit(static_cast<int>(seat));
    }
    const int seats = static_cast<int>(out.members.size());

    if (value.kind == Kind::string) {
      const StandardRule* standard = standard_rule(value.text);
      if (!standard) {
        std::array<std::string_view, standard_rules.size()> ids;
        for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = standard_rules[i].id;
        return wrong(value, listed(ids.data(), ids.size()));
      }
      const auto fits = [&](int there, int wanted, const char* what) {
        return there == wanted || fail(*root_.find("members"), std::to_string(there) + what,
                                       std::to_string(wanted) + " for the rule " + std::string(standard->id));
      };
      out.rule_id = value.text;
      out.rule = seat_rule(*standard, permanent, new_permanent);
      return fits(seats, standard->seats, " members") &&
             fits(count(permanent), standard->permanent, " permanent members") &&
             fits(count(new_permanent), standard->new_permanent, " new permanent members");
    }

    if (value.kind != Kind::object) return wrong(value, "a rule's id, or an object with its parameters");
    if (!object(value, {"seats", "required", "veto_holders", "blocking_votes", "abstention_blocks", "must_abstain"},
                {"abstention_blocks", "must_abstain"}) ||
        !number(value, "seats", 1, max_seats, out.rule.seats))
      return false;
    if (out.rule.seats != seats)
      return wrong(*value.find("seats"), std::to_string(seats) + ", the number of members of this scenario");
    if (!number(value, "required", 1, seats, out.rule.required)) return false;
    const Value& holders = *value.find("veto_holders");
    if (holders.kind == Kind::string) {
      if (holders.text != "none" && holders.text != "permanent")
        return wrong(holders, "\"none\", \"permanent\" or an array of members' codes");
      out.rule.veto_holders = holders.text == "permanent" ? permanent | new_permanent : 0;
    } else if (!codes(holders, out, out.rule.veto_holders)) {
      return false;
    }
    const int least = out.rule.veto_holders != 0 ? 1 : 0;
    if (!number(value, "blocking_votes", least, seats, out.rule.blocking_votes) ||
        !boolean(value, "abstention_blocks", out.rule.abstention_blocks))
      return false;
    const Value* parties = value.find("must_abstain");
    return !parties || codes(*parties, out, out.rule.must_abstain);
  }

  bool adoption(Scenario& out) {
    const Value& how = *root_.find("adopted_by");
    const Value* votes = root_.find("votes");
    if (how.kind != Kind::string || (how.text != "vote" && how.text != "without_vote"))
      return wrong(how, "vote or without_vote");
    out.recorded.without_vote = how.text == "without_vote";
    if (out.recorded.without_vote && votes) return fail(*votes, "votes", "none in a text adopted without a vote");
    if (!out.recorded.without_vote && !votes) return fail(root_, "no field \"votes\"", "the vote of every member");
    if (votes && !this->votes(*votes, out)) return false;
    const Value& resolution = *root_.find("resolution");
    if (resolution.kind == Kind::null) return true;
    if (!string(root_, "resolution", out.resolution)) return false;
    return outcome_of(settle(out.rule, out.recorded)) == Outcome::adopted ||
           wrong(resolution, "null, because by these votes the text was not adopted");
  }

  bool votes(const Value& value, Scenario& out) {
    if (value.kind != Kind::object) return wrong(value, "an object of votes by member");
    for (const json::Field& field : value.fields) {
      const int seat = out.seat_of(field.name);
      if (seat < 0)
        return fail(value, field.offset, "a vote of " + json::quoted(field.name), "members of this scenario only");
      const auto vote = field.value.kind == Kind::string ? vote_named(field.value.text) : std::nullopt;
      if (!vote) {
        std::array<std::string_view, all_votes.size()> names;
        for (std::size_t i = 0; i < names.size(); ++i) names[i] = name_of(all_votes[i]);
        return wrong(field.value, listed(names.data(), names.size()));
      }
      out.recorded.votes[static_cast<std::size_t>(seat)] = *vote;
      if (counted_vote(out.rule, out.recorded, seat) != *vote)
        return wrong(field.value, "abstaining, because the rule has this member abstain");
    }
    for (const Member& member : out.members)
      if (!value.find(member.code)) return fail(value, "no vote of " + member.code, "a vote of every member");
    return true;
  }

  bool story(const Value* value, Scenario& out) {
    if (!value) return true;
    if (value->kind != Kind::object) return wrong(*value, "an object of stories by language");
    for (const json::Field& field : value->fields) {
      Story story{.language = field.name, .title = {}, .summary = {}};
      if (!language(*value, field) || !object(field.value, {"title", "summary"}) ||
          !string(field.value, "title", story.title) || !string(field.value, "summary", story.summary))
        return false;
      out.stories.push_back(std::move(story));
    }
    return true;
  }

  bool sources(const Value& value, Scenario& out) {
    if (value.kind != Kind::array || value.items.empty()) return wrong(value, "an array of at least one source");
    for (const Value& item : value.items) {
      Source source;
      if (!object(item, {"title", "publisher", "date", "url"}) || !string(item, "title", source.title) ||
          !string(item, "publisher", source.publisher) || !string(item, "date", source.date) ||
          !string(item, "url", source.url, true))
        return false;
      if (!is_date(source.date, true)) return wrong(*item.find("date"), "YYYY, YYYY-MM or YYYY-MM-DD");
      if (!source.url.empty() && source.url.rfind("https://", 0) != 0)
        return wrong(*item.find("url"), "an address that begins https://, or an empty text");
      out.sources.push_back(std::move(source));
    }
    return true;
  }

  std::string_view text_;
  const Value& root_;
};

}  // namespace

const std::string& Localised::in(std::string_view language) const {
  static const std::string nothing;
  const std::string* english = &nothing;
  for (const auto& [tag, text] : texts) {
    if (tag == language) return text;
    if (tag == "en") english = &text;
  }
  return *english;
}

int Scenario::seat_of(std::string_view code) const {
  for (std::size_t seat = 0; seat < members.size(); ++seat)
    if (members[seat].code == code) return static_cast<int>(seat);
  return -1;
}

Result<Scenario> parse_scenario(std::string_view text) {
  const Result<Value> document = json::parse(text);
  if (!document) return document.error();
  Reader reader(text, document.value());
  Scenario scenario;
  if (!reader.scenario(scenario)) return std::move(reader.error);
  return scenario;
}

}  // namespace council
