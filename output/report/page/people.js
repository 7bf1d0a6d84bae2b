// Figures on persons: where workers are, and where the displaced go.

const HEADLINES = ["mining", "new_energy", "tertiary", "primary", "other_secondary", "retirement",
                   "unemployment", "outside"];

function headlineName(id) {
  const row = run().axes.headline.find((name) => name[0] === id);
  return row ? nameOf(row) : id;
}

function span(years) {
  return years.length ? `${years[0]}${t("–")}${years[years.length - 1]}` : "";
}

function stocksFigure() {
  const years = run().axes.stock_year;
  const present = HEADLINES.filter((id) => outcome(`headline.${id}.${years[0]}`));
  if (!present.length) return null;
  const last = years[years.length - 1];
  const at = (id, year) => outcome(`headline.${id}.${year}`);
  const table = {columns: [column(t("Year's end"), "year"),
                           ...present.flatMap((id) => intervalColumns(headlineName(id), "people"))],
                 rows: years.map((year) => [year, ...present.flatMap((id) => three(at(id, year)))])};
  const people = (id, year) => show(at(id, year)[0], "people");
  return {
    id: "workers", title: t("Where the coal workers are"), table,
    sentence: t("At the end of {0}, {1} people work in mining; at the end of {2} {3} still do, {4} are retired and {5} have no work or are in training.", years[0], people("mining", years[0]), last, people("mining", last), people("retirement", last), people("unemployment", last)),
    note: t("Coal workforce of the start and those who entered mines later; persons at year's end, means."),
    chart: (width) => stocksChart(present, years, at, width),
  };
}

function stocksChart(present, years, at, width) {
  const c = colours();
  const names = present.map(headlineName);
  const top = legendHeight(names, width);
  return {
    height: (state.printing ? 300 : Math.min(430, Math.max(300, width * 0.5))) + top,
    option: {
      legend: legendStyle(names), grid: {left: 46, right: 16, top: top + 6, bottom: 26},
      xAxis: yearAxis(years, {axisLabel: {...axisStyle().axisLabel, interval: (i) => years[i] % 10 === 0}}),
      yAxis: valueAxis("people"),
      tooltip: tooltip({trigger: "axis", formatter: (items) =>
        [items[0].axisValue, ...items.slice().reverse().map((item) =>
          `${item.seriesName}  ${withInterval(at(present[item.seriesIndex], +item.axisValue), "people")}`)].join("\n")}),
      series: present.map((id) => ({
        type: "line", name: headlineName(id), stack: "all", symbol: "none", color: c[id],
        lineStyle: {width: 0.8, color: c.paper}, areaStyle: {color: c[id], opacity: 0.92},
        data: years.map((year) => at(id, year)[0])})),
    },
  };
}

function bandsFigure() {
  const years = run().axes.stock_year;
  const present = HEADLINES.filter((id) => outcome(`headline.${id}.${years[0]}`));
  if (!present.length) return null;
  const at = (id, year) => outcome(`headline.${id}.${year}`);
  let widest = {width: -1};
  for (const id of present) {
    for (const year of years) {
      const f = at(id, year);
      if (f[2] - f[1] > widest.width) widest = {width: f[2] - f[1], id, year, f};
    }
  }
  return {
    id: "workers_bands", title: t("Each state with its band"), band: true,
    sentence: t("Luck matters most for “{0}” in {1}: {2} persons.", headlineName(widest.id), widest.year, withInterval(widest.f, "people")),
    note: t("Each panel has its own scale."),
    table: {columns: [column(t("Year's end"), "year"), textColumn(t("State")), ...intervalColumns(t("Persons"), "people")],
            rows: years.flatMap((year) => present.map((id) => [year, headlineName(id), ...three(at(id, year))]))},
    chart: (width) => multiples({width, years, kind: "people", panels: present.map((id) => ({
      title: headlineName(id),
      series: (grid) => lineWithBand(headlineName(id), colours()[id], years.map((year, x) => [x, at(id, year)]), {grid})}))}),
  };
}

