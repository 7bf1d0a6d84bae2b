// Scenario files are YAML without its traps; hostile ones are refused before they cost anything.
#include "configs/yaml_document.hpp"

#include <doctest/doctest.h>

using namespace jtsim::configs;

namespace {

struct Result {
  std::optional<Node> root;
  std::string problems;
};

Result parse(const std::string& text) {
  Problems problems;
  Result result{parse_yaml({"x.yaml", text}, problems), ""};
  for (const jtsim::Problem& problem : problems.list())
    result.problems += jtsim::to_text(problem) + "\n";
  return result;
}

bool mentions(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("every node knows its line and column") {
  const Result result = parse("a: 1\nb:\n  c: [x, 'y']\n  d: 中文\n");
  REQUIRE(result.root);
  CHECK(result.problems.empty());
  const Node* b = result.root->find("b");
  REQUIRE(b != nullptr);
  const Node* c = b->find("c");
  REQUIRE(c != nullptr);
  CHECK(c->place.line == 3);
  CHECK(c->place.column == 6);
  REQUIRE(c->items.size() == 2);
  CHECK(c->items[1].place.column == 10);
  CHECK(c->items[0].quoting == Quoting::plain);
  CHECK(c->items[1].quoting == Quoting::quoted);
  CHECK(b->find("d")->text == "中文");
  CHECK(b->entries[1].key_place.line == 4);
}

TEST_CASE("columns count characters, not bytes") {
  const Result result = parse("中文: 1\nb: [煤矿, '内蒙古', x]\n矿: {𠀀: 1, 𠀀: 2}\n");
  REQUIRE(result.root);
  const Node* list = result.root->find("b");
  REQUIRE(list != nullptr);
  CHECK(list->items[1].place.column == 9);
  CHECK(list->items[2].place.column == 16);
  CHECK(result.root->find("中文")->place.column == 5);
  CHECK(mentions(result.problems, "x.yaml:3:11: 矿.𠀀: the key stands here twice"));
  CHECK(mentions(result.problems, "first in line 3, column 5"));
  CHECK(mentions(parse("煤: [一, 二}\n").problems, "x.yaml:1:9: this is not valid YAML"));
}

TEST_CASE("escapes cannot bring control characters into texts") {
  for (const char* text : {"a: \"\\0\"\n", "a: \"x\\e[31m\"\n", "a: \"\\x7F\"\n", "\"\\a\": 1\n"})
    CHECK(mentions(parse(text).problems, "stands for a control character"));
  CHECK(parse("a: \"\\t\\u4e2d\"\n").root->find("a")->text == "\t中");
}

TEST_CASE("a duplicate key is reported with both places") {
  const Result result = parse("a:\n  seed: 1\n  other: 2\n  seed: 3\n");
  CHECK(mentions(result.problems, "x.yaml:4:3: a.seed: the key stands here twice"));
  CHECK(mentions(result.problems, "first in line 2, column 3"));
  REQUIRE(result.root);
  CHECK(result.root->find("a")->find("seed")->text == "1");
}

TEST_CASE("anchors, aliases, tags and merge keys are refused with their place") {
  CHECK(mentions(parse("a: &x 1\n").problems, "x.yaml:1:"));
  CHECK(mentions(parse("a: &x 1\n").problems, "anchor"));
  CHECK(mentions(parse("&a [*a]").problems, "anchor"));
  CHECK(mentions(parse("a: *x\n").problems, "x.yaml:1:4"));
  CHECK(mentions(parse("a: !!int 5\n").problems, "tag"));
  CHECK(mentions(parse("a: !python/object {}\n").problems, "tag"));
  CHECK(mentions(parse("a: {<<: {b: 1}}\n").problems, "merge key"));
  for (const char* text : {"a: &x 1\n", "&a [*a]", "a: *x\n", "a: !!int 5\n", "<<: {b: 1}\n"})
    CHECK_FALSE(parse(text).root);
}

TEST_CASE("an alias bomb is refused at its first anchor") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'i'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [" + repeated("*" + before + ", ", 8) + "*" + before +
            "]\n";
  }
  const Result result = parse(bomb);
  CHECK_FALSE(result.root);
  CHECK(mentions(result.problems, "x.yaml:1:"));
}

TEST_CASE("deep nesting is refused at level 65") {
  CHECK(parse(repeated("[", 64) + repeated("]", 64)).root);
  for (const char* open : {"[", "{a: ", "- "}) {
    const Result result = parse(repeated(open, 5000));
    CHECK_FALSE(result.root);
    CHECK(mentions(result.problems, "nested deeper than 64 levels"));
  }
}

TEST_CASE("a mebibyte of brackets, keys, items or blanks is refused or read, never endless") {
  const std::size_t size = YamlLimits::bytes;
  CHECK_FALSE(parse(repeated("[", size)).root);
  CHECK_FALSE(parse(repeated("{", size)).root);
  CHECK_FALSE(parse(repeated("? ", size / 2)).root);
  CHECK_FALSE(parse("[" + repeated("1,", size / 2 - 1) + "]").root);
  CHECK_FALSE(parse(repeated("- 1\n", size / 4)).root);
  CHECK_FALSE(parse("a: " + std::string(size - 3, 'x')).root);
  CHECK_FALSE(parse("a: \"" + std::string(size - 5, 'x') + "\"").root);
  CHECK_FALSE(parse(std::string(size, ' ')).root);
  CHECK_FALSE(parse(repeated("\n", size)).root);
}

TEST_CASE("many values and long texts are refused by number and size") {
  CHECK(
      mentions(parse("a: [" + repeated("1,", 200'000) + "]").problems, "more than 200000 values"));
  CHECK(mentions(parse("a: " + std::string(65'537, 'x')).problems, "longer than 64 KiB"));
  CHECK(parse("a: " + std::string(65'536, 'x')).root);
}

TEST_CASE("a second document is refused") {
  CHECK(mentions(parse("a: 1\n---\nb: 2\n").problems, "a second document begins here"));
}

TEST_CASE("a quote left open is named with its line") {
  const Result to_the_end = parse("a: 1\nb: \"open\nc: 2\nd: 3\n");
  CHECK_FALSE(to_the_end.root);
  CHECK(
      mentions(to_the_end.problems, "x.yaml:2:4: b: the text in quotes does not end on its line"));
  const Result to_the_next = parse("a: 1\nb: \"open\nc: 2\nd: \"\ne: 3\n");
  CHECK_FALSE(to_the_next.root);
  CHECK(
      mentions(to_the_next.problems, "x.yaml:2:4: b: the text in quotes does not end on its line"));
}

TEST_CASE("a blank missing after a colon is suggested") {
  CHECK(mentions(parse("a: [1,\nb:1\n").problems, "line 2 has no blank after the colon"));
  CHECK(mentions(parse("a: 1\n\tb: 2\n").problems, "x.yaml:"));
}

TEST_CASE("empty documents and keys that are no words are refused") {
  CHECK(mentions(parse("").problems, "the file is empty"));
  CHECK(mentions(parse("# only a comment\n").problems, "the file is empty"));
  CHECK(mentions(parse("? [a, b]\n: 1\n").problems, "cannot be a key"));
  CHECK(mentions(parse(": 1\n").problems, "cannot be a key"));
}
