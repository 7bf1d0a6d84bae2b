// Figures on income and inequality.

function lorenzFigure() {
  const percents = run().axes.lorenz_percent;
  const years = run().axes.stock_year.filter((year) => outcome(`lorenz.${percents[0]}.${year}`));
  if (years.length < 2) return null;
  const middle = years.reduce((a, b) => (Math.abs(b - (years[0] + years[years.length - 1]) / 2) < Math.abs(a - (years[0] + years[years.length - 1]) / 2) ? b : a));
  const shown = [...new Set([years[0], middle, years[years.length - 1]])];
  const half = (year) => outcome(`lorenz.50.${year}`);
  const gini = (year) => outcome(`inequality.gini.${year}`);
  const last = shown[shown.length - 1];
  return {
    id: "lorenz", title: t("Distribution of income: Lorenz curves and Gini"), band: true,
    sentence: t("The poorer half receives {0} of all income in {1} and {2} in {3}; the Gini goes from {4} to {5}.", show(half(shown[0])[0], "share"), shown[0], show(half(last)[0], "share"), last, show(gini(shown[0])[0], "index"), withInterval(gini(last), "index")),
    note: t("December incomes of those below their pension month (pay, benefit, assistance, allowance, 0 for none); the retired are not included."),
    table: {columns: [column(t("Lowest percent"), "plain"), ...shown.flatMap((year) => intervalColumns(`${year}`, "share"))],
            rows: percents.map((p) => [p, ...shown.flatMap((year) => three(outcome(`lorenz.${p}.${year}`)))])},
    chart: (width) => lorenzChart(percents, shown, gini, width),
  };
}

function lorenzChart(percents, shown, gini, width) {
  const c = colours();
  const hues = [c.grey, c.accent, c.second];
  const beside = width >= 620;
  const size = beside ? Math.floor(width / 2) - 74 : Math.min(width - 74, 380);
  const names = shown.map((year) => t("{0}", year));
  const top = legendHeight(names, width) + 6;
  const below = beside ? top : top + size + 74;
  const all = run().axes.stock_year.filter((year) => gini(year));
  const axis = (name) => valueAxis("share", {min: 0, max: 1, splitNumber: 5, name, nameLocation: "middle", nameGap: 34});
  return {height: beside ? top + size + 50 : below + 190, option: {
    legend: legendStyle(names),
    title: {text: t("Gini coefficient"), left: beside ? width / 2 + 14 : 0, top: below - (beside ? 26 : 22), padding: 0, textStyle: {color: c.ink, fontSize: 12, fontWeight: 600}},
    grid: [{left: 58, top, width: size, height: size},
           beside ? {left: width / 2 + 54, top, right: 16, height: size} : {left: 48, top: below, right: 14, height: 150}],
    xAxis: [axis(t("Persons, poorest first")),
            yearAxis(all, {gridIndex: 1, axisLabel: {...axisStyle().axisLabel, interval: (i) => all[i] % 10 === 0}})],
    yAxis: [axis(t("Income")), valueAxis("index", {gridIndex: 1, min: 0})],
    tooltip: tooltip({trigger: "item", formatter: (p) => `${p.seriesName}\n${show(p.value[0], "share")} → ${show(p.value[1], "share")}`}),
    series: [
      {type: "line", silent: true, symbol: "none", data: [[0, 0], [1, 1]], color: c.soft, lineStyle: {type: "dashed", width: 1, color: c.soft}},
      ...shown.map((year, i) => ({type: "line", name: names[i], color: hues[i], symbolSize: 5,
        data: [[0, 0], ...percents.filter((p) => p < 100).map((p) => [p / 100, outcome(`lorenz.${p}.${year}`)[0]]), [1, 1]]})),
      ...lineWithBand(t("Gini"), c.third, all.map((year, x) => [x, gini(year)]), {grid: 1}),
    ]}};
}

function theilFigure() {
  const years = run().axes.stock_year.filter((year) => outcome(`theil_between.sex.${year}`));
  if (!years.length) return null;
  const year = years.reduce((a, b) => (outcome(`inequality.theil.${b}`)[0] > outcome(`inequality.theil.${a}`)[0] ? b : a));
  const partitions = run().axes.partition.map((name) => name[0]).filter((p) => outcome(`theil_between.${p}.${year}`));
  const part = (which, p, y = year) => outcome(`theil_${which}.${p}.${y}`);
  const share = (p) => part("between", p)[0] / (part("between", p)[0] + part("within", p)[0]);
  const most = partitions.reduce((a, b) => (share(b) > share(a) ? b : a));
  const names = [t("within groups"), t("between groups")];
  return {
    id: "theil", title: t("How much of inequality lies between groups (Theil's T, {0})", year),
    sentence: t("Inequality is largest in {0}. The division that explains most, {1}, accounts for {2} of Theil's T; the rest lies within groups.", year, partitionLabel(most), show(share(most), "share")),
    note: t("Other years: see the table."),
    table: {columns: [column(t("Year"), "year"), textColumn(t("Division")), ...intervalColumns(names[0], "index"), ...intervalColumns(names[1], "index")],
            rows: years.flatMap((y) => partitions.map((p) => [y, partitionLabel(p), ...three(part("within", p, y)), ...three(part("between", p, y))]))},
    chart: (width) => {
      const c = colours();
      return {height: partitions.length * 34 + 70, option: {
        legend: legendStyle(names), grid: {left: Math.min(110, width * 0.25), right: 60, top: 30, bottom: 28},
        xAxis: valueAxis("index"),
        yAxis: {type: "category", inverse: true, data: partitions.map(partitionLabel), ...axisStyle(), splitLine: {show: false}},
        tooltip: tooltip({trigger: "item", formatter: (p) => `${p.name} · ${p.seriesName}\n${withInterval(part(p.seriesIndex ? "between" : "within", partitions[p.dataIndex]), "index")}`}),
        series: ["within", "between"].map((which, i) => ({
          type: "bar", stack: "t", name: names[i], color: i ? c.second : c.outside, barWidth: 18,
          label: {show: i === 1, position: "right", color: c.ink, fontSize: 11, formatter: (p) => show(share(partitions[p.dataIndex]), "share")},
          data: partitions.map((p) => part(which, p)[0])})),
      }};
    },
  };
}

