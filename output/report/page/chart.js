// The frame of a figure: title, sentence, chart, table twin, download; and the life of its chart.

/** Colours that people with any colour vision tell apart (after Okabe and Ito), for both themes. */
const THEMES = {
  light: {ink: "#1d2733", soft: "#5b6875", line: "#d5dbe1", paper: "#ffffff", faint: "#eef1f4",
          accent: "#0063a6", second: "#c45100", third: "#00785a", grey: "#6f7a85",
          mining: "#4a4f57", new_energy: "#009e73", tertiary: "#0072b2", primary: "#b59b00",
          other_secondary: "#e69f00", retirement: "#cc79a7", unemployment: "#d55e00",
          outside: "#a9b2bc", flexible: "#56b4e9", training: "#e3d23c",
          ramp: ["#eef4fa", "#c6ddf0", "#8dbce0", "#4f95c9", "#1f6cab", "#0b447a"]},
  dark: {ink: "#e8edf2", soft: "#a7b3bf", line: "#3a4653", paper: "#151b22", faint: "#222b35",
         accent: "#58b0f0", second: "#ff9650", third: "#2fc79b", grey: "#93a0ac",
         mining: "#c3c9d0", new_energy: "#1fc497", tertiary: "#3f9fe0", primary: "#d9c23a",
         other_secondary: "#f0b23c", retirement: "#e093bd", unemployment: "#f07a2a",
         outside: "#6d7884", flexible: "#86ccf5", training: "#f2e56b",
         ramp: ["#1d2a38", "#1d4363", "#1c5f92", "#3b8fd0", "#63a8dc", "#a9d3f5"]},
};

function isDark() {
  if (state.printing) return false;
  if (state.theme) return state.theme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

const colours = () => THEMES[isDark() ? "dark" : "light"];

const drawn = [];  // {figure, chart, place}

/** Width that charts are drawn for; on paper that of A4 less its margins. */
const PAPER_WIDTH = 660;

function widthOf(place) {
  if (state.printing) return PAPER_WIDTH;
  return Math.max(240, Math.floor(place.clientWidth));
}

function draw(entry) {
  const width = widthOf(entry.place);
  const made = entry.figure.chart(width);
  entry.place.style.height = `${made.height}px`;
  entry.place.style.width = state.printing ? `${width}px` : "";
  if (!entry.chart) {
    entry.chart = echarts.init(entry.place, null, {renderer: "svg", width, height: made.height});
  } else {
    entry.chart.resize({width, height: made.height, silent: true});
  }
  entry.chart.setOption({...base(), ...made.option}, {notMerge: true});
  entry.width = width;
  entry.place.setAttribute("data-drawn", "yes");
}

function base() {
  const c = colours();
  return {
    animation: false,
    backgroundColor: "transparent",
    textStyle: {color: c.ink, fontSize: 12,
                fontFamily: 'system-ui, "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif'},
  };
}

/** Draws what has another width or theme by now. */
function redraw(force) {
  for (const entry of drawn) {
    if (force || widthOf(entry.place) !== entry.width) draw(entry);
  }
}

/** Rich text, so that no label is ever taken for HTML. */
function tooltip(extra = {}) {
  const c = colours();
  return {renderMode: "richText", confine: true, backgroundColor: c.paper, borderColor: c.line,
          borderWidth: 1, padding: 8, textStyle: {color: c.ink, fontSize: 12}, ...extra};
}

let figureNumber = 0;

function bandNote() {
  if (sweep && sweep.replicates > 1 && !hasIntervals()) return t("Too few replicates are done: no intervals.");
  if (sweep ? sweep.replicates < 2 : run() && !comparison && run().replicates_complete < 2)
    return t("One replicate only: no intervals.");
  return t("Shaded bands and bars: 90% model interval (luck between replicates), not forecast error.");
}

/** A figure as an element; `figure` has id, title, sentence, table and, unless it is a table only, chart. */
function figureElement(figure) {
  const number = ++figureNumber;
  const title = `${t("Figure ")}${number}${t(". ")}${figure.title}`;
  const parts = [element("figcaption", {}, element("h3", {id: `title-${figure.id}`}, title),
                         element("p", {class: "says"}, figure.sentence))];
  if (figure.chart) {
    const place = element("div", {class: "chart", role: "img", tabindex: "0",
                                  "aria-label": `${figure.title}${tc("sentence", ". ")}${figure.sentence}`});
    parts.push(element("div", {class: "frame"}, place));
    drawn.push({figure, place, chart: null, width: 0});
  }
  const notes = [figure.note, figure.band ? bandNote() : null].filter(Boolean).join((isChinese() ? "" : " "));
  if (notes) parts.push(element("p", {class: "note"}, notes));
  parts.push(tools(figure));
  return element("figure", {id: `figure-${figure.id}`}, parts);
}

function tools(figure) {
  const save = () => download(`jtsim_${figure.id}_${state.language}.csv`, csvText(figure.table));
  return element("div", {class: "tools"},
    element("details", {},
      element("summary", {}, t("Table")),
      element("div", {class: "scroll", tabindex: "0"}, tableElement(figure.table, figure.title))),
    element("button", {type: "button", class: "csv", onclick: save,
                       "aria-label": t("Download the data of “{0}” (CSV)", figure.title)},
            t("Download CSV")));
}
