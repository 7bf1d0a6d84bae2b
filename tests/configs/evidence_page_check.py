"""docs/evidence.md is what declarations and tables say about their sources."""
import os
import pathlib
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
PROGRAM = os.environ["JTSIM_PROGRAM"]


class EvidencePage(unittest.TestCase):
    def test_the_committed_page_is_the_one_the_declarations_give(self):
        script = SOURCE / "scripts" / "evidence_page.py"
        run = subprocess.run([sys.executable, script, PROGRAM], check=True, capture_output=True, text=True)
        committed = (SOURCE / "docs" / "evidence.md").read_text(encoding="utf-8")
        self.assertEqual(run.stdout, committed, "write it anew: scripts/evidence_page.py JTSIM > docs/evidence.md")


if __name__ == "__main__":
    unittest.main()
