// Numbers are read whole, exactly, or not at all.
#include "configs/number_text.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

using namespace jtsim::configs;

namespace {

template <class T>
bool refused(const Parsed<T>& parsed) {
  return std::holds_alternative<Fault>(parsed);
}

}  // namespace

TEST_CASE("decimal numbers as JSON writes them are read exactly") {
  CHECK(std::get<double>(number_from_text("0")) == 0);
  CHECK(std::get<double>(number_from_text("-12.5")) == -12.5);
  CHECK(std::get<double>(number_from_text("1e6")) == 1e6);
  CHECK(std::get<double>(number_from_text("2.5E-3")) == 2.5e-3);
  CHECK(std::get<double>(number_from_text("0.1")) == 0.1);
  CHECK(std::get<double>(number_from_text("1e+2")) == 100);
}

TEST_CASE("what only looks like a number is refused") {
  for (const char* text :
       {"",         " 1",    "1 ",     "+1",     "010",  "00",  "0x10", "1_000", "1,5",
        ".5",       "5.",    "1e",     "1e+",    "e5",   "nan", ".nan", "inf",   "-.inf",
        "Infinity", "1e400", "-1e400", "1e-400", "1:30", "--1", "1-",   "1.2.3", "１"}) {
    CAPTURE(text);
    CHECK(refused(number_from_text(text)));
  }
}

TEST_CASE("whole numbers have neither point nor exponent and must fit") {
  CHECK(std::get<std::int64_t>(whole_from_text("-7")) == -7);
  CHECK(std::get<std::uint64_t>(unsigned_from_text("18446744073709551615")) ==
        std::numeric_limits<std::uint64_t>::max());
  for (const char* text : {"7.0", "1e3", "010", "9223372036854775808", "", "seven"}) {
    CAPTURE(text);
    CHECK(refused(whole_from_text(text)));
  }
  CHECK(refused(unsigned_from_text("-1")));
  CHECK(refused(unsigned_from_text("18446744073709551616")));
}

TEST_CASE("only true and false are truth values") {
  CHECK(std::get<bool>(truth_from_text("true")));
  CHECK_FALSE(std::get<bool>(truth_from_text("false")));
  for (const char* text : {"yes", "no", "on", "off", "True", "TRUE", "1", "0", ""}) {
    CAPTURE(text);
    CHECK(refused(truth_from_text(text)));
  }
}

TEST_CASE("numbers written as text read back as the same number") {
  for (const double value : {0.0, 1.0, -3.0, 0.1, 1.0 / 3.0, 1e15, 1e16, 123456789.125, 5e-324,
                             1.7976931348623157e308, 0.0000569, 300'300.0}) {
    CAPTURE(value);
    CHECK(std::get<double>(number_from_text(number_to_text(value))) == value);
  }
  CHECK(number_to_text(7'903'000) == "7903000");
  CHECK(number_to_text(-0.0) == "0");
}
