// The chamber module, as the page sees it: one table, integers and UTF-8 only.
//
// The page holds the state; this module shows it and answers with actions. A round trip:
//
//   council_start();                                   // once; the canvas comes with the module (Module.canvas)
//   bytes → council_buffer(length); council_font(regular, length); likewise council_words, council_load
//   council_resize(width, height, 2000, 100, 0);       // whenever size, density or appearance changed
//   bytes → council_buffer(length); council_show(length);
//   council_pointer(pointer_down, x, y);               // as they come
//   flags = council_draw(now);                         // once a frame that is wanted, never otherwise
//   while ((action = council_next_action()) >= 0) …    // reduce, then council_show the new state
//
// Bytes go in through one buffer: council_buffer(length) returns where to write them, and the next call that takes a
// length reads them from there. The pointer is good until then.
//
// Lengths on the canvas are device pixels: ImGui's unit is one device pixel here, because that alone keeps text and
// lines sharp at a density of 1.5. `Appearance::pixel` tells the view how many make a CSS pixel.
#pragma once

#ifdef __EMSCRIPTEN__
#include <emscripten/em_macros.h>
#define COUNCIL_ABI EMSCRIPTEN_KEEPALIVE
#else
#define COUNCIL_ABI
#endif

extern "C" {

/// What the functions below answer where they can fail.
enum CouncilStatus : int {
  status_done = 0,
  status_no_window = 1,   ///< SDL could not be started
  status_no_webgl = 2,    ///< the browser gives no WebGL context
  status_no_shaders = 3,  ///< the GPU refuses the shaders; also when the context is lost again while restoring
  status_bad_input = 4,   ///< bytes that are not what they should be; what was there before stays
};

enum CouncilFont : int { font_regular = 0, font_bold = 1 };

enum CouncilAppearance : int {
  appearance_reduced_motion = 1,
};

enum CouncilPointer : int {
  pointer_move = 0,
  pointer_down = 1,
  pointer_up = 2,      ///< clicks, when it is over what the press began on
  pointer_leave = 3,   ///< the pointer is gone; a press ends without a click
  pointer_cancel = 4,  ///< the same, for a touch that became a scroll
};

enum CouncilFrame : int {
  frame_again = 1,  ///< wants another frame: something moves
  frame_hand = 2,   ///< the pointer is over something to click
  frame_input = 4,  ///< input is waiting for the state that the actions so far lead to: draw again at once
};

/// Starts SDL, WebGL and ImGui. CouncilStatus.
COUNCIL_ABI int council_start();
/// Makes the WebGL objects again after the browser restored a lost context. CouncilStatus.
COUNCIL_ABI int council_restore();
/// Room for `size` bytes (1 to 16 MiB) of the next call's argument; null when there is none.
COUNCIL_ABI char* council_buffer(int size);
/// Takes a font file (OpenType) for one of CouncilFont. CouncilStatus.
COUNCIL_ABI int council_font(int which, int length);
/// Takes a catalogue (web/content/strings), whose section chamber is written on the picture. Before a scenario.
/// CouncilStatus.
COUNCIL_ABI int council_words(int length);
/// Takes a scenario file and shows its recorded vote. CouncilStatus.
COUNCIL_ABI int council_load(int length);
/// Takes the state to show, written as in a link (web/app/link.h), and the seat whose control has the keyboard's focus,
/// if one has: "s=…&v=YAYY…&focus=3". CouncilStatus.
COUNCIL_ABI int council_show(int length);
/// The canvas's size in device pixels, device pixels per CSS pixel in thousandths, the reader's text size in percent of
/// the usual 16 px, CouncilAppearance flags.
COUNCIL_ABI void council_resize(int width, int height, int density_thousandths, int text_percent, int flags);
/// Takes the colours: three bytes (red, green, blue) for each Ink of core/picture/picture.h but none, in their order,
/// so that the page's style sheet is the one place that knows them. CouncilStatus.
COUNCIL_ABI int council_palette(int length);
/// A pointer event (CouncilPointer) at tenths of a CSS pixel from the canvas's left and top.
COUNCIL_ABI void council_pointer(int kind, int x_tenths, int y_tenths);
/// Draws one frame; `now_ms` is the frame's time and must not go back. CouncilFrame flags.
COUNCIL_ABI int council_draw(double now_ms);
/// What the canvas shows, at rest, as elements of SVG laid out for that many units (core/picture/picture.h), in the
/// colours of the page's custom properties: UTF-8 of council_still_length() bytes, good until the next call.
COUNCIL_ABI const char* council_still(int width);
COUNCIL_ABI int council_still_length();
/// The next action that the reader's input led to, in the order they arose, or -1; packed as web/app/action.h says.
COUNCIL_ABI int council_next_action();
}
