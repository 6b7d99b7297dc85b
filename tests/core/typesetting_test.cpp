// Texts without a text engine: widths, where lines break, and what becomes of a text that has no room.
#include "core/picture/typesetting.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace council;

namespace {

using Lines = std::vector<std::string>;

/// Broken where so many Chinese characters, of 1 em each, have room.
Lines broken_at(std::string_view text, float characters) { return broken(text, 1, false, characters); }

}  // namespace

TEST_CASE("widths: letters as the fonts have them, and a stated one for those that they lack") {
  CHECK(text_width("", 15, false) == 0);
  CHECK(text_width("Malta", 30, false) == doctest::Approx(2 * text_width("Malta", 15, false)));
  CHECK(text_width("Malta", 15, true) > text_width("Malta", 15, false));
  CHECK(text_width("ii", 15, false) < text_width("W", 15, false));
  CHECK(text_width("é", 100, false) == doctest::Approx(text_width("e", 100, false)).epsilon(0.02));
  CHECK(text_width("…", 100, false) > text_width(".", 100, false));
  CHECK(text_width("e\u0301", 100, false) == text_width("e", 100, false));  // a combining accent
  CHECK(text_width("安理会", 10, false) == 30);
  CHECK(text_width("，", 10, true) == 10);
  // Arabic letters are as wide as the shapes that they have beside each other; others of the script about as Latin
  // ones.
  CHECK(text_width("مجلس", 10, false) == text_width("\uFEE3\uFEA0\uFEE0\uFEB2", 10, false));
  CHECK(text_width("س", 10, false) > text_width("\uFEB3", 10, false));
  CHECK(text_width("\uFB50\uFBD3\uFDF0\uFE70", 10, false) == doctest::Approx(4 * 6.2));
  CHECK(text_width("Ж", 10, false) > text_width("и", 10, false));
  CHECK(text_width("Ω", 10, false) == doctest::Approx(6.2));
  CHECK(line_height_of(false) == doctest::Approx(1.21).epsilon(0.01));
  CHECK(line_height_of(true) == doctest::Approx(1.21).epsilon(0.01));
  // Text that breaks off within a character is read to its end, and no further.
  CHECK(std::isfinite(text_width(std::string_view("\xE5\xAE", 2), 10, false)));
}

TEST_CASE("joined letters are told from others") {
  for (const char* const text : {"نقض", "S/2024 \uFEE3", "\uFB50"}) CHECK(has_joined_letters(text));
  for (const char* const text : {"", "VETOED", "否决", "ВЕТО", "Çå"}) CHECK_FALSE(has_joined_letters(text));
}

TEST_CASE("Latin, Cyrillic and Arabic lines break at spaces, and after hyphens that join words") {
  CHECK(broken("Сьерра-Леоне", 15, false, 1000) == Lines{"Сьерра-Леоне"});
  CHECK(broken("Сьерра-Леоне", 15, false, 70) == Lines{"Сьерра-", "Леоне"});
  CHECK(broken("Royaume-Uni", 15, false, 70) == Lines{"Royaume-", "Uni"});
  CHECK(broken("S/PV.9591-2 A/77-5", 15, false, 10) == Lines{"S/PV.9591-2", "A/77-5"});
  CHECK(broken("United Kingdom", 15, false, 1000) == Lines{"United Kingdom"});
  CHECK(broken("United Kingdom", 15, false, 70) == Lines{"United", "Kingdom"});
  CHECK(broken("Liechtenstein", 15, false, 20) == Lines{"Liechtenstein"});
  CHECK(broken("Соединённое Королевство", 15, false, 110) == Lines{"Соединённое", "Королевство"});
  CHECK(broken("المملكة المتحدة", 15, false, 80) == Lines{"المملكة", "المتحدة"});
  CHECK(broken("", 15, false, 80).empty());
}

