"""`jtsim export`: workbooks and CSV files, read by other programs."""
import csv
import json
import os
import re
import resource
import subprocess
import unittest
import zipfile

import openpyxl
import openpyxl.utils

import program
from program import digest
from report_pages import END, PUSH, STORED, ReportTest, hostile_labels, hostile_scenario, write_into_results

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Characters that a sheet may not have in its name, and names longer than one may be.
NAMES = ("[a]", "a:b", "a*b", "a?b", "a/b", "a\\b", "x" * 40, "煤" * 40, "=cmd|' /C calc'!A0", "'", "''", "a'!A1",
         "\"quoted\"", "a,b;c", "&amp;", "]]>", "_x000D_", "{=1+1}", "=1+1;=2", "+86 471", "-1", "@home",
         "<row r=\"1\">", "</si>", "-", "=", "@", "+", "＝1", "＋1", "－1", "＠1", "a\u00a0b", "a\u3000b")


def workbook(path):
    return openpyxl.load_workbook(path)


def rows_of(sheet):
    """The lines of a sheet as dictionaries by heading."""
    lines = list(sheet.iter_rows(values_only=True))
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def csv_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class ExportTest(ReportTest):
    def export(self, *words, **options):
        self.expect(0, "export", *words, "--quiet", **options)

    def have_run(self):
        self.have("base", lambda: self.run_tiny("base", END))

    def have_comparison(self):
        self.have_run()
        self.have("push", lambda: self.run_tiny("push", END, *PUSH))
        self.have("push_against_base", lambda: self.expect(0, "compare", "base", "push", "--quiet"))


