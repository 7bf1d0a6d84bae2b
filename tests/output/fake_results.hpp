// Results of no simulation: inputs with the sizes of the reference scenario and made-up numbers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "output/provenance.hpp"
#include "output/replicate_result.hpp"
#include "output/results_file.hpp"

/// 12 leagues, 4 ethnicities, 60 mines, 9 policies, 3 budget lines, 2020-12 to 2060-12. Only names
/// and months are filled in.
jtsim::agents::Inputs reference_inputs();

/// The same with 2 leagues, 3 mines and the years to 2023-12: quick to write.
jtsim::agents::Inputs short_inputs();

jtsim::output::Layout layout_of(const jtsim::agents::Inputs& inputs,
                                jtsim::output::ReplicateRange replicates);

/// Numbers that depend on the replicate alone, and `events` displacements.
jtsim::output::ReplicateResult fake_result(const jtsim::output::Layout& layout,
                                           std::uint32_t replicate, std::size_t events);

jtsim::output::Provenance fake_provenance();

/// Closes a file that was written to `path` and gives it its name unless it is empty; the number of
/// its replicates.
std::uint32_t finish(jtsim::output::ResultsFile& file, const std::filesystem::path& path);

/// Names of what lies in a folder, in order.
std::vector<std::string> names_in(const std::filesystem::path& folder);

/// A new folder that is removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::vector<std::string> names() const { return names_in(path_); }

 private:
  std::filesystem::path path_;
};

std::string text_of_file(const std::filesystem::path& path);
