// Collects register columns until a chunk is full, and states how their numbers are to be read.
#include "output/register_writer.hpp"

#include <cstring>

#include "output/chunk_codec.hpp"

namespace jtsim::output {

namespace {

/// The words of flag_meanings.
std::string joined_names(const std::vector<Name>& names) {
  std::string text;
  for (const Name& name : names) text += (text.empty() ? "" : " ") + name.id;
  return text;
}

template <class T>
void write_flags(hid_t dataset, std::size_t count, const std::string& meanings) {
  if (count == 0) return;
  std::vector<T> values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<T>(i);
  write_attribute(dataset, "flag_values", std::span<const T>(values));
  write_attribute(dataset, "flag_meanings", std::string_view(meanings));
}

void write_masks(hid_t dataset, const std::vector<Name>& names) {
  if (names.empty()) return;
  std::vector<std::int64_t> masks;
  for (std::size_t i = 0; i < names.size(); ++i) {
    masks.push_back(static_cast<std::int64_t>(std::uint64_t{1} << i));
  }
  write_attribute(dataset, "flag_masks", std::span<const std::int64_t>(masks));
  write_attribute(dataset, "flag_meanings", std::string_view(joined_names(names)));
}

void write_coding(hid_t dataset, const RegisterColumn& column, const Axes& axes) {
  const std::vector<Name>& names = axes[column.axis].names;
  switch (column.coding) {
    case Coding::number:
      return;
    case Coding::position:
      write_attribute(
          dataset, "comment",
          "position on the dimension " + std::string(identifier(column.axis)) + ", counted from 0");
      return;
    case Coding::category:
      if (std::holds_alternative<ReadColumn<std::int8_t>>(column.read)) {
        write_flags<std::int8_t>(dataset, names.size(), joined_names(names));
      } else {
        write_flags<std::int16_t>(dataset, names.size(), joined_names(names));
      }
      return;
    case Coding::bits:
      write_masks(dataset, names);
      return;
    case Coding::yes_no:
      write_flags<std::int8_t>(dataset, 2, "no yes");
      return;
  }
}

Hdf5Dataset create_column(hid_t file, const std::string& name, hid_t type, const void* fill) {
  const ArrayPlan plan{.size = {0}, .maximum = {H5S_UNLIMITED}, .chunk = {register_chunk_events}};
  return create_array(file, name, plan, type, fill);
}

template <class T>
std::vector<std::byte> bytes_of_one(T value) {
  std::vector<std::byte> bytes(sizeof(T));
  std::memcpy(bytes.data(), &value, sizeof(T));
  return bytes;
}

}  // namespace

RegisterWriter::RegisterWriter(hid_t file, const Axes& axes) {
  const std::string name(identifier(Axis::event));
  index_.element_bytes = sizeof(std::int32_t);
  index_.fill = bytes_of_one(fill_value<std::int32_t>);
  index_.dataset = create_column(file, name, hdf5_type<std::int32_t>(), index_.fill.data());
  make_axis(index_.dataset, name);
  write_attribute(index_.dataset.get(), "long_name", in(Language::en, label(Axis::event)));
  write_attribute(index_.dataset.get(), "long_name_zh", in(Language::zh, label(Axis::event)));
  for (const RegisterColumn& column : register_columns()) add_column(file, column, axes);
}

void RegisterWriter::add_column(hid_t file, const RegisterColumn& column, const Axes& axes) {
  Column added;
  added.element_bytes = element_bytes(column);
  std::visit(
      [&]<class T>(ReadColumn<T>) {
        added.fill = bytes_of_one(fill_value<T>);
        added.dataset =
            create_column(file, std::string(column.name), hdf5_type<T>(), added.fill.data());
        write_attribute(added.dataset.get(), "_FillValue", fill_value<T>);
      },
      column.read);
  const hid_t dataset = added.dataset.get();
  write_attribute(dataset, "units", column.unit);
  write_attribute(dataset, "long_name", in(Language::en, column.meaning));
  write_attribute(dataset, "long_name_zh", in(Language::zh, column.meaning));
  write_coding(dataset, column, axes);
  attach_axis(added.dataset, index_.dataset, 0);
  columns_.push_back(std::move(added));
}

void RegisterWriter::append(PackedReplicate&& replicate) {
  for (std::size_t i = 0; i < replicate.columns.size(); ++i) {
    auto& pending = columns_[i].pending;
    pending.insert(pending.end(), replicate.columns[i].begin(), replicate.columns[i].end());
    replicate.columns[i] = {};
  }
  for (std::size_t i = 0; i < replicate.events; ++i) {
    const auto number = bytes_of_one(static_cast<std::int32_t>(written_ + pending_ + i));
    index_.pending.insert(index_.pending.end(), number.begin(), number.end());
  }
  pending_ += replicate.events;
  while (pending_ >= register_chunk_events) {
    write_chunk(index_, register_chunk_events);
    for (Column& column : columns_) write_chunk(column, register_chunk_events);
    written_ += register_chunk_events;
    pending_ -= register_chunk_events;
  }
}

void RegisterWriter::write_chunk(Column& column, std::size_t events) {
  const std::size_t bytes = events * column.element_bytes;
  std::vector<std::byte> chunk(column.pending.begin(),
                               column.pending.begin() + static_cast<std::ptrdiff_t>(bytes));
  for (std::size_t i = events; i < register_chunk_events; ++i) {
    chunk.insert(chunk.end(), column.fill.begin(), column.fill.end());
  }
  column.pending.erase(column.pending.begin(),
                       column.pending.begin() + static_cast<std::ptrdiff_t>(bytes));
  const hsize_t size = written_ + events;
  const hsize_t offset = written_;
  check(H5Dset_extent(column.dataset.get(), &size), tr("grow the register"));
  const auto packed = pack_chunk(chunk, column.element_bytes);
  check(H5Dwrite_chunk(column.dataset.get(), H5P_DEFAULT, 0, &offset, packed.size(), packed.data()),
        tr("write a chunk of the register"));
}

void RegisterWriter::close() {
  if (pending_ > 0) {
    write_chunk(index_, pending_);
    for (Column& column : columns_) write_chunk(column, pending_);
  }
  index_.dataset.close(tr("close the register"));
  for (Column& column : columns_) column.dataset.close(tr("close the register"));
}

}  // namespace jtsim::output
