// Unpacks the parts of a workbook (a ZIP archive without extensions) and looks at their ends.
#include "output/tables/stored_workbook.hpp"

#include <cerrno>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <zlib.h>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

// Offsets and signatures: PKWARE, .ZIP File Format Specification, 4.3.
constexpr std::string_view end_signature = "PK\x05\x06";
constexpr std::string_view member_signature = "PK\x01\x02";
constexpr std::size_t end_bytes = 22;
constexpr std::size_t member_bytes = 46;
constexpr std::size_t local_bytes = 30;

/// One part of the archive.
struct Member {
  std::string_view name;
  std::string_view packed;
  std::size_t size;
  std::uint32_t checksum;
};

/// The archive does not hold together.
class BrokenArchive : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  if (at + width > bytes.size()) throw BrokenArchive("is cut off");
  std::uint32_t value = 0;
  for (std::size_t i = width; i-- > 0;)
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::string_view part(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || size > bytes.size() - at) throw BrokenArchive("is cut off");
  return bytes.substr(at, size);
}

std::vector<Member> members_in(std::string_view archive) {
  const std::size_t end = archive.rfind(end_signature);
  if (end == std::string_view::npos || end + end_bytes > archive.size())
    throw BrokenArchive("has no directory");
  const std::size_t count = number(archive, end + 10, 2);
  std::size_t at = number(archive, end + 16, 4);
  std::vector<Member> members;
  for (std::size_t i = 0; i < count; ++i) {
    if (part(archive, at, 4) != member_signature) throw BrokenArchive("has a broken directory");
    const std::size_t name_bytes = number(archive, at + 28, 2);
    const std::size_t packed_bytes = number(archive, at + 20, 4);
    const std::size_t local = number(archive, at + 42, 4);
    const std::size_t begin =
        local + local_bytes + number(archive, local + 26, 2) + number(archive, local + 28, 2);
    members.push_back({part(archive, at + member_bytes, name_bytes),
                       part(archive, begin, packed_bytes), number(archive, at + 24, 4),
                       number(archive, at + 16, 4)});
    at += member_bytes + name_bytes + number(archive, at + 30, 2) + number(archive, at + 32, 2);
  }
  return members;
}

std::string unpacked(const Member& member) {
  std::string text(member.size, '\0');
  z_stream stream{};
  // Negative: deflated data without a header of their own.
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  std::string packed(member.packed);
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  const int state = inflate(&stream, Z_FINISH);
  const bool whole = state == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  const auto* bytes = reinterpret_cast<const Bytef*>(text.data());
  if (!whole || crc32(0, bytes, static_cast<uInt>(text.size())) != member.checksum)
    throw BrokenArchive(fmt::format("{} does not unpack", member.name));
  return text;
}

/// The name of the outermost element of an XML text; empty if there is none.
std::string_view root_of(std::string_view text) {
  std::size_t open = text.find('<');
  while (open != std::string_view::npos && open + 1 < text.size() &&
         (text[open + 1] == '?' || text[open + 1] == '!'))
    open = text.find('<', open + 1);
  if (open == std::string_view::npos) return {};
  const std::size_t end = text.find_first_of(" >/", open + 1);
  return text.substr(open + 1, end == std::string_view::npos ? end : end - open - 1);
}

bool ends_whole(std::string_view text) {
  const std::string_view root = root_of(text);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return !root.empty() && (text.ends_with(fmt::format("</{}>", root)) || text.ends_with("/>"));
}

std::size_t count_rows(std::string_view text) {
  std::size_t rows = 0;
  for (std::size_t at = text.find("<row "); at != std::string_view::npos;
       at = text.find("<row ", at + 1))
    ++rows;
  return rows;
}

void check(std::string_view archive, const std::vector<std::size_t>& rows) {
  std::vector<std::size_t> found;
  for (const Member& member : members_in(archive)) {
    const std::string text = unpacked(member);
    if (!ends_whole(text)) throw BrokenArchive(fmt::format("{} is cut off", member.name));
    if (member.name.starts_with("xl/worksheets/sheet")) found.push_back(count_rows(text));
  }
  if (found.size() < rows.size()) throw BrokenArchive("lacks sheets");
  const std::vector<std::size_t> last(found.end() - static_cast<std::ptrdiff_t>(rows.size()),
                                      found.end());
  if (last != rows) throw BrokenArchive("lacks rows");
}

}  // namespace

void check_stored_workbook(const std::filesystem::path& path,
                           const std::vector<std::size_t>& rows) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) throw StorageError("read", path, 0, errno);
  const std::string archive = bytes.str();
  try {
    check(archive, rows);
  } catch (const BrokenArchive& broken) {
    throw StorageError(
        fmt::format("write a whole workbook ({}; is the disk of temporary files full?) to",
                    broken.what()),
        path, archive.size(), ENOSPC);
  }
}

}  // namespace jtsim::output
