"""The page of policies gives the default of every parameter of every kind: in the kind's table, or in the common one."""
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
JTSIM = os.environ["JTSIM"]


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def defaults_by_section(page):
    """heading -> {parameter: default}"""
    sections = {}
    for line in page.splitlines():
        if line.startswith("## "):
            rows = sections.setdefault(re.sub(r".*\(`(.*)`\)$", r"\1", line.removeprefix("## ")), {})
        elif line.startswith("| `"):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)]
            rows[cells[1].strip("`")] = cells[3]
    return sections


class PoliciesDefaults(unittest.TestCase):
    def test_every_default_is_the_one_of_its_kind(self):
        page = output_of(sys.executable, SOURCE / "scripts/policies_page.py", JTSIM)
        sections = defaults_by_section(page)
        common = sections["Parameters of every kind"]
        checked = 0
        for row in json.loads(output_of(JTSIM, "describe", "parameters", "--json", "--lang", "en")):
            if not row["path"].startswith("policies.<"):
                continue
            kind, name = row["path"].removeprefix("policies.<").split(">.", 1)
            shown = sections[kind].get(name, common.get(name))
            self.assertEqual(shown, row["default"].replace("|", "\\|"), row["path"])
            checked += 1
        self.assertGreater(checked, 500)
        self.assertEqual(common["payer"], "region")


if __name__ == "__main__":
    unittest.main()
