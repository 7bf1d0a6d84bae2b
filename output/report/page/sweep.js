// Figures of a sweep: policies against each other, and what comes out over all points.

const sweepOutcome = () => sweep.outcomes[state.outcome];
const outcomeLabel = (o = sweepOutcome()) => labelOf(o.label) || o.name;

/** The kind in which differences of a size can be told: two digits of them show. */
function fine(kind, size) {
  if (!(size > 0)) return kind;
  const digits = (one) => Math.min(7, Math.ceil(-Math.log10(size / one)) + 1);
  if (kind === "share") return digits(0.01) > 1 ? `share${digits(0.01)}` : kind;
  if (kind === "index") return digits(1) > 3 ? `index${digits(1)}` : kind;
  if (kind === "money") return size < 0.05 * moneyUnit()[1] ? "yuan" : kind;
  return kind;
}

/** Kinds of an outcome's figures and of its changes, as fine as its spread and its contrasts ask for. */
function outcomeKind(k = state.outcome) {
  const spreads = sweep.spread[k].filter((s) => isNumber(s.q05));
  return fine(sweep.outcomes[k].kind, spreads.length ? Math.max(...spreads.map((s) => s.q95)) - Math.min(...spreads.map((s) => s.q05)) : 0);
}
function changeKind(k = state.outcome) {
  const sizes = sweep.contrasts[k].filter((c) => c && isNumber(c[0])).map((c) => Math.abs(c[0]));
  return asChange(fine(sweep.outcomes[k].kind, sizes.length ? Math.max(...sizes) : 1));
}

/** Changes of shares are told in points. */
const asChange = (kind) => kind.replace(/^share/, "points");

/** Texts of an axis over values, with the digits that tell its ticks apart. */
function axisFormat(kind, values) {
  const read = values.filter(isNumber);
  const scale = kind.startsWith("share") ? 0.01 : kind === "money" ? moneyUnit()[1] : 1;
  const step = read.length ? (Math.max(...read) - Math.min(...read)) / scale / 5 : 0;
  const digits = step > 0 ? Math.min(8, Math.max(0, Math.ceil(-Math.log10(step)))) : 1;
  const large = kind === "people" || kind === "yuan";
  return (v) => (large && Math.abs(v) >= 1e4 && step > 500 ? axisNumber(v, kind)
    : `${grouped(+(v / scale).toFixed(digits), digits).replace("-", "−")}${kind.startsWith("share") ? "%" : ""}`);
}

const outcomeUnit = (o = sweepOutcome()) => ({share: "%", money: moneyUnit()[0], yuan: t("yuan"), months: tc("column", "months")}[o.kind] || "");
/** The only policy of a sweep goes without a name. */
const policyTitle = (i = state.policy) => (sweep.policies.length > 1 ? sweep.policies[i] : t("the scenario"));
const factorLabel = (factor) => capital(labelOf(factor.label) || factor.path);

/** Colours of policies, in their order. */
function policyHue(i) {
  const c = colours();
  return [c.accent, c.second, c.third, c.retirement, c.grey, c.other_secondary, c.flexible, c.primary][i % 8];
}

/** A factor's value, or its text. */
function factorValue(factor, value) {
  if (!isNumber(value)) return "–";
  return factor.values.length ? factor.values[value] : show(value, "number");
}

/** An axis title above a figure, cut where it would run into others. */
function axisTitle(text, left, top, width) {
  return {text, left, top, padding: 0, textStyle: {color: colours().soft, fontSize: 11, fontWeight: "normal", width, overflow: "truncate"}};
}

function withUnit(o) {
  const unit = outcomeUnit(o);
  return unit ? t("{0} ({1})", outcomeLabel(o), unit) : outcomeLabel(o);
}

