// Figures on money and on the queues of policies.

function totalOf(figures) {
  return figures.reduce((sum, figure) => sum + (figure ? figure[0] : 0), 0);
}

/** Spending of one policy over all payers. */
function policySpending(r, policy) {
  const i = r.axes.policy.findIndex((name) => name[0] === policy);
  return i < 0 || !r.money ? 0 : totalOf(r.money.by_policy_and_payer[i]);
}

function policyName(name) {
  return nameOf(name) === name[0] ? name[0].replace(/_/g, " ") : nameOf(name);
}

function years(r = run()) {
  return span(r.axes.year);
}

function spendingFigure() {
  if (!run().money) return null;
  const rows = run().axes.policy.map((name, i) => ({
    label: policyName(name), value: policySpending(run(), name[0]),
    figure: outcome(`policy.${name[0]}.spending.${run().axes.year[0]}-${run().axes.year[run().axes.year.length - 1]}`),
    payers: run().money.by_policy_and_payer[i]})).filter((row) => row.value > 0);
  if (!rows.length) return null;
  rows.sort((a, b) => b.value - a.value);
  const sum = rows.reduce((s, row) => s + row.value, 0);
  const payers = run().axes.payer;
  const byPayer = payers.map((name, i) => ({name: nameOf(name), value: rows.reduce((s, row) => s + row.payers[i][0], 0)})).filter((p) => p.value > 0).sort((a, b) => b.value - a.value);
  const range = years();
  return {
    id: "spending_policies", title: t("Spending by policy ({0}, prices of {1})", range, run().price_year),
    sentence: t("{0} are spent in {1}: {2}. The largest item is {3} ({4}).", show(sum, "money"), range, listed(byPayer.map((p) => t("{0} {1}", p.name, show(p.value / sum, "share")))), rows[0].label, withRange(rows[0].figure, "money")),
    note: t("Added up from top to bottom; not discounted."),
    table: {columns: [textColumn(t("Policy")), ...intervalColumns(t("Spending (yuan)"), "yuan"), ...payers.map((name) => column(t("{0} (yuan)", nameOf(name)), "yuan"))],
            rows: [...rows.map((row) => [row.label, ...three(row.figure), ...row.payers.map((f) => f[0])]),
                   [t("Total"), sum, null, null, ...payers.map((_, i) => rows.reduce((s, row) => s + row.payers[i][0], 0))]]},
    chart: (width) => {
      const c = colours();
      const text = (v) => grouped(v / moneyUnit()[1], 2);
      const items = rows.map((row) => ({...row, colour: c.accent, text: text(row.value)}));
      return waterfall({width, unit: moneyUnit()[0], items: [...items, {label: t("Total"), value: sum, total: true, colour: c.ink, text: text(sum)}]});
    },
  };
}

function spendingYearsFigure() {
  const money = run().money;
  if (!money) return null;
  const all = run().axes.year;
  const payers = run().axes.payer.map((name, i) => ({name: nameOf(name), figures: money.by_payer_and_year[i]})).filter((p) => totalOf(p.figures) > 0);
  if (!payers.length) return null;
  const sums = all.map((_, y) => payers.reduce((s, p) => s + p.figures[y][0], 0));
  const top = sums.indexOf(Math.max(...sums));
  return {
    id: "spending_years", title: t("Spending by year and payer"), band: true,
    sentence: t("Spending is highest in {0}: {1}.", all[top], show(sums[top], "money")),
    note: t("Stacked means; bars show each payer's interval."),
    table: {columns: [column(t("Year"), "year"), ...payers.flatMap((p) => intervalColumns(t("{0} (yuan)", p.name), "yuan"))],
            rows: all.map((year, y) => [year, ...payers.flatMap((p) => three(p.figures[y]))])},
    chart: (width) => {
      const c = colours();
      const hues = [c.accent, c.second, c.third, c.retirement, c.grey];
      const names = payers.map((p) => p.name);
      const top_ = legendHeight(names, width);
      const below = (i, y) => payers.slice(0, i).reduce((s, p) => s + p.figures[y][0], 0);
      return {height: 250 + top_, option: {
        legend: legendStyle(names), grid: {left: 46, right: 10, top: top_ + 18, bottom: 26},
        xAxis: {...yearAxis(all), boundaryGap: true, axisLabel: {...axisStyle().axisLabel, interval: (i) => all[i] % (width < 480 ? 10 : 5) === 0}},
        yAxis: valueAxis("money", {name: moneyUnit()[0], nameGap: 8}),
        tooltip: tooltip({trigger: "axis", formatter: (items) => [items[0].axisValue, ...items.filter((i) => i.seriesType === "bar").map((item) =>
          `${item.seriesName}  ${withInterval(payers[item.seriesIndex].figures[item.dataIndex], "money")}`)].join("\n")}),
        series: [...payers.map((p, i) => ({type: "bar", stack: "all", name: p.name, color: hues[i], barCategoryGap: "18%", data: p.figures.map((f) => f[0])})),
          intervalStalks(payers.flatMap((p, i) => p.figures.map((f, y) => ({x: y, colour: c.ink, figure: f.map((v) => v + below(i, y))})).filter((_, y) => all[y] % 5 === 0)))],
      }};
    },
  };
}

