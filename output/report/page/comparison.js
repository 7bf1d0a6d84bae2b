// Figures of a comparison: paired differences of a policy run to the base run.

const effectOf = (name) => side().effects[name];
/** Whether an effect, a cost or a measure rests on too few persons to be read. */
const isSmallEffect = (name) => side().small_effects.includes(name);
const isSmallCost = (name) => side().small_costs.includes(name);
const isSmallMeasure = (name) => side().small_measures.includes(name);
const remark = (row) => (row.small ? t("too small") : "");
/** [difference, low, high] of an effect row [base, policy, difference, low, high]. */
const differenceOf = (row) => (row && isNumber(row[2]) ? [row[2], row[3], row[4]] : null);
const readableEffect = (name) => (isSmallEffect(name) ? null : differenceOf(effectOf(name)));
/** [mean, low, high] of a measure. */
const readableMeasure = (name) => (side().measures[name] && isNumber(side().measures[name][0]) && !isSmallMeasure(name) ? side().measures[name] : null);
const isClear = (figure) => isNumber(figure[1]) && isNumber(figure[2]) && (figure[1] > 0 || figure[2] < 0);
const comparedLabel = (r) => labelOf(r.label) || r.name;

function changeText(figure, kind) {
  const text = showChange(figure[0], kind);
  if (!isNumber(figure[1])) return text;
  return t("{0} ({1})", text, changeInterval(figure, kind));
}

/** The same for use inside brackets. */
function changeRange(figure, kind) {
  const text = showChange(figure[0], kind);
  return isNumber(figure[1]) ? t("{0}, interval {1}", text, changeInterval(figure, kind)) : text;
}

/** The interval of a change, its unit once, at the end. */
function changeInterval(figure, kind) {
  const units = [t(" bn yuan"), t(" points")];
  const low = showChange(figure[1], kind);
  const unit = units.find((word) => low.endsWith(word)) || "";
  return `${unit ? low.slice(0, -unit.length) : low}${tc("range", " to ")}${showChange(figure[2], kind)}`;
}

function budgetName(id) {
  const row = content.runs.flatMap((r) => r.axes.line).find((name) => name[0] === id);
  return row ? nameOf(row) : id;
}

/** Where budgets and the order of offers differ, in words where they are known. */
function differenceWords(keys) {
  const words = keys.filter((key) => !key.endsWith(".source")).map((key) => {
    const line = /^budgets\.([^.]+)\.yuan_per_year$/.exec(key);
    if (line) return t("yearly amount of “{0}”", budgetName(line[1]));
    return key === "cascade" ? t("order of the offers") : key;
  });
  return listed(words);
}

function pairNote() {
  return t("Paired differences: the same persons with the same luck, policy run less base run.");
}

/** Comparisons mark by the mean over replicates, runs by the least. */
function fewPersonsNote(rows) {
  return rows.some((row) => row.small)
    ? t("{0} Fewer than {1} persons a replicate on average: too small to read (hollow, pale or remarked on in the table).", SMALL_MARK, comparison.minimum_group)
    : null;
}

function notes(...parts) {
  return parts.filter(Boolean).join((isChinese() ? "" : " "));
}

function regionFigure() {
  if (!comparison) return null;
  const all = Object.keys(side().in_work).map(Number);
  const lines = comparison.sides.map((s, i) => ({
    name: comparedLabel(s), colour: (c) => [c.accent, c.second, c.third, c.retirement, c.grey][i % 5],
    points: all.map((year) => [year, differenceOf(s.in_work[year])]).filter(([, f]) => f)}));
  const own = lines[state.side].points;
  if (own.length < 2) return null;
  const most = own.reduce((a, b) => (Math.abs(b[1][0]) > Math.abs(a[1][0]) ? b : a));
  const clear = own.filter(([, f]) => isClear(f)).length;
  return yearsFigure({
    id: "region_in_work", title: t("Net change of persons in work in the region (end of December)"), kind: "people", lines, change: true,
    sentence: t("Against “{0}”, “{1}” changes the number in work in the region most in {2}: {3}. In {4} of {5} years the interval excludes 0.", comparedLabel(comparison.base), comparedLabel(side()), most[0], changeText(most[1], "people"), clear, own.length),
    note: notes(pairNote(), t("Coal workers and everybody else: a post that merely changes hands is no net gain.")),
  });
}

