// Sentences with values in them, told in a language only when somebody reads them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "base/language.hpp"

namespace jtsim {

/// What a problem or a figure is, before it is known in which language it will be read. Carries its
/// values along, by copy; values may be labels and sentences themselves.
class Sentence {
 public:
  /// Nothing.
  Sentence() = default;
  // Labels pass for sentences.
  Sentence(const Label& label)  // NOLINT(google-explicit-constructor)
      : told_([label](Language language) { return std::string(in(language, label)); }) {}

  // A text as it stands: what the user or the system wrote, names. A wording of ours is no such
  // text.
  Sentence(std::string text)  // NOLINT(google-explicit-constructor)
      : told_([text = std::move(text)](Language) { return text; }) {}
  Sentence(const char* text)  // NOLINT(google-explicit-constructor)
      : Sentence(std::string(text)) {}

  /// `pattern` with its {} filled in.
  template <class... Values>
  requires(sizeof...(Values) > 0) Sentence(const Label& pattern, const Values&... values)
      : told_([pattern, ... kept = keep(values)](Language language) {
          return fmt::format(fmt::runtime(in(language, pattern)), one(language, kept)...);
        }) {}

  /// What the user wrote in both languages.
  static Sentence written(std::string zh, std::string en) {
    Sentence sentence;
    sentence.told_ = [zh = std::move(zh), en = std::move(en)](Language language) {
      return language == Language::zh ? zh : en;
    };
    return sentence;
  }

  std::string told(Language language) const { return told_ ? told_(language) : std::string(); }

 private:
  /// Texts are copied, whatever lends them.
  template <class Value>
  static auto keep(const Value& value) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
      return std::string(std::string_view(value));
    } else {
      return value;
    }
  }

  template <class Value>
  static decltype(auto) one(Language language, const Value& value) {
    if constexpr (std::is_same_v<Value, Label>) {
      return in(language, value);
    } else if constexpr (std::is_same_v<Value, Sentence>) {
      return value.told(language);
    } else {
      return (value);
    }
  }

  std::function<std::string(Language)> told_;
};

inline std::string in(Language language, const Sentence& sentence) {
  return sentence.told(language);
}

}  // namespace jtsim
