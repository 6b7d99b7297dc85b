#include "vetoes_plot.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene.h"
#include "typesetting.h"

namespace council {

namespace {

constexpr int members = static_cast<int>(permanent_codes.size());
constexpr float narrow_below = 620;
constexpr float soft_opacity = 0.38F;
constexpr int first_decade = (first_year + 9) / 10 * 10;

/// Texts that a member vetoed in a year.
struct Vetoes {
  int alone = 0;
  int with_others = 0;

  int all() const { return alone + with_others; }
};

/// Those of a member, by year since the first.
std::vector<Vetoes> vetoes_of(const VetoIndex& index, int member) {
  std::vector<Vetoes> years(static_cast<std::size_t>(index.last_year() - first_year + 1));
  for (const VetoedText& text : index.texts) {
    if (!contains(text.vetoed_by, member)) continue;
    Vetoes& year = years[static_cast<std::size_t>(year_of(text.date) - first_year)];
    ++(count(text.vetoed_by) == 1 ? year.alone : year.with_others);
  }
  return years;
}

int most_of(const std::vector<Vetoes>& years) {
  int most = 0;
  for (const Vetoes& year : years) most = std::max(most, year.all());
  return most;
}

/// The members, the one with most vetoes first; of equals, the first by code.
std::array<int, members> by_number(const VetoIndex& index) {
  std::array<int, members> order{};
  for (int member = 0; member < members; ++member) {
    int at = member;
    for (; at > 0 && vetoes_by(index, order[static_cast<std::size_t>(at - 1)]) < vetoes_by(index, member); --at)
      order[static_cast<std::size_t>(at)] = order[static_cast<std::size_t>(at - 1)];
    order[static_cast<std::size_t>(at)] = member;
  }
  return order;
}

std::string_view code_of(int member) { return permanent_codes[static_cast<std::size_t>(member)]; }

bool has_former_name(int member) { return code_of(member) == "RUS" || code_of(member) == "CHN"; }

/// The name under which it cast vetoes before; empty where it had no other.
std::string former_name(const Words& words, int member) {
  return has_former_name(member) ? words.message(filled("plots.before.{}", code_of(member))) : std::string();
}

/// What the plot says first takes so many lines.
constexpr float lead_pitch = 20;
std::size_t lead_lines(float width) { return width < narrow_below ? 3 : width < 800 ? 2 : 1; }

float column_of(const VetoesLayout& layout, int year) {
  return layout.left + layout.column * static_cast<float>(year - first_year);
}

class Drawing {
 public:
  Drawing(Picture& picture, const VetoesSetting& setting, const VetoesLayout& layout, const VetoesScene& scene)
      : picture_(picture),
        index_(setting.index),
        words_(setting.words),
        layout_(layout),
        scene_(scene),
        from_(scene.highlight.from > 0 ? scene.highlight.from : first_year),
        to_(scene.highlight.from > 0 ? scene.highlight.to : setting.index.last_year()) {}

  void draw() {
    head();
    years();
    for (const VetoRow& row : layout_.rows) this->row(row);
    foot();
  }

 private:
  float margin() const { return layout_.width < 360 ? 8 : 16; }
  float edge() const { return layout_.width - margin(); }
  bool is_lit(int member) const { return scene_.highlight.member < 0 || scene_.highlight.member == member; }
  bool is_lit(int member, int year) const { return is_lit(member) && from_ <= year && year <= to_; }

  float middle_of(int year) const { return column_of(layout_, year) + layout_.column / 2; }

  /// A block, its lower left corner at `at`.
  void block(Point at, float width, float height, bool alone, bool lit) {
    // As thin as the smallest blocks can bear.
    const float stroke = std::clamp(width * 0.2F, 0.7F, 1.25F);
    const Point from{at.x, at.y - height}, to{at.x + width, at.y};
    Shape& shape = add(picture_, alone ? Box{from, to, 0.5F, Ink::ink}
                                       : Box{from, to, width < 6 ? 0.0F : 0.5F, Ink::none, Ink::ink, stroke});
    if (!lit) shape.opacity = soft_opacity;
  }

  /// How many texts there are, and what the blocks mean.
  void head() {
    const float left = margin(), room = edge() - left;
    const int n = static_cast<int>(index_.texts.size());
    const std::string text = words_.plural("plots.vetoed_texts", n, {{"n", decimal(n)}, {"year", decimal(first_year)}});
    Paragraph lead = set_in(text, 15, false, room, lead_lines(layout_.width));
    balance(lead, text, room);
    constexpr float pitch = lead_pitch;
    const float last = pitch * static_cast<float>(lead_lines(layout_.width));
    draw_lines(picture_, lead, {left, last - pitch * static_cast<float>(lead.lines.size() - 1)}, Align::left, pitch,
               Ink::ink);
    float x = left, y = last + 28;
    for (const bool alone : {true, false}) {
      block({x, y}, 11, 8, alone, true);
      const Paragraph key = fitted(words_.message(alone ? "plots.alone" : "plots.with_others"), 13, false,
                                   layout_.narrow ? room - 20 : room / 2 - 30);
      draw_lines(picture_, key, {x + 18, y + 0.5F}, Align::left, 0, Ink::soft);
      if (layout_.narrow)
        y += 20;
      else
        x += 18 + width_of(key) + 24;
    }
  }

