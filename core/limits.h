// How long the texts and lists of a file may be, in characters and entries. Twice and more what the longest of ours
// need, so that there is room for any language; web/content/schemas says the same numbers, and tests compare the two.
#pragma once

namespace council::limits {

inline constexpr int name = 80;       ///< of a member, in each of its three forms
inline constexpr int symbol = 40;     ///< of a draft or a resolution
inline constexpr int line = 160;      ///< what is told in a line: a subject, a mandate, a story's title, a publisher
inline constexpr int title = 300;     ///< of a source
inline constexpr int address = 500;   ///< of a source, of the schema
inline constexpr int summary = 2000;  ///< of a story
inline constexpr int languages = 20;  ///< that one text is given in
inline constexpr int sources = 40;
inline constexpr int mandate_votes = 40;  ///< what a strip can still show
inline constexpr int vetoed_texts = 1000;
inline constexpr int matters = 60;      ///< what vetoed texts are about
inline constexpr int last_year = 2099;  ///< of vetoes: a plot has a column for each year

// Of a lesson. What a class reads at once is short: a step that is longer is two.
inline constexpr int steps = 40;
inline constexpr int lesson_minutes = 300;
inline constexpr int step_minutes = 60;
inline constexpr int paragraphs = 5;  ///< of a step
inline constexpr int paragraph = 500;
inline constexpr int notes = 8;  ///< of a step, for who teaches it
inline constexpr int note = 600;
inline constexpr int objectives = 8;
inline constexpr int themes = 12;
inline constexpr int terms = 20;
inline constexpr int materials = 12;
inline constexpr int choices = 5;
inline constexpr int prompts = 6;
inline constexpr int hints = 4;
inline constexpr int tries = 9;

}  // namespace council::limits