function placedFigure() {
  if (!comparison) return null;
  const names = ["displaced.in_work_12m", "displaced.in_work_36m", "displaced.in_work_60m", "region.in_work_at_end"];
  const rows = names.filter((name) => differenceOf(effectOf(name))).map((name) => ({
    label: labelOf(comparison.labels.effects[name]), small: isSmallEffect(name), dots: [{figure: differenceOf(effectOf(name)), name: ""}]}));
  if (rows.length < 2 || !readableEffect(names[0])) return null;
  const [placed, net] = [differenceOf(effectOf(names[0])), differenceOf(effectOf(names[3]))];
  return {
    id: "extra_placed", title: t("Extra persons in work: the displaced, and the region"), band: true,
    sentence: t("In work 12 months after displacement: {0} persons; in the region at the end, net: {1}. With the number of posts given, aid to some mostly changes who gets them.", changeText(placed, "people"), changeText(net, "people")),
    note: notes(pairNote(), fewPersonsNote(rows)),
    table: {columns: [textColumn(t("Outcome")), column(tc("column", "Base run"), "people"), column(tc("column", "Policy run"), "people"), ...meanIntervalColumns(t("Difference"), "people")],
            rows: names.filter((name) => effectOf(name)).map((name) => [labelOf(comparison.labels.effects[name]), ...effectOf(name)])},
    chart: (width) => dotPlot({rows: recoloured(rows), kind: "people", reference: 0, width, zero: true}),
  };
}

function lockInFigure() {
  if (!comparison) return null;
  const months = [3, 6, 12, 36, 60];
  const points = months.map((m) => [m, readableEffect(`participants.in_work_share_${m}m`)]).filter(([, f]) => f);
  if (points.length < 3) return null;
  const [first, last] = [points[0], points[points.length - 1]];
  return {
    id: "lock_in", title: t("Participants in work, difference by months since their first service"), band: true,
    sentence: t("{0} months after being served the share in work differs by {1}, after {2} months by {3}.", first[0], changeText(first[1], "points"), last[0], changeText(last[1], "points")),
    note: notes(t("Negative at first is lock-in: people in courses search less."), pairNote()),
    table: {columns: [column(tc("column", "Months"), "plain"), column(tc("column", "Base run"), "share"), column(tc("column", "Policy run"), "share"), ...meanIntervalColumns(t("Difference (share)"), "share")],
            rows: points.map(([m]) => [m, ...effectOf(`participants.in_work_share_${m}m`)])},
    chart: () => {
      const c = colours();
      return {height: 230, option: {
        grid: {left: 52, right: 20, top: 14, bottom: 40},
        xAxis: yearAxis(points.map(([m]) => m), {name: tc("column", "months"), nameLocation: "middle", nameGap: 24}), yAxis: valueAxis("share"),
        tooltip: tooltip({trigger: "axis", formatter: (items) => `${items[0].axisValue}\n${changeText(points[items[0].dataIndex][1], "points")}`}),
        series: lineWithBand("", c.accent, points.map(([, f], x) => [x, f]), {symbol: "circle", symbolSize: 7,
          markLine: {silent: true, precision: 12, symbol: "none", label: {show: false}, data: [{yAxis: 0}], lineStyle: {color: c.ink, type: "dashed", width: 1}}})}};
    },
  };
}

/** Rows of a comparison's groups: headings and members; `of(group)` gives {figure} or several dots of the outcome `name`. */
function comparedRows(name, of) {
  const titled = PARTITIONS;
  const kinds = {everyone: [], ...Object.fromEntries(PARTITIONS.map((p) => [p, []]))};
  for (const [id, group] of Object.entries(side().groups)) {
    if (!(group.persons > 0)) continue;
    const kind = id.split(".")[0];
    kinds[titled.includes(kind) ? kind : "everyone"].push({id, label: labelOf(group.label), small: group.small || group.small_outcomes.includes(name), group, dots: of(group)});
  }
  const titles = {age_band: t("age band"), sex: t("sex"), ethnicity: t("ethnicity"), education: t("education"), region: t("league")};
  return Object.entries(kinds).flatMap(([kind, rows]) => {
    const kept = rows.filter((row) => row.dots.some((dot) => dot.figure));
    return kept.length && titles[kind] ? [{heading: capital(titles[kind])}, ...kept] : kept;
  });
}

