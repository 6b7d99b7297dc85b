// The analysis module, as its worker sees it: counting, power, the Council's record decided again, files checked. It
// holds no votes: those to count with come with each question, as a link.
//
//   bytes → analysis_buffer(length); analysis_members(length)     // a scenario, as the council module takes it
//   bytes → analysis_buffer(length); analysis_count(length)       // a link's fragment → analysis_answer()
//
//   analysis_record_begin(1);
//   bytes → analysis_buffer(length); analysis_record_read(length) // as often as there is a chunk → analysis_answer()
//   analysis_record_finish();                                     // → analysis_answer()
//
// Answers are JSON, and border.h tells how they come out. Each function that can fail answers a Status; where that is
// status_bad_input, the answer is what is wrong: {line, column, field, found, expected}, in the core's own words, as
// `council check` and `council replay` tell it.
//
// Fractions and numbers of ballots are exact texts; reports.h tells the fields. A decimal is left to the caller, who
// divides.
#pragma once

#include "border.h"

extern "C" {

/// Room for `size` bytes (1 to 16 MiB) of the next call's argument; null when there is none.
VETO_EXPORT char* analysis_buffer(int size);
/// Takes the scenario whose members and rule links speak of from now on, in the place of the one before. Status.
VETO_EXPORT int analysis_members(int length);
/// Counts by the rule of a link's fragment: {yes_no, with_abstention}, each {all, given} as write_count writes it: all
/// ways to vote, and those that are left where the locked members vote as the link says. Status.
VETO_EXPORT int analysis_count(int length);
/// Measures power by the rule of a link's fragment: {yes_no, with_abstention} as write_power writes them, by standing
/// (holder, other, party), and members {STANDING: codes}. Status.
VETO_EXPORT int analysis_power(int length);
/// Both of a standard rule, by its id, whoever sits there: {count {yes_no, with_abstention}, power {yes_no,
/// with_abstention}}, power by kind of seat (permanent, new_permanent, elected). Status.
VETO_EXPORT int analysis_rule(int length);
/// Checks a whole scenario file. Status.
VETO_EXPORT int analysis_check(int length);

/// Begins to read the UN Digital Library's Security Council Voting Data (core/replay.h). With `skip_bad`, resolutions
/// whose rows are at fault are left out; else the first fault ends the reading.
VETO_EXPORT void analysis_record_begin(int skip_bad);
/// Reads on; chunks may end anywhere. The answer is {decided, errors, faults}. `decided` has an array for each
/// resolution that ended in the chunk: symbol, date, description, draft, meeting, agenda, rule, outcome, reason, the
/// members' codes one after another in the file's order, the places among them of the permanent ones, a letter of each
/// one's vote. `errors` are of the chunk, and `faults` their number since the beginning: after the first hundred, they
/// only count. Status: bad input where reading is at its end by that.
VETO_EXPORT int analysis_record_read(int length);
/// Tells that the file is at its end. The answer has a report besides, as `council replay --json` has it. Status.
VETO_EXPORT int analysis_record_finish();

/// The answer, and its bytes.
VETO_EXPORT const char* analysis_answer();
VETO_EXPORT int analysis_answer_length();
}
