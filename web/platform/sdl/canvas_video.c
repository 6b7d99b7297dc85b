// SDL2's video driver for a canvas that belongs to a page.
//
// SDL's own Emscripten driver takes keys, wheel and touches from the whole window, sizes the canvas and goes through an
// EGL emulation. An embedded picture must do none of that: the page decides the canvas's place and size and hands its
// pointer events over (web/platform/abi.h). What remains is one window and one WebGL context.
#include "src/SDL_internal.h"
#include "src/video/SDL_sysvideo.h"

// canvas_library.js
extern int canvas_create_context(void);
extern void canvas_set_size(int width, int height);

static int video_init(_THIS) {
  (void)_this;
  SDL_DisplayMode mode;
  SDL_zero(mode);
  mode.format = SDL_PIXELFORMAT_RGB888;
  // SDL clips nothing to the display; it only wants one to be there.
  mode.w = 1;
  mode.h = 1;
  return SDL_AddBasicVideoDisplay(&mode) < 0 ? -1 : 0;
}

static void video_quit(_THIS) { (void)_this; }

static int create_window(_THIS, SDL_Window* window) {
  (void)_this;
  canvas_set_size(window->w, window->h);
  return 0;
}

static void set_window_size(_THIS, SDL_Window* window) {
  (void)_this;
  canvas_set_size(window->w, window->h);
}

static void destroy_window(_THIS, SDL_Window* window) {
  (void)_this;
  (void)window;
}

static void pump_events(_THIS) { (void)_this; }

static int load_library(_THIS, const char* path) {
  (void)_this;
  (void)path;
  return 0;
}

static void unload_library(_THIS) { (void)_this; }

static SDL_GLContext create_context(_THIS, SDL_Window* window) {
  (void)_this;
  (void)window;
  const int context = canvas_create_context();
  if (context == 0) SDL_SetError("WebGL is not available");
  return (SDL_GLContext)(intptr_t)context;
}

static int make_current(_THIS, SDL_Window* window, SDL_GLContext context) {
  // There is one context; creating it made it current.
  (void)_this;
  (void)window;
  (void)context;
  return 0;
}

static int swap_window(_THIS, SDL_Window* window) {
  // The browser shows what was drawn when the frame's callback returns.
  (void)_this;
  (void)window;
  return 0;
}

static void delete_context(_THIS, SDL_GLContext context) {
  (void)_this;
  (void)context;
}

static void free_device(SDL_VideoDevice* device) { SDL_free(device); }

static SDL_VideoDevice* create_device(void) {
  SDL_VideoDevice* device = (SDL_VideoDevice*)SDL_calloc(1, sizeof(SDL_VideoDevice));
  if (!device) {
    SDL_OutOfMemory();
    return NULL;
  }
  device->VideoInit = video_init;
  device->VideoQuit = video_quit;
  device->CreateSDLWindow = create_window;
  device->SetWindowSize = set_window_size;
  device->DestroyWindow = destroy_window;
  device->PumpEvents = pump_events;
  device->GL_LoadLibrary = load_library;
  device->GL_UnloadLibrary = unload_library;
  device->GL_CreateContext = create_context;
  device->GL_MakeCurrent = make_current;
  device->GL_SwapWindow = swap_window;
  device->GL_DeleteContext = delete_context;
  device->free = free_device;
  return device;
}

VideoBootStrap Emscripten_bootstrap = {"canvas", "A canvas of the page", create_device, NULL};