class Export(ExportTest):
    def test_a_workbook_lies_beside_the_results(self):
        self.have_run()
        done = self.expect(0, "export", "base", "--lang", "zh")
        self.assertEqual(done.stdout, "")
        self.assertRegex(done.stderr, "^jtsim: 工作簿：base/tables.xlsx.*\n$")
        book = workbook(self.folder / "base/tables.xlsx")
        self.assertEqual(book.sheetnames[:3], ["封面", "图表", "年末人数"])
        self.assertEqual(book.sheetnames[-1], "全部指标")
        self.assertEqual([c.value for c in book["年末人数"][1]],
                         ["去向大类", "年份", "单位", "均值", "标准误", "区间下限（5%）", "中位数", "区间上限（95%）",
                          "无数值的重复次数", "人数过少的重复次数", "指标代码"])
        for sheet in book.worksheets[2:]:
            self.assertEqual(sheet.freeze_panes, "A2", sheet.title)
            last = openpyxl.utils.get_column_letter(len(list(sheet[1])))
            self.assertEqual(sheet.auto_filter.ref, f"A1:{last}{sheet.max_row}", sheet.title)
            self.assertLessEqual(len(sheet.title), 31)
            self.assertGreater(sheet.max_row, 1)

    def test_the_cover_says_where_the_figures_come_from(self):
        self.have_run()
        self.export("base", "--lang", "en")
        book = workbook(self.folder / "base/tables.xlsx")
        cover = {line[0]: line[1] for line in book["Cover"].iter_rows(values_only=True) if line[0]}
        record = json.loads((self.folder / "base/run.json").read_text())
        self.assertEqual(cover["Scenario digest"], record["scenario_digest"])
        self.assertEqual(cover["Program version"], record["program_version"])
        self.assertEqual(cover["Replicates"], record["replicates"])
        self.assertEqual(cover["Run at (UTC)"], record["started"])
        self.assertEqual(book.properties.created.isoformat() + "Z", record["started"])
        linked = {c.value: c.hyperlink.location for row in book["Cover"].iter_rows() for c in row if c.hyperlink}
        self.assertEqual(set(linked), set(book.sheetnames[1:]))
        for name, place in linked.items():
            self.assertEqual(place, f"'{name}'!A1")

    def test_charts_draw_what_the_sheets_hold(self):
        self.have_run()
        self.export("base", "--lang", "zh")
        with zipfile.ZipFile(self.folder / "base/tables.xlsx") as archive:
            charts = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/charts/chart")]
        self.assertGreaterEqual(len(charts), 7)
        for chart in charts:
            self.assertRegex(chart, r"<c:f>'?[^<]+'?!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+</c:f>")
            # With the numbers themselves, for programs that show a file without computing.
            self.assertRegex(chart, r"<c:numCache>.*?<c:v>[\d.E-]+</c:v>")
        areas = next(c for c in charts if "areaChart" in c)
        self.assertEqual(areas.count("<c:ser>"), 8)

    def test_equal_results_give_equal_files_whatever_the_place_and_the_time(self):
        self.have_run()
        self.export("base", "--xlsx", "a.xlsx", "--csv", "a")
        self.export("base/results.h5", "--xlsx", "b.xlsx", "--csv", "b", environment=self.environment(TZ="Asia/Shanghai"))
        self.assertEqual(digest(self.folder / "a.xlsx"), digest(self.folder / "b.xlsx"))
        names = sorted(p.name for p in (self.folder / "a").iterdir())
        self.assertEqual(names, sorted(p.name for p in (self.folder / "b").iterdir()))
        for name in names:
            self.assertEqual(digest(self.folder / "a" / name), digest(self.folder / "b" / name), name)
        self.assertFalse((self.folder / "base/tables.xlsx").exists())

    def test_csv_has_one_file_for_every_sheet_with_the_same_lines(self):
        self.have_run()
        self.export("base", "--xlsx", "t.xlsx", "--csv", "t")
        book = workbook(self.folder / "t.xlsx")
        files = {p.stem: csv_rows(p) for p in (self.folder / "t").iterdir()}
        self.assertIn("about", files)
        self.assertEqual(len(files) - 1, len(book.worksheets) - 2)
        self.assertEqual(sorted(len(rows) for name, rows in files.items() if name != "about"),
                         sorted(sheet.max_row - 1 for sheet in book.worksheets[2:]))

    def test_every_outcome_of_a_run_stands_in_a_table_of_its_kind(self):
        self.have_run()
        self.export("base", "--csv", "t")
        summary = json.loads((self.folder / "base/summary.json").read_text())
        placed = {row["outcome"] for path in (self.folder / "t").iterdir() if path.stem != "outcomes"
                  for row in csv_rows(path) if "outcome" in row}
        left = {n for n in set(summary) - placed if not n.startswith(("target.", "worst_off."))}
        self.assertEqual(left, set())
        self.assertEqual({row["outcome"] for row in csv_rows(self.folder / "t/outcomes.csv")}, set(summary))

    def test_no_measure_stands_there_without_a_label(self):
        self.have_run()
        self.export("base", "--csv", "t", "--lang", "zh")
        for path in (self.folder / "t").iterdir():
            for row in csv_rows(path):
                for key in row:
                    if key.endswith("_label") and path.stem not in ("policies", "spending", "about"):
                        id_ = row[key.removesuffix("_label")]
                        self.assertFalse(id_ and row[key] == id_ and "_" in id_, f"{path.stem}: {row}")

    def test_excel_gets_a_byte_order_mark_and_its_line_ends(self):
        self.have_run()
        self.export("base", "--csv", "plain")
        self.export("base", "--csv", "excel", "--excel-csv")
        plain = (self.folder / "plain/persons_by_group.csv").read_bytes()
        excel = (self.folder / "excel/persons_by_group.csv").read_bytes()
        self.assertFalse(plain.startswith(b"\xef\xbb\xbf") or b"\r" in plain)
        self.assertEqual(excel, b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"))

    def test_a_comparison_has_its_own_tables(self):
        self.have_comparison()
        self.export("push_against_base", "--csv", "t", "--lang", "zh")
        self.export("push_against_base", "--lang", "zh")
        book = workbook(self.folder / "push_against_base/tables.xlsx")
        self.assertEqual(book.sheetnames[:5], ["封面", "图表", "政策效果", "全区在岗人数", "成本"])
        started = max(json.loads((self.folder / d / "run.json").read_text())["started"] for d in ("base", "push"))
        self.assertEqual(book.properties.created.isoformat() + "Z", started)
        changed = csv_rows(self.folder / "t/differences.csv")
        self.assertIn(("changed", "retraining"), {(r["kind"], r["what"]) for r in changed})

    def test_a_sweep_has_its_own_tables(self):
        self.make_sweep()
        self.export("lhs", "--lang", "zh")
        self.export("lhs", "--csv", "t", "--lang", "zh")
        book = workbook(self.folder / "lhs/tables.xlsx")
        self.assertEqual(book.sheetnames, ["封面", "图表", "政策与目标", "政策对比", "主要影响因素", "影响因素", "各点结果", "试验设计"])
        cover = {line[0]: line[1] for line in book["封面"].iter_rows(values_only=True) if line[0]}
        self.assertEqual((cover["设计行数"], cover["政策数"], cover["已完成的运行"]), (16, 3, 96))
        self.assertEqual(book["各点结果"].max_row - 1, len(csv_rows(self.folder / "t/points.csv")))
        with zipfile.ZipFile(self.folder / "lhs/tables.xlsx") as archive:
            charts = [n for n in archive.namelist() if n.startswith("xl/charts/chart")]
        self.assertEqual(len(charts), 6)
        for row in csv_rows(self.folder / "t/drivers.csv"):
            self.assertRegex(row["factor_label"] + row["outcome_label"], r"[\u3400-\u9fff]")
        self.expect(0, "sweep", "merge", "lhs", "--quiet")
        self.export("lhs/sweep.h5", "--xlsx", "m.xlsx", "--lang", "zh")
        merged = {s.title: [[c for c in line] for line in s.iter_rows(values_only=True)] for s in workbook(self.folder / "m.xlsx").worksheets}
        self.assertEqual(merged, {s.title: [[c for c in line] for line in s.iter_rows(values_only=True)] for s in book.worksheets})

    def test_sweeps_with_indices_and_effects_have_their_columns(self):
        for design, column in ("saltelli", "sobol_total_low"), ("morris", "morris_mu_star"):
            self.make_sweep(design)
            self.export(design, "--csv", design + "_t")
            rows = csv_rows(self.folder / (design + "_t") / "drivers.csv")
            self.assertTrue(any(row[column] for row in rows), design)
            self.assertNotIn({"sobol_total_low": "morris_mu_star", "morris_mu_star": "sobol_total_low"}[column], rows[0])
            # Programs find the same columns in the files of the analysis.
            self.expect(0, "sweep", "analyse", design, "--quiet")
            analysed = csv_rows(self.folder / design / "analysis/drivers.csv")[0]
            prefix = column.split("_")[0] + "_"
            self.assertEqual([name for name in rows[0] if name.startswith(prefix)], [name for name in analysed if name.startswith(prefix)])

    def test_a_comparison_of_several_policies_keeps_them_apart(self):
        self.have_comparison()
        self.expect(0, "compare", "base", "push", "base", "-o", "two", "--quiet")
        self.export("two", "--csv", "t")
        self.export("two")
        runs = {r["policy_run"] for r in csv_rows(self.folder / "t/effects.csv")}
        self.assertEqual(len(runs), 2)

    def test_runs_of_other_kinds_have_tables(self):
        self.have("markov", lambda: self.expect(
            0, "run", program.SOURCE / "configs/checks/markov.yaml", "-o", "markov",
            "markov.workers=1000", "--replicates", "3", "--quiet"))
        self.export("markov", "--csv", "m")
        self.export("markov")
        self.assertIn("persons_by_month", {p.stem for p in (self.folder / "m").iterdir()})

    def test_a_new_run_takes_the_tables_of_the_old_one_away(self):
        self.have_run()
        self.export("base")
        self.run_tiny("base", "end=2021-12", "--overwrite")
        self.assertFalse((self.folder / "base/tables.xlsx").exists())

    def test_what_is_no_result_is_refused(self):
        (self.folder / "empty").mkdir()
        self.assertIn("neither results.h5", self.expect(2, "export", "empty").stderr)
        self.assertIn("required", self.expect(2, "export").stderr)
        self.have_run()
        (self.folder / "base/summary.json").write_text('{"a": 1}')
        self.assertIn("summary.json", self.expect(2, "export", "base").stderr)
        (self.folder / "empty/comparison.json").write_text('{"format_version": 1}')
        self.assertIn("comparison.json", self.expect(2, "export", "empty").stderr)

    def test_a_file_that_cannot_grow_leaves_nothing_behind(self):
        self.have_run()
        before = self.files()
        for kilobytes in 4, 40, 150:
            done = subprocess.run(
                [os.environ["JTSIM"], "export", "base", "--xlsx", "t.xlsx", "--quiet"], cwd=self.folder, text=True,
                capture_output=True, env=self.environment(), check=False,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes << 10, kilobytes << 10)))
            self.assertEqual(done.returncode, 1, (kilobytes, done.stderr))
            self.assertIn("t.xlsx", done.stderr)
            self.assertEqual(self.files(), before)

    def test_a_place_that_does_not_exist_is_told(self):
        self.have_run()
        done = self.expect(1, "export", "base", "--xlsx", "nowhere/t.xlsx")
        self.assertIn("nowhere/t.xlsx", done.stderr)


