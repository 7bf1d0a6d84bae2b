"""Comparing stored runs: what comes out, what is refused, and what does not matter."""
import json
import unittest
import warnings

import h5py
import netCDF4  # noqa: F401 (its own import warns; later warnings count as faults)
import numpy
import xarray

import program

END = "end=2033-12"
PUSH = ("policies.retraining.seats_per_month=30", "policies.retraining.take_up_share=0.9",
        "budgets.employment_fund.yuan_per_year=20000000")


class Compare(program.ProgramTest):
    def compare(self, *words, code=0, **options):
        return self.expect(code, "compare", *words, "--quiet", **options)

    def runs(self, *words):
        self.run_tiny("base", END, "--replicates", "3")
        self.run_tiny("push", END, "--replicates", "3", *words)

    def result(self, directory="push_against_base"):
        return json.loads((self.folder / directory / "comparison.json").read_text())

    def test_equal_scenarios_have_no_effect_at_all(self):
        self.runs()
        self.compare("base", "push")
        run = self.result()["policy_runs"][0]
        self.assertEqual(run["policies"], {"added": [], "removed": [], "changed": []})
        self.assertEqual(run["other_differences"], [])
        for name, effect in run["effects"].items():
            self.assertIn(effect["difference"], (0, None), name)
            self.assertIn(effect["standard_error"], (0, None), name)
        self.assertEqual(run["effects"]["displaced.in_work_12m"]["difference"], 0)
        for name, group in run["groups"].items():
            self.assertEqual(group["winners"]["mean"] + group["losers"]["mean"], 0, name)

    def test_the_threads_do_not_matter_and_files_are_equal_byte_for_byte(self):
        self.runs(*PUSH)
        digests = []
        for threads in 1, 2, 3:
            self.compare("base", "push", "-o", f"with_{threads}", "--threads", threads)
            digests.append([program.digest(self.folder / f"with_{threads}" / name)
                            for name in ("comparison.h5", "comparison.json")])
        self.assertEqual(digests[0], digests[1])
        self.assertEqual(digests[0], digests[2])

    def test_a_policy_is_named_and_its_outcomes_are_there(self):
        self.runs(*PUSH)
        done = self.compare("base", "push", "--json", "-")
        run = json.loads(done.stdout)["policy_runs"][0]
        self.assertEqual(json.loads(done.stdout), self.result())
        self.assertEqual(run["policies"]["changed"], ["retraining"])
        self.assertEqual(run["budgets_and_cascade"], ["budgets.employment_fund.yuan_per_year"])
        self.assertEqual(run["other_differences"], [])
        self.assertGreater(run["measures"]["participants.persons"]["mean"], 0)
        effects = run["effects"]
        for payer in "central", "region", "enterprise", "insurance_fund", "private":
            self.assertIn(f"spending.{payer}", effects)
        months = effects["participants.months_without_work"]
        self.assertAlmostEqual(months["independent_replicates"], 3 * months["variance_ratio"])
        self.assertAlmostEqual(months["difference"], months["policy"] - months["base"])
        self.assertIn(run["costs"]["cost.public_per_placed_12m"]["interval"],
                      ("bounded", "two_rays", "unbounded"))
        groups = run["groups"]
        for kind in "ethnicity", "sex", "age_band", "education", "region":
            of_kind = [g["persons"] for name, g in groups.items() if name.startswith(kind + ".")]
            self.assertAlmostEqual(sum(of_kind), groups["everyone"]["persons"])
        self.assertTrue(all(g["below_minimum_group"] == (g["persons"] < 10)
                            for g in groups.values()))

    def test_the_base_side_equals_the_files_of_the_base_run(self):
        self.runs(*PUSH)
        self.compare("base", "push")
        with h5py.File(self.folder / "base/results.h5") as file:
            spending = file["policy_spending"][:].sum(axis=(1, 2)).mean(axis=0) / 100
            payers = [text.decode() for text in file["payer"][:]]
            events = file["destination"][:, :, 0, :].sum(axis=(1, 2)).mean()
        effects = self.result()["policy_runs"][0]["effects"]
        for payer, amount in zip(payers, spending):
            self.assertAlmostEqual(effects[f"spending.{payer}"]["base"], amount, places=2)
        self.assertAlmostEqual(effects["displaced.events"]["base"], events)

    def test_arrays_open_in_xarray_with_both_engines(self):
        self.runs(*PUSH)
        self.run_tiny("none", END, "--replicates", "3", "policies.retraining.enabled=false")
        self.compare("base", "push", "none")
        path = self.folder / "push_and_1_more_against_base/comparison.h5"
        for engine in "netcdf4", "h5netcdf":
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("error")
                    data = xarray.open_dataset(path, engine=engine)
            except (ValueError, ModuleNotFoundError):  # an engine that is not installed
                self.assertNotEqual(engine, "netcdf4")
                continue
            with data:
                self.assertEqual(list(data.policy_run.values), ["push", "none"])
                self.assertEqual(data.effect_base.dims, ("policy_run", "outcome", "replicate"))
                self.assertEqual(data.group_base.dims,
                                 ("policy_run", "group", "group_outcome", "replicate"))
                self.assertEqual(data.region_in_work_base.dims,
                                 ("policy_run", "year", "replicate"))
                self.assertEqual(list(data.replicate.values), [0, 1, 2])
                placed = (data.effect_policy - data.effect_base).sel(
                    outcome="displaced.in_work_12m")
                mean = data.effect_difference_mean.sel(outcome="displaced.in_work_12m")
                numpy.testing.assert_allclose(placed.mean("replicate"), mean)
                numpy.testing.assert_array_equal(
                    data.effect_base.sel(policy_run="push", outcome="spending.all"),
                    data.effect_base.sel(policy_run="none", outcome="spending.all"))

    def test_sentences_come_in_both_languages(self):
        self.runs(*PUSH)
        english = self.compare("base", "push", "--lang", "en").stdout
        self.assertIn("push against base: 3 pairs", english)
        self.assertIn("Policies changed: retraining", english)
        self.assertIn("Among the displaced", english)
        chinese = self.compare("base", "push", "--lang", "zh", "--overwrite").stdout
        self.assertIn("被裁减者", chinese)
        self.assertIn("政策改变：retraining", chinese)

    def test_only_common_replicates_are_compared(self):
        self.run_tiny("base", END, "--replicates", "4")
        self.run_tiny("push", END, "--replicates", "3", "--first-replicate", "2", *PUSH)
        self.compare("base", "push")
        result = self.result()
        self.assertEqual((result["first_replicate"], result["replicates"]), (2, 2))

    def test_other_differences_are_told(self):
        self.runs(*PUSH, "search.search_intensity=0.08")
        self.assertIn("search.search_intensity", self.compare("base", "push").stdout)
        self.assertEqual(self.result()["policy_runs"][0]["other_differences"],
                         ["search.search_intensity"])

    def test_what_is_not_comparable_is_refused_with_the_reason(self):
        self.run_tiny("base", END, "--replicates", "3")
        for reason, words in {
            "seed: cannot be compared: 9 here, 1 in the base run": [END, "seed=9"],
            "end: cannot be compared: 2026-12 here": ["end=2026-12"],
            "0 replicates in common": [END, "--first-replicate", "7"],
            "1 replicates in common": [END, "--first-replicate", "2"],
            "population: cannot be compared": [
                END, "population.coal_base=census", "population.census_headcount=660"],
        }.items():
            with self.subTest(reason):
                self.run_tiny("other", *words, "--replicates", "3", "--overwrite")
                done = self.compare("base", "other", code=2)
                self.assertIn(reason, done.stderr)
        self.assertNotIn("other_against_base", " ".join(self.files()))

    def test_a_markov_run_has_nothing_to_compare(self):
        self.run_tiny("base", END, "--replicates", "2")
        self.expect(0, "run", program.SOURCE / "configs/checks/markov.yaml", "-o", "markov",
                    "markov.workers=1000", "--replicates", "2", "--quiet")
        self.assertIn("kind `markov` has no policies", self.compare("base", "markov", code=2).stderr)

    def test_a_file_that_this_program_does_not_reproduce_is_refused(self):
        for array, index in ("policy_spending", (1, 2, 0, 1)), ("stock", (1, -1, 0, 0)):
            self.run_tiny("base", END, "--replicates", "3", "--overwrite")
            self.run_tiny("push", END, "--replicates", "3", *PUSH, "--overwrite")
            with h5py.File(self.folder / "push/results.h5", "r+") as file:
                file[array][index] += 1
            done = self.compare("base", "push", code=2)
            self.assertIn("gives other numbers (replicate 1", done.stderr)
            self.assertIn("push/results.h5", done.stderr)
            self.assertEqual([f for f in self.files() if "against" in f], ["push_against_base"])

    def test_an_earlier_comparison_is_kept_unless_it_may_be_replaced(self):
        self.runs(*PUSH)
        self.compare("base", "push")
        before = program.digest(self.folder / "push_against_base/comparison.json")
        self.assertIn("--overwrite", self.compare("base", "push", code=2).stderr)
        self.compare("base", "push", "--overwrite")
        self.assertEqual(before, program.digest(self.folder / "push_against_base/comparison.json"))
        self.assertEqual([f for f in self.files() if "against" in f],
                         ["push_against_base", "push_against_base/comparison.h5",
                          "push_against_base/comparison.json"])

    def test_missing_and_foreign_runs_are_refused(self):
        self.run_tiny("base", END, "--replicates", "2")
        self.assertIn("nowhere", self.compare("base", "nowhere", code=1).stderr)
        (self.folder / "text").mkdir()
        (self.folder / "text/results.h5").write_text("no numbers")
        self.assertIn("text/results.h5", self.compare("base", "text", code=2).stderr)
        self.assertIn("POLICY_DIR", self.compare("base", code=2).stderr)


if __name__ == "__main__":
    unittest.main()
