// Parts of the page that are words: headlines, checks, assumptions, provenance.

function card(value, range, words) {
  return element("div", {class: "card"}, element("p", {class: "value"}, value),
                 range ? element("p", {class: "range"}, range) : null, element("p", {class: "words"}, words));
}

function rangeText(figure, kind, change = false) {
  if (!figure || !hasInterval(figure)) return t("只有一次重复模拟，无区间", "one replicate: no interval");
  const text = change ? changeInterval(figure, kind) : interval(figure, kind);
  return t(`90%模型区间：${text}`, `90% model interval: ${text}`);
}

function runCards() {
  const all = run().axes.year;
  const cards = [];
  const total = outcome("displaced.total");
  if (total) cards.push(card(show(total[0], "people"), rangeText(total, "people"), t(`${span(all)}年被裁减人次`, `displacements, ${span(all)}`)));
  const back = outcome("in_work.60") || outcome("in_work.12");
  const months = outcome("in_work.60") ? 60 : 12;
  if (back) cards.push(card(show(back[0], "share"), rangeText(back, "share"), t(`被裁减者${months}个月后在岗的比例`, `of the displaced are in work ${months} months later`)));
  const loss = outcome("loss.present.share_of_shadow");
  if (loss) cards.push(card(show(loss[0], "share"), rangeText(loss, "share"), t("因被裁减而损失的终身收入比例（现值，平均）", "of lifetime earnings are lost by being displaced (present value, mean)")));
  if (!cards.length) {
    const years_ = run().axes.stock_year;
    for (const id of ["mining", "unemployment", "retirement"]) {
      const figure = outcome(`headline.${id}.${years_[years_.length - 1]}`);
      if (figure) cards.push(card(show(figure[0], "people"), rangeText(figure, "people"), `${headlineName(id)}${t("，", ", ")}${years_[years_.length - 1]}`));
    }
  }
  return element("div", {class: "cards"}, cards);
}

function comparisonCards() {
  const placed = differenceOf(effectOf("displaced.in_work_12m"));
  const net = differenceOf(effectOf("region.in_work_at_end"));
  const cost = side().costs["cost.public_per_placed_12m"];
  const readable = cost && cost[3] === "bounded" && cost[0] > 0 && placed && placed[0] > 0;
  const spent = differenceOf(effectOf("spending.public"));
  return element("div", {class: "cards"},
    card(placed ? showChange(placed[0], "people") : "–", rangeText(placed, "people", true), t("12个月后多安置的被裁减职工（人，政策减基准）", "displaced in work 12 months later (policy less base)")),
    card(net ? showChange(net[0], "people") : "–", rangeText(net, "people", true), t("全区期末在岗人数净变化（人）", "in work in the region at the end, net")),
    readable ? card(show(cost[0], "yuan"), rangeText(cost, "yuan"), t("每多安置一人的公共支出（元，12个月后）", "yuan of public money per extra placed worker (12 months later)"))
             : card(spent ? showChange(spent[0], "money") : "–", rangeText(spent, "money", true), t("公共支出的变化（此处不宜计算人均安置成本）", "change of public spending; a cost per placed worker has no readable meaning here")));
}

