// Leagues on a schematic map of tiles, or on outlines that the user brought.

/** Column and row of each league's tile: west to east, north to south. */
const TILES = {hulunbuir: [6, 0], hinggan: [6, 1], xilingol: [5, 2], tongliao: [6, 2], alxa: [0, 3],
               bayannur: [1, 3], baotou: [2, 3], hohhot: [3, 3], ulanqab: [4, 3], chifeng: [6, 3],
               wuhai: [1, 4], ordos: [2, 4]};

function tilePlaces(ids) {
  if (ids.every((id) => TILES[id])) return ids.map((id) => TILES[id]);
  return ids.map((id, i) => [i % 6, Math.floor(i / 6)]);
}

/** Step of the ramp: 0 for the smallest value, the last for the largest. */
function rampStep(value, low, high, steps) {
  if (!isNumber(value) || high <= low) return 0;
  return Math.min(steps - 1, Math.floor((steps * (value - low)) / (high - low)));
}

function inkOn(step) {
  const steps = colours().ramp.length;
  const dark = isDark();
  return (dark ? step >= steps - 3 : step < 4) ? "#10202e" : "#ffffff";
}

/** A map figure; `rows`: [{id, label, figure, small}]. */
function mapFigure({id, title, sentence, kind, rows, note, valueLabel, extra = []}) {
  const map = content.map;
  return {
    id, title, sentence,
    note: [note, map ? t("Map approval number (审图号): {0}", map.approval)
                     : t("Schematic tiles: neither borders nor areas."), rows.some((row) => row.small) ? t("{0} Too small to read.", SMALL_MARK) : null].filter(Boolean).join((isChinese() ? "" : " ")),
    table: {columns: [textColumn(t("League")), ...intervalColumns(valueLabel, kind), ...extra.map((e) => column(e.label, e.kind))],
            rows: rows.map((row) => [row.label, ...three(row.figure), ...extra.map((e) => e.of(row))])},
    chart: (width) => (map && outlinesFit() ? outlineChart(rows, kind, width) : tileChart(rows, kind, width)),
  };
}

function tileChart(rows, kind, width) {
  const c = colours();
  const places = tilePlaces(rows.map((row) => row.id));
  const columns = Math.max(...places.map((p) => p[0])) + 1;
  const lines = Math.max(...places.map((p) => p[1])) + 1;
  const size = Math.min(state.printing ? 72 : 96, Math.floor((width - 4) / columns));
  const left = Math.floor((width - size * columns) / 2);
  const values = rows.filter((row) => row.figure && !row.small).map((row) => row.figure[0]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    height: lines * size + 34,
    option: {
      grid: {left, top: 4, width: size * columns, height: size * lines},
      xAxis: {show: false, type: "value", min: 0, max: columns}, yAxis: {show: false, type: "value", inverse: true, min: 0, max: lines},
      tooltip: tooltip({trigger: "item", formatter: (p) => `${rows[p.dataIndex].label}\n${withInterval(rows[p.dataIndex].figure, kind)}`}),
      graphic: rampLegend(low, high, kind, left, lines * size + 12),
      series: [{
        type: "custom", data: places, encode: {x: 0, y: 1},
        renderItem: (params, api) => tile(rows[params.dataIndex], api.coord(places[params.dataIndex]), {size, low, high, kind, c}),
      }],
    },
  };
}

function tile(row, [x, y], {size, low, high, kind, c}) {
  const step = row.figure ? rampStep(row.figure[0], low, high, c.ramp.length) : 0;
  const plain = !row.figure || row.small;
  const ink = plain ? c.soft : inkOn(step);
  const short = [...row.label.replace(/(自治区|盟|市)$/, "")].slice(0, size < 60 ? (isChinese() ? 4 : 9) : 14).join("");
  const text = (words, dy, fontSize, weight) => ({type: "text", style: {
    text: words, x: x + size / 2, y: y + size / 2 + dy, fill: ink, fontSize, fontWeight: weight, textAlign: "center", textVerticalAlign: "middle",
    ...(size < 60 ? {} : {width: size - 6, overflow: "truncate"})}});
  return {type: "group", children: [
    {type: "rect", shape: {x: x + 1.5, y: y + 1.5, width: size - 3, height: size - 3, r: 4},
     style: {fill: plain ? c.faint : c.ramp[step], stroke: c.line, lineWidth: 1}},
    text(short + (row.small ? SMALL_MARK : ""), -size * 0.13, size < 60 ? (isChinese() ? 10 : 8.5) : Math.min(13, size / 6), 600),
    text(row.figure ? show(row.figure[0], kind) : "–", size * 0.16, Math.max(9, Math.min(13, size / 6)), 400)]};
}

