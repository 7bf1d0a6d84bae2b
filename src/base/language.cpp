// Looks texts up in the catalogue of gettext that is built into the program.
#include "base/language.hpp"

#include <locale>
#include <string>
#include <vector>

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include "base/catalogue.hpp"

extern "C" {
extern const char jtsim_asset_chinese[];
extern const char jtsim_asset_chinese_end[];
}

namespace jtsim {

namespace {

using Messages = boost::locale::message_format<char>;

/// The standard's plainest locale with nothing but our texts added.
std::locale chinese() {
  boost::locale::gnu_gettext::messages_info wanted;
  wanted.language = "zh";
  wanted.country = "CN";
  wanted.encoding = "UTF-8";
  wanted.domains.emplace_back("jtsim");
  wanted.paths.emplace_back();
  wanted.callback = [](const std::string&, const std::string&) {
    return std::vector<char>(jtsim_asset_chinese, jtsim_asset_chinese_end);
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(wanted)};
}

}  // namespace

const char* chinese_of(const char* context, const char* english) {
  static const std::locale catalogue = chinese();
  return std::use_facet<Messages>(catalogue).get(0, context, english);
}

std::string_view in(Language language, const Label& label) {
  // The translation of the empty text is the catalogue's own header.
  if (language == Language::en || label.english().empty()) return label.english();
  const char* text = chinese_of(label.context(), label.english().data());
  return text == nullptr ? label.english() : std::string_view(text);
}

}  // namespace jtsim
