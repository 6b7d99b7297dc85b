// The council module of a page that teaches: what council.h offers, and challenges judged. Other pages do not pay
// for it.
//
//   bytes → council_buffer(length); council_judge(length) → council_answer()
#pragma once

#include "council.h"

extern "C" {

/// Leaves as the answer what a challenge makes of the votes as they are (judged() of web/app/told.h). The challenge is
/// given as in parse_challenge of core/lesson.h, and is one of the scenario and the rule that are open. Status.
VETO_EXPORT int council_judge(int length);
}
