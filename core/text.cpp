#include "text.h"

#include <algorithm>

namespace council {

std::string filled(const char* sentence, std::string_view first, std::string_view second) {
  std::string result;
  for (const char* c = sentence; *c != '\0'; ++c) {
    if (*c == '{' && c[1] == '}') {
      result += first;
      first = second;
      ++c;
    } else {
      result += *c;
    }
  }
  return result;
}

std::string filled(const char* sentence, int first, std::string_view second) {
  return filled(sentence, decimal(first), second);
}

std::string decimal(int number) {
  std::string digits;
  auto rest = static_cast<unsigned>(number);
  if (number < 0) rest = 0 - rest;
  do digits += static_cast<char>('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string_view next_name(std::string_view& names, bool* optional) {
  const std::size_t end = std::min(names.find(' '), names.size());
  std::string_view name = names.substr(0, end);
  names.remove_prefix(std::min(end + 1, names.size()));
  const bool marked = !name.empty() && name.back() == '?';
  if (marked) name.remove_suffix(1);
  if (optional) *optional = marked;
  return name;
}

std::string listed(std::string_view names) {
  std::string result;
  while (!names.empty()) {
    const std::string_view name = next_name(names);
    if (!result.empty()) result += names.empty() ? " or " : ", ";
    result += name;
  }
  return result;
}

}  // namespace council
