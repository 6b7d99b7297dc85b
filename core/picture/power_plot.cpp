#include "power_plot.h"

#include <algorithm>

#include "rows.h"
#include "scene.h"

namespace council {

namespace {

/// The kinds of seats, in the order in which they stand.
enum Kind : std::uint8_t { permanent, new_permanent, elected };
constexpr std::array kinds{permanent, new_permanent, elected};

constexpr float bar_radius = 1.5F;
constexpr float figure_room = 56;

/// The members of each kind.
std::array<Seats, 3> seats_by_kind(const Scenario& scenario) {
  const Kinds seats = kinds_of(scenario.members);
  return {seats.permanent, seats.new_permanent, seats.elected};
}

using Counts = std::array<int, 3>;  ///< of seats, by Kind

/// The standard rule where the scenario's members are not seated by it; null where they are.
const StandardRule* apart(const Scenario& scenario, const PowerRule& rule) {
  const StandardRule* const standard = standard_rule(rule.id);
  return standard && !rule_among(*standard, scenario.members) ? standard : nullptr;
}

Counts seats_in(const Scenario& scenario, const PowerRule& rule) {
  const StandardRule* const standard = apart(scenario, rule);
  if (!standard) {
    const auto [old, added, others] = seats_by_kind(scenario);
    return {count(old), count(added), count(others)};
  }
  return {standard->permanent, standard->new_permanent,
          standard->seats - standard->permanent - standard->new_permanent};
}

/// A bar's row: of a member, or of all other seats of a kind.
struct Row {
  Kind kind;
  int member;                  ///< by place in the scenario; -1 for seats without a name
  std::array<int, 2> seats{};  ///< that stand in it under each rule; 0: none
};

/// The rows of a kind: members by name as far as each rule that knows the kind has seats for all, then the rest.
std::vector<Row> rows_of(const PowerSetting& setting, Kind kind, const std::array<Counts, 2>& counts) {
  const Scenario& scenario = setting.scenario;
  std::vector<int> named = in_alphabetical_order(scenario, setting.words.language, seats_by_kind(scenario)[kind]);
  for (const Counts& of_rule : counts)
    if (of_rule[kind] > 0 && of_rule[kind] < static_cast<int>(named.size())) named.clear();

  std::vector<Row> rows;
  rows.reserve(named.size() + 1);
  Row rest{.kind = kind, .member = -1};
  for (std::size_t i = 0; i < 2; ++i) rest.seats[i] = std::max(0, counts[i][kind] - static_cast<int>(named.size()));
  for (const int member : named)
    rows.push_back({kind, member, {counts[0][kind] > 0 ? 1 : 0, counts[1][kind] > 0 ? 1 : 0}});
  if (rest.seats[0] + rest.seats[1] > 0) rows.push_back(rest);
  std::erase_if(rows, [](const Row& row) { return row.seats[0] + row.seats[1] == 0; });
  return rows;
}

struct Part {
  Kind kind;
  std::vector<Row> rows;
};

std::vector<Part> groups_of(const PowerSetting& setting) {
  const std::array<Counts, 2> counts{seats_in(setting.scenario, setting.rule),
                                     setting.compared ? seats_in(setting.scenario, *setting.compared) : Counts{}};
  std::vector<Part> groups;
  for (const Kind kind : kinds)
    if (Part group{kind, rows_of(setting, kind, counts)}; !group.rows.empty()) groups.push_back(std::move(group));
  return groups;
}

/// Every seat's power under a rule.
class Power {
 public:
  Power(const PowerSetting& setting, const PowerRule& rule)
      : scenario_(setting.scenario),
        members_(seats_by_kind(setting.scenario)),
        apart_(apart(setting.scenario, rule)),
        rule_(apart_ ? seat_rule(*apart_) : rule.rule),
        counts_(seats_in(setting.scenario, rule)),
        by_standing_(power_by_standing(rule_, setting.game, setting.index)) {}

