// What several charts are built from: axes, bands, intervals, dot plots, small multiples.

function axisStyle() {
  const c = colours();
  return {axisLine: {lineStyle: {color: c.line}}, axisTick: {show: false},
          axisLabel: {color: c.soft, fontSize: 11},
          splitLine: {lineStyle: {color: c.line, width: 0.6}},
          nameTextStyle: {color: c.soft, fontSize: 11}};
}

/** An axis of years as categories. */
function yearAxis(years, extra = {}) {
  return {type: "category", data: years.map(String), boundaryGap: false, ...axisStyle(), ...extra};
}

function valueAxis(kind, extra = {}) {
  const style = axisStyle();
  const format = extra.format || ((v) => axisNumber(v, kind));
  return {type: "value", ...style, axisLine: {show: false}, splitNumber: 4, ...extra,
          axisLabel: {...style.axisLabel, hideOverlap: true, formatter: format, ...(extra.axisLabel || {})}};
}

/** Short texts for ticks. */
function axisNumber(v, kind) {
  if (kind === "share") return `${+(100 * v).toFixed(1)}%`.replace("-", "−");
  if ((kind === "people" || kind === "yuan") && Math.abs(v) >= 1e4)
    return (isChinese() ? `${+(v / 1e4).toFixed(1)}万` : `${+(v / 1e3).toFixed(0)}k`).replace("-", "−");
  if (kind === "money") return String(+(v / moneyUnit()[1]).toFixed(2)).replace("-", "−");
  return String(kind === "number" || kind === "index" ? +v.toPrecision(3) : +v.toFixed(2)).replace("-", "−");
}

/** Series of a line of means with its band. `points`: [[x, figure], ...], x a category's position. */
function lineWithBand(name, colour, points, extra = {}) {
  const {grid = 0, ...lineExtra} = extra;
  const outline = points.map(([x, f]) => [x, f[1]])
    .concat(points.slice().reverse().map(([x, f]) => [x, f[2]]));
  const band = {
    type: "custom", name, color: colour, silent: true, xAxisIndex: grid, yAxisIndex: grid, z: 1, clip: true,
    data: points.map(([x, f]) => [x, f[1], f[2]]), encode: {x: 0, y: [1, 2]}, tooltip: {show: false},
    renderItem: (params, api) => (params.dataIndex > 0 ? null : {
      type: "polygon", silent: true, shape: {points: outline.map((point) => api.coord(point))},
      style: {fill: colour, opacity: 0.28},
    }),
  };
  const line = {type: "line", name, xAxisIndex: grid, yAxisIndex: grid, z: 2, symbol: "none",
                data: points.map(([x, f]) => [x, f[0]]), color: colour,
                lineStyle: {width: 2, color: colour}, ...lineExtra};
  return [band, line];
}

/** Horizontal bars of intervals: items [{row, figure, colour}]. */
function intervalBars(items, extra = {}) {
  return {
    type: "custom", silent: true, z: 3, data: items.map((item, i) => [item.figure[1], item.row, item.figure[2], i]),
    encode: {x: [0, 2], y: 1}, tooltip: {show: false}, ...extra,
    renderItem: (params, api) => {
      const item = items[params.dataIndex];
      const from = api.coord([item.figure[1], item.row]);
      const to = api.coord([item.figure[2], item.row]);
      const cap = 4;
      const lines = [[from[0], from[1], to[0], to[1]], [from[0], from[1] - cap, from[0], from[1] + cap],
                     [to[0], to[1] - cap, to[0], to[1] + cap]];
      return {type: "group", children: lines.map(([x1, y1, x2, y2]) => ({
        type: "line", shape: {x1, y1, x2, y2}, style: {stroke: item.colour, lineWidth: 1.4}}))};
    },
  };
}

