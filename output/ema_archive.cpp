// Lays CSV files and metadata out in an archive.
#include "output/ema_archive.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "output/durable_file.hpp"
#include "output/tables/csv_tables.hpp"

namespace jtsim::output {

namespace {

/// Of `save_results`.
constexpr double layout_version = 0.1;

/// A tar.gz under construction.
class Archive {
 public:
  explicit Archive(const std::filesystem::path& path)
      : path_(path), archive_(archive_write_new(), archive_write_free) {
    check(archive_write_set_format_pax_restricted(get()));
    check(archive_write_add_filter_gzip(get()));
    // The time would make equal contents differ.
    check(archive_write_set_options(get(), "gzip:!timestamp"));
    check(archive_write_open_filename(get(), part_of(path).c_str()));
  }

  void add(const std::string& name, const std::string& text) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              archive_entry_free);
    constexpr int readable_by_all = 0644;
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), readable_by_all);
    check(archive_write_header(get(), entry.get()));
    const la_ssize_t written = archive_write_data(get(), text.data(), text.size());
    if (written != static_cast<la_ssize_t>(text.size())) fail();
  }

  void close() { check(archive_write_close(get())); }

 private:
  archive* get() const { return archive_.get(); }
  void check(int result) const {
    if (result != ARCHIVE_OK) fail();
  }
  [[noreturn]] void fail() const {
    // The library has numbers of its own below zero.
    throw StorageError(tr("write"), part_of(path_), 0, std::max(0, archive_errno(get())));
  }

  std::filesystem::path path_;
  std::unique_ptr<archive, decltype(&archive_write_free)> archive_;
};

/// Identifiers for names, each once.
class Names {
 public:
  std::string next(const std::string& name) {
    const std::string wish = ema_name(name);
    std::string free = wish;
    for (int i = 2; !used_.insert(free).second; ++i) free = fmt::format("{}_{}", wish, i);
    return free;
  }

 private:
  std::set<std::string> used_;
};

std::string experiments_csv(const std::vector<EmaColumn>& columns,
                            const std::vector<std::string>& names) {
  std::string text = fmt::format("{}\n", fmt::join(names, ","));
  const std::size_t rows =
      columns.empty() ? 0 : std::max(columns[0].numbers.size(), columns[0].texts.size());
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (k > 0) text += ',';
      text += columns[k].numbers.empty() ? csv_field(columns[k].texts[row])
                                         : csv_number(columns[k].numbers[row]);
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::string ema_name(const std::string& name) {
  std::string identifier;
  for (const char c : name) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (identifier.empty() && is_digit) identifier = "_";
    identifier += is_digit || is_letter ? c : '_';
  }
  return identifier.empty() ? "_" : identifier;
}

void write_ema_archive(const std::filesystem::path& path, const std::vector<EmaColumn>& columns,
                       const std::vector<EmaOutcome>& outcomes) {
  try {
    Archive archive(path);
    nlohmann::ordered_json metadata{{"version", layout_version},
                                    {"outcomes", nlohmann::ordered_json::array()},
                                    {"experiments", nlohmann::ordered_json::object()}};
    Names columns_used;
    std::vector<std::string> names;
    for (const EmaColumn& column : columns) {
      names.push_back(columns_used.next(column.name));
      metadata["experiments"][names.back()] = column.type;
    }
    archive.add("experiments.csv", experiments_csv(columns, names));
    Names outcomes_used;
    for (const EmaOutcome& outcome : outcomes) {
      const std::string name = outcomes_used.next(outcome.name);
      std::string text;
      for (const double value : outcome.values) text += csv_number(value) + '\n';
      archive.add(name + ".cls", text);
      metadata["outcomes"].push_back({"ScalarOutcome", name, name + ".cls"});
    }
    archive.add("metadata.json", metadata.dump());
    archive.close();
    publish_parts({&path, 1});
  } catch (...) {
    remove_part(path);
    throw;
  }
}

}  // namespace jtsim::output