  int seats(Kind kind) const { return counts_[kind]; }
  /// Of a row's seat.
  Fraction of(Kind kind, int member) const { return of(standing(kind, member)); }
  bool vetoes(Kind kind, int member) const { return standing(kind, member) == Standing::holder; }
  /// Of all seats of a kind together; nothing where they are of different standings that have power.
  std::optional<Fraction> together(Kind kind) const {
    std::array<int, 3> numbers{};
    if (apart_) {
      numbers[static_cast<std::size_t>(standing(kind, -1))] = counts_[kind];
    } else {
      for (std::size_t i = 0; i < scenario_.members.size(); ++i)
        if (contains(members_[kind], static_cast<int>(i)))
          ++numbers[static_cast<std::size_t>(standing_of(rule_, static_cast<int>(i)))];
    }
    std::optional<Fraction> sum;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i] == 0 || by_standing_[i].numerator == 0) continue;
      if (sum) return std::nullopt;
      sum = fraction(by_standing_[i].numerator * static_cast<Wide>(numbers[i]), by_standing_[i].denominator);
    }
    return sum ? sum : Fraction{};
  }
  /// Of each seat of a kind, in the scenario's order.
  std::vector<Fraction> each(Kind kind) const {
    if (apart_) return std::vector<Fraction>(static_cast<std::size_t>(counts_[kind]), of(kind, -1));
    std::vector<Fraction> all;
    all.reserve(scenario_.members.size());
    for (std::size_t i = 0; i < scenario_.members.size(); ++i)
      if (contains(members_[kind], static_cast<int>(i))) all.push_back(of(standing_of(rule_, static_cast<int>(i))));
    return all;
  }

 private:
  const Fraction& of(Standing standing) const { return by_standing_[static_cast<std::size_t>(standing)]; }
  Standing standing(Kind kind, int member) const {
    if (!apart_ && member >= 0) return standing_of(rule_, member);
    if (apart_) return standing_of(rule_, kind == elected ? rule_.seats - 1 : kind == permanent ? 0 : counts_[0]);
    for (std::size_t i = 0; i < scenario_.members.size(); ++i)
      if (contains(members_[kind], static_cast<int>(i))) return standing_of(rule_, static_cast<int>(i));
    return Standing::other;
  }

  const Scenario& scenario_;
  std::array<Seats, 3> members_;  ///< by Kind
  const StandardRule* apart_;
  Rule rule_;
  Counts counts_;
  std::array<Fraction, 3> by_standing_;
};

/// Where everything stands; it knows no figure.
struct Places {
  bool narrow;
  float width, left, right;
  float lead;        ///< baseline of the first rule's name
  float rule_pitch;  ///< from one rule's name to the next one's
  float pitch;       ///< of rows
  std::vector<float> headings;
  std::vector<float> tops;  ///< of each group's rows
  float foot;
  float height;
};

/// How many lines a text may take that has one where there is room.
std::size_t lines_in(const Places& place) { return place.narrow ? 2 : 1; }

Places place_of(const PowerSetting& setting, const std::vector<Part>& groups) {
  Places place{};
  place.width = std::max(setting.width, least_width);
  place.narrow = place.width < 520;
  const float margin = place.width < 360 ? 8.0F : 16.0F;
  place.left = margin;
  place.right = place.width - margin;
  const bool whole = is_share(setting.index);
  place.rule_pitch = (place.narrow ? 40.0F : 26.0F) + (whole ? 34.0F : 2.0F);
  place.lead = place.narrow ? 36.0F : 20.0F;
  place.pitch = setting.compared ? 38.0F : 30.0F;
  float y = place.lead + place.rule_pitch * (setting.compared ? 2.0F : 1.0F) - (place.narrow ? 24.0F : 8.0F);
  for (const Part& group : groups) {
    y += place.headings.empty() ? 24.0F : 34.0F;
    place.headings.push_back(y);
    y += place.narrow ? 30.0F : 12.0F;
    place.tops.push_back(y);
    y += place.pitch * static_cast<float>(group.rows.size());
  }
  place.foot = y + 26;
  place.height = place.foot + 22 + 17 * (place.narrow ? 5.0F : 2.0F) + 8;
  return place;
}

