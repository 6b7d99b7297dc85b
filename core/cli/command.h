// What the subcommands of `council` share.
//
// Data goes to stdout, diagnostics to stderr as `file:line:column: message`. Exit: 0 done, 1 input at fault, 2 wrong
// usage.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/scenario.h"
#include "core/vetoes.h"
#include "core/words.h"

namespace council::cli {

inline constexpr int done = 0;
inline constexpr int input_at_fault = 1;
inline constexpr int wrong_usage = 2;

/// Prints "council COMMAND: message" and where help is to be had; returns wrong_usage.
int usage_error(const char* command, const std::string& message);

/// Prints the error with the file's name; returns input_at_fault.
int input_error(const std::string& file, const Error& error);

/// An option as a subcommand takes it: `--name` sets `flag`, or `--name VALUE` sets `value`. A name of one letter is
/// also good with one hyphen.
struct Option {
  const char* name;
  bool* flag = nullptr;
  const char** value = nullptr;
};

/// Reads the options, --help among them, which prints the text. Nothing where the command is to go on, with the files
/// that are named from argv[optind] on; else the exit status.
std::optional<int> read_options(int argc, char** argv, const std::string& help, std::initializer_list<Option> options);

/// A file's bytes, at most json::max_bytes and one more; "-" is stdin. False with a diagnostic printed when unreadable.
bool read_file(const std::string& file, std::string& text);

/// A scenario from a file; its errors are printed.
bool read_scenario(const std::string& file, Scenario& scenario);

/// An index of vetoes from a file; its errors are printed.
bool read_vetoes(const std::string& file, VetoIndex& index);

/// The vote of 28 March 2024, for parse_scenario.
std::string_view recorded_vote();

/// The rule that --rule, or another option, names; null with a usage error printed.
const StandardRule* read_rule(const char* command, const char* id, const char* option = "--rule");

/// Which words --lang and --words ask for; English where neither is given.
struct Choice {
  const char* language = nullptr;
  const char* file = nullptr;
};

/// The words of that choice; nothing with the error printed, and `status` to exit with.
std::optional<Words> read_words(const char* command, const Choice& choice, int& status);

/// A whole number as the language groups its digits: 14,348,907.
std::string grouped(const Words& words, std::uint64_t number);

/// Text with blanks after it, to be so many characters wide.
std::string padded(std::string text, int width);

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
