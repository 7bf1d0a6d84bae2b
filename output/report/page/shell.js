// Builds the page from its sections, and answers to language, theme, choice of run, width and print.

const SECTIONS = [
  {id: "headline", title: () => t("要点", "In short"), blocks: () => [
    element("p", {class: "lead", id: "compared"}, comparedText()),
    comparison ? comparisonCards() : run() ? runCards() : null,
    comparison && run() ? element("h3", {}, t(`情景“${runLabel(run())}”本身`, `The scenario “${runLabel(run())}” itself`)) : null,
    comparison && run() ? runCards() : null]},
  {id: "where", title: () => t("职工去向总览", "Where workers are"), figures: () => [regionFigure], ofRun: () => [stocksFigure, bandsFigure, rateFigure]},
  {id: "paths", title: () => t("被裁减职工的分流去向", "Where the displaced go"), figures: () => [placedFigure, lockInFigure], ofRun: () => [displacedFigure, sankeyFigure, destinationsFigure]},
  {id: "who", title: () => t("哪些人受影响最大", "Who bears it"), figures: () => [
    () => comparedGroupsFigure("in_work_12m", "points", "groups_in_work", t("各群体12个月后在岗比例的变化", "Change of the share in work after 12 months, by group")),
    () => comparedGroupsFigure("income", "yuan", "groups_income", t("各群体60个月内人均收入的变化（元）", "Change of income within 60 months per person, by group (yuan)"))],
   ofRun: () => [lossGroupsFigure, workGroupsFigure, workMultiplesFigure, gapFigure], runBlocks: () => [worstOffBox()]},
  {id: "income", title: () => t("收入与差距", "Income and inequality"), ofRun: () => [lossYearsFigure, incomeFigure, lineFigure, lorenzFigure, theilFigure]},
  {id: "leagues", title: () => t("分盟市情况", "Leagues"), ofRun: () => [displacedLeaguesFigure, lossLeaguesFigure]},
  {id: "money", title: () => t("资金投入与使用", "Money"), figures: () => [comparedSpendingFigure, costFigure], ofRun: () => [spendingFigure, spendingYearsFigure, queueFigure]},
  {id: "winners", title: () => t("受益与受损人群", "Winners and losers"), figures: () => [winnersFigure, sideEffectsFigure], after: () => (comparison ? effectsBlock() : [])},
  // What drives the uncertainty: of sweeps, which have directories of their own.
  {id: "uncertainty", title: () => t("不确定性的来源", "What drives the uncertainty"), figures: () => []},
  {id: "checks", title: () => t("数据核验", "Checks"), runBlocks: () => (run().checks ? checksBlock() : [])},
  {id: "limits", title: () => t("假定与局限", "Assumptions and limits"), blocks: () => assumptionsBlock()},
  {id: "provenance", title: () => t("数据来源与复现", "Provenance"), blocks: () => provenanceBlock()},
];

/** A figure that cannot be made says so, and the others stand. */
function madeFigure(make) {
  try {
    const figure = make();
    return figure ? figureElement(figure) : null;
  } catch (wrong) {
    console.error(wrong);
    return element("p", {class: "bad"}, t("此处有一图无法生成。", "A figure could not be made here."));
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
      nodes.splice(before, 0, element("p", {class: "which"}, t("情景：", "Scenario: "), element("strong", {}, runLabel(run()))));
  }
  if (section.after) nodes.push(...section.after());
  const kept = nodes.filter(Boolean);
  if (!kept.length) return null;
  return element("section", {id: section.id, "aria-labelledby": `head-${section.id}`},
    element("h2", {id: `head-${section.id}`}, `${number}${t("　", ". ")}${section.title()}`), kept);
}

function reportTitle() {
  if (comparison) return t(`“${comparedLabel(side())}”与“${comparedLabel(comparison.base)}”的比较`, `${comparedLabel(side())} against ${comparedLabel(comparison.base)}`);
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
  const period = run() ? `${run().start} — ${run().end}` : "";
  const facts = [period, run() ? t(`${run().replicates_complete}次重复模拟`, `${run().replicates_complete} replicates`) : "",
                 `jtsim ${content.program.version}`].filter(Boolean).join(" · ");
  const controls = [
    comparison && comparison.sides.length > 1 ? choice("side", t("对比方案", "Policy run"), comparison.sides.map(comparedLabel), state.side, (i) => { state.side = i; build(); }) : null,
    content.runs.length > 1 ? choice("run", t("查看情景", "Scenario shown"), content.runs.map(runLabel), state.run, (i) => { state.run = i; outlines = null; build(); }) : null,
    button("language", state.language === "zh" ? "English" : "中文", state.language === "zh" ? "Switch to English" : "切换为中文", () => { state.language = other; build(); document.getElementById("language").focus(); }),
    button("theme", isDark() ? t("浅色", "Light") : t("深色", "Dark"), t("切换深浅色", "Switch between light and dark"), () => { state.theme = isDark() ? "light" : "dark"; applyTheme(); }),
    button("print", t("打印 / PDF", "Print / PDF"), t("打印或存为 PDF", "Print or save as PDF"), () => print()),
  ];
  return [element("div", {class: "titles"}, element("p", {class: "kicker"}, t("煤矿职工转岗安置模拟报告", "Report on the transition of coal workers")),
                  element("h1", {}, reportTitle()), element("p", {class: "facts-line"}, facts)),
          element("div", {class: "controls"}, controls)];
}

function build() {
  for (const entry of drawn) if (entry.chart) entry.chart.dispose();
  drawn.length = 0;
  figureNumber = 0;
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  document.title = `${reportTitle()} · jtsim`;
  document.getElementById("skip").textContent = t("跳到正文", "Skip to the content");
  document.getElementById("top").replaceChildren(...header());
  let number = 0;
  const sections = [];
  for (const section of SECTIONS) {
    const made = sectionElement(section, number + 1);
    if (made) {
      sections.push(made);
      number += 1;
    }
  }
  document.getElementById("main").replaceChildren(...sections);
  document.getElementById("contents").replaceChildren(element("h2", {}, t("目录", "Contents")), element("ol", {}, sections.map((section) =>
    element("li", {}, element("a", {href: `#${section.id}`}, section.querySelector("h2").textContent.replace(/^\d+[.　]\s*/, ""))))));
  document.getElementById("contents").setAttribute("aria-label", t("目录", "Contents"));
  document.getElementById("foot").replaceChildren(element("p", {}, t(`情景推演，不是预测。`, "A what-if study, no forecast.")));
  applyTheme();
}

function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  const toggle = document.getElementById("theme");
  if (toggle) toggle.textContent = isDark() ? t("浅色", "Light") : t("深色", "Dark");
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
