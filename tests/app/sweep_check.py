"""Sweeps: plan, run, resume, shards, merge, rerun."""
import json
import os
import re
import shlex
import signal
import sqlite3
import time
import unittest

import h5py
import numpy
import xarray

import program
import sweeps
from program import TINY


class SweepTest(program.ProgramTest):
    def sweep(self, **changes):
        return sweeps.Sweep(self.folder, self.environment(), **changes)

    def test_a_merged_sweep_holds_what_single_runs_give(self):
        sweep = self.sweep(policies="{base: {}, none: {policies: {retraining: {enabled: false}}}}")
        work = sweep.fresh()
        sweep.expect(0, "run", work)
        sweep.merged(work)
        values = json.loads(self.expect(
            0, "run", TINY, "end=2021-12", "search.search_intensity=0.07",
            "demand.capacity_replacement_share=0.2", "policies.retraining.enabled=false",
            "--first-replicate", 1, "--replicates", 1, "-o", "single", "--json", "-").stdout)
        with xarray.open_dataset(self.folder / "merged.h5", engine="h5netcdf") as merged, \
                xarray.open_dataset(self.folder / "single/results.h5", engine="h5netcdf") as single:
            self.assertEqual(dict(merged.sizes)["point"], 8)
            self.assertEqual(list(merged.point_policy.values), ["base"] * 4 + ["none"] * 4)
            self.assertEqual(list(merged.design_row.values), [0, 1, 2, 3] * 2)
            row = merged.sel(point=6, replicate=1)
            for name in row.outcome.values:
                self.assertEqual(float(row.outcomes.sel(outcome=name)), values[name]["mean"], name)
            self.assertTrue((row.stock.values == single.stock.values[0]).all())
            self.assertEqual(list(merged.design.sel(point=6).values), [0.07, 0.2])
            of_point = merged.outcomes.sel(point=6, outcome="stock.unemployed.2021")
            statistic = merged.outcome_statistics.sel(point=6, outcome="stock.unemployed.2021")
            self.assertAlmostEqual(float(statistic.sel(statistic="mean")), float(of_point.mean()))
            self.assertAlmostEqual(float(statistic.sel(statistic="q05")),
                                   float(of_point.quantile(0.05)))
            self.assertTrue((merged.run_state == 1).all())

    def test_threads_shards_and_interruptions_do_not_change_a_byte(self):
        sweep = self.sweep()
        digest = sweep.reference()
        for words in (["--threads", 2], ["--threads", 5]):
            work = sweep.fresh()
            sweep.expect(0, "run", work, *words)
            self.assertEqual(sweep.merged(work), digest)
        work = sweep.fresh()
        for shard in "3/3", "1/3", "2/3":
            sweep.expect(0, "run", work, "--shard", shard)
        self.assertEqual(sweep.merged(work), digest)
        # What one shard of three began, two shards end.
        work = sweep.fresh()
        for shard in "2/3", "1/2", "2/2":
            sweep.expect(0, "run", work, "--shard", shard)
        self.assertEqual(sweep.merged(work), digest)
        again = self.sweep_planned_anew()
        self.assertEqual(again, digest)

    def sweep_planned_anew(self):
        (self.folder / "anew").mkdir()
        anew = sweeps.Sweep(self.folder / "anew", self.environment(), runs_per_part=5)
        return anew.reference()

    def test_quantiles_can_be_kept_instead_of_runs(self):
        sweep = self.sweep()
        work = sweep.fresh()
        sweep.expect(0, "run", work)
        sweep.merged(work)
        with h5py.File(self.folder / "merged.h5") as whole:
            stock = whole["stock"][:]
            outcomes = whole["outcome_statistics"][:]
        sweep.merged(work, "--keep", "quantiles")
        with xarray.open_dataset(self.folder / "merged.h5") as kept:
            self.assertNotIn("stock", kept)
            self.assertNotIn("outcomes", kept)
            self.assertTrue(numpy.allclose(kept.stock_mean, stock.mean(axis=1)))
            self.assertTrue(numpy.allclose(kept.stock_quantiles.sel(quantile="q95"),
                                           numpy.quantile(stock, 0.95, axis=1)))
            self.assertTrue(numpy.array_equal(kept.outcome_statistics, outcomes, equal_nan=True))

    def test_a_run_is_done_again_from_the_merged_file_alone(self):
        sweep = self.sweep()
        work = sweep.fresh()
        sweep.expect(0, "run", work)
        sweep.merged(work)
        words = "rerun", "merged.h5", "--point", 2, "--replicate", 1
        self.assertIn("equal bit for bit", sweep.expect(0, *words, "--verify").stdout)
        sweep.expect(0, *words, "-o", "again", "--quiet")
        with h5py.File(self.folder / "again/results.h5") as again, \
                h5py.File(self.folder / "merged.h5", "r+") as merged:
            self.assertTrue((again["stock"][0] == merged["stock"][2, 1]).all())
            merged["stock"][2, 1, 3, 0, 0] += 1
            merged["outcomes"][2, 1, 4] += 1e-9
        told = sweep.expect(1, *words, "--verify").stdout
        self.assertIn("different: stock: ", told)
        self.assertEqual(len(told.splitlines()), 2)
        self.assertIn("--point", sweep.expect(2, "rerun", "merged.h5", "--point", 4,
                                              "--replicate", 0).stderr)

    def test_a_stopped_sweep_commits_what_is_done_and_says_how_to_go_on(self):
        sweep = self.sweep(replicates=20_000, set="{end: 2022-12}", runs_per_part=200_000)
        for number in signal.SIGTERM, signal.SIGINT:
            work = sweep.fresh("it's work")
            process = sweep.start("run", work, "--threads", 2)
            time.sleep(1.5)
            process.send_signal(number)
            _, messages = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 75, messages)
            self.assertEqual(shlex.split(messages.splitlines()[-1].removeprefix("jtsim: ")),
                             [os.environ["JTSIM"], "sweep", "run", str(work), "--threads", "2"])
            self.assertGreater(sweep.status(work)["done"], 0)

    def test_the_index_is_rebuilt_from_the_parts(self):
        sweep = self.sweep()
        digest = sweep.reference()
        work = sweep.fresh()
        sweep.expect(0, "run", work)
        before = sweeps.acknowledged(work)
        self.assertEqual(before, set(range(12)))
        for name in "index.sqlite", "index.sqlite-wal", "index.sqlite-shm":
            (work / name).unlink(missing_ok=True)
        self.assertEqual(sweep.status(work)["done"], 12)
        self.assertEqual(sweeps.acknowledged(work), before)
        (work / "index.sqlite").write_bytes(b"no database" * 1000)
        self.assertEqual(sweep.status(work)["done"], 12)
        with sqlite3.connect(work / "index.sqlite") as index:
            index.execute("DELETE FROM part")
        sweep.expect(0, "run", work)
        # What the index claims without a part is not believed.
        next((work / "parts").glob("000003-*.h5")).unlink()
        self.assertEqual(sweep.status(work)["missing"], 2)
        sweep.expect(0, "run", work)
        self.assertEqual(sweep.merged(work), digest)

    def test_a_damaged_part_is_set_aside_and_done_again(self):
        sweep = self.sweep()
        digest = sweep.reference()
        work = sweep.fresh()
        sweep.expect(0, "run", work)
        part = next((work / "parts").glob("000002-*.h5"))
        part.write_bytes(part.read_bytes()[:-500])
        self.assertEqual(len(sweep.status(work)["damaged"]), 1)
        self.assertIn(part.name, sweep.expect(2, "merge", work).stderr)
        self.assertIn(part.name, sweep.expect(0, "run", work).stderr)
        self.assertTrue(part.with_name(part.name + ".damaged").exists())
        self.assertEqual(sweep.merged(work), digest)

    def test_a_shard_that_is_being_run_is_refused_with_host_and_process(self):
        sweep = self.sweep(replicates=20_000, set="{end: 2022-12}")
        work = sweep.fresh()
        process = sweep.start("run", work, "--shard", "1/2", "--quiet")
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        while process.poll() is None and not (work / "shard-1-of-2.lock").exists():
            time.sleep(0.02)
        time.sleep(0.2)
        for shard in "1/2", "1/1", "3/4":
            told = sweep.expect(2, "run", work, "--shard", shard).stderr
            self.assertIn(f"process {process.pid} on {os.uname().nodename}", told)
        other = sweep.start("run", work, "--shard", "2/2", "--quiet")
        time.sleep(0.3)
        running = sweep.status(work)["running"]
        self.assertEqual(sorted(entry["shard"] for entry in running), ["1/2", "2/2"])
        other.kill()
        other.communicate()
        # A stale lock locks nobody out.
        other = sweep.start("run", work, "--shard", "2/2")
        time.sleep(0.5)
        other.send_signal(signal.SIGTERM)
        self.assertIn("was killed while it ran this shard", other.communicate(timeout=60)[1])

    def test_a_failed_run_is_a_row_with_its_message_and_no_abort(self):
        # Too few applications for so many hires: that shows only when a labour market is put together.
        sweep = self.sweep(policies="{base: {}, broken: {population.reemployment_per_month: 0.5}}")
        work = sweep.fresh()
        done = sweep.expect(3, "run", work)
        status = sweep.status(work)
        self.assertEqual((status["done"], status["failed"]), (24, 12))
        self.assertEqual(status["failures"][0]["point"], 4)
        self.assertIn("a run failed: point 4", done.stderr)
        sweep.expect(3, "merge", work, "-o", "merged.h5")
        with xarray.open_dataset(self.folder / "merged.h5") as merged:
            self.assertTrue((merged.run_state.values[:4] == 1).all())
            self.assertTrue((merged.run_state.values[4:] == 2).all())
            self.assertEqual(len(merged.failure_reason), 12)
        fast = sweep.fresh("fast")
        sweep.expect(3, "run", fast, "--threads", 1, "--fail-fast")
        self.assertLess(sweep.status(fast)["done"], 24)

    def test_what_exceeds_a_limit_is_refused(self):
        path = sweeps.write_sweep(self.folder, replicates=1000)
        for option, size in ("--max-disk", "1M"), ("--max-memory", "1M"):
            told = self.expect(2, "sweep", "plan", path, "-o", "a", option, size).stderr
            self.assertIn(option, told)
        self.assertFalse((self.folder / "a").exists())
        told = self.expect(0, "sweep", "plan", path, "-o", "a", "--max-disk", "1G").stdout
        self.assertRegex(told, r"4 points .* = 4000 runs")

    def test_designs_in_the_unit_cube_are_laid_out(self):
        for kind, points in ("grid", 4), ("lhs", 6), ("sobol", 6), ("random", 6), \
                ("saltelli", 24), ("morris", 18):
            path = sweeps.write_sweep(
                self.folder, design=f"{{kind: {kind}, points: 6, levels: 2}}", replicates=1,
                factors="{search.search_intensity: [0.04, 0.09], "
                        "demand.capacity_replacement_share: [0.1, 0.3]}")
            told = self.expect(0, "sweep", "plan", path, "-o", kind).stdout
            self.assertTrue(told.startswith(f"{points} points"), (kind, told))
            rows = (self.folder / kind / "plan.csv").read_text().splitlines()[1:]
            values = [[float(cell) for cell in row.split(",")[5:]] for row in rows]
            self.assertTrue(all(0.04 <= a <= 0.09 and 0.1 <= b <= 0.3 for a, b in values), kind)

    def test_wrong_sweeps_are_refused_with_place_and_point(self):
        for changes, words in (
                ({"scenario": "gone.yaml"}, "gone.yaml"),
                ({"record": "[stocks]"}, "did you mean `stock`?"),
                ({"design": "{kind: lst, file: points.csv}"}, "sweep.yaml:3:"),
                ({"replicate": 3}, "replicate"),
                ({"policies": "{push: {policies: {retraining: {seats: 3}}}}"}, "point 0 (push"),
                ({"design": "{kind: lhs, points: 4}"}, "factors"),
                ({"set": "{end: 1999-01}"}, "end")):
            path = sweeps.write_sweep(self.folder, **changes)
            self.assertIn(words, self.expect(2, "sweep", "plan", path, "-o", "a").stderr)
        (self.folder / "points.csv").write_text("search.search_intensity\n0.05\n7\n")
        path = sweeps.write_sweep(self.folder)
        (self.folder / "points.csv").write_text("search.search_intensity\n0.05\n7\n")
        self.assertIn("point 1 ", self.expect(2, "sweep", "plan", path, "-o", "a").stderr)

    def test_seeds_are_common_or_each_points_own(self):
        common = self.sweep()
        seeds = {row.split(",")[3] for row in (common.plan / "plan.csv").read_text().split()[1:]}
        self.assertEqual(seeds, {"1"})
        (self.folder / "b").mkdir()
        own = sweeps.Sweep(self.folder / "b", self.environment(), seeds="independent")
        seeds = {row.split(",")[3] for row in (own.plan / "plan.csv").read_text().split()[1:]}
        self.assertEqual(len(seeds), 4)

    def test_a_changed_plan_is_refused(self):
        sweep = self.sweep()
        work = sweep.fresh()
        text = (work / "plan.csv").read_text()
        (work / "plan.csv").write_text(text.replace("0.05", "0.055"))
        self.assertIn("was changed", sweep.expect(2, "run", work).stderr)
        self.assertIn("holds a sweep already", self.expect(
            2, "sweep", "plan", self.folder / "sweep.yaml", "-o", work).stderr)

    def test_many_points_make_few_files(self):
        sweep = self.sweep(replicates=300, set="{end: 2021-01}", record="[outcomes]",
                           outcomes="[stock.*]", runs_per_part=0)
        work = sweep.fresh()
        sweep.expect(0, "run", work)
        self.assertLess(len([p for p in work.rglob("*") if p.is_file()]), 200)
        sweep.merged(work)
        self.assertTrue(re.search(r"1200 runs", sweep.jtsim("status", work).stdout))


if __name__ == "__main__":
    unittest.main()
