// Finds the embedded parts of the report page.
#include "output/report/assets.hpp"

extern "C" {
extern const char jtsim_asset_page[];
extern const char jtsim_asset_page_end[];
extern const char jtsim_asset_style[];
extern const char jtsim_asset_style_end[];
extern const char jtsim_asset_script[];
extern const char jtsim_asset_script_end[];
extern const char jtsim_asset_echarts[];
extern const char jtsim_asset_echarts_end[];
}

namespace jtsim::output {

std::string_view page_template() { return {jtsim_asset_page, jtsim_asset_page_end}; }
std::string_view page_style() { return {jtsim_asset_style, jtsim_asset_style_end}; }
std::string_view page_script() { return {jtsim_asset_script, jtsim_asset_script_end}; }
std::string_view chart_library() { return {jtsim_asset_echarts, jtsim_asset_echarts_end}; }

}  // namespace jtsim::output
