// The digest against the published examples of its standard.
#include "base/sha256.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"

TEST_CASE("the published examples have their published digests") {
  CHECK(jtsim::sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(jtsim::sha256_of("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(jtsim::sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(jtsim::sha256_of(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a text in pieces has the digest of the whole text") {
  const std::string text(300, 'x');
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    jtsim::Sha256 digest;
    digest.add(std::string_view(text).substr(0, cut));
    digest.add(std::string_view(text).substr(cut));
    CHECK(digest.finish() == jtsim::sha256_of(text));
  }
}

TEST_CASE("a file that cannot be read is reported with its path") {
  CHECK_THROWS_AS(jtsim::sha256_of_file("/nowhere/at/all"), jtsim::StorageError);
  CHECK_THROWS_AS(jtsim::sha256_of_file(std::filesystem::temp_directory_path()),
                  jtsim::StorageError);
}