/** Vertical interval bars over categories of x. */
function intervalStalks(items, extra = {}) {
  return {
    type: "custom", silent: true, z: 3, data: items.map((item) => [item.x, item.figure[1], item.figure[2]]),
    encode: {x: 0, y: [1, 2]}, tooltip: {show: false}, ...extra,
    renderItem: (params, api) => {
      const item = items[params.dataIndex];
      const low = api.coord([item.x, item.figure[1]]);
      const high = api.coord([item.x, item.figure[2]]);
      const shift = item.shift ? item.shift * api.size([1, 0])[0] : 0;
      const [x, cap] = [low[0] + shift, 3];
      const lines = [[x, low[1], x, high[1]], [x - cap, low[1], x + cap, low[1]],
                     [x - cap, high[1], x + cap, high[1]]];
      return {type: "group", children: lines.map(([x1, y1, x2, y2]) => ({
        type: "line", shape: {x1, y1, x2, y2}, style: {stroke: item.colour, lineWidth: 1.2}}))};
    },
  };
}

/** Rows of groups under headings: [{heading}] or [{label, ...}], from partitions of the run. */
function groupRows(of, partitions = PARTITIONS) {
  const rows = [];
  for (const partition of partitions) {
    const members = (run().axes[partition] || [])
      .map((name) => ({partition, id: name[0], label: nameOf(name), ...of(partition, name[0])}))
      .filter((row) => row.present);
    if (members.length) rows.push({heading: capital(partitionLabel(partition))}, ...members);
  }
  return rows;
}

/** Paper is dearer than screens. */
const rowHeight = () => (state.printing ? 16 : 21);
const SMALL_MARK = "※";

function smallNote(rows, minimum) {
  return rows.some((row) => row.small)
    ? t("{0} Fewer than {1} persons or events in some replicate: too small to read (hollow or pale).", SMALL_MARK, minimum)
    : null;
}

/** Of rows with long labels. */
const longRow = (width) => (width < 560 ? 46 : 34);

/** Whether rows are high enough for labels of two or three lines. */
const isTall = (rows, width) => width < 560 && rows.length <= 8;

/** The axis of rows of a dot plot, first row on top; `long` labels get lines and room. */
function rowAxis(rows, width, long = false) {
  const c = colours();
  const room = Math.min(long ? 290 : 215, Math.round(width * (long ? 0.42 : 0.36)));
  return {
    type: "category", inverse: true, data: rows.map((row, i) => String(i)), ...axisStyle(),
    axisLine: {show: false}, splitLine: {show: false},
    axisLabel: {
      interval: 0, width: room - 8, overflow: long || isTall(rows, width) ? "break" : "truncate", lineHeight: 13, fontSize: 11,
      color: (value) => (rows[+value].heading ? c.ink : c.soft),
      fontWeight: "normal",
      formatter: (value) => {
        const row = rows[+value];
        return row.heading ? `▸ ${row.heading}` : row.label + (row.small ? ` ${SMALL_MARK}` : "");
      },
    },
    room,
  };
}

/**
 * Dots with intervals by row. `rows` from groupRows, each with `dots`: [{figure, colour, name}].
 * `reference`: a vertical line at this value.
 */
function dotPlot({rows, kind, reference, width, joined = false, legend = [], zero = false, format, long = false}) {
  const c = colours();
  const axis = rowAxis(rows, width, long);
  const items = [];
  rows.forEach((row, i) => (row.dots || []).forEach((dot) => {
    if (dot.figure) items.push({...dot, row: i, small: row.small, label: row.label});
  }));
  const limits = joined ? null : limitsWithoutOutliers(items, reference);
  const isOut = (item) => limits && (item.figure[0] < limits.min || item.figure[0] > limits.max);
  const series = [];
  if (joined) series.push(joins(rows));
  series.push(intervalBars(items.filter((item) => !isOut(item))));
  const names = legend.length ? legend.map((l) => l.name) : [""];
  for (const name of names) {
    const own = items.filter((item) => (item.name || "") === name);
    series.push({
      type: "scatter", name, z: 4, symbolSize: 9, color: own.length ? own[0].colour : c.accent,
      data: own.map((item) => ({
        ...(isOut(item) ? outlier(item, limits, kind) : {value: [item.figure[0], item.row]}), figure: item.figure, label_: item.label,
        itemStyle: item.small ? {color: c.paper, borderColor: item.colour, borderWidth: 1.6}
                              : {color: item.colour}})),
    });
  }
  if (isNumber(reference)) {
    series[series.length - 1].markLine = {
      silent: true, precision: 12, symbol: "none", data: [{xAxis: reference}], label: {show: false},
      lineStyle: {color: c.ink, type: "dashed", width: 1}};
  }
  const top = legend.length ? 34 : 10;
  return {
    height: rows.length * (long ? longRow(width) : isTall(rows, width) ? 40 : rowHeight()) + top + 34,
    option: {
      grid: {left: axis.room, right: 18, top, bottom: 28},
      xAxis: valueAxis(kind, {scale: !zero, position: "bottom", format, ...(limits || {})}),
      yAxis: axis, series,
      legend: legend.length ? legendStyle(legend.map((l) => l.name)) : undefined,
      tooltip: tooltip({trigger: "item", formatter: (p) =>
        `${p.data.label_}${p.seriesName ? ` · ${p.seriesName}` : ""}\n${withInterval(p.data.figure, kind)}`}),
    },
  };
}