/** What was compared, or that nothing was. */
function comparedText() {
  if (!comparison) {
    const r = run();
    return t(`这是一个情景的结果：“${runLabel(r)}”，${r.replicates_complete}次重复模拟，没有与其他情景比较。要知道一项政策带来什么，请用 jtsim compare 与基准情景成对比较。`,
             `The result of one scenario, “${runLabel(r)}”, in ${r.replicates_complete} replicates; nothing is compared. What a policy changes is told by jtsim compare, in pairs with a base run.`);
  }
  const s = side();
  const words = {added: t("新增政策", "policies added"), removed: t("取消政策", "policies removed"), changed: t("改变政策", "policies changed")};
  const names = (list) => listed(list.map((id) => {
    for (const r of content.runs) {
      const row = r.axes.policy.find((name) => name[0] === id);
      if (row) return policyName(row);
    }
    return id;
  }));
  const parts = Object.entries(words).filter(([key]) => s.policies[key] && s.policies[key].length).map(([key, word]) => `${word}${t("：", ": ")}${names(s.policies[key])}`);
  if (s.budgets_and_cascade.length) parts.push(`${t("预算与次序差异：", "budgets and order that differ: ")}${differenceWords(s.budgets_and_cascade)}`);
  if (s.other_differences.length) parts.push(`${t("注意，另有非政策差异：", "other differences, so effects are not those of policies alone: ")}${listed(s.other_differences)}`);
  return t(`“${comparedLabel(s)}”与基准“${comparedLabel(comparison.base)}”成对比较，${comparison.replicates}对重复模拟。${parts.join("；")}${parts.length ? "。" : ""}`,
           `“${comparedLabel(s)}” in pairs with the base run “${comparedLabel(comparison.base)}”, ${comparison.replicates} pairs of replicates. ${capital(parts.join("; "))}${parts.length ? "." : ""}`);
}

const CHECKS = {
  stocks_and_flows: ["各状态年末人数=上年末人数+流入−流出", "Persons in a state = those a year before + inflow − outflow"],
  sector_accounts: ["各部门在岗人数=上月+进入−退休、离职、裁减等", "Filled posts of a sector = month before + entries − all exits"],
  destinations: ["各时点去向合计=被裁减人次", "Destinations at every horizon add up to the displaced"],
  queues: ["提供=谢绝+申请；申请=获得+无名额+无资金", "Offered = declined + requested; requested = served + turned away"],
  budgets: ["各预算科目支出不超过预算", "No budget line spends more than its budget"],
};

function verdict(good) {
  return element("span", {class: good ? "good" : "bad"}, good ? t("✓ 符合", "✓ holds") : t("✗ 不符", "✗ fails"));
}

function checksBlock() {
  const r = run();
  const rows = r.checks.map((check) => element("tr", {}, element("th", {scope: "row"}, labelOf(CHECKS[check.id] || [check.id, check.id])),
    element("td", {class: "number"}, grouped(check.equations)), element("td", {class: "number"}, grouped(check.failures)), element("td", {}, verdict(check.failures === 0))));
  const table = element("table", {id: "identities"}, element("caption", {}, t("恒等式：从结果文件重新加总（全部重复模拟）", "Identities, added up again from the results file (all replicates)")),
    element("thead", {}, element("tr", {}, [t("恒等式", "Identity"), t("等式数", "Equations"), t("不成立", "Failures"), t("结论", "Verdict")].map((word, i) => element("th", {scope: "col", class: i === 1 || i === 2 ? "number" : null}, word)))),
    element("tbody", {}, rows));
  const targets = r.targets.filter((target) => outcome(target.outcome));
  return [element("p", {}, checksSentence(targets)), element("div", {class: "scroll", tabindex: "0"}, table), targets.length ? targetsTable(targets) : null];
}

const isInside = (target) => outcome(target.outcome)[0] >= target.low && outcome(target.outcome)[0] <= target.high;

function checksSentence(targets) {
  const failures = run().checks.reduce((sum, check) => sum + check.failures, 0);
  const equations = run().checks.reduce((sum, check) => sum + check.equations, 0);
  const inside = targets.filter(isInside).length;
  const first = failures ? t(`${grouped(equations)}个等式中有${grouped(failures)}个不成立：这些结果不应使用。`, `${grouped(failures)} of ${grouped(equations)} equations fail: these results should not be used.`)
    : t(`${grouped(equations)}个等式全部成立。`, `All ${grouped(equations)} equations hold.`);
  const second = targets.length ? t(`${targets.length}项外部证据中有${inside}项在可接受范围内。`, ` ${inside} of ${targets.length} figures lie where evidence from outside says.`) : "";
  return first + second;
}

