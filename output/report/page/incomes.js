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
    id: "lorenz", title: t("收入分配：洛伦兹曲线与基尼系数", "Distribution of income: Lorenz curves and Gini"), band: true,
    sentence: t(`收入较低的一半人在${shown[0]}年得到全部收入的${show(half(shown[0])[0], "share")}，${last}年为${show(half(last)[0], "share")}；基尼系数由${show(gini(shown[0])[0], "index")}变为${withInterval(gini(last), "index")}。`,
                `The poorer half receives ${show(half(shown[0])[0], "share")} of all income in ${shown[0]} and ${show(half(last)[0], "share")} in ${last}; the Gini goes from ${show(gini(shown[0])[0], "index")} to ${withInterval(gini(last), "index")}.`),
    note: t("未到退休年龄者的12月收入（工资、失业金、低保、生活费等，无收入计0）；退休者不计入。",
            "December incomes of those below their pension month (pay, benefit, assistance, allowance, 0 for none); the retired are not included."),
    table: {columns: [column(t("从低到高的人口%", "Lowest percent"), "plain"), ...shown.flatMap((year) => intervalColumns(`${year}`, "share"))],
            rows: percents.map((p) => [p, ...shown.flatMap((year) => three(outcome(`lorenz.${p}.${year}`)))])},
    chart: (width) => lorenzChart(percents, shown, gini, width),
  };
}

