#include "replay.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "date.h"
#include "json.h"
#include "procedural.h"

namespace council {

namespace {

/// Whether `text`, capitals or not, has `word` in it, which is written in capitals.
bool mentions(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

enum class Modality : std::uint8_t { vote, without_vote };

/// The Library writes "RECORDED" and "ADOPTED WITHOUT VOTE"; its other files also speak of consensus and acclamation.
std::optional<Modality> modality_of(std::string_view text) {
  if (mentions(text, "WITHOUT") || mentions(text, "CONSENSUS") || mentions(text, "ACCLAMATION"))
    return Modality::without_vote;
  if (mentions(text, "RECORDED") || mentions(text, "VOTE")) return Modality::vote;
  return std::nullopt;
}

/// The names of all columns of the Library's file.
constexpr std::array<std::string_view, 20> layout{
    "undl_id",   "ms_code",  "ms_name",           "permanent_member", "ms_vote",  "date",      "resolution",
    "draft",     "meeting",  "description",       "agenda",           "subjects", "vote_note", "modality",
    "total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms", "undl_link"};

std::optional<bool> truth_of(std::string_view text) {
  if (text == "True" || text == "TRUE" || text == "true") return true;
  if (text == "False" || text == "FALSE" || text == "false") return false;
  return std::nullopt;
}

/// The number that a total is; an empty one stands for none.
std::optional<int> total_of(std::string_view text) {
  if (text.empty()) return 0;
  const std::optional<int> number = take_number(text, 3);
  return text.empty() ? number : std::nullopt;
}

/// A member's three letters as a number from 0 to 26³ - 1.
std::optional<int> code_of(std::string_view text) {
  if (text.size() != 3) return std::nullopt;
  int code = 0;
  for (const char letter : text) {
    if (letter < 'A' || letter > 'Z') return std::nullopt;
    code = code * 26 + (letter - 'A');
  }
  return code;
}

/// The letters that code_of() made a number of.
std::string letters_of(int code) {
  std::string letters(3, 'A');
  for (int place = 2; place >= 0; --place, code /= 26)
    letters[static_cast<std::size_t>(place)] = static_cast<char>('A' + code % 26);
  return letters;
}

std::string text_of(const ResolutionSymbol& symbol) {
  return filled("S/RES/{}({})", symbol.number, decimal(symbol.year));
}

}  // namespace

const std::array<std::string_view, Replay::columns> Replay::column_names{
    "ms_code",           "permanent_member", "ms_vote",  "date",  "resolution", "modality",    "total_yes", "total_no",
    "total_abstentions", "total_non_voting", "total_ms", "draft", "meeting",    "description", "agenda"};

std::vector<ResolutionSymbol> built_in_procedural() {
  constexpr auto symbols = [] {
    std::array<ResolutionSymbol, opposed_procedural_decisions.size()> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = *parse_symbol(opposed_procedural_decisions[i].symbol);
    return all;
  }();
  return {symbols.begin(), symbols.end()};
}

Result<std::vector<ResolutionSymbol>> parse_procedural(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<ResolutionSymbol> symbols;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view row = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t begin = std::min(row.find_first_not_of(" \t\r"), row.size());
    row.remove_prefix(begin);
    row = row.substr(0, row.find_last_not_of(" \t\r") + 1);
    if (row.empty()) continue;
    const std::optional<ResolutionSymbol> symbol = parse_symbol(row);
    if (!symbol)
      return Error{line, static_cast<int>(begin) + 1, "", json::quoted(row),
                   "one resolution symbol, such as S/RES/87(1950)"};
    symbols.push_back(*symbol);
  }
  return symbols;
}

Replay::Replay(std::vector<ResolutionSymbol> procedural)
    : procedural_(std::move(procedural)),
      seen_(ResolutionSymbol::max_number + 1),
      skipped_(ResolutionSymbol::max_number + 1) {}

void Replay::read(std::string_view chunk, std::vector<Error>& errors) {
  decided_.clear();
  while (!unreadable() && reader_.read(chunk)) read_record(errors);
}

void Replay::finish(std::vector<Error>& errors) {
  decided_.clear();
  if (unreadable()) return;
  if (reader_.finish()) read_record(errors);
  close_group(errors);
  if (unreadable()) return;
  if (header_ == Header::awaited || !any_rows_) {
    errors.push_back({reader_.line(), reader_.column(), "", "the end of the file",
                      header_ == Header::awaited ? "a header with the names of the columns" : "rows of votes"});
    header_ = Header::unfit;
  }
}

void Replay::read_record(std::vector<Error>& errors) {
  if (header_ == Header::awaited) {
    read_header(errors);
    return;
  }
  any_rows_ = true;
  const std::vector<CsvField>& fields = reader_.fields();

  // Which resolution is it? A broken row spoils its own, if its symbol can still be read.
  std::optional<ResolutionSymbol> symbol;
  if (positions_[resolution] < fields.size()) symbol = parse_symbol(field(resolution).text);
  if (symbol && !(group_.open && group_.symbol == *symbol)) open_group(*symbol, errors);

  if (reader_.error() || fields.size() != header_fields_) {
    if (symbol) group_.fit = false;
    if (reader_.error()) {
      errors.push_back(*reader_.error());
    } else {
      const bool surplus = fields.size() > header_fields_;
      const CsvField& where = surplus ? fields[header_fields_] : fields.back();
      errors.push_back({where.line, where.column, "", filled("a row of {} fields", static_cast<int>(fields.size())),
                        filled("{}, as in the header", static_cast<int>(header_fields_))});
    }
  } else if (!symbol) {
    const CsvField& where = field(resolution);  // whose row it is cannot be told: its resolution will lack one
    errors.push_back({where.line, where.column, std::string(column_names[resolution]), json::quoted(where.text),
                      "a resolution symbol, such as S/RES/2680(2023)"});
  } else if (group_.fit) {
    read_row(errors);
  }
}

void Replay::read_header(std::vector<Error>& errors) {
  header_ = Header::unfit;
  if (reader_.error()) {
    errors.push_back(*reader_.error());
    return;
  }
  const std::vector<CsvField>& fields = reader_.fields();
  header_fields_ = fields.size();
  bool fit = true;
  for (std::size_t column = 0; column < columns; ++column) {
    const std::string name(column_names[column]);
    const auto named = [&](const CsvField& other) { return other.text == name; };
    const auto place = std::find_if(fields.begin(), fields.end(), named);
    positions_[column] = static_cast<std::size_t>(place - fields.begin());
    if (column >= needed_columns) continue;
    if (place == fields.end()) {
      // The likely culprit is a column whose name the Library does not use.
      const auto stranger = std::find_if(fields.begin(), fields.end(), [](const CsvField& other) {
        return std::find(layout.begin(), layout.end(), other.text) == layout.end();
      });
      const bool known = stranger == fields.end();
      const CsvField& where = known ? fields.front() : *stranger;
      errors.push_back({where.line, where.column, name,
                        known ? "no column of that name" : filled("the unknown column {}", json::quoted(where.text)),
                        "a column of that name"});
      fit = false;
      continue;
    }
    const auto twin = std::find_if(place + 1, fields.end(), named);
    if (twin != fields.end()) {
      errors.push_back({twin->line, twin->column, name, "a second column of that name", "one"});
      fit = false;
    }
  }
  if (fit) header_ = Header::fit;
}

void Replay::open_group(const ResolutionSymbol& symbol, std::vector<Error>& errors) {
  close_group(errors);
  group_.open = true;
  group_.fit = true;
  group_.symbol = symbol;
  group_.ballot = {};
  group_.permanent = 0;
  group_.rows = 0;
  for (std::size_t i = 0; i < columns; ++i) {
    // Not there in any row, or not in this one, which is broken: the group will not be fit.
    const bool there = positions_[i] < std::min(header_fields_, reader_.fields().size());
    const CsvField first = there ? reader_.fields()[positions_[i]] : CsvField{};
    group_.first[i] = first.text;
    group_.places[i] = {first.line, first.column};
  }
  const auto number = static_cast<std::size_t>(symbol.number);
  if (seen_[number]) {
    fault(group_.places[resolution], resolution,
          filled("{}, after the rows of resolution {} had ended", text_of(symbol), decimal(symbol.number)),
          "the rows of a resolution together, and each number once", errors);
  }
  seen_[number] = true;
}

const StandardRule& Replay::group_rule() const {
  const bool procedural = std::find(procedural_.begin(), procedural_.end(), group_.symbol) != procedural_.end();
  return *standard_rule(rule_of(group_.first[date], procedural));
}

/// One member's vote. Whatever concerns the whole resolution must be the same in all its rows.
void Replay::read_row(std::vector<Error>& errors) {
  if (group_.rows == 0) {
    const std::string_view day = field(date).text;
    if (!is_date(day)) return fault(date, "a day of the calendar, as year-month-day", errors);
    if (day < first_meeting)
      return fault(date, filled("no day before {}, the Council's first meeting", first_meeting), errors);
    std::string_view year = day.substr(0, 4);
    if (take_number(year, 4) != group_.symbol.year)
      return fault(date, filled("a day in the year of {}", text_of(group_.symbol)), errors);
    if (!modality_of(field(modality).text)) return fault(modality, "RECORDED or ADOPTED WITHOUT VOTE", errors);
    for (const Column total : {total_yes, total_no, total_abstentions, total_non_voting, total_ms})
      if (!total_of(field(total).text)) return fault(total, "a whole number", errors);
  } else {
    for (const Column same : {date, modality, total_yes, total_no, total_abstentions, total_non_voting, total_ms})
      if (field(same).text != group_.first[same])
        return fault(same,
                     filled("{}, as in the first row of {}", json::quoted(group_.first[same]), text_of(group_.symbol)),
                     errors);
  }
  read_vote(group_rule(), errors);
}

void Replay::read_vote(const StandardRule& rule, std::vector<Error>& errors) {
  const std::optional<int> code = code_of(field(ms_code).text);
  if (!code) return fault(ms_code, "a member's code of three capital letters", errors);
  const auto seated = group_.members.begin() + group_.rows;
  if (std::find(group_.members.begin(), seated, *code) != seated)
    return fault(ms_code, filled("each member once in {}", text_of(group_.symbol)), errors);
  if (group_.rows == rule.seats)
    return fault(ms_code, filled("{} members and no more, as the Council had on {}", rule.seats, group_.first[date]),
                 errors);
  const std::optional<bool> permanent = truth_of(field(permanent_member).text);
  if (!permanent) return fault(permanent_member, "True or False", errors);
  const std::string_view letter = field(ms_vote).text;
  const std::optional<Vote> vote = letter.size() == 1 ? vote_lettered(letter[0]) : std::nullopt;
  if (!vote) return fault(ms_vote, "Y, N, A or X", errors);
  if (*vote != Vote::in_favour && modality_of(group_.first[modality]) == Modality::without_vote)
    return fault(ms_vote, "Y for all, where a text was adopted without a vote", errors);

  const auto seat = static_cast<std::size_t>(group_.rows);
  group_.members[seat] = *code;
  group_.member_places[seat] = {field(permanent_member).line, field(permanent_member).column};
  group_.ballot.votes[seat] = *vote;
  if (*permanent) group_.permanent |= seat_bit(group_.rows);
  ++group_.rows;
}

void Replay::close_group(std::vector<Error>& errors) {
  if (!group_.open) return;
  if (group_.fit) check_group(group_rule(), errors);
  if (group_.fit) decide_group(group_rule());
  group_.open = false;
  const auto number = static_cast<std::size_t>(group_.symbol.number);
  if (group_.fit || skipped_[number]) return;
  skipped_[number] = true;
  ++report_.skipped;
}

/// What only all the rows together can tell.
void Replay::check_group(const StandardRule& rule, std::vector<Error>& errors) {
  const std::string symbol = text_of(group_.symbol);
  if (group_.rows != rule.seats)
    return fault(group_.places[resolution], resolution, filled("{} rows of {}", group_.rows, symbol),
                 filled("{}, as many as the Council had members on {}", rule.seats, group_.first[date]), errors);
  if (count(group_.permanent) != rule.permanent)
    return fault(group_.places[permanent_member], permanent_member,
                 filled("{} permanent members in the rows of {}", count(group_.permanent), symbol),
                 decimal(rule.permanent), errors);
  for (int seat = 0; seat < rule.seats; ++seat) {
    const auto index = static_cast<std::size_t>(seat);
    const auto member = static_cast<std::size_t>(group_.members[index]);
    const bool permanent = contains(group_.permanent, seat);
    if (permanent ? ever_elected_[member] : ever_permanent_[member])
      return fault(group_.member_places[index], permanent_member,
                   permanent ? "a permanent member that has sat as an elected one in earlier rows"
                             : "an elected member that has sat as a permanent one in earlier rows",
                   "the same throughout", errors);
  }

  std::array<int, 4> counted{};
  for (int seat = 0; seat < rule.seats; ++seat)
    ++counted[static_cast<std::size_t>(group_.ballot.votes[static_cast<std::size_t>(seat)])];
  constexpr std::array totals{total_yes, total_no, total_abstentions, total_non_voting};
  const bool voted = modality_of(group_.first[modality]) == Modality::vote;
  const bool untold = !voted && std::all_of(totals.begin(), totals.end(), [&](Column total) {
    return total_of(group_.first[total]) == 0;  // without a vote, there may be no totals at all
  });
  for (std::size_t i = 0; i < totals.size() && !untold; ++i)
    if (total_of(group_.first[totals[i]]) != counted[i])
      return fault(group_.places[totals[i]], totals[i], json::quoted(group_.first[totals[i]]),
                   filled("{}, as the rows of {} have it", counted[i], symbol), errors);
  if (total_of(group_.first[total_ms]) != group_.rows)
    return fault(group_.places[total_ms], total_ms, json::quoted(group_.first[total_ms]),
                 filled("{}, as the rows of {} have it", group_.rows, symbol), errors);
}

void Replay::decide_group(const StandardRule& rule) {
  for (int seat = 0; seat < rule.seats; ++seat) {
    auto& ever = contains(group_.permanent, seat) ? ever_permanent_ : ever_elected_;
    ever.set(static_cast<std::size_t>(group_.members[static_cast<std::size_t>(seat)]));
  }
  group_.ballot.without_vote = modality_of(group_.first[modality]) == Modality::without_vote;
  const Reason reason = settle(seat_rule(rule, group_.permanent), group_.ballot);
  ++report_.resolutions;
  report_.without_vote += reason == Reason::without_vote ? 1 : 0;
  if (outcome_of(reason) == Outcome::adopted)
    ++report_.agree;
  else
    report_.disagreements.push_back(
        {text_of(group_.symbol), group_.first[date], Outcome::adopted, outcome_of(reason), reason});

  DecidedResolution& told = decided_.emplace_back();
  told.symbol = text_of(group_.symbol);
  told.date = group_.first[date];
  told.draft = group_.first[draft];
  told.meeting = group_.first[meeting];
  told.description = group_.first[description];
  told.agenda = group_.first[agenda];
  told.rule = rule.id;
  for (int seat = 0; seat < rule.seats; ++seat)
    told.members += letters_of(group_.members[static_cast<std::size_t>(seat)]);
  told.permanent = group_.permanent;
  told.ballot = group_.ballot;
  told.reason = reason;
}

/// Reports a fault of the resolution in hand.
void Replay::fault(Place place, Column column, std::string found, std::string expected, std::vector<Error>& errors) {
  errors.push_back(
      {place.line, place.column, std::string(column_names[column]), std::move(found), std::move(expected)});
  group_.fit = false;
}

/// Reports a field of the row in hand.
void Replay::fault(Column column, std::string expected, std::vector<Error>& errors) {
  fault({field(column).line, field(column).column}, column, json::quoted(field(column).text), std::move(expected),
        errors);
}

}  // namespace council
