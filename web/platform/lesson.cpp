#include "lesson.h"

#include "core/lesson.h"
#include "council_state.h"
#include "web/app/told.h"

using namespace council;

int council_judge(int length) {
  Module& self = module();
  if (!self.state.scenario) return self.border.refuse("");
  const Result<Challenge> challenge = parse_challenge(self.border.taken(length), *self.state.scenario, self.state.rule);
  if (!challenge) return self.border.refuse(challenge.error().text());
  self.border.answer = judged(self.state, challenge.value());
  return status_done;
}
