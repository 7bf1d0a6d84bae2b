"""Recomputes figures of the workbook, the CSV files, summary.json and the terminal from results.h5 with NumPy alone."""
import csv
import json
import pathlib
import re
import sys
import unittest

import h5py
import numpy as np
import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "app"))
from program import TINY  # noqa: E402
from report_pages import END, PUSH, FiguresTest  # noqa: E402

MINING = ("employed_mining",)
HEADLINES = {
    "mining": MINING, "new_energy": ("employed_new_energy",), "tertiary": ("employed_tertiary",),
    "retirement": ("internal_retired", "retired"), "unemployment": ("unemployed", "in_training")}
FIGURES = ("mean", "standard_error", "q05", "q50", "q95")


def names(file, axis):
    return [n.decode() if isinstance(n, bytes) else n for n in file[axis][:]]


def statistics(values):
    """Mean, standard error and quantiles over replicates."""
    values = np.asarray(values, dtype=float)
    error = values.std(ddof=1) / np.sqrt(len(values)) if len(values) > 1 else 0.0
    return [values.mean(), error, *np.quantile(values, (0.05, 0.5, 0.95))]


class TablesFiguresTest(FiguresTest):
    def setUp(self):
        super().setUp()
        self.have("base", lambda: self.run_tiny("base", END, "replicates=6"))
        self.read("base")
        self.summary = json.loads((self.folder / "base/summary.json").read_text())
        self.file = h5py.File(self.folder / "base/results.h5")
        self.addCleanup(self.file.close)

    def read(self, directory):
        """CSV by file name, and the workbook's lines in the same order."""
        self.expect(0, "export", directory, "--csv", "csv", "--xlsx", "t.xlsx", "--lang", "en", "--quiet")
        self.tables = {}
        for path in (self.folder / "csv").iterdir():
            with open(path, encoding="utf-8", newline="") as file:
                self.tables[path.stem] = list(csv.DictReader(file))
        book = openpyxl.load_workbook(self.folder / "t.xlsx", read_only=True)
        self.sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}

    def close(self, shown, value, what):
        if np.isnan(value):
            self.assertIn(shown, ("", None), what)
        else:
            self.assertLessEqual(abs(float(shown) - value), 1e-11 * abs(value) + 1e-12, f"{what}: {shown}, {value}")
        TablesFiguresTest.compared += 1

    def line(self, table, **keys):
        """The only line with these keys, and its number."""
        found = [(i, row) for i, row in enumerate(self.tables[table])
                 if all(row[k] == str(v) for k, v in keys.items())]
        self.assertEqual(len(found), 1, f"{table} {keys}")
        return found[0]

    def require(self, table, sheet, values, heads=FIGURES, **keys):
        """CSV and workbook show these statistics of `values`, one per replicate."""
        number, row = self.line(table, **keys)
        wanted = statistics(values) if heads is FIGURES else values
        lines = self.sheets[sheet]
        # The workbook has one column where CSV has an identifier and a label.
        columns = [c for c in row if not c.endswith("_label")]
        for head, value in zip(heads, wanted):
            self.close(row[head], value, f"{table}.csv {keys} {head}")
            self.close(lines[number + 1][columns.index(head)], value, f"{sheet} {keys} {head}")
        return row

    def require_outcome(self, table, sheet, name, values):
        self.require(table, sheet, values, outcome=name)
        for head, value in zip(FIGURES, statistics(values)):
            self.close(self.summary[name][head], value, f"summary.json {name} {head}")

    def test_persons(self):
        stock, states = self.file["stock"][:], names(self.file, "state")
        for id_, members in HEADLINES.items():
            columns = [states.index(m) for m in members]
            for year in 2020, 2026, 2032:
                at = stock[:, 12 * (year - 2020)][:, :, columns].sum((1, 2))
                self.require_outcome("persons_by_group", "Persons by group", f"headline.{id_}.{year}", at)
        self.require_outcome("persons_by_state", "Persons by state", "stock.retired.2030",
                             stock[:, 120, :, states.index("retired")].sum(1))
        regions = names(self.file, "region")
        self.require("persons_by_league", "Persons by league",
                     stock[:, 96, 1, states.index("unemployed")],
                     region=regions[1], state="unemployed", year=2028)
        self.require("persons_by_month", "Persons by month", stock[:, 77, :, states.index("employed_mining")].sum(1),
                     state="employed_mining", month="2027-05")

    def test_money(self):
        spending = self.file["policy_spending"][:] / 100
        payers, policies = names(self.file, "payer"), names(self.file, "policy")
        for i, payer in enumerate(payers):
            self.require_outcome("spending", "Spending", f"spending.{payer}.2021-2032", spending[:, :, :, i].sum((1, 2)))
            self.require("spending_by_payer", "Spending by year", spending[:, 8, :, i].sum(1), payer=payer, year=2029)
        i, j = policies.index("unemployment_insurance"), payers.index("insurance_fund")
        self.require("spending_by_policy", "Spending by policy", spending[:, 9, i, j],
                     policy="unemployment_insurance", payer="insurance_fund", year=2030)
        lines, quantities = names(self.file, "line"), names(self.file, "quantity")
        self.require("budgets", "Budgets",
                     self.file["budget_line"][:, 8, lines.index("employment_fund"), quantities.index("spent")] / 100,
                     line="employment_fund", quantity="spent", year=2029)
        counts, counters = self.file["policy_count"][:], names(self.file, "counter")
        self.require("policies_by_year", "Policies by year",
                     counts[:, 8, policies.index("retraining"), counters.index("served")],
                     policy="retraining", counter="served", year=2029)
        self.require_outcome("policies", "Policies", "policy.retraining.requested.2021-2032",
                             counts[:, :, policies.index("retraining"), counters.index("requested")].sum(1))

    def test_displacements_and_flows(self):
        destination, kinds = self.file["destination"][:], names(self.file, "destination_kind")
        self.require_outcome("displaced", "Displacements", "displaced.total", destination[:, :, 0].sum((1, 2)))
        at = destination[:, :, 1].sum(1)
        reached = at.sum(1) - at[:, kinds.index("censored")]
        self.require_outcome("destinations", "Destinations", "destination_share.12.tertiary",
                             at[:, kinds.index("tertiary")] / reached)
        by_league = self.file["destination_by_region"][:, 8, 0].sum(2)
        for i, league in enumerate(names(self.file, "region")):
            self.require("displaced_by_league", "Displacements by league", by_league[:, i],
                         region=league, displaced_year=2029)
        flow, befores, afters = self.file["flow"][:], names(self.file, "from_state"), names(self.file, "to_state")
        self.require("flows", "Flows", flow[:, 8, befores.index("unemployed"), afters.index("employed_tertiary")],
                     from_state="unemployed", to_state="employed_tertiary", year=2029)

    def test_incomes_and_losses(self):
        quantities = names(self.file, "inequality_quantity")
        of = self.file["inequality"][:, -1, 0]
        self.require_outcome("incomes", "Incomes", "inequality.gini.2032", of[:, quantities.index("gini")])
        self.require_outcome("incomes", "Incomes", "inequality.p50_yuan.2032", of[:, quantities.index("p50_fen")] / 100)
        losses = names(self.file, "loss_quantity")
        sums = self.file["displacement_loss"][:, :, 0].sum(1).astype(float)
        self.require_outcome("losses", "Losses of income", "loss.1.share_of_shadow",
                             1 - sums[:, losses.index("income_fen")] / sums[:, losses.index("shadow_fen")])
        self.require_outcome("unemployment", "Unemployment", "rate.registered_unemployment.2030",
                             self.file["registered_unemployment_rate"][:, 120])

    def test_the_terminal_says_what_the_tables_say(self):
        text = self.expect(0, "run", TINY, END, "replicates=6", "-o", "again", "--quiet").stdout
        shown = re.search(r"^mining +([\d, ]+)$", text, re.M).group(1).split()
        for persons, year in zip(shown, (2020, 2025, 2030, 2032)):
            _, row = self.line("persons_by_group", outcome=f"headline.mining.{year}")
            self.assertEqual(int(persons.replace(",", "")), round(float(row["mean"])))
            TablesFiguresTest.compared += 1

    def test_a_comparison_shows_the_statistics_of_its_arrays(self):
        self.have("push", lambda: self.run_tiny("push", END, "replicates=6", *PUSH))
        self.have("push_against_base", lambda: self.expect(0, "compare", "base", "push", "--quiet"))
        self.read("push_against_base")
        heads = ("base", "policy", "difference", "standard_error")
        with h5py.File(self.folder / "push_against_base/comparison.h5") as file:
            def paired(base, policy):
                difference = policy - base
                return [base.mean(), policy.mean(), difference.mean(), statistics(difference)[1]]

            for i, name in enumerate(names(file, "outcome")):
                base, policy = file["effect_base"][0, i], file["effect_policy"][0, i]
                if not (np.isnan(base).any() or np.isnan(policy).any()):
                    self.require("effects", "Effects", paired(base, policy), heads, effect=name)
            for i, year in enumerate(file["year"][:]):
                self.require("in_work_by_year", "In work by year",
                             paired(file["region_in_work_base"][0, i], file["region_in_work_policy"][0, i]),
                             heads, year=year)
            outcomes = names(file, "group_outcome")
            for i, group in enumerate(names(file, "group")):
                values = [file[f"group_{run}"][0, i, outcomes.index("in_work_12m")] for run in ("base", "policy")]
                if not np.isnan(values).any():
                    self.require("groups", "Effects by group", paired(*values), heads, group=group, outcome="in_work_12m")
                self.require("winners_and_losers", "Winners and losers", [file["group_winners"][0, i].mean()], ("mean",),
                             group=group, who="winners")


if __name__ == "__main__":
    unittest.main()
