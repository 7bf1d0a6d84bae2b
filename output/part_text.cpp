// Writes in large pieces.
#include "output/part_text.hpp"

#include <utility>

#include <fcntl.h>

#include "output/durable_file.hpp"

namespace jtsim::output {

namespace {

constexpr std::size_t most_pending = std::size_t{1} << 20;

}  // namespace

PartText::PartText(std::filesystem::path path)
    : path_(std::move(path)), file_(part_of(path_), O_WRONLY | O_CREAT | O_TRUNC) {}

PartText::~PartText() { remove_part(path_); }

void PartText::add(std::string_view piece) {
  pending_ += piece;
  if (pending_.size() >= most_pending) flush();
}

void PartText::flush() {
  file_.write(pending_);
  pending_.clear();
}

void PartText::close() {
  flush();
  file_.close();
}

}  // namespace jtsim::output
