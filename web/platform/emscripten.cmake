# The toolchain file of the wasm preset: finds Emscripten through the emcc on the PATH (an active SDK's, else
# Debian's) and hands over to the toolchain file that comes with it.
find_program(VETO_EM_CONFIG em-config REQUIRED)
execute_process(COMMAND "${VETO_EM_CONFIG}" EMSCRIPTEN_ROOT OUTPUT_VARIABLE veto_emscripten
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include("${veto_emscripten}/cmake/Modules/Platform/Emscripten.cmake")

# Set whole: CMake would append its own -O3 or -Os to flags that stand in CMAKE_*_FLAGS.
# -Oz alone has emcc forbid all inlining, which makes C++ larger. Bulk memory is as old as instantiateStreaming in all
# browsers, which wasm.js needs.
set(CMAKE_C_FLAGS_RELEASE "-Oz -flto -DNDEBUG" CACHE STRING "Smallest code")
set(CMAKE_CXX_FLAGS_RELEASE "-Oz -finline-functions -mbulk-memory -flto -DNDEBUG -fno-exceptions -fno-rtti" CACHE STRING "Smallest code")
set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-Oz -flto" CACHE STRING "Smallest code")
