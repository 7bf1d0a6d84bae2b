// Tables: the twin of every chart, and its download as CSV.

/** An element with text and attributes; text is never taken for markup. */
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick" || name === "onchange") {
      node.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

/** Columns [{label, kind}], rows of raw values; kind "text" or one of FORMATS. */
function tableElement(table, caption) {
  const head = element("tr", {}, table.columns.map(
    (column) => element("th", {scope: "col", class: column.kind === "text" ? null : "number"},
                        column.label)));
  const body = table.rows.map((row) => element("tr", {}, row.map((value, i) => {
    const column = table.columns[i];
    if (column.kind === "text")
      return element(i === 0 ? "th" : "td", i === 0 ? {scope: "row"} : {}, value ?? "–");
    return element("td", {class: "number"}, show(value, column.kind));
  })));
  return element("table", {}, element("caption", {}, caption), element("thead", {}, head),
                 element("tbody", {}, body));
}

/** A cell: texts that a spreadsheet would take for a formula get an apostrophe. */
function csvCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  let text = String(value);
  if (/^[\s]*[=+\-@]/.test(text) || /^[\t\r\n]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function csvText(table) {
  const lines = [table.columns.map((column) => column.label), ...table.rows];
  return "\uFEFF" + lines.map((line) => line.map(csvCell).join(",") + "\r\n").join("");
}

function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], {type: "text/csv;charset=utf-8"}));
  const link = element("a", {href: url, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

const textColumn = (label) => ({label, kind: "text"});
const column = (label, kind) => ({label, kind});

/** Columns of a mean and its interval. */
function intervalColumns(label, kind) {
  return [column(label, kind), column(t("{0}: 5% quantile", label), kind),
          column(t("{0}: 95% quantile", label), kind)];
}

function meanIntervalColumns(label, kind) {
  return [column(label, kind), column(t("interval, low"), kind),
          column(t("interval, high"), kind)];
}

const three = (figure) => (figure ? [figure[0], figure[1], figure[2]] : [null, null, null]);
