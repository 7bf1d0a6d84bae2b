#!/usr/bin/python3
"""Writes the generated parts of docs/validation.md: validation_page.py VALIDATION.md docs/validation.md

The first file is what `jtsim validate -o DIR` leaves in DIR/validation.md; the contradictions come from configs/sources.
"""
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def contradictions():
    path = ROOT / "configs" / "sources" / "contradictions.csv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    text = "| printed | what speaks against it | what jtsim does | where |\n|---|---|---|---|\n"
    for row in csv.DictReader(lines):
        text += f"| {row['printed']} | {row['conflict']} | {row['advice']} | {row['document']}, {row['section']} |\n"
    return text


def main():
    found, page = map(pathlib.Path, sys.argv[1:])
    text = page.read_text(encoding="utf-8")
    for name, part in (("table", found.read_text(encoding="utf-8")), ("contradictions", contradictions())):
        begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
        text = re.sub(re.escape(begin) + ".*?" + re.escape(end), lambda _: begin + part + end, text, flags=re.S)
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
