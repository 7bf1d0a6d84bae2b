"""Recomputes figures of the report, summary.json and the terminal from results.h5 with NumPy alone."""
import json
import pathlib
import re
import sys
import unittest

import h5py
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "app"))
from report_pages import END, PUSH, FiguresTest, content_of  # noqa: E402

MINING = ("employed_mining",)
HEADLINES = {
    "mining": MINING, "new_energy": ("employed_new_energy",), "tertiary": ("employed_tertiary",),
    "primary": ("employed_primary",), "other_secondary": ("employed_other_secondary",),
    "retirement": ("internal_retired", "retired"), "unemployment": ("unemployed", "in_training"),
    "outside": ("out_of_labour_force", "left_region", "dead")}
IN_WORK = ("internal", "other_mining", "new_energy", "tertiary", "primary", "other_secondary", "platform",
           "self_employed", "public_post")


def names(file, axis):
    return [n.decode() if isinstance(n, bytes) else n for n in file[axis][:]]


def three(values):
    """Mean, 5 % and 95 % quantile over replicates."""
    return [float(np.mean(values)), float(np.quantile(values, 0.05)), float(np.quantile(values, 0.95))]


class ReportFiguresTest(FiguresTest):
    def setUp(self):
        super().setUp()
        self.have("base", lambda: self.run_tiny("base", END, "replicates=6"))
        page = self.report("base")
        self.shown = content_of(page)["runs"][0]
        self.summary = json.loads((self.folder / "base/summary.json").read_text())
        self.file = h5py.File(self.folder / "base/results.h5")
        self.addCleanup(self.file.close)

    def require(self, shown, values, what, digits=1e-5):
        """The page's [mean, 5 %, 95 %] is that of `values`, one per replicate."""
        for a, b in zip(shown, three(values)):
            self.assertLessEqual(abs(a - b), digits * max(abs(b), 1e-9) + 1e-12, f"{what}: {shown}, {three(values)}")
            ReportFiguresTest.compared += 1

    def require_outcome(self, name, values):
        """In the page and in summary.json."""
        self.require(self.shown["figures"][name], values, name)
        found = self.summary[name]
        self.require([found["mean"], found["q05"], found["q95"]], values, name, 1e-12)

    def test_persons_by_state(self):
        stock, states = self.file["stock"][:], names(self.file, "state")
        for id_, members in HEADLINES.items():
            columns = [states.index(m) for m in members]
            for year in 2020, 2026, 2032:
                at = stock[:, 12 * (year - 2020)][:, :, columns].sum((1, 2))
                self.require_outcome(f"headline.{id_}.{year}", at)

    def test_unemployment_and_inequality(self):
        rate = self.file["registered_unemployment_rate"][:]
        quantities = names(self.file, "inequality_quantity")
        years = list(self.file["stock_year"][:])
        for year in 2020, 2030, 2032:
            self.require_outcome(f"rate.registered_unemployment.{year}", rate[:, 12 * (year - 2020)])
            of = self.file["inequality"][:, years.index(year), 0]
            self.require_outcome(f"inequality.gini.{year}", of[:, quantities.index("gini")])
            self.require_outcome(f"inequality.p50_yuan.{year}", of[:, quantities.index("p50_fen")] / 100)
            self.require_outcome(f"inequality.below_assistance_line.{year}",
                                 of[:, quantities.index("below_assistance_line")])
        partitions = names(self.file, "partition")
        for partition in "sex", "region":
            self.require_outcome(f"theil_between.{partition}.2032",
                                 self.file["theil_parts"][:, -1, partitions.index(partition), 1])
        percents = list(self.file["lorenz_percent"][:])
        self.require_outcome("lorenz.50.2032", self.file["lorenz"][:, -1, 0, percents.index(50)])

    def test_displacements_destinations_and_work(self):
        destination, kinds = self.file["destination"][:], names(self.file, "destination_kind")
        self.require_outcome("displaced.total", destination[:, :, 0].sum((1, 2)))
        self.require_outcome("displaced.2028", destination[:, 7, 0].sum(1))
        censored = kinds.index("censored")
        for horizon, months in (1, 12), (3, 60):
            at = destination[:, :, horizon].sum(1)
            reached = at.sum(1) - at[:, censored]
            for kind in "tertiary", "unemployed_12m_plus", "retired":
                self.require_outcome(f"destination_share.{months}.{kind}", at[:, kinds.index(kind)] / reached)
            self.require_outcome(f"in_work.{months}", at[:, [kinds.index(k) for k in IN_WORK]].sum(1) / reached)
        by_sex = self.file["destination_by_sex"][:, :, 1].sum(1)[:, names(self.file, "sex").index("female")]
        self.require_outcome("in_work.sex.female.12", by_sex[:, [kinds.index(k) for k in IN_WORK]].sum(1)
                             / (by_sex.sum(1) - by_sex[:, censored]))

    def test_losses(self):
        quantities = names(self.file, "loss_quantity")
        income, shadow, peer = (quantities.index(q) for q in ("income_fen", "shadow_fen", "peer_fen"))
        for k, year in (0, 1), (1, 5):
            sums = self.file["displacement_loss"][:, :, k].sum(1).astype(float)
            self.require_outcome(f"loss.{year}.share_of_shadow", 1 - sums[:, income] / sums[:, shadow])
            self.require_outcome(f"loss.{year}.share_of_peers", 1 - sums[:, income] / sums[:, peer])
        sums = self.file["displacement_loss_by_age_band"][:, :, 0].sum(1).astype(float)
        for i, band in enumerate(names(self.file, "age_band")[1:4], start=1):
            self.require_outcome(f"loss.age_band.{band}.1.share_of_shadow",
                                 1 - sums[:, i, income] / sums[:, i, shadow])

    def test_money_and_queues(self):
        spending = self.file["policy_spending"][:] / 100
        payers, policies = names(self.file, "payer"), names(self.file, "policy")
        for i, payer in enumerate(payers):
            self.require_outcome(f"spending.{payer}.2021-2032", spending[:, :, :, i].sum((1, 2)))
            self.require(self.shown["money"]["by_payer_and_year"][i][8], spending[:, 8, :, i].sum(1), payer)
        for i, policy in enumerate(policies):
            self.require_outcome(f"policy.{policy}.spending.2021-2032", spending[:, :, i].sum((1, 2)))
            for j in range(len(payers)):
                self.require(self.shown["money"]["by_policy_and_payer"][i][j], spending[:, :, i, j].sum(1), policy)
        counts, counters = self.file["policy_count"][:], names(self.file, "counter")
        for counter in "offered", "declined", "served", "no_seat", "no_money":
            self.require_outcome(f"policy.retraining.{counter}.2021-2032",
                                 counts[:, :, policies.index("retraining"), counters.index(counter)].sum(1))

    def test_leagues(self):
        displaced = self.file["destination_by_region"][:, :, 0].sum((1, 3))
        workers = self.file["stock"][:, 0].sum(2)
        for i, league in enumerate(self.shown["leagues"]):
            self.require(league["displaced"], displaced[:, i], "displaced by league")
            self.require(league["workers"], workers[:, i], "workers by league")

    def test_paths_of_the_displaced(self):
        columns = [self.file[f"displaced_destination_{m}m"][:] for m in (0, 12, 36, 60)]
        replicates = len(np.unique(self.file["displaced_replicate"][:]))
        whole = columns[3] != names(self.file, "destination_kind").index("censored")
        paths = self.shown["paths"]
        self.assertAlmostEqual(paths["events"], whole.sum() / replicates, places=2)
        self.assertGreater(len(paths["links"]), 10)
        for h, a, b, persons in paths["links"]:
            count = ((columns[h] == a) & (columns[h + 1] == b) & whole).sum() / replicates
            self.assertAlmostEqual(persons, count, places=3)
            ReportFiguresTest.compared += 1

    def test_the_terminal_says_what_the_file_says(self):
        text = self.expect(0, "run", self.tiny, END, "replicates=6", "-o", "again", "--quiet").stdout
        row = re.search(r"^mining +([\d, ]+)$", text, re.M).group(1).split()
        stock = self.file["stock"][:, :, :, 0].sum(2)
        for shown, year in zip(row, (2020, 2025, 2030, 2032)):
            self.assertEqual(int(shown.replace(",", "")), round(stock[:, 12 * (year - 2020)].mean()))
            ReportFiguresTest.compared += 1
        displaced = self.file["destination"][:, :, 0].sum((1, 2))
        self.assertIn(f"Displacements (events) 2021-2032: {displaced.mean():,.0f}", text)

    @property
    def tiny(self):
        import program
        return program.TINY

    def test_a_comparison_shows_the_statistics_of_its_arrays(self):
        self.have("push", lambda: self.run_tiny("push", END, "replicates=6", *PUSH))
        self.have("push_against_base", lambda: self.expect(0, "compare", "base", "push", "--quiet"))
        side = content_of(self.report("push_against_base"))["comparison"]["sides"][0]
        with h5py.File(self.folder / "push_against_base/comparison.h5") as file:
            for i, name in enumerate(names(file, "outcome")):
                base, policy = file["effect_base"][0, i], file["effect_policy"][0, i]
                if np.isnan(base).any() or np.isnan(policy).any():
                    continue
                for shown, value in zip(side["effects"][name], (base.mean(), policy.mean(), (policy - base).mean())):
                    self.assertLessEqual(abs(shown - value), 1e-5 * abs(value) + 1e-6, name)
                    ReportFiguresTest.compared += 1
            persons, winners = file["group_persons"][0], file["group_winners"][0]
            for i, group in enumerate(names(file, "group")):
                self.assertAlmostEqual(side["groups"][group]["persons"], persons[i].mean(), delta=1e-5 * persons[i].mean() + 1e-9)
                self.assertAlmostEqual(side["groups"][group]["winners"][0], winners[i].mean(), delta=1e-5 * winners[i].mean() + 1e-9)


if __name__ == "__main__":
    unittest.main()
