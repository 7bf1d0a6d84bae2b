// Reading back what was written, and refusing what was not written by us.
#include "output/results_reader.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "base/error.hpp"
#include "output/hdf5_write.hpp"
#include "tests/output/fake_results.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

std::filesystem::path write_file(const TemporaryFolder& folder, const std::string& name,
                                 const Provenance& provenance = fake_provenance(),
                                 std::int32_t change = 0) {
  const auto path = folder.path() / name;
  const Layout layout = layout_of(short_inputs(), {4, 3});
  ResultsFile file(layout, provenance, {.path = path});
  for (std::uint32_t k = 4; k < 7; ++k) {
    ReplicateResult result = fake_result(layout, k, 20);
    if (k == 5)
      std::get<std::vector<std::int32_t>>(result.values[layout.find("flow")])[17] += change;
    file.add(std::move(result));
  }
  finish(file, path);
  return path;
}

std::string english(const Sentence& sentence) { return in(Language::en, sentence); }

/// What is said about a file that must be refused.
std::string refusal_of(const std::filesystem::path& path) {
  try {
    read_stored_run(path);
  } catch (const InputError& error) {
    return error.what();
  }
  return "not refused";
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Hdf5File open_to_change(const std::filesystem::path& path) {
  return {H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), tr("open")};
}

/// Replaces the scenario text in a file by whatever `make` creates under its name.
template <class Make>
std::filesystem::path with_other_scenario(const TemporaryFolder& folder, Make&& make) {
  const auto path = write_file(folder, "changed.h5");
  const Hdf5File file = open_to_change(path);
  const Hdf5Group inputs(H5Gopen2(file.get(), "inputs", H5P_DEFAULT), tr("open"));
  REQUIRE(H5Ldelete(inputs.get(), "scenario", H5P_DEFAULT) >= 0);
  make(inputs.get());
  return path;
}

Hdf5Dataset create_bytes(hid_t group, const Hdf5List& list, hsize_t size) {
  const Hdf5Space space(H5Screate_simple(1, &size, nullptr), tr("describe"));
  return {H5Dcreate2(group, "scenario", H5T_STD_U8LE, space.get(), H5P_DEFAULT, list.get(),
                     H5P_DEFAULT),
          tr("create")};
}

}  // namespace

TEST_CASE("a results file gives back its provenance and every input") {
  const TemporaryFolder folder;
  const StoredRun run = read_stored_run(write_file(folder, "a.h5"));
  const Provenance expected = fake_provenance();
  CHECK(run.provenance.seed == expected.seed);
  CHECK(run.provenance.program_version == expected.program_version);
  CHECK(run.provenance.git_commit == expected.git_commit);
  CHECK(run.provenance.scenario_digest == expected.scenario_digest);
  CHECK(run.provenance.scenario == expected.scenario);
  CHECK(run.provenance.stream_rule == expected.stream_rule);
  REQUIRE(run.provenance.files.size() == expected.files.size());
  for (std::size_t i = 0; i < expected.files.size(); ++i) {
    CHECK(run.provenance.files[i].path == expected.files[i].path);
    CHECK(run.provenance.files[i].text == expected.files[i].text);
  }
  CHECK(run.replicates.first == 4);
  CHECK(run.replicates.count == 3);
  CHECK(run.replicates_complete == 3);
}

TEST_CASE("a comparison names the first number that differs") {
  const TemporaryFolder folder;
  const auto a = write_file(folder, "a.h5");
  CHECK(!difference_between(a, a));
  CHECK(!difference_between(a, write_file(folder, "same.h5")));
  const auto found = difference_between(a, write_file(folder, "b.h5", fake_provenance(), 3));
  REQUIRE(found);
  CHECK(found->provenance.empty());
  CHECK(!found->inputs);
  // Element 17 of (from_state, to_state) in the first year of the second replicate.
  CHECK(says(english(found->content.value()), "flow[1, 0, 1, 5]"));
}

