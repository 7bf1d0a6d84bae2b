// Exported tables: texts that are no formulas, names taken apart, CSV, workbooks and full disks.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "output/tables/cell_text.hpp"
#include "output/tables/csv_tables.hpp"
#include "output/tables/outcome_form.hpp"
#include "output/tables/outcome_tables.hpp"
#include "output/tables/stored_workbook.hpp"
#include "output/tables/workbook.hpp"
#include "tests/output/fake_results.hpp"
#include "tests/output/small_disk.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

std::string bytes_in(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A table of so many rows and a chart of it.
TableBook book_of(std::size_t rows) {
  TableBook book;
  book.title = tr("Title");
  book.created = 1'700'000'000;
  book.facts.push_back({"name", tr("name"), std::string("=1+1")});
  Table table{.id = "persons",
              .name = tr("Persons"),
              .meaning = tr("persons by year"),
              .columns{{"group", tr("group"), ColumnKind::name},
                       {"year", tr("year"), ColumnKind::key},
                       {"mean", tr("mean")}},
              .rows{}};
  for (std::size_t i = 0; i < rows; ++i) {
    table.rows.push_back({Name{"a", "@甲,\"乙\"", "-a"}, static_cast<std::int64_t>(2020 + i),
                          Figure{static_cast<double>(i) / 8, Unit::persons}});
  }
  book.tables.push_back(std::move(table));
  book.charts.push_back({ChartKind::band, tr("Chart"), 0, 1, {}, Unit::persons});
  book.charts.back().series.push_back({{"a", "=甲", "=a"}, 2, 0, rows - 1});
  return book;
}

}  // namespace

