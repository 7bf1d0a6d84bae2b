// Builds the page from its sections, and answers to language, theme, choice of run, width and print.

const SECTIONS = [
  {id: "headline", title: () => t("In short"), blocks: () => [
    element("p", {class: "lead", id: "compared"}, comparedText()),
    comparison ? comparisonCards() : run() ? runCards() : null,
    comparison && run() ? element("h3", {}, t("The scenario “{0}” itself", runLabel(run()))) : null,
    comparison && run() ? runCards() : null]},
  {id: "where", title: () => t("Where workers are"), figures: () => [regionFigure], ofRun: () => [stocksFigure, bandsFigure, rateFigure]},
  {id: "paths", title: () => t("Where the displaced go"), figures: () => [placedFigure, lockInFigure], ofRun: () => [displacedFigure, sankeyFigure, destinationsFigure]},
  {id: "who", title: () => tc("report", "Who bears it"), figures: () => [
    () => comparedGroupsFigure("in_work_12m", "points", "groups_in_work", t("Change of the share in work after 12 months, by group")),
    () => comparedGroupsFigure("income", "yuan", "groups_income", t("Change of income within 60 months per person, by group (yuan)"))],
   ofRun: () => [lossGroupsFigure, workGroupsFigure, workMultiplesFigure, gapFigure], runBlocks: () => [worstOffBox()]},
  {id: "income", title: () => t("Income and inequality"), ofRun: () => [lossYearsFigure, incomeFigure, lineFigure, lorenzFigure, theilFigure]},
  {id: "leagues", title: () => t("Leagues"), ofRun: () => [displacedLeaguesFigure, lossLeaguesFigure]},
  {id: "money", title: () => t("Money"), figures: () => [comparedSpendingFigure, costFigure], ofRun: () => [spendingFigure, spendingYearsFigure, queueFigure]},
  {id: "winners", title: () => tc("report", "Winners and losers"), figures: () => [winnersFigure, sideEffectsFigure], after: () => (comparison ? effectsBlock() : [])},
  {id: "checks", title: () => t("Checks"), runBlocks: () => (run().checks ? checksBlock() : [])},
  {id: "limits", title: () => t("Assumptions and limits"), blocks: () => assumptionsBlock()},
  {id: "provenance", title: () => t("Provenance"), blocks: () => provenanceBlock()},
];

/** A figure that cannot be made says so, and the others stand. */
function madeFigure(make) {
  try {
    const figure = make();
    return figure ? figureElement(figure) : null;
  } catch (wrong) {
    console.error(wrong);
    return element("p", {class: "bad"}, t("A figure could not be made here."));
  }
}

/** The content of a section, or null if this report has none for it. */
function sectionElement(section, number) {
  const nodes = [...(section.blocks ? section.blocks() : [])];
  const add = (figures) => nodes.push(...figures.map(madeFigure).filter(Boolean));
  if (section.figures) add(section.figures());
  if (run()) {
    const before = nodes.length;
    if (section.runBlocks) nodes.push(...section.runBlocks());
    if (section.ofRun) add(section.ofRun());
    if (content.runs.length > 1 && nodes.slice(before).some(Boolean))
      nodes.splice(before, 0, element("p", {class: "which"}, t("Scenario: "), element("strong", {}, runLabel(run()))));
  }
  if (section.after) nodes.push(...section.after());
  const kept = nodes.filter(Boolean);
  if (!kept.length) return null;
  return element("section", {id: section.id, "aria-labelledby": `head-${section.id}`},
    element("h2", {id: `head-${section.id}`}, `${number}${t(". ")}${section.title()}`), kept);
}

function reportTitle() {
  if (sweep) return t("Sweep “{0}”", sweep.name);
  if (comparison) return t("{0} against {1}", comparedLabel(side()), comparedLabel(comparison.base));
  return run() ? runLabel(run()) : "jtsim";
}

function choice(id, label, options, chosen, change) {
  const select = element("select", {id, onchange: (event) => change(Number(event.target.value))},
    options.map((text, i) => element("option", {value: i, selected: i === chosen}, text)));
  return element("label", {class: "choice", for: id}, `${label} `, select);
}

function button(id, text, label, action) {
  return element("button", {type: "button", id, "aria-label": label, onclick: action}, text);
}

function header() {
  const other = state.language === "zh" ? "en" : "zh";
  const period = sweep ? sweepLabel() : run() ? `${run().start} — ${run().end}` : "";
  const facts = [period, sweep ? t("{0} points, {1} replicates", grouped(sweep.rows * sweep.policies.length), sweep.replicates) : run() ? t("{0} replicates", run().replicates_complete) : "",
                 `jtsim ${content.program.version}`].filter(Boolean).join(" · ");
  const controls = [
    ...(sweep ? sweepChoices() : []),
    comparison && comparison.sides.length > 1 ? choice("side", tc("choice", "Policy run"), comparison.sides.map(comparedLabel), state.side, (i) => { state.side = i; build(); }) : null,
    content.runs.length > 1 ? choice("run", t("Scenario shown"), content.runs.map(runLabel), state.run, (i) => { state.run = i; outlines = null; build(); }) : null,
    button("language", isChinese() ? "English" : "中文", isChinese() ? "Switch to English" : "切换为中文", () => { state.language = other; build(); document.getElementById("language").focus(); }),
    button("theme", isDark() ? t("Light") : t("Dark"), t("Switch between light and dark"), () => { state.theme = isDark() ? "light" : "dark"; applyTheme(); }),
    button("print", t("Print / PDF"), t("Print or save as PDF"), () => print()),
  ];
  return [element("div", {class: "titles"}, element("p", {class: "kicker"}, t("Report on the transition of coal workers")),
                  element("h1", {}, reportTitle()), element("p", {class: "facts-line"}, facts)),
          element("div", {class: "controls"}, controls)];
}

function build() {
  for (const entry of drawn) if (entry.chart) entry.chart.dispose();
  drawn.length = 0;
  figureNumber = 0;
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  document.title = `${reportTitle()} · jtsim`;
  document.getElementById("skip").textContent = t("Skip to the content");
  document.getElementById("top").replaceChildren(...header());
  let number = 0;
  const sections = [];
  for (const section of sweep ? SWEEP_SECTIONS : SECTIONS) {
    const made = sectionElement(section, number + 1);
    if (made) {
      sections.push(made);
      number += 1;
    }
  }
  document.getElementById("main").replaceChildren(...sections);
  document.getElementById("contents").replaceChildren(element("h2", {}, t("Contents")), element("ol", {}, sections.map((section) =>
    element("li", {}, element("a", {href: `#${section.id}`}, section.querySelector("h2").textContent.replace(/^\d+[.　]\s*/, ""))))));
  document.getElementById("contents").setAttribute("aria-label", t("Contents"));
  document.getElementById("foot").replaceChildren(element("p", {}, t("A what-if study, no forecast.")));
  applyTheme();
}

function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  const toggle = document.getElementById("theme");
  if (toggle) toggle.textContent = isDark() ? t("Light") : t("Dark");
  redraw(true);
  document.documentElement.dataset.ready = "yes";
}

/** On paper: light, of A4 width, redrawn before the browser lays the pages out. */
function setPrinting(printing) {
  if (state.printing === printing) return;
  state.printing = printing;
  document.documentElement.classList.toggle("printing", printing);
  applyTheme();
}

addEventListener("beforeprint", () => setPrinting(true));
addEventListener("afterprint", () => setPrinting(false));
matchMedia("print").addEventListener("change", (event) => setPrinting(event.matches));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!state.theme) applyTheme(); });
let waiting = 0;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => redraw(false), 120);
});

build();
