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

std::string listed(const auto& names) {
  std::string result;
  std::size_t i = 0;
  for (const auto& name : names) {
    if (i > 0) result += i + 1 == std::size(names) ? " or " : ", ";
    result += name;
    ++i;
  }
  return result;
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
  return !text.empty() && text.size() <= 64 && text.front() != '-' &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; });
}

bool is_language(std::string_view tag) {
  return (tag.size() == 2 || tag.size() == 3) && std::ranges::all_of(tag, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Reads a scenario out of a document. Every function returns false once something is wrong; the first error stays.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Error error;

  bool scenario(const Value& root, Scenario& out) {
    if (!object(root, "",
                {"schema", "id", "date", "rule", "draft", "resolution", "adopted_by", "members", "votes", "story",
                 "sources"},
                {"votes", "story"}))
      return false;
    const Value& schema = *root.find("schema");
    if (schema.kind != Kind::number || schema.text != "1") return wrong(schema, "schema", "1");
    const Value& id = *root.find("id");
    if (!string(id, "id", out.id)) return false;
    if (!is_id(out.id)) return wrong(id, "id", "lower-case letters, digits and hyphens, at most 64");
    const Value& date = *root.find("date");
    if (!string(date, "date", out.date)) return false;
    if (!is_date(out.date, false)) return wrong(date, "date", "a day as YYYY-MM-DD, from 1945 on");
    const Value& draft_value = *root.find("draft");
    return draft(draft_value, out.draft) && members(*root.find("members"), out) && rule(*root.find("rule"), out) &&
           adoption(root, out) && story(root.find("story"), out) && sources(*root.find("sources"), out);
  }

 private:
  bool fail(std::size_t offset, std::string field, std::string found, std::string expected) {
    error = json::error_at(text_, offset, std::move(field), std::move(found), std::move(expected));
    return false;
  }
  bool wrong(const Value& value, std::string field, std::string expected) {
    return fail(value.offset, std::move(field), described(value), std::move(expected));
  }

  /// An object with just these fields, all of them there but the optional ones.
  bool object(const Value& value, const std::string& path, std::initializer_list<std::string_view> names,
              std::initializer_list<std::string_view> optional = {}) {
    if (value.kind != Kind::object) return wrong(value, path, "an object");
    for (const json::Field& field : value.fields)
      if (std::ranges::find(names, field.name) == names.end())
        return fail(field.offset, path, "the unknown field " + json::quoted(field.name), listed(names));
    for (const std::string_view name : names)
      if (!value.find(name) && std::ranges::find(optional, name) == optional.end())
        return fail(value.offset, path, "no field \"" + std::string(name) + "\"", "it in this object");
    return true;
  }
  bool string(const Value& value, const std::string& path, std::string& out, bool may_be_empty = false) {
    if (value.kind != Kind::string || (value.text.empty() && !may_be_empty))
      return wrong(value, path, may_be_empty ? "a text" : "a text that is not empty");
    out = value.text;
    return true;
  }
  bool boolean(const Value& value, const std::string& path, bool& out) {
    if (value.kind != Kind::boolean) return wrong(value, path, "true or false");
    out = value.boolean;
    return true;
  }
  bool number(const Value& value, const std::string& path, int least, int most, int& out) {
    int result = 0;
    bool good = value.kind == Kind::number && value.text.size() <= 4 && std::ranges::all_of(value.text, is_digit);
    for (std::size_t i = 0; good && i < value.text.size(); ++i) result = result * 10 + (value.text[i] - '0');
    good = good && result >= least && result <= most;
    if (!good)
      return wrong(value, path, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    out = result;
    return true;
  }
  bool localised(const Value& value, const std::string& path, Localised& out) {
    if (value.kind != Kind::object) return wrong(value, path, "an object of texts by language");
    for (const json::Field& field : value.fields) {
      if (!is_language(field.name))
        return fail(field.offset, path, json::quoted(field.name), "a language such as \"en\"");
      std::string text;
      if (!string(field.value, path + "." + field.name, text)) return false;
      out.texts.emplace_back(field.name, std::move(text));
    }
    if (!value.find("en")) return fail(value.offset, path, "no English text", "a field \"en\"");
    return true;
  }

  bool draft(const Value& value, Draft& out) {
    return object(value, "draft", {"symbol", "subject"}) &&
           string(*value.find("symbol"), "draft.symbol", out.symbol, true) &&
           localised(*value.find("subject"), "draft.subject", out.subject);
  }

  bool members(const Value& value, Scenario& out) {
    if (value.kind != Kind::array) return wrong(value, "members", "an array of members in seat order");
    if (value.items.empty() || value.items.size() > static_cast<std::size_t>(max_seats))
      return fail(value.offset, "members", std::to_string(value.items.size()) + " members",
                  "1 to " + std::to_string(max_seats));
    for (const Value& item : value.items) {
      const std::string path = "members[" + std::to_string(out.members.size()) + "]";
      Member member;
      if (!object(item, path, {"code", "name", "short", "phrase", "permanent", "new", "group"},
                  {"short", "phrase", "new", "group"}))
        return false;
      const Value& code = *item.find("code");
      if (!string(code, path + ".code", member.code)) return false;
      if (!is_member_code(member.code)) return wrong(code, path + ".code", "the UN's three-letter code of a member");
      if (out.seat_of(member.code) >= 0)
        return fail(code.offset, path + ".code", "the member " + member.code + " a second time", "each member once");
      if (!localised(*item.find("name"), path + ".name", member.name)) return false;
      member.short_name = member.name;
      if (const Value* name = item.find("short")) {
        member.short_name = {};
        if (!localised(*name, path + ".short", member.short_name)) return false;
      }
      member.phrase = member.short_name;
      if (const Value* phrase = item.find("phrase")) {
        member.phrase = {};
        if (!localised(*phrase, path + ".phrase", member.phrase)) return false;
      }
      if (!boolean(*item.find("permanent"), path + ".permanent", member.permanent)) return false;
      if (const Value* is_new = item.find("new")) {
        if (!boolean(*is_new, path + ".new", member.is_new)) return false;
        if (member.is_new && !member.permanent) return wrong(*is_new, path + ".new", "false for an elected member");
      }
      if (const Value* group = item.find("group")) {
        const auto found = std::ranges::find(group_names, group->text);
        if (group->kind != Kind::string || found == group_names.end())
          return wrong(*group, path + ".group", listed(group_names));
        member.group = static_cast<Group>(found - group_names.begin());
      }
      out.members.push_back(std::move(member));
    }
    members_at_ = value.offset;
    return true;
  }

  bool codes(const Value& value, const std::string& path, const Scenario& scenario, Seats& out) {
    if (value.kind != Kind::array) return wrong(value, path, "an array of members' codes");
    for (const Value& item : value.items) {
      const int seat = item.kind == Kind::string ? scenario.seat_of(item.text) : -1;
      if (seat < 0) return wrong(item, path, "the code of a member of this scenario");
      if (contains(out, seat)) return wrong(item, path, "each member once");
      out |= seat_bit(seat);
    }
    return true;
  }

  bool rule(const Value& value, Scenario& out) {
    Seats permanent = 0;
    Seats new_permanent = 0;
    for (std::size_t seat = 0; seat < out.members.size(); ++seat) {
      const Member& member = out.members[seat];
      if (member.is_new)
        new_permanent |= seat_bit(static_cast<int>(seat));
      else if (member.permanent)
        permanent |= seat_bit(static_cast<int>(seat));
    }
    const int seats = static_cast<int>(out.members.size());

    if (value.kind == Kind::string) {
      const StandardRule* standard = standard_rule(value.text);
      if (!standard) {
        std::array<std::string_view, standard_rules.size()> ids;
        std::ranges::transform(standard_rules, ids.begin(), &StandardRule::id);
        return wrong(value, "rule", listed(ids));
      }
      const auto fits = [&](int there, int wanted, const char* what) {
        return there == wanted || fail(members_at_, "members", std::to_string(there) + what,
                                       std::to_string(wanted) + " for the rule " + std::string(standard->id));
      };
      if (!fits(seats, standard->seats, " members") ||
          !fits(count(permanent), standard->permanent, " permanent members") ||
          !fits(count(new_permanent), standard->new_permanent, " new permanent members"))
        return false;
      out.rule_id = value.text;
      out.rule = seat_rule(*standard, permanent, new_permanent);
      return true;
    }

    if (value.kind != Kind::object) return wrong(value, "rule", "a rule's id, or an object with its parameters");
    if (!object(value, "rule",
                {"seats", "required", "veto_holders", "blocking_votes", "abstention_blocks", "must_abstain"},
                {"abstention_blocks", "must_abstain"}))
      return false;
    const Value& seats_value = *value.find("seats");
    if (!number(seats_value, "rule.seats", 1, max_seats, out.rule.seats)) return false;
    if (out.rule.seats != seats)
      return wrong(seats_value, "rule.seats", std::to_string(seats) + ", the number of members of this scenario");
    if (!number(*value.find("required"), "rule.required", 1, seats, out.rule.required)) return false;
    const Value& holders = *value.find("veto_holders");
    if (holders.kind == Kind::string) {
      if (holders.text != "none" && holders.text != "permanent")
        return wrong(holders, "rule.veto_holders", "\"none\", \"permanent\" or an array of members' codes");
      out.rule.veto_holders = holders.text == "permanent" ? permanent | new_permanent : 0;
    } else if (!codes(holders, "rule.veto_holders", out, out.rule.veto_holders)) {
      return false;
    }
    const bool vetoes = out.rule.veto_holders != 0;
    if (!number(*value.find("blocking_votes"), "rule.blocking_votes", vetoes ? 1 : 0, seats, out.rule.blocking_votes))
      return false;
    if (const Value* blocks = value.find("abstention_blocks"))
      if (!boolean(*blocks, "rule.abstention_blocks", out.rule.abstention_blocks)) return false;
    if (const Value* parties = value.find("must_abstain"))
      if (!codes(*parties, "rule.must_abstain", out, out.rule.must_abstain)) return false;
    return true;
  }

  bool adoption(const Value& root, Scenario& out) {
    const Value& how = *root.find("adopted_by");
    const Value* votes = root.find("votes");
    if (how.kind != Kind::string || (how.text != "vote" && how.text != "without_vote"))
      return wrong(how, "adopted_by", "vote or without_vote");
    out.recorded.without_vote = how.text == "without_vote";
    if (out.recorded.without_vote) {
      if (votes) return fail(votes->offset, "votes", "votes", "none in a text adopted without a vote");
    } else if (!votes) {
      return fail(root.offset, "", "no field \"votes\"", "the vote of every member");
    } else if (!this->votes(*votes, out)) {
      return false;
    }
    const Value& resolution = *root.find("resolution");
    if (resolution.kind == Kind::null) return true;
    if (!string(resolution, "resolution", out.resolution)) return false;
    if (decide(out.rule, out.recorded).outcome == Outcome::not_adopted)
      return wrong(resolution, "resolution", "null, because by these votes the text was not adopted");
    return true;
  }

  bool votes(const Value& value, Scenario& out) {
    if (value.kind != Kind::object) return wrong(value, "votes", "an object of votes by member");
    for (const json::Field& field : value.fields) {
      const int seat = out.seat_of(field.name);
      const std::string path = "votes." + field.name;
      if (seat < 0)
        return fail(field.offset, "votes", "a vote of " + json::quoted(field.name), "members of this scenario only");
      const auto vote = field.value.kind == Kind::string ? vote_named(field.value.text) : std::nullopt;
      if (!vote) {
        std::array<std::string_view, all_votes.size()> names;
        std::ranges::transform(all_votes, names.begin(), [](Vote v) { return name_of(v); });
        return wrong(field.value, path, listed(names));
      }
      out.recorded.votes[static_cast<std::size_t>(seat)] = *vote;
      if (counted_vote(out.rule, out.recorded, seat) != *vote)
        return wrong(field.value, path, "abstaining, because the rule has this member abstain");
    }
    for (const Member& member : out.members)
      if (!value.find(member.code))
        return fail(value.offset, "votes", "no vote of " + member.code, "a vote of every member");
    return true;
  }

  bool story(const Value* value, Scenario& out) {
    if (!value) return true;
    if (value->kind != Kind::object) return wrong(*value, "story", "an object of stories by language");
    for (const json::Field& field : value->fields) {
      const std::string path = "story." + field.name;
      if (!is_language(field.name))
        return fail(field.offset, "story", json::quoted(field.name), "a language such as \"en\"");
      Story story{.language = field.name, .title = {}, .summary = {}};
      if (!object(field.value, path, {"title", "summary"}) ||
          !string(*field.value.find("title"), path + ".title", story.title) ||
          !string(*field.value.find("summary"), path + ".summary", story.summary))
        return false;
      out.stories.push_back(std::move(story));
    }
    return true;
  }

  bool sources(const Value& value, Scenario& out) {
    if (value.kind != Kind::array || value.items.empty())
      return wrong(value, "sources", "an array of at least one source");
    for (const Value& item : value.items) {
      const std::string path = "sources[" + std::to_string(out.sources.size()) + "]";
      Source source;
      if (!object(item, path, {"title", "publisher", "date", "url"}) ||
          !string(*item.find("title"), path + ".title", source.title) ||
          !string(*item.find("publisher"), path + ".publisher", source.publisher) ||
          !string(*item.find("date"), path + ".date", source.date) ||
          !string(*item.find("url"), path + ".url", source.url, true))
        return false;
      if (!is_date(source.date, true)) return wrong(*item.find("date"), path + ".date", "YYYY, YYYY-MM or YYYY-MM-DD");
      if (!source.url.empty() && !source.url.starts_with("https://"))
        return wrong(*item.find("url"), path + ".url", "an address that begins https://, or an empty text");
      out.sources.push_back(std::move(source));
    }
    return true;
  }

  std::string_view text_;
  std::size_t members_at_ = 0;
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
  Reader reader(text);
  Scenario scenario;
  if (!reader.scenario(document.value(), scenario)) return std::move(reader.error);
  return scenario;
}

}  // namespace council
