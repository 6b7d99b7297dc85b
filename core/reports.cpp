#include "reports.h"

namespace council {

namespace {

std::vector<Kind> without_empty(std::vector<Kind> kinds) {
  std::erase_if(kinds, [](const Kind& kind) { return kind.members == 0; });
  return kinds;
}

}  // namespace

void write_count(json::Writer& writer, const BallotCount& ballots) {
  const auto number = [&](std::string_view key, std::uint64_t value) { writer.key(key).string(text_of(Wide{value})); };
  writer.begin_object();
  number("adopting", ballots.adopting);
  number("total", ballots.total);
  writer.key("by_reason").begin_object();
  number(name_of(Reason::majority), ballots.adopting);
  number(name_of(Reason::insufficient_votes), ballots.insufficient_votes);
  number(name_of(Reason::veto), ballots.vetoed);
  writer.end_object();
  writer.end_object();
}

std::vector<Kind> kinds_of(const StandardRule& standard) {
  const Rule rule = seat_rule(standard);
  const int elected = standard.seats - standard.permanent - standard.new_permanent;
  return without_empty({{"permanent", standard.permanent, standing_of(rule, 0)},
                        {"new_permanent", standard.new_permanent, standing_of(rule, standard.permanent)},
                        {"elected", elected, standing_of(rule, standard.seats - 1)}});
}

std::vector<Kind> kinds_of(const Rule& rule) {
  std::vector<Kind> kinds{
      {"holder", 0, Standing::holder}, {"other", 0, Standing::other}, {"party", 0, Standing::party}};
  for (int seat = 0; seat < rule.seats; ++seat) ++kinds[static_cast<std::size_t>(standing_of(rule, seat))].members;
  return without_empty(std::move(kinds));
}

Powers powers_of(const Rule& rule, Game game) {
  Powers powers{.game = game, .yes_no = {}, .with_abstention = {}};
  if (game == Game::yes_no)
    powers.yes_no = yes_no_powers(rule);
  else
    powers.with_abstention = abstention_powers(rule);
  return powers;
}

std::vector<Figure> figures_of(const Powers& powers, Standing standing) {
  if (powers.game == Game::yes_no) {
    const YesNoPower& power = powers.yes_no.of(standing);
    return {{"shapley_shubik", &power.shapley_shubik},
            {"banzhaf", &power.banzhaf},
            {"banzhaf_absolute", &power.banzhaf_absolute},
            {"swings", nullptr, power.swings},
            {"coleman_prevent", &power.coleman_prevent},
            {"coleman_initiate", &power.coleman_initiate},
            {"deegan_packel", &power.deegan_packel},
            {"holler", &power.holler},
            {"johnston", &power.johnston}};
  }
  const AbstentionPower& power = powers.with_abstention.of(standing);
  return {{"shapley_shubik", &power.shapley_shubik},
          {"banzhaf", &power.banzhaf},
          {"banzhaf_absolute", &power.banzhaf_absolute},
          {"critical", nullptr, power.critical}};
}

std::vector<Figure> figures_of_all(const Powers& powers) {
  if (powers.game == Game::with_abstention) return {};
  return {{"coleman_act", &powers.yes_no.coleman_act}};
}

void write_power(json::Writer& writer, const Powers& powers, const std::vector<Kind>& kinds, Decimal digits_of) {
  const auto write = [&](const std::vector<Figure>& figures) {
    for (const Figure& figure : figures) {
      writer.key(figure.key);
      if (!figure.fraction) {
        writer.number(text_of(Wide{figure.number}));
        continue;
      }
      writer.string(text_of(*figure.fraction));
      if (digits_of) writer.key(filled("{}_decimal", figure.key)).number(digits_of(*figure.fraction));
    }
  };
  writer.begin_object();
  writer.key("kinds").begin_object();
  for (const Kind& kind : kinds) {
    writer.key(kind.name).begin_object();
    writer.key("count").integer(kind.members);
    write(figures_of(powers, kind.standing));
    writer.end_object();
  }
  writer.end_object();
  write(figures_of_all(powers));
  writer.end_object();
}

void write_replay(json::Writer& writer, const ReplayReport& report, bool with_skipped) {
  using Entries = json::Writer::Entries;
  const auto number = [&](std::string_view key, auto value) {
    writer.key(key).number(text_of(static_cast<Wide>(value)));
  };
  writer.begin_object(Entries::on_one_line);
  number("resolutions", report.resolutions);
  number("agree", report.agree);
  number("disagree", report.disagreements.size());
  number("without_vote", report.without_vote);
  if (with_skipped) number("skipped", report.skipped);
  writer.key("disagreements").begin_array(Entries::on_lines);
  for (const Disagreement& one : report.disagreements) {
    writer.begin_object(Entries::on_one_line);
    writer.key("resolution").string(one.resolution);
    writer.key("date").string(one.date);
    writer.key("expected").string(name_of(one.expected));
    writer.key("got").string(name_of(one.got));
    writer.key("reason").string(name_of(one.reason));
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

}  // namespace council
