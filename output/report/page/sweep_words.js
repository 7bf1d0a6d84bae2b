// Parts of a sweep's page that are words: headlines, what is missing, assumptions, provenance.

const sweepLabel = () => labelOf(sweep.label) || sweep.name;

function sweepLead() {
  const factors = listed(sweep.factors.slice(0, 4).map((factor) => `“${factorLabel(factor)}”`));
  const more = sweep.factors.length > 4 ? t(" and {0} more", sweep.factors.length - 4) : "";
  const policies = sweep.policies.length > 1 ? t(" Policies: {0}.", listed(sweep.policies.map((name) => `“${name}”`))) : "";
  return t("The scenario “{0}” at {1} rows of the design ({2}), {3} replicates each; what varies: {4}{5}.{6}", sweepLabel(), grouped(sweep.rows), labelOf(sweep.design.label), sweep.replicates, factors, more, policies);
}

/** Three numbers: how far the outcome spreads, what the policies do, what the strongest factor does. */
function sweepCards() {
  const [kind, change] = [outcomeKind(), changeKind()];
  const spread = sweep.spread[state.outcome][state.policy];
  const range = isNumber(spread.q05) ? t("90% of the rows: {0}{1}{2}", show(spread.q05, kind), tc("range", " to "), show(spread.q95, kind)) : null;
  const contrasts = sweep.contrasts[state.outcome].map((contrast, i) => ({contrast, name: sweep.policies[i]})).filter((c) => c.contrast && isNumber(c.contrast[0]));
  const most = contrasts.length ? contrasts.reduce((a, b) => (Math.abs(b.contrast[0]) > Math.abs(a.contrast[0]) ? b : a)) : null;
  const driver = influences(reach).find((i) => isNumber(i.low) && isNumber(i.high));
  return element("div", {class: "cards"},
    card(show(spread.q50, kind), range, t("{0}: middle of {1} rows{2}", outcomeLabel(), grouped(spread.rows), underPolicy())),
    most ? card(showChange(most.contrast[0], change), isNumber(most.contrast[1]) ? t("90% model interval: {0}", changeInterval(most.contrast, change)) : null, t("is what “{0}” changes against “{1}”, on average", most.name, sweep.policies[0]))
      : card(grouped(sweep.runs.done - sweep.runs.failed), sweep.runs.missing ? t("{0} are missing", grouped(sweep.runs.missing)) : null, t("runs with results")),
    driver && driver.high !== driver.low ? card(showChange(driver.high - driver.low, asChange(kind)), `${show(driver.low, kind)} → ${show(driver.high, kind)}`, driver.factor.values.length ? t("between the values of “{0}”, which moves the mean most", factorLabel(driver.factor)) : t("from the lowest to the highest fifth of “{0}”, which moves the mean most from end to end", factorLabel(driver.factor)))
      : card(grouped(sweep.factors.length), null, t("factors vary; none moves the mean from its low to its high end")));
}

/** Why there is no picture of policies by objectives. */
function absentBlock() {
  if (sweep.policies.length < 2 || !sweep.absent_objectives.length) return null;
  return element("p", {class: "note"}, t("The sweep does not keep the outcomes for: {0}. With {1} under outcomes it would.", listed(sweep.absent_objectives.map(labelOf)), listed(sweep.absent_outcomes)));
}

function runsSentence() {
  const {all, done, failed, missing} = sweep.runs;
  if (!missing && !failed) return t("All {0} runs are done, none failed.", grouped(all));
  const lacking = [failed ? t("{0} failed", grouped(failed)) : null, missing ? t("{0} are missing", grouped(missing)) : null].filter(Boolean);
  return t("Of {0} runs {1} have results, {2}; figures rest on those that are there.", grouped(all), grouped(done - failed), listed(lacking));
}

function missingBlock() {
  const {all, done, failed, missing} = sweep.runs;
  const rows = [[t("Runs planned"), all], [t("with results"), done - failed], [t("failed"), failed], [t("missing"), missing]];
  const whole = !missing && !failed;
  const table = element("table", {id: "runs"}, element("caption", {}, t("Runs of the sweep")),
    element("tbody", {}, rows.map(([name, count]) => element("tr", {}, element("th", {scope: "row"}, name), element("td", {class: "number"}, grouped(count))))));
  return [element("p", {class: whole ? "good" : "bad", id: "complete", style: "white-space: normal"}, runsSentence()), element("div", {class: "scroll", tabindex: "0"}, table), failuresBlock(),
          missing ? element("p", {}, t("What is missing is run by: "), element("code", {}, `jtsim sweep run ${shellWord(sweep.place)}`)) : null];
}

