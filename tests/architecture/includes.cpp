// Checks the direction of includes between rooms and looks for circles between files.
#include "tests/architecture/includes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string_view>

namespace {

// A room knows the rooms of lower rank and itself; tests and bench know all but not each other.
struct Room {
  std::string_view name;
  int rank;
};
constexpr std::array<Room, 8> rooms = {{{"base", 0},
                                        {"agents", 1},
                                        {"policies", 2},
                                        {"configs", 3},
                                        {"output", 4},
                                        {"src", 5},
                                        {"tests", 6},
                                        {"bench", 6}}};

std::string first_part(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::optional<int> rank_of(std::string_view room) {
  const auto found = std::ranges::find(rooms, room, &Room::name);
  if (found == rooms.end()) return std::nullopt;
  return found->rank;
}

// What is wrong with `include` in a file of room `from`; empty if nothing is.
std::string include_problem(const Include& include, const std::string& from) {
  const std::string to = first_part(include.target);
  const std::optional<int> to_rank = rank_of(to);
  if (!include.quoted) return to_rank ? "our own header in angle brackets" : "";
  if (!to_rank) return "a quoted include names its room first";
  if (include.target.starts_with("src/base/")) return "the ground room is included as \"base/...\"";
  if (include.target.find("..") != std::string::npos) return "an include path without \"..\"";
  if (to == from) return "";
  const int from_rank = rank_of(from).value_or(-1);
  if (*to_rank > from_rank) return "upward include from " + from + " to " + to;
  return *to_rank == from_rank ? "sideways include from " + from + " to " + to : "";
}

using Graph = std::map<std::string, std::set<std::string>>;

Graph include_graph(const std::vector<SourceText>& sources) {
  Graph graph;
  for (const SourceText& source : sources) {
    for (const Include& include : find_includes(source)) {
      const bool base = include.target.starts_with("base/");
      graph[source.path].insert(base ? "src/" + include.target : include.target);
    }
  }
  return graph;
}

// Shortest way from `start` back to it over files not smaller than it; empty if there is none.
std::vector<std::string> circle_from(const Graph& graph, const std::string& start) {
  std::map<std::string, std::string> came_from;
  std::vector<std::string> queue = {start};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::string file = queue[i];
    const auto edges = graph.find(file);
    if (edges == graph.end()) continue;
    for (const std::string& next : edges->second) {
      if (next < start || came_from.contains(next)) continue;
      came_from[next] = file;
      queue.push_back(next);
    }
  }
  if (!came_from.contains(start)) return {};
  std::vector<std::string> circle = {start};
  do {
    circle.push_back(came_from[circle.back()]);
  } while (circle.back() != start);
  std::ranges::reverse(circle);
  return circle;
}

}  // namespace

std::vector<Include> find_includes(const SourceText& source) {
  static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  const std::vector<std::string> text = split_lines(source.text);
  const std::vector<std::string> code = split_lines(source.code);
  std::vector<Include> includes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::smatch match;
    if (code[i].find('#') == std::string::npos) continue;  // commented out
    if (!std::regex_search(text[i], match, pattern)) continue;
    includes.push_back(
        {.target = match[2], .quoted = match[1] == "\"", .line = static_cast<int>(i) + 1});
  }
  return includes;
}

std::string room_of_path(const std::string& path) {
  if (path.starts_with("src/base/")) return "base";
  const std::string room = first_part(path);
  return rank_of(room) && room != "base" ? room : "";
}

std::vector<Fault> include_faults(const SourceText& source) {
  std::vector<Fault> faults;
  for (const Include& include : find_includes(source)) {
    const std::string problem = include_problem(include, room_of_path(source.path));
    if (problem.empty()) continue;
    faults.push_back({source.path, include.line, problem + " (" + include.target + ")"});
  }
  return faults;
}

std::vector<Fault> cycle_faults(const std::vector<SourceText>& sources) {
  const Graph graph = include_graph(sources);
  std::vector<Fault> faults;
  for (const auto& [start, targets] : graph) {
    const std::vector<std::string> circle = circle_from(graph, start);
    if (circle.empty()) continue;
    std::string way = "circle of includes: " + circle.front();
    for (std::size_t i = 1; i < circle.size(); ++i) way += " -> " + circle[i];
    faults.push_back({start, 1, way});
  }
  return faults;
}
