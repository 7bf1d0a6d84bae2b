// Figures of a sweep: what drives the results.

const STRONGEST = 12;
const PANELS = 6;

/** How far the mean goes from a factor's low to its high end: 0 of one whose effects bend back. */
const reach = (i) => (isNumber(i.low) && isNumber(i.high) ? Math.abs(i.high - i.low) : -1);

/** The best figure that the design gives to all factors. */
function strength(i) {
  const [total, star] = [i.total && i.total[0], i.effects && i.effects[1]];
  return isNumber(total) ? total : isNumber(star) ? star : reach(i);
}

/** Influences on the outcome under the policy that are looked at: [{factor, ...}], by `by`, the largest first. */
function influences(by = strength) {
  const all = sweep.influences[state.outcome][state.policy];
  return all.map((influence, k) => ({...influence, factor: sweep.factors[k], at: k})).sort((a, b) => by(b) - by(a));
}

const underPolicy = () => (sweep.policies.length > 1 ? t(" under “{0}”", policyTitle()) : "");

function tornadoFigure() {
  const kind = outcomeKind();
  const all = influences(reach).filter((i) => isNumber(i.low) && isNumber(i.high));
  if (!all.length) return null;
  const [rows, first] = [all.slice(0, STRONGEST), all[0]];
  const mean = sweep.spread[state.outcome][state.policy].mean;
  const range = (factor) => (factor.values.length ? t("{0} values", factor.values.length) : `${show(factor.low, "number")}${tc("range", " to ")}${show(factor.high, "number")}`);
  return {
    id: "tornado", title: t("What moves it: {0}", outcomeLabel()),
    sentence: first.high === first.low ? t("No factor moves the mean from its low to its high end{0}.", underPolicy())
      : first.factor.values.length ? t("“{0}” moves the mean most{1}: by value it goes from {2} to {3}.", factorLabel(first.factor), underPolicy(), show(first.low, kind), show(first.high, kind))
      : t("“{0}” moves the mean most from end to end{1}: {2} where it is lowest, {3} where it is highest.", factorLabel(first.factor), underPolicy(), show(first.low, kind), show(first.high, kind)),
    note: notes(t("Mean over the rows in the lowest fifth of a factor (green) and in the highest fifth (orange), all other factors varying; dashed: mean of all rows. Of factors with listed values: the lowest and the highest of the means by value."),
                all.length > STRONGEST ? t("The {0} longest bars of {1} factors; all stand in the table.", STRONGEST, all.length) : null),
    table: {columns: [textColumn(t("Factor")), textColumn(t("Parameter")), textColumn(tc("column", "Unit")), textColumn(t("Range")), column(t("At its low end"), kind), column(t("At its high end"), kind), column(t("Rank correlation"), "index")],
            rows: all.map((i) => [factorLabel(i.factor), i.factor.path, i.factor.unit, range(i.factor), i.low, i.high, i.rank])},
    chart: (width) => tornadoChart(rows, mean, kind, width),
  };
}

function tornadoChart(rows, mean, kind, width) {
  const c = colours();
  const axis = rowAxis(rows.map((i) => ({label: factorLabel(i.factor)})), width, true);
  const ends = rows.flatMap((i, row) => [[i.low, row, c.third], [i.high, row, c.second]]);
  const key = (text, colour, left) => ({...axisTitle(`■ ${text}`, left, 0, 140), textStyle: {color: colour, fontSize: 12}});
  return {height: rows.length * longRow(width) + 62, option: {
    title: [key(t("lowest fifth"), c.third, 4), key(t("highest fifth"), c.second, 120)],
    grid: {left: axis.room, right: 18, top: 24, bottom: 30}, xAxis: valueAxis(kind, {scale: true, format: axisFormat(sweepOutcome().kind, rows.flatMap((i) => [i.low, i.high]))}), yAxis: axis,
    tooltip: tooltip({trigger: "item", formatter: (p) => {
      const i = rows[Math.floor(p.dataIndex / 2)];
      return `${factorLabel(i.factor)}\n${t("low end: {0}; high end: {1}", show(i.low, kind), show(i.high, kind))}`;
    }}),
    series: [{type: "custom", data: ends.map(([v, row]) => [Math.min(v, mean), row, Math.max(v, mean)]), encode: {x: [0, 2], y: 1},
      markLine: {silent: true, precision: 12, symbol: "none", label: {show: false}, data: [{xAxis: mean}], lineStyle: {color: c.ink, type: "dashed", width: 1}},
      renderItem: (params, api) => {
        const [v, row, colour] = ends[params.dataIndex];
        const [x, y] = api.coord([Math.min(v, mean), row]);
        const end = api.coord([Math.max(v, mean), row])[0];
        // Where both ends lie on one side, one above the other shows both.
        const same = (rows[row].low - mean) * (rows[row].high - mean) > 0;
        const half = params.dataIndex % 2;
        return {type: "rect", shape: {x, y: y - 8 + (same && half ? 8 : 0), width: Math.max(1, end - x), height: same ? 8 : 16}, style: {fill: colour, opacity: 0.9}};
      }}]}};
}

