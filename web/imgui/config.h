// Dear ImGui's build options (IMGUI_USER_CONFIG), for the module and the view tests alike.
#pragma once

#include <cstdio>

// The chamber uses windows, buttons and draw lists; what else can be left out is.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_TTY_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS

// format.cpp: a C library's printf family with floating point weighs as much as half of ImGui, and stb_sprintf
// (IMGUI_USE_STB_SPRINTF) 3.6 KiB more than format.cpp, compressed.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

#ifdef NDEBUG
#define IM_ASSERT(condition) ((void)0)
#endif

// Everything that ImGui would scan is settings text and typed numbers, and there is neither here.
#define sscanf(...) 0
