// Tests of the report page: what is embedded, what is escaped, where the parts go.
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "base/sha256.hpp"
#include "output/report/assets.hpp"
#include "output/report/figures.hpp"
#include "output/report/page.hpp"

namespace {

using namespace jtsim;
using output::Json;

std::size_t count_of(std::string_view part, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("the program carries the release file of ECharts unchanged") {
  CHECK(sha256_of(output::chart_library()) ==
        "b66b25aeb4df84e33199dc21694014d336d222cbd9deb0e5a7c14bd6aa0d0fd0");
}

TEST_CASE("no text in the data can end a script, begin markup or break a line of JavaScript") {
  const std::string hostile = "</script><b>&amp;\xE2\x80\xA8\xE2\x80\xA9\"'";
  const std::string text = output::embedded_json(Json{{hostile, hostile}});
  for (const char* forbidden : {"<", ">", "&", "\xE2\x80\xA8", "\xE2\x80\xA9"})
    CHECK(text.find(forbidden) == std::string::npos);
  CHECK(Json::parse(text) == Json{{hostile, hostile}});
}

TEST_CASE("bytes that are no UTF-8 are replaced") {
  CHECK(output::embedded_json(Json("a\xFFz")) == "\"a\xEF\xBF\xBDz\"");
}

TEST_CASE("places of the template that stand in the data are left alone") {
  const Json content{{"label", "{{style}} {{nothing}}"}};
  const std::string page = output::report_page(content, Language::zh);
  CHECK(count_of("{{style}} {{nothing}}", page) == 1);
  CHECK(page.find("<html lang=\"zh-CN\">") != std::string::npos);
}

TEST_CASE("the page allows its own two scripts and nothing else") {
  const std::string page = output::report_page(Json::object(), Language::en);
  CHECK(count_of("'sha256-", page) == 2);
  CHECK(count_of("default-src 'none'", page) == 1);
  // The digest of an empty text, as RFC 4648 writes the bytes of FIPS 180-4's example.
  CHECK(page.find("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='") == std::string::npos);
}

TEST_CASE("numbers have six digits and missing ones are null") {
  CHECK(output::rounded(1234567.0) == Json(1234570));
  CHECK(output::rounded(0.123456789) == Json(0.123457));
  CHECK(output::rounded(std::nan("")) == Json());
  CHECK(output::rounded(std::numeric_limits<double>::infinity()) == Json());
  CHECK(output::interval_of({1, 2, 3, 4, 5}) == Json({3, 1.2, 4.8}));
}
