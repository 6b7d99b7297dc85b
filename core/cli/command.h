// What the subcommands of `council` share.
//
// Data goes to stdout, diagnostics to stderr as `file:line:column: message`. Exit: 0 done, 1 input at fault, 2 wrong
// usage.
#pragma once

#include <string>
#include <string_view>

#include "core/scenario.h"

namespace council::cli {

inline constexpr int done = 0;
inline constexpr int input_at_fault = 1;
inline constexpr int wrong_usage = 2;

/// Prints "council COMMAND: message" and where help is to be had; returns wrong_usage.
int usage_error(const char* command, const std::string& message);

/// Prints the error with the file's name; returns input_at_fault.
int input_error(const std::string& file, const Error& error);

/// A file's bytes, at most json::max_bytes and one more; "-" is stdin. False with a diagnostic printed when unreadable.
bool read_file(const std::string& file, std::string& text);

/// A scenario from a file; its errors are printed.
bool read_scenario(const std::string& file, Scenario& scenario);

/// The vote of 28 March 2024, for parse_scenario.
std::string_view recorded_vote();

/// The rule that --rule names; null with a usage error printed.
const StandardRule* read_rule(const char* command, const char* id);

/// The rules that --rule takes, as a paragraph of a help text.
std::string rules_help();

// The subcommands; argv[0] is the subcommand's name.
int check_command(int argc, char** argv);
int count_command(int argc, char** argv);
int decide_command(int argc, char** argv);
int poster_command(int argc, char** argv);
int power_command(int argc, char** argv);
int replay_command(int argc, char** argv);

}  // namespace council::cli
