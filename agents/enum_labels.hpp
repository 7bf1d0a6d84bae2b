// Chinese and English labels of every enum in enums.hpp, row by row in their order.
#pragma once

#include "agents/enums.hpp"
#include "base/enum_table.hpp"

namespace jtsim {

template <>
inline constexpr std::array<Label, 12> labels_of<agents::State>{{
    {"采煤业就业", "employed in mining"},
    {"新能源就业", "employed in new energy"},
    {"第三产业就业", "employed in the tertiary sector"},
    {"第一产业就业", "employed in the primary sector"},
    {"其他第二产业就业", "employed in other secondary industry"},
    {"失业", "unemployed"},
    {"参加培训", "in training without a job"},
    {"内部退养", "internally retired"},
    {"退休", "retired"},
    {"退出劳动力市场", "out of the labour force"},
    {"离开本区", "left the region"},
    {"死亡", "dead"},
}};
template <>
inline constexpr std::array<Label, 5> labels_of<agents::Sector>{{
    {"采煤业", "mining"},
    {"新能源", "new energy"},
    {"第三产业", "tertiary"},
    {"第一产业", "primary"},
    {"其他第二产业", "other secondary"},
}};
template <>
inline constexpr std::array<Label, 8> labels_of<agents::Headline>{{
    {"采煤业", "mining"},
    {"新能源", "new energy"},
    {"第三产业", "tertiary"},
    {"第一产业", "primary"},
    {"其他第二产业", "other secondary"},
    {"退休(含内部退养)", "retirement"},
    {"失业(含培训)", "unemployment"},
    {"死亡或退出劳动力市场等", "dead or out of the labour force"},
}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Sex>{{{"男", "men"}, {"女", "women"}}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::Education>{{
    {"初中及以下", "junior secondary or less"},
    {"高中、中专", "senior secondary or vocational"},
    {"大专、本科", "college"},
    {"研究生", "graduate"},
}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::Form>{{
    {"正规就业", "regular"},
    {"新就业形态", "platform work"},
    {"自主创业", "self-employed"},
    {"公益性岗位", "public-welfare post"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::Hukou>{{
    {"本区城镇", "local urban"},
    {"本区农村", "local rural"},
    {"外省", "other province"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::Contract>{{
    {"国有企业合同", "state-owned enterprise"},
    {"民营企业合同", "private enterprise"},
    {"劳务派遣", "dispatched"},
}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Category>{
    {{"工人", "worker"}, {"干部", "cadre"}}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Ownership>{
    {{"国有", "state-owned"}, {"民营", "private"}}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::Method>{{
    {"井工", "underground"},
    {"露天", "open pit"},
    {"两者", "both"},
}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::Stage>{{
    {"无", "none"},
    {"建设安装", "construction and installation"},
    {"设备制造", "manufacturing"},
    {"运行维护", "operation and maintenance"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::Technology>{{
    {"风电", "wind"},
    {"光伏", "solar"},
    {"储能", "storage"},
}};
template <>
inline constexpr std::array<Label, 7> labels_of<agents::AgeBand>{{
    {"16-24岁", "16-24"},
    {"25-34岁", "25-34"},
    {"35-44岁", "35-44"},
    {"45-49岁", "45-49"},
    {"50-54岁", "50-54"},
    {"55-59岁", "55-59"},
    {"60岁及以上", "60+"},
}};
template <>
inline constexpr std::array<Label, 5> labels_of<agents::Payer>{{
    {"中央财政", "central government"},
    {"自治区财政", "region"},
    {"企业", "enterprise"},
    {"社会保险基金", "insurance fund"},
    {"社会资本", "private"},
}};
template <>
inline constexpr std::array<Label, 18> labels_of<agents::Destination>{{
    {"集团内部转岗", "internal transfer"},
    {"其他煤矿", "other mining"},
    {"新能源", "new energy"},
    {"第三产业", "tertiary"},
    {"第一产业", "primary"},
    {"其他第二产业", "other secondary"},
    {"新就业形态", "platform work"},
    {"自主创业", "self-employed"},
    {"公益性岗位", "public-welfare post"},
    {"参加培训", "in training"},
    {"失业不满12个月", "unemployed under 12 months"},
    {"失业12个月及以上", "unemployed 12 months or more"},
    {"内部退养", "internally retired"},
    {"退休", "retired"},
    {"退出劳动力市场", "out of the labour force"},
    {"离开本区", "left the region"},
    {"死亡", "dead"},
    {"尚未到期", "horizon not reached"},
}};
template <>
inline constexpr std::array<Label, 12> labels_of<agents::Counter>{{
    {"提供", "offered"},
    {"本人放弃", "declined"},
    {"申请", "requested"},
    {"享受", "served"},
    {"无名额", "no seat"},
    {"无资金", "no money"},
    {"不符合条件", "not eligible"},
    {"完成", "completed"},
    {"中途退出", "dropped out"},
    {"6个月后在岗", "in work after 6 months"},
    {"12个月后在岗", "in work after 12 months"},
    {"24个月后在岗", "in work after 24 months"},
}};
template <>
inline constexpr std::array<Label, 15> labels_of<agents::Reason>{{
    {"死亡", "death"},
    {"法定退休", "legal retirement"},
    {"提前退休", "early retirement"},
    {"内部退养", "internal retirement"},
    {"内部退养期满", "end of internal retirement"},
    {"退出劳动力市场", "exit from the labour force"},
    {"主动离职", "quit"},
    {"失去工作", "separation"},
    {"煤矿裁减", "displacement"},
    {"转岗", "transfer"},
    {"录用", "hire"},
    {"开始培训", "start of training"},
    {"结束培训", "end of training"},
    {"进入政策岗位", "start of a programme's post"},
    {"政策岗位结束", "end of a programme's post"},
}};
template <>
inline constexpr std::array<Label, 10> labels_of<agents::AccountItem>{{
    {"在岗", "filled"},
    {"需求", "wanted"},
    {"进入", "entries"},
    {"退休", "retired"},
    {"提前退休", "early retired"},
    {"内部退养", "internally retired"},
    {"死亡", "died"},
    {"离职", "quit"},
    {"裁减", "displaced"},
    {"转出", "transferred out"},
}};
template <>
inline constexpr std::array<Label, 8> labels_of<agents::BackgroundItem>{{
    {"新能源就业", "employed in new energy"},
    {"第三产业就业", "employed in the tertiary sector"},
    {"第一产业就业", "employed in the primary sector"},
    {"其他第二产业就业", "employed in other secondary industry"},
    {"失业", "unemployed"},
    {"空缺岗位", "vacancies"},
    {"失去工作", "separated"},
    {"录用", "hired"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<agents::BudgetItem>{{
    {"预算", "budget"},
    {"预留", "reserved"},
    {"支出", "spent"},
}};

}  // namespace jtsim
