// A short fingerprint of a scenario.
#include "configs/digest.hpp"

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "configs/echo.hpp"
#include "configs/scenario.hpp"
#include "configs/urn_inputs.hpp"

namespace jtsim::configs {

namespace {

constexpr std::size_t digest_digits = 16;

const SourceText* find_text(const Scenario& scenario, const std::string& path) {
  for (const SourceText& file : scenario.inputs_read) {
    if (file.path == path) return &file;
  }
  return nullptr;
}

/// Each part with its length before it, so that no two sequences of parts read alike.
void add_part(Sha256& digest, std::string_view text) {
  digest.add(fmt::format("{}:", text.size()));
  digest.add(text);
}

}  // namespace

std::string digest_of(const Scenario& scenario) {
  Sha256 digest;
  add_part(digest, canonical_values(scenario.document));
  for_each_field<TablePaths>([&](const auto& field) {
    const FilePath& path = scenario.document.tables.*(field.member);
    const SourceText* file = find_text(scenario, path.text);
    add_part(digest, field.text.name);
    add_part(digest, file == nullptr ? std::string_view{} : std::string_view(file->text));
  });
  if (scenario.document.kind == ScenarioKind::urn) {
    for (const FilePath& path : files_of(scenario.document.urn)) {
      const SourceText* file = find_text(scenario, path.text);
      add_part(digest, file == nullptr ? std::string_view{} : std::string_view(file->text));
    }
  }
  return digest.finish().substr(0, digest_digits);
}

}  // namespace jtsim::configs
