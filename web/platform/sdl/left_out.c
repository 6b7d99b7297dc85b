// What SDL's video and event code asks of its parts that are left out: the keyboard, touch and gestures (the page's
// own), the 2D renderer, hints (the defaults hold) and words for errors (a code suffices here). With them go tables of
// names, a log of every event and a printf.
#include "src/SDL_internal.h"

#include "SDL_events.h"
#include "SDL_hints.h"
#include "SDL_render.h"
#include "SDL_touch.h"
#include "src/events/SDL_gesture_c.h"
#include "src/events/SDL_keyboard_c.h"
#include "src/events/SDL_touch_c.h"

int SDL_KeyboardInit(void) { return 0; }
void SDL_KeyboardQuit(void) {}
SDL_Window* SDL_GetKeyboardFocus(void) { return NULL; }
void SDL_SetKeyboardFocus(SDL_Window* window) { (void)window; }
void SDL_ReleaseAutoReleaseKeys(void) {}

int SDL_TouchInit(void) { return 0; }
void SDL_TouchQuit(void) {}
int SDL_AddTouch(SDL_TouchID id, SDL_TouchDeviceType type, const char* name) {
  (void)id;
  (void)type;
  (void)name;
  return -1;
}
void SDL_GestureProcessEvent(SDL_Event* event) { (void)event; }

SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
  (void)window;
  return NULL;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }

int SDL_SetError(const char* format, ...) {
  (void)format;
  return -1;
}
int SDL_Error(SDL_errorcode code) {
  (void)code;
  return -1;
}
const char* SDL_GetError(void) { return ""; }
void SDL_ClearError(void) {}
void SDL_Log(const char* format, ...) { (void)format; }
void SDL_LogInit(void) {}
void SDL_LogQuit(void) {}

const char* SDL_GetHint(const char* name) {
  (void)name;
  return NULL;
}
SDL_bool SDL_GetHintBoolean(const char* name, SDL_bool fallback) {
  (void)name;
  return fallback;
}
SDL_bool SDL_GetStringBoolean(const char* value, SDL_bool fallback) {
  (void)value;
  return fallback;
}
SDL_bool SDL_SetHint(const char* name, const char* value) {
  (void)name;
  (void)value;
  return SDL_FALSE;
}
void SDL_AddHintCallback(const char* name, SDL_HintCallback callback, void* userdata) {
  (void)name;
  (void)callback;
  (void)userdata;
}
void SDL_DelHintCallback(const char* name, SDL_HintCallback callback, void* userdata) {
  (void)name;
  (void)callback;
  (void)userdata;
}
void SDL_ClearHints(void) {}

char* SDL_getenv(const char* name) {
  (void)name;
  return NULL;
}
