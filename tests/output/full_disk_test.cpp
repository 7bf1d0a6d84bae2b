// A disk that fills up while results are written.
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "output/durable_file.hpp"
#include "output/run_directory.hpp"
#include "tests/output/fake_results.hpp"
#include "tests/output/small_disk.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

std::string list_of(const std::filesystem::path& folder) {
  std::string text;
  for (const std::string& name : names_in(folder)) text += " " + name;
  return text;
}

/// "complete" or the message, then what lies in the folder.
template <class Write>
std::string told(const std::filesystem::path& folder, Write&& write) {
  try {
    write();
    return "complete:" + list_of(folder);
  } catch (const StorageError& error) {
    return std::string(error.what()) + ":" + list_of(folder);
  }
}

/// Writes three replicates; says the digest of the file too when there is one.
std::string write_results(const std::filesystem::path& folder) {
  constexpr std::uint32_t replicates = 3;
  const auto path = folder / "results.h5";
  const Layout layout = layout_of(short_inputs(), {0, replicates});
  const std::string text = told(folder, [&] {
    ResultsFile file(layout, fake_provenance(), {.path = path});
    for (std::uint32_t k = 0; k < replicates; ++k) file.add(fake_result(layout, k, 5'000));
    finish(file, path);
  });
  return std::filesystem::exists(path) ? text + " " + sha256_of_file(path) : text;
}

bool is_complete(const std::string& text, const std::string& file) {
  return text == "complete: " + file;
}

bool is_full_disk(const std::string& text, const std::string& file) {
  return text.find(file) != std::string::npos && text.find(" bytes)") != std::string::npos &&
         text.ends_with("No space left on device:");
}

}  // namespace

TEST_CASE("a full disk is reported with path and bytes and leaves no results file") {
  const TemporaryFolder roomy;
  const std::string whole = write_results(roomy.path());
  REQUIRE(whole.starts_with("complete: results.h5 "));
  int failed = 0;
  int complete = 0;
  for (std::size_t kilobytes = 4; kilobytes <= 1'300; kilobytes += kilobytes < 300 ? 12 : 100) {
    const auto text = on_small_disk(kilobytes << 10, write_results);
    if (!text) {
      MESSAGE("SKIPPED: this machine does not let us mount a small disk");
      return;
    }
    CAPTURE(kilobytes);
    CAPTURE(*text);
    const bool done = *text == whole;
    CHECK((done || is_full_disk(*text, "results.h5.part")));
    ++(done ? complete : failed);
  }
  CHECK(failed > 10);
  CHECK(complete > 0);
}

TEST_CASE("a full disk leaves no half of a text file") {
  const auto text = on_small_disk(64 << 10, [](const std::filesystem::path& folder) {
    const std::string long_text(100'000, 'x');
    const std::string first = told(folder, [&] { write_durably(folder / "short.txt", "kept"); });
    const std::string second =
        told(folder, [&] { write_durably(folder / "long.json", long_text); });
    return is_complete(first, "short.txt") ? second : first;
  });
  if (!text) {
    MESSAGE("SKIPPED: this machine does not let us mount a small disk");
    return;
  }
  CAPTURE(*text);
  CHECK(text->find("long.json.part (100000 bytes): No space left on device: short.txt") !=
        std::string::npos);
}

TEST_CASE("a disk that is full when the texts are written leaves an earlier run as it was") {
  const auto text = on_small_disk(200 << 10, [](const std::filesystem::path& folder) {
    const auto publish = [&](std::size_t bytes) {
      const RunDirectory directory(folder, Existing::overwrite);
      write_part(directory.results(), std::string(10, 'r'));
      directory.publish({"scenario", std::string(bytes, 's'), {}});
    };
    const std::string first = told(folder, [&] { publish(100); });
    const std::string second = told(folder, [&] { publish(300'000); });
    if (first != "complete: results.h5 run.json scenario.yaml summary.json") return first;
    return second + std::to_string(text_of_file(folder / "summary.json").size());
  });
  if (!text) {
    MESSAGE("SKIPPED: this machine does not let us mount a small disk");
    return;
  }
  CAPTURE(*text);
  CHECK(text->find("summary.json.part (300000 bytes): No space left on device:") !=
        std::string::npos);
  CHECK(text->ends_with(" results.h5 run.json scenario.yaml summary.json100"));
}