std::string rule_name(const PowerSetting& setting, const PowerRule& rule) {
  return rule.id.empty() ? setting.words.message("plots.own_rule")
                         : setting.words.message(filled("rules.{}.name", rule.id));
}

std::string row_name(const PowerSetting& setting, const Part& group, const Row& row) {
  const Words& words = setting.words;
  if (row.member >= 0)
    return std::string(setting.scenario.members[static_cast<std::size_t>(row.member)].short_name.in(words.language));
  const bool further = group.rows.size() > 1;
  const int n = std::max(row.seats[0], row.seats[1]);
  if (std::min(row.seats[0], row.seats[1]) > 0 && row.seats[0] != row.seats[1])
    return words.message(further ? "plots.each_further_seat" : "plots.each_seat");
  return words.plural(further ? "plots.further_seats" : "plots.seats", n, {{"n", decimal(n)}});
}

const char* heading_of(Kind kind) {
  return kind == permanent       ? "chamber.permanent_members_without_veto"
         : kind == new_permanent ? "plots.new_permanent_members"
                                 : "chamber.elected_members";
}

/// A bar of one rule or the other: filled, or in outline.
void draw_bar(Picture& picture, Point from, Point to, bool outlined, Ink ink) {
  constexpr float edge = 1.5F;
  if (outlined && to.x - from.x > 2.5F * edge)
    add(picture, Box{from, to, bar_radius, Ink::none, ink, edge});
  else
    add(picture, Box{from, to, to.x - from.x > 3 ? bar_radius : 0, ink});
}

/// The sign of a veto: the second ring that permanent members wear in the chamber.
void draw_ring(Picture& picture, Point centre) {
  add(picture, Ring{centre, 6.5F, 1.5F, Ink::ink});
  add(picture, Disc{centre, 3.5F, Ink::ink});
}

class Drawing {
 public:
  Drawing(Picture& picture, const PowerSetting& setting, const std::vector<Part>& groups, const Places& place)
      : picture_(picture), setting_(setting), words_(setting.words), groups_(groups), place_(place) {
    powers_.emplace_back(setting, setting.rule);
    if (setting.compared) powers_.emplace_back(setting, *setting.compared);
    for (const Part& group : groups)
      for (const Row& row : group.rows) {
        marked_ |= marks(row);
        for (std::size_t i = 0; i < powers_.size(); ++i)
          if (row.seats[i] > 0) most_ = std::max(most_, decimal_of(powers_[i].of(row.kind, row.member)));
      }
  }

  void draw() {
    rule(setting_.rule, 0);
    if (setting_.compared) rule(*setting_.compared, 1);
    float room = 0;
    const float most_room = (place_.right - place_.left) * (place_.narrow ? 0.34F : 0.3F);
    for (const Part& group : groups_)
      for (const Row& row : group.rows)
        room = std::max(room, text_width(row_name(setting_, group, row), name_size(), is_bold(row)) + 1);
    names_ = std::min(room, most_room);
    for (std::size_t i = 0; i < groups_.size(); ++i) this->group(groups_[i], place_.headings[i], place_.tops[i]);
    foot();
  }

 private:
  bool marks(const Row& row) const { return row.seats[0] > 0 && powers_[0].vetoes(row.kind, row.member); }
  static bool is_bold(const Row& row) { return row.kind != elected; }
  float name_size() const { return place_.narrow ? 14 : 15; }

  /// A rule's name, and all the power that there is under it, cut into seats.
  void rule(const PowerRule& rule, std::size_t which) {
    const bool outlined = which == 1;
    const float y = place_.lead + place_.rule_pitch * static_cast<float>(which);
    float x = place_.left;
    if (setting_.compared) {
      draw_bar(picture_, {x, y - 11}, {x + 11, y}, outlined, Ink::ink);
      x += 20;
    }
    const Paragraph name = set_in(rule_name(setting_, rule), 16, true, place_.right - x, lines_in(place_));
    const float pitch = name.size * 1.25F;
    draw_lines(picture_, name, {x, y - pitch * static_cast<float>(name.lines.size() - 1)}, Align::left, pitch,
               Ink::ink);
    if (is_share(setting_.index)) whole(powers_[which], y + 10, outlined);
  }

