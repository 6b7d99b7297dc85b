// The chamber module, as the page sees it: SDL2, ImGui and the views, on a canvas.
//
// The page holds the state; this module shows it and answers with actions. A round trip:
//
//   chamber_start();                                   // once; the canvas comes with the module (Module.canvas)
//   bytes → chamber_buffer(length); chamber_font(regular, length); likewise chamber_words, chamber_open
//   chamber_resize(width, height, 2000, 100, 0);       // whenever size, density or appearance changed
//   bytes → chamber_buffer(length); chamber_show(length);
//   chamber_pointer(pointer_down, x, y);               // as they come
//   flags = chamber_draw(now);                         // once a frame that is wanted, never otherwise
//   while (chamber_next_action()) …                    // its text is the answer; reduce, then chamber_show the new
//   state
//
// Where WebGL is not to be had, everything but chamber_start, font, resize, pointer and draw works all the same:
// chamber_still draws the same picture as SVG, and chamber_tap votes on it.
//
// border.h tells how bytes go in and answers come out; what is named as in council.h is the same.
//
// Lengths on the canvas are device pixels: ImGui's unit is one device pixel here, because that alone keeps text and
// lines sharp at a density of 1.5. `Appearance::pixel` tells the view how many make a CSS pixel.
#pragma once

#include "border.h"

extern "C" {

enum Font : int { font_regular = 0, font_bold = 1 };

enum AppearanceFlag : int {
  appearance_reduced_motion = 1,
};

enum Pointer : int {
  pointer_move = 0,
  pointer_down = 1,
  pointer_up = 2,      ///< clicks, when it is over what the press began on
  pointer_leave = 3,   ///< the pointer is gone; a press ends without a click
  pointer_cancel = 4,  ///< the same, for a touch that became a scroll
};

enum Frame : int {
  frame_again = 1,  ///< wants another frame: something moves
  frame_hand = 2,   ///< the pointer is over something to click
  frame_input = 4,  ///< input is waiting for the state that the actions so far lead to: draw again at once
};

/// Starts SDL, WebGL and ImGui. Status.
VETO_EXPORT int chamber_start();
/// Makes the WebGL objects again after the browser restored a lost context. Status.
VETO_EXPORT int chamber_restore();
/// Room for `size` bytes (1 to 16 MiB) of the next call's argument; null when there is none.
VETO_EXPORT char* chamber_buffer(int size);
/// Takes a font file (OpenType) for one of Font. A further one for the same, before any for another, has letters that
/// the first lacks. Status.
VETO_EXPORT int chamber_font(int which, int length);
/// Takes the catalogue whose section chamber is written on the picture from now on. Status.
VETO_EXPORT int chamber_words(int length);
/// Takes a scenario file, in the place of any of the same id, and opens it on its recorded vote. Status.
VETO_EXPORT int chamber_open(int length);
/// Takes the state to show, written as in a link (web/app/link.h), and the member whose control has the keyboard's
/// focus, if one has, and whether the rows of a narrow picture stand closer: "s=…&v=YAYY…&size=compact&focus=RUS". What
/// is refused changes nothing. Status.
VETO_EXPORT int chamber_show(int length);
/// The canvas's size in device pixels, device pixels per CSS pixel in thousandths, the reader's text size in percent of
/// the usual 16 px, AppearanceFlag flags.
VETO_EXPORT void chamber_resize(int width, int height, int density_thousandths, int text_percent, int flags);
/// Takes the colours: three bytes (red, green, blue) for each Ink of core/picture/shapes.h but none, in their order, so
/// that the page's style sheet is the one place that knows them. Status.
VETO_EXPORT int chamber_palette(int length);
/// A pointer event (Pointer) at tenths of a CSS pixel from the canvas's left and top.
VETO_EXPORT void chamber_pointer(int kind, int x_tenths, int y_tenths);
/// Draws one frame; `now_ms` is the frame's time and must not go back. Frame flags.
VETO_EXPORT int chamber_draw(double now_ms);
/// Takes what paper says of the votes, in a few words; nothing, where they are the record's.
VETO_EXPORT void chamber_note(int length);
/// Leaves what is shown, at rest, as the answer: elements of SVG laid out for that many units (core/picture/picture.h),
/// in the colours of the page's custom properties. Its height, in whole units. `hovered` is the seat under the pointer,
/// or -1. A `live` picture invites a tap and shows the focus; paper does neither.
VETO_EXPORT int chamber_still(int width, int hovered, int live);
/// The seat at a place of the picture that is laid out for that many units, in tenths of a unit; -1 where there is none
/// whose vote can be changed.
VETO_EXPORT int chamber_seat_at(int width, int x_tenths, int y_tenths);
/// A tap on a seat: an action follows if its vote can be changed.
VETO_EXPORT void chamber_tap(int seat);
/// Leaves the text of the next action that the reader's input led to, in the order they arose; 0 when there is none.
VETO_EXPORT int chamber_next_action();
/// The answer, and its bytes.
VETO_EXPORT const char* chamber_answer();
VETO_EXPORT int chamber_answer_length();
}
