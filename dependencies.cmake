# Third-party sources. What scripts/setup unpacked from Debian's packages is used where it is; otherwise the pinned
# commits are fetched.
include(sources.cmake)

veto_source(rapidjson https://github.com/Tencent/rapidjson f54b0e47a08782a6131cc3d60f94d038fa6e0a51) # v1.1.0
add_library(rapidjson INTERFACE)
target_include_directories(rapidjson SYSTEM INTERFACE "${rapidjson_SOURCE_DIR}/include")

if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
  veto_source(doctest https://github.com/doctest/doctest ae7a13539fb71f270b87eb2e874fbac80bc8dda2) # v2.4.11
  add_library(doctest INTERFACE)
  target_include_directories(doctest SYSTEM INTERFACE "${doctest_SOURCE_DIR}/include" "${doctest_SOURCE_DIR}")
endif()