/** Limits of an axis that leave out what would squeeze all others together, or null. */
function limitsWithoutOutliers(items, reference) {
  const sorted = items.map((item) => item.figure[0]).sort((a, b) => a - b);
  if (sorted.length < 8) return null;
  const [q1, q3] = [sorted[Math.floor(sorted.length / 4)], sorted[Math.floor((3 * sorted.length) / 4)]];
  const far = 5 * (q3 - q1);
  const kept = items.filter((item) => item.figure[0] >= q1 - far && item.figure[0] <= q3 + far);
  if (kept.length === items.length || q3 === q1) return null;
  const bounds = [...kept.flatMap((item) => [item.figure[1], item.figure[2]]), ...(isNumber(reference) ? [reference] : [])].filter(isNumber);
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  const interval = roundStep((high - low) / 5);
  return {min: Math.floor(low / interval) * interval, max: Math.ceil(high / interval) * interval, interval};
}

/** An arrow at the edge with the value beside it. */
function outlier(item, limits, kind) {
  const isLow = item.figure[0] < limits.min;
  return {value: [isLow ? limits.min : limits.max, item.row], symbol: "triangle", symbolRotate: isLow ? 90 : -90,
          label: {show: true, position: isLow ? "right" : "left", color: colours().ink, fontSize: 11, formatter: () => show(item.figure[0], kind)}};
}

/** Lines between the dots of a row. */
function joins(rows) {
  const c = colours();
  const pairs = rows.map((row, i) => ({row: i, dots: (row.dots || []).filter((d) => d.figure)}))
    .filter((pair) => pair.dots.length > 1);
  return {
    type: "custom", silent: true, z: 1, tooltip: {show: false}, encode: {x: [0, 2], y: 1},
    data: pairs.map((pair) => [pair.dots[0].figure[0], pair.row, pair.dots[pair.dots.length - 1].figure[0]]),
    renderItem: (params, api) => {
      const pair = pairs[params.dataIndex];
      const from = api.coord([pair.dots[0].figure[0], pair.row]);
      const to = api.coord([pair.dots[pair.dots.length - 1].figure[0], pair.row]);
      return {type: "line", shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]},
              style: {stroke: c.line, lineWidth: 4}};
    },
  };
}

function legendStyle(names, extra = {}) {
  const c = colours();
  return {type: "plain", top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 12,
          textStyle: {color: c.ink, fontSize: 12}, inactiveColor: c.line, data: names, ...extra};
}

/** Lines of the legend that so many names take in a width. */
function legendHeight(names, width) {
  const long = (text) => [...text].reduce((sum, ch) => sum + (ch.charCodeAt(0) > 255 ? 12.5 : 6.8), 0);
  let [lines, used] = [1, 0];
  for (const name of names) {
    const need = long(name) + 32;
    if (used + need > width && used > 0) [lines, used] = [lines + 1, 0];
    used += need;
  }
  return lines * 22 + 6;
}

