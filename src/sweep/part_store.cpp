// Reads parts, or what the index says of them.
#include "src/sweep/part_store.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "output/foreign_input.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;
using output::IndexedPart;

std::vector<StoredPart> files_in(const fs::path& parts) {
  std::vector<StoredPart> found;
  std::error_code error;
  fs::directory_iterator at(parts, error);
  if (error) throw StorageError(tr("list the directory"), parts, 0, error.value());
  for (; at != fs::directory_iterator(); at.increment(error)) {
    if (error) throw StorageError(tr("list the directory"), parts, 0, error.value());
    const std::string name = at->path().filename().string();
    const std::optional<PartNumber> number = part_number(name);
    if (!number) continue;
    const std::uint64_t bytes = fs::file_size(at->path(), error);
    if (error) throw StorageError(tr("look at"), at->path(), 0, error.value());
    found.push_back({name, *number, bytes});
  }
  std::ranges::sort(found, {}, &StoredPart::number);
  return found;
}

// Throws InputError if the part is damaged or not of this sweep.
IndexedPart rows_of(const fs::path& path, const StoredPart& part, const SweepPlan& plan) {
  return output::reading(path, [&] {
    const output::PartReader reader(path, plan.arrays);
    if (reader.head().plan_digest != plan.digest)
      throw output::ForeignFile(tr("belongs to another plan"));
    if (reader.rows().back().run >= plan.runs())
      throw output::ForeignFile(tr("holds runs that are not planned"));
    return IndexedPart{part.bytes, reader.rows()};
  });
}

class Survey {
 public:
  explicit Survey(const SweepPlan& plan) { store_.places.resize(plan.runs()); }

  void add(const StoredPart& part, const IndexedPart& known) {
    const auto position = static_cast<std::uint32_t>(store_.parts.size());
    store_.parts.push_back(part);
    for (std::uint32_t row = 0; row < known.rows.size(); ++row) add_run(position, row, known);
  }
  void add_damaged(DamagedPart part) { store_.damaged.push_back(std::move(part)); }

  PartStore take() { return std::move(store_); }

 private:
  void add_run(std::uint32_t part, std::uint32_t row, const IndexedPart& known) {
    const output::PartRow& run = known.rows[row];
    RunPlace& place = store_.places[run.run];
    if (place.is_done() && (place.failed == 0 || run.failed)) return;
    if (!place.is_done()) ++store_.done;
    if (place.is_done()) --store_.failed;
    if (run.failed) ++store_.failed;
    store_.seconds += run.seconds;
    place.part = part;
    place.row = row & 0x7FFF'FFFF;
    place.failed = run.failed ? 1 : 0;
  }

  PartStore store_;
};

std::map<std::string, IndexedPart> known_parts(output::SweepIndex* index) {
  if (index == nullptr) return {};
  try {
    return index->parts();
  } catch (const output::IndexUnusable&) {
    return {};
  }
}

// The index helps; that it cannot be brought up to date hurts nobody.
template <class Change>
void change(output::SweepIndex* index, Change&& change) {
  if (index == nullptr) return;
  try {
    change();
  } catch (const output::IndexUnusable&) {
  }
}

bool is_valid(const IndexedPart& known, const StoredPart& part, const SweepPlan& plan) {
  return known.bytes == part.bytes && !known.rows.empty() && known.rows.back().run < plan.runs();
}

}  // namespace

std::uint64_t PartStore::bytes() const {
  std::uint64_t sum = 0;
  for (const StoredPart& part : parts) sum += part.bytes;
  return sum;
}

PartStore survey(const SweepDirectory& directory, const SweepPlan& plan,
                 output::SweepIndex* index) {
  // The index first: a part that is committed meanwhile is then found as a file.
  std::map<std::string, IndexedPart> known = known_parts(index);
  Survey survey(plan);
  for (const StoredPart& part : files_in(directory.parts())) {
    const auto at = known.find(part.name);
    if (at != known.end() && is_valid(at->second, part, plan)) {
      survey.add(part, at->second);
      known.erase(at);
      continue;
    }
    try {
      const IndexedPart read = rows_of(directory.part(part.name), part, plan);
      survey.add(part, read);
      change(index, [&] { index->add(part.name, read); });
    } catch (const InputError& error) {
      survey.add_damaged({part.name, error.what()});
    }
  }
  for (const auto& [name, gone] : known) change(index, [&] { index->remove(name); });
  return survey.take();
}

void require_undamaged(const SweepDirectory& directory, const PartStore& store) {
  if (store.damaged.empty()) return;
  throw InputError(Problem{{},
                           "",
                           store.damaged.front().why,
                           Sentence(tr("`jtsim sweep run {}` sets damaged parts aside and does "
                                       "their runs again"),
                                    directory.path().string())});
}

std::unique_ptr<output::SweepIndex> open_index(const SweepDirectory& directory,
                                               const SweepPlan& plan) {
  try {
    return std::make_unique<output::SweepIndex>(directory.path(), plan.digest);
  } catch (const output::IndexUnusable&) {
    output::SweepIndex::discard(directory.path());
  }
  try {
    return std::make_unique<output::SweepIndex>(directory.path(), plan.digest);
  } catch (const output::IndexUnusable&) {
    return nullptr;
  }
}

}  // namespace jtsim::app
