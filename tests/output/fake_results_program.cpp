// Writes a made-up results.h5; called as fake_results_program FILE REPLICATES COMPLETE EVENTS
// [short].
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "tests/output/fake_results.hpp"

int main(int argc, char** argv) {
  using namespace jtsim::output;
  if (argc < 5) return EXIT_FAILURE;
  const auto number = [&](int i) { return static_cast<std::uint32_t>(std::atoi(argv[i])); };
  const bool is_short = argc > 5 && std::string_view(argv[5]) == "short";
  const auto inputs = is_short ? short_inputs() : reference_inputs();
  const Layout layout = layout_of(inputs, {0, number(2)});
  ResultsFile file(layout, fake_provenance(), {.path = argv[1]});
  for (std::uint32_t k = 0; k < number(3); ++k) file.add(fake_result(layout, k, number(4)));
  std::cout << finish(file, argv[1]) << '\n';
  return EXIT_SUCCESS;
}
