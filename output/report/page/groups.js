// Figures on who bears it: losses, work and gaps by age, sex, ethnicity, education and league.

const isSmall = (figure) => Boolean(figure && figure[3]);

function groupTable(rows, columns) {
  let heading = "";
  const lines = [];
  for (const row of rows) {
    if (row.heading) {
      heading = row.heading;
    } else {
      lines.push([heading, row.label, row.small ? t("人数过少", "too small") : "", ...row.dots.flatMap((dot) => three(dot.figure))]);
    }
  }
  return {columns: [textColumn(t("分组", "Division")), textColumn(t("群体", "Group")), textColumn(t("提示", "Remark")), ...columns], rows: lines};
}

/** The group with the largest and the smallest mean among those that can be read. */
function extremes(rows, dot = 0) {
  const read = rows.filter((row) => row.dots && !row.small && row.dots[dot].figure);
  const by = (sign) => read.reduce((a, b) => (sign * b.dots[dot].figure[0] > sign * a.dots[dot].figure[0] ? b : a), read[0]);
  return read.length ? {most: by(1), least: by(-1)} : null;
}

const groupText = (row) => `${partitionLabel(row.partition)}${t("“", " “")}${row.label}${t("”", "”")}`;

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
    id: "loss_groups", title: t("哪些群体损失最大：终身收入损失比例", "Who loses most: share of lifetime earnings lost"), band: true,
    sentence: t(`被裁减者平均损失其本可挣得收入的${withInterval(all, "share")}（现值）；单项分组中，${groupText(ends.most)}损失最多（${show(ends.most.dots[0].figure[0], "share")}），${least < 0 ? `${groupText(ends.least)}的收入反而高于其本可挣得的收入（${show(-least, "share")}）` : `${groupText(ends.least)}最少（${show(least, "share")}）`}。`,
                `The displaced lose ${withInterval(all, "share")} of what they would have earned (present value). Among single groups ${groupText(ends.most)} loses most (${show(ends.most.dots[0].figure[0], "share")}), ${least < 0 ? `${groupText(ends.least)} has more than it would have earned (by ${show(-least, "share")})` : `${groupText(ends.least)} least (${show(least, "share")})`}.`),
    note: [t("虚线为全体平均。损失=假定未被裁减的收入−实际收入，算到退休为止，按贴现率折现；不等于“有无政策”之差。",
             "Dashed: all displaced. Loss: earnings had they not been displaced less income, discounted, until the pension; it is not a comparison with another policy."),
           smallNote(rows, run().minimum_group)].filter(Boolean).join(t("", " ")),
    table: groupTable(rows, intervalColumns(t("损失比例", "Share lost"), "share")),
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
    id: "work_groups", title: t("再就业情况：一年后与五年后在岗比例", "Who is back in work, one and five years later"), band: true,
    sentence: t(`全体被裁减者一年后在岗${withInterval(allFirst, "share")}，五年后${withInterval(allLast, "share")}；五年后在岗比例最低的是${groupText(ends.least)}（${show(ends.least.dots[1].figure[0], "share")}）。`,
                `Of all displaced ${withInterval(allFirst, "share")} are in work after one year, ${withInterval(allLast, "share")} after five. The lowest share after five years: ${groupText(ends.least)} (${show(ends.least.dots[1].figure[0], "share")}).`),
    note: [t("临近退休者五年后多已退休。", "Those near their pension have mostly retired five years later."), smallNote(rows, run().minimum_group)].filter(Boolean).join(t("", " ")),
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
  const text = (line) => t(`“${line.label}”${show(line.figures[2][0], "share")}`, `“${line.label}” ${show(line.figures[2][0], "share")}`);
  return {
    id: "work_multiples", title: t("各群体在岗比例随时间的恢复", "Recovery of work in each group"), band: true,
    sentence: t(`五年后在岗比例差距最大的分组是${partitionLabel(widest.partition)}：${text(widest.high)}，${text(widest.low)}。`,
                `After five years the groups differ most by ${partitionLabel(widest.partition)}: ${text(widest.high)} against ${text(widest.low)}.`),
    note: t("蓝色为五年后最高的群体，橙色为最低的群体，灰色为其余群体。人数过少的群体未画出。横轴为裁减后月数。", "Blue: highest after five years; orange: lowest; grey: the others. Groups that are too small are left out. Months after displacement."),
    table: {columns: [textColumn(t("分组", "Division")), textColumn(t("群体", "Group")), ...horizons.flatMap((months) => intervalColumns(horizonLabel(months), "share"))],
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
    id: "gaps", title: t("与参照组相比的损失差距", "Difference of the loss to the reference group"), band: true,
    sentence: t(`参照组为男性、汉族、35-44岁和最低学历；${rows.filter((row) => row.dots).length}个群体中有${clear.length}个与参照组的差距超出模型区间，比参照组多损失最多的是${groupText(most)}（${show(most.dots[0].figure[0], "points")}）。`,
                `Reference: men, Han, ages 35-44, the lowest education. For ${clear.length} of ${rows.filter((row) => row.dots).length} groups the difference is beyond the model interval; ${groupText(most)} loses most beyond its reference (${show(most.dots[0].figure[0], "points")}).`),
    note: [t("右侧为比参照组损失更多。", "To the right: loses more than the reference group."), smallNote(rows, run().minimum_group)].filter(Boolean).join(t("", " ")),
    table: groupTable(rows, intervalColumns(t("差距（比例）", "Difference (share)"), "share")),
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
    ? t(`（对全部群体同时成立的90%区间为${show(worst.interval[0], "share")}至${show(worst.interval[1], "share")}）`,
        ` (90% interval that holds for all groups at once: ${show(worst.interval[0], "share")} to ${show(worst.interval[1], "share")})`)
    : "";
  return element("aside", {class: "callout", id: "worst-off"},
    element("h3", {}, t("处境最差的群体", "The worst-off group")),
    element("p", {}, element("strong", {}, named), t(`：平均损失终身收入的${show(worst.mean, "share")}${bounds}。`,
                                                     `: loses ${show(worst.mean, "share")} of lifetime earnings on average${bounds}.`)),
    element("p", {class: "note"}, t(
      `在至少有100人次被裁减的${worst.groups_searched}个群体（含与盟市交叉）中比较得出，该群体平均${show(worst.persons, "people")}人次；区间已计入“挑出最差者”的影响。`,
      `Found among ${worst.groups_searched} groups (also by league) with at least 100 displacements; this one has ${show(worst.persons, "people")} on average. The interval allows for the search.`)),
    others.length ? element("details", {}, element("summary", {}, t(`统计上与它分不出高低的还有${others.length}个群体`, `${others.length} groups cannot be told apart from it`)),
                            element("p", {}, listed(others))) : null);
}