  void whole(const Power& power, float top, bool outlined) {
    constexpr float height = 16;
    const float all = place_.right - place_.left;
    float x = place_.left;
    for (const Kind kind : kinds) {
      const std::vector<Fraction> seats = power.each(kind);
      float together = 0, least = all;
      for (const Fraction& seat : seats) {
        const float length = all * static_cast<float>(decimal_of(seat));
        together += length;
        least = std::min(least, length);
      }
      if (together <= 0) continue;
      const Ink ink = kind == elected ? Ink::soft : Ink::ink;
      const auto piece = [&](float length) {
        const float gap = std::min(2.0F, length / 3);
        draw_bar(picture_, {x, top}, {x + length - gap, top + height}, outlined, ink);
        x += length;
      };
      // Pieces too thin to be told apart are one.
      if (least < 4)
        piece(together);
      else
        for (const Fraction& seat : seats) piece(all * static_cast<float>(decimal_of(seat)));
    }
  }

  void group(const Part& group, float heading, float top) {
    const float left = place_.left, right = place_.right;
    const std::string together = is_share(setting_.index) ? this->together(group.kind) : std::string();
    const float all = right - left;
    const std::string title = words_.message(heading_of(group.kind));
    if (place_.narrow) {
      draw_lines(picture_, fitted(title, 15, true, all), {left, heading}, Align::left, 0, Ink::ink);
      if (!together.empty())
        draw_lines(picture_, fitted(together, 13, false, all), {left, heading + 18}, Align::left, 0, Ink::soft);
    } else {
      draw_lines(picture_, fitted(title, 15, true, all * 0.48F), {left, heading}, Align::left, 0, Ink::ink);
      if (!together.empty())
        draw_lines(picture_, fitted(together, 14, false, all * 0.48F), {right, heading}, Align::right, 0, Ink::soft);
    }
    const float axis = start();
    const float end = top + place_.pitch * static_cast<float>(group.rows.size());
    add(picture_, Line{{{axis - 1, top + 3}, {axis - 1, end - 3}}, 1, Ink::line});
    for (std::size_t i = 0; i < group.rows.size(); ++i)
      row(group, group.rows[i], top + place_.pitch * (static_cast<float>(i) + 0.5F));
  }

  /// What all seats of a kind have, under each rule that has such seats.
  std::string together(Kind kind) const {
    std::vector<std::string> shares;
    for (const Power& power : powers_) {
      if (power.seats(kind) == 0) continue;
      const std::optional<Fraction> share = power.together(kind);
      if (!share) return {};
      shares.push_back(percent(words_, *share));
    }
    return shares.size() == 2
               ? words_.message("plots.together_compared", {{"share", shares[0]}, {"compared", shares[1]}})
               : words_.message("plots.together", {{"share", shares[0]}});
  }

  float mark_room() const { return marked_ ? 22 : 0; }
  /// Where bars begin.
  float start() const { return place_.left + mark_room() + names_ + 10; }

