// Where the files of a scenario are read from.
#include "configs/file_source.hpp"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "configs/problems.hpp"
#include "configs/utf8.hpp"

namespace jtsim::configs {

namespace {

/// An open file, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      // Without O_NONBLOCK opening a pipe would wait for a writer for ever.
      : number_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

ReadResult refused(Sentence why) { return {std::nullopt, std::move(why)}; }

ReadResult too_long(std::size_t longest_bytes) {
  return refused(Sentence(tr("is longer than {} bytes"), longest_bytes));
}

ReadResult read_up_to(int descriptor, std::size_t longest_bytes) {
  std::string text;
  constexpr std::size_t step = 65536;
  while (text.size() <= longest_bytes) {
    const std::size_t before = text.size();
    text.resize(before + step);
    const auto got = ::read(descriptor, text.data() + before, step);
    if (got < 0 && errno == EINTR) {
      text.resize(before);
      continue;
    }
    if (got < 0) return refused(Sentence(tr("cannot be read: {}"), system_reason(errno)));
    text.resize(before + static_cast<std::size_t>(got));
    if (got == 0) return {std::move(text), {}};
  }
  return too_long(longest_bytes);
}

ReadResult read_disk(const std::filesystem::path& path, std::size_t longest_bytes) {
  const Descriptor file(path);
  if (file.number() < 0) {
    if (errno == ENOENT) return refused(tr("does not exist"));
    return refused(Sentence(tr("cannot be opened: {}"), system_reason(errno)));
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0)
    return refused(Sentence(tr("cannot be opened: {}"), system_reason(errno)));
  if (S_ISDIR(status.st_mode)) return refused(tr("is a folder, not a file"));
  if (!S_ISREG(status.st_mode)) return refused(tr("is not a regular file"));
  return read_up_to(file.number(), longest_bytes);
}

ReadResult checked_text(std::string text) {
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  const auto bad = first_bad_byte(text);
  if (!bad) return {std::move(text), {}};
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(*bad);
  return refused(Sentence(tr("is not UTF-8 text: byte 0x{:02X} in line {}"),
                          static_cast<unsigned char>(text[*bad]),
                          std::count(text.begin(), end, '\n') + 1));
}

const SourceText* find_file(const std::vector<SourceText>& files, const std::string& path) {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const SourceText& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

FileSource FileSource::disk(std::filesystem::path directory) {
  FileSource source;
  source.directory_ = std::move(directory);
  return source;
}

FileSource FileSource::memory(std::vector<SourceText> files) {
  FileSource source;
  source.memory_ = std::move(files);
  return source;
}

ReadResult FileSource::read(const std::string& path, std::size_t longest_bytes) {
  if (path == command_line) return refused(tr("has a name that stands for the command line"));
  if (const SourceText* known = find_file(files_read_, path)) {
    if (known->text.size() > longest_bytes) return too_long(longest_bytes);
    return {known->text, {}};
  }
  ReadResult result;
  if (memory_) {
    const SourceText* file = find_file(*memory_, path);
    if (file == nullptr) return refused(tr("is not among the files in memory"));
    if (file->text.size() > longest_bytes) return too_long(longest_bytes);
    result.text = file->text;
  } else {
    result = read_disk(directory_ / path, longest_bytes);
  }
  if (result.text) result = checked_text(std::move(*result.text));
  if (result.text) files_read_.push_back({path, *result.text});
  return result;
}

std::string path_from(const std::string& naming, const std::string& named) {
  const std::filesystem::path folder = std::filesystem::path(naming).parent_path();
  return (folder / named).lexically_normal().generic_string();
}

}  // namespace jtsim::configs
