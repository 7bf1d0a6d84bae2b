// Tables are read strictly and every cell knows its place.
#include "configs/csv_table.hpp"

#include <doctest/doctest.h>

using namespace jtsim::configs;

namespace {

struct Result {
  std::optional<CsvTable> table;
  std::string problems;
};

Result parse(const std::string& text) {
  Problems problems;
  Result result{parse_csv({"t.csv", text}, "t", problems), ""};
  for (const jtsim::Problem& problem : problems.list())
    result.problems += jtsim::to_text(problem) + "\n";
  return result;
}

bool mentions(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("cells, quotes, comments and line ends are read as RFC 4180 has them") {
  const Result result = parse("# a comment, with comma\r\na,b\r\n1,\"x, \"\"y\"\"\"\r\n\n2,\n");
  REQUIRE(result.table);
  CHECK(result.problems.empty());
  REQUIRE(result.table->rows.size() == 2);
  CHECK(result.table->rows[0].cells[1].text == "x, \"y\"");
  CHECK(result.table->rows[1].cells[1].text.empty());
  const jtsim::Place place = result.table->place(0, 1);
  CHECK(place.file == "t.csv");
  CHECK(place.line == 3);
  CHECK(place.column == 3);
}

TEST_CASE("broken rows are reported with line and column, the others are kept") {
  const Result result = parse("a,b\n1\n1,2,3\n\"x,2\n\"x\"y,2\nx\"y,2\n3,4\n");
  REQUIRE(result.table);
  CHECK(result.table->rows.size() == 1);
  CHECK(mentions(result.problems, "t.csv:2:1: t: 1 cells under 2 columns"));
  CHECK(mentions(result.problems, "t.csv:3:1: t: 3 cells under 2 columns"));
  CHECK(mentions(result.problems, "t.csv:4:1: t: the quote does not close on its line"));
  CHECK(mentions(result.problems, "t.csv:5:4: t: text after the closing quote"));
  CHECK(mentions(result.problems, "t.csv:6:2: t: a quote inside a cell without quotes"));
}

TEST_CASE("columns count characters, not bytes") {
  const Result result = parse("名称,b,c\n煤矿𠀀,\"内蒙古\",x\n煤,\"内蒙古\"x,1\n煤,内\"蒙,1\n");
  REQUIRE(result.table);
  CHECK(result.table->header_place(1).column == 4);
  CHECK(result.table->place(0, 1).column == 5);
  CHECK(result.table->place(0, 2).column == 11);
  CHECK(mentions(result.problems, "t.csv:3:8: t: text after the closing quote"));
  CHECK(mentions(result.problems, "t.csv:4:4: t: a quote inside a cell without quotes"));
}

TEST_CASE("unknown, missing and double columns are reported") {
  const Result result = parse("a,colour,a\n");
  REQUIRE(result.table);
  Problems problems;
  CHECK_FALSE(check_header(*result.table, {"a", "color"}, problems));
  REQUIRE(problems.count() == 3);
  CHECK(jtsim::to_text(problems.list()[0]) ==
        "t.csv:1:3: t.colour: unknown column (did you mean `color`?)");
  CHECK(jtsim::to_text(problems.list()[1]) == "t.csv:1:10: t.a: the column stands here twice");
  CHECK(jtsim::to_text(problems.list()[2]) == "t.csv:1:1: t.color: the column is missing");
}

TEST_CASE("a table without a header or of excessive size is refused") {
  CHECK(mentions(parse("").problems, "no header"));
  CHECK(mentions(parse("# nothing\n").problems, "no header"));
  const Result wide = parse(std::string(2'001, ',') + "\n");
  CHECK_FALSE(wide.table);
  CHECK(mentions(wide.problems, "too large"));
}