function rampLegend(low, high, kind, left, top) {
  const c = colours();
  const step = 22;
  return {type: "group", left, top, children: [
    {type: "text", style: {text: show(low, kind), x: 0, y: 2, fill: c.soft, fontSize: 11}},
    ...c.ramp.map((fill, i) => ({type: "rect", shape: {x: 52 + i * step, y: 0, width: step, height: 12}, style: {fill, stroke: c.line, lineWidth: 0.5}})),
    {type: "text", style: {text: show(high, kind), x: 58 + c.ramp.length * step, y: 2, fill: c.soft, fontSize: 11}}]};
}

let outlines = null;  // null: not tried yet

/** Registers the outlines that the user brought; false if there are none or they are no map. */
function outlinesFit() {
  if (outlines !== null) return outlines;
  outlines = false;
  const names = new Map();
  for (const row of run().axes.region) for (const word of row) names.set(word, row[0]);
  try {
    for (const feature of content.map.geojson.features) {
      const known = Object.values(feature.properties).map(String).find((word) => names.has(word));
      feature.properties = {name: known ? names.get(known) : ""};
    }
    echarts.registerMap("leagues", content.map.geojson);
    outlines = true;
  } catch (wrong) {
    console.warn(wrong);
  }
  return outlines;
}

function outlineChart(rows, kind, width) {
  const c = colours();
  const values = rows.filter((row) => row.figure && !row.small).map((row) => row.figure[0]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const by = new Map(rows.map((row) => [row.id, row]));
  const height = Math.round(Math.min(width * 0.72, 520));
  return {
    height: height + 34,
    option: {
      graphic: rampLegend(low, high, kind, 8, height + 10),
      tooltip: tooltip({trigger: "item", formatter: (p) => (by.has(p.name) ? `${by.get(p.name).label}\n${withInterval(by.get(p.name).figure, kind)}` : "")}),
      series: [{
        type: "map", map: "leagues", top: 4, bottom: 38, itemStyle: {areaColor: c.faint, borderColor: c.soft, borderWidth: 0.8}, selectedMode: false,
        label: {show: true, fontSize: 10, color: c.ink, formatter: (p) => (by.has(p.name) ? by.get(p.name).label : "")},
        emphasis: {label: {color: c.ink}, itemStyle: {areaColor: c.faint}},
        data: rows.filter((row) => row.figure).map((row) => {
          const step = rampStep(row.figure[0], low, high, c.ramp.length);
          return {name: row.id, value: row.figure[0], label: {color: row.small ? c.soft : inkOn(step)},
                  itemStyle: {areaColor: row.small ? c.faint : c.ramp[step]}};
        }),
      }],
    },
  };
}

function leagueRows(of) {
  return run().axes.region.map((name, i) => ({id: name[0], label: nameOf(name), ...of(name[0], i)}));
}

function displacedLeaguesFigure() {
  const leagues = run().leagues;
  if (!leagues) return null;
  const rows = leagueRows((id, i) => {
    const {workers, displaced} = leagues[i];
    return {figure: workers[0] > 0 ? displaced.map((d) => d / workers[0]) : null, small: workers[0] > 0 && displaced[0] < run().minimum_group, displaced, workers};
  });
  const read = rows.filter((row) => row.figure && !row.small);
  if (!read.length) return null;
  const most = read.reduce((a, b) => (b.figure[0] > a.figure[0] ? b : a));
  const largest = read.reduce((a, b) => (b.displaced[0] > a.displaced[0] ? b : a));
  const all = read.reduce((sum, row) => sum + row.displaced[0], 0);
  return mapFigure({
    id: "leagues_displaced", kind: "share", rows,
    title: t("Displacements relative to the coal workforce of {0}, by league", run().axes.stock_year[0]),
    sentence: t("{0} is hit hardest: displacements amount to {1} of its coal workforce at the start. {2} ({3}, {4} of all).", most.label, withInterval(most.figure, "share"), most === largest ? t("Most displacements are there, too") : t("Most displacements are in {0}", largest.label), show(largest.displaced[0], "people"), show(largest.displaced[0] / all, "share")),
    note: t("More than 100% is possible: later entrants and repeated displacements count."),
    valueLabel: t("Displacements / workforce"),
    extra: [{label: tc("report", "Displacements"), kind: "people", of: (row) => row.displaced[0]}, {label: t("Workforce at the start"), kind: "people", of: (row) => row.workers[0]}],
  });
}

function lossLeaguesFigure() {
  const rows = leagueRows((id) => {
    const figure = outcome(`loss.region.${id}.present.share_of_shadow`);
    return {figure, small: isSmall(figure)};
  });
  const read = rows.filter((row) => row.figure && !row.small);
  if (read.length < 2) return null;
  const by = (sign) => read.reduce((a, b) => (sign * b.figure[0] > sign * a.figure[0] ? b : a));
  return mapFigure({
    id: "leagues_loss", kind: "share", rows, title: t("Lifetime loss of the displaced, by league"),
    sentence: t("The loss is largest in {0} ({1}) and smallest in {2} ({3}).", by(1).label, withRange(by(1).figure, "share"), by(-1).label, withRange(by(-1).figure, "share")),
    valueLabel: t("Share lost"),
  });
}