function lorenzChart(percents, shown, gini, width) {
  const c = colours();
  const hues = [c.grey, c.accent, c.second];
  const beside = width >= 620;
  const size = beside ? Math.floor(width / 2) - 74 : Math.min(width - 74, 380);
  const names = shown.map((year) => t(`${year}年`, `${year}`));
  const top = legendHeight(names, width) + 6;
  const below = beside ? top : top + size + 74;
  const all = run().axes.stock_year.filter((year) => gini(year));
  const axis = (name) => valueAxis("share", {min: 0, max: 1, splitNumber: 5, name, nameLocation: "middle", nameGap: 34});
  return {height: beside ? top + size + 50 : below + 190, option: {
    legend: legendStyle(names),
    title: {text: t("基尼系数", "Gini coefficient"), left: beside ? width / 2 + 14 : 0, top: below - (beside ? 26 : 22), padding: 0, textStyle: {color: c.ink, fontSize: 12, fontWeight: 600}},
    grid: [{left: 58, top, width: size, height: size},
           beside ? {left: width / 2 + 54, top, right: 16, height: size} : {left: 48, top: below, right: 14, height: 150}],
    xAxis: [axis(t("人口累计（从低收入到高收入）", "Persons, poorest first")),
            yearAxis(all, {gridIndex: 1, axisLabel: {...axisStyle().axisLabel, interval: (i) => all[i] % 10 === 0}})],
    yAxis: [axis(t("收入累计", "Income")), valueAxis("index", {gridIndex: 1, min: 0})],
    tooltip: tooltip({trigger: "item", formatter: (p) => `${p.seriesName}\n${show(p.value[0], "share")} → ${show(p.value[1], "share")}`}),
    series: [
      {type: "line", silent: true, symbol: "none", data: [[0, 0], [1, 1]], color: c.soft, lineStyle: {type: "dashed", width: 1, color: c.soft}},
      ...shown.map((year, i) => ({type: "line", name: names[i], color: hues[i], symbolSize: 5,
        data: [[0, 0], ...percents.filter((p) => p < 100).map((p) => [p / 100, outcome(`lorenz.${p}.${year}`)[0]]), [1, 1]]})),
      ...lineWithBand(t("基尼系数", "Gini"), c.third, all.map((year, x) => [x, gini(year)]), {grid: 1}),
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
  const names = [t("组内", "within groups"), t("组间", "between groups")];
  return {
    id: "theil", title: t(`收入差距有多少来自群体之间（泰尔指数，${year}年）`, `How much of inequality lies between groups (Theil's T, ${year})`),
    sentence: t(`${year}年收入差距最大；按${partitionLabel(most)}分组时组间差异占比最高，为泰尔指数的${show(share(most), "share")}，其余为组内差异。`,
                `Inequality is largest in ${year}. The division that explains most, ${partitionLabel(most)}, accounts for ${show(share(most), "share")} of Theil's T; the rest lies within groups.`),
    note: t("其他年份见数据表。", "Other years: see the table."),
    table: {columns: [column(t("年份", "Year"), "year"), textColumn(t("分组", "Division")), ...intervalColumns(names[0], "index"), ...intervalColumns(names[1], "index")],
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
  const lines = [["p90_yuan", t("第90百分位", "90th percentile"), "third"], ["p50_yuan", t("中位数", "median"), "accent"], ["p10_yuan", t("第10百分位", "10th percentile"), "second"]]
    .map(([id, name, hue]) => ({name, colour: (c) => c[hue], points: overYears(years, (year) => `inequality.${id}.${year}`)}))
    .filter((line) => line.points.length > 1);
  if (lines.length < 3) return null;
  const low = lines[2].points.reduce((a, b) => (b[1][0] < a[1][0] ? b : a));
  const [first, last] = [lines[1].points[0], lines[1].points[lines[1].points.length - 1]];
  return yearsFigure({
    id: "incomes", title: t(`月收入（${run().price_year}年价，元）`, `Monthly income (yuan of ${run().price_year})`), kind: "yuan", lines, change: true,
    sentence: t(`月收入中位数由${first[0]}年的${show(first[1][0], "yuan")}元变为${last[0]}年的${withInterval(last[1], "yuan")}元；第10百分位收入在${low[0]}年最低，为${withInterval(low[1], "yuan")}元。`,
                `The median goes from ${show(first[1][0], "yuan")} yuan a month in ${first[0]} to ${withInterval(last[1], "yuan")} in ${last[0]}; the tenth percentile is lowest in ${low[0]}: ${withInterval(low[1], "yuan")}.`),
  });
}

function lineFigure() {
  const points = overYears(run().axes.stock_year, (year) => `inequality.below_assistance_line.${year}`);
  if (points.length < 2) return null;
  const top = points.reduce((a, b) => (b[1][0] > a[1][0] ? b : a));
  return yearsFigure({
    id: "assistance", title: t("收入低于低保线者的比例", "Share with an income below the assistance line"), kind: "share", height: 220, change: true,
    lines: [{name: t("低于低保线", "Below the line"), colour: (c) => c.unemployment, points}],
    sentence: t(`最高为${top[0]}年的${withInterval(top[1], "share")}。`, `It is highest in ${top[0]}: ${withInterval(top[1], "share")}.`),
    note: t("按平均户规模、户内无其他收入计算，是个人收入指标，不等于低保实际享受面。", "Income of one person against the line of a household of mean size without other income; it is not the number of recipients."),
  });
}

function lossYearsFigure() {
  const years = ["1", "5", "15", "present"].filter((y) => outcome(`loss.${y}.share_of_shadow`) && outcome(`loss.${y}.share_of_peers`));
  if (!years.length) return null;
  const label = (y) => (y === "present" ? t("终身（现值）", "Lifetime (present value)") : t(`第${y}年`, `Year ${y}`));
  const names = [t("与本人未被裁减相比", "against own earnings without displacement"), t("与同类未被裁减职工相比", "against peers who were not displaced")];
  const at = (y, i) => outcome(`loss.${y}.${i ? "share_of_peers" : "share_of_shadow"}`);
  return {
    id: "loss_years", title: t("被裁减后第1、5、15年及终身的收入损失", "Loss of income 1, 5 and 15 years after displacement, and in a lifetime"), band: true,
    sentence: t(`第一年损失${withInterval(at(years[0], 0), "share")}，终身损失${withInterval(at(years[years.length - 1], 0), "share")}；与同类未被裁减的职工相比，终身损失为${show(at(years[years.length - 1], 1)[0], "share")}。`,
                `In the first year ${withInterval(at(years[0], 0), "share")} is lost, over a lifetime ${withInterval(at(years[years.length - 1], 0), "share")}; against comparable workers who were never displaced, ${show(at(years[years.length - 1], 1)[0], "share")}.`),
    note: t("两种口径都不是“没有政策”的情景。", "Neither is a run without policies."),
    table: {columns: [textColumn(t("时点", "Horizon")), ...intervalColumns(names[0], "share"), ...intervalColumns(names[1], "share")],
            rows: years.map((y) => [label(y), ...three(at(y, 0)), ...three(at(y, 1))])},
    chart: (width) => {
      const c = colours();
      const top = legendHeight(names, width);
      const hues = [c.accent, c.outside];
      return {height: 240 + top, option: {
        legend: legendStyle(names), grid: {left: 46, right: 10, top: top + 14, bottom: width < 480 ? 40 : 26},
        xAxis: {...yearAxis([]), boundaryGap: true, data: years.map((y) => (y === "present" && width < 480 ? t("终身", "Lifetime") : label(y))), axisLabel: {color: c.ink, fontSize: 11, interval: 0, width: width / (years.length + 1), overflow: "break"}},
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