class Hostile(ExportTest):
    """A hundred labels by which a careless export would run something."""

    def setUp(self):
        super().setUp()
        self.labels = hostile_labels(34)[:34] + list(NAMES) + [f"={i}+cmd" for i in range(34)]
        self.assertGreaterEqual(len(set(self.labels)), 100)

    def require_texts(self, path, folder):
        """No formula in the workbook, nothing in CSV that would be one."""
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                text = archive.read(name).decode()
                if name.startswith("xl/worksheets/"):
                    self.assertNotIn("<f>", text, name)
                if "chart" in name:
                    for formula in re.findall(r"<c:f>(.*?)</c:f>", text):
                        self.assertRegex(formula, r"^'?[^'!]+'?!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$")
        texts = set()
        for sheet in workbook(path).worksheets:
            for line in sheet.iter_rows():
                for cell in line:
                    if cell.value is None or isinstance(cell.value, (int, float)) or cell.is_date:
                        continue
                    self.assertEqual(cell.data_type, "s", (sheet.title, cell.coordinate))
                    self.assertFalse(str(cell.value).startswith(FORMULA), cell.value)
                    texts.add(cell.value)
        for file in folder.iterdir():
            for row in csv_rows(file):
                for value in row.values():
                    if not re.fullmatch(r"-?[\d.]+(e[+-]\d+)?", value):
                        self.assertFalse(value.startswith(FORMULA), value)
                        texts.add(value)
        return texts

    def test_labels_stay_text(self):
        left = list(self.labels)
        found = set()
        for i in range(3):
            batch, left = left[:34], left[34:]
            scenario = hostile_scenario(self.folder, list(batch))
            name = ("=cmd|x", "x" * 40, "a[b]c?d*e:f")[i]
            self.expect(0, "run", scenario, "end=2026-12", "replicates=2", "-o", name, "--quiet")
            for language in "zh", "en":
                folder = self.folder / f"csv_{i}_{language}"
                self.export(name, "--lang", language, "--xlsx", "t.xlsx", "--csv", folder)
                found |= self.require_texts(self.folder / "t.xlsx", folder)
        escaped = {("'" if label.startswith(FORMULA) else "") + label for label in self.labels}
        missing = escaped - found
        self.assertEqual(missing, set())

    def test_labels_of_a_sweep_stay_text(self):
        labels = list(self.labels[:34])
        self.make_hostile_sweep("=cmd|x", labels)
        self.export("=cmd|x", "--xlsx", "t.xlsx", "--csv", self.folder / "t")
        texts = self.require_texts(self.folder / "t.xlsx", self.folder / "t")
        self.assertIn("<img src=x onerror=window.caught=1>", texts)

    def test_texts_of_stored_results_stay_text(self):
        self.have_comparison()
        write_into_results(self.folder / "base", self.folder / "push_against_base")
        found = set()
        for name in "base", "push_against_base":
            self.export(name, "--xlsx", "t.xlsx", "--csv", self.folder / name / "t")
            found |= self.require_texts(self.folder / "t.xlsx", self.folder / name / "t")
        self.assertLessEqual({("'" if text.startswith(FORMULA) else "") + text for text in STORED}, found)

    def test_names_of_compared_runs_stay_text(self):
        names = "=base", "+" + "push" * 10
        for name, words in zip(names, ((), PUSH)):
            self.expect(0, "run", program.TINY, "end=2024-12", "replicates=2", *words, "-o", f"./{name}", "--quiet")
        self.expect(0, "compare", f"./{names[0]}", f"./{names[1]}", "-o", "c", "--quiet")
        self.export("c", "--xlsx", "t.xlsx", "--csv", self.folder / "t")
        found = self.require_texts(self.folder / "t.xlsx", self.folder / "t")
        self.assertLessEqual({f"'{name}" for name in names}, found)


if __name__ == "__main__":
    unittest.main()
