"""A page of docs/ is what its script writes from the program's declarations: written_page_check.py NAME."""
import os
import pathlib
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
PROGRAM = os.environ["JTSIM_PROGRAM"]
NAME = sys.argv.pop(1)


class WrittenPage(unittest.TestCase):
    def test_the_committed_page_is_the_one_the_declarations_give(self):
        script = SOURCE / "scripts" / f"{NAME}_page.py"
        run = subprocess.run([sys.executable, script, PROGRAM], check=True, capture_output=True, text=True)
        committed = (SOURCE / "docs" / f"{NAME}.md").read_text(encoding="utf-8")
        self.assertEqual(run.stdout, committed, f"write it anew: scripts/{NAME}_page.py JTSIM > docs/{NAME}.md")


if __name__ == "__main__":
    unittest.main()
