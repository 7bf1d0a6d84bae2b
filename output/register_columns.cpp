// The table of register columns. One line each: name, unit, meaning, how it is read, how it is
// coded.
#include "output/register_columns.hpp"

#include <cstring>

namespace jtsim::output {

namespace {

using agents::Displacement;

constexpr std::string_view fen = "fen";
constexpr std::string_view none = "1";

std::int32_t days_of(Month month) {
  return month.is_never() ? fill_value<std::int32_t> : days_to_month_end(month);
}

std::int16_t months_to_work(const Displacement& event) {
  if (event.first_work.is_never()) return fill_value<std::int16_t>;
  return static_cast<std::int16_t>(event.first_work - event.month);
}

template <class Enum>
std::int8_t code_of(Enum value) {
  return static_cast<std::int8_t>(index_of(value));
}

template <std::size_t horizon>
std::int8_t destination_at(const RegisterRow& row) {
  return code_of(row.event.destination[horizon]);
}

std::int16_t months_without_work(const RegisterRow& row) {
  const bool is_over = row.event.month + (agents::watched_months - 1) <= row.end;
  return is_over ? row.event.months_without_work : fill_value<std::int16_t>;
}

/// Does the `k`-th year of loss lie within the run and before the ordinary pension?
bool is_observed(const RegisterRow& row, std::size_t k) {
  const Month last = row.event.month + agents::loss_years[k] * Month::per_year;
  return last <= row.end && last < row.event.legal_retirement;
}

template <std::size_t k>
std::int64_t income_in(const RegisterRow& row) {
  return is_observed(row, k) ? row.event.income[k] : fill_value<std::int64_t>;
}

template <std::size_t k>
std::int64_t loss_in(const RegisterRow& row) {
  return is_observed(row, k) ? row.event.shadow[k] - row.event.income[k] : fill_value<std::int64_t>;
}

template <class T, class Read>
constexpr AnyColumn as(Read read) {
  return static_cast<ReadColumn<T>>(read);
}

const auto table = std::to_array<RegisterColumn>({
    {"displaced_replicate", none, tr("replicate"), as<std::int32_t>([](const RegisterRow& row) {
       return static_cast<std::int32_t>(row.replicate);
     })},
    {"displaced_worker", none, tr("worker id"),
     as<std::uint32_t>([](const RegisterRow& row) { return row.event.worker; })},
    {"displaced_month", days_units, tr("end of the month of displacement"),
     as<std::int32_t>([](const RegisterRow& row) { return days_of(row.event.month); })},
    {"displaced_mine", none, tr("mine that displaced"),
     as<std::int32_t>(
         [](const RegisterRow& row) { return static_cast<std::int32_t>(row.event.mine.index()); }),
     Coding::position, Axis::mine},
    {"displaced_region", none, tr("league"), as<std::int16_t>([](const RegisterRow& row) {
       return static_cast<std::int16_t>(row.event.league.index());
     }),
     Coding::category, Axis::region},
    {"displaced_ethnicity", none, tr("ethnicity"), as<std::int16_t>([](const RegisterRow& row) {
       return static_cast<std::int16_t>(row.event.ethnicity.index());
     }),
     Coding::category, Axis::ethnicity},
    {"displaced_sex", none, tr("sex"),
     as<std::int8_t>([](const RegisterRow& row) { return code_of(row.event.sex); }),
     Coding::category, Axis::sex},
    {"displaced_age_band", none, tr("age band"),
     as<std::int8_t>([](const RegisterRow& row) { return code_of(row.event.age_band); }),
     Coding::category, Axis::age_band},
    {"displaced_education", none, tr("education"),
     as<std::int8_t>([](const RegisterRow& row) { return code_of(row.event.education); }),
     Coding::category, Axis::education},
    {"displaced_contract", none, tr("contract"),
     as<std::int8_t>([](const RegisterRow& row) { return code_of(row.event.contract); }),
     Coding::category, Axis::contract},
    {"displaced_by_closure", none, tr("by closure of the mine"),
     as<std::int8_t>(
         [](const RegisterRow& row) { return static_cast<std::int8_t>(row.event.by_closure); }),
     Coding::yes_no},
    {"displaced_pay_before", fen, tr("monthly pay before"),
     as<std::int64_t>([](const RegisterRow& row) { return row.event.pay_before; })},
    {"displaced_severance", fen, tr("severance paid"),
     as<std::int64_t>([](const RegisterRow& row) { return row.event.severance; })},
    {"displaced_legal_retirement", days_units, tr("end of the first month of the ordinary pension"),
     as<std::int32_t>([](const RegisterRow& row) { return days_of(row.event.legal_retirement); })},
    {"displaced_served", none, tr("policies that served the worker since"),
     as<std::int64_t>(
         [](const RegisterRow& row) { return static_cast<std::int64_t>(row.event.served); }),
     Coding::bits, Axis::policy},
    {"displaced_destination_0m", none, tr("destination in the month of displacement"),
     as<std::int8_t>(&destination_at<0>), Coding::category, Axis::destination_kind},
    {"displaced_destination_12m", none, tr("destination after 12 months"),
     as<std::int8_t>(&destination_at<1>), Coding::category, Axis::destination_kind},
    {"displaced_destination_36m", none, tr("destination after 36 months"),
     as<std::int8_t>(&destination_at<2>), Coding::category, Axis::destination_kind},
    {"displaced_destination_60m", none, tr("destination after 60 months"),
     as<std::int8_t>(&destination_at<3>), Coding::category, Axis::destination_kind},
    {"displaced_months_without_work", "months",
     tr("months without work within 60 months, if these are over"),
     as<std::int16_t>(&months_without_work)},
    {"displaced_months_to_work", "months", tr("months until in work again, within 60 months"),
     as<std::int16_t>([](const RegisterRow& row) { return months_to_work(row.event); })},
    {"displaced_income_1y", fen, tr("income in year 1 after, if it is over before the pension"),
     as<std::int64_t>(&income_in<0>)},
    {"displaced_income_5y", fen,
     tr("income in year 5 after, if it is over before the pension, each third month counted "
        "thrice"),
     as<std::int64_t>(&income_in<1>)},
    {"displaced_income_15y", fen,
     tr("income in year 15 after, if it is over before the pension, each third month counted "
        "thrice"),
     as<std::int64_t>(&income_in<2>)},
    {"displaced_loss_1y", fen,
     tr("shadow earnings less income in year 1 after, if it is over before the pension"),
     as<std::int64_t>(&loss_in<0>)},
    {"displaced_loss_5y", fen,
     tr("shadow earnings less income in year 5 after, if it is over before the pension, each third "
        "month counted thrice"),
     as<std::int64_t>(&loss_in<1>)},
    {"displaced_loss_15y", fen,
     tr("shadow earnings less income in year 15 after, if it is over before the pension, each "
        "third "
        "month counted thrice"),
     as<std::int64_t>(&loss_in<2>)},
    {"displaced_present_income", fen,
     tr("present value of income until the pension or the end of the run"),
     as<double>([](const RegisterRow& row) { return row.event.present_income; })},
    {"displaced_present_loss", fen, tr("present value of shadow earnings less income, likewise"),
     as<double>([](const RegisterRow& row) {
       return row.event.present_shadow - row.event.present_income;
     })},
});

}  // namespace

std::span<const RegisterColumn> register_columns() { return table; }

std::size_t element_bytes(const RegisterColumn& column) {
  return std::visit([]<class T>(ReadColumn<T>) { return sizeof(T); }, column.read);
}

std::vector<std::byte> column_bytes(const RegisterColumn& column,
                                    std::span<const Displacement> events, std::uint32_t replicate,
                                    Month end) {
  return std::visit(
      [&]<class T>(ReadColumn<T> read) {
        std::vector<std::byte> bytes(events.size() * sizeof(T));
        std::byte* to = bytes.data();
        for (const Displacement& event : events) {
          const T value = read({.event = event, .replicate = replicate, .end = end});
          std::memcpy(to, &value, sizeof(T));
          to += sizeof(T);
        }
        return bytes;
      },
      column.read);
}

}  // namespace jtsim::output
