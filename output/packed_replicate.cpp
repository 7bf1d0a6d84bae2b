// Packs the arrays of a replicate one by one and frees each behind it.
#include "output/packed_replicate.hpp"

#include "base/error.hpp"
#include "output/chunk_codec.hpp"
#include "output/register_columns.hpp"

namespace jtsim::output {

PackedReplicate pack(const Layout& layout, ReplicateResult&& result) {
  expect(result.values.size() == layout.entries().size(), "a result has the series of its layout");
  PackedReplicate packed;
  packed.replicate = result.replicate;
  for (std::size_t i = 0; i < result.values.size(); ++i) {
    const auto bytes = bytes_of(result.values[i]);
    packed.chunks.push_back(pack_chunk(bytes, bytes.size() / layout.entries()[i].size));
    result.values[i] = {};
  }
  packed.events = result.events.size();
  if (packed.events > 0) {
    for (const RegisterColumn& column : register_columns()) {
      packed.columns.push_back(
          column_bytes(column, result.events, result.replicate, layout.axes().end()));
    }
  }
  result.events = {};
  return packed;
}

}  // namespace jtsim::output
