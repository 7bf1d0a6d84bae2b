"""docs/policies.md is what the program says about its policies."""
import os
import pathlib
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
PROGRAM = os.environ["JTSIM_PROGRAM"]


class PoliciesPage(unittest.TestCase):
    def test_the_committed_page_is_the_one_the_declarations_give(self):
        script = SOURCE / "scripts" / "policies_page.py"
        run = subprocess.run([sys.executable, script, PROGRAM], check=True, capture_output=True, text=True)
        committed = (SOURCE / "docs" / "policies.md").read_text(encoding="utf-8")
        self.assertEqual(run.stdout, committed, "write it anew: scripts/policies_page.py JTSIM > docs/policies.md")


if __name__ == "__main__":
    unittest.main()
