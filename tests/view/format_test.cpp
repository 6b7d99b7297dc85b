// ImGui's formatting functions, as we supply them, against the C library's.
#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <climits>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <initializer_list>
#include <string_view>

// A format without arguments is one of the cases.
#pragma GCC diagnostic ignored "-Wformat-security"

namespace {

/// Whether both write the same text and tell the same length, into buffers that are large, too small and not there.
template <class... Arguments>
void check_alike(const char* format, Arguments... arguments) {
  CAPTURE(std::string_view(format));
  char expected[256];
  char got[256];
  const int length = std::snprintf(expected, sizeof expected, format, arguments...);
  CHECK(ImFormatString(got, sizeof got, format, arguments...) == length);
  CHECK(std::strcmp(got, expected) == 0);
  CHECK(ImFormatString(nullptr, 0, format, arguments...) == length);

  char small[4];
  const int cut = ImFormatString(small, sizeof small, format, arguments...);
  CHECK(cut == (length < 3 ? length : 3));
  CHECK(std::strncmp(small, expected, static_cast<std::size_t>(cut)) == 0);
  CHECK(small[cut] == 0);
}

}  // namespace

TEST_CASE("ImFormatString: integers") {
  for (const int value : {0, 1, -1, 7, 42, -1000, INT_MAX, INT_MIN}) {
    for (const char* const format : {"%d", "%i", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%8.3d", "%3d%%"})
      check_alike(format, value);
    for (const char* const format : {"%u", "%x", "%08X", "0x%08X", "%4x"})
      check_alike(format, static_cast<unsigned>(value));
  }
  check_alike("%lld %llu", LLONG_MIN, ULLONG_MAX);
  check_alike("%llX", 0xFEDCBA9876543210ULL);
  check_alike("%ld/%lu", LONG_MIN, ULONG_MAX);
  check_alike("%zu", sizeof(int));
  check_alike("%hd", 12);
  check_alike("%*d|%-*d|", 6, 42, 6, 42);
  check_alike("%*d|", -6, 42);
}

TEST_CASE("ImFormatString: texts and letters") {
  check_alike("plain");
  check_alike("%s", "");
  check_alike("%s/%s_%08X", "chamber", "seat", 0x1234ABCDU);
  check_alike("%.*s|", 3, "Council");
  check_alike("%10s|%-10s|", "veto", "veto");
  check_alike("%.2s", "Security");
  check_alike("%c%c", 'Y', 'N');
  check_alike("Côte d’Ivoire %s", "→");
}

TEST_CASE("ImFormatString: fractions") {
  for (const double value : {0.0, 1.0, -1.0, 0.25, 0.5, 1.5, 2.5, -0.75, 3.14159, 99.999, 12345.678, -0.001, 1e9}) {
    for (const char* const format : {"%f", "%.0f", "%.1f", "%.3f", "%8.2f", "%-8.2f|", "%08.2f", "%+.2f"})
      check_alike(format, value);
  }
}
