// The council module's allocator on memory that the test gives it, under a load by chance.
#include "web/platform/heap.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <random>
#include <span>
#include <vector>

using council::Block;
using council::heap_page;

namespace {

/// Memory that grows like WebAssembly's, up to a limit; a page may be taken by somebody else in between.
struct Memory {
  std::size_t limit;  // pages
  std::size_t used = 0;
  std::size_t skipped = 0;
  std::size_t regions = 0;  // pieces of memory that do not touch each other
  bool apart = true;        // what comes next does not touch what came last
  std::unique_ptr<std::byte[]> bytes = std::make_unique<std::byte[]>((limit + 1) * heap_page);

  std::byte* start() {
    void* first = bytes.get();
    std::size_t room = (limit + 1) * heap_page;
    return static_cast<std::byte*>(std::align(alignof(Block), limit * heap_page, first, room));
  }
  std::size_t grow(std::size_t pages) {
    if (pages > limit - used) return council::no_page;
    const std::size_t first = used;
    regions += apart ? 1 : 0;
    apart = false;
    used += pages;
    return first;
  }
  void skip() {
    if (used == limit) return;
    ++used;
    ++skipped;
    apart = true;
  }
};

Memory* memory = nullptr;

struct System {
  static std::size_t grow(std::size_t pages) { return memory->grow(pages); }
  static void* at(std::size_t page) { return memory->start() + page * heap_page; }
};
using Heap = council::Heap<System>;

/// The heap with that memory, from nothing.
struct Fresh {
  Memory own;
  explicit Fresh(std::size_t pages) : own{pages} {
    memory = &own;
    Heap::free_blocks = nullptr;
  }
  ~Fresh() {
    memory = nullptr;
    Heap::free_blocks = nullptr;
  }
  Fresh(const Fresh&) = delete;
  Fresh& operator=(const Fresh&) = delete;
};

struct FreeList {
  std::size_t blocks = 0;
  std::size_t bytes = 0;
  bool sound = true;  // in order, inside of the memory, no two that touch
};

FreeList free_list() {
  FreeList list;
  const std::byte* end = nullptr;
  for (const Block* block = Heap::free_blocks; block; block = block->next) {
    const auto* first = reinterpret_cast<const std::byte*>(block);
    list.sound = list.sound && block->size > 0 && first >= memory->start() && (!end || first > end);
    end = first + block->size * sizeof(Block);
    list.sound = list.sound && end <= memory->start() + memory->used * heap_page;
    ++list.blocks;
    list.bytes += block->size * sizeof(Block);
    if (!list.sound) break;
  }
  return list;
}

/// What a test holds, filled with a pattern of its own.
struct Held {
  std::uint8_t* first;
  std::size_t size;
  std::uint8_t pattern;

  void fill() const { std::fill_n(first, size, pattern); }
  bool intact(std::size_t upto) const {
    return std::all_of(first, first + std::min(upto, size), [&](std::uint8_t byte) { return byte == pattern; });
  }
};

}  // namespace