function rateFigure() {
  const points = overYears(run().axes.stock_year, (year) => `rate.registered_unemployment.${year}`);
  if (points.length < 2) return null;
  const top = points.reduce((a, b) => (b[1][0] > a[1][0] ? b : a));
  const end = points[points.length - 1];
  return yearsFigure({
    id: "unemployment_rate", title: t("Registered urban unemployment (December)"), kind: "share",
    lines: [{name: tc("report", "Registered unemployment"), colour: (c) => c.unemployment, points}],
    sentence: t("Registered unemployment goes from {0} in {1} to {2} in {3}; it is highest in {4}: {5}.", show(points[0][1][0], "share2"), points[0][0], show(end[1][0], "share2"), end[0], top[0], withInterval(top[1], "share2")),
  });
}

/** Lines with bands over years; lines [{name, colour(c), points: [[year, figure]]}]. */
function yearsFigure({id, title, kind, lines, sentence, note, change = false, height = 250}) {
  const years = [...new Set(lines.flatMap((line) => line.points.map(([year]) => year)))].sort();
  const rows = years.map((year) => [year, ...lines.flatMap((line) =>
    three((line.points.find(([y]) => y === year) || [])[1]))]);
  return {
    id, title, sentence, note, band: true,
    table: {columns: [column(t("Year"), "year"), ...lines.flatMap((l) => intervalColumns(l.name, kind))], rows},
    chart: (width) => {
      const c = colours();
      const names = lines.map((line) => line.name);
      const top = names.length > 1 ? legendHeight(names, width) : 6;
      const option = {
        legend: names.length > 1 ? legendStyle(names) : undefined,
        grid: {left: 50, right: 16, top: top + 6, bottom: 26},
        xAxis: yearAxis(years, {axisLabel: {...axisStyle().axisLabel, interval: (i) => years[i] % (years.length > 20 ? 10 : 5) === 0}}),
        yAxis: valueAxis(kind, {scale: !change}),
        tooltip: tooltip({trigger: "axis", formatter: (items) => [items[0].axisValue,
          ...items.filter((i) => i.seriesType === "line").map((item) => {
            const line = lines.find((l) => l.name === item.seriesName);
            return `${item.seriesName}  ${withInterval((line.points.find(([y]) => y === +item.axisValue) || [])[1], kind)}`;
          })].join("\n")}),
        series: lines.flatMap((line) => lineWithBand(line.name, line.colour(c),
          line.points.map(([year, f]) => [years.indexOf(year), f]))),
      };
      return {height: (state.printing ? 0.8 : 1) * height + top, option};
    },
  };
}

function displacedFigure() {
  const years = run().axes.year;
  const points = overYears(years, (year) => `displaced.${year}`);
  const total = outcome("displaced.total");
  if (!points.length || !total) return null;
  const top = points.reduce((a, b) => (b[1][0] > a[1][0] ? b : a));
  const late = points.filter(([, f]) => f[0] >= 0.01 * total[0]);
  return {
    id: "displaced", title: t("Displacements by year"), band: true,
    sentence: t("{0} displacements in {1}; most in {2}: {3}{4}.", withInterval(total, "people"), span(years), top[0], withInterval(top[1], "people"), late.length ? t(". The first year with more than 1% of all is {0}", late[0][0]) : ""),
    note: t("A person displaced twice counts twice."),
    table: {columns: [column(t("Year"), "year"), ...intervalColumns(tc("column", "Displacements"), "people")],
            rows: points.map(([year, f]) => [year, ...three(f)])},
    chart: (width) => {
      const c = colours();
      return {height: state.printing ? 200 : 250, option: {
        grid: {left: 48, right: 12, top: 12, bottom: 26},
        xAxis: {...yearAxis(points.map(([year]) => year)), boundaryGap: true,
                axisLabel: {...axisStyle().axisLabel, interval: (i) => points[i][0] % (width < 480 ? 10 : 5) === 0}},
        yAxis: valueAxis("people"),
        tooltip: tooltip({trigger: "axis", formatter: (items) => `${items[0].axisValue}\n${withInterval(points[items[0].dataIndex][1], "people")}`}),
        series: [{type: "bar", data: points.map(([, f]) => f[0]), itemStyle: {color: c.accent}, barCategoryGap: "22%"},
                 intervalStalks(points.map(([, f], x) => ({x, figure: f, colour: c.ink})))],
      }};
    },
  };
}

