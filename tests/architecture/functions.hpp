// Finds every function body in a C++ file and how many lines it takes, by matching braces.
#pragma once

#include <string>
#include <vector>

#include "tests/architecture/source_text.hpp"

/// A function from the first line of its head to its closing brace. A lambda at namespace or class
/// level counts as a function, one inside a function as part of it; so do local classes.
struct FoundFunction {
  std::string name;  // as written before the parameters; "lambda" without a name
  int line = 0;      // of the head
  int lines = 0;     // head and body
};

/// All functions with a body, in the order of their closing braces.
/// Namespaces, classes, enumerations and initialiser tables are looked into, not counted.
std::vector<FoundFunction> find_functions(const SourceText& source);
