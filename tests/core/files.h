// Files, as the tests read them.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace council::test {

/// All of a file, without which no test can go on.
inline std::string file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream.good()) {
    std::fprintf(stderr, "%s: cannot be read\n", path.c_str());
    std::abort();
  }
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace council::test
