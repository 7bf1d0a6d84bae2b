// Reads the wanted language from the environment.
#include "src/speech.hpp"

#include <cstdlib>

namespace jtsim::app {

Language language_of_environment() {
  // As gettext looks, with LANGUAGE before all.
  for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

}  // namespace jtsim::app
