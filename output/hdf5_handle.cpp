// Finds the system's reason on the error stack of the HDF5 library.
#include "output/hdf5_handle.hpp"

#include <cstdlib>
#include <string_view>

namespace jtsim::output {

namespace {

/// The library writes "..., errno = 28, error message = '...'" when a system call failed.
int errno_in(std::string_view description) {
  constexpr std::string_view mark = "errno = ";
  const auto at = description.find(mark);
  return at == std::string_view::npos ? 0 : std::atoi(description.substr(at + mark.size()).data());
}

struct Reason {
  int system_error = 0;
  std::string innermost;
};

herr_t look(unsigned /*depth*/, const H5E_error2_t* entry, void* found) {
  auto& reason = *static_cast<Reason*>(found);
  const std::string_view description = entry->desc != nullptr ? entry->desc : "";
  if (reason.innermost.empty()) reason.innermost = description;
  if (reason.system_error == 0) reason.system_error = errno_in(description);
  return 0;
}

}  // namespace

QuietHdf5::QuietHdf5() {
  // We close what we open. After a failed close or a damaged file the library's own closing at the
  // program's end would complain, or never end.
  static const herr_t first_call = H5dont_atexit();
  static_cast<void>(first_call);
  H5Eget_auto2(H5E_DEFAULT, &function_, &client_);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

QuietHdf5::~QuietHdf5() { H5Eset_auto2(H5E_DEFAULT, function_, client_); }

void throw_hdf5_failure(const Label& action) {
  Reason reason;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, look, &reason);
  H5Eclear2(H5E_DEFAULT);
  throw Hdf5Failure(action, reason.system_error, reason.innermost);
}

}  // namespace jtsim::output
