// An allocator in a fifth of the code of Emscripten's smallest malloc: first fit in a list of free blocks in the order
// of their addresses; neighbours become one block again when they are freed (Kernighan and Ritchie, The C Programming
// Language, 8.7). The council module allocates some hundred times for each thing that happens.
//
//   struct System {
//     static std::size_t grow(std::size_t pages);
//     static void* at(std::size_t page);
//   };
//   void* memory = Heap<System>::allocate(100);
//   Heap<System>::release(memory);
#pragma once

#include <cstddef>
#include <cstring>

namespace council {

/// Stands before what is allocated. Sizes count in blocks like this one, and include it.
struct alignas(16) Block {
  std::size_t size;
  Block* next;  // while it is free
};

/// What memory grows by, as WebAssembly does it.
constexpr std::size_t heap_page = 64 * 1024;

/// What System::grow() says when there is no more memory.
constexpr auto no_page = static_cast<std::size_t>(-1);

/// System::grow(pages) takes that many pages of new memory, above all that it took before, and tells the first one's
/// number; however many it is asked for, it has to refuse what is too many. System::at(page) is where a page begins.
template <typename System>
struct Heap {
  static inline Block* free_blocks = nullptr;

  /// At least so many bytes at an address that 16 divides, or null; also of 0 bytes.
  [[gnu::always_inline]] static void* allocate(std::size_t bytes) {
    // Counted in blocks, the largest number of bytes is far from the end of the numbers.
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

  /// Gives back what allocate() or resize() gave; null is nothing.
  [[gnu::always_inline]] static void release(void* memory) {
    if (memory) insert(static_cast<Block*>(memory) - 1);
  }

  /// Other room with the same bytes, as many as fit; where it gives null, the old one stays. Functions that
  /// have allocate() and release() in them already may be named for taking and giving back.
  template <void* (*take)(std::size_t) = allocate, void (*give_back)(void*) = release>
  static void* resize(void* old, std::size_t bytes) {
    void* memory = take(bytes);
    if (!memory || !old) return memory;
    const std::size_t old_bytes = (static_cast<Block*>(old)[-1].size - 1) * sizeof(Block);
    std::memcpy(memory, old, bytes < old_bytes ? bytes : old_bytes);
    give_back(old);
    return memory;
  }

 private:
  static void insert(Block* block) {
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
  static bool grow(std::size_t size) {
    const std::size_t pages = size / (heap_page / sizeof(Block)) + 1;
    const std::size_t first = System::grow(pages);
    if (first == no_page) return false;
    auto* block = static_cast<Block*>(System::at(first));
    block->size = pages * (heap_page / sizeof(Block));
    insert(block);
    return true;
  }
};

}  // namespace council
