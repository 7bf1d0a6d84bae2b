// A brace matcher that tells function bodies from namespaces, types and initialisers by their
// heads.
#include "tests/architecture/functions.hpp"

#include <regex>
#include <string_view>

namespace {

// What a pair of braces encloses.
enum class Scope { outside, function, initializer };

struct OpenBrace {
  Scope scope = Scope::outside;
  std::string outer_head;  // head of the enclosing scope up to this brace
  std::size_t outer_start = 0;
  int outer_parens = 0;
};

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

// Without attributes, and without "template <...>" in front, whose parameters may be called class.
std::string bare_head(const std::string& full_head) {
  static const std::regex attribute(R"(\[\[[^\]]*\]\])");
  std::string head = trimmed(std::regex_replace(full_head, attribute, ""));
  while (head.starts_with("template")) {
    std::size_t i = head.find('<');
    int depth = 0;
    for (; i < head.size(); ++i) {
      if (head[i] == '<' && head[i + 1] != '=') ++depth;
      if (head[i] == '>' && --depth == 0) break;
    }
    head = i < head.size() ? trimmed(std::string_view(head).substr(i + 1)) : std::string();
  }
  return head;
}

// Longer than any head of a function once its arguments are left out; std::regex overflows the
// stack on very long text.
constexpr std::size_t max_head_length = 2000;

// Whether a '{' opens a namespace, a type or a linkage block.
bool opens_outside(const std::string& head) {
  static const std::regex keyword(
      R"(^((inline|export|typedef|static|constexpr|const)\s+)*(namespace|class|struct|union|enum)(\W|$))");
  static const std::regex behind_macro(R"(\bnamespace(\s+[\w:]+)?$)");
  static const std::regex linkage(R"(^extern\s*"\s*"$)");
  static const std::regex parameters(R"(\w\s*\(\)\s*(const)?$)");  // of a function: "struct X f()"
  if (std::regex_search(head, linkage) || std::regex_search(head, behind_macro)) return true;
  return std::regex_search(head, keyword) && !std::regex_search(head, parameters);
}

// Whether a '{' behind this head opens a body: parameters, then nothing but what may follow them.
bool opens_function(const std::string& head) {
  static const std::regex lambda_without_parameters(R"((^|[=(,{&|?:]|return)\s*\[[^\[\]]*\]\s*$)");
  static const std::regex after_parameters(
      R"(\)\s*((const|volatile|noexcept(\s*\(\))?|override|final|mutable|constexpr|consteval|try|&&?)\s*)*(->[^=]*|requires\b.*|:(?!:).*)?$)");
  static const std::regex requirement(R"(\brequires\s*(\(\))?\s*$)");
  if (std::regex_search(head, requirement)) return false;
  if (std::regex_search(head, lambda_without_parameters)) return true;
  return std::regex_search(head, after_parameters);
}

// Whether a '{' initialises a member in a constructor's list, so that the body is still to come.
bool opens_member_initializer(const std::string& head) {
  static const std::regex member(R"(\)[^:]*:(?!:).*[\w>]$)");
  static const std::regex not_a_list(R"(->|\brequires\b)");
  return std::regex_search(head, member) && !std::regex_search(head, not_a_list);
}

Scope scope_behind(const std::string& full_head) {
  if (full_head.size() > max_head_length) return Scope::initializer;
  const std::string head = bare_head(full_head);
  if (head.empty()) return Scope::initializer;
  if (opens_outside(head)) return Scope::outside;
  if (opens_member_initializer(head)) return Scope::initializer;
  return opens_function(head) ? Scope::function : Scope::initializer;
}

std::string name_of(const std::string& full_head) {
  static const std::regex name(R"((operator\s*(\(\)|[^\s\w(]+|[\w:]+)|~?[\w:]+)\s*\(\))");
  const std::string head = bare_head(full_head);
  std::smatch match;
  const bool found = head.find('[') == std::string::npos && std::regex_search(head, match, name);
  return found ? match[1].str() : "lambda";
}

class FunctionScanner {
 public:
  explicit FunctionScanner(const SourceText& source) : code_(blank_directives(source.code)) {}

