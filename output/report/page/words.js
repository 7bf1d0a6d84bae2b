// Parts of the page that are words: headlines, checks, assumptions, provenance.

function card(value, range, words) {
  return element("div", {class: "card"}, element("p", {class: "value"}, value),
                 range ? element("p", {class: "range"}, range) : null, element("p", {class: "words"}, words));
}

function rangeText(figure, kind, change = false) {
  if (!figure || !hasInterval(figure)) return t("one replicate: no interval");
  const text = change ? changeInterval(figure, kind) : interval(figure, kind);
  return t("90% model interval: {0}", text);
}

function runCards() {
  const all = run().axes.year;
  const cards = [];
  const total = outcome("displaced.total");
  if (total) cards.push(card(show(total[0], "people"), rangeText(total, "people"), t("displacements, {0}", span(all))));
  const back = outcome("in_work.60") || outcome("in_work.12");
  const months = outcome("in_work.60") ? 60 : 12;
  if (back) cards.push(card(show(back[0], "share"), rangeText(back, "share"), t("of the displaced are in work {0} months later", months)));
  const loss = outcome("loss.present.share_of_shadow");
  if (loss) cards.push(card(show(loss[0], "share"), rangeText(loss, "share"), t("of lifetime earnings are lost by being displaced (present value, mean)")));
  if (!cards.length) {
    const years_ = run().axes.stock_year;
    for (const id of ["mining", "unemployment", "retirement"]) {
      const figure = outcome(`headline.${id}.${years_[years_.length - 1]}`);
      if (figure) cards.push(card(show(figure[0], "people"), rangeText(figure, "people"), `${headlineName(id)}${tc("clause", ", ")}${years_[years_.length - 1]}`));
    }
  }
  return element("div", {class: "cards"}, cards);
}

function comparisonCards() {
  const placed = readableEffect("displaced.in_work_12m");
  const net = differenceOf(effectOf("region.in_work_at_end"));
  const cost = side().costs["cost.public_per_placed_12m"];
  const readable = cost && side().tells_costs && cost[3] === "bounded" && cost[0] > 0 && placed && placed[0] > 0;
  const spent = differenceOf(effectOf("spending.public"));
  return element("div", {class: "cards"},
    card(placed ? showChange(placed[0], "people") : "–", rangeText(placed, "people", true), t("displaced in work 12 months later (policy less base)")),
    card(net ? showChange(net[0], "people") : "–", rangeText(net, "people", true), t("in work in the region at the end, net")),
    readable ? card(show(cost[0], "yuan"), rangeText(cost, "yuan"), t("yuan of public money per extra placed worker (12 months later)"))
             : card(spent ? showChange(spent[0], "money") : "–", rangeText(spent, "money", true), t("change of public spending; a cost per placed worker has no readable meaning here")));
}

/** What was compared, or that nothing was. */
function comparedText() {
  if (!comparison) {
    const r = run();
    return t("The result of one scenario, “{0}”, in {1} replicates; nothing is compared. What a policy changes is told by jtsim compare, in pairs with a base run.", runLabel(r), r.replicates_complete);
  }
  const s = side();
  const words = {added: t("policies added"), removed: t("policies removed"), changed: t("policies changed")};
  const names = (list) => listed(list.map((id) => {
    for (const r of content.runs) {
      const row = r.axes.policy.find((name) => name[0] === id);
      if (row) return policyName(row);
    }
    return id;
  }));
  const parts = Object.entries(words).filter(([key]) => s.policies[key] && s.policies[key].length).map(([key, word]) => `${word}${tc("report", ": ")}${names(s.policies[key])}`);
  if (s.budgets_and_cascade.length) parts.push(`${t("budgets and order that differ: ")}${differenceWords(s.budgets_and_cascade)}`);
  if (s.other_differences.length) parts.push(`${t("other differences, so effects are not those of policies alone: ")}${listed(s.other_differences)}`);
  const differences = parts.length ? (isChinese() ? `${parts.join("；")}。` : `${capital(parts.join("; "))}.`) : "";
  return t("“{0}” in pairs with the base run “{1}”, {2} pairs of replicates. {3}", comparedLabel(s), comparedLabel(comparison.base), comparison.replicates, differences);
}

