// Where two results files differ.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/foreign_input.hpp"
#include "output/hdf5_compare.hpp"
#include "output/hdf5_read.hpp"
#include "output/results_reader.hpp"

namespace jtsim::output {

namespace {

constexpr std::size_t block_bytes = 1 << 20;
/// No filter we know makes data smaller than this factor (deflate's limit is 1,032).
constexpr std::uint64_t largest_ratio = 2'000;

std::ifstream opened(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw StorageError(tr("file", "open"), path, 0, errno);
  return file;
}

bool equal_bytes(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::ifstream first = opened(a);
  std::ifstream second = opened(b);
  std::vector<char> x(block_bytes);
  std::vector<char> y(block_bytes);
  while (first && second) {
    first.read(x.data(), static_cast<std::streamsize>(x.size()));
    second.read(y.data(), static_cast<std::streamsize>(y.size()));
    if (first.gcount() != second.gcount()) return false;
    if (std::memcmp(x.data(), y.data(), static_cast<std::size_t>(first.gcount())) != 0) {
      return false;
    }
  }
  return first.eof() && second.eof();
}

/// Where the two files say they come from, the attributes of the file as a whole.
std::vector<Sentence> provenance_differences(hid_t a, hid_t b) {
  constexpr std::array texts{"program_version", "git_commit", "scenario_digest", "generator",
                             "stream_rule"};
  constexpr std::array numbers{"format_version", "seed", "first_replicate", "replicates",
                               "replicates_complete"};
  std::vector<Sentence> differences;
  const auto keep = [&](Difference found) {
    if (found) differences.push_back(std::move(*found));
  };
  for (const char* name : texts)
    keep(text_difference(name, read_text_attribute(a, name), read_text_attribute(b, name)));
  for (const char* name : numbers) {
    keep(text_difference(name, std::to_string(read_number_attribute(a, name)),
                         std::to_string(read_number_attribute(b, name))));
  }
  return differences;
}

/// Compares the datasets of two groups; `prefix` stands before their names in what is said.
class GroupComparison {
 public:
  GroupComparison(std::string prefix, std::uint64_t largest_array)
      : prefix_(std::move(prefix)), largest_array_(largest_array) {}

  Difference first(const Hdf5Group& a, const Hdf5Group& b) const {
    const std::vector<std::string> names = members_of(a.get());
    const std::vector<std::string> others = members_of(b.get());
    for (const std::string& name : others) {
      if (!std::ranges::binary_search(names, name))
        return Sentence(tr("{}{}: is in the second file only"), prefix_, name);
    }
    for (const std::string& name : names) {
      if (!std::ranges::binary_search(others, name))
        return Sentence(tr("{}{}: is in the first file only"), prefix_, name);
      if (!is_dataset(a.get(), name)) continue;
      if (auto found = dataset_difference(open_dataset(a.get(), name), open_dataset(b.get(), name),
                                          prefix_ + name, largest_array_)) {
        return found;
      }
    }
    return std::nullopt;
  }

 private:
  std::string prefix_;
  std::uint64_t largest_array_;
};

Hdf5Group open_root(const Hdf5File& file) {
  return {H5Gopen2(file.get(), "/", H5P_DEFAULT), tr("open the file")};
}

ResultsDifference difference_of(const Hdf5File& a, const Hdf5File& b, std::uint64_t largest_array) {
  ResultsDifference found;
  found.provenance = provenance_differences(a.get(), b.get());
  found.inputs = GroupComparison("inputs/", largest_array)
                     .first(open_group(a.get(), "inputs"), open_group(b.get(), "inputs"));
  found.content = GroupComparison("", largest_array).first(open_root(a), open_root(b));
  return found;
}

}  // namespace

std::optional<ResultsDifference> difference_between(const std::filesystem::path& a,
                                                    const std::filesystem::path& b) {
  if (equal_bytes(a, b)) return std::nullopt;
  const std::uint64_t bytes = std::filesystem::file_size(a) + std::filesystem::file_size(b);
  const Hdf5File first = reading(a, [&] { return open_to_read(a); });
  const Hdf5File second = reading(b, [&] { return open_to_read(b); });
  const std::filesystem::path both = a.string() + " and " + b.string();
  return reading(both, [&] { return difference_of(first, second, largest_ratio * bytes); });
}

}  // namespace jtsim::output
