// How much the great sweeps look at: one preset sees everything, and says so to the compiler (tests/CMakeLists.txt).
#pragma once

namespace council::test {

/// Every picture; elsewhere, where each takes ten times as long, a sample must do.
#ifdef VETO_FULL_SWEEPS
inline constexpr bool full_sweeps = true;
#else
inline constexpr bool full_sweeps = false;
#endif

/// Every ballot or coalition of fifteen members and more, against the core's arithmetic. The sanitizers' build has
/// nothing to find there that random rules of fewer seats do not show it, and takes a minute.
#ifdef VETO_SANITIZED
inline constexpr bool enumerations = false;
#else
inline constexpr bool enumerations = true;
#endif

}  // namespace council::test
