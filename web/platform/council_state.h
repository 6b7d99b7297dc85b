// What the council module holds, for its functions and for those that the lesson module adds to them.
#pragma once

#include "border.h"
#include "core/words.h"
#include "web/app/state.h"

namespace council {

struct Module {
  Border border;
  Words words;
  Shelf shelf;
  State state;
};

inline Module& module() {
  static Module instance;
  return instance;
}

}  // namespace council
