"""Pages and the schema that the program writes are those in the repository; docs/odd.md names every kind."""
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
JTSIM = os.environ["JTSIM"]


def printed(*command):
    return subprocess.run(command, cwd=SOURCE, text=True, capture_output=True, timeout=120, check=True).stdout


class Pages(unittest.TestCase):
    maxDiff = 2000

    def test_generated_files_are_up_to_date(self):
        for name, command in (
                ("docs/policies.md", (sys.executable, "scripts/policies_page.py", JTSIM)),
                ("docs/evidence.md", (sys.executable, "scripts/evidence_page.py", JTSIM)),
                ("configs/schema/scenario.schema.json", (JTSIM, "describe", "schema"))):
            with self.subTest(name):
                self.assertEqual((SOURCE / name).read_text(encoding="utf-8"), printed(*command))

    def test_the_description_has_every_kind_of_policy(self):
        text = (SOURCE / "docs/odd.md").read_text(encoding="utf-8")
        section = text[text.index("### 7.2"):text.index("### 7.3")]
        named = re.findall(r"^\| ([a-z_]+) \| .*[\u4e00-\u9fff]", section, re.M)
        kinds = [p["kind"] for p in json.loads(printed(JTSIM, "describe", "policies", "--json"))]
        self.assertEqual(sorted(named), sorted(kinds))
        self.assertGreater(len(kinds), 20)


if __name__ == "__main__":
    unittest.main()