const CHECKS = {
  stocks_and_flows: mark("Persons in a state = those a year before + inflow − outflow"),
  sector_accounts: mark("Filled posts of a sector = month before + entries − all exits"),
  destinations: mark("Destinations at every horizon add up to the displaced"),
  queues: mark("Offered = declined + requested; requested = served + turned away"),
  budgets: mark("No budget line spends more than its budget"),
};

function verdict(good) {
  return element("span", {class: good ? "good" : "bad"}, good ? t("✓ holds") : t("✗ fails"));
}

function checksBlock() {
  const r = run();
  const rows = r.checks.map((check) => element("tr", {}, element("th", {scope: "row"}, t(CHECKS[check.id] || check.id)),
    element("td", {class: "number"}, grouped(check.equations)), element("td", {class: "number"}, grouped(check.failures)), element("td", {}, verdict(check.failures === 0))));
  const table = element("table", {id: "identities"}, element("caption", {}, t("Identities, added up again from the results file (all replicates)")),
    element("thead", {}, element("tr", {}, [t("Identity"), t("Equations"), t("Failures"), t("Verdict")].map((word, i) => element("th", {scope: "col", class: i === 1 || i === 2 ? "number" : null}, word)))),
    element("tbody", {}, rows));
  const targets = r.targets.filter((target) => outcome(target.outcome));
  return [element("p", {}, checksSentence(targets)), element("div", {class: "scroll", tabindex: "0"}, table), targets.length ? targetsTable(targets) : null];
}

const isInside = (target) => outcome(target.outcome)[0] >= target.low && outcome(target.outcome)[0] <= target.high;

function checksSentence(targets) {
  const failures = run().checks.reduce((sum, check) => sum + check.failures, 0);
  const equations = run().checks.reduce((sum, check) => sum + check.equations, 0);
  const inside = targets.filter(isInside).length;
  const first = failures ? t("{0} of {1} equations fail: these results should not be used.", grouped(failures), grouped(equations))
    : t("All {0} equations hold.", grouped(equations));
  const second = targets.length ? t(" {0} of {1} figures lie where evidence from outside says.", inside, targets.length) : "";
  return first + second;
}

function targetsTable(targets) {
  return element("div", {class: "scroll", tabindex: "0"}, element("table", {id: "targets"},
    element("caption", {}, t("Against evidence from outside (C: calibrated to; H: held out, never tuned to)")),
    element("thead", {}, element("tr", {}, [t("Figure"), t("Simulated"), t("Should be"), t("Use"), t("Verdict")].map((word) => element("th", {scope: "col"}, word)))),
    element("tbody", {}, targets.map((target) => element("tr", {}, element("th", {scope: "row"}, labelOf(target.label)),
      element("td", {}, withInterval(outcome(target.outcome), "share")), element("td", {}, `${show(target.low, "share")}${tc("range", " to ")}${show(target.high, "share")}`),
      element("td", {}, target.use), element("td", {}, verdict(isInside(target))))))));
}

function assumptionItems() {
  const r = run();
  return [
    t("This is a what-if study, no forecast. Paths of coal output and new capacity are inputs; the model answers what happens to workers if they come true."),
    t("Intervals tell luck alone (differences between replicates), not that parameters and paths are uncertain; they are always too narrow."),
    t("The number of posts follows the paths. Courses, subsidies and placement mostly change who gets a post first; they create few."),
    t("Displaced are those who lose their post because a mine shrinks or closes; pension, internal retirement and quits are natural exits and do not count."),
    t("Losses are measured against the person's own earnings without displacement, not against a world without policies; effects of policies need a paired comparison."),
    t("Money is in prices of {0}, not discounted but for present values.", r ? r.price_year : comparison.price_year),
    t("Some parameters have no local evidence and come from the literature or are assumptions with a range (search, take-up); sources: jtsim describe parameters."),
    t("Differences by ethnicity, sex and age follow from assumed hiring chances, skills and places. They show which groups need attention and judge no individual."),
    t("Groups of fewer than {0} are marked {1}: too small to read.", r ? r.minimum_group : comparison.minimum_group, SMALL_MARK),
  ];
}

