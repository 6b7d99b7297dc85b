// malloc and free of the council module (-sMALLOC=none), in a fifth of the code of Emscripten's smallest malloc. First fit in a
// list of free blocks in the order of their addresses; neighbours become one block again when they are freed (Kernighan
// and Ritchie, The C Programming Language, 8.7). The module allocates some hundred times for each thing that happens.
#include <cstddef>
#include <cstring>

namespace {

/// Stands before what is allocated. Sizes count in blocks like this one, and include it.
struct alignas(16) Block {
  std::size_t size;
  Block* next;  // while it is free
};

Block* free_blocks = nullptr;

constexpr std::size_t page = 64 * 1024;  // of WebAssembly

void release(Block* block) {
  Block* before = nullptr;
  Block* after = free_blocks;
  for (; after && after < block; after = after->next) before = after;
  block->next = after;
  if (after && block + block->size == after) {
    block->size += after->size;
    block->next = after->next;
  }
  if (!before) {
    free_blocks = block;
  } else if (before + before->size == block) {
    before->size += block->size;
    before->next = block->next;
  } else {
    before->next = block;
  }
}

/// Takes memory from the system; false when there is none left.
bool grow(std::size_t size) {
  const std::size_t pages = size / (page / sizeof(Block)) + 1;
  const std::size_t end = __builtin_wasm_memory_grow(0, pages);
  if (end == static_cast<std::size_t>(-1)) return false;
  auto* block = reinterpret_cast<Block*>(end * page);
  block->size = pages * (page / sizeof(Block));
  release(block);
  return true;
}

}  // namespace

extern "C" {

void* malloc(std::size_t bytes) {
  const std::size_t size = 1 + bytes / sizeof(Block) + 1;
  for (Block** link = &free_blocks;; link = &(*link)->next) {
    if (!*link) {
      if (!grow(size)) return nullptr;
      link = &free_blocks;
    }
    Block* block = *link;
    if (block->size < size) continue;
    if (block->size == size) {
      *link = block->next;
    } else {  // the end of the block is given away, so that the list stays
      block->size -= size;
      block += block->size;
      block->size = size;
    }
    return block + 1;
  }
}

void free(void* memory) {
  if (memory) release(static_cast<Block*>(memory) - 1);
}

void* realloc(void* old, std::size_t bytes) {
  void* memory = malloc(bytes);
  if (!memory || !old) return memory;
  const std::size_t old_bytes = (static_cast<Block*>(old)[-1].size - 1) * sizeof(Block);
  std::memcpy(memory, old, bytes < old_bytes ? bytes : old_bytes);
  free(old);
  return memory;
}
}
