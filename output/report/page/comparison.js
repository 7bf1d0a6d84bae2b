// Figures of a comparison: paired differences of a policy run to the base run.

const effectOf = (name) => side().effects[name];
/** [difference, low, high] of an effect row [base, policy, difference, low, high]. */
const differenceOf = (row) => (row && isNumber(row[2]) ? [row[2], row[3], row[4]] : null);
const isClear = (figure) => isNumber(figure[1]) && isNumber(figure[2]) && (figure[1] > 0 || figure[2] < 0);
const comparedLabel = (r) => labelOf(r.label) || r.name;

function changeText(figure, kind) {
  const text = showChange(figure[0], kind);
  if (!isNumber(figure[1])) return text;
  return t(`${text}（${changeInterval(figure, kind)}）`, `${text} (${changeInterval(figure, kind)})`);
}

/** The same for use inside brackets. */
function changeRange(figure, kind) {
  const text = showChange(figure[0], kind);
  return isNumber(figure[1]) ? t(`${text}，区间${changeInterval(figure, kind)}`, `${text}, interval ${changeInterval(figure, kind)}`) : text;
}

/** The interval of a change, its unit once, at the end. */
function changeInterval(figure, kind) {
  const units = [t("亿元", " bn yuan"), t("个百分点", " points")];
  const low = showChange(figure[1], kind);
  const unit = units.find((word) => low.endsWith(word)) || "";
  return `${unit ? low.slice(0, -unit.length) : low}${t("至", " to ")}${showChange(figure[2], kind)}`;
}

function budgetName(id) {
  const row = content.runs.flatMap((r) => r.axes.line).find((name) => name[0] === id);
  return row ? nameOf(row) : id;
}

/** Where budgets and the order of offers differ, in words where they are known. */
function differenceWords(keys) {
  const words = keys.filter((key) => !key.endsWith(".source")).map((key) => {
    const line = /^budgets\.([^.]+)\.yuan_per_year$/.exec(key);
    if (line) return t(`“${budgetName(line[1])}”年度额度`, `yearly amount of “${budgetName(line[1])}”`);
    return key === "cascade" ? t("安置措施的先后次序", "order of the offers") : key;
  });
  return listed(words);
}

function pairNote() {
  return t("配对差：同一批人、相同的随机数，政策情景减基准情景。", "Paired differences: the same persons with the same luck, policy run less base run.");
}

function notes(...parts) {
  return parts.filter(Boolean).join(t("", " "));
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
    id: "region_in_work", title: t("全区在岗人数的净变化（12月末）", "Net change of persons in work in the region (end of December)"), kind: "people", lines, change: true,
    sentence: t(`与“${comparedLabel(comparison.base)}”相比，“${comparedLabel(side())}”对全区在岗人数影响最大的是${most[0]}年：${changeText(most[1], "people")}人；${own.length}个年份中有${clear}个区间不含0。`,
                `Against “${comparedLabel(comparison.base)}”, “${comparedLabel(side())}” changes the number in work in the region most in ${most[0]}: ${changeText(most[1], "people")}. In ${clear} of ${own.length} years the interval excludes 0.`),
    note: notes(pairNote(), t("含煤炭职工和其他劳动者：一人得岗、另一人失岗不算净增。", "Coal workers and everybody else: a post that merely changes hands is no net gain.")),
  });
}

function placedFigure() {
  if (!comparison) return null;
  const names = ["displaced.in_work_12m", "displaced.in_work_36m", "displaced.in_work_60m", "region.in_work_at_end"];
  const rows = names.filter((name) => differenceOf(effectOf(name))).map((name) => ({
    label: labelOf(comparison.labels.effects[name]), dots: [{figure: differenceOf(effectOf(name)), name: ""}]}));
  if (rows.length < 2) return null;
  const [placed, net] = [differenceOf(effectOf(names[0])), differenceOf(effectOf(names[3]))];
  return {
    id: "extra_placed", title: t("多安置了多少人：被裁减者与全区", "Extra persons in work: the displaced, and the region"), band: true,
    sentence: t(`被裁减12个月后在岗人数变化${changeText(placed, "people")}人，全区期末净变化${changeText(net, "people")}人。岗位总量不变时，扶持一部分人主要是调换谁上岗。`,
                `In work 12 months after displacement: ${changeText(placed, "people")} persons; in the region at the end, net: ${changeText(net, "people")}. With the number of posts given, aid to some mostly changes who gets them.`),
    note: pairNote(),
    table: {columns: [textColumn(t("结果", "Outcome")), column(t("基准", "Base run"), "people"), column(t("政策", "Policy run"), "people"), ...meanIntervalColumns(t("差异", "Difference"), "people")],
            rows: names.filter((name) => effectOf(name)).map((name) => [labelOf(comparison.labels.effects[name]), ...effectOf(name)])},
    chart: (width) => dotPlot({rows: recoloured(rows), kind: "people", reference: 0, width, zero: true}),
  };
}