TEST_CASE("a comparison tells other origins and inputs and looks at the numbers all the same") {
  const TemporaryFolder folder;
  const auto a = write_file(folder, "a.h5");
  Provenance other = fake_provenance();
  other.seed = 7;
  other.git_commit = "1234567-dirty";
  const auto origins = difference_between(a, write_file(folder, "b.h5", other, 3));
  REQUIRE(origins);
  REQUIRE(origins->provenance.size() == 2);
  CHECK(says(english(origins->provenance[0]), "git_commit: none against 1234567-dirty"));
  CHECK(says(english(origins->provenance[1]), "seed"));
  CHECK(says(english(origins->content.value()), "flow[1, 0, 1, 5]"));
  other = fake_provenance();
  other.files[1].text += "hulunbuir,呼伦贝尔市\n";
  const auto inputs = difference_between(a, write_file(folder, "b.h5", other));
  REQUIRE(inputs);
  CHECK(says(english(inputs->inputs.value()), "inputs/file_1"));
  CHECK(!inputs->content);
}

TEST_CASE("a comparison sees changed attributes of arrays") {
  const TemporaryFolder folder;
  const auto a = write_file(folder, "a.h5");
  const auto change = [&](auto&& act) {
    const auto path = write_file(folder, "b.h5");
    {
      const Hdf5File file = open_to_change(path);
      const Hdf5Dataset array(H5Dopen2(file.get(), "flow", H5P_DEFAULT), tr("open"));
      act(array.get());
    }
    const auto found = difference_between(a, path);
    REQUIRE(found);
    return english(found->content.value());
  };
  CHECK(change([](hid_t array) {
          H5Adelete(array, "units");
          write_attribute(array, "units", std::string_view("persoNs"));
        }) == "flow: has another attribute units");
  CHECK(change([](hid_t array) { write_attribute(array, "note", std::string_view("x")); }) ==
        "flow: has other attributes");
}

TEST_CASE("a file that cannot be opened is named with the system's reason") {
  const TemporaryFolder folder;
  const auto a = write_file(folder, "a.h5");
  const auto loop = folder.path() / "loop.h5";
  std::filesystem::create_symlink(loop, loop);
  CHECK_THROWS_WITH_AS(difference_between(a, loop),
                       doctest::Contains("Too many levels of symbolic links"), StorageError);
}

TEST_CASE("what is no results file is refused by name") {
  const TemporaryFolder folder;
  const auto text = folder.path() / "text.h5";
  std::ofstream(text) << "not HDF5 at all";
  CHECK(says(refusal_of(text), "text.h5"));
  CHECK(says(refusal_of(folder.path()), "is no regular file"));
  const auto fifo = folder.path() / "fifo";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(says(refusal_of(fifo), "is no regular file"));
  CHECK_THROWS_AS(read_stored_run(folder.path() / "absent.h5"), StorageError);
  const auto empty = folder.path() / "empty.h5";
  {
    const Hdf5File file(H5Fcreate(empty.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT),
                        tr("create"));
  }
  CHECK(says(refusal_of(empty), "format_version"));
}

TEST_CASE("texts that lie outside the file are refused") {
  const TemporaryFolder folder;
  const auto soft = with_other_scenario(folder, [](hid_t group) {
    H5Lcreate_soft("/inputs/file_0", group, "scenario", H5P_DEFAULT, H5P_DEFAULT);
  });
  CHECK(says(refusal_of(soft), "leads elsewhere"));
  const auto outer = with_other_scenario(folder, [](hid_t group) {
    H5Lcreate_external("/etc/passwd", "/x", group, "scenario", H5P_DEFAULT, H5P_DEFAULT);
  });
  CHECK(says(refusal_of(outer), "leads elsewhere"));
  const auto stored_outside = with_other_scenario(folder, [](hid_t group) {
    const Hdf5List list(H5Pcreate(H5P_DATASET_CREATE), tr("describe"));
    H5Pset_external(list.get(), "/etc/passwd", 0, 100);
    create_bytes(group, list, 100);
  });
  CHECK(says(refusal_of(stored_outside), "another file"));
  const auto composed = with_other_scenario(folder, [](hid_t group) {
    const Hdf5List list(H5Pcreate(H5P_DATASET_CREATE), tr("describe"));
    const hsize_t size = 100;
    const Hdf5Space space(H5Screate_simple(1, &size, nullptr), tr("describe"));
    H5Pset_virtual(list.get(), space.get(), "/etc/passwd", "/x", space.get());
    create_bytes(group, list, size);
  });
  CHECK(says(refusal_of(composed), "virtual storage"));
}

