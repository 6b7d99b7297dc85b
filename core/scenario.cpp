#include "scenario.h"

#include "fields.h"
#include "member_codes.h"

namespace council {

namespace {

using json::Kind;
using json::Value;

constexpr const char* group_names = "africa asia_pacific eastern_europe latin_america_caribbean western_europe_other";

/// One place for each item or field; filled in where it stands, because a vector that grows is much more code.
template <class T>
std::vector<T> places_for(const Value& value) {
  return std::vector<T>(static_cast<std::size_t>(value.size()));
}

/// Reads what decides a vote, and who cast it.
class VoteReader : public FieldReader {
 public:
  using FieldReader::FieldReader;

  bool vote(Scenario& out) {
    return object(root(), "schema id date rule draft resolution adopted_by members votes? mandate? story? sources?") &&
           vote_fields(out);
  }

 protected:
  /// Of an object whose fields are known.
  bool vote_fields(Scenario& out) {
    const Value& schema = field(root(), "schema");
    if (schema.kind != Kind::number || schema.text != "1") return wrong(schema, "1");
    return id(root(), "id", out.id) && members(field(root(), "members"), out) && rule(field(root(), "rule"), out) &&
           adoption(out);
  }

 private:
  bool members(const Value& value, Scenario& out) {
    if (!array(value, 1, max_seats, "members")) return false;
    out.members = places_for<Member>(value);
    auto next = out.members.begin();
    for (const Value& item : value) {
      Member& member = *next++;
      std::string_view member_code;
      if (!object(item, "code name short? phrase? permanent new? group?") ||
          !string(item, "code", limits::symbol, member_code))
        return false;
      if (out.seat_of(member_code) >= 0)
        return fail(field(item, "code"), filled("the member {} a second time", member_code), "each member once");
      member.code = member_code;
      if (!localised(item, "name", limits::name, member.name)) return false;
      member.short_name = member.name;
      if (!localised(item, "short", limits::name, member.short_name)) return false;
      member.phrase = member.short_name;
      if (!localised(item, "phrase", limits::name, member.phrase) || !boolean(item, "permanent", member.permanent) ||
          !boolean(item, "new", member.is_new))
        return false;
      if (member.is_new && !member.permanent) return wrong(field(item, "new"), "false for an elected member");
    }
    return true;
  }

