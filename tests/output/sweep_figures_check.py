"""Recomputes figures of a sweep's report, workbook and CSV files from its merged file with NumPy alone."""
import csv
import pathlib
import sys
import unittest

import h5py
import numpy as np
import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "app"))
from report_pages import FiguresTest, content_of  # noqa: E402

# Student's t that one and two degrees of freedom stay below with probability 0.95.
T95 = {1: 6.313751514675043, 2: 2.919985580355516}
COST = "spending.public.2021-2030"
UNEMPLOYMENT = "rate.registered_unemployment.2020-2030"


def texts(values):
    return [v.decode() if isinstance(v, bytes) else v for v in values]


class Merged:
    """The merged file: outcomes by policy, row and replicate."""

    def __init__(self, path):
        with h5py.File(path) as file:
            self.names = texts(file["outcome"][:])
            self.replicates = file["replicate"].size
            self.factors = texts(file["factor"][:])
            policy, row = texts(file["point_policy"][:]), file["design_row"][:]
            self.policies = list(dict.fromkeys(policy))
            self.rows = int(row.max()) + 1
            # Points stand policy after policy, row after row.
            assert [self.policies.index(p) * self.rows + r for p, r in zip(policy, row)] == list(range(len(row)))
            shape = (len(self.policies), self.rows)
            self.values = file["outcomes"][:].reshape(*shape, self.replicates, len(self.names))
            self.design = file["design"][:].reshape(*shape, -1)[0]
            self.unit = file["unit_design"][:].reshape(*shape, -1)[0]

    def outcome(self, name):
        """[policy, row, replicate], also of what objectives are made of."""
        if name == COST:
            return sum(self.outcome(f"spending.{payer}.2021-2030") for payer in ("central", "region", "insurance_fund"))
        if name == UNEMPLOYMENT:
            return np.mean([self.outcome(f"rate.registered_unemployment.{y}") for y in range(2020, 2031)], axis=0)
        return self.values[..., self.names.index(name)]


