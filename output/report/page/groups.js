// Figures on who bears it: losses, work and gaps by age, sex, ethnicity, education and league.

const isSmall = (figure) => Boolean(figure && figure[3]);

function groupTable(rows, columns) {
  let heading = "";
  const lines = [];
  for (const row of rows) {
    if (row.heading) {
      heading = row.heading;
    } else {
      lines.push([heading, row.label, row.small ? t("too small") : "", ...row.dots.flatMap((dot) => three(dot.figure))]);
    }
  }
  return {columns: [textColumn(t("Division")), textColumn(t("Group")), textColumn(t("Remark")), ...columns], rows: lines};
}

/** The group with the largest and the smallest mean among those that can be read. */
function extremes(rows, dot = 0) {
  const read = rows.filter((row) => row.dots && !row.small && row.dots[dot].figure);
  const by = (sign) => read.reduce((a, b) => (sign * b.dots[dot].figure[0] > sign * a.dots[dot].figure[0] ? b : a), read[0]);
  return read.length ? {most: by(1), least: by(-1)} : null;
}

const groupText = (row) => `${partitionLabel(row.partition)}${t(" “")}${row.label}${t("”")}`;

function lossGroupsFigure() {
  const all = outcome("loss.present.share_of_shadow");
  if (!all) return null;
  const rows = groupRows((partition, id) => {
    const figure = outcome(`loss.${partition}.${id}.present.share_of_shadow`);
    return {present: figure, small: isSmall(figure), dots: [{figure, colour: colours().accent, name: ""}]};
  });
  const ends = extremes(rows);
  if (!ends) return null;
  const least = ends.least.dots[0].figure[0];
  return {
    id: "loss_groups", title: t("Who loses most: share of lifetime earnings lost"), band: true,
    sentence: t("The displaced lose {0} of what they would have earned (present value). Among single groups {1} loses most ({2}), {3}.", withInterval(all, "share"), groupText(ends.most), show(ends.most.dots[0].figure[0], "share"), least < 0 ? t("{0} has more than it would have earned (by {1})", groupText(ends.least), show(-least, "share")) : t("{0} least ({1})", groupText(ends.least), show(least, "share"))),
    note: [t("Dashed: all displaced. Loss: earnings had they not been displaced less income, discounted, until the pension; it is not a comparison with another policy."),
           smallNote(rows, run().minimum_group)].filter(Boolean).join((isChinese() ? "" : " ")),
    table: groupTable(rows, intervalColumns(t("Share lost"), "share")),
    chart: (width) => dotPlot({rows: recoloured(rows), kind: "share", reference: all[0], width}),
  };
}

/** Dots with the colours of the theme of now. */
function recoloured(rows, keys = ["accent", "second", "third"]) {
  return rows.map((row) => (row.dots ? {...row, dots: row.dots.map((dot, i) => ({...dot, colour: colours()[keys[i]]}))} : row));
}

function workGroupsFigure() {
  const [first, last] = [12, 60];
  const [allFirst, allLast] = [outcome(`in_work.${first}`), outcome(`in_work.${last}`)];
  if (!allFirst || !allLast) return null;
  const names = [horizonLabel(first), horizonLabel(last)];
  const rows = groupRows((partition, id) => {
    const dots = [first, last].map((months, i) => ({figure: outcome(`in_work.${partition}.${id}.${months}`), name: names[i]}));
    return {present: dots[0].figure || dots[1].figure, small: dots.some((dot) => isSmall(dot.figure)), dots};
  });
  const ends = extremes(rows, 1);
  if (!ends) return null;
  return {
    id: "work_groups", title: t("Who is back in work, one and five years later"), band: true,
    sentence: t("Of all displaced {0} are in work after one year, {1} after five. The lowest share after five years: {2} ({3}).", withInterval(allFirst, "share"), withInterval(allLast, "share"), groupText(ends.least), show(ends.least.dots[1].figure[0], "share")),
    note: [t("Those near their pension have mostly retired five years later."), smallNote(rows, run().minimum_group)].filter(Boolean).join((isChinese() ? "" : " ")),
    table: groupTable(rows, [...intervalColumns(names[0], "share"), ...intervalColumns(names[1], "share")]),
    chart: (width) => {
      const now = recoloured(rows, ["second", "accent"]);
      return dotPlot({rows: now, kind: "share", width, joined: true, legend: names.map((name) => ({name}))});
    },
  };
}