/** Widest interval of a share that sentences still tell. */
const WIDEST_SHARE = 0.5;
const isSure = ([, low, high]) => isNumber(low) && isNumber(high) && high - low <= WIDEST_SHARE;

const ownLuckNote = () => (sweep.seeds === "common" ? null : t("Every point has luck of its own, which adds to all indices."));

function sobolFigure() {
  if (sweep.design.kind !== "saltelli") return null;
  const all = influences().filter((i) => i.total && isNumber(i.total[0])).sort((a, b) => b.total[0] - a.total[0]);
  if (!all.length) return null;
  const names = [t("alone (first order)"), t("with all interactions (total)")];
  const rows = all.slice(0, STRONGEST).map((i) => ({label: factorLabel(i.factor), dots: [i.first, i.total].map((index, k) => ({figure: index, name: names[k]}))}));
  const alone = all.reduce((sum, i) => sum + (isNumber(i.first[0]) ? i.first[0] : 0), 0);
  const head = all[0];
  return {
    id: "sobol", title: t("Shares of the variance: {0}", outcomeLabel()),
    sentence: isSure(head.first) && isSure(head.total)
      ? t("“{0}” explains {1} of the variance alone and {2} with its interactions{3}; all factors alone explain {4}.", factorLabel(head.factor), withInterval(head.first, "share"), withInterval(head.total, "share"), underPolicy(), show(alone, "share"))
      : t("By its total index “{0}” comes first{1}; the points are too few to tell shares of the variance.", factorLabel(head.factor), underPolicy()),
    note: notes(t("Sobol indices of the mean over replicates, by Jansen's estimators; bars: 90% interval of the estimate over base points. Values below 0 or above 100% are noise of few points."), ownLuckNote()),
    table: {columns: [textColumn(t("Factor")), textColumn(t("Parameter")), ...meanIntervalColumns(names[0], "share"), ...meanIntervalColumns(names[1], "share")],
            rows: all.map((i) => [factorLabel(i.factor), i.factor.path, ...i.first, ...i.total])},
    chart: (width) => dotPlot({rows: recoloured(rows, ["second", "accent"]), kind: "share", reference: 0, width, joined: true, zero: true, long: true, legend: names.map((name) => ({name}))}),
  };
}

function morrisFigure() {
  if (sweep.design.kind !== "morris") return null;
  const kind = outcomeKind();
  const all = influences().filter((i) => i.effects && isNumber(i.effects[1])).sort((a, b) => b.effects[1] - a.effects[1]);
  if (!all.length) return null;
  const curved = all.filter((i) => isNumber(i.effects[2]) && i.effects[2] > i.effects[1] && i.effects[1] > 0);
  return {
    id: "morris", title: t("Strength and evenness of effects: {0}", outcomeLabel()),
    sentence: notes(t("Strongest{0}: “{1}”; its steps change the result by {2} per whole range, in size and on average.", underPolicy(), factorLabel(all[0].factor), show(all[0].effects[1], kind)),
                    curved.length ? t("Effects that depend on the other factors or bend: {0}.", listed(curved.slice(0, 5).map((i) => `“${factorLabel(i.factor)}”`))) : t("No factor lies above the dashed line.")),
    note: notes(t("Elementary effects after Morris, per whole range of a factor: to the right, the mean of their sizes (mu*); upward, their standard deviation (sigma). Above the dashed line an effect depends on the other factors or bends."), ownLuckNote()),
    table: {columns: [textColumn(t("Factor")), textColumn(t("Parameter")), column("mu", kind), column("mu*", kind), column("sigma", kind), column(t("Paths"), "people")],
            rows: all.map((i) => [factorLabel(i.factor), i.factor.path, ...i.effects])},
    chart: (width) => morrisChart(all, kind, width),
  };
}

