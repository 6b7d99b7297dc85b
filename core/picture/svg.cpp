#include "svg.h"

#include <cmath>
#include <numbers>

#include "core/utf8.h"
#include "typesetting.h"

namespace council {

namespace {

/// A length with at most two decimals: integers only, so that every platform writes the same bytes.
std::string number(float value) {
  const long hundredths = std::lround(value * 100);
  const long whole = std::labs(hundredths) / 100;
  const long rest = std::labs(hundredths) % 100;
  std::string result = hundredths < 0 ? "-" : "";
  if (whole > 0 || rest == 0) result += std::to_string(whole);
  if (rest > 0)
    result += rest % 10 == 0 ? "." + std::to_string(rest / 10) : (rest < 10 ? ".0" : ".") + std::to_string(rest);
  return result == "-0" ? "0" : result;
}

class Writer {
 public:
  Writer(const SvgInks& inks, bool right_to_left, bool fitted)
      : inks_(inks), right_to_left_(right_to_left), fitted_(fitted) {}

  void shape(const Shape& shape) {
    attributes_.clear();
    const std::string pivot = number(shape.pivot.x) + " " + number(shape.pivot.y);
    const std::string turned = "rotate(" + number(shape.turn * 180 / std::numbers::pi_v<float>);
    if (shape.scale != 1) {
      attributes_ += " transform=\"translate(" + pivot + ") " + turned + ") scale(" + number(shape.scale) +
                     ") translate(" + number(-shape.pivot.x) + " " + number(-shape.pivot.y) + ")\"";
    } else if (shape.turn != 0) {
      attributes_ += " transform=\"" + turned + " " + pivot + ")\"";
    }
    if (shape.opacity != 1) attributes_ += " opacity=\"" + number(shape.opacity) + "\"";
    std::visit([this](const auto& figure) { draw(figure); }, shape.figure);
  }

  std::string text;

 private:
  const std::string& ink(Ink ink) const { return inks_[static_cast<std::size_t>(ink)]; }
  std::string stroke(Ink colour, float width) const {
    return " stroke=\"" + ink(colour) + "\" stroke-width=\"" + number(width) + "\"";
  }
  static std::string circle(Point centre, float radius) {
    return "<circle cx=\"" + number(centre.x) + "\" cy=\"" + number(centre.y) + "\" r=\"" + number(radius) + "\"";
  }
  static std::string path(const std::vector<Point>& points) {
    std::string result;
    // From point to point: a mark's strokes read alike at every seat, and compress so.
    for (std::size_t i = 0; i < points.size(); ++i)
      result += i == 0 ? "M" + number(points[i].x) + " " + number(points[i].y)
                       : "l" + number(points[i].x - points[i - 1].x) + " " + number(points[i].y - points[i - 1].y);
    return result;
  }

  void draw(const Disc& disc) {
    text += circle(disc.centre, disc.radius) + " fill=\"" + ink(disc.ink) + "\"" + attributes_ + "/>";
  }
  void draw(const Ring& ring) {
    text += circle(ring.centre, ring.radius) + stroke(ring.ink, ring.width);
    if (ring.dashes > 0) {
      const float piece = 2 * std::numbers::pi_v<float> * ring.radius / static_cast<float>(ring.dashes);
      text += " stroke-dasharray=\"" + number(piece * 0.6F) + " " + number(piece * 0.4F) + "\"";
    }
    text += attributes_ + "/>";
  }
  void draw(const Box& box) {
    const float inset = box.edge == Ink::none ? 0 : box.width / 2;
    text += "<rect x=\"" + number(box.from.x + inset) + "\" y=\"" + number(box.from.y + inset) + "\" width=\"" +
            number(box.to.x - box.from.x - 2 * inset) + "\" height=\"" + number(box.to.y - box.from.y - 2 * inset) +
            "\" rx=\"" + number(box.radius) + "\"";
    if (box.fill != Ink::none) text += " fill=\"" + ink(box.fill) + "\"";
    if (box.edge != Ink::none) text += stroke(box.edge, box.width);
    text += attributes_ + "/>";
  }
  void draw(const Line& line) {
    text += "<path d=\"" + path(line.points) + "\"" + stroke(line.ink, line.width) + attributes_ + "/>";
  }
  void draw(const Band& band) {
    const float up = -std::numbers::pi_v<float> / 2;
    const auto point = [](Point at) { return number(at.x) + " " + number(at.y); };
    const auto arc = [&](Point half_axes, float direction) {
      return point(on_ellipse(band.centre, half_axes, up - direction * band.sweep)) + "A" + point(half_axes) + " 0 " +
             (band.sweep > -up ? "1" : "0") + (direction > 0 ? " 1 " : " 0 ") +
             point(on_ellipse(band.centre, half_axes, up + direction * band.sweep));
    };
    text += "<path d=\"M" + arc(band.outer, 1) + "L" + arc(band.inner, -1) + "Z\" fill=\"" + ink(band.fill) + "\"" +
            stroke(band.edge, band.width) + attributes_ + "/>";
  }
  void draw(const Label& label) {
    text += "<text x=\"" + number(label.at.x) + "\" y=\"" + number(label.at.y) + "\" font-size=\"" +
            number(label.size) + "\"";
    if (label.bold) text += " font-weight=\"700\"";
    // An anchor's start and end go by the direction of the text.
    const Align start = right_to_left_ ? Align::right : Align::left;
    if (label.align != start) text += label.align == Align::centre ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
    if (label.tracking != 0) text += " letter-spacing=\"" + number(label.tracking) + "\"";
    // Faces of joined letters differ too much for any room that was measured.
    if (fitted_ || has_joined_letters(label.text)) {
      const float gaps = label.tracking * static_cast<float>(characters_in(label.text));
      text += " textLength=\"" + number(text_width(label.text, label.size, label.bold) + gaps) +
              "\" lengthAdjust=\"spacingAndGlyphs\"";
    }
    text += " fill=\"" + ink(label.ink) + "\"" + attributes_ + ">" + escaped(label.text) + "</text>";
  }

  const SvgInks& inks_;
  bool right_to_left_;
  bool fitted_;
  std::string attributes_;
};

}  // namespace

SvgInks svg_inks(const Palette& palette) {
  constexpr std::string_view digits = "0123456789abcdef";
  SvgInks inks;
  for (std::size_t i = 0; i < palette.size(); ++i) {
    inks[i] = "#";
    for (unsigned shift = 24; shift > 0; shift -= 4) inks[i] += digits[palette[i] >> (shift - 4) & 15U];
  }
  return inks;
}

SvgInks css_inks() {
  SvgInks inks;
  for (std::size_t i = 0; i < inks.size(); ++i) inks[i] = "var(--" + std::string(ink_names[i]) + ")";
  inks[static_cast<std::size_t>(Ink::none)] = "none";
  return inks;
}

std::string svg_elements(const Picture& picture, const SvgInks& inks, bool fitted) {
  Writer writer(inks, picture.right_to_left, fitted);
  // The direction is stated in any case: the page around it may have the other one.
  // And its words are one picture, whose text alternative stands on the <svg>: read one by one they would be loose.
  writer.text = std::string("<g aria-hidden=\"true\" direction=\"") + (picture.right_to_left ? "rtl" : "ltr") +
                "\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">";
  for (const Shape& shape : picture.shapes) writer.shape(shape);
  return std::move(writer.text) + "</g>";
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace council