/** Destinations put together for pictures. */
const ENDS = [
  {id: "mine", members: ["internal", "other_mining"], colour: "mining", short: mark("mines"), label: mark("mines (internal transfer included)")},
  {id: "new_energy", members: ["new_energy"], colour: "new_energy", short: mark("new energy"), label: mark("new energy")},
  {id: "tertiary", members: ["tertiary"], colour: "tertiary", short: mark("services"), label: mark("services")},
  {id: "other", members: ["primary", "other_secondary"], colour: "other_secondary", short: mark("other industry"), label: mark("other industry, farming")},
  {id: "flexible", members: ["platform", "self_employed", "public_post", "left_region"], colour: "flexible", short: mark("flexible"), label: mark("platforms, own business, public posts, outside")},
  {id: "training", members: ["in_training"], colour: "training", short: mark("training"), label: mark("in training")},
  {id: "unemployed", members: ["unemployed_under_12m", "unemployed_12m_plus"], colour: "unemployment", short: mark("unemployed"), label: mark("unemployed")},
  {id: "retired", members: ["internal_retired", "retired"], colour: "retirement", short: mark("retired persons"), label: mark("retired, internally retired")},
  {id: "gone", members: ["out_of_labour_force", "dead"], colour: "outside", short: mark("out, dead"), label: mark("out of the labour force, dead")},
];

function horizonLabel(months) {
  return months === 0 ? t("Month of displacement") : t("{0} months later", months);
}

function sankeyFigure() {
  const paths = run().paths;
  if (!paths || !paths.links.length) return null;
  const kinds = run().axes.destination_kind.map((name) => name[0]);
  const end = kinds.map((kind) => ENDS.findIndex((e) => e.members.includes(kind)));
  const horizons = run().axes.horizon;
  const sums = new Map();
  const nodes = new Map();
  for (const [h, from, to, persons] of paths.links) {
    if (end[from] < 0 || end[to] < 0) continue;
    const [a, b] = [`${ENDS[end[from]].id}@${horizons[h]}`, `${ENDS[end[to]].id}@${horizons[h + 1]}`];
    sums.set(`${a}>${b}`, (sums.get(`${a}>${b}`) || 0) + persons);
    if (h === 0) nodes.set(a, (nodes.get(a) || 0) + persons);
    nodes.set(b, (nodes.get(b) || 0) + persons);
  }
  const label = (node) => t(ENDS.find((e) => e.id === node.split("@")[0]).label);
  const share = (node) => (nodes.get(node) || 0) / paths.events;
  const last = horizons[horizons.length - 1];
  const links = [...sums].map(([key, value]) => ({source: key.split(">")[0], target: key.split(">")[1], value}));
  const best = ENDS.map((e) => `${e.id}@${last}`).sort((a, b) => share(b) - share(a));
  return {
    id: "paths", title: t("Paths of the displaced, from the month of displacement to five years later"),
    sentence: t("{0} are unemployed in the month of their displacement; {1} months later {2} still or again are. Most are then in: {3} ({4}) and {5} ({6}).", show(share("unemployed@0"), "share"), last, show(share(`unemployed@${last}`), "share"), label(best[0]), show(share(best[0]), "share"), label(best[1]), show(share(best[1]), "share")),
    note: t("From the register of the displaced (first {0} replicates, {1} events each on average); only events at least {2} months old.", paths.replicates, show(paths.events, "people"), last),
    table: {columns: [textColumn(t("From")), textColumn(t("To")), column(t("Events (mean)"), "people")],
            rows: links.map((l) => [`${label(l.source)} @ ${horizonLabel(+l.source.split("@")[1])}`, `${label(l.target)} @ ${horizonLabel(+l.target.split("@")[1])}`, Math.round(l.value * 100) / 100])},
    chart: (width) => sankeyChart({width, nodes, links, horizons, label, share}),
  };
}

const shortLabel = (node) => t(ENDS.find((e) => e.id === node.split("@")[0]).short);

