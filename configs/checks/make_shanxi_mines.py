#!/usr/bin/python3
"""Makes shanxi/mines.csv: the roster of the reference with a tenth of the state-owned mines closing.

Use: make_shanxi_mines.py            writes the table beside this script
     make_shanxi_mines.py --print    writes the same bytes to stdout

The rule: in every state-owned group with at least five mines in a league, the mine that would close first (the lowest
closure_order) closes; one every six months from July 2021 on, in the order of the roster. That is five of the 54
state-owned mines.
"""
import csv
import io
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROSTER = HERE.parent / "inner_mongolia" / "mines.csv"
FIRST = (2021, 7)
MONTHS_APART = 6
LEAST_MINES = 5
SOURCE = "computed closes by design of the experiment; seed:shanxi_internal_share; "


def read_roster():
    lines = [line for line in ROSTER.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("#")]
    reader = csv.DictReader(lines)
    return reader.fieldnames, list(reader)


def closing(rows):
    """The mines that close, in the order of the roster."""
    groups = {}
    for row in rows:
        if row["ownership"] == "state_owned":
            groups.setdefault((row["group"], row["league"]), []).append(row)
    return [min(mines, key=lambda row: int(row["closure_order"])) for mines in groups.values() if len(mines) >= LEAST_MINES]


def table():
    columns, rows = read_roster()
    for i, row in enumerate(closing(rows)):
        months = FIRST[0] * 12 + FIRST[1] - 1 + i * MONTHS_APART
        row["closure_month"] = f"{months // 12}-{months % 12 + 1:02d}"
        row["source"] = SOURCE + row["source"]
    text = io.StringIO()
    text.write("# The roster of the reference with a tenth of the state-owned mines closing; made by make_shanxi_mines.py.\n")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    if "--print" in sys.argv[1:]:
        sys.stdout.write(table())
    else:
        (HERE / "shanxi" / "mines.csv").write_text(table(), encoding="utf-8")
