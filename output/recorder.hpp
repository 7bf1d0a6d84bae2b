// Watches one replicate: copies the world's tallies month by month into the arrays of its result.
#pragma once

#include "output/replicate_result.hpp"

namespace jtsim::output {

/// Records one replicate. The model does not know it, and it reads nothing but the world, or the
/// tallies of a run that has no world.
class Recorder {
 public:
  /// `layout` outlives the recorder.
  Recorder(const Layout& layout, std::uint32_t replicate, KeepRegister keep);

  /// To be called once for the initial state and once at the end of every month, in order.
  void record(const agents::World& world);
  void record(const agents::Tallies& tallies, Month now);

  /// To be called once, after the last month was recorded.
  ReplicateResult finish(const agents::World& world);
  ReplicateResult finish();

 private:
  void record(const Moment& moment, Month now);
  void fill(std::size_t series, const Moment& moment, std::size_t part);

  const Layout& layout_;
  KeepRegister keep_;
  Month next_;
  Peers peers_;
  ReplicateResult result_;
};

}  // namespace jtsim::output
