// A file over those it extends, and the command line over all of them.
#include "configs/layers.hpp"

#include <doctest/doctest.h>

using namespace jtsim;
using namespace jtsim::configs;

namespace {

struct Result {
  std::optional<Node> root;
  std::string problems;
};

std::string text_of(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems.list()) text += to_text(problem) + "\n";
  return text;
}

Result layered(const std::vector<SourceText>& files) {
  Problems problems;
  FileSource source = FileSource::memory(files);
  Result result{read_file_layers(source, files.front().path, problems), ""};
  result.problems = text_of(problems);
  return result;
}

const Node& at(const Node& root, const std::string& a, const std::string& b) {
  const Node* section = root.find(a);
  REQUIRE(section != nullptr);
  const Node* value = section->find(b);
  REQUIRE(value != nullptr);
  return *value;
}

}  // namespace

TEST_CASE("maps are merged deeply, lists and values are replaced, and each keeps its file") {
  const Result r = layered({{"c.yaml", "extends: sub/b.yaml\nm: {x: 1}\nl: [9]\n"},
                            {"sub/b.yaml", "extends: ../a.yaml\nm: {y: 2, x: 7}\n"},
                            {"a.yaml", "m:\n  x: 5\n  z: 3\nl: [1, 2, 3]\nk: 4\n"}});
  REQUIRE(r.root);
  CHECK(r.problems.empty());
  CHECK(at(*r.root, "m", "x").text == "1");
  CHECK(at(*r.root, "m", "x").place.file == "c.yaml");
  CHECK(at(*r.root, "m", "y").place.file == "sub/b.yaml");
  CHECK(at(*r.root, "m", "z").place.file == "a.yaml");
  CHECK(at(*r.root, "m", "z").place.line == 3);
  CHECK(r.root->find("l")->items.size() == 1);
  CHECK(r.root->find("k")->text == "4");
  CHECK(r.root->find("extends") == nullptr);
}

TEST_CASE("a chain that returns to a file is refused") {
  const Result r =
      layered({{"a.yaml", "extends: b.yaml\n"}, {"b.yaml", "x: 1\nextends: a.yaml\n"}});
  CHECK_FALSE(r.root);
  CHECK(r.problems == "b.yaml:2:10: extends: the chain of files returns to `a.yaml`\n");
  CHECK(layered({{"a.yaml", "extends: ./a.yaml\n"}}).problems.find("returns to `a.yaml`") !=
        std::string::npos);
}

TEST_CASE("an extended file that is missing or no scenario is reported where it is named") {
  CHECK(layered({{"a.yaml", "extends: no.yaml\n"}}).problems ==
        "a.yaml:1:10: extends: the file `no.yaml` is not among the files in memory\n");
  CHECK(layered({{"a.yaml", "extends: [x]\n"}})
            .problems.find("expected the name of a file, found a list") != std::string::npos);
  CHECK(layered({{"a.yaml", "a:1\n"}}).problems.find("is a blank missing after the colon?") !=
        std::string::npos);
  CHECK(layered({{"a.yaml", "- 1\n"}}).problems.find("expected keys, found a list") !=
        std::string::npos);
}

TEST_CASE("no file can pass for the command line") {
  CHECK(layered({{"a.yaml", "extends: command line\n"}, {"command line", "x: 1\n"}})
            .problems.find("has a name that stands for the command line") != std::string::npos);
}

TEST_CASE("the command line sets values and lists at key paths, creating sections on the way") {
  Problems problems;
  const auto overrides = parse_overrides(
      {"m.x=2", "m.l=[a, b]", "m.t=a=b", "new.deep.key=true", "m.s=\"q\""}, problems);
  REQUIRE(overrides.size() == 5);
  CHECK(problems.empty());
  Node root = tree_of(overrides[0]);
  for (const Override& override_ : overrides) lay_over(root, tree_of(override_));
  CHECK(at(root, "m", "x").text == "2");
  CHECK(at(root, "m", "x").place.file == "command line");
  CHECK(at(root, "m", "l").items.size() == 2);
  CHECK(at(root, "m", "t").text == "a=b");
  CHECK(at(root, "m", "s").quoting == Quoting::quoted);
  CHECK(root.find("new")->find("deep")->find("key")->text == "true");
}

TEST_CASE("what the command line cannot mean is refused") {
  Problems problems;
  const std::string deep(200, '.');
  const auto overrides =
      parse_overrides({"novalue", "=1", "a=", "a..b=1", ".a=1", "a=[1", "a=*x", "extends=b.yaml",
                       "a=1\nb: 2", "a" + deep + "b=1", "a=\xFF", "a=\x1B[31m"},
                      problems);
  CHECK(overrides.empty());
  CHECK(problems.count() == 12);
  CHECK(to_text(problems.list()[10]).starts_with("command line: a: not UTF-8 text"));
  CHECK(to_text(problems.list()[2]) ==
        "command line: a: no value after the `=` (key.path=value in one line)");
  CHECK(to_text(problems.list()[6]).starts_with("command line: a: an alias"));
}
