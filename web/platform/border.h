// What the modules' borders have in common. Each module's functions take and give integers and UTF-8, and each has a
// header that is its manual (council.h, chamber.h, analysis.h).
//
// Bytes go in through one buffer: NAME_buffer(size) returns where to write them, and the next call that takes a length
// reads them from there. Text comes out as an answer: NAME_answer() points to UTF-8 of NAME_answer_length() bytes, that
// of the last call that says it leaves one. Both pointers are good until the next call.
//
// Every number here that the page must know stands once in JavaScript, in web/page/modules/border.js; a test reads
// these headers for it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#ifdef __EMSCRIPTEN__
#include <emscripten/em_macros.h>
#define VETO_EXPORT EMSCRIPTEN_KEEPALIVE
#else
#define VETO_EXPORT
#endif

/// What a call that can fail answers.
enum Status : int {
  status_done = 0,
  status_no_window = 1,   ///< SDL could not be started
  status_no_webgl = 2,    ///< the browser gives no WebGL context
  status_no_shaders = 3,  ///< the GPU refuses the shaders; also when the context is lost again while restoring
  status_bad_input = 4,   ///< bytes that are not what they should be; what was there before stays
};

namespace council {

/// The two ways over a module's border.
struct Border {
  static constexpr int largest_argument = 16 << 20;

  std::string argument;
  std::string answer;

  /// Room for that many bytes of the next call's argument, 1 to largest_argument; null when there is none.
  char* room(int size) {
    if (size <= 0 || size > largest_argument) return nullptr;
    argument.resize(static_cast<std::size_t>(size));
    return argument.data();
  }
  std::string_view taken(int length) const {
    return std::string_view(argument).substr(0, static_cast<std::size_t>(std::max(0, length)));
  }
  /// Leaves what is wrong with the argument as the answer.
  int refuse(std::string_view why) {
    answer = why;
    return status_bad_input;
  }
};

}  // namespace council
