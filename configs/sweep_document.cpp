// Reads the file of a sweep.
#include "configs/sweep_document.hpp"

#include <fmt/format.h>

#include "configs/field_reader.hpp"
#include "configs/file_source.hpp"
#include "configs/parameters.hpp"
#include "configs/value_text.hpp"

namespace jtsim::configs {

namespace {

// The only variant of a sweep that names none.
constexpr const char* only_policy = "base";

// A value as YAML in one line; nothing for what cannot be one.
std::optional<std::string> value_line(const Node& node) {
  if (node.kind == NodeKind::scalar)
    return node.quoting == Quoting::plain ? node.text : yaml_text(node.text);
  if (node.kind != NodeKind::list) return std::nullopt;
  std::string line = "[";
  for (const Node& item : node.items) {
    const std::optional<std::string> part = value_line(item);
    if (!part) return std::nullopt;
    line += (line.size() > 1 ? ", " : "") + *part;
  }
  return line + "]";
}

void flatten(const Node& node, const std::string& path, std::vector<std::string>& overrides,
             Problems& problems) {
  if (node.kind == NodeKind::map) {
    for (const Entry& entry : node.entries)
      flatten(entry.value, joined_key(path, entry.key), overrides, problems);
    return;
  }
  if (const std::optional<std::string> line = value_line(node)) {
    overrides.push_back(path + "=" + *line);
  } else {
    problems.add({node.place, path, Sentence(tr("expected a value, found {}"), described(node)),
                  tr("a number, a text or a list of them")});
  }
}

bool is_section(const Node& node, const std::string& key, Problems& problems) {
  if (node.kind == NodeKind::map) return true;
  problems.add({node.place, key, Sentence(tr("expected keys, found {}"), described(node)), ""});
  return false;
}

void read_policies(const Node* node, SweepFile& file, Problems& problems) {
  if (node != nullptr && is_section(*node, "policies", problems)) {
    for (const Entry& entry : node->entries) {
      if (!is_identifier(entry.key)) {
        problems.add({entry.key_place, "policies",
                      Sentence(tr("{} is no name"), quoted_for_message(entry.key)),
                      tr("letters a-z, digits and _")});
      }
      SweepPolicy policy{entry.key, {}};
      // A variant that changes nothing is `{}` or nothing at all.
      if (entry.value.kind != NodeKind::nothing) {
        if (is_section(entry.value, "policies." + entry.key, problems))
          policy.overrides = overrides_of(entry.value, problems);
      }
      file.policies.push_back(std::move(policy));
    }
  }
  if (file.policies.empty()) file.policies.push_back({only_policy, {}});
}

void require_files(const SweepDocument& document, const Places& places, Problems& problems) {
  if (document.scenario.text.empty())
    problems.add(
        {place_of(places, ""), "scenario", tr("is missing"), tr("the path of a scenario file")});
  if (document.design.kind == DesignKind::list && document.design.file.text.empty()) {
    problems.add({place_of(places, "design"), "design.file", tr("is missing"),
                  tr("the CSV file with the points, or another kind of design")});
  }
}

}  // namespace

std::vector<std::string> overrides_of(const Node& section, Problems& problems) {
  std::vector<std::string> overrides;
  flatten(section, "", overrides, problems);
  return overrides;
}

SweepFile read_sweep_file(const std::filesystem::path& path) {
  Problems problems;
  SweepFile file;
  file.folder = path.parent_path();
  FileSource source = FileSource::disk(file.folder);
  const std::string name = path.filename().generic_string();
  const ReadResult read = source.read(name, YamlLimits::bytes);
  if (!read.text) {
    problems.add({{name, 0, 0}, "", Sentence(tr("the file {}"), read.refusal), ""});
    problems.throw_if_any(file.folder);
  }
  file.text = *read.text;
  const std::optional<Node> root = parse_yaml({name, file.text}, problems);
  problems.throw_if_any(file.folder);
  Places places;
  places[""] = root->place;
  FieldReader(problems, places)
      .read_fields(*root, "", file.document, {"set", "policies", "factors"});
  if (root->kind == NodeKind::map) {
    if (const Node* set = root->find("set"); set != nullptr && is_section(*set, "set", problems))
      file.set = overrides_of(*set, problems);
    read_policies(root->find("policies"), file, problems);
    if (const Node* factors = root->find("factors")) file.factors = *factors;
    require_files(file.document, places, problems);
  }
  problems.throw_if_any(file.folder);
  return file;
}

}  // namespace jtsim::configs
