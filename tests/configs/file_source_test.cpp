// Only regular files of sound UTF-8 text are read, and each is remembered.
#include "configs/file_source.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "configs/utf8.hpp"

using namespace jtsim;
using namespace jtsim::configs;

namespace {

/// A folder that vanishes with the test.
class Folder {
 public:
  Folder() {
    char pattern[] = "/tmp/jtsim_configs_XXXXXX";
    path_ = ::mkdtemp(pattern);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a folder, a pipe, a missing and an overlong file are refused with the reason") {
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "inner");
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  folder.write("long", "12345");
  FileSource source = FileSource::disk(folder.path());
  CHECK(in(Language::en, source.read("inner", 4).refusal) == "is a folder, not a file");
  CHECK(in(Language::en, source.read("pipe", 4).refusal) == "is not a regular file");
  CHECK(in(Language::en, source.read("absent", 4).refusal) == "does not exist");
  CHECK(in(Language::en, source.read("long", 4).refusal) == "is longer than 4 bytes");
  CHECK(source.read("long", 5).text == "12345");
  CHECK(in(Language::en, source.read("/dev/zero", 4).refusal) == "is not a regular file");
}

TEST_CASE("every file is remembered once, in the order of reading, without its byte-order mark") {
  const Folder folder;
  folder.write("b", "\xEF\xBB\xBFtwo");
  folder.write("a", "one");
  FileSource source = FileSource::disk(folder.path());
  source.read("b", 100);
  source.read("a", 100);
  source.read("b", 100);
  REQUIRE(source.files_read().size() == 2);
  CHECK(source.files_read()[0].path == "b");
  CHECK(source.files_read()[0].text == "two");
  FileSource again = FileSource::memory(source.files_read());
  CHECK(again.read("a", 100).text == "one");
  CHECK(in(Language::en, again.read("c", 100).refusal) == "is not among the files in memory");
  CHECK(in(Language::en, again.read("b", 2).refusal) == "is longer than 2 bytes");
}

TEST_CASE("only strict UTF-8 without control characters is text") {
  CHECK_FALSE(first_bad_byte("plain\ttext\r\n中文 é 😀"));
  CHECK(first_bad_byte(std::string("a\0b", 3)) == 1);
  CHECK(first_bad_byte("ab\x80") == 2);
  CHECK(first_bad_byte("\xC0\xAF") == 0);          // overlong '/'
  CHECK(first_bad_byte("\xE0\x80\xAF") == 0);      // overlong
  CHECK(first_bad_byte("\xED\xA0\x80") == 0);      // surrogate
  CHECK(first_bad_byte("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(first_bad_byte("\xFF\xFE"
                       "a") == 0);          // UTF-16
  CHECK(first_bad_byte("\xE4\xB8") == 0);   // cut short
  CHECK(first_bad_byte("\x1B[31m") == 0);   // terminal control
  CHECK(first_bad_byte("a\xC2\x85") == 1);  // next line
}

TEST_CASE("a file that is not UTF-8 is refused with byte and line") {
  const Folder folder;
  folder.write("x", "a: 1\nb: \xFF\n");
  FileSource source = FileSource::disk(folder.path());
  CHECK(in(Language::en, source.read("x", 100).refusal) ==
        "is not UTF-8 text: byte 0xFF in line 2");
}

TEST_CASE("named files are relative to the file that names them") {
  CHECK(path_from("a.yaml", "b/c.csv") == "b/c.csv");
  CHECK(path_from("../a.yaml", "b/c.csv") == "../b/c.csv");
  CHECK(path_from("checks/a.yaml", "../b.csv") == "b.csv");
  CHECK(path_from("a.yaml", "/abs/b.csv") == "/abs/b.csv");
}
