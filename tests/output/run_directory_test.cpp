// Who may write to a run directory, and what is in it afterwards.
#include "output/run_directory.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "output/durable_file.hpp"
#include "tests/output/fake_results.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

const std::vector<std::string> all_files{"results.h5", "run.json", "scenario.yaml", "summary.json"};

void write_run(const std::filesystem::path& path, const std::string& word) {
  const RunDirectory directory(path, Existing::overwrite);
  write_part(directory.results(), word);
  directory.publish({word, word, {}});
}

}  // namespace

TEST_CASE("a second run on one directory is refused by name until the first is over") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "run";
  {
    const RunDirectory first(path, Existing::overwrite);
    CHECK(names_in(path) == std::vector<std::string>{"run.lock"});
    const std::string holder = text_of_file(path / "run.lock");
    CHECK(holder.starts_with("process "));
    const std::string named = holder.substr(0, holder.find(" sign of life"));
    CHECK_THROWS_WITH_AS(RunDirectory(path, Existing::overwrite), doctest::Contains(named.c_str()),
                         InputError);
    CHECK_THROWS_WITH_AS(RunDirectory(path, Existing::refuse),
                         doctest::Contains("another run is being written"), InputError);
  }
  CHECK(names_in(path).empty());
  const RunDirectory second(path, Existing::refuse);
}

TEST_CASE("what a killed run left behind locks nobody out and is removed") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "run.lock") << "process 1 on a host that is long gone";
  std::ofstream(folder.path() / "results.h5.part") << "half";
  { const RunDirectory directory(folder.path(), Existing::refuse); }
  CHECK(folder.names().empty());
}

TEST_CASE("the files of a run appear together, and nothing else stays") {
  const TemporaryFolder folder;
  {
    const RunDirectory directory(folder.path(), Existing::refuse);
    write_part(directory.results(), "numbers");
    CHECK(!std::filesystem::exists(directory.results()));
    RunRecord record;
    record.command_line = {"jtsim", "\xFF"};
    record.replicates = 3;
    directory.publish({"a: 1\n", "{}\n", record});
  }
  CHECK(folder.names() == all_files);
  CHECK(text_of_file(folder.path() / "scenario.yaml") == "a: 1\n");
  CHECK(text_of_file(folder.path() / "summary.json") == "{}\n");
  const auto record = nlohmann::json::parse(text_of_file(folder.path() / "run.json"));
  CHECK(record["replicates"] == 3);
  CHECK_THROWS_WITH_AS(RunDirectory(folder.path(), Existing::refuse),
                       doctest::Contains("--overwrite"), InputError);
  CHECK(folder.names() == all_files);
}

TEST_CASE("a run that fails before its files are published leaves an earlier one as it was") {
  const TemporaryFolder folder;
  write_run(folder.path(), "old");
  {
    const RunDirectory directory(folder.path(), Existing::overwrite);
    // A text cannot be written: something else has its temporary name.
    std::filesystem::create_directory(folder.path() / "run.json.part");
    write_part(directory.results(), "new");
    CHECK_THROWS_AS(directory.publish({"new", "new", {}}), StorageError);
  }
  CHECK(folder.names() == all_files);
  CHECK(text_of_file(folder.path() / "results.h5") == "old");
  CHECK(text_of_file(folder.path() / "scenario.yaml") == "old");
  write_run(folder.path(), "new");
  CHECK(text_of_file(folder.path() / "results.h5") == "new");
}

TEST_CASE("a directory knows whether it holds a run with all its replicates") {
  const TemporaryFolder folder;
  const RunDirectory directory(folder.path(), Existing::overwrite);
  CHECK(!directory.holds_complete_run());
  const Layout layout = layout_of(short_inputs(), {0, 2});
  for (const std::uint32_t replicates : {1U, 2U}) {
    ResultsFile file(layout, fake_provenance(), {.path = directory.results()});
    for (std::uint32_t k = 0; k < replicates; ++k) file.add(fake_result(layout, k, 0));
    finish(file, directory.results());
    CHECK(directory.holds_complete_run() == (replicates == 2));
  }
  std::ofstream(directory.results()) << "damaged";
  CHECK(!directory.holds_complete_run());
}

TEST_CASE("the files of a run are known by any name that leads to them") {
  const TemporaryFolder folder;
  const auto run = folder.path() / "run";
  std::filesystem::create_directory(run);
  std::filesystem::create_directory_symlink(run, folder.path() / "link");
  for (const char* name : {"results.h5", "summary.json", "run.json.part", "run.lock"}) {
    CHECK(belongs_to_run(run / name, run));
    CHECK(belongs_to_run(folder.path() / "link" / ".." / "run" / name, run));
    CHECK(belongs_to_run(folder.path() / "link" / name, run));
  }
  CHECK(!belongs_to_run(run / "own.json", run));
  CHECK(!belongs_to_run(folder.path() / "summary.json", run));
}
