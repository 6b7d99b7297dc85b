// The gallery module: what it adds to the chamber; see gallery.h for what it offers.
#include "gallery.h"

#include <cmath>
#include <utility>
#include <vector>

#include "exhibits.h"
#include "web/app/gallery_view.h"

namespace council {
namespace {

struct Hall {
  Gallery gallery;
  GalleryUi ui;
  std::vector<int> pressed;  ///< places, in the order in which they were
};

Hall& hall() {
  static Hall instance;
  return instance;
}

/// Takes what a text says in place of what was there.
template <class T, class Parse>
int take(T& place, int length, const Parse& parse) {
  auto read = parse(chamber_border().taken(length));
  if (!read) return chamber_border().refuse(read.error().text());
  place = std::move(read.value());
  return status_done;
}

}  // namespace

bool exhibits_plot(const State& state) { return hall().gallery.shows_plot(state); }

void draw_plot(const State& state, const Words& words, const Appearance& look) {
  draw_gallery(hall().gallery, state, words, look, hall().ui, hall().pressed);
}

Picture still_plot(const State& state, const Words& words, float width, int hovered) {
  return picture_of(hall().gallery, state, words, width, hovered);
}

int plot_place_at(const State& state, const Words& words, float width, Point at) {
  return place_at(hall().gallery, state, words, width, at);
}

void tap_plot(int place) {
  if (place >= 0) hall().pressed.push_back(place);
}

bool take_plot_action(std::string& action) {
  std::vector<int>& pressed = hall().pressed;
  if (pressed.empty()) return false;
  action = look_at(pressed.front());
  pressed.erase(pressed.begin());
  return true;
}

}  // namespace council

using namespace council;

int gallery_show(int exhibit) {
  Gallery& gallery = hall().gallery;
  if (exhibit < exhibit_chamber || exhibit > exhibit_vetoes || (exhibit == exhibit_vetoes && !gallery.vetoes))
    return chamber_border().refuse("");
  gallery.shown = static_cast<council::Exhibit>(exhibit);
  hall().ui = {};
  return status_done;
}

int gallery_vetoes(int length) { return take(hall().gallery.vetoes, length, parse_vetoes_plot); }
int gallery_power(int length) { return take(hall().gallery.power, length, parse_power_choice); }
int gallery_highlight(int length) { return take(hall().gallery.highlight, length, parse_highlight); }

int gallery_height(int width) {
  const Gallery& gallery = hall().gallery;
  const State& state = chamber_state();
  const Words& words = chamber_words_in_use();
  chamber_border().answer.clear();
  if (!gallery.shows_plot(state)) return 0;
  chamber_border().answer = told_by(gallery, state, words);
  return static_cast<int>(std::ceil(height_of(gallery, state, words, static_cast<float>(width))));
}
