// Our packing of chunks against the filters of the HDF5 library itself.
#include "output/chunk_codec.hpp"

#include <doctest/doctest.h>

#include "output/hdf5_write.hpp"
#include "tests/output/fake_results.hpp"

using namespace jtsim::output;

namespace {

template <class T>
std::vector<T> sample(std::size_t size) {
  std::vector<T> values(size);
  for (std::size_t i = 0; i < size; ++i) values[i] = static_cast<T>(i * i % 251 * (i % 3));
  return values;
}

/// The raw chunk that the library's own pipeline leaves in a file.
template <class T>
std::vector<std::byte> packed_by_library(const std::filesystem::path& path,
                                         const std::vector<T>& values) {
  const QuietHdf5 quiet;
  const Hdf5File file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT),
                      jtsim::tr("create"));
  const std::vector<hsize_t> size{values.size()};
  const T fill{};
  const Hdf5Dataset array =
      create_array(file.get(), "array", {size, size, size}, hdf5_type<T>(), &fill);
  REQUIRE(H5Dwrite(array.get(), hdf5_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0);
  REQUIRE(H5Dflush(array.get()) >= 0);
  const hsize_t origin = 0;
  hsize_t bytes = 0;
  REQUIRE(H5Dget_chunk_storage_size(array.get(), &origin, &bytes) >= 0);
  std::vector<std::byte> chunk(bytes);
  std::uint32_t mask = 0;
  REQUIRE(H5Dread_chunk(array.get(), H5P_DEFAULT, &origin, &mask, chunk.data()) >= 0);
  REQUIRE(mask == 0);
  return chunk;
}

template <class T>
bool agrees(std::size_t size) {
  const TemporaryFolder folder;
  const std::vector<T> values = sample<T>(size);
  return pack_chunk(std::as_bytes(std::span(values)), sizeof(T)) ==
         packed_by_library(folder.path() / "a.h5", values);
}

}  // namespace

TEST_CASE("a packed chunk has the bytes that the library would write") {
  for (const std::size_t size : {1U, 2U, 7U, 1000U, 100'003U}) {
    CHECK(agrees<std::int8_t>(size));
    CHECK(agrees<std::int16_t>(size));
    CHECK(agrees<std::int32_t>(size));
    CHECK(agrees<std::int64_t>(size));
    CHECK(agrees<double>(size));
  }
}

TEST_CASE("the checksum follows Fletcher's published example with big-endian words") {
  // "abcde" as words 0x6162 0x6364 0x6500 in HDF5's order.
  const char text[] = {'a', 'b', 'c', 'd', 'e'};
  const std::uint32_t sum1 = (0x6162 + 0x6364 + 0x6500) % 65535;
  const std::uint32_t sum2 = (3 * 0x6162 + 2 * 0x6364 + 0x6500) % 65535;
  CHECK(fletcher32(std::as_bytes(std::span(text))) == (sum2 << 16 | sum1));
}