function incomeFigure() {
  const years = run().axes.stock_year;
  const lines = [["p90_yuan", t("90th percentile"), "third"], ["p50_yuan", t("median"), "accent"], ["p10_yuan", t("10th percentile"), "second"]]
    .map(([id, name, hue]) => ({name, colour: (c) => c[hue], points: overYears(years, (year) => `inequality.${id}.${year}`)}))
    .filter((line) => line.points.length > 1);
  if (lines.length < 3) return null;
  const low = lines[2].points.reduce((a, b) => (b[1][0] < a[1][0] ? b : a));
  const [first, last] = [lines[1].points[0], lines[1].points[lines[1].points.length - 1]];
  return yearsFigure({
    id: "incomes", title: t("Monthly income (yuan of {0})", run().price_year), kind: "yuan", lines, change: true,
    sentence: t("The median goes from {0} yuan a month in {1} to {2} in {3}; the tenth percentile is lowest in {4}: {5}.", show(first[1][0], "yuan"), first[0], withInterval(last[1], "yuan"), last[0], low[0], withInterval(low[1], "yuan")),
  });
}

function lineFigure() {
  const points = overYears(run().axes.stock_year, (year) => `inequality.below_assistance_line.${year}`);
  if (points.length < 2) return null;
  const top = points.reduce((a, b) => (b[1][0] > a[1][0] ? b : a));
  return yearsFigure({
    id: "assistance", title: t("Share with an income below the assistance line"), kind: "share", height: 220, change: true,
    lines: [{name: t("Below the line"), colour: (c) => c.unemployment, points}],
    sentence: t("It is highest in {0}: {1}.", top[0], withInterval(top[1], "share")),
    note: t("Income of one person against the line of a household of mean size without other income; it is not the number of recipients."),
  });
}

function lossYearsFigure() {
  const years = ["1", "5", "15", "present"].filter((y) => outcome(`loss.${y}.share_of_shadow`) && outcome(`loss.${y}.share_of_peers`));
  if (!years.length) return null;
  const label = (y) => (y === "present" ? t("Lifetime (present value)") : t("Year {0}", y));
  const names = [t("against own earnings without displacement"), t("against peers who were not displaced")];
  const at = (y, i) => outcome(`loss.${y}.${i ? "share_of_peers" : "share_of_shadow"}`);
  return {
    id: "loss_years", title: t("Loss of income 1, 5 and 15 years after displacement, and in a lifetime"), band: true,
    sentence: t("In the first year {0} is lost, over a lifetime {1}; against comparable workers who were never displaced, {2}.", withInterval(at(years[0], 0), "share"), withInterval(at(years[years.length - 1], 0), "share"), show(at(years[years.length - 1], 1)[0], "share")),
    note: t("Neither is a run without policies."),
    table: {columns: [textColumn(t("Horizon")), ...intervalColumns(names[0], "share"), ...intervalColumns(names[1], "share")],
            rows: years.map((y) => [label(y), ...three(at(y, 0)), ...three(at(y, 1))])},
    chart: (width) => {
      const c = colours();
      const top = legendHeight(names, width);
      const hues = [c.accent, c.outside];
      return {height: 240 + top, option: {
        legend: legendStyle(names), grid: {left: 46, right: 10, top: top + 14, bottom: width < 480 ? 40 : 26},
        xAxis: {...yearAxis([]), boundaryGap: true, data: years.map((y) => (y === "present" && width < 480 ? t("Lifetime") : label(y))), axisLabel: {color: c.ink, fontSize: 11, interval: 0, width: width / (years.length + 1), overflow: "break"}},
        yAxis: valueAxis("share", {min: 0}),
        tooltip: tooltip({trigger: "item", formatter: (p) => `${p.name}\n${p.seriesName}\n${withInterval(at(years[p.dataIndex], p.seriesIndex), "share")}`}),
        series: [...names.map((name, i) => ({type: "bar", name, color: hues[i], barGap: "8%", barCategoryGap: "36%",
          label: {show: width > 420, position: "insideTop", distance: 8, color: i ? "#16202a" : isDark() ? "#0e1318" : "#fff", fontSize: 11, formatter: (p) => show(p.value, "share")},
          data: years.map((y) => at(y, i)[0])})),
          intervalStalks(years.flatMap((y, x) => [0, 1].map((i) => ({x, figure: at(y, i), colour: c.ink, shift: (i ? 1 : -1) * 0.166}))))],
      }};
    },
  };
}
