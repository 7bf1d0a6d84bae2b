"""Reports of small runs and of a comparison, for the tests that look at them."""
import csv
import json
import pathlib
import re
import shutil
import sys
import tempfile

import program

END = "end=2032-12"
PUSH = ("policies.retraining.seats_per_month=6", "policies.retraining.take_up_share=0.6")
# Designs of the sweeps that have reports in tests: each has other figures.
DESIGNS = {
    "lhs": "{kind: lhs, points: 16, seed: 1}",
    "saltelli": "{kind: saltelli, points: 8, seed: 1}",
    "morris": "{kind: morris, points: 6, levels: 4, seed: 1}"}


def write_sweep(folder, design, scenario=program.TINY, name=None):
    """Writes NAME.yaml: the tiny region to 2030, under three policies in a Latin hypercube."""
    lines = [f"scenario: {scenario}", "set: {end: 2030-12}", f"design: {DESIGNS[design]}", "replicates: 2", "runs_per_part: 20",
             "factors:", "  search.search_intensity: [0.04, 0.15]", "  demand.capacity_replacement_share: [0, 0.5]",
             "  policies.retraining.take_up_share: [0.2, 0.9]"]
    if design == "lhs":
        lines += ["  demand.coal_path: {values: [observed, seed]}", "policies:", "  base: {}",
                  "  courses: {policies: {retraining: {seats_per_month: 8}}, budgets: {employment_fund: {yuan_per_year: 900000}}}",
                  "  subsidy: {policies: {hiring_subsidy: {unit_cost_yuan: 6000, take_up_share: 0.9}}}"]
    lines.append('outcomes: ["rate.*", "spending.*", "inequality.gini.*", "displaced.*", "in_work.*", "headline.*", "loss.present.*"]')
    path = folder / f"{name or design}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def content_of(page):
    """What the page was given, as its scripts read it."""
    text = pathlib.Path(page).read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="content">(.*?)</script>', text, re.S)
    return json.loads(found.group(1))


class ReportTest(program.ProgramTest):
    """A test that can have the reports of a run and of a comparison in its folder. What a test has
    made once is copied for the others."""

    made = None

    @classmethod
    def keep(cls):
        if ReportTest.made is None:
            ReportTest.made = tempfile.TemporaryDirectory(prefix="jtsim_reports_")
        return pathlib.Path(ReportTest.made.name)

    def have(self, directory, make):
        kept = self.keep() / directory
        if not kept.exists():
            make()
            shutil.copytree(self.folder / directory, kept)
        elif not (self.folder / directory).exists():
            shutil.copytree(kept, self.folder / directory)

    def make_run(self):
        self.have("base", lambda: self.run_tiny("base", END))
        return self.report("base")

    def make_comparison(self):
        self.have("base", lambda: self.run_tiny("base", END))
        self.have("push", lambda: self.run_tiny("push", END, *PUSH))
        self.have("push_against_base", lambda: self.expect(0, "compare", "base", "push", "--quiet"))
        return self.report("push_against_base")

    def make_markov(self):
        self.have("markov", lambda: self.expect(
            0, "run", program.SOURCE / "configs/checks/markov.yaml", "-o", "markov",
            "markov.workers=1000", "--replicates", "3", "--quiet"))
        return self.report("markov")

    def make_hostile(self, directory, labels):
        """Uses up 34 of the labels."""
        scenario = hostile_scenario(self.folder, labels)
        self.expect(0, "run", scenario, END, "replicates=2", "-o", directory, "--quiet")
        return self.report(directory)

    def make_sweep(self, design="lhs"):
        self.have(design, lambda: self.run_sweep(write_sweep(self.folder, design), design))
        return self.report(design)

    def run_sweep(self, file, directory):
        self.expect(0, "sweep", "plan", file, "-o", directory, "--quiet")
        self.expect(0, "sweep", "run", directory, "--quiet")

    def make_hostile_sweep(self, directory, labels):
        """Uses up 34 of the labels; the file and the directory have such names as well."""
        scenario = hostile_scenario(self.folder, labels)
        self.run_sweep(write_sweep(self.folder, "lhs", scenario, "<img src=x onerror=window.caught=1>"), directory)
        return self.report(directory)

    def make_hostile_comparison(self, labels):
        """Uses up 34 of the labels."""
        scenario = hostile_scenario(self.folder, labels)
        for name, words in ("<i>base", ()), ("<i>push", PUSH):
            self.expect(0, "run", scenario, END, "replicates=2", *words, "-o", name, "--quiet")
        self.expect(0, "compare", "<i>base", "<i>push", "-o", "<i>both", "--quiet")
        return self.report("<i>both")

    def report(self, *words):
        self.expect(0, "report", *words, "--quiet")
        return self.folder / words[0] / "report.html"


