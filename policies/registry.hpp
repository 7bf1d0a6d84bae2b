// The list of all kinds of policies, and phase 2 of the month: writing the terms.
#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "agents/world.hpp"
#include "base/error.hpp"
#include "policies/anti_discrimination.hpp"
#include "policies/digital_upskilling.hpp"
#include "policies/early_retirement.hpp"
#include "policies/hiring_subsidy.hpp"
#include "policies/internal_retirement.hpp"
#include "policies/internal_transfer.hpp"
#include "policies/labour_export.hpp"
#include "policies/one_to_one.hpp"
#include "policies/organised_transfer.hpp"
#include "policies/placement_service.hpp"
#include "policies/platform_work.hpp"
#include "policies/public_post.hpp"
#include "policies/re_employment_bonus.hpp"
#include "policies/relocation_grant.hpp"
#include "policies/retention_subsidy.hpp"
#include "policies/retraining.hpp"
#include "policies/severance.hpp"
#include "policies/social_assistance.hpp"
#include "policies/startup_support.hpp"
#include "policies/transition_fund.hpp"
#include "policies/unemployment_insurance.hpp"
#include "policies/wage_insurance.hpp"

namespace jtsim::policies {

/// Every kind of policy; a new one adds its name here.
using PolicyKinds =
    std::tuple<InternalTransfer, InternalRetirement, EarlyRetirement, Severance, Retraining,
               HiringSubsidy, PlacementService, UnemploymentInsurance, SocialAssistance,
               OrganisedTransfer, DigitalUpskilling, PlatformWork, StartupSupport, PublicPost,
               LabourExport, OneToOne, WageInsurance, RelocationGrant, RetentionSubsidy,
               AntiDiscrimination, TransitionFund, ReEmploymentBonus>;

namespace detail {
template <class Tuple>
struct VariantOf;
template <class... Kinds>
struct VariantOf<std::tuple<Kinds...>> {
  using type = std::variant<Kinds...>;
};
}  // namespace detail

/// One policy of any kind. Read its fields with `std::visit`.
using Policy = detail::VariantOf<PolicyKinds>::type;

inline constexpr std::size_t kind_count = std::tuple_size_v<PolicyKinds>;

/// Identifier, labels, meaning in a sentence, and step of one kind.
struct Kind {
  std::string_view id;
  Label label;
  Label meaning;
  Step step;
};

/// All kinds in the order of `PolicyKinds`.
inline constexpr std::array<Kind, kind_count> kinds =
    []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array{Kind{std::tuple_element_t<I, PolicyKinds>::kind,
                         std::tuple_element_t<I, PolicyKinds>::label,
                         std::tuple_element_t<I, PolicyKinds>::meaning,
                         std::tuple_element_t<I, PolicyKinds>::step}...};
}
(std::make_index_sequence<kind_count>{});

inline const Kind& kind_of(const Policy& policy) { return kinds[policy.index()]; }

/// A policy of the kind with that identifier, all fields at their defaults; nothing if there is no
/// such kind.
std::optional<Policy> policy_of_kind(std::string_view kind);

/// The part that every policy has.
const Programme& programme_of(const Policy& policy);

/// The occupations a policy aims at; empty for kinds without a member `targets`.
Targets targets_of(const Policy& policy);

/// Does the policy end with a certificate?
bool gives_certificates(const Policy& policy);

/// One entry of the scenario's map of policies. `id` is its position there and in
/// `Inputs::policies`.
struct NamedPolicy {
  PolicyId id;
  /// Identifier and labels; those of the kind where the entry gives none.
  agents::Name name;
  Policy policy;
};

/// What is wrong with the policies taken together and with the names they use: unknown leagues,
/// ethnicities, occupations or budget lines; two entitlements of one kind in force at once; a
/// policy in the cascade that places nobody; what stands twice in a list; certificates beyond those
/// a worker can hold; a second fund, or a fund with conditions for persons. The key path starts
/// with `policies.<name>.` or `cascade`; places are left empty.
std::vector<Problem> problems_of(const std::vector<NamedPolicy>& policies,
                                 const std::vector<PolicyId>& cascade,
                                 const agents::Inputs& inputs);

/// The scenario's policies ready for the monthly loop: enabled ones only, names looked up, in the
/// order in which they are offered: the cascade, then placing policies it does not name, then aids
/// and entitlements.
class PolicyPackage {
 public:
  PolicyPackage() = default;
  /// Throws LogicFault where `problems_of` finds any fault in names.
  PolicyPackage(const std::vector<NamedPolicy>& policies, const std::vector<PolicyId>& cascade,
                const agents::Inputs& inputs);

  /// Phase 2: clears the world's terms and writes those of this month. A queued policy past its end
  /// still writes a closed offer, because commitments may run on; entitlements just end, and of an
  /// investment what was begun goes on without terms.
  void write_terms(agents::World& world) const;

 private:
  struct Entry {
    PolicyId id;
    Month start;
    /// Last month in force.
    Month end;
    Policy policy;
    Resolved resolved;
  };
  std::vector<Entry> entries_;
};

}  // namespace jtsim::policies
