"""The guide: both languages have the same commands, and every command runs."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
HAN = re.compile(r"[\u4e00-\u9fff]")


def text_of(name):
    return (SOURCE / name).read_text(encoding="utf-8")


def blocks(name):
    return re.findall(r"^```sh\n(.*?)^```$", text_of(name), re.S | re.M)


def inline_commands(name):
    """What stands in backticks and begins with the program or one of our scripts."""
    return [c for c in re.findall(r"`([^`\n]+)`", text_of(name)) if re.match(r"(build/release/)?jtsim |\./\w", c)]


class Guide(unittest.TestCase):
    def test_both_languages_have_the_same_commands(self):
        for english, chinese in ("docs/guide.md", "docs/guide.zh.md"), ("README.md", "README.zh.md"):
            self.assertEqual([without_comments(b) for b in blocks(english)],
                             [without_comments(b) for b in blocks(chinese)])
            self.assertEqual(sorted(inline_commands(english)), sorted(inline_commands(chinese)))
        self.assertGreater(len(blocks("docs/guide.md")), 10)

    def test_links_lead_to_files(self):
        for name in "docs/guide.md", "docs/guide.zh.md", "README.md", "README.zh.md", "examples/README.md":
            folder = (SOURCE / name).parent
            for link in re.findall(r"\]\(([^)#:]+)\)", text_of(name)):
                self.assertTrue((folder / link).exists(), f"{name}: {link}")

    def test_chapters_agree(self):
        for english, chinese in ("docs/guide.md", "docs/guide.zh.md"), ("README.md", "README.zh.md"):
            levels = [[len(h) for h in re.findall(r"^(#+) ", strip_blocks(text_of(n)), re.M)] for n in (english, chinese)]
            self.assertEqual(levels[0], levels[1])
            self.assertRegex(text_of(chinese), HAN)

    def test_every_command_runs(self):
        with tempfile.TemporaryDirectory(prefix="jtsim_guide_") as folder:
            folder = pathlib.Path(folder)
            for name in "configs", "examples", "docs":
                (folder / name).symlink_to(SOURCE / name)
            (folder / "build/release").mkdir(parents=True)
            (folder / "build/release/jtsim").symlink_to(os.environ["JTSIM"])
            (folder / "output").mkdir()
            # One shell for all blocks, as for somebody who reads on.
            marks = [f"printf '%s\\n' 'BLOCK {i}' >&2\n{block}" for i, block in enumerate(blocks("docs/guide.zh.md"))]
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", "\n".join(marks)], cwd=folder, text=True,
                                  capture_output=True, timeout=600, check=False)
            self.assertEqual(done.returncode, 0, done.stderr[-3000:])
            for made in ("output/runs/subsidy_against_base/report.html", "output/runs/subsidy_against_base/tables.xlsx",
                         "output/runs/subsidy/tables.xlsx", "output/tables/persons_by_group.csv",
                         "output/share.json", "output/sweep.h5", "parameters.json"):
                self.assertGreater((folder / made).stat().st_size, 100, made)


def without_comments(block):
    return re.sub(r"[ \t]+#.*$", "", block, flags=re.M)


def strip_blocks(text):
    return re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)


if __name__ == "__main__":
    unittest.main()