# Names for which a careless page would make elements, handlers, or spreadsheets formulas.
PAYLOADS = (
    '<script>window.caught=1</script>', '"><img src=x onerror=window.caught=1>', "</script><script>window.caught=1</script>",
    "<svg onload=window.caught=1>", "'\" onmouseover=window.caught=1 x='", "<iframe srcdoc='<script>parent.caught=1</script>'>",
    "=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(1)", "`window.caught=1`", "</title></head>", "<!--", "]]>", "{{style}}", "{{content}}",
    "javascript:window.caught=1", "<a href=javascript:caught=1>x</a>", "&lt;b&gt;", "&#60;b&#62;", "\\u003cb\\u003e", "${window.caught=1}",
    "{b}", "{a|x}", "{@value}", "%3Cscript%3E", "<b>bold</b>", "<style>*{display:none}</style>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0>", "<form action=//evil.example><input></form>", "\"autofocus onfocus=window.caught=1",
    "<details open ontoggle=window.caught=1>", "<math><mtext></mtext></math>")


class FiguresTest(ReportTest):
    """Figures that are shown, computed again from the arrays. Whoever adds to `compared` by the name
    of his class has to compare enough of them to prove something."""

    least_compared = 30
    compared = 0

    @classmethod
    def tearDownClass(cls):
        print(f"{cls.compared} figures were recomputed", file=sys.stderr)
        assert cls.compared >= cls.least_compared


def hostile_labels(count):
    """So many different labels."""
    return [f"{PAYLOADS[i % len(PAYLOADS)]}{i}" if i >= len(PAYLOADS) else PAYLOADS[i] for i in range(count)]


# Texts that a scenario may not hold, but a file of results may.
STORED = ("\u2028window.caught=1", "</script><script>window.caught=1</script>\u2029", "\"'</td><img src=x onerror=window.caught=1>",
          "=1+1\u2028", "line\nline")


def write_into_results(run, comparison):
    """Makes them names of outcomes in summary.json and labels in comparison.json."""
    path = run / "summary.json"
    summary = json.loads(path.read_text(encoding="utf-8"))
    for text in STORED:
        summary["displaced." + text] = summary[text] = summary["displaced.total"]
    path.write_text(json.dumps(summary, ensure_ascii=False), encoding="utf-8")
    path = comparison / "comparison.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    labelled = [stored["base"], *stored["policy_runs"], *stored["policy_runs"][0]["groups"].values()]
    for i, entry in enumerate(labelled):
        entry["label_zh"], entry["label_en"] = STORED[i % len(STORED)], STORED[(i + 1) % len(STORED)]
    path.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")


def with_labels(source, target, labels):
    """A copy of a table in which label_zh and label_en of every row are taken from `labels`."""
    with open(source, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    for row in rows:
        row["label_zh"], row["label_en"] = labels.pop(), labels.pop()
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def hostile_scenario(folder, labels):
    """Writes a tiny scenario whose names of scenario, leagues, ethnicities, policies and budget lines
    are hostile; takes them from `labels`."""
    tables = program.SOURCE / "configs"
    with_labels(tables / "tiny/leagues.csv", folder / "leagues.csv", labels)
    with_labels(tables / "inner_mongolia/ethnicities.csv", folder / "ethnicities.csv", labels)
    policies = ("internal_transfer", "internal_retirement", "early_retirement", "severance", "retraining",
                "hiring_subsidy", "placement_service", "unemployment_insurance", "social_assistance")
    quoted = lambda: json.dumps(labels.pop(), ensure_ascii=False)
    lines = [f"extends: {program.TINY}", f"label_zh: {quoted()}", f"label_en: {quoted()}", "policies:"]
    for name in policies:
        lines += [f"  {name}:", f"    label_zh: {quoted()}", f"    label_en: {quoted()}"]
    lines += ["budgets:", "  employment_fund:", f"    label_zh: {quoted()}", f"    label_en: {quoted()}",
              "tables:", f"  leagues: {folder}/leagues.csv", f"  ethnicities: {folder}/ethnicities.csv"]
    path = folder / "hostile.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