function workMultiplesFigure() {
  const horizons = [12, 36, 60];
  const panels = PARTITIONS.map((partition) => ({
    partition, title: capital(partitionLabel(partition)),
    lines: (run().axes[partition] || []).map((name) => ({
      label: nameOf(name), figures: horizons.map((months) => outcome(`in_work.${partition}.${name[0]}.${months}`))}))
      .filter((line) => line.figures.every((figure) => figure && !isSmall(figure))),
  })).filter((panel) => panel.lines.length > 1);
  if (!panels.length) return null;
  for (const panel of panels) {
    const sorted = panel.lines.slice().sort((a, b) => b.figures[2][0] - a.figures[2][0]);
    [panel.high, panel.low] = [sorted[0], sorted[sorted.length - 1]];
    panel.spread = panel.high.figures[2][0] - panel.low.figures[2][0];
  }
  const widest = panels.reduce((a, b) => (b.spread > a.spread ? b : a));
  const text = (line) => t("“{0}” {1}", line.label, show(line.figures[2][0], "share"));
  return {
    id: "work_multiples", title: t("Recovery of work in each group"), band: true,
    sentence: t("After five years the groups differ most by {0}: {1} against {2}.", partitionLabel(widest.partition), text(widest.high), text(widest.low)),
    note: t("Blue: highest after five years; orange: lowest; grey: the others. Groups that are too small are left out. Months after displacement."),
    table: {columns: [textColumn(t("Division")), textColumn(t("Group")), ...horizons.flatMap((months) => intervalColumns(horizonLabel(months), "share"))],
            rows: panels.flatMap((panel) => panel.lines.map((line) => [panel.title, line.label, ...line.figures.flatMap(three)]))},
    chart: (width) => workMultiplesChart(panels, horizons, width),
  };
}

function workMultiplesChart(panels, horizons, width) {
  const c = colours();
  const hue = (panel, line) => (line === panel.high ? c.accent : line === panel.low ? c.second : c.outside);
  const made = multiples({width, years: horizons, kind: "share", panelHeight: 170, panels: panels.map((panel) => ({
    title: panel.title, subtitle: [[panel.high.label, c.accent], [panel.low.label, c.second]],
    series: (grid) => panel.lines.slice().sort((a, b) => (hue(panel, a) === c.outside ? 0 : 1) - (hue(panel, b) === c.outside ? 0 : 1))
      .flatMap((line) => lineWithBand(line.label, hue(panel, line), line.figures.map((figure, x) => [x, figure]), {grid}))}))});
  made.option.xAxis.forEach((axis) => { axis.axisLabel.interval = 0; });
  made.option.yAxis.forEach((axis) => { axis.min = undefined; axis.scale = true; });
  return made;
}

function gapFigure() {
  const rows = groupRows((partition, id) => {
    const figure = outcome(`gap.${partition}.${id}.loss_present_difference`);
    return {present: figure, small: isSmall(figure), dots: [{figure, name: ""}]};
  }, ["age_band", "sex", "ethnicity", "education"]);
  const clear = rows.filter((row) => row.dots && !row.small && (row.dots[0].figure[1] > 0 || row.dots[0].figure[2] < 0));
  const ends = extremes(rows);
  if (!ends) return null;
  const most = ends.most;
  return {
    id: "gaps", title: t("Difference of the loss to the reference group"), band: true,
    sentence: t("Reference: men, Han, ages 35-44, the lowest education. For {0} of {1} groups the difference is beyond the model interval; {2} loses most beyond its reference ({3}).", clear.length, rows.filter((row) => row.dots).length, groupText(most), show(most.dots[0].figure[0], "points")),
    note: [t("To the right: loses more than the reference group."), smallNote(rows, run().minimum_group)].filter(Boolean).join((isChinese() ? "" : " ")),
    table: groupTable(rows, intervalColumns(tc("gap", "Difference (share)"), "share")),
    chart: (width) => dotPlot({rows: recoloured(rows, ["second"]), kind: "share", reference: 0, width, zero: true}),
  };
}

/** The box that names the worst-off group. */
function worstOffBox() {
  const worst = run().worst_off;
  if (!worst) return null;
  const named = groupLabel(worst.group);
  const others = worst.not_distinguishable.map(groupLabel);
  const bounds = worst.interval
    ? t(" (90% interval that holds for all groups at once: {0} to {1})", show(worst.interval[0], "share"), show(worst.interval[1], "share"))
    : "";
  return element("aside", {class: "callout", id: "worst-off"},
    element("h3", {}, t("The worst-off group")),
    element("p", {}, element("strong", {}, named), t(": loses {0} of lifetime earnings on average{1}.", show(worst.mean, "share"), bounds)),
    element("p", {class: "note"}, t("Found among {0} groups (also by league) with at least 100 displacements; this one has {1} on average. The interval allows for the search.", worst.groups_searched, show(worst.persons, "people"))),
    others.length ? element("details", {}, element("summary", {}, t("{0} groups cannot be told apart from it", others.length)),
                            element("p", {}, listed(others))) : null);
}
