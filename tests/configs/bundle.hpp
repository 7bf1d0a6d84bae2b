// A small scenario in memory whose files tests damage one at a time.
#pragma once

#include <string>
#include <vector>

#include "configs/scenario.hpp"

using Bundle = std::vector<jtsim::configs::SourceText>;

/// Absolute path of a file under configs/.
std::string shipped(const std::string& name);

/// The files of configs/tiny.yaml.
const Bundle& tiny_bundle();

/// A copy in which the first `from` of a file is `to`. Fails the test when there is none.
Bundle replaced(const Bundle& bundle, const std::string& path, const std::string& from,
                const std::string& to);
/// A copy with settings of the command line.
Bundle overridden(const Bundle& bundle, const std::vector<std::string>& overrides);

/// All problems of loading, one a line; empty when it loads.
std::string problems_text(const Bundle& bundle);

/// A one-file scenario text.
Bundle single_file(const std::string& text);
