"""Analyses of real sweeps: figures against NumPy, files as SALib and the EMA Workbench read them."""
import csv
import filecmp
import io
import json
import math
import shutil
import tarfile
import unittest

import numpy
import pandas
import xarray

import program
import sweeps

NOTHING = "policies.retraining.seats_per_month"
DRIVER = "search.search_intensity"
# Beyond it everybody finds work at once: unemployment no longer reacts, and its ranks are luck.
DRIVER_RANGE = [0.04, 0.16]
SWITCH = "policies.internal_retirement.enabled"
EMA_SWITCH = "policies_internal_retirement_enabled"
UNEMPLOYMENT = "rate.registered_unemployment.2020-2022"
POLICIES = "{base: {}, leave: {policies: {internal_retirement: {enabled: false}}}}"
OUTCOMES = ("[stock.*.2022, rate.*, spending.central.*, spending.region.*, "
            "spending.insurance_fund.*, inequality.gini.*]")


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def salib_blocks(y, dimensions):
    """Y as SALib's `separate_output_values` takes it apart without second order: A, B, AB."""
    step = dimensions + 2
    ab = numpy.column_stack([y[j + 1::step] for j in range(dimensions)])
    return y[0::step], y[step - 1::step], ab


def salib_totals(y, dimensions):
    """Its total indices, after its normalisation."""
    y = (y - y.mean()) / y.std()
    a, b, ab = salib_blocks(y, dimensions)
    return [0.5 * numpy.mean((a - ab[:, j]) ** 2) / numpy.var(numpy.r_[a, b])
            for j in range(dimensions)]


def salib_effects(x, y, levels):
    """Elementary effects [factor][trajectory] as SALib's `morris.analyze` computes them."""
    size = x.shape[1] + 1
    x = x.reshape(-1, size, x.shape[1])
    y = y.reshape(-1, size)
    delta = levels / (2.0 * (levels - 1))
    effects = numpy.zeros((x.shape[2], len(x)))
    for path, (points, results) in enumerate(zip(x, y)):
        for step in range(size - 1):
            change = points[step + 1] - points[step]
            moved, = numpy.nonzero(change)
            assert len(moved) == 1
            sign = math.copysign(1, change[moved[0]])
            effects[moved[0], path] = sign * (results[step + 1] - results[step]) / delta
    return effects


def ema_results(path):
    """What `load_results` of the EMA Workbench returns, by its documented layout."""
    with tarfile.open(path, "r:gz", encoding="UTF8") as archive:
        metadata = json.loads(archive.extractfile("metadata.json").read().decode())
        experiments = pandas.read_csv(io.BytesIO(archive.extractfile("experiments.csv").read()))
        for name, dtype in metadata["experiments"].items():
            experiments[name] = experiments[name].astype(dtype)
        outcomes = {}
        for kind, name, filename in metadata["outcomes"]:
            assert kind == "ScalarOutcome" and name.isidentifier()
            values = pandas.read_csv(io.BytesIO(archive.extractfile(filename).read()),
                                     index_col=False, header=None).values
            outcomes[name] = numpy.reshape(values, (values.shape[0],))
    return experiments, outcomes