function lockInFigure() {
  if (!comparison) return null;
  const months = [3, 6, 12, 36, 60];
  const points = months.map((m) => [m, differenceOf(effectOf(`participants.in_work_share_${m}m`))]).filter(([, f]) => f);
  if (points.length < 3) return null;
  const [first, last] = [points[0], points[points.length - 1]];
  return {
    id: "lock_in", title: t("参与者在岗比例之差，按参与后月数", "Participants in work, difference by months since their first service"), band: true,
    sentence: t(`参与${first[0]}个月后，参与者在岗比例${changeText(first[1], "points")}；${last[0]}个月后${changeText(last[1], "points")}。`,
                `${first[0]} months after being served the share in work differs by ${changeText(first[1], "points")}, after ${last[0]} months by ${changeText(last[1], "points")}.`),
    note: notes(t("开头为负即“锁定效应”：培训期间求职减少。", "Negative at first is lock-in: people in courses search less."), pairNote()),
    table: {columns: [column(t("月数", "Months"), "plain"), column(t("基准", "Base run"), "share"), column(t("政策", "Policy run"), "share"), ...meanIntervalColumns(t("差异（比例）", "Difference (share)"), "share")],
            rows: points.map(([m]) => [m, ...effectOf(`participants.in_work_share_${m}m`)])},
    chart: () => {
      const c = colours();
      return {height: 230, option: {
        grid: {left: 52, right: 20, top: 14, bottom: 40},
        xAxis: yearAxis(points.map(([m]) => m), {name: t("月数", "months"), nameLocation: "middle", nameGap: 24}), yAxis: valueAxis("share"),
        tooltip: tooltip({trigger: "axis", formatter: (items) => `${items[0].axisValue}\n${changeText(points[items[0].dataIndex][1], "points")}`}),
        series: lineWithBand("", c.accent, points.map(([, f], x) => [x, f]), {symbol: "circle", symbolSize: 7,
          markLine: {silent: true, symbol: "none", label: {show: false}, data: [{yAxis: 0}], lineStyle: {color: c.ink, type: "dashed", width: 1}}})}};
    },
  };
}

/** Rows of a comparison's groups: headings and members; `of(group)` gives {figure} or several dots. */
function comparedRows(of) {
  const titled = PARTITIONS;
  const kinds = {everyone: [], ...Object.fromEntries(PARTITIONS.map((p) => [p, []]))};
  for (const [id, group] of Object.entries(side().groups)) {
    if (!(group.persons > 0)) continue;
    const kind = id.split(".")[0];
    kinds[titled.includes(kind) ? kind : "everyone"].push({id, label: labelOf(group.label), small: group.small, group, dots: of(group)});
  }
  const titles = {age_band: t("年龄段", "age band"), sex: t("性别", "sex"), ethnicity: t("民族", "ethnicity"), education: t("学历", "education"), region: t("盟市", "league")};
  return Object.entries(kinds).flatMap(([kind, rows]) => {
    const kept = rows.filter((row) => row.dots.some((dot) => dot.figure));
    return kept.length && titles[kind] ? [{heading: capital(titles[kind])}, ...kept] : kept;
  });
}

function comparedGroupsFigure(name, kind, id, title) {
  if (!comparison) return null;
  const rows = comparedRows((group) => [{figure: differenceOf(group[name]), name: ""}]);
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
    sentence: t(`${all ? `全体：${changeText(all.dots[0].figure, kind)}；` : ""}得益最多的是${text(by(1))}，最少的是${text(by(-1))}；${worse ? `有${worse}个群体明确变差` : "没有群体明确变差"}。`,
                `${all ? `Everyone: ${changeText(all.dots[0].figure, kind)}. ` : ""}Most gained: ${text(by(1))}; least: ${text(by(-1))}. ${worse ? `${worse} groups are clearly worse off` : "No group is clearly worse off"}.`),
    note: notes(pairNote(), smallNote(rows, comparison.minimum_group)),
    table: {columns: [textColumn(t("群体", "Group")), textColumn(t("提示", "Remark")), column(t("人数", "Persons"), "people"), column(t("基准", "Base run"), axisKind), column(t("政策", "Policy run"), axisKind), ...meanIntervalColumns(t("差异", "Difference"), axisKind)],
            rows: rows.filter((row) => row.dots).map((row) => [row.label, row.small ? t("人数过少", "too small") : "", row.group.persons, ...row.group[name]])},
    chart: (width) => dotPlot({rows: recoloured(rows), kind: axisKind, reference: 0, width, zero: true}),
  };
}

