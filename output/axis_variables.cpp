// Writes an axis as netCDF readers expect it.
#include "output/axis_variables.hpp"

namespace jtsim::output {

void write_labels(hid_t file, Axis axis, const Coordinate& coordinate, const Hdf5Dataset& scale) {
  const auto write = [&](std::string_view suffix, std::string Name::*member) {
    std::vector<std::string> texts;
    for (const Name& name : coordinate.names) texts.push_back(name.*member);
    Hdf5Dataset labels =
        write_texts(file, std::string(identifier(axis)) + std::string(suffix), texts);
    write_meaning(labels.get(), label(axis));
    attach_axis(labels, scale, 0);
    labels.close(tr("close labels"));
  };
  write("_label_zh", &Name::label_zh);
  write("_label_en", &Name::label_en);
}

Hdf5Dataset write_coordinate(hid_t file, Axis axis, const Coordinate& coordinate) {
  const std::string name(identifier(axis));
  std::vector<std::string> identifiers;
  for (const Name& row : coordinate.names) identifiers.push_back(row.id);
  Hdf5Dataset dataset = identifiers.empty() ? write_numbers(file, name, coordinate.numbers)
                                            : write_texts(file, name, identifiers);
  make_axis(dataset, name);
  write_meaning(dataset.get(), label(axis));
  if (!coordinate.units.empty()) write_attribute(dataset.get(), "units", coordinate.units);
  if (axis == Axis::time) {
    write_attribute(dataset.get(), "standard_name", std::string_view("time"));
    write_attribute(dataset.get(), "calendar", std::string_view("standard"));
  }
  return dataset;
}

}  // namespace jtsim::output
