// Owners of HDF5 handles: every call is checked, nothing leaks, nothing is printed by the library.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include <hdf5.h>

#include "base/label.hpp"

namespace jtsim::output {

/// A call of the HDF5 library failed. Whoever knows path and bytes turns it into a StorageError.
class Hdf5Failure : public std::runtime_error {
 public:
  /// `action`: what could not be done ("write a chunk"). `system_error`: errno of the failed system
  /// call, or 0 and the library's own `reason`.
  Hdf5Failure(const Label& action, int system_error, std::string reason)
      : std::runtime_error(std::string(action.english())),
        action_(action),
        system_error_(system_error),
        reason_(std::move(reason)) {}
  const Label& action() const { return action_; }
  int system_error() const { return system_error_; }
  const std::string& reason() const { return reason_; }

 private:
  Label action_;
  int system_error_;
  std::string reason_;
};

/// While it lives, the library prints no errors on this thread. To be made before the first call.
class QuietHdf5 {
 public:
  QuietHdf5();
  ~QuietHdf5();
  QuietHdf5(const QuietHdf5&) = delete;
  QuietHdf5& operator=(const QuietHdf5&) = delete;

 private:
  H5E_auto2_t function_ = nullptr;
  void* client_ = nullptr;
};

/// Throws Hdf5Failure with the reason on the library's error stack.
[[noreturn]] void throw_hdf5_failure(const Label& action);

/// Passes a valid handle (or length) through; throws otherwise.
inline hid_t checked(hid_t id, const Label& action) {
  if (id < 0) throw_hdf5_failure(action);
  return id;
}
inline void check(herr_t status, const Label& action) {
  if (status < 0) throw_hdf5_failure(action);
}

/// Owns one handle. `close` reports failure, the destructor cannot.
template <herr_t (*close_function)(hid_t)>
class Hdf5Handle {
 public:
  Hdf5Handle() = default;
  /// Throws Hdf5Failure if `id` is invalid.
  Hdf5Handle(hid_t id, const Label& action) : id_(checked(id, action)) {}
  Hdf5Handle(Hdf5Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)) {}
  Hdf5Handle& operator=(Hdf5Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~Hdf5Handle() {
    if (id_ >= 0) close_function(id_);
  }

  hid_t get() const { return id_; }
  void close(const Label& action) {
    if (id_ >= 0) check(close_function(std::exchange(id_, H5I_INVALID_HID)), action);
  }

 private:
  hid_t id_ = H5I_INVALID_HID;
};

using Hdf5File = Hdf5Handle<H5Fclose>;
using Hdf5Group = Hdf5Handle<H5Gclose>;
using Hdf5Dataset = Hdf5Handle<H5Dclose>;
using Hdf5Space = Hdf5Handle<H5Sclose>;
using Hdf5Type = Hdf5Handle<H5Tclose>;
using Hdf5Attribute = Hdf5Handle<H5Aclose>;
using Hdf5List = Hdf5Handle<H5Pclose>;

}  // namespace jtsim::output
