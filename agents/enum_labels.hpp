// Chinese and English labels of every enum in enums.hpp, row by row in their order.
#pragma once

#include "agents/enums.hpp"
#include "base/enum_table.hpp"

namespace jtsim {

template <>
inline constexpr std::array<Label, 12> labels_of<agents::State>{{
    tr("employed in mining"),
    tr("employed in new energy"),
    tr("employed in the tertiary sector"),
    tr("employed in the primary sector"),
    tr("employed in other secondary industry"),
    tr("unemployed"),
    tr("in training without a job"),
    tr("internally retired"),
    tr("retired"),
    tr("out of the labour force"),
    tr("left the region"),
    tr("dead"),
}};
template <>
inline constexpr std::array<Label, 5> labels_of<agents::Sector>{{
    tr("mining"),
    tr("new energy"),
    tr("tertiary"),
    tr("primary"),
    tr("other secondary"),
}};
template <>
inline constexpr std::array<Label, 8> labels_of<agents::Headline>{{
    tr("mining"),
    tr("new energy"),
    tr("tertiary"),
    tr("primary"),
    tr("other secondary"),
    tr("retirement"),
    tr("unemployment"),
    tr("dead or out of the labour force"),
}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Sex>{{tr("men"), tr("women")}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::Education>{{
    tr("junior secondary or less"),
    tr("senior secondary or vocational"),
    tr("college"),
    tr("graduate"),
}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::Form>{{
    tr("regular"),
    tr("platform work"),
    tr("self-employed"),
    tr("public-welfare post"),
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::Hukou>{{
    tr("local urban"),
    tr("local rural"),
    tr("other province"),
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::Contract>{{
    tr("state-owned enterprise"),
    tr("private enterprise"),
    tr("dispatched"),
}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Category>{{tr("worker"), tr("cadre")}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Ownership>{
    {tr("state-owned"), tr("ownership", "private")}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::Method>{{
    tr("underground"),
    tr("open pit"),
    tr("both"),
}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::Stage>{{
    tr("none"),
    tr("construction and installation"),
    tr("manufacturing"),
    tr("operation and maintenance"),
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::Technology>{{
    tr("wind"),
    tr("solar"),
    tr("storage"),
}};
template <>
inline constexpr std::array<Label, 7> labels_of<agents::AgeBand>{{
    tr("16-24"),
    tr("25-34"),
    tr("35-44"),
    tr("45-49"),
    tr("50-54"),
    tr("55-59"),
    tr("60+"),
}};
template <>
inline constexpr std::array<Label, 5> labels_of<agents::Payer>{{
    tr("central government"),
    tr("region"),
    tr("enterprise"),
    tr("insurance fund"),
    tr("payer", "private"),
}};
template <>
inline constexpr std::array<Label, 18> labels_of<agents::Destination>{{
    tr("destination", "internal transfer"),
    tr("other mining"),
    tr("new energy"),
    tr("tertiary"),
    tr("primary"),
    tr("other secondary"),
    tr("platform work"),
    tr("self-employed"),
    tr("public-welfare post"),
    tr("in training"),
    tr("unemployed under 12 months"),
    tr("unemployed 12 months or more"),
    tr("internally retired"),
    tr("retired"),
    tr("out of the labour force"),
    tr("left the region"),
    tr("dead"),
    tr("horizon not reached"),
}};
template <>
inline constexpr std::array<Label, 12> labels_of<agents::Counter>{{
    tr("offered"),
    tr("declined"),
    tr("requested"),
    tr("served"),
    tr("no seat"),
    tr("no money"),
    tr("not eligible"),
    tr("completed"),
    tr("dropped out"),
    tr("in work after 6 months"),
    tr("in work after 12 months"),
    tr("in work after 24 months"),
}};
template <>
inline constexpr std::array<Label, 11> labels_of<agents::Requirement>{{
    tr("requirement", "state"),
    tr("requirement", "time without work"),
    tr("requirement", "displacement"),
    tr("requirement", "age"),
    tr("requirement", "sex"),
    tr("requirement", "ethnicity"),
    tr("requirement", "education"),
    tr("requirement", "contract"),
    tr("requirement", "league"),
    tr("requirement", "sector of the last job"),
    tr("requirement", "a rule of the policy itself"),
}};
template <>
inline constexpr std::array<Label, 15> labels_of<agents::Reason>{{
    tr("death"),
    tr("legal retirement"),
    tr("early retirement"),
    tr("internal retirement"),
    tr("end of internal retirement"),
    tr("exit from the labour force"),
    tr("quit"),
    tr("separation"),
    tr("displacement"),
    tr("transfer"),
    tr("hire"),
    tr("start of training"),
    tr("end of training"),
    tr("start of a programme's post"),
    tr("end of a programme's post"),
}};
template <>
inline constexpr std::array<Label, 10> labels_of<agents::AccountItem>{{
    tr("filled"),
    tr("wanted"),
    tr("entries"),
    tr("retired"),
    tr("early retired"),
    tr("internally retired"),
    tr("died"),
    tr("sector account", "quit"),
    tr("displaced"),
    tr("transferred out"),
}};
template <>
inline constexpr std::array<Label, 8> labels_of<agents::BackgroundItem>{{
    tr("employed in new energy"),
    tr("employed in the tertiary sector"),
    tr("employed in the primary sector"),
    tr("employed in other secondary industry"),
    tr("unemployed"),
    tr("vacancies"),
    tr("separated"),
    tr("hired"),
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::BudgetItem>{{
    tr("budget"),
    tr("reserved"),
    tr("spent"),
}};

}  // namespace jtsim
