#include "json.h"

#include <cstdint>

// RapidJSON asserts on what cannot happen here; the core does not abort.
#define RAPIDJSON_ASSERT(x) static_cast<void>(0)
#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

namespace council::json {

namespace {

/// RapidJSON's input: the text, followed by the zero that it takes for the end.
class Stream {
 public:
  using Ch = char;
  explicit Stream(std::string_view text) : text_(text) {}
  Ch Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  Ch Take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
  std::size_t Tell() const { return at_; }
  // RapidJSON asks for these of writable streams only.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// Builds the tree of values from the parser's events.
class Builder {
 public:
  Builder(std::string_view text, const Stream& stream) : text_(text), stream_(stream) {}

  bool Null() { return add(Kind::null, {}) != nullptr; }
  bool Bool(bool boolean) {
    Value* value = add(Kind::boolean, {});
    if (value) value->boolean = boolean;
    return value;
  }
  bool RawNumber(const char* literal, rapidjson::SizeType length, bool) {
    return add(Kind::number, {literal, length}) != nullptr;
  }
  bool String(const char* characters, rapidjson::SizeType length, bool) {
    return add(Kind::string, {characters, length}) != nullptr;
  }
  bool StartObject() { return open(Kind::object); }
  bool StartArray() { return open(Kind::array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* characters, rapidjson::SizeType length, bool) {
    const std::size_t start = token_start();
    std::vector<Field>& fields = open_.back()->fields;
    const std::string_view name{characters, length};
    for (const Field& field : fields)
      if (field.name == name) return refuse(start, "the field " + quoted(name) + " a second time", "each field once");
    if (fields.size() == max_fields)
      return refuse(start, "more than " + std::to_string(max_fields) + " fields", "fewer in one object");
    fields.push_back({std::string(name), start, {}});
    token_end_ = stream_.Tell();
    return true;
  }
  // Numbers arrive as literals (kParseNumbersAsStringsFlag); RapidJSON still wants these to exist.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  Value root;
  bool refused = false;
  Error refusal;

 private:
  /// Where the token began whose event is being handled: after the one before it and what separates them.
  std::size_t token_start() const {
    std::size_t at = token_end_;
    while (at < text_.size() && std::string_view(" \t\r\n,:").find(text_[at]) != std::string_view::npos) ++at;
    return at;
  }
  Value* add(Kind kind, std::string_view text) {
    Value* slot = &root;
    if (!open_.empty()) {
      Value& parent = *open_.back();
      slot = parent.kind == Kind::object ? &parent.fields.back().value : &parent.items.emplace_back();
    }
    slot->kind = kind;
    slot->offset = token_start();
    slot->text = text;
    token_end_ = stream_.Tell();
    return slot;
  }
  bool open(Kind kind) {
    if (open_.size() == max_depth)
      return refuse(token_start(), "more than " + std::to_string(max_depth) + " levels of nesting", "a flatter file");
    // A parent's vector does not grow while a child of its is open, so these pointers hold.
    open_.push_back(add(kind, {}));
    return true;
  }
  bool close() {
    open_.pop_back();
    token_end_ = stream_.Tell();
    return true;
  }
  bool refuse(std::size_t offset, std::string found, std::string expected) {
    refused = true;
    refusal = error_at(text_, offset, "", std::move(found), std::move(expected));
    return false;
  }

  std::string_view text_;
  const Stream& stream_;
  std::vector<Value*> open_;
  std::size_t token_end_ = 0;
};

/// The offset of the first byte that is not UTF-8 (Unicode 15, table 3-7); the text's size when all is well.
std::size_t invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t more = 0;
    unsigned least = 0x80, most = 0xBF;  // of the second byte
    if (lead >= 0x80) {
      if (lead < 0xC2 || lead > 0xF4) return at;
      more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
      if (lead == 0xE0) least = 0xA0;
      if (lead == 0xED) most = 0x9F;
      if (lead == 0xF0) least = 0x90;
      if (lead == 0xF4) most = 0x8F;
    }
    for (std::size_t i = 1; i <= more; ++i) {
      const unsigned byte = at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
      if (byte < least || byte > most) return at;
      least = 0x80;
      most = 0xBF;
    }
    at += more + 1;
  }
  return text.size();
}

std::string expected_after(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "a JSON object";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "the end of the file";
    case rapidjson::kParseErrorObjectMissName:
      return "a field's name in quotes, or }";
    case rapidjson::kParseErrorObjectMissColon:
      return ": after the field's name";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return ", or }";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return ", or ]";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "four hexadecimal digits after \\u";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "a whole surrogate pair";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "one of the escapes of JSON";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "a closing quotation mark on the same line";
    case rapidjson::kParseErrorStringInvalidEncoding:
      return "UTF-8";
    case rapidjson::kParseErrorNumberMissFraction:
      return "digits after the decimal point";
    case rapidjson::kParseErrorNumberMissExponent:
      return "digits in the exponent";
    default:
      return "a JSON value";
  }
}

}  // namespace

const Value* Value::find(std::string_view name) const {
  for (const Field& field : fields)
    if (field.name == name) return &field.value;
  return nullptr;
}

Error error_at(std::string_view text, std::size_t offset, std::string field, std::string found, std::string expected) {
  Error error{
      .line = 1, .column = 1, .field = std::move(field), .found = std::move(found), .expected = std::move(expected)};
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      ++error.line;
      error.column = 1;
    } else if ((byte & 0xC0U) != 0x80U) {  // the first byte of a character
      ++error.column;
    }
  }
  return error;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 40;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "\"";
  std::size_t characters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U && ++characters > longest) {
      result += "…";
      break;
    }
    if (byte < 0x20 || byte == 0x7F) {
      result += "\\u00";
      result += digits[byte >> 4U];
      result += digits[byte & 15U];
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string described(const Value& value) {
  switch (value.kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return value.boolean ? "true" : "false";
    case Kind::number:
      return value.text.size() > 40 ? "a long number" : value.text;
    case Kind::string:
      return quoted(value.text);
    case Kind::array:
      return "an array";
    case Kind::object:
      return "an object";
  }
  return {};
}

Result<Value> parse(std::string_view text) {
  if (text.size() > max_bytes)
    return error_at(text, 0, "", "more than " + std::to_string(max_bytes / 1024) + " KiB", "a smaller file");
  if (const std::size_t bad = invalid_utf8(text); bad < text.size())
    return error_at(text, bad, "", "bytes that are not UTF-8", "UTF-8");
  Stream stream(text);
  Builder builder(text, stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, builder);
  if (builder.refused) return std::move(builder.refusal);
  if (result.IsError() || stream.Tell() < text.size()) {
    const std::size_t offset = result.IsError() ? result.Offset() : stream.Tell();
    std::string found = "the end of the file";
    if (offset < text.size()) {
      const auto byte = static_cast<unsigned char>(text[offset]);
      found = byte < 0x80 ? quoted(text.substr(offset, 1)) : "a character outside ASCII";
    }
    const auto code = result.IsError() ? result.Code() : rapidjson::kParseErrorDocumentRootNotSingular;
    return error_at(text, offset, "", std::move(found), expected_after(code));
  }
  return std::move(builder.root);
}

}  // namespace council::json
