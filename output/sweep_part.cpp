// The arrays of a part.
#include "output/sweep_part.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/chunk_codec.hpp"
#include "output/no_value.hpp"

namespace jtsim::output {

namespace {

constexpr const char* names_name = "outcome_names";
constexpr const char* outcomes_name = "outcomes";
constexpr const char* failures_name = "failures";
/// Of unpacked outcomes in one chunk.
constexpr std::size_t chunk_bytes = std::size_t{256} << 10;
constexpr std::uint64_t most_rows = 10'000'000;

template <class T>
void write_column(hid_t file, const char* name, const std::vector<T>& values) {
  const std::vector<hsize_t> size{values.size()};
  constexpr T fill{};
  Hdf5Dataset column = create_array(file, name, {.size = size, .maximum = size, .chunk = size},
                                    hdf5_type<T>(), &fill);
  check(H5Dwrite(column.get(), hdf5_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
        tr("write a column"));
  column.close(tr("close a column"));
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

// Messages stand one a line.
std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

void write_head(hid_t file, const PartHead& head) {
  write_attribute(file, "part_format_version", part_format_version);
  write_attribute(file, "plan_digest", std::string_view(head.plan_digest));
  write_attribute(file, "block", head.block);
  write_attribute(file, "generation", head.generation);
  write_packed_text(file, names_name, joined(head.outcome_names));
}

void write_rows(hid_t file, const std::vector<SweepRun>& runs) {
  std::vector<std::uint64_t> numbers;
  std::vector<double> seconds;
  std::vector<std::int8_t> failed;
  std::vector<std::uint32_t> counts;
  std::vector<std::string> failures;
  for (const SweepRun& run : runs) {
    numbers.push_back(run.run);
    seconds.push_back(run.seconds);
    failed.push_back(run.failure.empty() ? 0 : 1);
    counts.push_back(run.outcome_count);
    failures.push_back(in_one_line(run.failure));
  }
  write_column(file, "run", numbers);
  write_column(file, "seconds", seconds);
  write_column(file, "failed", failed);
  write_column(file, "outcome_count", counts);
  write_packed_text(file, failures_name, joined(failures));
}

void write_outcomes(hid_t file, std::size_t names, const std::vector<SweepRun>& runs) {
  if (names == 0) return;
  std::vector<double> values;
  values.reserve(runs.size() * names);
  for (const SweepRun& run : runs) {
    if (run.outcomes.empty()) {
      values.insert(values.end(), names, no_value);
    } else {
      expect(run.outcomes.size() == names, "a run has a value for every name");
      values.insert(values.end(), run.outcomes.begin(), run.outcomes.end());
    }
  }
  const std::vector<hsize_t> size{runs.size(), names};
  const std::size_t rows = chunk_bytes / (names * sizeof(double));
  const std::vector<hsize_t> chunk{std::clamp<std::size_t>(rows, 1, runs.size()), names};
  Hdf5Dataset array =
      create_array(file, outcomes_name, {.size = size, .maximum = size, .chunk = chunk},
                   hdf5_type<double>(), &no_value);
  check(H5Dwrite(array.get(), hdf5_type<double>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
        tr("write outcomes"));
  array.close(tr("close outcomes"));
}

// A chunk of the whole shape for every run.
std::vector<hsize_t> with_rows(std::size_t rows, const KeptArray& kept) {
  std::vector<hsize_t> size{rows};
  size.insert(size.end(), kept.shape.begin(), kept.shape.end());
  return size;
}

void write_array(hid_t file, const KeptArray& kept, std::size_t position,
                 const std::vector<SweepRun>& runs) {
  const std::vector<hsize_t> size = with_rows(runs.size(), kept);
  Hdf5Dataset array = create_array(file, "array_" + kept.name,
                                   {.size = size, .maximum = size, .chunk = with_rows(1, kept)},
                                   hdf5_type_of(kept.type), fill_of(kept.type));
  std::vector<hsize_t> offset(size.size(), 0);
  for (std::size_t row = 0; row < runs.size(); ++row) {
    offset[0] = row;
    if (runs[row].failure.empty()) write_chunk(array, offset, runs[row].arrays[position]);
  }
  array.close(tr("close an array"));
}

std::uint32_t small_attribute(hid_t file, const char* name) {
  const std::uint64_t number = read_number_attribute(file, name);
  if (number > std::numeric_limits<std::int32_t>::max())
    throw ForeignFile(std::string(name), tr("is out of range"));
  return static_cast<std::uint32_t>(number);
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::size_t KeptArray::size() const {
  std::size_t count = 1;
  for (const hsize_t length : shape) count *= length;
  return count;
}

KeptArray kept_array(const Layout::Entry& entry) {
  KeptArray kept{std::string(entry.series->name), NumberType::int32, {}};
  kept.shape.assign(entry.shape.begin(), entry.shape.end());
  if (std::holds_alternative<Fill<std::int64_t>>(entry.series->fill)) kept.type = NumberType::int64;
  if (std::holds_alternative<Fill<double>>(entry.series->fill)) kept.type = NumberType::float64;
  return kept;
}

std::size_t bytes_of(NumberType type) { return type == NumberType::int32 ? 4 : 8; }

hid_t hdf5_type_of(NumberType type) {
  switch (type) {
    case NumberType::int32:
      return hdf5_type<std::int32_t>();
    case NumberType::int64:
      return hdf5_type<std::int64_t>();
    case NumberType::float64:
      return hdf5_type<double>();
  }
  throw LogicFault("a number of no type");
}

const void* fill_of(NumberType type) {
  switch (type) {
    case NumberType::int32:
      return &fill_value<std::int32_t>;
    case NumberType::int64:
      return &fill_value<std::int64_t>;
    case NumberType::float64:
      return &fill_value<double>;
  }
  throw LogicFault("a number of no type");
}

void write_sweep_part(const std::filesystem::path& path, const PartHead& head,
                      const std::vector<SweepRun>& runs) {
  expect(!runs.empty(), "a part has runs");
  Hdf5File file = create_file(path);
  write_head(file.get(), head);
  write_rows(file.get(), runs);
  write_outcomes(file.get(), head.outcome_names.size(), runs);
  for (std::size_t i = 0; i < head.arrays.size(); ++i)
    write_array(file.get(), head.arrays[i], i, runs);
  check(H5Fflush(file.get(), H5F_SCOPE_GLOBAL), tr("flush the file"));
  file.close(tr("close the file"));
}

PartReader::PartReader(const std::filesystem::path& path, const std::vector<KeptArray>& arrays)
    : file_(open_to_read(path)) {
  const hid_t file = file_.get();
  if (small_attribute(file, "part_format_version") != part_format_version)
    throw ForeignFile("part_format_version", tr("is of another version of jtsim"));
  head_.plan_digest = read_text_attribute(file, "plan_digest");
  head_.block = small_attribute(file, "block");
  head_.generation = small_attribute(file, "generation");
  head_.outcome_names = lines_of(read_packed_text(file, names_name));
  head_.arrays = arrays;
  read_rows();
  if (!head_.outcome_names.empty()) {
    outcomes_ = open_dataset(file, outcomes_name);
    if (size_of(outcomes_) != std::vector<hsize_t>{rows_.size(), head_.outcome_names.size()})
      throw ForeignFile("outcomes", tr("has another shape"));
  }
  for (const KeptArray& kept : arrays) {
    arrays_.push_back(open_dataset(file, "array_" + kept.name));
    if (size_of(arrays_.back()) != with_rows(rows_.size(), kept))
      throw ForeignFile(kept.name + ": has another shape");
  }
}

void PartReader::read_rows() {
  const Hdf5Dataset run = open_dataset(file_.get(), "run");
  const std::vector<hsize_t> size = size_of(run);
  if (size.size() != 1 || size[0] == 0 || size[0] > most_rows)
    throw ForeignFile("run", tr("has no rows, or too many"));
  const auto numbers = read_integers(run, {0}, size);
  const auto failed = read_integers(open_dataset(file_.get(), "failed"), {0}, size);
  const auto counts = read_integers(open_dataset(file_.get(), "outcome_count"), {0}, size);
  const auto seconds = read_reals(open_dataset(file_.get(), "seconds"), {0}, size);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool ascends = i == 0 ? numbers[i] >= 0 : numbers[i] > numbers[i - 1];
    if (!ascends) throw ForeignFile("run", tr("is not in order"));
    rows_.push_back({static_cast<std::uint64_t>(numbers[i]), seconds[i], failed[i] != 0,
                     static_cast<std::uint32_t>(counts[i])});
  }
}

std::vector<std::string> PartReader::failures() const {
  std::vector<std::string> lines = lines_of(read_packed_text(file_.get(), failures_name));
  if (lines.size() != rows_.size()) throw ForeignFile("failures", tr("has another length"));
  return lines;
}

std::vector<double> PartReader::outcomes(std::size_t first, std::size_t count) const {
  const std::size_t names = head_.outcome_names.size();
  if (names == 0) return {};
  return read_reals(outcomes_, {first, 0}, {count, names});
}

std::vector<std::byte> PartReader::chunk(std::size_t array, std::size_t row) const {
  if (rows_[row].failed)
    throw ForeignFile(head_.arrays[array].name, tr("a failed run has no values"));
  std::vector<hsize_t> offset(head_.arrays[array].shape.size() + 1, 0);
  offset[0] = row;
  std::vector<std::byte> bytes = read_chunk(arrays_[array], offset);
  if (bytes.empty()) throw ForeignFile(head_.arrays[array].name, tr("a chunk is missing"));
  return bytes;
}

std::vector<double> PartReader::numbers(std::size_t array, std::size_t row) const {
  const KeptArray& kept = head_.arrays[array];
  std::vector<hsize_t> first(kept.shape.size() + 1, 0);
  first[0] = row;
  if (kept.type == NumberType::float64)
    return read_reals(arrays_[array], first, with_rows(1, kept));
  const std::int64_t missing =
      kept.type == NumberType::int32 ? fill_value<std::int32_t> : fill_value<std::int64_t>;
  std::vector<double> values;
  for (const std::int64_t number : read_integers(arrays_[array], first, with_rows(1, kept))) {
    values.push_back(number == missing ? no_value : static_cast<double>(number));
  }
  return values;
}

void PartReader::verify() const {
  static_cast<void>(failures());
  constexpr std::size_t rows_at_once = 64;
  for (std::size_t row = 0; row < rows_.size(); row += rows_at_once)
    static_cast<void>(outcomes(row, std::min(rows_at_once, rows_.size() - row)));
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    for (std::size_t i = 0; !rows_[row].failed && i < arrays_.size(); ++i)
      static_cast<void>(chunk(i, row));
  }
}

}  // namespace jtsim::output