function comparedGroupsFigure(name, kind, id, title) {
  if (!comparison) return null;
  const rows = comparedRows(name, (group) => [{figure: differenceOf(group[name]), name: ""}]);
  const groups = rows.filter((row) => row.dots && row.id.includes("."));
  const all = rows.find((row) => row.dots && !row.id.includes("."));
  const read = groups.filter((row) => !row.small);
  if (!read.length) return null;
  const by = (sign) => read.reduce((a, b) => (sign * b.dots[0].figure[0] > sign * a.dots[0].figure[0] ? b : a));
  const axisKind = kind === "points" ? "share" : kind;
  const text = (row) => `${row.label} ${changeText(row.dots[0].figure, kind)}`;
  const worse = read.filter((row) => row.dots[0].figure[2] < 0).length;
  return {
    id, title, band: true,
    sentence: t("{0}Most gained: {1}; least: {2}. {3}.", all ? t("Everyone: {0}. ", changeText(all.dots[0].figure, kind)) : "", text(by(1)), text(by(-1)), worse ? t("{0} groups are clearly worse off", worse) : t("No group is clearly worse off")),
    note: notes(pairNote(), fewPersonsNote(rows)),
    table: {columns: [textColumn(t("Group")), textColumn(t("Remark")), column(t("Persons"), "people"), column(tc("column", "Base run"), axisKind), column(tc("column", "Policy run"), axisKind), ...meanIntervalColumns(t("Difference"), axisKind)],
            rows: rows.filter((row) => row.dots).map((row) => [row.label, remark(row), row.group.persons, ...row.group[name]])},
    chart: (width) => dotPlot({rows: recoloured(rows), kind: axisKind, reference: 0, width, zero: true}),
  };
}

function winnersFigure() {
  if (!comparison) return null;
  const rows = comparedRows("in_work_12m", (group) => [{figure: group.winners}, {figure: group.losers}]);
  const all = rows.find((row) => row.dots && !row.id.includes("."));
  const members = rows.filter((row) => row.dots && row.id.includes(".") && !row.small);
  if (!members.length) return null;
  const share = (row, i) => row.dots[i].figure[0] / row.group.persons;
  const sum = all || members[0];
  const most = members.reduce((a, b) => (share(b, 1) - share(b, 0) > share(a, 1) - share(a, 0) ? b : a));
  const names = [t("in work only with the policy (winners)"), t("in work only without it (losers)")];
  return {
    id: "winners", title: t("Winners and losers: in work 12 months later in one of the two runs only"), band: true,
    sentence: t("{0}: {1} win a place, {2} lose one. The balance is least favourable for {3} (winners {4}, losers {5}).", sum.label, withInterval(sum.dots[0].figure, "people"), withInterval(sum.dots[1].figure, "people"), most.label, show(share(most, 0), "share"), show(share(most, 1), "share")),
    note: notes(t("Share of the group's displaced."), fewPersonsNote(rows)),
    table: {columns: [textColumn(t("Group")), textColumn(t("Remark")), column(t("Persons"), "people"), ...meanIntervalColumns(names[0], "people"), ...meanIntervalColumns(names[1], "people")],
            rows: rows.filter((row) => row.dots).map((row) => [row.label, remark(row), row.group.persons, ...three(row.dots[0].figure), ...three(row.dots[1].figure)])},
    chart: (width) => winnersChart(rows, names, share, width),
  };
}

