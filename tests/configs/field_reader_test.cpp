// Declared structs are filled from YAML; every fault names its place, key and what is allowed.
#include "configs/field_reader.hpp"

#include <doctest/doctest.h>

using namespace jtsim;
using namespace jtsim::configs;

namespace {

struct Inner {
  double ratio = 0.5;
  bool on = false;
  static constexpr auto fields() {
    return std::tuple{
        number({"ratio", "share", tr("a share"), "assumption 0-1"}, &Inner::ratio, {0, 1}, {0, 1}),
        option({"on", "", tr("a switch"), ""}, &Inner::on)};
  }
};

struct Circle : Inner {
  static constexpr std::string_view kind = "circle";
  static constexpr Label label = tr("circle");
  int radius_km = 1;
  static constexpr auto fields() {
    return join_fields(Inner::fields(),
                       std::tuple{number({"radius_km", "km", tr("size"), "assumption 1-9"},
                                         &Circle::radius_km, {1, 9}, {1, 9})});
  }
};

struct Square : Inner {
  static constexpr std::string_view kind = "square";
  static constexpr Label label = tr("square");
};

struct Sample {
  double weight = 2;
  int count = 3;
  std::uint64_t seed = 4;
  std::string text = "t";
  Month month = Month::of(2020, 12);
  std::optional<Month> end;
  agents::Sex sex = agents::Sex::male;
  std::vector<double> numbers;
  std::vector<agents::Sex> sexes;
  FilePath file;
  Inner inner;
  NamedMap<Inner> named;
  NamedMap<std::variant<Circle, Square>> shapes;

  static constexpr auto fields() {
    using S = Sample;
    return std::tuple{
        number({"weight", "kg", {}, "x"}, &S::weight, {0, 10}, {0, 1}),
        number({"count", "persons", {}, "x"}, &S::count, {-5, 5}, {0, 1}),
        number({"seed", "", {}, "x"}, &S::seed, {0, 18'446'744'073'709'551'615.0}, {0, 1}),
        option({"text", "", {}, ""}, &S::text),
        option({"month", "", {}, ""}, &S::month),
        option({"end", "", {}, ""}, &S::end),
        option({"sex", "", {}, ""}, &S::sex),
        number({"numbers", "kg", {}, "x"}, &S::numbers, {0, 10}, {0, 1}),
        option({"sexes", "", {}, ""}, &S::sexes),
        option({"file", "", {}, ""}, &S::file),
        option({"inner", "", {}, ""}, &S::inner),
        option({"named", "", {}, ""}, &S::named),
        option({"shapes", "", {}, ""}, &S::shapes),
    };
  }
};

struct Result {
  Sample sample;
  Places places;
  std::vector<std::string> problems;
};

Result read(const std::string& text) {
  Problems problems;
  Result result;
  const std::optional<Node> root = parse_yaml({"d/x.yaml", text}, problems);
  REQUIRE(root);
  FieldReader(problems, result.places).read_fields(*root, "", result.sample);
  for (const Problem& problem : problems.list()) result.problems.push_back(to_text(problem));
  return result;
}

/// The only problem of a text.
std::string problem_of(const std::string& text) {
  const Result result = read(text);
  REQUIRE(result.problems.size() == 1);
  return result.problems.front();
}

}  // namespace

TEST_CASE("values of every type are read and leave their place") {
  const Result r = read(
      "weight: 2.5\ncount: -4\nseed: 18446744073709551615\ntext: 中文 text\nmonth: 2031-07\n"
      "end: 2040-01\nsex: female\nnumbers: [1, 2.5]\nsexes: [female, male]\nfile: t/a.csv\n"
      "inner: {ratio: 1, on: true}\nnamed:\n  one: {ratio: 0}\n  two: {}\n"
      "shapes:\n  s: {kind: square}\n  c: {kind: circle, radius_km: 7, ratio: 0.25}\n");
  CHECK(r.problems.empty());
  CHECK(r.sample.weight == 2.5);
  CHECK(r.sample.count == -4);
  CHECK(r.sample.seed == ~std::uint64_t{0});
  CHECK(r.sample.text == "中文 text");
  CHECK(r.sample.month == Month::of(2031, 7));
  CHECK(r.sample.end == Month::of(2040, 1));
  CHECK(r.sample.sex == agents::Sex::female);
  CHECK(r.sample.numbers == std::vector{1.0, 2.5});
  CHECK(r.sample.sexes.size() == 2);
  CHECK(r.sample.file.text == "d/t/a.csv");
  CHECK(r.sample.inner.on);
  REQUIRE(r.sample.named.size() == 2);
  CHECK(r.sample.named[1].name == "two");
  CHECK(r.sample.named[1].value.ratio == 0.5);
  REQUIRE(r.sample.shapes.size() == 2);
  CHECK(std::get<Circle>(r.sample.shapes[1].value).radius_km == 7);
  CHECK(r.places.at("shapes.c.radius_km").line == 17);
  CHECK(r.places.at("numbers[1]").column == 14);
  CHECK_FALSE(r.places.contains("shapes.c.on"));
}

