// Texts that people read, written in English in the source and translated by po/zh_CN.po.
#pragma once

#include <string_view>

namespace jtsim {

/// A text in all languages: its English wording, which is the message id of its translations.
/// Only `tr` makes one, since the list of what is to be translated is read from the sources.
class Label {
 public:
  /// The empty text.
  constexpr Label() = default;

  /// Ends with a zero byte behind its end, as what `tr` was given.
  constexpr std::string_view english() const { return english_; }
  /// Tells apart equal English texts that other languages render differently; null: none.
  constexpr const char* context() const { return context_; }

 private:
  constexpr Label(const char* context, const char* english)
      : context_(context), english_(english) {}
  friend consteval Label tr(const char* english);
  friend consteval Label tr(const char* context, const char* english);

  const char* context_ = nullptr;
  std::string_view english_ = "";
};

/// Marks a text for translation: `scripts/texts.sh` finds its literal by this word.
consteval Label tr(const char* english) { return {nullptr, english}; }
consteval Label tr(const char* context, const char* english) { return {context, english}; }

}  // namespace jtsim