/** Panels side by side: grids with axes; `panel(i)` gives {title, series(i), y}. */
function multiples({panels, width, years, kind, panelHeight = 130}) {
  const c = colours();
  const columns = Math.max(1, Math.min(panels.length === 5 ? 5 : 4, Math.floor(width / 128)));
  const gap = 14;
  const panelWidth = (width - gap * (columns - 1)) / columns;
  const option = {grid: [], xAxis: [], yAxis: [], series: [], title: [],
                  tooltip: tooltip({trigger: "axis", formatter: (items) => multiplesTip(items, kind)})};
  panels.forEach((panel, i) => {
    const left = (i % columns) * (panelWidth + gap);
    const top = Math.floor(i / columns) * (panelHeight + 44);
    (panel.subtitle || []).forEach(([text, colour], k) => option.title.push({
      text: `● ${text}`, left: left + 34, top: top + 17 + 14 * k, padding: 0,
      textStyle: {color: colour, fontSize: 11, fontWeight: "normal", width: panelWidth - 36, overflow: "truncate"}}));
    const down = panel.subtitle ? 32 : 0;
    option.title.push({text: panel.title, left, top, padding: 0,
                       textStyle: {color: c.ink, fontSize: 12, fontWeight: 600, width: panelWidth, overflow: "truncate"}});
    option.grid.push({left: left + 40, top: top + 22 + down, width: panelWidth - 46, height: panelHeight - 12 - down});
    option.xAxis.push(yearAxis(years, {gridIndex: i, axisLabel: {...axisStyle().axisLabel, interval: (k) => years[k] % 20 === 0}}));
    option.yAxis.push(valueAxis(kind, {gridIndex: i, splitNumber: 3, min: 0}));
    option.series.push(...panel.series(i));
  });
  return {option, height: Math.ceil(panels.length / columns) * (panelHeight + 44)};
}

/** The next step that people count in. */
function roundStep(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].find((step) => step * power >= value) * power;
}

function multiplesTip(items, kind) {
  const lines = items.filter((item) => item.seriesType === "line")
    .map((item) => `${item.seriesName}  ${show(item.value[1], kind)}`);
  return lines.length ? [items[0].axisValue, ...lines].join("\n") : "";
}

/** Bars from a running sum: items [{label, value, total, colour, figure}], top to bottom. */
function waterfall({items, width, unit}) {
  const c = colours();
  let sum = 0;
  const bars = items.map((item) => {
    const from = item.total ? 0 : sum;
    sum = item.total ? item.value : sum + item.value;
    return {...item, from, to: sum};
  });
  const rows = bars.map((bar) => ({label: bar.label}));
  const axis = rowAxis(rows, width);
  return {
    height: bars.length * waterfallRow() + 44,
    option: {
      grid: {left: axis.room, right: 78, top: 6, bottom: 32},
      xAxis: valueAxis("money", {name: unit, nameLocation: "middle", nameGap: 24, scale: bars.every((b) => b.from > 0)}),
      yAxis: axis,
      tooltip: tooltip({trigger: "item", formatter: (p) =>
        `${bars[p.dataIndex].label}\n${withInterval(bars[p.dataIndex].figure, "money")}`}),
      series: [{
        type: "custom", data: bars.map((bar, i) => [Math.min(bar.from, bar.to), i, Math.max(bar.from, bar.to)]),
        encode: {x: [0, 2], y: 1},
        renderItem: (params, api) => waterfallBar(bars, params.dataIndex, api, c),
      }],
    },
  };
}

const waterfallRow = () => (state.printing ? 20 : 26);

function waterfallBar(bars, i, api, c) {
  const bar = bars[i];
  const [low, high] = [Math.min(bar.from, bar.to), Math.max(bar.from, bar.to)];
  const [x, y] = api.coord([low, i]);
  const end = api.coord([high, i])[0];
  const height = state.printing ? 12 : 15;
  const children = [
    {type: "rect", shape: {x, y: y - height / 2, width: Math.max(1.5, end - x), height},
     style: {fill: bar.colour}},
    {type: "text", style: {text: bar.text, x: end + 5, y: y - 6, fill: c.ink, fontSize: 11}},
  ];
  if (i + 1 < bars.length && !bars[i + 1].total) {
    const at = api.coord([bar.to, i])[0];
    children.push({type: "line", shape: {x1: at, y1: y + height / 2, x2: at, y2: y + waterfallRow() - height / 2},
                   style: {stroke: c.grey, lineWidth: 1, lineDash: [2, 2]}});
  }
  return {type: "group", children};
}