TEST_CASE("unknown filters, other types, too long texts and wrong digests are refused") {
  const TemporaryFolder folder;
  const auto filtered = with_other_scenario(folder, [](hid_t group) {
    const Hdf5List list(H5Pcreate(H5P_DATASET_CREATE), tr("describe"));
    const hsize_t chunk = 10;
    H5Pset_chunk(list.get(), 1, &chunk);
    H5Pset_nbit(list.get());
    create_bytes(group, list, 100);
  });
  CHECK(says(refusal_of(filtered), "unknown filter"));
  const auto numbers = with_other_scenario(folder, [](hid_t group) {
    create_bytes(group, Hdf5List(H5Pcreate(H5P_DATASET_CREATE), tr("describe")), 100);
  });
  CHECK(says(refusal_of(numbers), "no text of fixed length"));
  const auto text_of_size = [&](std::size_t size) {
    return with_other_scenario(folder, [&](hid_t group) {
      const Hdf5Type type(H5Tcopy(H5T_C_S1), tr("describe"));
      H5Tset_size(type.get(), size);
      const Hdf5Space space(H5Screate(H5S_SCALAR), tr("describe"));
      const Hdf5Dataset dataset(H5Dcreate2(group, "scenario", type.get(), space.get(), H5P_DEFAULT,
                                           H5P_DEFAULT, H5P_DEFAULT),
                                tr("create"));
    });
  };
  CHECK(says(refusal_of(text_of_size(std::size_t{1} << 30)), "too long"));
  // Only 32 bits of the size are stored: an element of no bytes, on which the library crashes.
  CHECK(says(refusal_of(text_of_size(std::size_t{1} << 40)), "has no length"));
  const auto forged = with_other_scenario(folder, [](hid_t group) {
    const Hdf5Dataset text = write_text(group, "scenario", "kind: urn\n");
    H5Adelete(text.get(), "sha256");
    write_attribute(text.get(), "sha256", std::string_view("0123"));
  });
  CHECK(says(refusal_of(forged), "digest"));
}

TEST_CASE("a file with damaged bytes is refused or says exactly what it said before") {
  const TemporaryFolder folder;
  const auto path = write_file(folder, "a.h5");
  const std::string whole = text_of_file(path);
  const auto damaged = folder.path() / "damaged.h5";
  const Provenance expected = fake_provenance();
  int refused = 0;
  for (std::size_t i = 0; i < 300; ++i) {
    std::string bytes = whole;
    const std::size_t at = (i * 2'654'435'761U) % (i % 2 == 0 ? bytes.size() : 60'000);
    bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 + i % 255));
    std::ofstream(damaged, std::ios::binary) << bytes;
    try {
      const StoredRun run = read_stored_run(damaged);
      CHECK(run.provenance.scenario == expected.scenario);
      CHECK(run.provenance.files[1].text == expected.files[1].text);
      CHECK(run.provenance.seed == expected.seed);
    } catch (const InputError&) {
      ++refused;
    }
  }
  CHECK(refused > 0);
  for (const std::size_t kept :
       {std::size_t{0}, std::size_t{7}, std::size_t{5'000}, whole.size() - 1}) {
    std::ofstream(damaged, std::ios::binary) << whole.substr(0, kept);
    CHECK_THROWS_AS(read_stored_run(damaged), InputError);
  }
}