TEST_CASE("a text that a spreadsheet would run gets an apostrophe, others stay") {
  for (const char* text :
       {"=1+1", "+1", "-1", "@A", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
    CHECK(cell_text(text) == "'" + std::string(text));
  for (const char* text : {"", "a=1", " =1", "煤矿", "'=1", "<script>", "\xE2\x80\xA8=1"})
    CHECK(cell_text(text) == text);
}

TEST_CASE("a text that no XML file can hold is replaced or shortened") {
  CHECK(cell_text(std::string_view("a\0b", 3)) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(cell_text("a\x01\x1F\x7F") == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(cell_text("a\xEF\xBF\xBE\xEF\xBF\xBF"
                  "b") ==
        "a\xEF\xBF\xBD\xEF\xBF\xBD"
        "b");
  std::string chinese;
  for (int i = 0; i < 20'000; ++i) chinese += "煤";
  const std::string kept = cell_text(chinese);
  CHECK(kept.size() < 32'767);
  CHECK(kept.ends_with("煤\xE2\x80\xA6"));
}

TEST_CASE("the places of a form take a name apart, part by part") {
  const auto places = places_in("loss.sex_region.male.ordos.present.yuan",
                                "loss.{partition}_region.{group}.{league}.{window}.{measure}");
  REQUIRE(places);
  CHECK(*places == Places{{"partition", "sex"},
                          {"group", "male"},
                          {"league", "ordos"},
                          {"window", "present"},
                          {"measure", "yuan"}});
  CHECK(places_in("theil_within.sex.2030", "theil_{part}.{partition}.{year}"));
  CHECK_FALSE(places_in("stock.retired.2030", "headline.{headline}.{year}"));
  CHECK_FALSE(places_in("stock.retired", "stock.{state}.{year}"));
  CHECK_FALSE(places_in("stock.retired.2030.x", "stock.{state}.{year}"));
  CHECK_FALSE(places_in("theil_.sex.2030", "theil_{part}.{partition}.{year}"));
}

TEST_CASE("CSV quotes what needs it and writes numbers so that they read back exactly") {
  TableBook book = book_of(1);
  book.tables[0].rows.push_back({std::monostate(), std::monostate(), Figure{0.1 + 0.2}});
  book.tables[0].rows.push_back({std::monostate(), std::monostate(), Figure{}});
  CHECK(csv_text(book.tables[0], {.language = Language::zh}) ==
        "group,group_label,year,mean\n"
        "a,\"'@甲,\"\"乙\"\"\",2020,0\n"
        ",,,0.30000000000000004\n"
        ",,,\n");
  const std::string excel = csv_text(book.tables[0], {Language::en, true});
  CHECK(excel.starts_with("\xEF\xBB\xBFgroup,group_label,year,mean\r\na,'-a,2020,0\r\n"));
}

TEST_CASE("tables of outcomes are sorted so that the rows of a series stand together") {
  const Json figure{
      {"mean", 1.0}, {"standard_error", 0.1}, {"q05", 0.5}, {"q50", 1.0}, {"q95", 1.5}};
  const Json summary{{"headline.mining.2021", figure},
                     {"headline.outside.2021", figure},
                     {"headline.mining.2020", figure},
                     {"headline.outside.2020", figure},
                     {"nothing.we.know", figure}};
  const Layout layout = layout_of(short_inputs(), {0, 1});
  const std::vector<Table> tables = outcome_tables(summary, layout.axes());
  REQUIRE(tables.size() == 1);
  std::string order;
  for (const Cells& row : tables[0].rows) order += key_text(row.back()) + " ";
  CHECK(order ==
        "headline.mining.2020 headline.mining.2021 headline.outside.2020 headline.outside.2021 ");
  CHECK(all_outcomes_table(summary).rows.size() == 5);
}

TEST_CASE("equal tables give equal workbooks") {
  const TemporaryFolder folder;
  const TableBook book = book_of(30);
  write_workbook(book, folder.path() / "a.xlsx", Language::zh);
  write_workbook(book, folder.path() / "b.xlsx", Language::zh);
  const std::string a = bytes_in(folder.path() / "a.xlsx");
  CHECK(a.size() > 5'000);
  CHECK(a == bytes_in(folder.path() / "b.xlsx"));
  CHECK(names_in(folder.path()) == std::vector<std::string>{"a.xlsx", "b.xlsx"});
}

TEST_CASE("a workbook that lost a part of itself is found out") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "a.xlsx";
  write_workbook(book_of(30), path, Language::en);
  check_stored_workbook(path, {31});
  CHECK_THROWS_WITH_AS(check_stored_workbook(path, {32}), doctest::Contains("lacks rows"),
                       StorageError);
  const std::string whole = bytes_in(path);
  for (std::size_t size : {std::size_t{0}, std::size_t{100}, whole.size() / 2, whole.size() - 1}) {
    std::ofstream(path, std::ios::binary) << whole.substr(0, size);
    CHECK_THROWS_AS(check_stored_workbook(path, {31}), StorageError);
  }
  // In the midst of the packed text of the last sheet.
  std::string changed = whole;
  const std::size_t sheet = whole.find("xl/worksheets/sheet3.xml");
  REQUIRE(sheet != std::string::npos);
  changed[sheet + 150] = static_cast<char>(changed[sheet + 150] ^ 0x40);
  std::ofstream(path, std::ios::binary) << changed;
  CHECK_THROWS_AS(check_stored_workbook(path, {31}), StorageError);
}

TEST_CASE("a full disk of temporary files is noticed") {
  const TemporaryFolder roomy;
  const TableBook book = book_of(3'000);
  const auto said = on_small_disk(40'000, [&](const std::filesystem::path& folder) {
    setenv("TMPDIR", folder.c_str(), 1);
    std::string text;
    try {
      write_workbook(book, roomy.path() / "tables.xlsx", Language::en);
      text = "complete";
    } catch (const StorageError& error) {
      text = error.what();
    }
    for (const std::string& name : roomy.names()) text += " " + name;
    return text;
  });
  if (!said) {
    MESSAGE("SKIPPED: this machine does not let us mount a small disk");
    return;
  }
  CAPTURE(*said);
  CHECK(said->find("disk of temporary files") != std::string::npos);
  CHECK(said->ends_with("No space left on device"));
}

TEST_CASE("a full disk leaves neither a workbook nor a part of one") {
  const TableBook book = book_of(3'000);
  const auto said = on_small_disk(40'000, [&](const std::filesystem::path& folder) {
    std::string text;
    try {
      write_workbook(book, folder / "tables.xlsx", Language::en);
      text = "complete";
    } catch (const StorageError& error) {
      text = error.what();
    }
    for (const std::string& name : names_in(folder)) text += " " + name;
    return text;
  });
  if (!said) {
    MESSAGE("SKIPPED: this machine does not let us mount a small disk");
    return;
  }
  CAPTURE(*said);
  CHECK(said->find("tables.xlsx") != std::string::npos);
  CHECK(said->find("complete") == std::string::npos);
  CHECK_FALSE(said->ends_with("tables.xlsx"));
  CHECK_FALSE(said->ends_with(".part"));
}

TEST_CASE("a full disk leaves no CSV file behind") {
  const TableBook book = book_of(3'000);
  const auto said = on_small_disk(40'000, [&](const std::filesystem::path& folder) {
    std::string text;
    try {
      write_csv_tables(book, folder, {});
      text = "complete";
    } catch (const StorageError& error) {
      text = error.what();
    }
    return text + " and " + std::to_string(names_in(folder).size());
  });
  if (!said) {
    MESSAGE("SKIPPED: this machine does not let us mount a small disk");
    return;
  }
  CAPTURE(*said);
  CHECK(said->find("No space left") != std::string::npos);
  CHECK(said->ends_with(" and 0"));
}