  /// The numbers of the decades as they fit, and the highlighted years.
  void years() {
    const float bottom = layout_.rows.back().baseline;
    const float size = layout_.narrow ? 12 : 13;
    const float width = text_width("0000", size, false);
    const int step = width * 1.35F <= layout_.column * 10 ? 10 : width * 1.35F <= layout_.column * 20 ? 20 : 50;
    for (int year = first_decade; year <= index_.last_year(); year += 10) {
      const float x = middle_of(year);
      add(picture_, Line{{{x, bottom + 1}, {x, bottom + 5}}, 1, Ink::soft});
      if ((year - first_decade) % step == 0 && x + width / 2 <= edge())
        draw_text(picture_, {x, layout_.axis}, Align::centre, size, false, Ink::soft, decimal(year));
    }
    if (scene_.highlight.from > 0) {
      const float a = column_of(layout_, std::clamp(from_, first_year, index_.last_year()));
      const float b = column_of(layout_, std::clamp(to_, first_year, index_.last_year())) + layout_.column;
      add(picture_, Box{{a, bottom + 1.5F}, {std::max(b, a + 2), bottom + 4.5F}, 0, Ink::ink});
    }
  }

  /// The decades behind a row, but not behind words.
  void decades(const VetoRow& row, float from, float to) {
    for (int year = first_decade; year <= index_.last_year(); year += 10) {
      const float x = middle_of(year);
      if (x <= from || x >= to) {
        add(picture_, Line{{{x, row.baseline - stack(row.member)}, {x, row.baseline}}, 1, Ink::line}).opacity = 0.6F;
      }
    }
  }

  void row(const VetoRow& row) {
    const std::vector<Vetoes> years = vetoes_of(index_, row.member);
    const float left = margin(), baseline = row.baseline;
    const bool lit = is_lit(row.member);
    const Ink ink = lit ? Ink::ink : Ink::soft;
    add(picture_, Line{{{layout_.left, baseline + 0.5F}, {layout_.right, baseline + 0.5F}}, 1, Ink::line});

    // Its name, the one that it had before, its number.
    const std::string name = words_.message(filled("plots.member.{}", code_of(row.member)));
    const float name_room = layout_.narrow ? edge() - left - 90 : layout_.left - left - 12;
    const std::string former_text = former_name(words_, row.member);
    const float former_room = layout_.narrow ? edge() - left : name_room;
    Paragraph former = set_in(former_text, 12, false, former_room, layout_.narrow ? 1 : 2);
    balance(former, former_text, former_room);
    const auto lines = static_cast<float>(former.lines.size());
    constexpr float pitch = 15;
    const float y = layout_.narrow ? baseline - stack(row.member) - (lines > 0 ? 27.0F : 10.0F)
                                   : baseline - (lines > 0 ? 2 + pitch * lines : 0);
    draw_lines(picture_, fitted(name, 15, true, name_room), {left, y}, Align::left, 0, ink);
    draw_lines(picture_, former, {left, y + 17}, Align::left, pitch, Ink::soft);
    number(row, lit, layout_.narrow ? y : baseline);

    emptiness(row, years);
    // Alone below, with others on top.
    const float gap = layout_.column * 0.2F, width = layout_.column - gap;
    const float height = layout_.block * (layout_.narrow ? 0.78F : 0.75F);
    int year = first_year;
    for (const Vetoes& vetoes : years) {
      for (int i = 0; i < vetoes.all(); ++i)
        block({column_of(layout_, year) + gap / 2, baseline - 1 - layout_.block * static_cast<float>(i)}, width, height,
              i < vetoes.alone, is_lit(row.member, year));
      ++year;
    }
    hovered(row, years);
  }

  float stack(int member) const {
    return std::max(min_target - 20, layout_.block * static_cast<float>(most_of(vetoes_of(index_, member))));
  }

  void number(const VetoRow& row, bool lit, float baseline) {
    const int all = vetoes_by(index_, row.member);
    std::string text = decimal(all);
    const bool part = lit && scene_.highlight.from > 0;
    if (part)
      text = words_.message("plots.of_all", {{"n", decimal(vetoes_by(index_, row.member, from_, to_))}, {"all", text}});
    const float room = layout_.narrow ? 84 : edge() - layout_.right - 8;
    draw_lines(picture_,
               fitted(text,
                      part             ? 15
                      : layout_.narrow ? 18
                                       : 22,
                      true, room),
               {edge(), baseline}, Align::right, 0, lit ? Ink::ink : Ink::soft);
  }

