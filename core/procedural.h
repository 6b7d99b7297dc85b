// Procedural decisions that a permanent member opposed and that carried all the same.
//
//   for (const ProceduralDecision& decision : opposed_procedural_decisions) show(decision.symbol);
//
// On a matter of procedure no vote is a veto: Charter of the United Nations, article 27, paragraph 2. The record does
// not tell which decisions were procedural, and of most it makes no difference; of these it does, because under
// paragraph 3 every one of them would have failed.
#pragma once

#include <array>
#include <string_view>

#include "date.h"
#include "resolution.h"

namespace council {

struct ProceduralDecision {
  std::string_view symbol;      ///< of the resolution
  std::string_view date;        ///< year-month-day
  std::string_view opposed_by;  ///< the permanent members that voted against, by code, with blanks between
  std::string_view source;      ///< where the vote stands, and what it decided
};

inline constexpr std::array opposed_procedural_decisions{
    ProceduralDecision{"S/RES/34(1947)", "1947-09-15", "RUS",
                       "S/PV.202: the Greek question comes off the list of matters before the Council"},
    ProceduralDecision{"S/RES/87(1950)", "1950-09-29", "CHN USA",
                       "S/PV.506: Beijing is invited to the debate on its complaint about Taiwan"},
    ProceduralDecision{"S/RES/88(1950)", "1950-11-08", "CHN",
                       "S/PV.520: Beijing is invited to the debate on the report from Korea"},
    ProceduralDecision{"S/RES/110(1955)", "1955-12-16", "RUS",
                       "S/PV.707: the Council joins in preparing a conference to review the Charter (art. 109)"},
    ProceduralDecision{"S/RES/119(1956)", "1956-10-31", "FRA GBR",
                       "S/PV.751: an emergency special session of the General Assembly is called, on Suez"},
    ProceduralDecision{"S/RES/120(1956)", "1956-11-04", "RUS",
                       "S/PV.754: an emergency special session of the General Assembly is called, on Hungary"},
    ProceduralDecision{"S/RES/132(1959)", "1959-09-07", "RUS",
                       "S/PV.848: a subcommittee is set up to look into the situation in Laos (art. 29)"},
    ProceduralDecision{"S/RES/157(1960)", "1960-09-17", "RUS",
                       "S/PV.906: an emergency special session of the General Assembly is called, on the Congo"},
    ProceduralDecision{"S/RES/462(1980)", "1980-01-09", "RUS",
                       "S/PV.2190: an emergency special session of the General Assembly is called, on Afghanistan"},
    ProceduralDecision{"S/RES/2623(2022)", "2022-02-27", "RUS",
                       "S/PV.8980: an emergency special session of the General Assembly is called, on Ukraine"},
};

static_assert([] {
  int last = 0;
  for (const ProceduralDecision& decision : opposed_procedural_decisions) {
    const auto symbol = parse_symbol(decision.symbol);
    if (!symbol || symbol->number <= last || !is_date(decision.date)) return false;
    std::string_view year = decision.date.substr(0, 4);
    if (take_number(year, 4) != symbol->year || decision.opposed_by.empty() || decision.source.empty()) return false;
    last = symbol->number;
  }
  return true;
}());

}  // namespace council
