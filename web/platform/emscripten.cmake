# The toolchain file of the wasm preset: finds Emscripten through the emcc on the PATH (an active SDK's, else
# Debian's) and hands over to the toolchain file that comes with it.
find_program(VETO_EM_CONFIG em-config REQUIRED)
execute_process(COMMAND "${VETO_EM_CONFIG}" EMSCRIPTEN_ROOT OUTPUT_VARIABLE veto_emscripten
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include("${veto_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