  /// What a long emptiness means, where it has room for the words. Not so before a member's first veto: a list that
  /// begins late would make that untrue.
  void emptiness(const VetoRow& row, const std::vector<Vetoes>& years) {
    constexpr int long_time = 15;
    constexpr float size = 12;
    const auto last = std::find_if(years.rbegin(), years.rend(), [](const Vetoes& vetoes) { return vetoes.all() > 0; });
    const int since = static_cast<int>(last - years.rbegin());
    const int year = index_.last_year() - since;
    float from = layout_.width, to = from;
    if (last != years.rend() && since >= long_time) {
      const std::string text = words_.message("plots.none_since", {{"year", decimal(year)}});
      const float at = column_of(layout_, year + 1) + 8, width = text_width(text, size, false);
      if (at + width <= layout_.right) {
        draw_text(picture_, {at, row.baseline - 6}, Align::left, size, false, Ink::soft, text);
        from = at - 3;
        to = at + width + 3;
      }
    }
    decades(row, from, to);
  }

  /// The year under the pointer: its number of vetoes, below the line.
  void hovered(const VetoRow& row, const std::vector<Vetoes>& years) {
    const int year = scene_.hovered.year;
    if (scene_.hovered.member != row.member || year < first_year || year > index_.last_year()) return;
    const float middle = middle_of(year);
    const float tall = layout_.block * static_cast<float>(years[static_cast<std::size_t>(year - first_year)].all());
    add(picture_, Box{{middle - layout_.column / 2 - 1.5F, row.baseline - tall - 2},
                      {middle + layout_.column / 2 + 1.5F, row.baseline + 1.5F},
                      1,
                      Ink::none,
                      Ink::ink,
                      1});
    const int n = years[static_cast<std::size_t>(year - first_year)].all();
    const Paragraph text = fitted(words_.message("plots.in_year", {{"year", decimal(year)}, {"n", decimal(n)}}), 13,
                                  true, layout_.right - layout_.left);
    const float half = width_of(text) / 2;
    const Point at{
        std::clamp(middle, layout_.left + half + 3, std::max(layout_.left + half + 3, layout_.right - half - 3)),
        row.baseline + 15};
    add(picture_, Box{{at.x - half - 3, at.y - 12}, {at.x + half + 3, at.y + 4}, 2, Ink::paper});
    draw_lines(picture_, text, at, Align::centre, 0, Ink::ink);
  }

  void foot() {
    std::string publishers;
    std::string_view last;
    for (const Source& source : index_.sources) {
      if (source.publisher == last) continue;
      last = source.publisher;
      publishers = publishers.empty() ? std::string(last)
                                      : words_.message("plots.publishers", {{"first", publishers}, {"rest", last}});
    }
    const std::string text = words_.message("plots.sources", {{"sources", publishers}, {"date", index_.as_of}});
    Paragraph foot = set_in(text, 13, false, edge() - margin(), layout_.narrow ? 4 : 2);
    balance(foot, text, edge() - margin());
    draw_lines(picture_, foot, {margin(), layout_.axis + 30}, Align::left, 17, Ink::soft);
  }

