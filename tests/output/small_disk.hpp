// A disk of a few kilobytes, to see what happens when it is full.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

/// Runs `act` in a child process on an empty file system of `bytes` bytes that nobody else sees,
/// and returns what it says. Nothing if this machine does not let us mount one (needs root or user
/// namespaces).
std::optional<std::string> on_small_disk(
    std::size_t bytes, const std::function<std::string(const std::filesystem::path&)>& act);
