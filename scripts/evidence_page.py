#!/usr/bin/python3
"""Writes docs/evidence.md from what the program declares and what the tables say: evidence_page.py JTSIM > docs/evidence.md

Every parameter and every row of every table names its source; this page sorts them by how far they can be trusted.
"""
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CONFIGS = ROOT / "configs"
TAGS = ("found", "computed", "assumed")
HEAD = """# Evidence 证据

Written by `scripts/evidence_page.py` from the declared parameters (`jtsim describe parameters`) and the column `source` of the
tables; do not edit. What the keys mean stands in `configs/sources/`: `seed:` in `seed_facts.csv`, `ref:` and `law:` in
`references.csv`, which also says what of a reference was read.

| tag | 标签 | meaning |
|---|---|---|
| found | 有据 | printed in a document, a statistic, a law or a paper that was seen; for papers often the abstract alone |
| computed | 推算 | follows from found numbers by the formula given, or holds by construction or convention |
| assumed | 假设 | our choice; the range says how far off it may be |

A source that says "assumption LOW-HIGH" and names a reference as well is assumed: the reference gives the direction, not the number.
"""


def tag_of(source):
    if not source:
        return ""
    if "assumption" in source:
        return "assumed"
    if "computed" in source or "calibrated" in source:
        return "computed"
    return "found" if re.search(r"\b(seed|ref|law):", source) else "computed"


def cell(text):
    return text.replace("|", "\\|")


def table(titles, rows):
    lines = ["| " + " | ".join(titles) + " |", "|" + "---|" * len(titles)]
    return lines + ["| " + " | ".join(cell(text) for text in row) + " |" for row in rows]


def parameters(program):
    command = [program, "describe", "parameters", "--json", "--lang", "en"]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return [row for row in rows if "number" in row["type"]]


def tables():
    for path in sorted((CONFIGS / "inner_mongolia").glob("*.csv")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        yield path.name, list(csv.DictReader(lines))


def parts_of(source):
    """The statements of a source: "employment: seed:x; share: assumption 0-1" has one per column."""
    return [part.strip() for part in source.split("; ")]


def counted(rows):
    count = collections.Counter(tag_of(row["source"]) for row in rows)
    return [str(count[tag]) for tag in TAGS]


def overview(declared, sheets):
    rows = [["parameters of scenario files"] + counted(declared)]
    rows += [[f"`{name}`"] + counted(sheet) for name, sheet in sheets]
    return ["## How much of it is known", "", "Numbers of parameters, and of rows of each table of the reference scenario, by tag.", ""] \
        + table(["where", *TAGS], rows) + [""]


def parameter_part(declared):
    lines = ["## Parameters", "", "Those of policies stand in `policies.md` as well, with their meaning.", ""]
    rows = [[f"`{row['path']}`", row["default"], row["unit"], row["range"], row["distribution"], tag_of(row["source"]), row["source"]]
            for row in declared]
    return lines + table(["parameter", "default", "unit", "range", "distribution", "tag", "source"], rows) + [""]


def calibrated_part():
    """Values of the shipped scenario that were fitted, with their comment."""
    rows = []
    for line in (CONFIGS / "inner_mongolia.yaml").read_text(encoding="utf-8").splitlines():
        found = re.match(r"\s*(\w+):\s*(\S+)\s+#\s*(calibrated.*)", line)
        if found:
            rows.append([f"`{found[1]}`", found[2], found[3]])
    if not rows:
        return []
    return ["## Calibrated values of the reference scenario", "", "How they were found: `calibration.md`.", ""] \
        + table(["parameter", "value", "source"], rows) + [""]


def table_part(sheets):
    lines = ["## Tables of the reference scenario", "",
             "Each statement of a source once, with the number of rows it stands in.", ""]
    for name, sheet in sheets:
        count = collections.Counter(part for row in sheet for part in parts_of(row["source"]))
        lines += [f"### `{name}`", ""]
        lines += table(["source", "rows", "tag"], [[part, str(n), tag_of(part.split(": ", 1)[-1])] for part, n in count.most_common()])
        lines.append("")
    return lines


def main():
    declared = parameters(sys.argv[1])
    sheets = list(tables())
    lines = [HEAD] + overview(declared, sheets) + calibrated_part() + parameter_part(declared) + table_part(sheets)
    print("\n".join(lines).rstrip())


if __name__ == "__main__":
    main()
