// malloc and free of the modules that bring their own (-sMALLOC=none).
#include "heap.h"

#include <cerrno>

namespace {

struct Wasm {
  static std::size_t grow(std::size_t pages) { return __builtin_wasm_memory_grow(0, pages); }
  static void* at(std::size_t page) { return reinterpret_cast<void*>(page * council::heap_page); }
};

using Memory = council::Heap<Wasm>;

}  // namespace

extern "C" {

void* malloc(std::size_t bytes) { return Memory::allocate(bytes); }
// What is allocated lies where 16 divides already, and nothing here is to lie anywhere rarer.
int posix_memalign(void** memory, std::size_t, std::size_t bytes) {
  *memory = malloc(bytes);
  return *memory ? 0 : ENOMEM;
}
void free(void* memory) { Memory::release(memory); }
void* realloc(void* old, std::size_t bytes) { return Memory::resize<malloc, free>(old, bytes); }
}
