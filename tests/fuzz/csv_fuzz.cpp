// Fuzzes the CSV reader, the replay of the record and the table of procedural decisions. Whatever comes, nothing may
// crash, and three things must hold: chunks make no difference; a sound record, written out in quotes, reads the same
// again; the counts of a replay add up.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/csv.h"
#include "core/replay.h"

using namespace council;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

struct Record {
  std::vector<std::string> fields;
  std::string error;

  friend bool operator==(const Record&, const Record&) = default;
};

std::vector<Record> records_of(std::string_view text, std::size_t piece) {
  CsvReader reader;
  std::vector<Record> records;
  const auto take = [&] {
    Record& record = records.emplace_back();
    require(!reader.fields().empty());
    for (const CsvField& field : reader.fields()) {
      require(field.line >= 1 && field.column >= 1);
      record.fields.emplace_back(field.text);
    }
    if (reader.error()) record.error = reader.error()->text();
  };
  for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
    std::string_view chunk = text.substr(0, piece);
    while (reader.read(chunk)) take();
    require(chunk.empty());
  }
  if (reader.finish()) take();
  return records;
}

std::string in_quotes(const Record& record) {
  std::string line;
  for (const std::string& field : record.fields) {
    if (!line.empty()) line += ',';
    line += '"';
    for (const char byte : field) line += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    line += '"';
  }
  return line + "\r\n";
}

struct Replayed {
  ReplayReport report;
  std::vector<std::string> errors;
  bool unreadable;

  friend bool operator==(const Replayed&, const Replayed&) = default;
};

Replayed replay_of(std::string_view text, std::size_t piece) {
  Replay replay;
  std::vector<Error> errors;
  for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) replay.read(text.substr(0, piece), errors);
  replay.finish(errors);
  Replayed result{replay.report(), {}, replay.unreadable()};
  for (const Error& error : errors) {
    require(error.line >= 1 && error.column >= 1 && !error.found.empty() && !error.expected.empty());
    result.errors.push_back(error.text());
  }
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t piece = 1 + size % 13;

  const std::vector<Record> records = records_of(text, size + 1);
  require(records == records_of(text, piece));
  std::string again;
  std::vector<Record> sound;
  for (const Record& record : records) {
    if (!record.error.empty()) continue;
    again += in_quotes(record);
    sound.push_back(record);
  }
  require(records_of(again, piece) == sound);

  const Replayed replayed = replay_of(text, size + 1);
  require(replayed == replay_of(text, piece));
  const ReplayReport& report = replayed.report;
  require(report.resolutions == report.agree + static_cast<std::int64_t>(report.disagreements.size()));
  require(report.without_vote <= report.agree);
  require(replayed.unreadable || report.resolutions + report.skipped > 0 || !replayed.errors.empty());
  require(!replayed.errors.empty() || report.skipped == 0);

  const auto table = parse_procedural(text);
  if (table)
    for (const ResolutionSymbol& symbol : table.value()) require(symbol.number >= 1 && symbol.year >= 1946);
  return 0;
}
