// Input files as texts of a group.
#include "output/stored_inputs.hpp"

#include <fmt/format.h>

namespace jtsim::output {

Hdf5Group create_group(hid_t parent, const char* name) {
  const Hdf5List creation(H5Pcreate(H5P_GROUP_CREATE), tr("describe a group"));
  check(H5Pset_obj_track_times(creation.get(), false), tr("leave out times"));
  check(H5Pset_link_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
        tr("keep the order of texts"));
  return {H5Gcreate2(parent, name, H5P_DEFAULT, creation.get(), H5P_DEFAULT), tr("create a group")};
}

void write_input_files(hid_t group, const std::vector<configs::SourceText>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    Hdf5Dataset text = write_text(group, fmt::format("file_{}", i), files[i].text);
    write_attribute(text.get(), "path", std::string_view(files[i].path));
    text.close(tr("close a text"));
  }
}

std::vector<configs::SourceText> read_input_files(hid_t group, std::size_t count) {
  std::vector<configs::SourceText> files;
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = fmt::format("file_{}", i);
    std::string text = read_text(group, name);
    bytes += text.size();
    if (bytes > largest_text_bytes) throw ForeignFile("inputs", tr("are too long"));
    const Hdf5Dataset dataset = open_dataset(group, name);
    files.push_back({read_text_attribute(dataset.get(), "path"), std::move(text)});
  }
  return files;
}

}  // namespace jtsim::output