function targetsTable(targets) {
  return element("div", {class: "scroll", tabindex: "0"}, element("table", {id: "targets"},
    element("caption", {}, t("与外部证据对照（C：用于校准；H：留出，不参与调参）", "Against evidence from outside (C: calibrated to; H: held out, never tuned to)")),
    element("thead", {}, element("tr", {}, [t("指标", "Figure"), t("模拟", "Simulated"), t("应在", "Should be"), t("用途", "Use"), t("结论", "Verdict")].map((word) => element("th", {scope: "col"}, word)))),
    element("tbody", {}, targets.map((target) => element("tr", {}, element("th", {scope: "row"}, labelOf(target.label)),
      element("td", {}, withInterval(outcome(target.outcome), "share")), element("td", {}, `${show(target.low, "share")}${t("至", " to ")}${show(target.high, "share")}`),
      element("td", {}, target.use), element("td", {}, verdict(isInside(target))))))));
}

function assumptionItems() {
  const r = run();
  return [
    t("这是情景推演，不是预测。煤炭产量、新能源装机等路径是输入，模型只回答：如果路径如此，职工会怎样。",
      "This is a what-if study, no forecast. Paths of coal output and new capacity are inputs; the model answers what happens to workers if they come true."),
    t("区间只反映随机波动（各次重复模拟之间的差别），不含参数和路径的不确定性，因此总是偏窄。",
      "Intervals tell luck alone (differences between replicates), not that parameters and paths are uncertain; they are always too narrow."),
    t("岗位数量基本由路径给定。培训、补贴、安置主要改变“谁先上岗”，净增就业有限。",
      "The number of posts follows the paths. Courses, subsidies and placement mostly change who gets a post first; they create few."),
    t("“被裁减”指因煤矿减产或关闭失去岗位；到龄退休、内退、自愿离职属于自然减员，不计入。",
      "Displaced are those who lose their post because a mine shrinks or closes; pension, internal retirement and quits are natural exits and do not count."),
    t("收入损失以本人若未被裁减的收入为参照，不是与“没有政策”相比；政策效果只能用成对比较得出。",
      "Losses are measured against the person's own earnings without displacement, not against a world without policies; effects of policies need a paired comparison."),
    t(`金额按${r ? r.price_year : comparison.price_year}年不变价计，除“现值”外均未贴现。`,
      `Money is in prices of ${r ? r.price_year : comparison.price_year}, not discounted but for present values.`),
    t("部分参数没有内蒙古本地数据，取自文献或设为区间（如求职强度、参与意愿）；每个参数的来源见 jtsim describe parameters。",
      "Some parameters have no local evidence and come from the literature or are assumptions with a range (search, take-up); sources: jtsim describe parameters."),
    t("民族、性别、年龄差异来自录用机会、技能和地区分布的假定，用来发现需要关照的群体，不应用来评价个人。",
      "Differences by ethnicity, sex and age follow from assumed hiring chances, skills and places. They show which groups need attention and judge no individual."),
    t(`人数不足${r ? r.minimum_group : comparison.minimum_group}的群体标为${SMALL_MARK}，不宜解读。`,
      `Groups of fewer than ${r ? r.minimum_group : comparison.minimum_group} are marked ${SMALL_MARK}: too small to read.`),
  ];
}

function assumptionsBlock() {
  return [element("ul", {class: "plain"}, assumptionItems().map((item) => element("li", {}, item)))];
}

/** A word as a shell takes it back. */
function shellWord(word) {
  return /^[A-Za-z0-9_\-.\/=:,+@%]+$/.test(word) ? word : `'${String(word).replace(/'/g, "'\\''")}'`;
}

