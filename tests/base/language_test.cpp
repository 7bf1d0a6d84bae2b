// Texts in both languages at once, whatever the locale of the system.
#include "base/language.hpp"

#include <clocale>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/sentence.hpp"

using namespace jtsim;

TEST_CASE("a text stands in both languages of one process") {
  CHECK(in(Language::en, tr("unemployed")) == "unemployed");
  CHECK(in(Language::zh, tr("unemployed")) == "失业");
  CHECK(in(Language::en, tr("unemployed")) == "unemployed");
}

TEST_CASE("the locale of the system changes no text") {
  for (const char* locale : {"C", "POSIX", "C.UTF-8"}) {
    std::setlocale(LC_ALL, locale);
    CHECK(in(Language::zh, tr("retired")) == "退休");
  }
  std::setlocale(LC_ALL, "C");
}

TEST_CASE("a context tells equal English texts apart") {
  CHECK(in(Language::zh, tr("ownership", "private")) == "民营");
  CHECK(in(Language::zh, tr("payer", "private")) == "社会资本");
  CHECK(in(Language::en, tr("ownership", "private")) == in(Language::en, tr("payer", "private")));
}

TEST_CASE("a text without translation stands in English, and an empty one stays empty") {
  CHECK(in(Language::zh, tr("nobody has translated this")) == "nobody has translated this");
  CHECK(in(Language::zh, tr("no such context", "retired")) == "retired");
  CHECK(in(Language::zh, Label()).empty());
}

TEST_CASE("a sentence fills in texts, numbers, labels and sentences") {
  const Sentence found(tr("expected {}, found {}"), tr("a list"), Sentence("`x`"));
  CHECK(found.told(Language::en) == "expected a list, found `x`");
  CHECK(found.told(Language::zh) == "应为列表，实际为`x`");
  std::string lent = "7";
  const Sentence kept(tr("at most {}"), std::string_view(lent));
  lent = "8";
  CHECK(kept.told(Language::zh) == "最多 7");
  CHECK(Sentence().told(Language::zh).empty());
  CHECK(Sentence::written("中", "en").told(Language::zh) == "中");
}

TEST_CASE("a translation may turn the order of values") {
  const Sentence turned(tr("{} of {} runs are missing"), 3, 10);
  CHECK(turned.told(Language::en) == "3 of 10 runs are missing");
  CHECK(turned.told(Language::zh) == "10 次运行中缺少 3 次");
}

TEST_CASE("a problem keeps its place and key in Chinese") {
  const Problem problem{
      {"a.yaml", 3, 5}, "seed", Sentence(tr("{} is not a whole number"), "`x`"), tr("text")};
  CHECK(to_text(problem) == "a.yaml:3:5: seed: `x` is not a whole number (text)");
  CHECK(to_text(problem, Language::zh) == "a.yaml:3:5: seed: `x` 不是整数（文本）");
  const Problem on_line{{std::string(command_line)}, "", tr("too large"), {}};
  CHECK(to_text(on_line, Language::zh) == "命令行：过大");
}

TEST_CASE("a failed file is told in Chinese with the system's reason") {
  const StorageError error(tr("file", "open"), "/x/y", 12, ENOSPC);
  CHECK(std::string(error.what()) == "cannot open /x/y (12 bytes): No space left on device");
  CHECK(error.sentence().told(Language::zh) == "无法打开 /x/y（12 字节）：设备上没有剩余空间");
}