function failuresBlock() {
  if (!sweep.failures.length) return null;
  const head = [t("Point"), tc("column", "Replicate"), t("Why")];
  return element("details", {id: "failures"}, element("summary", {}, t("Failed runs, the first {0}", sweep.failures.length)),
    element("div", {class: "scroll", tabindex: "0"}, element("table", {}, element("thead", {}, element("tr", {}, head.map((word) => element("th", {scope: "col"}, word)))),
      element("tbody", {}, sweep.failures.map((failure) => element("tr", {}, failure.map((value) => element("td", {}, value))))))));
}

function sweepAssumptions() {
  return [element("ul", {class: "plain"}, [
    t("This is a what-if study, no forecast. Paths of coal output and new capacity are inputs; the model answers what happens to workers if they come true."),
    t("The spread over rows tells what the factors do within the ranges that were chosen here; other ranges give another spread. It is no probability of the future."),
    t("Intervals tell luck alone (differences between replicates), not that parameters and paths are uncertain; they are always too narrow. Those of Sobol indices tell how few points there are."),
    t("What is told of a factor holds on average over the ranges of all others; factors that were not varied may matter as well."),
    t("Efficient is said of the policies and objectives of this sweep alone."),
    t("The number of posts follows the paths. Courses, subsidies and placement mostly change who gets a post first; they create few."),
    t("Money is in prices of {0}, not discounted but for present values.", sweep.price_year),
  ].map((item) => element("li", {}, item)))];
}

function sweepProvenance() {
  const commands = sweep.is_merged
    ? [`jtsim sweep rerun ${shellWord(sweep.place)} --point 0 --replicate 0 --verify`]
    : [`jtsim sweep merge ${shellWord(sweep.place)} -o sweep.h5`, "jtsim sweep rerun sweep.h5 --point 0 --replicate 0 --verify"];
  return [element("h3", {}, sweep.name), factRows([
    [t("Program"), `jtsim ${sweep.program_version} (${sweep.git_commit})`],
    [t("Digest of the sweep"), sweep.digest],
    [t("Design"), labelOf(sweep.design.label)],
    [t("Rows, policies, replicates"), `${grouped(sweep.rows)} × ${sweep.policies.length} × ${sweep.replicates}`],
    [t("Luck of the points"), sweep.seeds === "common" ? t("the same at all points (paired)") : t("each point its own")],
    [t("Seed"), sweep.seeds === "common" ? sweep.seed : ""],
    [t("Set at every point"), sweep.set.length ? element("code", {}, sweep.set.map(shellWord).join(" ")) : ""],
    [t("Factors"), listed(sweep.factors.map((factor) => factor.path))],
    [t("Analyse it again"), element("code", {}, `jtsim sweep analyse ${shellWord(sweep.place)}`)],
    [t("Compute any run again, bit for bit"), element("code", {}, commands.join(" && "))],
  ]), element("p", {class: "note"}, t("Written by jtsim {0} ({1}) on {2}; charts by Apache ECharts 6.1.0. The page is self-contained and uses no network.", content.program.version, content.program.commit, content.program.written))];
}

const SWEEP_SECTIONS = [
  {id: "headline", title: () => t("In short"), blocks: () => [element("p", {class: "lead", id: "compared"}, sweepLead()), sweepCards()]},
  {id: "policies", title: () => t("Policies against each other"), figures: () => [contrastFigure, paretoFigure], after: () => [absentBlock(), ...contrastsBlock()]},
  {id: "uncertainty", title: () => t("What drives the result"), figures: () => [tornadoFigure, sobolFigure, morrisFigure, scatterFigure]},
  {id: "points", title: () => t("Over all points"), figures: () => [distributionFigure]},
  {id: "missing", title: () => t("What is missing"), blocks: () => missingBlock()},
  {id: "limits", title: () => t("Assumptions and limits"), blocks: () => sweepAssumptions()},
  {id: "provenance", title: () => t("Provenance"), blocks: () => sweepProvenance()},
];

/** What a reader may choose at the top. */
function sweepChoices() {
  const told = sweep.outcomes.map((_, k) => k).filter((k) => sweep.spread[k].some((s) => s.rows > 0));
  return [
    told.length > 1 ? choice("outcome", t("Outcome"), told.map((k) => outcomeLabel(sweep.outcomes[k])), told.indexOf(state.outcome), (i) => { state.outcome = told[i]; build(); document.getElementById("outcome").focus(); }) : null,
    sweep.policies.length > 1 ? choice("policy", t("Drivers under"), sweep.policies, state.policy, (i) => { state.policy = i; build(); document.getElementById("policy").focus(); }) : null,
  ];
}
