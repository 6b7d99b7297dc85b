// The words of one language: messages by key, with places for names and numbers.
//
//   Result<Words> words = parse_words(text);              // a file of web/content/strings
//   words.value().message("chamber.draft", {{"symbol", "S/2024/255"}});
//   words.value().plural("tally.abstaining", 2, {{"n", "2"}});
//
// A message is a whole sentence or label: nothing is glued from pieces. Where a number decides the form, the key holds
// one message for each plural category of the language (Unicode CLDR: zero, one, two, few, many, other).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json.h"
#include "result.h"

namespace council {

/// The value of a place in a message, such as {"members", "China and Russia"} for "{members}".
using Place = std::pair<std::string_view, std::string_view>;

/// Moves, but does not copy.
struct Words {
  std::string_view language;   ///< tag: "en"
  bool right_to_left = false;  ///< how the language is read
  json::Document catalogue;    ///< nested objects of texts; a key's parts, between its dots, are the names on the way

  /// The message with its places filled; the key itself in brackets where the catalogue lacks it.
  std::string message(std::string_view key, std::initializer_list<Place> places = {}) const;
  /// The form of the message that goes with the number n.
  std::string plural(std::string_view key, int n, std::initializer_list<Place> places = {}) const;
  /// Names as a list inside a sentence: "China, France and Russia". Where the last name begins as one of list.starts
  /// does, "last_before" joins it in the place of "last": Spanish "Francia e India".
  std::string list(const std::vector<std::string_view>& names) const;
  /// Two sentences as one text, joined as the language joins them: with a blank, or with nothing between them. The
  /// second may be empty.
  std::string sentences(std::string_view first, std::string_view rest) const {
    return joined("list.sentences", first, rest);
  }

 private:
  std::string joined(const char* key, std::string_view first, std::string_view rest) const;
};

/// The CLDR plural category of a whole number in one of the six official languages of the UN; English elsewhere.
std::string_view plural_category(std::string_view language, int n);

/// The catalogue in a file's text: an object of texts, or of more objects and arrays of them. One text is the
/// "language"; another may be the "direction", "ltr" (so it is without) or "rtl".
Result<Words> parse_words(std::string_view text);

}  // namespace council
