// Shows which braces of C++ count as a function body, on planted pieces of code.
#include "tests/architecture/functions.hpp"

#include <utility>

#include <doctest/doctest.h>

namespace {

using NameAndLines = std::pair<std::string, int>;

std::vector<NameAndLines> functions_in(const std::string& text) {
  std::vector<NameAndLines> found;
  for (const FoundFunction& function : find_functions(make_source("agents/a.cpp", text))) {
    found.emplace_back(function.name, function.lines);
  }
  return found;
}

using Found = std::vector<NameAndLines>;

}  // namespace

TEST_CASE("a function counts from its head to its closing brace") {
  CHECK(functions_in("int f() {\n  return 1;\n}\n") == Found{{"f", 3}});
  CHECK(functions_in("// what it does\n\nint f(int a,\n      int b) {\n}\n") == Found{{"f", 3}});
  CHECK(functions_in("int f() { return 1; }") == Found{{"f", 1}});
  CHECK(functions_in("int f();\nint g() {\n}\n") == Found{{"g", 2}});
}

TEST_CASE("a fault would point to the line of the head") {
  const auto found = find_functions(make_source("a.cpp", "int x;\n// why\nint f() {\n}\n"));
  REQUIRE(found.size() == 1);
  CHECK(found.front().line == 3);
}

TEST_CASE("what may follow the parameters does not hide a function") {
  CHECK(functions_in("int A::f() const noexcept {\n}") == Found{{"A::f", 2}});
  CHECK(functions_in("int f() noexcept(true) override {\n}") == Found{{"f", 2}});
  CHECK(functions_in("auto f(int a) -> std::vector<int> {\n}") == Found{{"f", 2}});
  CHECK(functions_in("template <class T>\n  requires std::integral<T>\nT f(T a) {\n}") ==
        Found{{"f", 4}});
  CHECK(functions_in("template <class T, Is<(A<T> < 2) && B<T> <= 2> = 0>\nT f(T a) {\n}") ==
        Found{{"f", 3}});
  CHECK(functions_in("bool operator==(A a, A b) {\n}") == Found{{"operator==", 2}});
  CHECK(functions_in("int operator()(int a) const {\n}") == Found{{"operator()", 2}});
  CHECK(functions_in("[[nodiscard]] int f(A a = {}, B b = {1}) {\n}") == Found{{"f", 2}});
  CHECK(functions_in("extern \"C\" void f() {\n}") == Found{{"f", 2}});
  CHECK(functions_in("struct A f() {\n}") == Found{{"f", 2}});
}

TEST_CASE("constructors with any initialiser list are functions") {
  CHECK(functions_in("A::A(int a) : a_(a), b_(a) {\n}") == Found{{"A::A", 2}});
  CHECK(functions_in("A::A(int a) : a_{a}, b_{a, 1} {\n  f();\n}") == Found{{"A::A", 3}});
  CHECK(functions_in("A() : B<int>{1}, a_([](int x) { return x; }(1)) {\n\n}").back() ==
        NameAndLines{"A", 3});
  CHECK(functions_in("class A {\n public:\n  A() {\n  }\n  ~A() {\n  }\n};") ==
        Found{{"A", 2}, {"~A", 2}});
}

TEST_CASE("namespaces, classes and enumerations are looked into, not counted") {
  CHECK(functions_in("namespace a::b {\nstruct A : B<int> {\n  int f() {\n  }\n};\n}") ==
        Found{{"f", 2}});
  CHECK(functions_in("template <class T>\nclass A final : public B {\n int a = 0;\n};").empty());
  CHECK(functions_in("enum class A : int {\n a,\n b\n};").empty());
  CHECK(functions_in("namespace {\nvoid f() {\n}\n}  // namespace\nvoid g() {\n}") ==
        Found{{"f", 2}, {"g", 2}});
  CHECK(functions_in("extern \"C\" {\nvoid f() {\n}\n}") == Found{{"f", 2}});
  CHECK(functions_in("template <class T>\nconcept A = requires(T t) {\n  { t.f() } -> B;\n};")
            .empty());
}

TEST_CASE("a macro in front of a namespace does not hide it") {
  CHECK(functions_in("BEGIN_OURS\nnamespace a {\nvoid f() {\n}\n}") == Found{{"f", 2}});
}

TEST_CASE("tables of data are no functions") {
  CHECK(functions_in("constexpr std::array<A, 2> as = {{{1, 2},\n{f(3), 4}}};\n").empty());
  CHECK(functions_in("std::function<int(int)> f{g};\nint a[]{1,\n2};\n").empty());
  CHECK(functions_in("const A a = make(A{.b = 1,\n .c = {2}});\n").empty());
  CHECK(functions_in("int as[] = {" + std::string(100000, '1') + "{2}};\nvoid f() {\n}") ==
        Found{{"f", 2}});
  CHECK(functions_in("A a{1}, b{2};\nint f() {\n}") == Found{{"f", 2}});
}

TEST_CASE("a lambda outside functions is one, inside it belongs to its function") {
  CHECK(functions_in("constexpr auto f = [](int a) {\n  return a;\n};") == Found{{"lambda", 3}});
  CHECK(functions_in("const auto f = [] {\n  return 1;\n};") == Found{{"lambda", 3}});
  CHECK(functions_in("const auto a = make(1, [&](int b) {\n  return b;\n}, 2);") ==
        Found{{"lambda", 3}});
  CHECK(functions_in("A as[] = {\n  {1, [](int a) {\n    return a;\n  }},\n};") ==
        Found{{"lambda", 3}});
  CHECK(functions_in("void f() {\n  auto g = [] {\n  };\n}") == Found{{"f", 4}});
}

TEST_CASE("braces in strings, characters, comments and raw strings do not count") {
  CHECK(functions_in(
            "void f() {\n  g(\"}\", '}', R\"(}\n})\");  // }\n  /* } */\n}\nvoid h() {\n}") ==
        Found{{"f", 5}, {"h", 2}});
}

TEST_CASE("braces of a second branch of the preprocessor do not count") {
  CHECK(functions_in("#ifdef A\nvoid f() {\n#else\nvoid g() {\n#endif\n}\nvoid h() {\n}") ==
        Found{{"f", 5}, {"h", 2}});
}

TEST_CASE("a test case is a function too") {
  CHECK(functions_in("TEST_CASE(\"a (true) sentence\") {\n  CHECK(true);\n}") ==
        Found{{"TEST_CASE", 3}});
}
