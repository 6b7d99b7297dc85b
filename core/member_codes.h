// The three-letter codes of the members of the United Nations, past and present, as the UN's own voting data write them
// (ISO 3166-1 alpha-3; RUS for the USSR too).
#pragma once

#include <string_view>

namespace council {

/// Whether a member of the United Nations has, or had, that code; or a seat that a proposal adds, and that nobody sits
/// in yet: XP (permanent) or XE (elected) and a letter, which ISO 3166-1 leaves to its users.
constexpr bool is_member_code(std::string_view code) {
  // By their first letter, which stands once: readers download this. Of members that are no more: BYS CSK DDR EAZ SCG
  // YMD YUG ZAR.
  constexpr std::string_view codes =
      "AFGGOLBNDRERGRMTGUSUTZE BDIELENFAGDGRHRHSIHLRLZOLRARBRNTNWAYS CAFANHEHLHNIVMRODOGOLOMPVRISKUBYPZE "
      "DDREUJIMANKOMZA EAZCUGYRISPSTTH FINJIRASM GABBREOHAINMBNBNQRCRDTMUY HNDRVTIUN IDNNDRLRNRQSLSRTA "
      "JAMORPN KAZENGZHMIRNAORWT LAOBNBRBYCAIEKASOTUUXVA MARCODADGDVEXHLKDLILTMRNENGOZRTUSWIYS "
      "NAMERGAICLDORPLRUZL OMN PAKANERHLLWNGOLRKRTRY QAT ROUUSWA SAUCGDNENGPLBLELVMROMRBSDTPURVKVNWEWZYCYR "
      "TCDGOHAJKKMLSONTOUNURUVZA UGAKRRYSAZB VCTENNMUT WSM YEMMDUG ZAFARMBWE";
  if (code.size() != 3) return false;
  if (code[0] == 'X') return (code[1] == 'P' || code[1] == 'E') && code[2] >= 'A' && code[2] <= 'Z';
  for (std::size_t at = 0; at < codes.size(); ++at) {
    const bool here = codes[at] == code[0];
    for (++at; at < codes.size() && codes[at] != ' '; at += 2)
      if (here && codes.substr(at, 2) == code.substr(1)) return true;
  }
  return false;
}

static_assert(is_member_code("RUS") && is_member_code("CSK") && is_member_code("ZWE"));
static_assert(is_member_code("XPA") && !is_member_code("XXX") && !is_member_code("XP1") && !is_member_code("FGA") &&
              !is_member_code("RU"));

}  // namespace council
