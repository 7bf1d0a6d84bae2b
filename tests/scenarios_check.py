#!/usr/bin/python3
"""The shipped scenarios are sound, source their numbers, use every kind of policy, and their results add up.

Each is run once to the end of 2031, when those displaced in 2026 reach the last horizon.
"""
import json
import pathlib
import re
import sys
import unittest

import h5py
import numpy
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "app"))
import program
import tables_check

FOLDER = program.SOURCE / "configs" / "scenarios"
SCENARIOS = sorted(FOLDER.glob("*.yaml"))
END = "2031-12"
ONE_PAGE = 60  # lines
# Kinds without a scenario yet, each with its reason.
WITHOUT_SCENARIO = {}
# Kinds that serve nobody in person: money spent shows that they are at work.
MEASURES_OF_MONEY = {"anti_discrimination", "transition_fund"}
NUMBER = re.compile(r"^\s*[a-z_]+:\s+-?\d[\d.]*\s*(?:#\s*(?P<comment>.*))?$")
GROUPS = ("age_band", "sex", "ethnicity", "education", "region")


def names(file, dataset):
    return [name.decode() for name in file[dataset][:]]


class Scenarios(program.ProgramTest):
    def test_every_scenario_is_sound_and_has_both_labels(self):
        self.assertGreaterEqual(len(SCENARIOS), 12)
        for path in SCENARIOS:
            with self.subTest(path.stem):
                self.assertNotIn("warning", self.expect(0, "check", path).stderr)
                text = path.read_text(encoding="utf-8")
                self.assertLessEqual(text.count("\n"), ONE_PAGE)
                scenario = yaml.safe_load(text)
                self.assertEqual(scenario["extends"], "../inner_mongolia.yaml")
                self.assertRegex(scenario["label_zh"], "[\u4e00-\u9fff]")
                self.assertTrue(scenario["label_en"].isascii() and scenario["label_en"])

    def test_every_number_has_a_source_or_a_range(self):
        registry = tables_check.check_registry()
        for path in SCENARIOS:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                with self.subTest(f"{path.name}:{number}"):
                    for kind, key in re.findall(r"\b(seed|ref|law):(\w+)", line):
                        self.assertTrue(key in registry[kind], f"{kind}:{key} is not listed")
                    found = NUMBER.match(line)
                    source = re.match(r'\s*source: "(.*)"$', line)
                    if found:
                        self.assertTrue(found["comment"], line)
                        self.assertEqual(
                            tables_check.source_faults(found["comment"], [], registry), [])
                    if source:
                        self.assertEqual(tables_check.source_faults(source[1], [], registry), [])

    def test_every_kind_of_policy_is_at_work_and_all_results_add_up(self):
        at_work = set()
        for path in SCENARIOS:
            with self.subTest(path.stem):
                self.expect(0, "run", path, f"end={END}", "--replicates", "1", "--threads", "1",
                            "-o", path.stem, "--quiet")
                kinds = self.kinds_by_policy(path.stem)
                with h5py.File(self.folder / path.stem / "results.h5") as file:
                    self.check_destinations(file)
                    self.check_queues(file)
                    self.check_budgets(file)
                    at_work |= self.kinds_at_work(file, kinds)
        known = {row["kind"] for row in json.loads(
            self.expect(0, "describe", "policies", "--json").stdout)}
        self.assertEqual(known - at_work - set(WITHOUT_SCENARIO), set())

    def kinds_by_policy(self, directory):
        resolved = yaml.safe_load((self.folder / directory / "scenario.yaml").read_text("utf-8"))
        return {name: policy["kind"] for name, policy in resolved["policies"].items()
                if policy.get("enabled", True)}

    def kinds_at_work(self, file, kinds):
        served = file["policy_count"][..., names(file, "counter").index("served")].sum((0, 1))
        spent = file["policy_spending"][:].sum((0, 1, 3))
        return {kinds[name] for i, name in enumerate(names(file, "policy")) if name in kinds and
                (served[i] > 0 or spent[i] > 0 and kinds[name] in MEASURES_OF_MONEY)}

    def check_destinations(self, file):
        """At every horizon every displaced of the register has one destination, in every table."""
        days = file["displaced_month"][:]
        years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970
        first = int(file["displaced_year"][0])
        count = len(file["displaced_year"])
        self.assertGreater(len(years), 0)
        codes = {group: file[f"displaced_{group}"][:].astype(int) for group in GROUPS}

        def displaced(*groups):
            shape = [count] + [len(file[group]) for group in groups]
            table = numpy.zeros(shape, int)
            numpy.add.at(table, (years - first, *(codes[group] for group in groups)), 1)
            return table

        tables = {"destination": ()}
        tables |= {f"destination_by_{group}": (group,) for group in GROUPS}
        tables |= {f"destination_pair_{group}_region": (group, "region") for group in GROUPS[:-1]}
        self.assertEqual(set(tables), {name for name in file if name.startswith("destination") and
                                       file[name].ndim > 1})
        for name, groups in tables.items():
            summed = file[name][0].sum(-1)
            for horizon in range(summed.shape[1]):
                numpy.testing.assert_array_equal(summed[:, horizon], displaced(*groups), name)

    def check_queues(self, file):
        counters = names(file, "counter")
        table = file["policy_count"][:]
        offered, declined, requested, served, no_seat, no_money = (
            table[..., counters.index(name)]
            for name in ("offered", "declined", "requested", "served", "no_seat", "no_money"))
        numpy.testing.assert_array_equal(offered, declined + requested)
        numpy.testing.assert_array_equal(requested, served + no_seat + no_money)

    def check_budgets(self, file):
        quantities = names(file, "quantity")
        lines = file["budget_line"][:]
        budget = lines[..., quantities.index("budget")]
        limited = budget != file["budget_line"].attrs["_FillValue"]
        spent = lines[..., quantities.index("spent")]
        self.assertTrue((spent[limited] <= budget[limited]).all())


if __name__ == "__main__":
    unittest.main()