class SweepAnalysisTest(program.ProgramTest):
    def sweep(self, design, place=".", **changes):
        keys = {"policies": POLICIES, "design": design, "replicates": 2, "outcomes": OUTCOMES,
                "set": "{end: 2022-12}", "record": "[outcomes]", "runs_per_part": 5,
                "factors": f"{{{DRIVER}: {DRIVER_RANGE}, {NOTHING}: [1, 5]}}", **changes}
        return sweeps.Sweep(self.folder / place, self.environment(), **keys)

    def analysed(self, sweep, work, *words):
        return json.loads(sweep.expect(0, "analyse", work, "--json", "-", *words).stdout)

    def finished(self, design, **changes):
        """A sweep that was run and merged, and its analysis."""
        # Nobody is retrained, however many seats there are.
        changes.setdefault("set", "{end: 2022-12, policies: {retraining: {enabled: false}}}")
        sweep = self.sweep(design, **changes)
        work = sweep.fresh()
        sweep.expect(0, "run", work, "--quiet")
        sweep.merged(work)
        return sweep, work, self.analysed(sweep, work)

    def drivers(self, analysis, outcome=UNEMPLOYMENT, policy="base"):
        return {row["factor"]: row for row in analysis["drivers"]
                if row["outcome"] == outcome and row["policy"] == policy}

    def test_sobol_indices_know_what_does_nothing_and_are_those_that_salib_reads(self):
        sweep, work, analysis = self.finished("{kind: saltelli, points: 8}")
        rows = self.drivers(analysis)
        self.assertEqual(rows[NOTHING]["sobol"]["total"], 0)
        self.assertGreater(rows[DRIVER]["sobol"]["total"], 0.3)
        self.assertAlmostEqual(rows[DRIVER]["sobol"]["first"], 1)
        self.assertLess(rows[DRIVER]["rank_correlation"], -0.8)
        self.assertGreater(rows[DRIVER]["at_low"], rows[DRIVER]["at_high"])
        self.assertEqual(rows[DRIVER]["sobol"]["blocks"], 8)
        folder = work / "analysis/salib"
        problem = json.loads((folder / "problem.json").read_text())
        self.assertEqual(problem["names"], [DRIVER, NOTHING])
        self.assertEqual(problem["bounds"], [DRIVER_RANGE, [1, 5]])
        self.assertEqual(problem["num_vars"], 2)
        column = problem["outputs"].index(UNEMPLOYMENT)
        planned = [row for row in rows_of(work / "plan.csv") if row["policy"] == "base"]
        for policy in "base", "leave":
            x = numpy.loadtxt(folder / policy / "X.csv", delimiter=",")
            y = numpy.loadtxt(folder / policy / "Y.csv", delimiter=",")
            self.assertEqual((x.shape, y.shape), ((32, 2), (32, len(problem["outputs"]))))
            for j, name in enumerate(problem["names"]):
                self.assertEqual(list(x[:, j]), [float(row[name]) for row in planned])
                a, b, ab = salib_blocks(x[:, j], 2)
                self.assertTrue((ab[:, j] == b).all() and (ab[:, 1 - j] == a).all())
            totals = salib_totals(y[:, column], 2)
            rows = self.drivers(analysis, policy=policy)
            for j, name in enumerate(problem["names"]):
                self.assertAlmostEqual(totals[j], rows[name]["sobol"]["total"], places=9)

    def test_morris_effects_are_those_that_salib_reads(self):
        _, work, analysis = self.finished("{kind: morris, points: 6, levels: 4, seed: 3}")
        folder = work / "analysis/salib"
        problem = json.loads((folder / "problem.json").read_text())
        x = numpy.loadtxt(folder / "base/X.csv", delimiter=",")
        y = numpy.loadtxt(folder / "base/Y.csv", delimiter=",")
        effects = salib_effects(x, y[:, problem["outputs"].index(UNEMPLOYMENT)], 4)
        rows = self.drivers(analysis)
        for j, name in enumerate(problem["names"]):
            morris = rows[name]["morris"]
            self.assertEqual(morris["paths"], 6)
            self.assertAlmostEqual(morris["mu"], effects[j].mean(), places=12)
            self.assertAlmostEqual(morris["mu_star"], abs(effects[j]).mean(), places=12)
            self.assertAlmostEqual(morris["sigma"], effects[j].std(ddof=1), places=12)
        self.assertEqual(rows[NOTHING]["morris"]["mu_star"], 0)
        self.assertGreater(rows[DRIVER]["morris"]["mu_star"], 0)

    def test_tables_json_and_merged_file_agree_with_numpy(self):
        sweep, work, analysis = self.finished("{kind: lhs, points: 12}", replicates=4)
        with xarray.open_dataset(self.folder / "merged.h5", engine="h5netcdf") as merged:
            merged.load()
        runs = merged.outcomes.values.reshape(2, 12, 4, -1)
        names = list(merged.outcome.values)
        for row in rows_of(work / "analysis/policies.csv"):
            if row["outcome"] not in names:
                continue
            y = runs[..., names.index(row["outcome"])]
            difference = y[1] - y[0]
            by_replicate = difference.mean(axis=0)
            self.assertAlmostEqual(float(row["difference"]), difference.mean(), places=7)
            self.assertAlmostEqual(float(row["standard_error"]),
                                   by_replicate.std(ddof=1) / math.sqrt(4), places=7)
            self.assertAlmostEqual(float(row["share_above"]),
                                   (difference.mean(axis=1) > 0).mean())
            self.assertEqual((row["rows"], row["pairs"]), ("12", "48"))
        for row in rows_of(work / "analysis/points.csv"):
            if row["outcome"] not in names:
                continue
            of_point = merged.outcome_statistics.sel(point=int(row["point"]),
                                                     outcome=row["outcome"])
            for figure in "mean", "standard_error", "q05", "q50", "q95":
                self.assertEqual(float(row[figure]), float(of_point.sel(statistic=figure)))
        ranks = pandas.DataFrame({"x": merged.design.values[:12, 0]})
        for row in analysis["drivers"]:
            if row["outcome"] not in names or row["factor"] != DRIVER:
                continue
            policy = ["base", "leave"].index(row["policy"])
            ranks["y"] = runs[policy, ..., names.index(row["outcome"])].mean(axis=1)
            at = {"outcome": row["outcome"], "factor": DRIVER, "sweep_policy": row["policy"]}
            stored = float(merged.rank_correlation.sel(**at))
            expected = ranks.corr("spearman").loc["x", "y"]
            if math.isnan(expected):
                self.assertIsNone(row["rank_correlation"])
                self.assertTrue(math.isnan(stored))
                continue
            self.assertAlmostEqual(row["rank_correlation"], expected)
            self.assertEqual(stored, row["rank_correlation"])
            self.assertEqual(float(merged.tornado_low.sel(**at)), row["at_low"])
            by_factor = ranks.sort_values("x").y
            self.assertAlmostEqual(row["at_low"], by_factor[:3].mean())
            self.assertAlmostEqual(row["at_high"], by_factor[-3:].mean())
        self.check_pareto(analysis, merged, runs)

    def check_pareto(self, analysis, merged, runs):
        self.assertEqual([o["name"] for o in analysis["objectives"]],
                         ["cost", "unemployment", "gap"])
        names = list(merged.outcome.values)
        years = [names.index(f"rate.registered_unemployment.{y}") for y in (2020, 2021, 2022)]
        payers = [names.index(f"spending.{p}.2021-2022")
                  for p in ("central", "region", "insurance_fund")]
        for k, policy in enumerate(analysis["pareto"]):
            cost, unemployment, _ = policy["means"]
            self.assertAlmostEqual(cost, runs[k, ..., payers].sum(axis=0).mean(), places=4)
            self.assertAlmostEqual(unemployment, runs[k, ..., years].mean())
            self.assertEqual(list(merged.objective_mean.values[k]), policy["means"])
            self.assertEqual(bool(merged.is_efficient.values[k]), policy["is_efficient"])
        means = numpy.array([policy["means"] for policy in analysis["pareto"]])
        for k, policy in enumerate(analysis["pareto"]):
            beaten = ((means <= means[k]).all(axis=1) & (means < means[k]).any(axis=1)).any()
            self.assertEqual(policy["is_efficient"], not beaten)

    def test_the_archive_for_the_ema_workbench_holds_every_point(self):
        _, work, _ = self.finished(
            "{kind: grid, levels: 2}",
            policies="{base: {}, push: {policies: {retraining: {seats_per_month: 9}}}}",
            factors=f"{{{DRIVER}: {DRIVER_RANGE}, {SWITCH}: {{values: [false, true]}}}}")
        experiments, outcomes = ema_results(work / "analysis/ema.tar.gz")
        points = [row for row in rows_of(work / "analysis/points.csv")
                  if row["outcome"] == UNEMPLOYMENT]
        self.assertEqual(len(experiments), 8)
        # Its reader is not exact to the last digit.
        numpy.testing.assert_allclose([float(row["mean"]) for row in points],
                                      outcomes["rate_registered_unemployment_2020_2022"], 1e-14)
        self.assertEqual([row["policy"] for row in points], list(experiments["policy"]))
        self.assertEqual([row[SWITCH] for row in points],
                         [str(value).lower() for value in experiments[EMA_SWITCH]])
        self.assertEqual([float(row[DRIVER]) for row in points],
                         list(experiments["search_search_intensity"]))
        self.assertEqual(str(experiments[EMA_SWITCH].dtype), "category")
        self.assertEqual(list(experiments["scenario"]), [0, 1, 2, 3] * 2)

    def test_a_merged_file_says_the_same_as_its_parts(self):
        sweep, work, _ = self.finished("{kind: saltelli, points: 2}")
        sweep.expect(0, "analyse", "merged.h5", "--quiet")
        for name in ("analysis.json", "points.csv", "drivers.csv", "policies.csv", "pareto.csv",
                     "ema.tar.gz", "salib/base/X.csv", "salib/leave/Y.csv"):
            self.assertTrue(filecmp.cmp(work / "analysis" / name,
                                        self.folder / "merged_analysis" / name, shallow=False))
        self.assertEqual(list((work / "analysis").rglob("*.part")), [])
        sweep.merged(work, "--keep", "quantiles")
        self.assertIn("not the runs", sweep.expect(2, "analyse", "merged.h5").stderr)

    def test_what_is_missing_is_left_out_by_blocks_and_told(self):
        sweep = self.sweep("{kind: saltelli, points: 4}", replicates=1, policies="{only: {}}")
        work = sweep.fresh()
        self.assertIn("no run of the sweep is done", sweep.expect(2, "analyse", work).stderr)
        self.assertFalse((work / "analysis").exists())
        # Runs 0 to 4 and 10 to 14 of 16: blocks 0 of four runs is whole.
        sweep.expect(0, "run", work, "--shard", "1/2", "--quiet")
        done = sweep.expect(0, "analyse", work)
        self.assertIn("6 of 16 runs have no results", done.stderr)
        self.assertIn("12 design rows", done.stderr)
        self.assertIn("3 of 4 Saltelli blocks", done.stdout)
        x = numpy.loadtxt(work / "analysis/salib/only/X.csv", delimiter=",")
        self.assertEqual(x.shape, (4, 2))
        rows = self.drivers(self.analysed(sweep, work), policy="only")
        self.assertEqual(rows[DRIVER]["sobol"]["blocks"], 1)
        self.assertIsNone(rows[DRIVER]["sobol"]["total"])
        sweep.expect(0, "merge", work, "-o", "merged.h5", "--partial", "--quiet")
        self.assertEqual(self.analysed(sweep, "merged.h5"), self.analysed(sweep, work))

    def test_a_policy_that_fails_everywhere_is_not_efficient_and_hinders_no_other(self):
        sweep = self.sweep("{kind: lhs, points: 3}", policies=(
            "{base: {}, broken: {population.reemployment_per_month: 0.5}}"))
        work = sweep.fresh()
        sweep.expect(3, "run", work, "--quiet")
        base, broken = self.analysed(sweep, work)["pareto"]
        self.assertTrue(base["is_efficient"])
        self.assertFalse(broken["is_efficient"])
        self.assertEqual(broken["means"], [None, None, None])
        self.assertEqual(base["share_efficient"], 1)

    def test_wrong_wishes_are_refused_with_what_would_do(self):
        sweep, work, _ = self.finished("{kind: lhs, points: 2}")
        shutil.rmtree(work / "analysis")
        for words, told in (
                (("--outcomes", "stock.unemployd.2022"), "did you mean `stock.unemployed.2022`?"),
                (("--outcomes", "gone.*"), "--outcomes"),
                (("--objective", "cost=spending.all"), "--objective"),
                (("--objective", "rate.registered_unemployment.2022:up"), "`:more` or `:less`"),
                (("--json", "nowhere/at/all.json"), "lies in no folder")):
            self.assertIn(told, sweep.expect(2, "analyse", work, *words).stderr, words)
            self.assertFalse((work / "analysis").exists())
        self.assertIn("no directory of a sweep", sweep.expect(2, "analyse", "gone").stderr)
        (self.folder / "text.h5").write_text("text")
        self.assertIn("text.h5", sweep.expect(2, "analyse", "text.h5").stderr)
        # A design in another order would give wrong indices.
        lines = (work / "design.csv").read_text().splitlines()
        (work / "design.csv").write_text("\n".join([lines[0], *lines[:0:-1]]) + "\n")
        self.assertIn("was changed", sweep.expect(2, "analyse", work).stderr)
        (self.folder / "other").mkdir()
        other = self.sweep("{kind: lhs, points: 2}", "other", record="[stock]")
        work = other.fresh()
        other.expect(0, "run", work, "--quiet")
        self.assertIn("keeps no outcomes", other.expect(2, "analyse", work).stderr)

    def test_outcomes_and_objectives_can_be_named(self):
        sweep, work, _ = self.finished("{kind: lhs, points: 3}")
        analysis = self.analysed(
            sweep, work, "--outcomes", "stock.un*", "stock.ret*", "--objective",
            "jobless=stock.unemployed.2022,stock.in_training.2022", "--objective",
            "stock.employed_mining.2022:more")
        self.assertEqual(analysis["outcomes"], ["stock.unemployed.2022", "stock.retired.2022",
                                                "jobless", "stock.employed_mining.2022"])
        self.assertEqual([o["less_is_better"] for o in analysis["objectives"]], [True, False])
        text = sweep.expect(0, "analyse", work).stdout
        for outcome in ("public cost (spending.public.2021-2022)", "Gini of incomes (",
                        f"registered unemployment ({UNEMPLOYMENT})"):
            self.assertIn(f"What drives {outcome}", text)
        text = sweep.expect(0, "analyse", work, "--lang", "zh").stdout
        self.assertIn("驱动因素", text)
        self.assertIn("公共支出（越小越好）", text)


if __name__ == "__main__":
    unittest.main()