TEST_CASE("absent keys keep their defaults and `none` empties an optional value") {
  const Result r = read("end: none\nfile: none\n");
  CHECK(r.problems.empty());
  CHECK(r.sample.weight == 2);
  CHECK_FALSE(r.sample.end);
  CHECK(r.sample.file.text.empty());
}

TEST_CASE("every fault names place, key path, what is wrong and what is allowed") {
  CHECK(problem_of("wieght: 1\n") == "d/x.yaml:1:1: wieght: unknown key (did you mean `weight`?)");
  CHECK(problem_of("count: 1\nweight:1\n") ==
        "d/x.yaml:2:1: weight:1: unknown key (is a blank missing after the colon?)");
  CHECK(problem_of("weight: 11\n") ==
        "d/x.yaml:1:9: weight: 11 is out of range (allowed: 0 to 10 kg)");
  CHECK(problem_of("numbers: [1, 11]\n") ==
        "d/x.yaml:1:14: numbers[1]: 11 is out of range (allowed: 0 to 10 kg)");
  CHECK(problem_of("weight: \"2\"\n") ==
        "d/x.yaml:1:9: weight: the quoted text `2` is text (write the value without quotes)");
  CHECK(problem_of("weight: heavy\n") ==
        "d/x.yaml:1:9: weight: `heavy` is not a number (a decimal number such as 12, 0.5 or 1e6)");
  CHECK(problem_of("weight:\n") == "d/x.yaml:1:1: weight: the key has no value");
  CHECK(problem_of("weight: [1]\n") == "d/x.yaml:1:9: weight: expected one value, found a list");
  CHECK(problem_of("count: 1.0\n") ==
        "d/x.yaml:1:8: count: `1.0` is not a whole number (a whole number such as 12)");
  CHECK(problem_of("count: 99999999999\n").find("out of range (allowed: -5 to 5 persons)") !=
        std::string::npos);
  CHECK(problem_of("inner: {on: yes}\n") ==
        "d/x.yaml:1:13: inner.on: `yes` is neither true nor false (true or false)");
  CHECK(problem_of("sex: woman\n") ==
        "d/x.yaml:1:6: sex: `woman` is not one of the choices (male | female)");
  CHECK(problem_of("month: 2020-13\n").find("is not a month (year and month from") !=
        std::string::npos);
  CHECK(
      problem_of("inner: ratio:1\n") ==
      "d/x.yaml:1:8: inner: expected a section of keys, found `ratio:1` (is a blank missing after "
      "the colon?)");
  CHECK(problem_of("numbers: 5\n").find("expected a list such as [a, b], found `5`") !=
        std::string::npos);
  CHECK(problem_of("named: {Bad-Name: {}}\n").find("`Bad-Name` cannot be a name") !=
        std::string::npos);
  CHECK(problem_of("shapes: {a: {radius_km: 1}}\n") ==
        "d/x.yaml:1:13: shapes.a.kind: the key is missing (known: circle, square)");
  CHECK(problem_of("shapes: {a: {kind: cirle}}\n") ==
        "d/x.yaml:1:20: shapes.a.kind: `cirle` is not a known kind (did you mean `circle`?)");
  CHECK(problem_of("shapes: {a: {kind: square, radius_km: 1}}\n")
            .find("shapes.a.radius_km: unknown key") != std::string::npos);
  CHECK(problem_of("seed: -1\n").find("seed: `-1` is out of reach") != std::string::npos);
}

TEST_CASE("all faults of a file are collected") {
  const Result r = read("weight: 11\ncount: x\ninner:\n  ratio: 2\n  of: true\nsexes: [male, x]\n");
  CHECK(r.problems.size() == 5);
}

TEST_CASE("the place of an absent key is that of the section around it") {
  Places places{{"", {"x.yaml", 1, 1}}, {"a", {"x.yaml", 2, 1}}, {"a.b", {"x.yaml", 3, 3}}};
  CHECK(place_of(places, "a.b.c").line == 3);
  CHECK(place_of(places, "a.b[4]").line == 3);
  CHECK(place_of(places, "a.c").line == 2);
  CHECK(place_of(places, "z").line == 1);
}

TEST_CASE("a faulty file of thousands of keys is reported in part and counted") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  Problems problems;
  Places places;
  Sample sample;
  const std::optional<Node> root = parse_yaml({"x.yaml", text}, problems);
  REQUIRE(root);
  FieldReader(problems, places).read_fields(*root, "", sample);
  CHECK(problems.count() == 20'000);
  CHECK(problems.list().size() == Problems::kept);
}
