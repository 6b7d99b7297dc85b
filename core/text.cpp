#include "text.h"

#include <algorithm>

namespace council {

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string result;
  for (const std::string_view part : parts) result += part;
  return result;
}

std::string_view next_name(std::string_view& names) {
  const std::size_t end = std::min(names.find(' '), names.size());
  const std::string_view name = names.substr(0, end);
  names.remove_prefix(std::min(end + 1, names.size()));
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