function winnersChart(rows, names, share, width) {
  const c = colours();
  const axis = rowAxis(rows, width);
  const top = legendHeight(names, width);
  const scaled = (row, i) => row.dots[i].figure.map((v) => (i ? -1 : 1) * v / row.group.persons);
  return {height: rows.length * rowHeight() + top + 34, option: {
    legend: legendStyle(names), grid: {left: axis.room, right: 16, top: top + 2, bottom: 28},
    xAxis: valueAxis("share", {format: (v) => axisNumber(Math.abs(v), "share")}), yAxis: axis,
    tooltip: tooltip({trigger: "item", formatter: (p) => `${rows[p.dataIndex].label} · ${p.seriesName}\n${withInterval(rows[p.dataIndex].dots[p.seriesIndex].figure, "people")}`}),
    series: [...[0, 1].map((i) => ({type: "bar", stack: "all", name: names[i], color: i ? c.second : c.accent, barWidth: 12,
      data: rows.map((row) => (row.dots ? {value: scaled(row, i)[0], itemStyle: row.small ? {opacity: 0.35} : {}} : null))})),
      intervalBars(rows.flatMap((row, r) => (row.dots ? [0, 1].map((i) => ({row: r, figure: scaled(row, i), colour: c.ink})) : [])).filter((item) => item.figure.every(isNumber)))],
  }};
}

function costFigure() {
  if (!comparison) return null;
  const rows = Object.entries(side().costs).map(([name, [value, low, high, form]]) => ({name, label: labelOf(comparison.labels.costs[name]), small: isSmallCost(name), value, low, high, form}));
  if (!rows.length || !side().tells_costs || !readableEffect("displaced.in_work_12m")) return null;
  const [spent, placed] = [differenceOf(effectOf("spending.public")), differenceOf(effectOf("displaced.in_work_12m"))];
  const main = rows.find((row) => row.name === "cost.public_per_placed_12m") || rows[0];
  const bounded = rows.filter((row) => row.form === "bounded");
  return {
    id: "cost_per_placed", title: t("Cost per extra placed worker (yuan)"), band: true,
    sentence: costSentence(main, spent, placed),
    note: notes(t("Intervals after Fieller; where the result cannot be told from 0 there is no bounded interval, see the table. Negative: one of the two falls; it does not mean cheap."), fewPersonsNote(rows)),
    table: {columns: [textColumn(t("Measure")), textColumn(t("Remark")), ...meanIntervalColumns(t("yuan"), "yuan"), textColumn(t("Interval"))],
            rows: rows.map((row) => [row.label, remark(row), row.value, row.low, row.high, formLabel(row.form)])},
    chart: bounded.length ? (width) => dotPlot({kind: "yuan", reference: 0, width, zero: true,
      rows: recoloured(bounded.map((row) => ({label: row.label, small: row.small, dots: [{figure: [row.value, row.low, row.high], name: ""}]})))}) : null,
  };
}

function costSentence(main, spent, placed) {
  const facts = t("Public spending changes by {0}, the displaced in work after 12 months by {1}", changeText(spent, "money"), changeText(placed, "people"));
  if (main.form === "bounded" && main.value > 0 && placed[0] > 0)
    return t("{0}: {1} yuan per extra placed worker.", facts, withInterval([main.value, main.low, main.high], "yuan"));
  if (spent[0] < 0 && placed[0] > 0)
    return t("{0}: more are placed for less money, so a cost per head means nothing.", facts);
  return t("{0}: a cost per head has no readable meaning here.", facts);
}

function formLabel(form) {
  return {bounded: t("bounded"), two_rays: t("two rays"), unbounded: t("unbounded"), unknown: t("unknown")}[form] || form;
}

function comparedSpendingFigure() {
  if (!comparison) return null;
  const items = policyDifferences() || payerDifferences();
  const [base, policy] = effectOf("spending.all");
  const biggest = items.slice().sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  if (!biggest) return null;
  const range = run() ? years() + t(":") : "";
  return {
    id: "spending_change", title: t("From the spending of the base run to that of the policy run (prices of {0})", comparison.price_year),
    sentence: t("{0} All spending goes from {1} to {2} ({3}); the largest change is that of {4} ({5}).", range, show(base, "money"), show(policy, "money"), changeRange(differenceOf(effectOf("spending.all")), "money"), biggest.label, showChange(biggest.value, "money")),
    note: t("Orange: more; green: less."),
    table: {columns: [textColumn(t("Item")), column(t("Change (yuan)"), "yuan")], rows: [[tc("report", "Base run"), base], ...items.map((i) => [i.label, i.value]), [tc("report", "Policy run"), policy]]},
    chart: (width) => {
      const c = colours();
      const text = (v) => (v > 0 ? "+" : "−") + grouped(Math.abs(v) / moneyUnit()[1], 2);
      const plain = (v) => grouped(v / moneyUnit()[1], 2);
      return waterfall({width, unit: moneyUnit()[0], items: [
        {label: tc("report", "Base run"), value: base, total: true, colour: c.grey, text: plain(base), figure: [base, null, null]},
        ...withRest(items).map((i) => ({...i, colour: i.value > 0 ? c.second : c.third, text: text(i.value)})),
        {label: tc("report", "Policy run"), value: policy, total: true, colour: c.ink, text: plain(policy), figure: [policy, null, null]}]});
    },
  };
}