TEST_CASE("a load by chance: what is held stays, nothing overlaps, and freed neighbours are one again") {
  for (const bool shared : {false, true}) {
    CAPTURE(shared);
    Fresh fresh(64);
    std::mt19937 random(1945);
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    const auto any_size = [&] {
      constexpr std::size_t most[] = {1, 17, 64, 300, 5'000, 200'000};
      return below(most[below(std::size(most))]);
    };
    std::vector<Held> held;
    std::uint8_t patterns = 0;
    std::size_t refused = 0;
    const auto take = [&](void* given, std::size_t size) {
      if (!given) {
        ++refused;
        return;
      }
      REQUIRE(reinterpret_cast<std::uintptr_t>(given) % 16 == 0);
      held.push_back({static_cast<std::uint8_t*>(given), size, ++patterns});
      held.back().fill();
    };
    const auto drop = [&](std::size_t i) {
      held[i] = held.back();
      held.pop_back();
    };
    for (int step = 0; step < 20'000; ++step) {
      CAPTURE(step);
      if (shared && below(10) == 0) memory->skip();
      // More is taken for a while, then more is given back.
      const std::size_t chance = below(100);
      if (const bool grows = step / 500 % 2 == 0; held.empty() || chance < (grows ? 55U : 30U)) {
        const std::size_t size = any_size();
        take(Heap::allocate(size), size);
      } else if (chance < 75) {
        const std::size_t i = below(held.size());
        REQUIRE(held[i].intact(held[i].size));
        Heap::release(held[i].first);
        drop(i);
      } else {
        const std::size_t i = below(held.size());
        const std::size_t size = any_size();
        const Held old = held[i];
        void* moved = Heap::resize(old.first, size);
        if (!moved) {
          ++refused;
          REQUIRE(old.intact(old.size));
          continue;
        }
        REQUIRE(Held{static_cast<std::uint8_t*>(moved), size, old.pattern}.intact(old.size));
        drop(i);
        take(moved, size);
      }
      if (step % 100 == 0) REQUIRE(free_list().sound);
    }
    CHECK(refused > 0);
    // Everything still holds its own pattern, so no two share a byte; by place, none begins before another ends.
    std::sort(held.begin(), held.end(), [](const Held& one, const Held& other) { return one.first < other.first; });
    for (std::size_t i = 0; i < held.size(); ++i) {
      CHECK(held[i].intact(held[i].size));
      if (i > 0) CHECK(held[i - 1].first + held[i - 1].size + sizeof(Block) <= held[i].first);
    }
    std::shuffle(held.begin(), held.end(), random);
    for (const Held& each : held) Heap::release(each.first);
    const FreeList list = free_list();
    CHECK(list.sound);
    CHECK(list.blocks == memory->regions);
    CHECK(list.bytes == (memory->used - memory->skipped) * heap_page);
    CHECK((memory->regions > 1) == shared);
  }
}

TEST_CASE("what is too large is refused, and everything else goes on") {
  Fresh fresh(4);
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  void* kept = Heap::allocate(100);
  REQUIRE(kept);
  const Held pattern{static_cast<std::uint8_t*>(kept), 100, 7};
  pattern.fill();
  for (const std::size_t size :
       {most, most - 1, most - 15, most - 16, most - 17, most - heap_page, most / 2, most / 16, 4 * heap_page}) {
    CAPTURE(size);
    CHECK(Heap::allocate(size) == nullptr);
    CHECK(Heap::resize(kept, size) == nullptr);
    CHECK(Heap::resize(nullptr, size) == nullptr);
  }
  CHECK(pattern.intact(100));
  CHECK(memory->used == 1);
  CHECK(free_list().sound);
  // Three pages more are there, and no byte beyond.
  void* rest = Heap::allocate(3 * heap_page - 4 * sizeof(Block));
  CHECK(rest);
  CHECK(Heap::allocate(heap_page) == nullptr);
  Heap::release(rest);
  Heap::release(kept);
  CHECK(free_list().blocks == 1);
}

TEST_CASE("no bytes have a place of their own, and null is nothing") {
  Fresh fresh(1);
  Heap::release(nullptr);
  CHECK(Heap::free_blocks == nullptr);
  void* one = Heap::allocate(0);
  void* other = Heap::resize(nullptr, 0);
  CHECK(one);
  CHECK(other);
  CHECK(one != other);
  Heap::release(other);
  Heap::release(one);
  CHECK(free_list().bytes == heap_page);
}

TEST_CASE("what is freed is used again: no load that repeats itself grows") {
  Fresh fresh(2);
  for (int round = 0; round < 1'000; ++round) {
    void* one = Heap::allocate(20'000);
    void* two = Heap::allocate(30'000);
    REQUIRE(one);
    REQUIRE(two);
    Heap::release(round % 2 == 0 ? one : two);
    Heap::release(round % 2 == 0 ? two : one);
  }
  CHECK(memory->used == 1);
}
