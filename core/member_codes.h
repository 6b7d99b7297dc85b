// The three-letter codes of the members of the United Nations, past and present, as the UN's own voting data write them
// (ISO 3166-1 alpha-3; RUS for the USSR too).
#pragma once

#include <string_view>

namespace council {

/// Whether a member of the United Nations has, or had, that code.
constexpr bool is_member_code(std::string_view code) {
  constexpr std::string_view codes =
      "AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI "
      "CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI "
      "EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA "
      "JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM "
      "MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT "
      "KOR ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE "
      "SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE "
      "CSK DDR YMD YUG SCG ZAR BYS EAZ ";
  if (code.size() != 3) return false;
  for (std::size_t at = 0; at < codes.size(); at += 4)
    if (codes.substr(at, 3) == code) return true;
  return false;
}

static_assert(is_member_code("RUS") && is_member_code("CSK") && is_member_code("ZWE"));
static_assert(!is_member_code("FGA") && !is_member_code("XXX") && !is_member_code("RU"));

}  // namespace council