class SweepFiguresTest(FiguresTest):
    def have_sweep(self, design):
        page = self.make_sweep(design)
        self.expect(0, "sweep", "merge", design, "-o", "merged.h5", "--quiet")
        self.shown = content_of(page)["sweep"]
        self.merged = Merged(self.folder / "merged.h5")
        self.expect(0, "export", design, "--csv", "csv", "--xlsx", "t.xlsx", "--lang", "en", "--quiet")
        self.book = openpyxl.load_workbook(self.folder / "t.xlsx", read_only=True)

    def table(self, name, sheet):
        """Lines of a CSV file, each with the same line of the workbook's sheet behind it."""
        with open(self.folder / "csv" / f"{name}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        columns = [c for c in rows[0] if not c.endswith("_label")]
        lines = list(self.book[sheet].iter_rows(values_only=True))[1:]
        self.assertEqual(len(rows), len(lines))
        return [(row, dict(zip(columns, line))) for row, line in zip(rows, lines)]

    def line(self, table, **keys):
        found = [pair for pair in table if all(pair[0][k] == str(v) for k, v in keys.items())]
        self.assertEqual(len(found), 1, keys)
        return found[0]

    def position(self, name):
        return [o["name"] for o in self.shown["outcomes"]].index(name)

    def close(self, shown, value, what, digits=1e-5):
        if not np.isfinite(value):
            self.assertIn(shown, (None, ""), what)
        else:
            self.assertLessEqual(abs(float(shown) - value), digits * abs(value) + 1e-9, f"{what}: {shown}, {value}")
        SweepFiguresTest.compared += 1

    def in_tables(self, pair, values, what):
        for head, value in values.items():
            self.close(pair[0][head], value, f"{what} {head} (CSV)", 1e-10)
            self.close(pair[1][head], value, f"{what} {head} (XLSX)", 1e-10)

    def test_points_and_their_spread(self):
        self.have_sweep("lhs")
        table = self.table("points", "Points")
        for name in COST, UNEMPLOYMENT, "displaced.total", "in_work.12":
            k, runs = self.position(name), self.merged.outcome(name)
            means = np.nanmean(runs, axis=2)
            for p, policy in enumerate(self.merged.policies):
                for row, mean in zip(self.shown["shown_rows"], self.shown["points"][k][p]):
                    self.close(mean, means[p, row], f"{name} {policy} {row}")
                spread = self.shown["spread"][k][p]
                read = means[p][np.isfinite(means[p])]
                self.assertEqual(spread["rows"], len(read))
                for head, q in ("q05", 0.05), ("q25", 0.25), ("q50", 0.5), ("q75", 0.75), ("q95", 0.95):
                    self.close(spread[head], np.quantile(read, q), f"{name} {policy} {head}")
                for row in 0, 7:
                    values = runs[p, row]
                    pair = self.line(table, policy=policy, design_row=row, outcome=name)
                    self.assertEqual(int(pair[0]["point"]), p * self.merged.rows + row)
                    self.in_tables(pair, {"mean": values.mean(), "standard_error": values.std(ddof=1) / np.sqrt(len(values)),
                                          "q05": np.quantile(values, 0.05)}, f"{name} {policy} {row}")

    def test_policies_are_compared_in_pairs(self):
        self.have_sweep("lhs")
        table = self.table("contrasts", "Policies against the first")
        for name in COST, UNEMPLOYMENT, "displaced.total":
            runs = self.merged.outcome(name)
            for p in 1, 2:
                change = runs[p] - runs[0]
                by_replicate = change.mean(axis=0)
                error = by_replicate.std(ddof=1) / np.sqrt(len(by_replicate))
                reach = T95[len(by_replicate) - 1] * error
                wanted = {"difference": change.mean(), "standard_error": error, "low": change.mean() - reach,
                          "high": change.mean() + reach, "share_above": (change.mean(axis=1) > 0).mean()}
                self.in_tables(self.line(table, outcome=name, policy=self.merged.policies[p]), wanted, f"{name} {p}")
                shown = self.shown["contrasts"][self.position(name)][p]
                for value, head in zip(shown, ("difference", "low", "high", "share_above")):
                    self.close(value, wanted[head], f"{name} {p} {head}")

    def test_efficient_policies_are_those_that_no_other_beats(self):
        self.have_sweep("lhs")
        objectives = [self.shown["outcomes"][o["outcome"]]["name"] for o in self.shown["objectives"]]
        self.assertEqual(objectives[:2], [COST, UNEMPLOYMENT])
        gini = np.mean([self.merged.outcome(f"inequality.gini.{y}") for y in range(2020, 2031)], axis=0)
        by_row = np.stack([self.merged.outcome(COST).mean(2), self.merged.outcome(UNEMPLOYMENT).mean(2), gini.mean(2)], axis=2)

        def efficient(values):
            beats = lambda a, b: (a <= b).all() and (a < b).any()
            return np.array([not any(beats(other, one) for other in values) for one in values])

        wanted = efficient(by_row.mean(axis=1))
        shares = np.mean([efficient(by_row[:, row]) for row in range(self.merged.rows)], axis=0)
        table = self.table("objectives", "Policies by objectives")
        for entry in self.shown["pareto"]:
            p = entry["policy"]
            self.assertEqual(entry["efficient"], bool(wanted[p]))
            self.close(entry["share"], shares[p], f"share {p}")
            for k, id_ in enumerate(("cost", "unemployment", "gap")):
                self.close(entry["means"][k][0], by_row[p, :, k].mean(), f"objective {id_} {p}")
                pair = self.line(table, objective=id_, policy=self.merged.policies[p])
                self.in_tables(pair, {"mean": by_row[p, :, k].mean(), "change": (by_row[p, :, k] - by_row[0, :, k]).mean(),
                                      "share_efficient": shares[p]}, id_)
                self.assertEqual(pair[0]["efficient"], "yes" if wanted[p] else "no")

    def require_tornado(self, name, p):
        means = self.merged.outcome(name).mean(axis=2)[p]
        for f, shown in enumerate(self.shown["influences"][self.position(name)][p]):
            x = self.merged.design[:, f]
            if self.shown["factors"][f]["values"]:
                by_value = [means[x == value].mean() for value in np.unique(x)]
                low, high = min(by_value), max(by_value)
            else:
                ends = np.sort(x)
                fifth = -(-len(x) // 5)
                low, high = means[x <= ends[fifth - 1]].mean(), means[x >= ends[-fifth]].mean()
            self.close(shown["low"], low, f"{name} {f} low")
            self.close(shown["high"], high, f"{name} {f} high")

    def test_bars_of_the_tornado_and_correlations(self):
        self.have_sweep("lhs")
        rank = lambda v: np.array([((v < one).sum() + ((v <= one).sum() - 1)) / 2 for one in v])
        for name in COST, UNEMPLOYMENT, "displaced.total":
            for p in range(3):
                self.require_tornado(name, p)
                means = self.merged.outcome(name).mean(axis=2)[p]
                for f, shown in enumerate(self.shown["influences"][self.position(name)][p]):
                    if not self.shown["factors"][f]["values"]:
                        self.close(shown["rank"], np.corrcoef(rank(self.merged.design[:, f]), rank(means))[0, 1], f"{name} {f} rank")
        text = self.line(self.table("design", "Design"), design_row=3, factor="demand.coal_path")[0]["text"]
        values = self.shown["factors"][3]["values"]
        self.assertEqual(text, values[int(self.merged.design[3, 3])])

    def test_sobol_indices(self):
        self.have_sweep("saltelli")
        d = len(self.merged.factors)
        means = self.merged.outcome(UNEMPLOYMENT).mean(axis=2)[0]
        blocks = means.reshape(-1, d + 2)
        variance = np.concatenate([blocks[:, 0], blocks[:, -1]]).var()
        drivers = self.table("drivers", "Drivers")
        for f, shown in enumerate(self.shown["influences"][self.position(UNEMPLOYMENT)][0]):
            # Jansen's estimators; in block order A, A with coordinate f of B, B.
            total = ((blocks[:, 0] - blocks[:, f + 1]) ** 2).mean() / 2 / variance
            first = 1 - ((blocks[:, -1] - blocks[:, f + 1]) ** 2).mean() / 2 / variance
            self.close(shown["total"][0], total, f"total {f}", 1e-4)
            self.close(shown["first"][0], first, f"first {f}", 1e-4)
            pair = self.line(drivers, outcome=UNEMPLOYMENT, factor=self.merged.factors[f])
            self.in_tables(pair, {"sobol_first": first, "sobol_total": total}, f"Sobol {f}")

    def test_elementary_effects(self):
        self.have_sweep("morris")
        d = len(self.merged.factors)
        paths = self.merged.outcome(UNEMPLOYMENT).mean(axis=2)[0].reshape(-1, d + 1)
        points = self.merged.unit.reshape(-1, d + 1, d)
        effects = [[] for _ in range(d)]
        for path, at in zip(paths, points):
            for i in range(d):
                f = int(np.flatnonzero(at[i + 1] != at[i])[0])
                effects[f].append((path[i + 1] - path[i]) / (at[i + 1, f] - at[i, f]))
        drivers = self.table("drivers", "Drivers")
        for f, of in enumerate(np.array(effects)):
            wanted = {"morris_mu": of.mean(), "morris_mu_star": np.abs(of).mean(), "morris_sigma": of.std(ddof=1)}
            shown = self.shown["influences"][self.position(UNEMPLOYMENT)][0][f]["effects"]
            for value, head in zip(shown, wanted):
                self.close(value, wanted[head], f"{head} {f}")
            self.in_tables(self.line(drivers, outcome=UNEMPLOYMENT, factor=self.merged.factors[f]), wanted, f"Morris {f}")

    def test_the_merged_file_gives_the_same_tables_and_figures(self):
        self.have_sweep("lhs")
        self.expect(0, "export", "merged.h5", "--csv", "other", "--lang", "en", "--quiet")
        for path in (self.folder / "csv").iterdir():
            self.assertEqual(path.read_bytes(), (self.folder / "other" / path.name).read_bytes(), path.name)
        self.expect(0, "report", "merged.h5", "-o", "merged.html", "--quiet")
        merged = content_of(self.folder / "merged.html")["sweep"]
        for key in self.shown.keys() - {"place", "is_merged"}:
            self.assertEqual(merged[key], self.shown[key], key)

    def test_missing_runs_are_counted_and_left_out(self):
        self.make_sweep("lhs")
        parts = sorted((self.folder / "lhs/parts").iterdir())
        parts[-1].unlink()
        (self.folder / "lhs/index.sqlite").unlink()
        self.report("lhs")
        self.expect(0, "sweep", "merge", "lhs", "--partial", "-o", "part.h5", "--quiet")
        shown, merged = content_of(self.folder / "lhs/report.html")["sweep"], Merged(self.folder / "part.h5")
        there = np.isfinite(merged.outcome("displaced.total"))
        self.assertEqual(shown["runs"]["missing"], int((~there).sum()))
        k = [o["name"] for o in shown["outcomes"]].index("displaced.total")
        for p in range(3):
            self.assertEqual(shown["spread"][k][p]["rows"], int(there[p].any(axis=1).sum()))


if __name__ == "__main__":
    unittest.main()
