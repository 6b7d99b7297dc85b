// The council module, as the page sees it: core, state and reducer, without ImGui, SDL or any JavaScript of
// Emscripten's. It holds the one State.
//
//   bytes → council_buffer(length); council_words(length)     // a catalogue
//   bytes → council_buffer(length); council_open(length)      // a scenario file
//   bytes → council_buffer(length); council_follow(length)    // a link's fragment
//   bytes → council_buffer(length); council_act(length)       // "cast RUS N", see web/app/action.h
//   council_told(section) → council_answer()                  // a section of web/app/told.h
//
// border.h tells how bytes go in and answers come out.
#pragma once

#include "border.h"

extern "C" {

/// Room for `size` bytes (1 to 16 MiB) of the next call's argument; null when there is none.
VETO_EXPORT char* council_buffer(int size);
/// Takes the catalogue in which is spoken from now on: its sections list, decision, article, decisive and change.
/// Status.
VETO_EXPORT int council_words(int length);
/// Takes a scenario file, in the place of any of the same id, and opens it on its recorded vote. It reads no more than
/// the vote (parse_vote in core/scenario.h). Status.
VETO_EXPORT int council_open(int length);
/// Shows the state of a link's fragment. A bad one opens the recorded vote. Status.
VETO_EXPORT int council_follow(int length);
/// Reduces the state by an action: 1 when that changed it, 0 when not, -1 when the text is no action.
VETO_EXPORT int council_act(int length);
/// Leaves a section of what follows from the state (council::Section) as the answer; an empty one before a scenario.
VETO_EXPORT void council_told(int section);
/// Leaves the section outcome as the answer, of a link's fragment that is not followed: these votes, under this rule.
/// Status.
VETO_EXPORT int council_outcome_of(int length);
/// The answer, and its bytes.
VETO_EXPORT const char* council_answer();
VETO_EXPORT int council_answer_length();
}
