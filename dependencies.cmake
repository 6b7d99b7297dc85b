# Third-party sources. What scripts/setup unpacked from Debian's packages is used where it is; otherwise FetchContent
# downloads the pinned commits.
include(FetchContent)
set(FETCHCONTENT_QUIET OFF)

if(DEFINED ENV{VETO_CACHE})
  set(veto_cache "$ENV{VETO_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(veto_cache "$ENV{XDG_CACHE_HOME}/veto-explainer")
else()
  set(veto_cache "$ENV{HOME}/.cache/veto-explainer")
endif()

# veto_source(<name> <repository> <commit>): leaves the sources in <name>_SOURCE_DIR, without configuring them.
macro(veto_source name repository commit)
  string(TOUPPER ${name} upper)
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND EXISTS "${veto_cache}/sources/${name}")
    set(FETCHCONTENT_SOURCE_DIR_${upper} "${veto_cache}/sources/${name}")
  endif()
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${commit} GIT_SUBMODULES "")
  FetchContent_GetProperties(${name})
  if(NOT ${name}_POPULATED)
    FetchContent_Populate(${name})
  endif()
endmacro()

veto_source(rapidjson https://github.com/Tencent/rapidjson f54b0e47a08782a6131cc3d60f94d038fa6e0a51) # v1.1.0
add_library(rapidjson INTERFACE)
target_include_directories(rapidjson SYSTEM INTERFACE "${rapidjson_SOURCE_DIR}/include")

if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
  veto_source(doctest https://github.com/doctest/doctest ae7a13539fb71f270b87eb2e874fbac80bc8dda2) # v2.4.11
  add_library(doctest INTERFACE)
  target_include_directories(doctest SYSTEM INTERFACE "${doctest_SOURCE_DIR}/include" "${doctest_SOURCE_DIR}")
endif()
