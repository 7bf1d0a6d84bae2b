// State of the page and its two languages: texts stand here in English, their Chinese comes with the data.
"use strict";

const content = JSON.parse(document.getElementById("content").textContent);
const comparison = content.comparison || null;
const sweep = content.sweep || null;

/** Of a sweep: what is looked at first. Work of the displaced is what policies are for. */
function firstOutcome() {
  if (!sweep) return 0;
  const told = (k) => k >= 0 && sweep.spread[k].some((s) => s.rows > 0);
  const objective = sweep.objectives.find((o) => o.name === "unemployment") || sweep.objectives[0];
  const wishes = [sweep.outcomes.findIndex((o) => o.name === "in_work.12"), objective ? objective.outcome : -1];
  return Math.max(0, wishes.find(told) ?? sweep.outcomes.findIndex((_, k) => told(k)));
}

const state = {
  language: document.documentElement.lang.startsWith("zh") ? "zh" : "en",
  theme: null,      // null: what the system prefers
  run: comparison && content.runs.length > 1 ? 1 : 0,
  side: 0,
  outcome: firstOutcome(),
  policy: 0,
  printing: false,
};

const isChinese = () => state.language === "zh";

/** The text in the language of the page, `{0}`, `{1}` filled in. Texts stand here in English; their Chinese is in po/zh_CN.po. */
function t(english, ...values) {
  return filled((isChinese() && content.texts && content.texts[english]) || english, values);
}

/** The same for an English text that Chinese renders in several ways. */
function tc(context, english, ...values) {
  return filled((isChinese() && content.texts && content.texts[`${context}\u0004${english}`]) || english, values);
}

function filled(pattern, values) {
  return pattern.replace(/\{(\d+)\}/g, (place, number) => String(values[Number(number)]));
}

/** Marks a text of a table for translation; whoever shows it calls `t`. */
const mark = (english) => english;

/** A label that the data bring as [Chinese, English]. */
function labelOf(pair) {
  const text = state.language === "zh" ? pair[0] : pair[1];
  return String(text || pair[0] || pair[1] || "");
}

/** The run that is looked at, or null in a comparison without its runs. */
function run() {
  return content.runs[state.run] || null;
}

/** The policy run of the comparison that is looked at. */
function side() {
  return comparison ? comparison.sides[state.side] : null;
}

function runLabel(r) {
  const label = labelOf(r.label) || r.name;
  const twins = content.runs.filter((other) => labelOf(other.label) === label);
  return twins.length > 1 || label === "" ? `${label} (${r.name})` : label;
}

/** Label of a row [identifier, Chinese, English] of an axis. */
function nameOf(row) {
  return labelOf([row[1], row[2]]) || row[0];
}

/** What separates the parts of a list in running text. */
function listed(parts) {
  return parts.join(tc("list", ", "));
}

const PARTITIONS = ["age_band", "sex", "ethnicity", "education", "region"];

/** For headings in English. */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function partitionLabel(partition) {
  const row = (run() ? run().axes.partition : []).find((p) => p[0] === partition);
  return row ? nameOf(row) : partition;
}

/** "region.ordos", "age_band_region.16-24.ordos" in words. */
function groupLabel(group) {
  const [kind, ...values] = group.split(".");
  const axes = kind === "region" ? ["region"] : kind.split("_region")[0] === kind
    ? [kind] : [kind.split("_region")[0], "region"];
  const words = axes.map((axis, i) => {
    const row = (run().axes[axis] || []).find((n) => n[0] === values[i]);
    return row ? nameOf(row) : values[i];
  });
  return words.reverse().join((isChinese() ? "" : ", "));
}
