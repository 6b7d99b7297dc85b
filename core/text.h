// Text put together from parts.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace council {

/// The parts, one after the other.
std::string joined(std::initializer_list<std::string_view> parts);

/// "a, b or c" from "a b c".
std::string listed(std::string_view names);

/// Takes the first name off a list of names with spaces between them; empty when none is left.
std::string_view next_name(std::string_view& names);

}  // namespace council