/** Changes by policy, if both runs are at hand with the same replicates. */
function policyDifferences() {
  const base = content.runs.find((r) => r.scenario_digest === comparison.base.scenario_digest);
  const policy = content.runs.find((r) => r.scenario_digest === side().scenario_digest);
  if (!base || !policy || !base.money || !policy.money) return null;
  if ([base, policy].some((r) => r.replicates_complete !== comparison.replicates || r.first_replicate !== comparison.first_replicate)) return null;
  const names = new Map([...base.axes.policy, ...policy.axes.policy].map((name) => [name[0], name]));
  return [...names.values()].map((name) => {
    const value = policySpending(policy, name[0]) - policySpending(base, name[0]);
    return {label: policyName(name), value, figure: [value, null, null]};
  }).filter((item) => Math.abs(item.value) >= 1).sort((a, b) => b.value - a.value);
}

/** Items too small for the figure's digits become one. */
function withRest(items) {
  const tiny = items.filter((item) => Math.abs(item.value) < 0.005 * 1e8);
  if (!tiny.length) return items;
  const value = tiny.reduce((sum, item) => sum + item.value, 0);
  const kept = items.filter((item) => !tiny.includes(item));
  return Math.abs(value) < 0.005 * 1e8 ? kept : [...kept, {label: t("Others"), value, figure: [value, null, null]}];
}

function payerDifferences() {
  return ["central", "region", "insurance_fund", "enterprise", "private"].map((payer) => {
    const figure = differenceOf(effectOf(`spending.${payer}`));
    return {label: labelOf(comparison.labels.effects[`spending.${payer}`]), value: figure ? figure[0] : 0, figure};
  }).filter((item) => Math.abs(item.value) >= 1);
}

/** A negative mean with its interval, its sign turned. */
const turned = (figure) => (figure[0] < 0 ? [-figure[0], -figure[2], -figure[1]] : figure);

function sideEffectsFigure() {
  if (!comparison) return null;
  const names = ["deadweight.share_12m", "deadweight.share_36m", "deadweight.share_60m", "deadweight.new_share_12m"].filter(readableMeasure);
  if (!names.length) return null;
  const told = side().tells_crowding_out;
  const net = told ? readableMeasure("crowding_out.net_12m") : null;
  const all = Object.entries(side().measures).filter(([name]) => told || !name.startsWith("crowding_out.")).map(([name, figure]) => ({label: labelOf(comparison.labels.measures[name]), small: isSmallMeasure(name), figure}));
  const rows = names.map((name) => ({label: labelOf(comparison.labels.measures[name]), dots: [{figure: readableMeasure(name), name: ""}]}));
  return {
    id: "side_effects", title: told ? tc("report", "Deadweight and crowding-out") : tc("report", "Deadweight"), band: true,
    sentence: t("{0} of the participants observed for 12 months would be in work then anyway{1}.", withInterval(readableMeasure(names[0]), "share"), net ? (net[0] < 0 ? t("; the displaced who were not served win {0} places on balance", withInterval(turned(net), "people")) : t("; the displaced who were not served lose {0} places on balance", withInterval(turned(net), "people"))) : ""),
    note: notes(told ? t("Crowding-out in persons: see the table.") : null, fewPersonsNote(all)),
    table: {columns: [textColumn(t("Measure")), textColumn(t("Remark")), ...meanIntervalColumns(t("Mean"), "index")],
            rows: all.map((row) => [row.label, remark(row), ...row.figure])},
    chart: (width) => dotPlot({rows: recoloured(rows), kind: "share", width, zero: true}),
  };
}