function morrisChart(all, kind, width) {
  const c = colours();
  const sigma = (i) => (isNumber(i.effects[2]) ? i.effects[2] : 0);
  const [right, up] = [Math.max(...all.map((i) => i.effects[1])), Math.max(...all.map(sigma))];
  // As far as both axes surely reach.
  const end = Math.min(right, up);
  const format = (most) => axisFormat(sweepOutcome().kind, [0, most]);
  return {height: 340, option: {
    title: [axisTitle(t("sigma ({0})", outcomeUnit() || t("unit of the outcome")), 4, 0, width - 10)],
    grid: {left: 58, right: 24, top: 26, bottom: 44},
    xAxis: valueAxis(kind, {min: 0, format: format(right), name: "mu*", nameLocation: "middle", nameGap: 26}), yAxis: valueAxis(kind, {min: 0, format: format(up)}),
    tooltip: tooltip({trigger: "item", formatter: (p) => `${factorLabel(all[p.dataIndex].factor)}\nmu* ${show(all[p.dataIndex].effects[1], kind)}\nsigma ${show(sigma(all[p.dataIndex]), kind)}`}),
    series: [{type: "scatter", name: "", symbolSize: 11, color: c.accent, labelLayout: {moveOverlap: "shiftY", hideOverlap: true},
      data: all.map((i) => ({value: [i.effects[1], sigma(i)], label: {position: i.effects[1] > 0.55 * right ? "left" : "right"}})),
      label: {show: true, color: c.ink, fontSize: 11, width: Math.max(90, width * 0.3), overflow: "truncate", formatter: (p) => factorLabel(all[p.dataIndex].factor)},
      markLine: {silent: true, precision: 12, symbol: "none", label: {show: false}, lineStyle: {color: c.soft, type: "dashed", width: 1}, data: [[{coord: [0, 0]}, {coord: [end, end]}]]}}]}};
}

function scatterFigure() {
  const kind = outcomeKind();
  const chosen = influences().filter((i) => isNumber(i.low)).slice(0, PANELS);
  const rows = sweep.shown_rows.map((row, k) => [row, k]);
  if (!chosen.length || rows.length < 3) return null;
  const strongest = influences().filter((i) => isNumber(i.rank)).sort((a, b) => Math.abs(b.rank) - Math.abs(a.rank))[0];
  return {
    id: "scatter", title: t("Every point over its factors: {0}", outcomeLabel()),
    sentence: strongest ? t("The closest relation{0} is that to “{1}”: rank correlation {2}.", underPolicy(), factorLabel(strongest.factor), show(strongest.rank, "index"))
      : t("{0} rows over {1} factors.", sweep.rows, sweep.factors.length),
    note: notes(t("A dot is a row of the design under a policy, mean of its replicates."), sampleNote()),
    table: {columns: [column(t("Row"), "plain"), ...sweep.factors.map((factor) => textColumn(factor.path)), ...sweep.policies.map((_, p) => column(policyTitle(p), kind))],
            rows: rows.map(([row, k]) => [row, ...sweep.factors.map((factor, f) => factorValue(factor, sweep.design_values[k][f])), ...sweep.policies.map((_, p) => sweep.points[state.outcome][p][k])])},
    chart: (width) => scatterChart(chosen, kind, width),
  };
}

function scatterChart(chosen, kind, width) {
  const c = colours();
  const names = sweep.policies.length > 1 ? sweep.policies : [];
  const top = names.length ? legendHeight(names, width) + 4 : 0;
  const columns = Math.max(1, Math.min(chosen.length, 3, Math.floor(width / 250)));
  const [gap, height] = [18, 176];
  const format = axisFormat(sweepOutcome().kind, sweep.points[state.outcome].flat());
  const panel = (width - gap * (columns - 1)) / columns;
  const option = {title: [], grid: [], xAxis: [], yAxis: [], series: [], legend: names.length ? legendStyle(names) : undefined,
                  tooltip: tooltip({trigger: "item", formatter: (p) => `${p.seriesName}\n${factorLabel(chosen[p.data.panel].factor)}  ${factorValue(chosen[p.data.panel].factor, p.value[0])}\n${show(p.value[1], kind)}`})};
  chosen.forEach(({factor, at}, i) => {
    const left = (i % columns) * (panel + gap);
    const y = top + Math.floor(i / columns) * (height + 22);
    option.title.push({text: factorLabel(factor), left, top: y, padding: 0, textStyle: {color: c.ink, fontSize: 12, fontWeight: 600, width: panel - 4, overflow: "truncate"}});
    option.grid.push({left: left + 48, top: y + 24, width: panel - 58, height: height - 52});
    option.xAxis.push(factor.values.length ? {type: "category", data: factor.values, gridIndex: i, ...axisStyle(), splitLine: {show: false}, axisLabel: {...axisStyle().axisLabel, hideOverlap: true, width: 90, overflow: "truncate"}}
      : valueAxis("number", {gridIndex: i, scale: true, splitNumber: 3}));
    option.yAxis.push(valueAxis(kind, {gridIndex: i, scale: true, splitNumber: 3, format}));
    sweep.policies.forEach((name, p) => option.series.push({
      type: "scatter", name, xAxisIndex: i, yAxisIndex: i, symbolSize: sweep.shown_rows.length > 200 ? 4 : 6, color: policyHue(p), itemStyle: {opacity: 0.7},
      data: sweep.shown_rows.map((_, k) => ({value: [sweep.design_values[k][at], sweep.points[state.outcome][p][k]], panel: i})).filter((d) => d.value.every(isNumber))}));
  });
  return {option, height: top + Math.ceil(chosen.length / columns) * (height + 22)};
}