/** A figure of the outcome and policies that are looked at; nothing for sweeps of one policy. */
function contrastFigure() {
  if (sweep.policies.length < 2) return null;
  const o = sweepOutcome();
  const [kind, change] = [outcomeKind(), changeKind()];
  const rows = sweep.policies.slice(1).map((name, i) => ({label: name, contrast: sweep.contrasts[state.outcome][i + 1], at: i + 1}))
    .filter((row) => row.contrast && isNumber(row.contrast[0])).map((row) => ({...row, dots: [{figure: row.contrast, name: ""}]}));
  if (!rows.length) return null;
  const most = rows.reduce((a, b) => (Math.abs(b.contrast[0]) > Math.abs(a.contrast[0]) ? b : a));
  const known = rows.filter((row) => isNumber(row.contrast[1]));
  const clear = known.filter((row) => isClear(row.contrast)).length;
  return {
    id: "policy_contrasts", title: t("What policies change: {0}", outcomeLabel()), band: true,
    sentence: notes(t("Against “{0}”, “{1}” changes it most: {2}; the change is upward at {3} of the rows of the design.", sweep.policies[0], most.label, changeText(most.contrast, change), show(most.contrast[3], "share")),
                    known.length ? t("In {0} of {1} policies the interval excludes 0.", clear, known.length) : null),
    note: notes(sweep.seeds === "common"
      ? t("Paired differences: every policy at every row of the design with the same luck; mean over rows. The design's factors vary, so this is the change on average over their ranges.")
      : t("Every policy at every row of the design, each point with luck of its own; mean over rows."), unpairedNote()),
    table: {columns: [textColumn(t("Policy")), column(t("Mean over rows"), kind), ...meanIntervalColumns(t("Difference"), change), column(t("Share of rows with a rise"), "share")],
            rows: sweep.policies.map((name, i) => [name, sweep.spread[state.outcome][i].mean, ...three(i ? sweep.contrasts[state.outcome][i] : null), i && sweep.contrasts[state.outcome][i] ? sweep.contrasts[state.outcome][i][3] : null])},
    chart: (width) => dotPlot({rows: recoloured(rows), kind: change, reference: 0, width, zero: true, format: axisFormat(o.kind, [0, ...rows.flatMap((row) => row.contrast.slice(0, 3))])}),
  };
}

/** Why means do not subtract to differences. */
const unpairedNote = () => (sweep.runs.missing || sweep.runs.failed
  ? t("Means are over all runs of a policy, differences over the pairs of runs that both have: with runs missing the ones do not subtract to the others.") : null);

/** Whether enough replicates are done for any interval between policies. */
const hasIntervals = () => sweep.contrasts.some((of) => of.some((c) => c && isNumber(c[1]))) || sweep.pareto.some((p) => p.means.some((m) => isNumber(m[1])));

/** The same for all outcomes that the page has, as a table. */
function contrastsBlock() {
  if (sweep.policies.length < 2) return [];
  const head = [t("Outcome"), t("Policy"), t("Mean over rows"), t("Difference"), t("90% interval")];
  const rows = sweep.outcomes.flatMap((o, k) => sweep.policies.slice(1).map((name, i) => [o, name, sweep.spread[k][i + 1].mean, sweep.contrasts[k][i + 1], outcomeKind(k), changeKind(k)]))
    .filter(([, , , contrast]) => contrast && isNumber(contrast[0]));
  const note = unpairedNote();
  return [element("details", {id: "all-contrasts"}, element("summary", {}, t("Changes of all outcomes of this page")), note ? element("p", {class: "note"}, note) : null,
    element("div", {class: "scroll", tabindex: "0"}, element("table", {},
      element("thead", {}, element("tr", {}, head.map((word, i) => element("th", {scope: "col", class: i > 1 ? "number" : null}, word)))),
      element("tbody", {}, rows.map(([o, name, mean, contrast, kind, change]) => element("tr", {}, element("th", {scope: "row"}, outcomeLabel(o)), element("td", {}, name),
        element("td", {class: "number"}, show(mean, kind)), element("td", {class: "number"}, showChange(contrast[0], change)),
        element("td", {class: "number"}, isNumber(contrast[1]) ? changeInterval(contrast, change) : "–")))))))];
}

const objectiveOutcome = (k) => sweep.outcomes[sweep.objectives[k].outcome];

/** Names of objectives with the better direction. */
function objectiveWords() {
  return listed(sweep.objectives.map((objective, k) => (objective.less ? t("{0} (less is better)", outcomeLabel(objectiveOutcome(k))) : t("{0} (more is better)", outcomeLabel(objectiveOutcome(k))))));
}

function paretoSentence(read) {
  const best = read.filter((p) => p.efficient).map((p) => `“${sweep.policies[p.policy]}”`);
  const rest = read.filter((p) => !p.efficient).map((p) => `“${sweep.policies[p.policy]}”`);
  const first = t("Efficient, that is, no other policy is at least as good in all objectives and better in one: {0}.", listed(best));
  return rest.length ? notes(first, t("At least one other is as good in all and better in one than {0}.", listed(rest))) : first;
}

