// Numbers as people read them.

function grouped(value, digits = 0) {
  return value.toLocaleString("en-US", {minimumFractionDigits: digits, maximumFractionDigits: digits});
}

const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/** Formats by kind; what is missing is a dash. */
const FORMATS = {
  people: (v) => grouped(Math.abs(v) < 9.95 && v % 1 !== 0 ? v : Math.round(v),
                         Math.abs(v) < 9.95 && v % 1 !== 0 ? 1 : 0),
  share: (v) => `${(100 * v).toFixed(1)}%`,
  points: (v) => t("{0} points", signed(100 * v, 1)),
  index: (v) => v.toFixed(3),
  months: (v) => v.toFixed(1),
  yuan: (v) => grouped(Math.round(v)),
  money: (v) => t("{0} bn yuan", grouped(v / moneyUnit()[1], 2)),
  year: (v) => String(v),
  plain: (v) => String(v),
  number: (v) => (Math.abs(v) >= 1000 ? grouped(Math.round(v)) : String(+v.toPrecision(4))),
};

// The same with more digits, for what differs little: share2, points3, index5, ...
for (let digits = 2; digits <= 7; ++digits) {
  FORMATS[`share${digits}`] = (v) => `${(100 * v).toFixed(digits)}%`;
  FORMATS[`points${digits}`] = (v) => t("{0} points", signed(100 * v, digits));
  FORMATS[`index${digits}`] = (v) => v.toFixed(digits);
}

function signed(value, digits) {
  return (value > 0 ? "+" : value < 0 ? "−" : "") + grouped(Math.abs(value), digits);
}

function show(value, kind) {
  if (!isNumber(value)) return "–";
  return FORMATS[kind](value).replace(/^-/, "−");
}

/** With the sign of a change. */
function showChange(value, kind) {
  if (!isNumber(value)) return "–";
  const text = show(value, kind);
  return value > 0 && !text.startsWith("+") ? `+${text}` : text;
}

/** The interval behind a mean: [mean, low, high, ...]; a unit stands once, at the end. */
function interval(figure, kind) {
  const unit = kind === "money" ? t(" bn yuan") : "";
  const low = show(figure[1], kind);
  return `${unit && low.endsWith(unit) ? low.slice(0, -unit.length) : low}${tc("range", " to ")}${show(figure[2], kind)}`;
}

/** Whether an interval says anything: one replicate has none. */
function hasInterval(figure) {
  return isNumber(figure[1]) && (comparison !== null || !run() || run().replicates_complete > 1);
}

/** "81,395（81,112至81,664）" */
function withInterval(figure, kind) {
  if (!figure || !isNumber(figure[0])) return "–";
  if (!hasInterval(figure)) return show(figure[0], kind);
  return t("{0} ({1})", show(figure[0], kind), interval(figure, kind));
}

/** The same for use inside brackets: "51.7%，区间49.5%至53.5%". */
function withRange(figure, kind) {
  if (!figure || !isNumber(figure[0])) return "–";
  if (!hasInterval(figure)) return show(figure[0], kind);
  return t("{0}, interval {1}", show(figure[0], kind), interval(figure, kind));
}

/** Unit of money axes and its divisor. */
function moneyUnit() {
  return [t("bn yuan"), isChinese() ? 1e8 : 1e9];
}

/** An outcome of the run: [mean, low, high] or undefined. */
function outcome(name, r = run()) {
  return r && r.figures ? r.figures[name] : undefined;
}

/** The outcomes `name(year)` over years, those that exist: [[year, figure], ...]. */
function overYears(years, name, r = run()) {
  return years.map((year) => [year, outcome(name(year), r)]).filter(([, figure]) => figure);
}
