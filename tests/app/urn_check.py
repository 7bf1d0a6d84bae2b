#!/usr/bin/python3
"""Runs of kind urn through the program: files, repetition, threads, and matrices and demand from files."""
import json
import pathlib
import sys
import unittest

import h5py
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import program

CHECKS = program.SOURCE / "configs" / "checks"
OCCUPATIONS = "id,employment,p\nx,20000,0.1\ny,30000,0.4\nz,9000,0.2\n"
PROXIMITY = "from,x,y,z\nx,1,0.5,0\ny,0.2,1,0.3\nz,0.1,0,1\n"


class Urn(program.ProgramTest):
    def scenario(self, lines, steps=40):
        (self.folder / "o.csv").write_text(OCCUPATIONS)
        (self.folder / "p.csv").write_text(PROXIMITY)
        (self.folder / "u.yaml").write_text(
            f"kind: urn\nreplicates: 3\nurn:\n  occupations: o.csv\n  steps: {steps}\n{lines}")
        return "u.yaml"

    def run_urn(self, directory, *words):
        self.expect(0, "run", "u.yaml", *words, "-o", directory, "--quiet")
        return self.folder / directory / "results.h5"

    def test_the_file_holds_rates_and_stocks_by_step(self):
        self.scenario("  proximity: p.csv\n")
        done = self.expect(0, "run", "u.yaml", "-o", "a", "--json", "-", "--quiet")
        summary = json.loads(done.stdout)
        with h5py.File(self.folder / "a" / "results.h5") as file:
            rates, stock = file["urn_rates"], file["urn_stock"]
            self.assertEqual(rates.shape, (3, 40, 3))
            self.assertEqual(stock.shape, (3, 40, 3, 3))
            self.assertEqual([d.label for d in stock.dims] and
                             [d[0].name for d in stock.dims],
                             ["/replicate", "/step", "/occupation", "/quantity"])
            self.assertEqual([name.decode() for name in file["occupation"][:]], ["x", "y", "z"])
            e, u, v = (stock[:, :, :, k].sum(axis=2) for k in range(3))
            numpy.testing.assert_allclose(rates[:, :, 0], u / (e + u))
            numpy.testing.assert_allclose(rates[:, :, 1], v / (e + v))
            self.assertAlmostEqual(summary["rate.unemployment.39"]["mean"], rates[:, 39, 0].mean())
            self.assertAlmostEqual(summary["stock.y.vacancies.7"]["mean"], stock[:, 7, 1, 2].mean())

    def test_threads_change_nothing_and_the_file_repeats_itself(self):
        self.scenario("  proximity: p.csv\n  demand: {kind: sigmoid, start_step: 5, adoption_years: 3, loss_column: p}\n")
        one = self.run_urn("one", "--threads", "1")
        self.assertEqual(program.digest(one), program.digest(self.run_urn("three", "--threads", "3")))
        self.expect(0, "rerun", one, "--verify", "--quiet")

    def test_the_equations_of_a_network_are_those_of_the_source(self):
        self.scenario("  mode: expected\n  proximity: p.csv\n  demand: {kind: table, table: d.csv}\n")
        (self.folder / "d.csv").write_text("step,id,demand\n0,x,21000\n10,y,25000\n10,z,12000\n20,y,31000\n")
        with h5py.File(self.run_urn("a", "--replicates", "1")) as file:
            stock = file["urn_stock"][0]
        e = numpy.array([20000.0, 30000, 9000])
        u, v = 0.016 * e, 0.012 * e
        demand = e + u
        weights = numpy.array([[1, 0.5, 0], [0.2, 1, 0.3], [0.1, 0, 1]])
        changes = {0: {0: 21000}, 10: {1: 25000, 2: 12000}, 20: {1: 31000}}
        for step in range(40):
            for occupation, value in changes.get(step, {}).items():
                demand[occupation] = value
            gap = e + v - demand
            separated = 0.016 * e + 0.984 * numpy.minimum(e, 0.16 * numpy.maximum(0, gap))
            opened = 0.012 * e + 0.988 * numpy.minimum(e, 0.16 * numpy.maximum(0, -gap))
            q = weights * v / (weights @ v)[:, None]
            sent = u @ q
            filled = v / sent * (1 - numpy.exp(-sent / v))
            hired = u[:, None] * q * filled
            e, u, v = (e + hired.sum(axis=0) - separated, u - hired.sum(axis=1) + separated,
                       v - hired.sum(axis=0) + opened)
            numpy.testing.assert_allclose(stock[step], numpy.array([e, u, v]).T, rtol=1e-10)

    def test_a_swing_of_demand_moves_unemployment(self):
        self.scenario("  mode: expected\n  demand: {kind: sine, period_years: 4, amplitude_share: 0.04}\n", steps=200)
        with h5py.File(self.run_urn("a", "--replicates", "1")) as file:
            rate = file["urn_rates"][0, 100:, 0]
        self.assertGreater(rate.max() - rate.min(), 0.005)

    def test_a_command_line_may_name_files_and_the_complete_network(self):
        self.scenario("")
        (self.folder / "sub").mkdir()
        (self.folder / "sub" / "q.csv").write_text(PROXIMITY)
        self.expect(0, "check", "u.yaml", "urn.proximity=sub/q.csv")
        self.expect(0, "check", CHECKS / "urn_464.yaml", "urn.proximity=complete")
        text = self.expect(0, "check", "u.yaml", "--echo").stdout
        self.assertIn("proximity: complete", text)

    def test_the_table_names_the_peak(self):
        done = self.expect(0, "run", CHECKS / "urn_one_pool.yaml", "--replicates", "2", "-o", "a", "--lang", "en")
        self.assertIn("Highest unemployment", done.stdout)
        done = self.expect(0, "run", CHECKS / "urn_one_pool.yaml", "--replicates", "1", "-o", "b", "--lang", "zh")
        self.assertIn("失业率", done.stdout)

    def test_an_unknown_part_of_validate_is_refused(self):
        done = self.expect(2, "validate", "--only", "V9")
        self.assertIn("V9", done.stderr)

    def test_validate_writes_its_table(self):
        self.expect(0, "validate", "--only", "V5,V6", "-o", "found", "--quiet")
        rows = json.loads((self.folder / "found" / "validation.json").read_text())
        self.assertTrue(all(row["verdict"] == "pass" for row in rows))
        self.assertIn("V6.schedule", (self.folder / "found" / "validation.md").read_text())


if __name__ == "__main__":
    unittest.main()
