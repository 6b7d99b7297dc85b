#include "vetoes.h"

#include <algorithm>

namespace council {

namespace {

using json::Kind;

/// Takes the part of a text before the first of a separator off it, and that one, too.
std::string_view next_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// A number of one or two digits, without a zero before it; -1 where it is none.
int small_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 2 || (digits.size() == 2 && digits.front() == '0')) return -1;
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Reads what a plot shows.
class PlotReader : public FieldReader {
 public:
  using FieldReader::FieldReader;

  bool plot(VetoIndex& out) {
    return shape() && day(root(), "as_of", out.as_of) && publishers(field(root(), "sources"), out.sources) &&
           texts(field(root(), "texts"), out);
  }

 protected:
  bool shape() { return object(root(), "schema as_of sources matters texts $schema?"); }

  /// A day that a plot has room for.
  bool day(const Value& parent, const char* name, std::string_view& out) {
    if (!date(parent, name, out)) return false;
    const int year = year_of(out);
    return (year >= first_year && year <= limits::last_year) ||
           wrong(field(parent, name), filled("a day from {} to {}", first_year, decimal(limits::last_year)));
  }

  bool texts(const Value& value, VetoIndex& out) {
    if (!array(value, 1, limits::vetoed_texts, "texts")) return false;
    out.texts = std::vector<VetoedText>(static_cast<std::size_t>(value.size()));
    auto text = out.texts.begin();
    std::string_view before;
    for (const Value& item : value) {
      if (!object(item, "date draft? record vetoed_by tally? matter?") || !day(item, "date", text->date)) return false;
      if (text->date < before)
        return wrong(field(item, "date"), filled("no day before {}, as texts are by date", before));
      if (text->date > out.as_of) return wrong(field(item, "date"), filled("no day after as_of, {}", out.as_of));
      if (!vetoed_by(field(item, "vetoed_by"), text->vetoed_by)) return false;
      before = text->date;
      ++text;
    }
    return true;
  }

 private:
  bool publishers(const Value& value, std::vector<Source>& out) {
    if (!array(value, 1, limits::sources, "sources")) return false;
    out = std::vector<Source>(static_cast<std::size_t>(value.size()));
    auto source = out.begin();
    for (const Value& item : value)
      if (!object(item, "title publisher date url") || !string(item, "publisher", limits::line, source++->publisher))
        return false;
    return true;
  }

  bool vetoed_by(const Value& value, Seats& out) {
    constexpr const char* expected = "one or more of CHN FRA GBR RUS USA, in that order, with blanks between them";
    if (value.kind != Kind::string || value.text.empty() || value.text.back() == ' ') return wrong(value, expected);
    int last = -1;
    for (std::string_view rest = value.text; !rest.empty();) {
      const int member = permanent_place(next_part(rest, ' '));
      if (member <= last) return wrong(value, expected);
      out |= seat_bit(member);
      last = member;
    }
    return true;
  }
};

/// Reads the rest.
class IndexReader : public PlotReader {
 public:
  using PlotReader::PlotReader;

  bool index(VetoIndex& out) {
    return shape() && schema() && day(root(), "as_of", out.as_of) && sources(field(root(), "sources"), out.sources) &&
           matters(field(root(), "matters"), out.matters) && texts(field(root(), "texts"), out) && details(out);
  }

 private:
  bool schema() {
    const Value& schema = field(root(), "schema");
    if (schema.kind != Kind::number || schema.text != "1") return wrong(schema, "1");
    std::string_view text;
    const Value* const address = optional(root(), "$schema");
    return !address || string(*address, limits::address, text);
  }

  bool matters(const Value& value, std::vector<std::string_view>& out) {
    if (!array(value, 1, limits::matters, "matters")) return false;
    out.reserve(static_cast<std::size_t>(value.size()));
    for (const Value& item : value) {
      const std::string_view matter = item.text;
      // As keys of words are.
      if (item.kind != Kind::string || matter.empty() || matter.size() > limits::symbol ||
          !std::all_of(matter.begin(), matter.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }))
        return wrong(item, filled("lower-case letters and underscores, at most {}", limits::symbol));
      if (std::find(out.begin(), out.end(), matter) != out.end()) return wrong(item, "each matter once");
      out.push_back(matter);
    }
    return true;
  }

  bool details(VetoIndex& out) {
    auto text = out.texts.begin();
    for (const Value& item : field(root(), "texts")) {
      const Value* const draft = optional(item, "draft");
      if ((draft && !string(*draft, limits::symbol, text->draft)) ||
          !string(item, "record", limits::symbol, text->record) || !tally(optional(item, "tally"), *text) ||
          !matter(optional(item, "matter"), out, text->matter))
        return false;
      ++text;
    }
    return true;
  }

  bool tally(const Value* value, VetoedText& text) {
    if (!value) return true;
    int votes[3];
    std::string_view rest = value->kind == Kind::string ? value->text : std::string_view();
    for (int& number : votes) number = small_number(next_part(rest, '-'));
    if (std::count(votes, votes + 3, -1) > 0 || !rest.empty() || value->text.back() == '-')
      return wrong(*value, "votes in favour, against and abstaining, as in \"13-1-1\"");
    // Amended in 1963, in force since 31 August 1965; the Council of fifteen first met in January 1966.
    const int members = text.date < "1966" ? 11 : 15;
    if (votes[0] + votes[1] + votes[2] != members)
      return wrong(*value, filled("{} votes, those of all members in that year", members));
    const int vetoes = count(text.vetoed_by);
    if (votes[1] < vetoes) return wrong(*value, filled("{} or more against, as so many vetoed the text", vetoes));
    text.tally = {votes[0], votes[1], votes[2]};
    return true;
  }

  bool matter(const Value* value, const VetoIndex& index, std::string_view& out) {
    if (!value) return true;
    const auto known = std::find(index.matters.begin(), index.matters.end(), value->text);
    if (value->kind != Kind::string || known == index.matters.end()) return wrong(*value, "one of the file's matters");
    out = *known;
    return true;
  }
};

/// Reads with one of the readers above.
template <class Reader>
Result<VetoIndex> read(std::string_view text, bool (Reader::*whole)(VetoIndex&)) {
  Result<json::Document> document = json::parse(text);
  if (!document) return std::move(document).error();
  VetoIndex index;
  index.document = std::move(document.value());
  Reader reader(text, index.document.root());
  if (!(reader.*whole)(index)) return std::move(reader).error();
  return index;
}

}  // namespace

int vetoes_by(const VetoIndex& index, int member, int from, int to) {
  return static_cast<int>(std::count_if(index.texts.begin(), index.texts.end(), [=](const VetoedText& text) {
    const int year = year_of(text.date);
    return contains(text.vetoed_by, member) && from <= year && year <= to;
  }));
}

Result<VetoIndex> parse_vetoes(std::string_view text) { return read(text, &IndexReader::index); }
Result<VetoIndex> parse_vetoes_plot(std::string_view text) { return read(text, &PlotReader::plot); }

}  // namespace council
