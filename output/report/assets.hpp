// The parts of the report page that are built into the program.
#pragma once

#include <string_view>

namespace jtsim::output {

/// HTML with the places `{{style}}`, `{{charts}}`, `{{script}}`, `{{content}}`, ...
std::string_view page_template();
std::string_view page_style();
/// Our own scripts, one after the other.
std::string_view page_script();
/// The release file of ECharts, unchanged.
std::string_view chart_library();

}  // namespace jtsim::output
