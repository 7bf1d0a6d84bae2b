// The coordinate variables of axes and their labels, the same in every file.
#pragma once

#include "output/axes.hpp"
#include "output/hdf5_write.hpp"

namespace jtsim::output {

/// The coordinate variable of an axis, named like it.
Hdf5Dataset write_coordinate(hid_t file, Axis axis, const Coordinate& coordinate);

/// `<axis>_label_zh` and `<axis>_label_en` of an axis of names, along its coordinate `scale`.
void write_labels(hid_t file, Axis axis, const Coordinate& coordinate, const Hdf5Dataset& scale);

}  // namespace jtsim::output