const FATES = [["served", "accent"], ["declined", "outside"], ["no_seat", "second"], ["no_money", "ink"]];

function queueFigure() {
  const all = run().axes.year;
  const range = `${all[0]}-${all[all.length - 1]}`;
  const count = (policy, counter) => outcome(`policy.${policy}.${counter}.${range}`);
  const rows = run().axes.policy.filter((name) => (count(name[0], "offered") || [0])[0] > 0).map((name) => ({id: name[0], label: policyName(name)}));
  if (!rows.length) return null;
  const fate = (id) => nameOf(run().axes.counter.find((name) => name[0] === id) || [id, id, id]);
  const turned = rows.reduce((s, row) => s + count(row.id, "no_seat")[0] + count(row.id, "no_money")[0], 0);
  const noMoney = rows.reduce((s, row) => s + count(row.id, "no_money")[0], 0);
  const counters = ["offered", "declined", "requested", "served", "no_seat", "no_money", "not_eligible"];
  const spent = (row) => policySpending(run(), row.id);
  return {
    id: "queues", title: t("Who gets what is offered: served, declined, turned away"), band: true,
    sentence: t("In {0}, {1} requests are turned away{2}.", years(), show(turned, "people"), noMoney > 0.5 ? t(", {0} of them for lack of money", show(noMoney, "people")) : t("; all for lack of seats, none for lack of money")),
    note: t("Bars: what became of 100 offers; at the right, offers; those not eligible get no offer, see the table. Intervals in the table."),
    table: {columns: [textColumn(t("Policy")), ...counters.flatMap((id) => intervalColumns(fate(id), "people")), column(t("Spending per person served (yuan)"), "yuan")],
            rows: rows.map((row) => [row.label, ...counters.flatMap((id) => three(count(row.id, id))), count(row.id, "served")[0] > 0 ? spent(row) / count(row.id, "served")[0] : null])},
    chart: (width) => {
      const c = colours();
      const names = FATES.map(([id]) => fate(id));
      const top = legendHeight(names, width);
      const room = Math.min(215, Math.round(width * 0.36));
      const share = (row, id) => count(row.id, id)[0] / count(row.id, "offered")[0];
      return {height: rows.length * 28 + top + 34, option: {
        legend: legendStyle(names), grid: {left: room, right: 78, top: top + 4, bottom: 26},
        xAxis: valueAxis("share", {max: 1}),
        yAxis: {type: "category", inverse: true, data: rows.map((_, i) => String(i)), ...axisStyle(), splitLine: {show: false},
                axisLabel: {color: c.ink, fontSize: 11, width: room - 8, overflow: "truncate", formatter: (i) => rows[+i].label}},
        tooltip: tooltip({trigger: "item", formatter: (p) => `${rows[p.dataIndex].label} · ${p.seriesName}\n${withInterval(count(rows[p.dataIndex].id, FATES[p.seriesIndex][0]), "people")}`}),
        series: FATES.map(([id, hue], i) => ({type: "bar", stack: "all", name: names[i], color: c[hue], barWidth: 16,
          data: rows.map((row) => share(row, id))})).concat({
          type: "scatter", silent: true, symbolSize: 0.1, tooltip: {show: false}, data: rows.map((_, i) => [1, i]),
          label: {show: true, position: "right", color: c.soft, fontSize: 10.5,
                  formatter: (p) => axisNumber(count(rows[p.dataIndex].id, "offered")[0], "people") + (isChinese() ? "次" : "")}}),
      }};
    },
  };
}
