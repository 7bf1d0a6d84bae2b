#!/usr/bin/python3
"""Writes a file between two marks of a page: insert_part.py PART_FILE PAGE NAME

The marks are <!-- NAME:begin --> and <!-- NAME:end -->. Used for the tables that `jtsim calibrate` and `jtsim validate --inputs`
leave in their directories.
"""
import pathlib
import re
import sys


def main():
    part, page = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    begin, end = f"<!-- {sys.argv[3]}:begin -->\n", f"<!-- {sys.argv[3]}:end -->"
    text = page.read_text(encoding="utf-8")
    if begin not in text or end not in text:
        sys.exit(f"{page} has no marks {begin.strip()} and {end}")
    new = begin + part.read_text(encoding="utf-8") + end
    page.write_text(re.sub(re.escape(begin) + ".*?" + re.escape(end), lambda _: new, text, flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    main()
