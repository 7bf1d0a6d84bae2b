"""The scripts in examples/ run and say what the files hold; each needs its own packages."""
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
TINY = SOURCE / "configs/tiny.yaml"


def is_missing(module):
    return importlib.util.find_spec(module) is None


def has_r_package(name):
    if shutil.which("Rscript") is None:
        return False
    return subprocess.run(["Rscript", "-e", f"library({name})"], capture_output=True, check=False).returncode == 0


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="jtsim_examples_")
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.run_([os.environ["JTSIM"], "run", TINY, "end=2027-12", "replicates=3", "-o", "base", "--quiet"])
        cls.run_([os.environ["JTSIM"], "run", TINY, "end=2027-12", "replicates=3", "-o", "push", "--quiet",
                  "policies.retraining.seats_per_month=6"])
        cls.run_([os.environ["JTSIM"], "compare", "base", "push", "--quiet"])

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def run_(cls, words):
        done = subprocess.run([str(w) for w in words], cwd=cls.folder, text=True, capture_output=True, timeout=300,
                              check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def mean(self, outcome):
        return json.loads((self.folder / "base/summary.json").read_text())[outcome]["mean"]

    def require_mining(self, text):
        """The line of 2026 shows the mean of summary.json, rounded."""
        line = next(words for words in map(str.split, text.splitlines()) if words and words[0] == "2026")
        self.assertAlmostEqual(float(line[1]), self.mean("headline.mining.2026"), delta=0.51)

    @unittest.skipIf(is_missing("xarray"), "SKIPPED: python3-xarray is not installed")
    def test_a_run_is_read_in_python(self):
        text = self.run_([sys.executable, SOURCE / "examples/read_run.py", "base"])
        line = next(words for words in map(str.split, text.splitlines()) if words and words[0] == "2025")
        self.assertAlmostEqual(float(line[1]), self.mean("headline.mining.2025"), delta=0.51)
        self.assertIn("失业12个月及以上", text)

    @unittest.skipIf(is_missing("xarray"), "SKIPPED: python3-xarray is not installed")
    def test_a_comparison_is_read_in_python(self):
        text = self.run_([sys.executable, SOURCE / "examples/read_comparison.py", "push_against_base"])
        self.assertIn("push against the base run, 3 pairs", text)
        effect = json.loads((self.folder / "push_against_base/comparison.json").read_text())
        effect = effect["policy_runs"][0]["effects"]["displaced.in_work_12m"]
        line = next(l for l in text.splitlines() if l.startswith("displaced.in_work_12m"))
        shown = [float(word.replace(",", "")) for word in line.split()[2:7]]
        for value, key in zip(shown, ("base", "difference", "standard_error", "low", "high")):
            self.assertAlmostEqual(value, effect[key], delta=0.51 if abs(effect[key]) >= 100 else 0.001)

    @unittest.skipIf(is_missing("pandas"), "SKIPPED: python3-pandas is not installed")
    def test_an_analysed_sweep_is_read_in_python(self):
        (self.folder / "small.yaml").write_text(
            f"scenario: {TINY}\nset: {{end: 2022-12}}\nreplicates: 1\nrecord: [outcomes]\n"
            "outcomes: [spending.*, rate.*, inequality.gini.*]\n"
            "policies: {base: {}, leave: {policies: {internal_retirement: {enabled: false}}}}\n"
            "factors: {search.search_intensity: [0.04, 0.3], policies.retraining.seats_per_month: [1, 9]}\n"
            "design: {kind: saltelli, points: 4}\n")
        for words in (["plan", "small.yaml", "-o", "sweep"], ["run", "sweep"], ["analyse", "sweep"]):
            self.run_([os.environ["JTSIM"], "sweep", *words, "--quiet"])
        text = self.run_([sys.executable, SOURCE / "examples/read_sweep.py", "sweep"])
        analysis = json.loads((self.folder / "sweep/analysis/analysis.json").read_text())
        rate = analysis["objectives"][1]["outcome"]
        shown = text.split(f"indices of {rate}, base:")[1]
        for row in analysis["drivers"]:
            if (row["outcome"], row["policy"]) == (rate, "base"):
                line = next(l for l in shown.splitlines() if l.startswith(row["factor"]))
                self.assertAlmostEqual(float(line.split()[1]), row["sobol"]["total"], delta=0.00051)
        self.assertIn("EMA Workbench: 32 experiments", text)

    @unittest.skipIf(is_missing("xarray") or is_missing("matplotlib"), "SKIPPED: python3-matplotlib is not installed")
    def test_two_figures_are_drawn_in_python(self):
        self.run_([sys.executable, SOURCE / "examples/draw_figures.py", "base", "figures"])
        for name in "where_they_are.png", "displacements.png":
            self.assertTrue((self.folder / "figures" / name).read_bytes().startswith(b"\x89PNG"))
            self.assertGreater((self.folder / "figures" / name).stat().st_size, 10_000)

    @unittest.skipUnless(has_r_package("ncdf4"), "SKIPPED: r-cran-ncdf4 is not installed")
    def test_a_run_is_read_in_r(self):
        text = self.run_(["Rscript", SOURCE / "examples/read_run.R", "base", "r"])
        self.require_mining(text)
        self.assertTrue((self.folder / "r/displacements.pdf").read_bytes().startswith(b"%PDF"))

    def test_every_script_says_what_it_wants(self):
        for script in (SOURCE / "examples").glob("*.py"):
            if is_missing("xarray") or (script.name == "draw_figures.py" and is_missing("matplotlib")):
                continue
            done = subprocess.run([sys.executable, script], text=True, capture_output=True, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn("usage: " + script.name, done.stderr)


if __name__ == "__main__":
    unittest.main()