function factRows(pairs) {
  return element("dl", {class: "facts"}, pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
}

function runProvenance(r) {
  const record = r.record || {};
  const incomplete = r.replicates_complete < r.replicates ? t(`（应有${r.replicates}次，已中断）`, ` (of ${r.replicates}: broken off)`) : "";
  return [element("h3", {}, runLabel(r)), factRows([
    [t("程序版本", "Program"), `jtsim ${r.program_version} (${r.git_commit})`],
    [t("情景摘要", "Scenario digest"), r.scenario_digest],
    [t("随机种子", "Seed"), r.seed],
    [t("随机数", "Generator"), r.generator],
    [t("重复模拟", "Replicates"), `${r.replicates_complete}${incomplete}${r.first_replicate ? t(`，从第${r.first_replicate}次起`, `, from number ${r.first_replicate} on`) : ""}`],
    [t("期间", "Months"), `${r.start} — ${r.end}`],
    [t("运行日期", "Date of the run"), record.started || ""],
    [t("结果文件 SHA-256", "SHA-256 of results.h5"), record.results_sha256 || ""],
    [t("当时的命令", "Command of the run"), record.command_line ? element("code", {}, record.command_line.map(shellWord).join(" ")) : ""],
    [t("仅凭结果文件复现并逐位核对", "Reproduce from the file alone, bit for bit"), element("code", {}, `jtsim rerun ${shellWord(`${r.directory}/results.h5`)} --verify`)],
  ])];
}

function provenanceBlock() {
  const parts = [];
  if (comparison) {
    parts.push(element("h3", {}, t("比较", "Comparison")), factRows([
      [t("程序版本", "Program"), `jtsim ${comparison.program_version} (${comparison.git_commit})`],
      [t("基准情景", "Base run"), `${comparedLabel(comparison.base)} (${comparison.base.scenario_digest})`],
      ...comparison.sides.map((s) => [t("政策情景", "Policy run"), `${comparedLabel(s)} (${s.scenario_digest})`]),
      [t("随机种子", "Seed"), comparison.seed],
      [t("配对数", "Pairs"), String(comparison.replicates)],
      [t("复现命令", "Command that reproduces it"), element("code", {}, ["jtsim", "compare", comparison.base.directory, ...comparison.sides.map((s) => s.directory)].map(shellWord).join(" "))]]));
  }
  for (const r of content.runs) parts.push(...runProvenance(r));
  parts.push(element("p", {class: "note"}, t(`本报告由 jtsim ${content.program.version}（${content.program.commit}）于${content.program.written}写成，图表使用 Apache ECharts 6.1.0；页面自成一体，不访问网络。`,
    `Written by jtsim ${content.program.version} (${content.program.commit}) on ${content.program.written}; charts by Apache ECharts 6.1.0. The page is self-contained and uses no network.`)));
  return parts;
}

/** Every outcome of the comparison with its interval. */
function effectsBlock() {
  const rows = Object.entries(side().effects).filter(([, row]) => isNumber(row[2]));
  const kindOf = (name) => ({"yuan": "money", "share": "share"}[comparison.labels.effects[name][2]] || (comparison.labels.effects[name][2].startsWith("yuan") ? "yuan" : comparison.labels.effects[name][2].startsWith("months") ? "months" : "people"));
  const head = [t("结果", "Outcome"), t("基准", "Base run"), t("政策", "Policy run"), t("差异", "Difference"), t("90%区间", "90% interval")];
  return [element("details", {id: "all-effects"}, element("summary", {}, t("全部比较结果", "All outcomes of the comparison")),
    element("div", {class: "scroll", tabindex: "0"}, element("table", {}, element("thead", {}, element("tr", {}, head.map((word, i) => element("th", {scope: "col", class: i ? "number" : null}, word)))),
      element("tbody", {}, rows.map(([name, row]) => {
        const kind = kindOf(name);
        return element("tr", {}, element("th", {scope: "row"}, labelOf(comparison.labels.effects[name])), element("td", {class: "number"}, show(row[0], kind)), element("td", {class: "number"}, show(row[1], kind)),
          element("td", {class: "number"}, showChange(row[2], kind)), element("td", {class: "number"}, `${showChange(row[3], kind)}${t("至", " to ")}${showChange(row[4], kind)}`));
      })))))];
}
