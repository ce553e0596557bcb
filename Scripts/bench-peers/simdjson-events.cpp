// The three questions asked of a log of notifications, with simdjson's on-demand parser: the peer that reads JSON as fast as
// anything does. It takes what simdjson takes: values that it skips are not validated.
//
//   simdjson-events <file>   prints: empty consumer messages, texts over 5,000 characters, conversations that others began
//   simdjson-events          prints its version
#include <simdjson.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

namespace {

constexpr size_t block = 512 * 1024;  // with its index it stays in a core's cache
constexpr size_t longestLine = 64 * 1024 * 1024;
constexpr int64_t limit = 5000;

[[noreturn]] void fail(const char *what) {
  fprintf(stderr, "simdjson-events: %s\n", what);
  exit(1);
}

/// The message that a conversation began with: open addressing over a 128-bit hash of the id.
class Beginnings {
public:
  void add(std::string_view conversation, int64_t sequence, bool isFromConsumer) {
    if (2 * (count + 1) > slots.size()) grow();
    const Key key = hash(conversation);
    Slot &slot = find(slots, key);
    if (slot.isFree()) {
      slot = {key, sequence, isFromConsumer};
      count += 1;
    } else if (sequence < slot.sequence) {
      slot.sequence = sequence;
      slot.isFromConsumer = isFromConsumer;
    }
  }

  size_t notByConsumer() const {
    size_t found = 0;
    for (const Slot &slot : slots) found += !slot.isFree() && !slot.isFromConsumer;
    return found;
  }

private:
  struct Key {
    uint64_t low = 0, high = 0;
    bool operator==(const Key &other) const { return low == other.low && high == other.high; }
  };
  struct Slot {
    Key key;
    int64_t sequence = 0;
    bool isFromConsumer = false;
    bool isFree() const { return key == Key{}; }
  };

  static Key hash(std::string_view text) {
    Key key{0x9e3779b97f4a7c15, text.size() + 1};
    for (size_t at = 0; at < text.size(); at += 8) {
      uint64_t word = 0;
      memcpy(&word, text.data() + at, std::min<size_t>(8, text.size() - at));
      key.low = (key.low ^ word) * 0xff51afd7ed558ccd;
      key.high = (key.high + word) * 0xc4ceb9fe1a85ec53;
      key.low ^= key.low >> 32;
      key.high ^= key.high >> 29;
    }
    return key;
  }

  static Slot &find(std::vector<Slot> &slots, const Key &key) {
    size_t at = key.low & (slots.size() - 1);
    while (!slots[at].isFree() && !(slots[at].key == key)) at = (at + 1) & (slots.size() - 1);
    return slots[at];
  }

  void grow() {
    std::vector<Slot> larger(slots.size() * 2);
    for (const Slot &slot : slots)
      if (!slot.isFree()) find(larger, slot.key) = slot;
    slots = std::move(larger);
  }

  std::vector<Slot> slots = std::vector<Slot>(1024);
  size_t count = 0;
};

/// Nothing but white space and zero-width spaces.
bool isBlank(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += 1) {
    if (text.compare(at, 3, "\u200b") == 0) at += 2;
    else if (!strchr(" \t\n\r", text[at]) || text[at] == 0) return false;
  }
  return true;
}

int64_t characters(std::string_view text) {
  int64_t count = 0;
  for (char byte : text) count += (byte & 0xC0) != 0x80;
  return count;
}

struct Answers {
  int64_t empty = 0, oversized = 0;
  Beginnings beginnings;

  void read(simdjson::ondemand::object change) {
    int64_t sequence = 0;
    bool isFromConsumer = false, isContent = false;
    std::string_view text, conversation;
    for (auto field : change) {
      const auto key = field.key().value();
      if (key == "sequence") sequence = field.value().get_int64();
      else if (key == "originatorMetadata") isFromConsumer = field.value()["role"].get_string().value() == "CONSUMER";
      else if (key == "event") {
        simdjson::ondemand::object event = field.value().get_object();
        isContent = event["type"].get_string().value() == "ContentEvent";
        if (isContent) text = event["message"].get_string();
      } else if (key == "dialogId") conversation = field.value().get_string();
    }
    if (!isContent) return;
    empty += isFromConsumer && isBlank(text);
    oversized += text.size() > limit && characters(text) > limit;
    beginnings.add(conversation, sequence, isFromConsumer);
  }
};

void read(simdjson::ondemand::parser &parser, const char *lines, size_t length, Answers &answers) {
  simdjson::ondemand::document_stream records;
  if (parser.iterate_many(lines, length, std::max<size_t>(length, 64)).get(records)) fail("no records");
  for (auto record : records)
    for (auto field : record.get_object())
      if (field.key().value() == "body")
        for (auto part : field.value().get_object())
          if (part.key().value() == "changes")
            for (auto change : part.value().get_array()) answers.read(change.get_object());
  if (records.truncated_bytes() > 0) fail("a record is not complete");
}

}  // namespace

int main(int count, char **arguments) try {
  if (count == 1) {
    const std::string instructions = simdjson::get_active_implementation()->name();
    printf("simdjson %s on demand (%s)\n", SIMDJSON_STRINGIFY(SIMDJSON_VERSION), instructions.c_str());
    return 0;
  }
  const int file = open(arguments[1], O_RDONLY);
  if (file < 0) fail("the file cannot be opened");
  // [lines to parse | part of the next line | room | padding that the parser wants]
  std::vector<char> buffer(block + simdjson::SIMDJSON_PADDING);
  simdjson::ondemand::parser parser;
  Answers answers;
  for (size_t held = 0;;) {
    const ssize_t got = ::read(file, buffer.data() + held, buffer.size() - simdjson::SIMDJSON_PADDING - held);
    if (got < 0) fail("the file cannot be read");
    held += size_t(got);
    const void *end = memrchr(buffer.data(), '\n', held);
    const size_t length = got == 0 ? held : end ? size_t(static_cast<const char *>(end) - buffer.data()) + 1 : 0;
    if (length > 0) read(parser, buffer.data(), length, answers);
    if (got == 0) break;
    held -= length;
    memmove(buffer.data(), buffer.data() + length, held);
    if (length == 0) {
      if (buffer.size() > longestLine) fail("a line is too long");
      buffer.resize(buffer.size() * 2);
    }
  }
  printf("%lld,%lld,%zu\n", (long long)answers.empty, (long long)answers.oversized, answers.beginnings.notByConsumer());
} catch (const simdjson::simdjson_error &error) {
  fail(error.what());
}