function assumptionsBlock() {
  return [element("ul", {class: "plain"}, assumptionItems().map((item) => element("li", {}, item)))];
}

/** A word as a shell takes it back. */
function shellWord(word) {
  return /^[A-Za-z0-9_\-.\/=:,+@%]+$/.test(word) ? word : `'${String(word).replace(/'/g, "'\\''")}'`;
}

function factRows(pairs) {
  return element("dl", {class: "facts"}, pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
}

function runProvenance(r) {
  const record = r.record || {};
  const incomplete = r.replicates_complete < r.replicates ? t(" (of {0}: broken off)", r.replicates) : "";
  return [element("h3", {}, runLabel(r)), factRows([
    [t("Program"), `jtsim ${r.program_version} (${r.git_commit})`],
    [t("Scenario digest"), r.scenario_digest],
    [t("Seed"), r.seed],
    [t("Generator"), r.generator],
    [tc("provenance", "Replicates"), `${r.replicates_complete}${incomplete}${r.first_replicate ? t(", from number {0} on", r.first_replicate) : ""}`],
    [tc("provenance", "Months"), `${r.start} — ${r.end}`],
    [t("Date of the run"), record.started || ""],
    [t("SHA-256 of results.h5"), record.results_sha256 || ""],
    [t("Command of the run"), record.command_line ? element("code", {}, record.command_line.map(shellWord).join(" ")) : ""],
    [t("Reproduce from the file alone, bit for bit"), element("code", {}, `jtsim rerun ${shellWord(`${r.directory}/results.h5`)} --verify`)],
  ])];
}

function provenanceBlock() {
  const parts = [];
  if (comparison) {
    parts.push(element("h3", {}, t("Comparison")), factRows([
      [t("Program"), `jtsim ${comparison.program_version} (${comparison.git_commit})`],
      [tc("report", "Base run"), `${comparedLabel(comparison.base)} (${comparison.base.scenario_digest})`],
      ...comparison.sides.map((s) => [tc("report", "Policy run"), `${comparedLabel(s)} (${s.scenario_digest})`]),
      [t("Seed"), comparison.seed],
      [t("Pairs"), String(comparison.replicates)],
      [t("Command that reproduces it"), element("code", {}, ["jtsim", "compare", comparison.base.directory, ...comparison.sides.map((s) => s.directory)].map(shellWord).join(" "))]]));
  }
  for (const r of content.runs) parts.push(...runProvenance(r));
  parts.push(element("p", {class: "note"}, t("Written by jtsim {0} ({1}) on {2}; charts by Apache ECharts 6.1.0. The page is self-contained and uses no network.", content.program.version, content.program.commit, content.program.written)));
  return parts;
}

/** Every outcome of the comparison with its interval. */
function effectsBlock() {
  const rows = Object.entries(side().effects).filter(([, row]) => isNumber(row[2]));
  const kindOf = (name) => ({"yuan": "money", "share": "share"}[comparison.labels.effects[name][2]] || (comparison.labels.effects[name][2].startsWith("yuan") ? "yuan" : comparison.labels.effects[name][2].startsWith("months") ? "months" : "people"));
  const head = [t("Outcome"), tc("column", "Base run"), tc("column", "Policy run"), t("Difference"), t("90% interval")];
  return [element("details", {id: "all-effects"}, element("summary", {}, t("All outcomes of the comparison")),
    element("div", {class: "scroll", tabindex: "0"}, element("table", {}, element("thead", {}, element("tr", {}, head.map((word, i) => element("th", {scope: "col", class: i ? "number" : null}, word)))),
      element("tbody", {}, rows.map(([name, row]) => {
        const kind = kindOf(name);
        return element("tr", {}, element("th", {scope: "row"}, labelOf(comparison.labels.effects[name]) + (isSmallEffect(name) ? ` ${SMALL_MARK}` : "")), element("td", {class: "number"}, show(row[0], kind)), element("td", {class: "number"}, show(row[1], kind)),
          element("td", {class: "number"}, showChange(row[2], kind)), element("td", {class: "number"}, `${showChange(row[3], kind)}${tc("range", " to ")}${showChange(row[4], kind)}`));
      })))))];
}
