// Small work on text.
#pragma once

#include <string>
#include <string_view>

namespace council {

/// A sentence with what goes into its places: filled("{} for the rule {}", 15, "unsc").
std::string filled(const char* sentence, std::string_view first, std::string_view second = {});
std::string filled(const char* sentence, int first, std::string_view second = {});

/// A whole number in decimal digits; much less code than std::to_string.
std::string decimal(int number);

/// "a, b or c" from "a b? c".
std::string listed(std::string_view names);

/// Takes the first name off a list of names with spaces between them, where ? marks those that may be missing.
std::string_view next_name(std::string_view& names, bool* optional = nullptr);

}  // namespace council