function winnersFigure() {
  if (!comparison) return null;
  const rows = comparedRows((group) => [{figure: group.winners}, {figure: group.losers}]);
  const all = rows.find((row) => row.dots && !row.id.includes("."));
  const members = rows.filter((row) => row.dots && row.id.includes(".") && !row.small);
  if (!members.length) return null;
  const share = (row, i) => row.dots[i].figure[0] / row.group.persons;
  const sum = all || members[0];
  const most = members.reduce((a, b) => (share(b, 1) - share(b, 0) > share(a, 1) - share(a, 0) ? b : a));
  const names = [t("仅在政策情景中在岗（受益）", "in work only with the policy (winners)"), t("仅在基准情景中在岗（受损）", "in work only without it (losers)")];
  return {
    id: "winners", title: t("受益与受损：被裁减12个月后仅在一个情景中在岗者", "Winners and losers: in work 12 months later in one of the two runs only"), band: true,
    sentence: t(`${sum.label}中，${withInterval(sum.dots[0].figure, "people")}人因政策而在岗，${withInterval(sum.dots[1].figure, "people")}人反而失去岗位；受益与受损相抵后最不利的是${most.label}（受益${show(share(most, 0), "share")}，受损${show(share(most, 1), "share")}）。`,
                `${sum.label}: ${withInterval(sum.dots[0].figure, "people")} win a place, ${withInterval(sum.dots[1].figure, "people")} lose one. The balance is least favourable for ${most.label} (winners ${show(share(most, 0), "share")}, losers ${show(share(most, 1), "share")}).`),
    note: notes(t("占该群体被裁减者的比例。", "Share of the group's displaced."), smallNote(rows, comparison.minimum_group)),
    table: {columns: [textColumn(t("群体", "Group")), textColumn(t("提示", "Remark")), column(t("人数", "Persons"), "people"), ...meanIntervalColumns(names[0], "people"), ...meanIntervalColumns(names[1], "people")],
            rows: rows.filter((row) => row.dots).map((row) => [row.label, row.small ? t("人数过少", "too small") : "", row.group.persons, ...three(row.dots[0].figure), ...three(row.dots[1].figure)])},
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
  const rows = Object.entries(side().costs).map(([name, [value, low, high, form]]) => ({name, label: labelOf(comparison.labels.costs[name]), value, low, high, form}));
  if (!rows.length) return null;
  const [spent, placed] = [differenceOf(effectOf("spending.public")), differenceOf(effectOf("displaced.in_work_12m"))];
  const main = rows.find((row) => row.name === "cost.public_per_placed_12m") || rows[0];
  const bounded = rows.filter((row) => row.form === "bounded");
  return {
    id: "cost_per_placed", title: t("每多安置一人的成本（元）", "Cost per extra placed worker (yuan)"), band: true,
    sentence: costSentence(main, spent, placed),
    note: t("区间用 Fieller 法；分母与0区分不开时区间无界，只列于数据表。负值表示一项为增、一项为减，不可读作“便宜”。",
            "Intervals after Fieller; where the result cannot be told from 0 there is no bounded interval, see the table. Negative: one of the two falls; it does not mean cheap."),
    table: {columns: [textColumn(t("指标", "Measure")), ...meanIntervalColumns(t("元", "yuan"), "yuan"), textColumn(t("区间形式", "Interval"))],
            rows: rows.map((row) => [row.label, row.value, row.low, row.high, formLabel(row.form)])},
    chart: bounded.length ? (width) => dotPlot({kind: "yuan", reference: 0, width, zero: true,
      rows: recoloured(bounded.map((row) => ({label: row.label, dots: [{figure: [row.value, row.low, row.high], name: ""}]})))}) : null,
  };
}

function costSentence(main, spent, placed) {
  const facts = t(`公共支出变化${changeText(spent, "money")}，12个月后在岗的被裁减者变化${changeText(placed, "people")}人`,
                  `Public spending changes by ${changeText(spent, "money")}, the displaced in work after 12 months by ${changeText(placed, "people")}`);
  if (main.form === "bounded" && main.value > 0 && placed[0] > 0)
    return t(`${facts}：每多安置一人${withInterval([main.value, main.low, main.high], "yuan")}元。`, `${facts}: ${withInterval([main.value, main.low, main.high], "yuan")} yuan per extra placed worker.`);
  if (spent[0] < 0 && placed[0] > 0)
    return t(`${facts}：既多安置又少支出，不宜计算单位成本。`, `${facts}: more are placed for less money, so a cost per head means nothing.`);
  return t(`${facts}：不宜计算单位成本。`, `${facts}: a cost per head has no readable meaning here.`);
}

function formLabel(form) {
  return {bounded: t("有界", "bounded"), two_rays: t("两侧无界", "two rays"), unbounded: t("无界", "unbounded"), unknown: t("未知", "unknown")}[form] || form;
}

function comparedSpendingFigure() {
  if (!comparison) return null;
  const items = policyDifferences() || payerDifferences();
  const [base, policy] = effectOf("spending.all");
  const biggest = items.slice().sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  if (!biggest) return null;
  const range = run() ? years() + t("年", ":") : "";
  return {
    id: "spending_change", title: t(`支出由基准到政策：逐项变化（${comparison.price_year}年价）`, `From the spending of the base run to that of the policy run (prices of ${comparison.price_year})`),
    sentence: t(`${range}全部支出由${show(base, "money")}变为${show(policy, "money")}（${changeRange(differenceOf(effectOf("spending.all")), "money")}），变化最大的是${biggest.label}（${showChange(biggest.value, "money")}）。`,
                `${range} All spending goes from ${show(base, "money")} to ${show(policy, "money")} (${changeRange(differenceOf(effectOf("spending.all")), "money")}); the largest change is that of ${biggest.label} (${showChange(biggest.value, "money")}).`),
    note: t("橙色为增加，绿色为减少。", "Orange: more; green: less."),
    table: {columns: [textColumn(t("项目", "Item")), column(t("变化（元）", "Change (yuan)"), "yuan")], rows: [[t("基准情景", "Base run"), base], ...items.map((i) => [i.label, i.value]), [t("政策情景", "Policy run"), policy]]},
    chart: (width) => {
      const c = colours();
      const text = (v) => (v > 0 ? "+" : "−") + grouped(Math.abs(v) / moneyUnit()[1], 2);
      const plain = (v) => grouped(v / moneyUnit()[1], 2);
      return waterfall({width, unit: moneyUnit()[0], items: [
        {label: t("基准情景", "Base run"), value: base, total: true, colour: c.grey, text: plain(base), figure: [base, null, null]},
        ...withRest(items).map((i) => ({...i, colour: i.value > 0 ? c.second : c.third, text: text(i.value)})),
        {label: t("政策情景", "Policy run"), value: policy, total: true, colour: c.ink, text: plain(policy), figure: [policy, null, null]}]});
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
  return Math.abs(value) < 0.005 * 1e8 ? kept : [...kept, {label: t("其余", "Others"), value, figure: [value, null, null]}];
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
  const names = ["deadweight.share_12m", "deadweight.share_36m", "deadweight.share_60m", "deadweight.new_share_12m"].filter((name) => side().measures[name] && isNumber(side().measures[name][0]));
  if (!names.length) return null;
  const measure = (name) => side().measures[name];
  const net = measure("crowding_out.net_12m");
  const rows = names.map((name) => ({label: labelOf(comparison.labels.measures[name]), dots: [{figure: measure(name), name: ""}]}));
  return {
    id: "side_effects", title: t("无谓效应与挤出效应", "Deadweight and crowding-out"), band: true,
    sentence: t(`参与者中${withInterval(measure(names[0]), "share")}在没有该政策时12个月后也会在岗${net && isNumber(net[0]) ? `；未获服务的被裁减者净${net[0] < 0 ? "得到" : "失去"}${withInterval(turned(net), "people")}个岗位` : ""}。`,
                `${withInterval(measure(names[0]), "share")} of the participants would be in work after 12 months anyway${net && isNumber(net[0]) ? `; the displaced who were not served ${net[0] < 0 ? "win" : "lose"} ${withInterval(turned(net), "people")} places on balance` : ""}.`),
    note: t("挤出人数见数据表。", "Crowding-out in persons: see the table."),
    table: {columns: [textColumn(t("指标", "Measure")), ...meanIntervalColumns(t("均值", "Mean"), "index")],
            rows: Object.entries(side().measures).map(([name, figure]) => [labelOf(comparison.labels.measures[name]), ...figure])},
    chart: (width) => dotPlot({rows: recoloured(rows), kind: "share", width, zero: true}),
  };
}
