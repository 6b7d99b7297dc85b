// Dear ImGui's two formatting functions, for the conversions that it uses: d i u x X c s p f and %, with flags, width,
// precision and length; its plots and debug tools, which are not in the view, use %g as well. Same contract as
// vsnprintf: the text is cut to fit and ended by a null, the full length is returned where there is no buffer.
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

/// Where the text goes; counts on when it is full.
class Sink {
 public:
  Sink(char* out, std::size_t size) : out_(out), size_(out ? size : 0) {}

  void put(char c) {
    if (length_ + 1 < size_) out_[length_] = c;
    ++length_;
  }
  void fill(char c, int count) {
    for (; count > 0; --count) put(c);
  }
  void put(const char* text, int length) {
    for (int i = 0; i < length; ++i) put(text[i]);
  }
  int finish() {
    if (size_ == 0) return static_cast<int>(length_);
    const std::size_t end = length_ < size_ ? length_ : size_ - 1;
    out_[end] = 0;
    return static_cast<int>(end);
  }

 private:
  char* out_;
  std::size_t size_;
  std::size_t length_ = 0;
};

struct Conversion {
  bool left = false;
  bool zeros = false;
  char sign = 0;  ///< what stands before a positive number; 0 for nothing
  int width = 0;
  int precision = -1;  ///< -1 where none is given
};

/// Writes digits from the end of a buffer; returns where they begin.
char* digits_before(char* end, std::uint64_t value, unsigned base, bool capitals, int at_least) {
  const char* const digits = capitals ? "0123456789ABCDEF" : "0123456789abcdef";
  for (; value != 0 || at_least > 0; value /= base, --at_least) *--end = digits[value % base];
  return end;
}

void put_padded(Sink& sink, const Conversion& conversion, char sign, const char* text, int length, bool zeros) {
  const int padding = conversion.width - length - (sign ? 1 : 0);
  if (!conversion.left && !zeros) sink.fill(' ', padding);
  if (sign) sink.put(sign);
  if (!conversion.left && zeros) sink.fill('0', padding);
  sink.put(text, length);
  if (conversion.left) sink.fill(' ', padding);
}

void put_integer(Sink& sink, const Conversion& conversion, std::uint64_t value, bool negative, char letter) {
  char buffer[96];
  char* const end = buffer + sizeof buffer;
  const int at_least = conversion.precision < 0 ? 1 : conversion.precision < 64 ? conversion.precision : 64;
  const unsigned base = letter == 'x' || letter == 'X' ? 16 : 10;
  const char* const begin = digits_before(end, value, base, letter == 'X', at_least);
  const bool zeros = conversion.zeros && conversion.precision < 0;
  put_padded(sink, conversion, negative ? '-' : conversion.sign, begin, static_cast<int>(end - begin), zeros);
}

void put_float(Sink& sink, Conversion conversion, double value) {
  const bool negative = value < 0;
  if (negative) value = -value;
  const char sign = negative ? '-' : conversion.sign;
  if (value != value) return put_padded(sink, conversion, 0, "nan", 3, false);
  // Past 2^63 nothing that a view measures is left.
  if (value >= 9.2e18) return put_padded(sink, conversion, sign, "inf", 3, false);
  const int places = conversion.precision < 0 ? 6 : conversion.precision < 9 ? conversion.precision : 9;
  std::uint64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  auto whole = static_cast<std::uint64_t>(value);
  const double scaled = (value - static_cast<double>(whole)) * static_cast<double>(scale);
  auto fraction = static_cast<std::uint64_t>(scaled);
  // Halves go to the even neighbour, as in a C library.
  const double rest = scaled - static_cast<double>(fraction);
  const bool odd = ((places > 0 ? fraction : whole) & 1) != 0;
  if (rest > 0.5 || (rest == 0.5 && odd)) ++fraction;
  if (fraction >= scale) {
    fraction -= scale;
    ++whole;
  }
  char buffer[48];
  char* const end = buffer + sizeof buffer;
  char* begin = end;
  if (places > 0) {
    begin = digits_before(end, fraction, 10, false, places);
    *--begin = '.';
  }
  begin = digits_before(begin, whole, 10, false, 1);
  put_padded(sink, conversion, sign, begin, static_cast<int>(end - begin), conversion.zeros);
}

}  // namespace

int ImFormatStringV(char* out,  // NOLINT(readability-inconsistent-declaration-parameter-name)
                    std::size_t size, const char* format, std::va_list arguments) {
  Sink sink(out, size);
  for (; *format; ++format) {
    if (*format != '%') {
      sink.put(*format);
      continue;
    }
    Conversion conversion;
    for (++format;; ++format) {
      if (*format == '-')
        conversion.left = true;
      else if (*format == '0')
        conversion.zeros = true;
      else if (*format == '+')
        conversion.sign = '+';
      else if (*format == ' ')
        conversion.sign = conversion.sign ? conversion.sign : ' ';
      else
        break;
    }
    const auto number = [&] {
      int value = 0;
      if (*format == '*') {
        ++format;
        return va_arg(arguments, int);
      }
      for (; *format >= '0' && *format <= '9'; ++format) value = value * 10 + (*format - '0');
      return value;
    };
    conversion.width = number();
    if (conversion.width < 0) {
      conversion.left = true;
      conversion.width = -conversion.width;
    }
    if (*format == '.') {
      ++format;
      conversion.precision = number();
    }
    bool wide = false;
    for (; *format == 'l' || *format == 'h' || *format == 'z'; ++format) {
      wide = wide || (*format == 'l' && (format[1] == 'l' || sizeof(long) == 8)) ||
             (*format == 'z' && sizeof(std::size_t) == 8);
    }
    switch (*format) {
      case 'd':
      case 'i': {
        const std::int64_t value = wide ? va_arg(arguments, long long) : va_arg(arguments, int);
        const auto bits = static_cast<std::uint64_t>(value);
        put_integer(sink, conversion, value < 0 ? 0 - bits : bits, value < 0, 'd');
        break;
      }
      case 'u':
      case 'x':
      case 'X': {
        const std::uint64_t value = wide ? va_arg(arguments, unsigned long long) : va_arg(arguments, unsigned);
        conversion.sign = 0;
        put_integer(sink, conversion, value, false, *format);
        break;
      }
      case 'p': {
        conversion.sign = 0;
        put_integer(sink, conversion, reinterpret_cast<std::uintptr_t>(va_arg(arguments, void*)), false, 'x');
        break;
      }
      case 'c': {
        const char c = static_cast<char>(va_arg(arguments, int));
        put_padded(sink, conversion, 0, &c, 1, false);
        break;
      }
      case 's': {
        const char* text = va_arg(arguments, const char*);
        if (!text) text = "(null)";
        int length = 0;
        while (length != conversion.precision && text[length]) ++length;
        put_padded(sink, conversion, 0, text, length, false);
        break;
      }
      case 'f':
      case 'F':
        put_float(sink, conversion, va_arg(arguments, double));
        break;
      case 0:
        return sink.finish();
      default:
        sink.put(*format);
        break;
    }
  }
  return sink.finish();
}

int ImFormatString(char* out,  // NOLINT(readability-inconsistent-declaration-parameter-name)
                   std::size_t size, const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const int length = ImFormatStringV(out, size, format, arguments);
  va_end(arguments);
  return length;
}
