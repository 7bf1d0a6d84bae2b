#!/usr/bin/env python3
"""Writes docs/policies.md from what the program says about its policies.

usage: policies_page.py JTSIM > docs/policies.md
"""
import collections
import json
import subprocess
import sys


def described(program, subject):
    command = [program, "describe", subject, "--json", "--lang", "en"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def parameters_by_kind(program):
    """kind -> {parameter: row}, each row without the path of its kind."""
    kinds = {}
    for row in described(program, "parameters"):
        if not row["path"].startswith("policies.<"):
            continue
        kind, name = row["path"].removeprefix("policies.<").split(">.", 1)
        kinds.setdefault(kind, {})[name] = row
    return kinds


def cell(text):
    return text.replace("|", "\\|")


def table(rows):
    lines = ["| parameter | unit | default | range | meaning | source |", "|---|---|---|---|---|---|"]
    for name, row in rows.items():
        values = [f"`{name}`"] + [row[key] for key in ("unit", "default", "range", "meaning", "source")]
        lines.append("| " + " | ".join(cell(value) for value in values) + " |")
    return lines


def usual_default(rows):
    """The most frequent default of a parameter's rows, one a kind; none where two are equally frequent."""
    counts = collections.Counter(row["default"] for row in rows).most_common(2)
    return None if len(counts) > 1 and counts[0][1] == counts[1][1] else counts[0][0]


def page(program):
    parameters = parameters_by_kind(program)
    kinds = described(program, "policies")
    of_all = set.intersection(*(set(rows) for rows in parameters.values()))
    common = {}
    for name, row in parameters[kinds[0]["kind"]].items():
        if name in of_all:
            usual = usual_default([rows[name] for rows in parameters.values()])
            common[name] = row | {"default": "see each kind" if usual is None else usual}
    lines = ["# Policies 政策", "",
             "Written by `scripts/policies_page.py` from the program's own declarations; do not edit.", "",
             f"{len(kinds)} kinds. Every kind also has the parameters in the last table, which gives the default of "
             "most kinds; a kind with another default (who pays, who is eligible) has it in its own table. Those of "
             "the queue (seats, take-up, priority, cost) stand with each kind because their defaults differ.", ""]
    for kind in kinds:
        rows = parameters[kind["kind"]]
        own = {name: row for name, row in rows.items() if name not in common}
        own |= {name: rows[name] for name in common if rows[name]["default"] != common[name]["default"]}
        lines += [f"## {kind['label_zh']} {kind['label_en']} (`{kind['kind']}`)", "", kind["meaning_zh"], "",
                  kind["meaning_en"], "", f"Acts as: {kind['step']}.", ""]
        lines += table(own) + [""] if own else []
    lines += ["## Parameters of every kind", "",
              "Defaults are those of most kinds; the sections above name the kinds that have another.", ""]
    lines += table(common)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(page(sys.argv[1]))