  bool codes(const Value& value, const Scenario& scenario, Seats& out) {
    if (!array(value, 0, max_seats, "members' codes")) return false;
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
        return there == wanted || fail(field(root(), "members"), filled(what, there),
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
    const Value& how = field(root(), "adopted_by");
    const Value* votes = optional(root(), "votes");
    if (how.kind != Kind::string || (how.text != "vote" && how.text != "without_vote"))
      return wrong(how, "vote or without_vote");
    out.recorded.without_vote = how.text == "without_vote";
    if (out.recorded.without_vote && votes) return fail(*votes, "votes", "none in a text adopted without a vote");
    if (!out.recorded.without_vote && !votes) return fail(root(), "no field \"votes\"", "the vote of every member");
    if (votes && !this->votes(*votes, out)) return false;
    const Value& resolution = field(root(), "resolution");
    if (resolution.kind == Kind::null) return true;
    if (!string(root(), "resolution", limits::symbol, out.resolution)) return false;
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
};

/// Reads what a picture shows, besides.
class PictureReader : public VoteReader {
 public:
  using VoteReader::VoteReader;

  bool picture(Scenario& out) { return vote(out) && picture_fields(out); }

 protected:
  /// Of a vote that is read.
  bool picture_fields(Scenario& out) {
    return date(root(), "date", out.date) && draft(field(root(), "draft"), out.draft) &&
           mandate(optional(root(), "mandate"), out);
  }

 private:
  bool draft(const Value& value, Draft& out) {
    return object(value, "symbol subject") && string(value, "symbol", limits::symbol, out.symbol, true) &&
           localised(value, "subject", limits::line, out.subject);
  }

  bool mandate(const Value* value, Scenario& out) {
    if (!value) return true;
    Mandate& mandate = out.mandate;
    if (!object(*value, "title votes until") || !localised(*value, "title", limits::line, mandate.title) ||
        !date(*value, "until", mandate.until))
      return false;
    const Value& votes = field(*value, "votes");
    if (!array(votes, 1, limits::mandate_votes, "votes")) return false;
    mandate.votes = places_for<MandateVote>(votes);
    auto vote = mandate.votes.begin();
    for (const Value& item : votes) {
      if (!object(item, "resolution date") || !string(item, "resolution", limits::symbol, vote->resolution) ||
          !date(item, "date", vote->date))
        return false;
      ++vote;
    }
    return true;
  }
};

/// Reads the rest.
class ScenarioReader : public PictureReader {
 public:
  using PictureReader::PictureReader;

  bool scenario(Scenario& out) {
    return object(root(),
                  "schema id date rule draft resolution adopted_by members votes? mandate? story? sources $schema?") &&
           schema_address(optional(root(), "$schema")) && known_members() && vote_fields(out) && picture_fields(out) &&
           groups(field(root(), "members"), out) && story(optional(root(), "story"), out) &&
           sources(field(root(), "sources"), out.sources);
  }

 private:
  /// Where editors find the schema; nobody else reads it.
  bool schema_address(const Value* value) {
    std::string_view address;
    return !value || string(*value, limits::address, address);
  }

  /// First of all, because votes and rules name members by their codes. What has no shape yet is the others' matter.
  bool known_members() {
    const Value* const members = optional(root(), "members");
    if (!members || members->kind != Kind::array) return true;
    for (const Value& item : *members) {
      const Value* const code = item.kind == Kind::object ? optional(item, "code") : nullptr;
      if (code && code->kind == Kind::string && !is_member_code(code->text))
        return wrong(*code, "the UN's three-letter code of a member");
    }
    return true;
  }

  bool groups(const Value& value, Scenario& out) {
    auto member = out.members.begin();
    for (const Value& item : value) {
      if (const Value* group = item.find("group")) {
        const int index = group->kind == Kind::string ? index_in(group_names, group->text) : -1;
        if (index < 0) return wrong(*group, listed(group_names));
        member->group = static_cast<Group>(index);
      }
      ++member;
    }
    return true;
  }

  bool story(const Value* value, Scenario& out) {
    if (!value) return true;
    if (!by_language(*value, "an object of stories by language")) return false;
    out.stories = places_for<Story>(*value);
    auto story = out.stories.begin();
    for (const Value& item : *value) {
      story->language = item.name;
      if (!language(*value, item) || !object(item, "title summary") ||
          !string(item, "title", limits::line, story->title) ||
          !string(item, "summary", limits::summary, story->summary))
        return false;
      ++story;
    }
    return true;
  }
};

}  // namespace

int Scenario::seat_of(std::string_view code) const {
  for (std::size_t seat = 0; seat < members.size(); ++seat)
    if (members[seat].code == code) return static_cast<int>(seat);
  return -1;
}

Kinds kinds_of(const std::vector<Member>& members) {
  Kinds kinds;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Member& member = members[i];
    (!member.permanent ? kinds.elected
     : member.is_new   ? kinds.new_permanent
                       : kinds.permanent) |= seat_bit(static_cast<int>(i));
  }
  return kinds;
}

std::optional<Rule> rule_among(const StandardRule& standard, const std::vector<Member>& members) {
  const Kinds kinds = kinds_of(members);
  if (static_cast<int>(members.size()) != standard.seats || count(kinds.permanent) != standard.permanent ||
      count(kinds.new_permanent) != standard.new_permanent)
    return std::nullopt;
  return seat_rule(standard, kinds.permanent, kinds.new_permanent);
}

namespace {

/// Reads with one of the readers above.
template <class Reader>
Result<Scenario> read(std::string_view text, bool (Reader::*whole)(Scenario&)) {
  Result<json::Document> document = json::parse(text);
  if (!document) return std::move(document).error();
  Scenario scenario;
  scenario.document = std::move(document.value());
  Reader reader(text, scenario.document.root());
  if (!(reader.*whole)(scenario)) return std::move(reader).error();
  return scenario;
}

}  // namespace

Result<Scenario> parse_scenario(std::string_view text) { return read(text, &ScenarioReader::scenario); }
Result<Scenario> parse_picture(std::string_view text) { return read(text, &PictureReader::picture); }
Result<Scenario> parse_vote(std::string_view text) { return read(text, &VoteReader::vote); }

}  // namespace council