TEST_CASE("Russian words are parted between syllables, where they may be, as late as there is room") {
  const auto parted = [](std::string_view text, float width) { return broken(text, 10, false, width, true); };
  CHECK(parted("Великобритания", 1000) == Lines{"Великобритания"});
  CHECK(parted("Великобритания", 55) == Lines{"Велико-", "британия"});
  CHECK(parted("Люксембург", 55) == Lines{"Люксем-", "бург"});
  CHECK(parted("Мозамбик", 45) == Lines{"Мозам-", "бик"});
  CHECK(parted("Южная Великобритания", 55) == Lines{"Южная", "Велико-", "британия"});
  // Three letters or more on either side; nothing of another script; nothing unless asked.
  for (const std::string_view whole : {"Мали", "Япония", "Liechtenstein", "Азия", "ООН", ""}) {
    CAPTURE(whole);
    CHECK(parted(whole, 12).size() <= 2);
    for (const std::string& line : parted(whole, 12)) CHECK(characters_of(line) >= std::min(3, characters_of(whole)));
  }
  CHECK(parted("Liechtenstein", 20) == Lines{"Liechtenstein"});
  CHECK(broken("Великобритания", 10, false, 55) == Lines{"Великобритания"});
  // What breaks off within a character is read to its end, and no further.
  CHECK(parted(std::string_view("Великобритания", 21), 40).size() > 1);
}

TEST_CASE("Chinese lines break between characters, but not beside what closes or opens") {
  CHECK(broken_at("安全理事会", 2) == Lines{"安全", "理事", "会"});
  CHECK(broken_at("安全理事会", 2.5F) == Lines{"安全", "理事", "会"});
  CHECK(broken_at("表决，通过。", 3) == Lines{"表决，", "通过。"});
  CHECK(broken_at("表决，通过。", 2) == Lines{"表", "决，", "通", "过。"});
  CHECK(broken_at("关于「朝鲜」的决议", 3) == Lines{"关于", "「朝", "鲜」的", "决议"});
  CHECK(broken_at("（草案）", 3) == Lines{"（草", "案）"});
  CHECK(broken_at("《宪章》", 1) == Lines{"《宪", "章》"});
  // Words and numbers among them stay whole, and spaces break as elsewhere.
  CHECK(broken_at("第2758号决议", 3) == Lines{"第", "2758", "号决议"});
  CHECK(broken_at("决议 S/2024/255 草案", 5) == Lines{"决议", "S/2024/255", "草案"});
  for (const std::string& line : broken_at("15票赞成、0票反对（全体一致）！", 1)) {
    CAPTURE(line);
    CHECK_FALSE((line.starts_with("、") || line.starts_with("）") || line.starts_with("！") || line.ends_with("（")));
  }
  // Nothing is lost.
  std::string all;
  for (const std::string& line : broken_at("十五个理事国「一国一票」：九票赞成。", 1)) all += line;
  CHECK(all == "十五个理事国「一国一票」：九票赞成。");
}

TEST_CASE("a text that has no room becomes smaller, down to a floor, and then is cut with an ellipsis") {
  CHECK(fitted("S/2024/255", 14, false, 200).size == 14);
  const Paragraph smaller = fitted("S/2024/255", 14, false, 60);
  CHECK(smaller.size < 14);
  CHECK(smaller.size > least_size);
  CHECK(width_of(smaller) == doctest::Approx(60));
  const std::string endless(2000, 'W');
  for (const float room : {-10.0F, 0.0F, 1.0F, 9.0F, 30.0F, 100.0F, 400.0F}) {
    CAPTURE(room);
    for (const std::size_t most : {std::size_t{1}, std::size_t{2}, std::size_t{4}})
      for (const std::string& text :
           {endless, endless + " " + endless, std::string("a b c d e f g h i j k l m n o p ") + endless}) {
        for (const Paragraph& set : {fitted(text, 15, true, room), set_in(text, 15, true, room, most)}) {
          CHECK(set.size == least_size);
          CHECK(set.is_cut);
          CHECK(set.lines.size() <= most);
          CHECK(std::any_of(set.lines.begin(), set.lines.end(), [](const auto& line) { return line.ends_with("…"); }));
          if (set.lines.size() == most) CHECK(set.lines.back().ends_with("…"));
          if (room > 9) CHECK(width_of(set) <= room);
        }
      }
  }
  CHECK(cut("Malta", 15, false, 1000) == "Malta");
  CHECK(cut("Papua New Guinea", 15, false, 60) == "Papua…");
  CHECK(cut("安全理事会", 10, false, 33) == "安全…");
}

TEST_CASE("balanced lines are as many as before, and more even") {
  Paragraph set = set_in("Renew the panel of experts to April 2025", 18, true, 220, 3);
  const std::size_t lines = set.lines.size();
  const float widest = width_of(set);
  balance(set, "Renew the panel of experts to April 2025", 220);
  CHECK(set.lines.size() == lines);
  CHECK(width_of(set) <= widest);
}