  Picture& picture_;
  const VetoIndex& index_;
  const Words& words_;
  const VetoesLayout& layout_;
  const VetoesScene& scene_;
  int from_, to_;  ///< the highlighted years
};

}  // namespace

VetoesLayout vetoes_layout(const VetoesSetting& setting) {
  const VetoIndex& index = setting.index;
  VetoesLayout layout;
  layout.width = std::max(setting.width, least_width);
  layout.right_to_left = setting.words.right_to_left;
  layout.narrow = layout.width < narrow_below;
  const float margin = layout.width < 360 ? 8 : 16;
  layout.left = layout.narrow ? margin : margin + std::min(layout.width * 0.2F, 176.0F);
  layout.right = layout.narrow ? layout.width - margin : layout.width - margin - 64;
  layout.column = (layout.right - layout.left) / static_cast<float>(index.last_year() - first_year + 1);
  layout.block = layout.narrow ? 5.5F : 8.0F;

  float y = lead_pitch * static_cast<float>(lead_lines(layout.width)) + (layout.narrow ? 66.0F : 48.0F);
  for (const int member : by_number(index)) {
    const float stack = layout.block * static_cast<float>(most_of(vetoes_of(index, member)));
    VetoRow row{.member = member, .baseline = 0, .name_from = {}, .name_to = {}, .from = {}, .to = {}};
    if (layout.narrow) {
      const float head = has_former_name(member) ? 44 : 27;
      row.name_from = {margin, y};
      row.name_to = {layout.width - margin, y + head};
      row.from = {layout.left, y + head};
      row.baseline = y + head + std::max(min_target - 20, stack);
    } else {
      row.from = {layout.left, y};
      row.baseline = y + std::max(has_former_name(member) ? 50.0F : 36.0F, stack + 4);
    }
    y = row.baseline + (layout.narrow ? 20.0F : 18.0F);
    row.to = {layout.right, y};
    if (!layout.narrow) {
      row.name_from = {margin, std::max(row.from.y, row.baseline - 50)};
      row.name_to = {layout.left - 4, y};
    }
    layout.rows.push_back(row);
  }
  layout.axis = layout.rows.back().baseline + 19;
  layout.height = std::ceil(layout.axis + 30 + (layout.narrow ? 51.0F : 17.0F) + 8);
  if (layout.right_to_left)
    for (VetoRow& row : layout.rows)
      for (const auto& [from, to] : {std::pair(&row.name_from, &row.name_to), std::pair(&row.from, &row.to)}) {
        const float left = layout.width - to->x;
        to->x = layout.width - from->x;
        from->x = left;
      }
  return layout;
}

Picture drawn(const VetoesSetting& setting, const VetoesLayout& layout, const VetoesScene& scene) {
  Picture picture{
      .width = layout.width, .height = layout.height, .shapes = {}, .seats = {}, .right_to_left = layout.right_to_left};
  Drawing(picture, setting, layout, scene).draw();
  mirror_since(picture, 0);
  return picture;
}

Picture vetoes_picture(const VetoesSetting& setting, const VetoesScene& scene) {
  return drawn(setting, vetoes_layout(setting), scene);
}

VetoPress pressed_at(const VetoesSetting& setting, const VetoesLayout& layout, Point at) {
  const auto holds = [&](Point from, Point to) {
    return from.x <= at.x && at.x < to.x && from.y <= at.y && at.y < to.y;
  };
  for (const VetoRow& row : layout.rows) {
    if (holds(row.name_from, row.name_to)) return {.member = row.member, .year = 0};
    if (!holds(row.from, row.to)) continue;
    const float x = layout.right_to_left ? layout.width - at.x : at.x;
    VetoPress nearest{.member = row.member, .year = 0};
    float least = layout.width;
    int year = first_year;
    for (const Vetoes& vetoes : vetoes_of(setting.index, row.member)) {
      const float distance = std::abs(column_of(layout, year) + layout.column / 2 - x);
      if (vetoes.all() > 0 && distance < least) {
        least = distance;
        nearest.year = year;
      }
      ++year;
    }
    return nearest;
  }
  return {};
}

std::string text_of(VetoPress press) {
  if (press.member < 0) return {};
  const std::string_view code = code_of(press.member);
  return press.year > 0 ? filled("{} {}", code, decimal(press.year)) : std::string(code);
}

Result<VetoHighlight> parse_highlight(std::string_view text) {
  VetoHighlight highlight;
  const std::string_view whole = text;
  const auto wrong = [&] {
    return Error{
        .line = 1,
        .column = 1,
        .field = {},
        .found = json::quoted(whole),
        .expected = "a permanent member's code, a year or two with a hyphen between them, or both: RUS 1946-1965"};
  };
  const auto year = [](std::string_view digits) {
    const bool good =
        digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return good ? year_of(digits) : 0;
  };
  while (!text.empty()) {
    const std::string_view part = next_name(text);
    if (const int member = permanent_place(part); member >= 0 && highlight.member < 0) {
      highlight.member = member;
      continue;
    }
    const std::size_t hyphen = std::min(part.find('-'), part.size());
    const int from = year(part.substr(0, hyphen));
    const int to = hyphen == part.size() ? from : year(part.substr(hyphen + 1));
    if (highlight.from > 0 || from < first_year || to < from || to > limits::last_year) return wrong();
    highlight.from = from;
    highlight.to = to;
  }
  return highlight;
}

std::string vetoes_told(const VetoesSetting& setting) {
  const Words& words = setting.words;
  std::vector<std::string> numbers;
  for (const int member : by_number(setting.index))
    numbers.push_back(
        words.message("plots.vetoes_of", {{"member", words.message(filled("plots.member.{}", code_of(member)))},
                                          {"n", decimal(vetoes_by(setting.index, member))}}));
  const std::vector<std::string_view> views(numbers.begin(), numbers.end());
  const int n = static_cast<int>(setting.index.texts.size());
  return words.plural("plots.vetoes_told", n,
                      {{"n", decimal(n)}, {"year", decimal(first_year)}, {"members", words.list(views)}});
}

}  // namespace council