  std::vector<FoundFunction> scan() {
    for (std::size_t i = 0; i < code_.size(); ++i) {
      if (in_function_ > 0) {
        inside_function(i);
      } else {
        between_functions(i);
      }
    }
    return std::move(found_);
  }

 private:
  // Inside a body only the matching closing brace matters.
  void inside_function(std::size_t i) {
    if (code_[i] == '{') ++in_function_;
    if (code_[i] == '}' && --in_function_ == 0) close_brace(i);
  }

  void between_functions(std::size_t i) {
    const char c = code_[i];
    if (c == '{') {
      open_brace();
    } else if (c == '}') {
      close_brace(i);
    } else if (parens_ == 0 && (c == ';' || (c == ',' && in_table()))) {
      reset_head();
    } else {
      extend_head(i);
    }
  }

  // The head keeps an empty pair of parentheses for each group; a brace inside them starts anew.
  void extend_head(std::size_t i) {
    const char c = code_[i];
    if (c == ')' && parens_ > 0) --parens_;
    if (parens_ == 0) {
      if (head_.empty()) head_start_ = i;
      const bool leading_space = head_.empty() && (c == ' ' || c == '\n' || c == '\t');
      if (!leading_space) head_ += c == '\n' ? ' ' : c;
    } else {
      argument_ += c;
    }
    if (c == '(' && ++parens_ == 1) argument_.clear();
    if (c == ':' && is_access_label()) reset_head();
  }

  bool in_table() const { return !open_.empty() && open_.back().scope == Scope::initializer; }

  bool is_access_label() const {
    return parens_ == 0 && (head_ == "public:" || head_ == "private:" || head_ == "protected:");
  }

  void open_brace() {
    const std::string head = trimmed(parens_ > 0 ? collapsed_argument() : head_);
    const Scope scope = scope_behind(head);
    open_.push_back({scope, head_, head_start_, parens_});
    if (scope == Scope::function) {
      in_function_ = 1;
      name_ = name_of(head);
    } else {
      reset_head();
    }
  }

  void close_brace(std::size_t i) {
    if (open_.empty()) return;  // unbalanced: the compiler will say so
    const OpenBrace brace = std::move(open_.back());
    open_.pop_back();
    if (brace.scope == Scope::function) report(brace, i);
    reset_head();
    const bool head_goes_on = brace.scope == Scope::initializer || brace.outer_parens > 0;
    if (!head_goes_on) return;
    head_ = brace.outer_head;
    head_start_ = brace.outer_start;
    parens_ = brace.outer_parens;
    if (parens_ == 0 && !head_.empty()) head_ += "}";
  }

  void report(const OpenBrace& brace, std::size_t end) {
    const int first = line_at(code_, brace.outer_start);
    found_.push_back({.name = name_, .line = first, .lines = line_at(code_, end) - first + 1});
  }

  // What stands in the open parentheses since the last comma, its closed groups emptied.
  std::string collapsed_argument() const {
    std::string head;
    int depth = 0;
    for (const char c : argument_) {
      if (c == ')') --depth;
      if (depth <= 0) head += c;
      if (c == '(') ++depth;
    }
    return head;
  }

  void reset_head() {
    head_.clear();
    argument_.clear();
    parens_ = 0;
  }

  std::string code_;
  std::string head_;      // code since the last statement or brace, arguments left out
  std::string argument_;  // code inside the open parentheses
  std::string name_;
  std::size_t head_start_ = 0;
  int parens_ = 0;
  int in_function_ = 0;
  std::vector<OpenBrace> open_;
  std::vector<FoundFunction> found_;
};

}  // namespace

std::vector<FoundFunction> find_functions(const SourceText& source) {
  return FunctionScanner(source).scan();
}
