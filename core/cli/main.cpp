// The `council` command: the vote-rule core on the command line.
#include <cstdio>
#include <string_view>

#include "command.h"

namespace {

using namespace council::cli;

struct Subcommand {
  std::string_view name;
  const char* summary;
  int (*run)(int argc, char** argv);
};

constexpr Subcommand subcommands[] = {
    {"check", "validate scenarios and other files", check_command},
    {"count", "how many of all possible votes adopt a text", count_command},
    {"decide", "what the rule makes of a recorded vote, and why", decide_command},
    {"poster", "a still picture of a vote, of power or of vetoes, as SVG", poster_command},
    {"power", "who has how much power under a rule", power_command},
    {"replay", "decide the Council's whole record again, and compare", replay_command},
};

void print_help(std::FILE* stream) {
  std::fputs("Usage: council COMMAND [OPTION...]\n\nHow the United Nations Security Council decides.\n\n", stream);
  for (const Subcommand& subcommand : subcommands)
    std::fprintf(stream, "  %-8s %s\n", subcommand.name.data(), subcommand.summary);
  std::fputs("\n  --help, --version\n\n`council COMMAND --help` tells about a command.\n", stream);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view name = argc > 1 ? argv[1] : "";
  if (name == "--help" || name == "-h") return print_help(stdout), done;
  if (name == "--version") return std::puts("council " COUNCIL_VERSION), done;
  for (const Subcommand& subcommand : subcommands)
    if (subcommand.name == name) return subcommand.run(argc - 1, argv + 1);
  if (name.empty())
    std::fputs("council: needs a command\n\n", stderr);
  else
    std::fprintf(stderr, "council: unknown command %s\n\n", argv[1]);
  print_help(stderr);
  return wrong_usage;
}