function sankeyChart({width, nodes, links, horizons, label, share}) {
  const c = colours();
  const narrow = width < 560;
  const order = (node) => ENDS.findIndex((e) => e.id === node.split("@")[0]);
  const sorted = [...nodes.keys()].sort((a, b) => order(a) - order(b));
  const right = narrow ? 96 : 200;
  const layer = (width - right - 14) / (horizons.length - 1);
  return {
    height: state.printing ? 400 : narrow ? 460 : 480,
    option: {
      title: horizons.map((months, i) => ({
        text: narrow && months ? t("{0} m", months) : narrow ? t("0 m") : horizonLabel(months), top: 0, padding: 0,
        left: Math.max(0, i * layer), textStyle: {color: c.soft, fontSize: 11, fontWeight: 600}})),
      tooltip: tooltip({trigger: "item", formatter: (p) => (p.dataType === "node"
        ? `${label(p.name)}\n${show(p.value, "people")}（${show(share(p.name), "share")}）`
        : `${label(p.data.source)} → ${label(p.data.target)}\n${show(p.value, "people")}`)}),
      series: [{
        type: "sankey", left: 0, right, top: 24, bottom: 6, nodeWidth: 14, nodeGap: 7, draggable: false,
        layoutIterations: 0, emphasis: {focus: "adjacency"},
        lineStyle: {color: "source", opacity: isDark() ? 0.4 : 0.32, curveness: 0.5},
        label: {color: c.ink, fontSize: 11, width: right - 8, overflow: "truncate",
                formatter: (p) => sankeyLabel(p.name, narrow ? shortLabel : label, share, horizons, narrow)},
        data: sorted.map((name) => ({
          name, depth: horizons.indexOf(+name.split("@")[1]),
          itemStyle: {color: c[ENDS[order(name)].colour], borderWidth: 0}})),
        links,
      }],
    },
  };
}

function sankeyLabel(name, label, share, horizons, narrow) {
  const isLast = +name.split("@")[1] === horizons[horizons.length - 1];
  if (share(name) < 0.003) return "";
  if (isLast) return `${show(share(name), "share")} ${label(name)}`;
  return !narrow && share(name) > 0.04 ? show(share(name), "share") : "";
}

/** Ink that can be read on a colour of the theme. */
function inkOf(colour) {
  const dark = isDark() || ["training", "outside", "flexible", "other_secondary", "retirement", "primary"].includes(colour);
  return dark ? "#10202e" : "#ffffff";
}

function destinationsFigure() {
  const horizons = run().axes.horizon;
  const kinds = run().axes.destination_kind;
  const at = (months, kind) => outcome(`destination_share.${months}.${kind}`);
  const shown = horizons.filter((months) => kinds.some((kind) => at(months, kind[0])));
  if (!shown.length) return null;
  const sum = (months, members) => members.reduce((s, kind) => s + (at(months, kind) || [0])[0], 0);
  const long = (months) => at(months, "unemployed_12m_plus");
  return {
    id: "destinations", title: t("What became of the displaced (share of those whose horizon is reached)"),
    sentence: long(12) && long(60)
      ? t("After 12 months {0} have been out of work for a year or more; after 60 months {1}.", withInterval(long(12), "share"), withInterval(long(60), "share"))
      : t("Destinations at each horizon."),
    note: t("All replicates; intervals in the table."),
    table: {columns: [textColumn(t("Horizon")), textColumn(t("Destination")), ...intervalColumns(t("Share"), "share")],
            rows: shown.flatMap((months) => kinds.filter((kind) => at(months, kind[0])).map((kind) => [horizonLabel(months), nameOf(kind), ...three(at(months, kind[0]))]))},
    chart: (width) => {
      const c = colours();
      const names = ENDS.map((e) => t(e.label));
      const top = legendHeight(names, width);
      return {height: shown.length * 42 + top + 34, option: {
        legend: legendStyle(names), grid: {left: width < 480 ? 76 : 130, right: 14, top: top + 2, bottom: 26},
        xAxis: valueAxis("share", {max: 1}),
        yAxis: {type: "category", inverse: true, data: shown.map(horizonLabel), ...axisStyle(), splitLine: {show: false}, axisLabel: {color: c.ink, fontSize: 11, width: width < 480 ? 70 : 124, overflow: "break"}},
        tooltip: tooltip({trigger: "item", formatter: (p) => `${p.name}\n${p.seriesName}  ${show(p.value, "share")}`}),
        series: ENDS.map((e) => ({
          type: "bar", stack: "all", name: t(e.label), color: c[e.colour], barWidth: 24,
          itemStyle: {borderColor: c.paper, borderWidth: 0.6},
          label: {show: width >= 560, color: inkOf(e.colour), fontSize: 11, formatter: (p) => (p.value >= 0.06 ? `${Math.round(100 * p.value)}%` : "")},
          data: shown.map((months) => sum(months, e.members))})),
      }};
    },
  };
}