function paretoFigure() {
  if (sweep.policies.length < 2 || sweep.objectives.length < 2) return null;
  const read = sweep.pareto.filter((p) => p.means.every((m) => isNumber(m[0])));
  if (!read.length) return null;
  const absent = sweep.pareto.filter((p) => !read.includes(p)).map((p) => `“${sweep.policies[p.policy]}”`);
  const kinds = sweep.objectives.map((objective) => outcomeKind(objective.outcome));
  return {
    id: "pareto", title: t("Policies by {0}", listed(sweep.objectives.map((objective) => labelOf(objective.label)))), band: true,
    sentence: paretoSentence(read),
    note: notes(t("Filled: efficient by the means over rows. Objectives: {0}.", objectiveWords()),
                kinds.length > 2 ? t("The larger the mark, the larger: {0}.", outcomeLabel(objectiveOutcome(2))) : null,
                t("The table says at which share of the rows each policy is efficient."),
                sweep.rows_compared < sweep.rows ? t("All this rests on {0} of {1} rows: those at which all policies have results.", grouped(sweep.rows_compared), grouped(sweep.rows)) : null,
                absent.length ? t("Without results: {0}.", listed(absent)) : null,
                sweep.seeds === "common" ? t("Bars are of each policy alone; in pairs, differences are told more exactly.") : null),
    table: {columns: [textColumn(t("Policy")), textColumn(t("Efficient")), column(t("Share of rows where efficient"), "share"),
                      ...kinds.flatMap((kind, k) => meanIntervalColumns(outcomeLabel(objectiveOutcome(k)), kind))],
            rows: read.map((p) => [sweep.policies[p.policy], p.efficient ? t("yes") : t("no"), p.share, ...p.means.flatMap(three)])},
    chart: (width) => paretoChart(read, kinds, width),
  };
}

function paretoChart(read, kinds, width) {
  const c = colours();
  const third = read.map((p) => (kinds.length > 2 ? p.means[2][0] : 0));
  const [least, most] = [Math.min(...third), Math.max(...third)];
  const size = (v) => (most > least ? 11 + 19 * Math.sqrt((v - least) / (most - least)) : 14);
  const hue = (p) => (p.efficient ? c.accent : c.grey);
  const bars = (k) => read.filter((p) => isNumber(p.means[k][1]));
  return {height: 380, option: {
    title: [axisTitle(withUnit(objectiveOutcome(1)), 4, 0, width - 12)],
    grid: {left: 58, right: 22, top: 28, bottom: 46},
    xAxis: valueAxis(kinds[0], {scale: true, format: axisFormat(objectiveOutcome(0).kind, read.flatMap((p) => p.means[0])), name: withUnit(objectiveOutcome(0)), nameLocation: "middle", nameGap: 26, nameTruncate: {maxWidth: width - 100}}),
    yAxis: valueAxis(kinds[1], {scale: true, format: axisFormat(objectiveOutcome(1).kind, read.flatMap((p) => p.means[1]))}),
    tooltip: tooltip({trigger: "item", formatter: (p) => [p.data.label_, ...p.data.figures.map((f, k) => `${outcomeLabel(objectiveOutcome(k))}  ${withInterval(f, kinds[k])}`)].join("\n")}),
    series: [
      intervalBars(bars(0).map((p) => ({row: p.means[1][0], figure: p.means[0], colour: hue(p)})), {z: 2}),
      intervalStalks(bars(1).map((p) => ({x: p.means[0][0], figure: p.means[1], colour: hue(p)})), {z: 2}),
      {type: "scatter", name: "", z: 4, data: read.map((p, i) => ({
        label: {position: nameSide(p, read)},
        value: [p.means[0][0], p.means[1][0]], symbolSize: size(third[i]), label_: sweep.policies[p.policy], figures: p.means,
        itemStyle: p.efficient ? {color: c.accent, opacity: 0.85, borderColor: c.ink, borderWidth: 0.8} : {color: c.paper, borderColor: c.grey, borderWidth: 1.8}})),
       label: {show: true, color: c.ink, fontSize: 12, textBorderColor: c.paper, textBorderWidth: 3, width: 130, overflow: "truncate", formatter: (p) => p.data.label_}}]}};
}

/** Where a policy's name does not run into its nearest neighbour. */
function nameSide(p, all) {
  const range = (k) => Math.max(...all.map((q) => q.means[k][0])) - Math.min(...all.map((q) => q.means[k][0])) || 1;
  const apart = (q, k) => (q.means[k][0] - p.means[k][0]) / range(k);
  const others = all.filter((q) => q !== p).sort((a, b) => Math.hypot(apart(a, 0), apart(a, 1)) - Math.hypot(apart(b, 0), apart(b, 1)));
  return others.length && (apart(others[0], 1) > 0 || (apart(others[0], 1) === 0 && others[0].policy < p.policy)) ? "bottom" : "top";
}

