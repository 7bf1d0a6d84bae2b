// The Chinese of texts that are marked in something else than C++.
#pragma once

namespace jtsim {

/// The translation of an English text, or null if po/zh_CN.po has none; `context` may be null.
const char* chinese_of(const char* context, const char* english);

}  // namespace jtsim
