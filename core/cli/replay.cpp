// council replay: the Council's own record, decided again.
#include <getopt.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "command.h"
#include "core/json.h"
#include "core/replay.h"
#include "core/reports.h"

namespace council::cli {

namespace {

constexpr const char* help =
    R"(Usage: council replay CSV [--procedural FILE] [--skip-bad] [--json] [--lang LANG] [--words FILE]

Decides every resolution of the UN Digital Library's Security Council Voting Data
by the rule of its date and compares the outcome with the record, in which every
resolution was adopted. "-" reads standard input.

The rule is article 27 of the Charter: seven votes in favour of eleven until 1965,
nine of fifteen from 1 January 1966, and no permanent member against. On a matter
of procedure nobody has a veto. The record does not say which decisions were
procedural, so a table does: ten that a permanent member opposed are built in.
Without them the rule and the record part company on exactly those ten.

  --procedural FILE  take the table from FILE: one resolution symbol a line, such
                     as S/RES/87(1950); an empty file is an empty table
  --skip-bad         leave out resolutions whose rows are at fault, report each,
                     and go on; otherwise the first fault ends the command
  --json             print the result for machines:
                     {"resolutions", "agree", "disagree", "without_vote",
                      "disagreements": [{"resolution", "date", "expected", "got",
                      "reason"}]}, and "skipped" with --skip-bad
  --lang LANG        of the words, such as fr; default en, or that of the --words
  --words FILE       another catalogue of words, as those in web/content/strings
  --help             show this text

Faults go to standard error as file:line:column: message.
Exit status: 0 done, whether or not rule and record agree; 1 the input is at
fault; 2 wrong usage.

The file: https://digitallibrary.un.org/record/4055387 (the CSV of that record).

Examples:
  council replay sc_voting.csv
  council replay sc_voting.csv --procedural /dev/null   # everything substantive
  xz -dc sc_voting.csv.xz | council replay - --json
)";

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, Close>;

int unreadable(const std::string& name) {
  std::fprintf(stderr, "%s: cannot be read: %s\n", name.c_str(), std::strerror(errno));
  return input_at_fault;
}

/// A bar on the terminal for input that takes longer than a moment; silent everywhere else.
class Progress {
 public:
  explicit Progress(std::FILE* file) : shown_at_(Clock::now() + patience) {
    struct stat status {};
    if (fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode))
      total_ = static_cast<std::uint64_t>(status.st_size);
  }
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::size_t bytes) {
    read_ += bytes;
    if (!terminal_ || Clock::now() < shown_at_) return;
    shown_at_ = Clock::now() + std::chrono::milliseconds(100);
    drawn_ = true;
    const double mebibytes = static_cast<double>(read_) / (1 << 20);
    if (total_ == 0 || read_ > total_) {
      std::fprintf(stderr, "\r\033[KReading … %.1f MiB", mebibytes);
      return;
    }
    constexpr std::uint64_t width = 40;
    const int filled = static_cast<int>(width * read_ / total_);
    std::fprintf(stderr, "\r\033[KReading [%.*s%.*s] %3d %%", filled, "########################################",
                 static_cast<int>(width) - filled, "                                        ",
                 static_cast<int>(100 * read_ / total_));
  }
  /// Takes the bar away, so that something else can be printed.
  void clear() {
    if (drawn_) std::fputs("\r\033[K", stderr);
    drawn_ = false;
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds patience{300};
  const bool terminal_ = isatty(STDERR_FILENO) == 1;
  std::uint64_t total_ = 0;  // 0 where it cannot be known
  std::uint64_t read_ = 0;
  Clock::time_point shown_at_;
  bool drawn_ = false;
};

void print_json(const ReplayReport& report, bool with_skipped) {
  std::string text;
  json::Writer writer(text, json::Writer::Style::readable);
  write_replay(writer, report, with_skipped);
  std::puts(text.c_str());
}

void print_text(const Words& words, const ReplayReport& report) {
  const auto number = [](auto value) { return std::to_string(value); };
  std::puts(words
                .message("command.replay.agrees", {{"resolutions", number(report.resolutions)},
                                                   {"without_vote", number(report.without_vote)},
                                                   {"agree", number(report.agree)},
                                                   {"disagree", number(report.disagreements.size())}})
                .c_str());
  for (const Disagreement& one : report.disagreements)
    std::printf("%-16s %s  %s\n", one.resolution.c_str(), one.date.c_str(),
                words.message(filled("command.replay.{}", name_of(one.reason))).c_str());
}

int replay(const std::string& name, std::vector<ResolutionSymbol> procedural, bool skip_bad, bool json,
           const Words& words) {
  const File file(name == "-" ? stdin : std::fopen(name.c_str(), "rb"));
  if (!file) return unreadable(name);

  Replay replay(std::move(procedural));
  std::vector<Error> errors;
  std::uint64_t faults = 0;
  {
    Progress progress(file.get());
    // Prints what is new; false if reading cannot or should not go on.
    const auto report_faults = [&] {
      if (!errors.empty()) progress.clear();
      for (const Error& error : errors) {
        input_error(name, error);
        ++faults;
        if (!skip_bad && !replay.unreadable()) break;
      }
      const bool go_on = errors.empty() || (skip_bad && !replay.unreadable());
      errors.clear();
      return go_on;
    };
    std::array<char, 64 * 1024> chunk;
    while (const std::size_t size = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
      replay.read({chunk.data(), size}, errors);
      if (!report_faults()) return input_at_fault;
      progress.advance(size);
    }
    if (std::ferror(file.get())) return unreadable(name);
    replay.finish(errors);
    if (!report_faults()) return input_at_fault;
  }

  const ReplayReport& report = replay.report();
  if (faults > 0)
    std::fprintf(stderr, "%s: faults reported: %" PRIu64 ", resolutions skipped: %" PRId64 "\n", name.c_str(), faults,
                 report.skipped);
  json ? print_json(report, skip_bad) : print_text(words, report);
  if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return done;
  std::fprintf(stderr, "council replay: the result could not be written: %s\n", std::strerror(errno));
  return input_at_fault;
}

}  // namespace

int replay_command(int argc, char** argv) {
  bool skip_bad = false;
  bool json = false;
  const char* table_file = nullptr;
  Choice choice;
  if (const auto status = read_options(argc, argv, help,
                                       {{.name = "procedural", .value = &table_file},
                                        {.name = "skip-bad", .flag = &skip_bad},
                                        {.name = "json", .flag = &json},
                                        {.name = "lang", .value = &choice.language},
                                        {.name = "words", .value = &choice.file}}))
    return *status;
  if (argc - optind != 1) return usage_error("replay", "needs one CSV file");
  int status = done;
  const std::optional<Words> words = read_words("replay", choice, status);
  if (!words) return status;
  std::vector<ResolutionSymbol> procedural = built_in_procedural();
  if (table_file) {
    std::string text;
    if (!read_file(table_file, text)) return input_at_fault;
    if (text.size() > json::max_bytes)
      return input_error(table_file, {1, 1, "", "more than 256 KiB", "a list of resolution symbols"});
    Result<std::vector<ResolutionSymbol>> table = parse_procedural(text);
    if (!table) return input_error(table_file, table.error());
    procedural = std::move(table.value());
  }
  return replay(argv[optind], std::move(procedural), skip_bad, json, *words);
}

}  // namespace council::cli