/** Box glyphs: the middle half thick, nine tenths thin, the median a dot. */
function spreadBars(spreads, height) {
  return {
    type: "custom", silent: true, z: 4, data: spreads.map((s, i) => [s.q05, i, s.q95]), encode: {x: [0, 2], y: 1}, tooltip: {show: false},
    renderItem: (params, api) => {
      const s = spreads[params.dataIndex];
      const x = (value) => api.coord([value, params.dataIndex])[0];
      const y = api.coord([s.q50, params.dataIndex])[1];
      const c = colours();
      return {type: "group", children: [
        {type: "line", shape: {x1: x(s.q05), y1: y, x2: x(s.q95), y2: y}, style: {stroke: c.ink, lineWidth: 1.4}},
        {type: "rect", shape: {x: x(s.q25), y: y - height / 2, width: Math.max(1, x(s.q75) - x(s.q25)), height}, style: {fill: "transparent", stroke: c.ink, lineWidth: 1.4}},
        {type: "line", shape: {x1: x(s.q50), y1: y - height / 2, x2: x(s.q50), y2: y + height / 2}, style: {stroke: c.ink, lineWidth: 2.6}}]};
    },
  };
}

function distributionFigure() {
  const kind = outcomeKind();
  const spreads = sweep.spread[state.outcome];
  const rows = sweep.policies.map((_, i) => ({label: policyTitle(i), spread: spreads[i], at: i})).filter((row) => isNumber(row.spread.q50));
  if (!rows.length) return null;
  const widest = rows.reduce((a, b) => (b.spread.q95 - b.spread.q05 > a.spread.q95 - a.spread.q05 ? b : a));
  const text = (s) => `${show(s.q05, kind)}${tc("range", " to ")}${show(s.q95, kind)}`;
  return {
    id: "points", title: t("All points: {0}", outcomeLabel()),
    sentence: t("In the middle of {0} rows{1} it is {2}; nine tenths of them lie at {3}.", grouped(widest.spread.rows), rows.length > 1 ? t(" under “{0}”", widest.label) : "", show(widest.spread.q50, kind), text(widest.spread)),
    note: notes(t("A dot is a row of the design, mean of its replicates; box: the middle half with the median; line: 5% to 95% of the rows. This is what the factors do over their ranges, no model interval."), sampleNote()),
    table: {columns: [textColumn(t("Policy")), column(tc("column", "Mean"), kind), ...["5%", "25%", "50%", "75%", "95%"].map((q) => column(t("{0} of rows", q), kind)), column(t("Rows with a result"), "people")],
            rows: rows.map(({label, spread: s}) => [label, s.mean, s.q05, s.q25, s.q50, s.q75, s.q95, s.rows])},
    chart: (width) => distributionChart(rows, kind, width),
  };
}

function distributionChart(rows, kind, width) {
  const c = colours();
  const axis = rowAxis(rows, width);
  const step = 46;
  // The place of a dot beside its row's line follows from its number alone.
  const dots = rows.map((row, i) => sweep.points[state.outcome][row.at].map((v, k) => [v, i, ((k * 0.61803398875) % 1) - 0.5]).filter(([v]) => isNumber(v)));
  return {height: rows.length * step + 46, option: {
    grid: {left: axis.room, right: 18, top: 8, bottom: 30},
    xAxis: valueAxis(kind, {scale: true, format: axisFormat(sweepOutcome().kind, dots.flat().map(([v]) => v))}), yAxis: axis,
    tooltip: tooltip({trigger: "item", formatter: (p) => `${rows[p.seriesIndex].label}\n${show(p.value[0], kind)}`}),
    series: [...dots.map((data, i) => ({type: "custom", name: rows[i].label, z: 2, data, encode: {x: 0, y: 1}, clip: true,
      renderItem: (params, api) => {
        const [x, y] = api.coord([api.value(0), api.value(1)]);
        return {type: "circle", shape: {cx: x, cy: y + api.value(2) * step * 0.62, r: 2.6}, style: {fill: policyHue(rows[i].at), opacity: data.length > 150 ? 0.35 : 0.6}};
      }})), {...spreadBars(rows.map((row) => row.spread), 20)}],
  }};
}

/** That pictures have a part of the rows only. */
function sampleNote() {
  return sweep.shown_rows.length < sweep.rows ? t("The picture shows {0} of {1} rows, one of each stretch of the design; figures in tables are of all.", sweep.shown_rows.length, sweep.rows) : null;
}
