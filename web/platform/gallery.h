// The gallery module, as the page sees it: the chamber module (chamber.h, whose functions are all here) that can show
// plots in the chamber's place. For the one page that has them; the others would load them for nothing.
//
//   bytes → chamber_buffer(length); gallery_vetoes(length);          // once, before vetoes are shown
//   gallery_show(exhibit_vetoes);                                    // 0 brings the chamber back
//   height = gallery_height(width);                                  // of what is shown, for the page to make room
//   bytes → chamber_buffer(length); gallery_highlight(length);       // "RUS 1946-1965"
//   … chamber_draw or chamber_still, and chamber_next_action: "look RUS 1986" for a press on a plot
//
// In a plot chamber_seat_at and chamber_tap speak of places to press instead of seats.
#pragma once

#include "chamber.h"

extern "C" {

/// What is shown (web/app/gallery.h).
enum Exhibit : int { exhibit_chamber = 0, exhibit_power = 1, exhibit_vetoes = 2 };

/// Shows one of Exhibit. Status; vetoes are refused before there is an index of them.
VETO_EXPORT int gallery_show(int exhibit);
/// Takes an index of vetoes (core/vetoes.h), in place of the one before. Status.
VETO_EXPORT int gallery_vetoes(int length);
/// Takes which power is shown: "with=au-2005&index=banzhaf&game=yes_no" (web/app/gallery.h). Status.
VETO_EXPORT int gallery_power(int length);
/// Takes which vetoes are in ink while the rest is soft: "RUS", "1946-1965", "RUS 1986", or nothing for all. Status.
VETO_EXPORT int gallery_highlight(int length);
/// The height of the plot that is shown, in whole units, laid out for so many; 0 where the chamber is shown. What the
/// plot says, for those who do not see it, is left as the answer.
VETO_EXPORT int gallery_height(int width);
}
