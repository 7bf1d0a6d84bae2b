// Provenance and inputs of a stored run.
#include "output/results_reader.hpp"

#include <limits>

#include <fmt/format.h>

#include "output/foreign_input.hpp"
#include "output/hdf5_read.hpp"
#include "output/stored_inputs.hpp"

namespace jtsim::output {

namespace {

std::uint32_t small_number(hid_t object, const char* name) {
  const std::uint64_t number = read_number_attribute(object, name);
  if (number > std::numeric_limits<std::int32_t>::max()) {
    throw ForeignFile(std::string(name), tr("is out of range"));
  }
  return static_cast<std::uint32_t>(number);
}

void require_version(hid_t root) {
  const std::uint32_t version = small_number(root, "format_version");
  if (version == format_version) return;
  throw ForeignFile("format_version",
                    Sentence(tr("is {}, this program reads {}"), version, format_version));
}

void read_inputs(hid_t root, Provenance& provenance) {
  const Hdf5Group inputs = open_group(root, "inputs");
  const std::size_t members = members_of(inputs.get()).size();
  provenance.scenario = read_text(inputs.get(), "scenario");
  // All but the scenario.
  provenance.files = read_input_files(inputs.get(), members > 0 ? members - 1 : 0);
}

StoredRun read_open_run(const Hdf5File& file) {
  const hid_t root = file.get();
  require_version(root);
  StoredRun run;
  run.provenance.program_version = read_text_attribute(root, "program_version");
  run.provenance.git_commit = read_text_attribute(root, "git_commit");
  run.provenance.scenario_digest = read_text_attribute(root, "scenario_digest");
  run.provenance.generator = read_text_attribute(root, "generator");
  run.provenance.stream_rule = read_text_attribute(root, "stream_rule");
  run.provenance.seed = read_number_attribute(root, "seed");
  run.replicates.first = small_number(root, "first_replicate");
  run.replicates.count = small_number(root, "replicates");
  run.replicates_complete = small_number(root, "replicates_complete");
  if (run.replicates_complete == 0 || run.replicates_complete > run.replicates.count) {
    throw ForeignFile("replicates_complete", tr("is out of range"));
  }
  read_inputs(root, run.provenance);
  return run;
}

}  // namespace

StoredRun read_stored_run(const std::filesystem::path& path) {
  return reading(path, [&] { return read_open_run(open_to_read(path)); });
}

}  // namespace jtsim::output
