#include "json.h"

#include <array>
#include <utility>

#include "utf8.h"

// RapidJSON asserts on what cannot happen here; the core does not abort.
#define RAPIDJSON_ASSERT(x) static_cast<void>(0)
#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

namespace council::json {

namespace {

/// Builds the row of values from the parser's events. RapidJSON decodes strings in place (kParseInsituFlag): where a
/// text lies in the characters is where it stood in the file.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  Builder(std::string_view text, const rapidjson::InsituStringStream& stream, std::vector<Value>& values)
      : text_(text), stream_(stream), values_(values) {}

  bool Null() { return literal(Kind::null, "null"); }
  bool Bool(bool boolean) { return literal(Kind::boolean, boolean ? "true" : "false"); }
  bool RawNumber(const char* digits, rapidjson::SizeType length, bool) {
    return add(Kind::number, offset_of(digits), {digits, length});
  }
  bool String(const char* characters, rapidjson::SizeType length, bool) {
    return add(Kind::string, offset_of(characters) - 1, {characters, length});
  }
  bool Key(const char* characters, rapidjson::SizeType length, bool) {
    name_ = {characters, length};
    name_offset_ = offset_of(characters) - 1;
    int fields = 0;
    for (std::size_t at = open_[depth_ - 1] + 1; at < values_.size(); at += values_[at].extent, ++fields)
      if (values_[at].name == name_)
        return refuse(name_offset_, filled("the field {} a second time", quoted(name_)), "each field once");
    return fields < max_fields ||
           refuse(name_offset_, filled("more than {} fields", max_fields), "fewer in one object");
  }
  bool StartObject() { return open(Kind::object); }
  bool StartArray() { return open(Kind::array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool refused = false;
  Error refusal;

 private:
  std::size_t offset_of(const char* character) const { return static_cast<std::size_t>(character - stream_.head_); }
  bool literal(Kind kind, std::string_view text) { return add(kind, offset_of(stream_.src_) - text.size(), text); }
  bool add(Kind kind, std::size_t offset, std::string_view text) {
    values_.push_back(
        {.kind = kind, .offset = offset, .name_offset = name_offset_, .name = std::exchange(name_, {}), .text = text});
    return true;
  }
  bool open(Kind kind) {
    const std::size_t offset = offset_of(stream_.src_) - 1;
    if (depth_ == open_.size())
      return refuse(offset, filled("more than {} levels of nesting", max_depth), "a flatter file");
    open_[depth_++] = values_.size();
    return add(kind, offset, {});
  }
  bool close() {
    Value& closed = values_[open_[--depth_]];
    closed.extent = values_.size() - open_[depth_];
    return true;
  }
  bool refuse(std::size_t offset, std::string found, const char* expected) {
    refused = true;
    refusal = error_at(text_, offset, {}, std::move(found), expected);
    return false;
  }

  std::string_view text_;
  const rapidjson::InsituStringStream& stream_;
  std::vector<Value>& values_;
  std::array<std::size_t, max_depth> open_;  // where in the row the arrays and objects are that have not ended
  std::size_t depth_ = 0;
  std::string_view name_;  // of the field whose value comes next
  std::size_t name_offset_ = 0;
};

/// The offset of the first byte that is not UTF-8; the text's size when all is well.
std::size_t invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    Utf8Sequence sequence = utf8_sequence(static_cast<unsigned char>(text[at]));
    if (sequence.more < 0) return at;
    std::size_t next = at + 1;
    for (; sequence.more > 0; --sequence.more, ++next) {
      const unsigned byte = next < text.size() ? static_cast<unsigned char>(text[next]) : 0;
      if (byte < sequence.least || byte > sequence.most) return at;
      sequence.least = 0x80;
      sequence.most = 0xBF;
    }
    at = next;
  }
  return text.size();
}

const char* expected_after(rapidjson::ParseErrorCode code) {
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

int Value::size() const {
  int n = 0;
  for (Iterator at = begin(); at != end(); ++at) ++n;
  return n;
}

const Value* Value::find(std::string_view wanted) const {
  for (const Value& field : *this)
    if (field.name == wanted) return &field;
  return nullptr;
}

void append_escaped(std::string& result, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20 || byte == 0x7F) {
    result += "\\u00";
    result += digits[byte >> 4U];
    result += digits[byte & 15U];
  } else {
    result += c;
  }
}

std::string written(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    append_escaped(result, c);
  }
  return result += '"';
}

Result<Document> parse(std::string_view text) {
  if (text.size() > max_bytes)
    return error_at(text, 0, {}, filled("more than {} KiB", int{max_bytes / 1024}), "a smaller file");
  if (const std::size_t bad = invalid_utf8(text); bad < text.size())
    return error_at(text, bad, {}, "bytes that are not UTF-8", "UTF-8");
  Document document{.characters = std::make_unique<char[]>(text.size() + 1), .values = {}};
  text.copy(document.characters.get(), text.size());
  rapidjson::InsituStringStream stream(document.characters.get());
  Builder builder(text, stream, document.values);
  rapidjson::Reader reader;
  reader.Parse<rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag>(stream, builder);
  if (builder.refused) return std::move(builder.refusal);
  std::size_t offset = reader.GetErrorOffset();
  rapidjson::ParseErrorCode code = reader.GetParseErrorCode();
  if (code == rapidjson::kParseErrorNone) {
    offset = stream.Tell();
    if (offset == text.size()) return document;
    code = rapidjson::kParseErrorDocumentRootNotSingular;  // RapidJSON took a zero byte for the end
  }
  const std::string_view found = text.substr(offset, 1);
  return error_at(text, offset, {},
                  found.empty()                                      ? "the end of the file"
                  : static_cast<unsigned char>(found.front()) < 0x80 ? quoted(found)
                                                                     : "a character outside ASCII",
                  expected_after(code));
}

}  // namespace council::json