  void row(const Part& group, const Row& row, float middle) {
    const float left = place_.left + mark_room();
    if (marks(row)) draw_ring(picture_, {place_.left + 8, middle});
    const Paragraph name =
        set_in(row_name(setting_, group, row), name_size(), is_bold(row), names_, row.member < 0 ? 3 : 2);
    const float pitch = name.size * 1.12F;
    draw_lines(picture_, name,
               {left, middle + name.size * 0.36F - pitch * static_cast<float>(name.lines.size() - 1) / 2}, Align::left,
               pitch, Ink::ink);
    const float room = place_.right - figure_room - start();
    const Ink ink = row.kind == elected ? Ink::soft : Ink::ink;
    const bool pair = row.seats[0] > 0 && row.seats[1] > 0;
    const float height = pair ? 11 : 14;
    for (std::size_t i = 0; i < powers_.size(); ++i) {
      if (row.seats[i] == 0) continue;
      const Fraction share = powers_[i].of(row.kind, row.member);
      const float at = middle + (!pair ? 0.0F : i == 0 ? -7.5F : 7.5F);
      float end = start();
      if (share.numerator > 0) {
        end += std::max(1.0F, room * static_cast<float>(decimal_of(share) / most_));
        draw_bar(picture_, {start(), at - height / 2}, {end, at + height / 2}, i == 1, ink);
      }
      const Paragraph figure = fitted(percent(words_, share), pair ? 13 : 14, i == 0, figure_room - 8);
      draw_lines(picture_, figure, {end + 7, at + figure.size * 0.36F}, Align::left, 0, i == 0 ? Ink::ink : Ink::soft);
    }
  }

  void foot() {
    float y = place_.foot;
    const float left = place_.left, right = place_.right;
    if (marked_) {
      draw_ring(picture_, {left + 8, y - 5});
      draw_lines(picture_,
                 fitted(words_.message(setting_.compared ? "plots.may_veto_compared" : "plots.may_veto"), 13, false,
                        right - left - 22),
                 {left + 22, y}, Align::left, 0, Ink::soft);
    }
    y += 22;
    std::string note = words_.sentences(
        words_.message(filled("plots.index.{}", name_of(setting_.index))),
        words_.message(setting_.game == Game::yes_no ? "plots.game.yes_no" : "plots.game.with_abstention"));
    if (is_share(setting_.index)) note = words_.sentences(note, words_.message("plots.whole"));
    Paragraph set = set_in(note, 13, false, right - left, place_.narrow ? 6 : 3);
    balance(set, note, right - left);
    draw_lines(picture_, set, {left, y}, Align::left, 17, Ink::soft);
  }

  Picture& picture_;
  const PowerSetting& setting_;
  const Words& words_;
  const std::vector<Part>& groups_;
  const Places& place_;
  std::vector<Power> powers_;
  bool marked_ = false;
  double most_ = 0;  ///< the largest share that has a bar
  float names_ = 0;  ///< their room
};

}  // namespace

std::string percent(const Words& words, const Fraction& share) {
  const Tenths rounded = tenths_of(share);
  const std::string number = words.message(
      "plots.percent", {{"whole", decimal(rounded.tenths / 10)}, {"tenths", decimal(rounded.tenths % 10)}});
  if (rounded.below) return words.message("plots.less", {{"share", number}});
  if (rounded.above) return words.message("plots.more", {{"share", number}});
  return number;
}

Picture power_picture(const PowerSetting& setting) {
  const std::vector<Part> groups = groups_of(setting);
  const Places place = place_of(setting, groups);
  Picture picture{.width = place.width,
                  .height = place.height,
                  .shapes = {},
                  .seats = {},
                  .right_to_left = setting.words.right_to_left};
  Drawing(picture, setting, groups, place).draw();
  mirror_since(picture, 0);
  return picture;
}

float power_height(const PowerSetting& setting) { return place_of(setting, groups_of(setting)).height; }

std::string power_told(const PowerSetting& setting) {
  const Words& words = setting.words;
  const auto found = [&](const PowerRule& rule) {
    const Power power(setting, rule);
    const auto share = [&](Kind kind) {
      return power.seats(kind) > 0 ? percent(words, power.each(kind).front()) : std::string();
    };
    const std::string name = rule_name(setting, rule), of_permanent = share(permanent), of_new = share(new_permanent),
                      of_elected = share(elected);
    return words.message(
        of_new.empty() ? "plots.power_told" : "plots.power_told_new",
        {{"rule", name}, {"permanent", of_permanent}, {"new_permanent", of_new}, {"elected", of_elected}});
  };
  std::string told = found(setting.rule);
  if (setting.compared) told = words.sentences(told, found(*setting.compared));
  return words.sentences(told, words.message(filled("plots.index.{}", name_of(setting.index))));
}

}  // namespace council
