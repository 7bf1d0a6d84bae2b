// SHA-256 (FIPS 180-4): tells whether two texts or files are equal without keeping both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace jtsim {

/// Digest of a sequence of bytes that arrives in pieces.
class Sha256 {
 public:
  void add(std::span<const std::byte> bytes);
  void add(std::string_view text);
  /// The digest of everything added so far as 64 lower-case hexadecimal digits; ends the sequence.
  std::string finish();

 private:
  static constexpr std::size_t block_bytes = 64;

  void mix(const std::byte* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, block_bytes> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t total_ = 0;
};

std::string sha256_of(std::string_view text);

/// Digest of a file's bytes. Throws StorageError if it cannot be read.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace jtsim
