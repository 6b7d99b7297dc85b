// council check: validates scenario files.
#include <getopt.h>

#include <cstdio>

#include "command.h"

namespace council::cli {

namespace {

constexpr const char* help = R"(Usage: council check FILE...

Checks that files are what they should be. The first thing wrong in each file is
reported as file:line:column: what was found, what was expected.
The format of scenarios is in web/content/schemas/scenario.schema.json.

Exit: 0 when every file is good, 1 when one is not.

Example:
  council check web/content/scenarios/*.json
)";

}  // namespace

int check_command(int argc, char** argv) {
  constexpr option options[] = {{"help", no_argument, nullptr, 'h'}, {}};
  opterr = 0;
  for (int choice; (choice = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    if (choice == 'h') return std::fputs(help, stdout), done;
    return usage_error("check", std::string("unknown option ") + argv[optind - 1]);
  }
  if (optind == argc) return usage_error("check", "needs at least one file");
  int status = done;
  for (int i = optind; i < argc; ++i) {
    Scenario scenario;
    if (!read_scenario(argv[i], scenario)) status = input_at_fault;
  }
  return status;
}

}  // namespace council::cli
