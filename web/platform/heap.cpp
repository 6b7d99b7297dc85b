// malloc and free of the council module (-sMALLOC=none).
#include "heap.h"

namespace {

struct Wasm {
  static std::size_t grow(std::size_t pages) { return __builtin_wasm_memory_grow(0, pages); }
  static void* at(std::size_t page) { return reinterpret_cast<void*>(page * council::heap_page); }
};

using Memory = council::Heap<Wasm>;

}  // namespace

extern "C" {

void* malloc(std::size_t bytes) { return Memory::allocate(bytes); }
void free(void* memory) { Memory::release(memory); }
void* realloc(void* old, std::size_t bytes) { return Memory::resize<malloc, free>(old, bytes); }
}
