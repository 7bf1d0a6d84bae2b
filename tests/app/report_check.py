"""`jtsim report`: what is refused, what the file holds, that it is safe and complete without a browser."""
import json
import re
import unittest

from report_pages import END, STORED, ReportTest, content_of, hostile_labels, write_into_results, write_sweep


class ReportCommandTest(ReportTest):
    def test_a_run_becomes_one_page_beside_its_results(self):
        page = self.make_run()
        text = page.read_text(encoding="utf-8")
        self.assertIn('<html lang="en">', text)
        self.assertEqual(len(content_of(page)["runs"]), 1)
        self.assertLess(len(text.encode()), 3_000_000)
        self.assertNotRegex(text.replace("http://www.w3.org", ""), r'(src|href)="?https?:')

    def test_the_language_is_that_of_the_option(self):
        self.make_run()
        self.expect(0, "report", "base", "--lang", "zh", "-o", "zh.html", "--quiet")
        self.assertIn('<html lang="zh-CN">', (self.folder / "zh.html").read_text(encoding="utf-8"))

    def test_a_comparison_brings_its_runs_along(self):
        content = content_of(self.make_comparison())
        self.assertEqual([r["name"] for r in content["runs"]], ["base", "push"])
        self.assertEqual(len(content["comparison"]["sides"]), 1)

    def test_a_comparison_without_its_runs_is_reported_alone(self):
        self.make_comparison()
        (self.folder / "push").rename(self.folder / "elsewhere")
        done = self.expect(0, "report", "push_against_base")
        self.assertIn("push/", done.stderr)
        self.assertEqual(len(content_of(self.folder / "push_against_base/report.html")["runs"]), 1)

    def test_a_run_that_was_replaced_is_not_shown_in_place_of_the_compared_one(self):
        self.make_comparison()
        self.run_tiny("push", END, "--overwrite")
        self.report("push_against_base")
        runs = content_of(self.folder / "push_against_base/report.html")["runs"]
        self.assertEqual([r["name"] for r in runs], ["base"])

    def test_runs_of_another_kind_have_a_report(self):
        content = content_of(self.make_markov())
        self.assertIsNone(content["runs"][0]["money"])
        self.assertEqual([c["failures"] for c in content["runs"][0]["checks"]],
                         [0] * len(content["runs"][0]["checks"]))

    def test_a_sweep_has_a_report_in_its_directory_and_from_its_merged_file(self):
        content = content_of(self.make_sweep())
        self.assertEqual(content["runs"], [])
        sweep = content["sweep"]
        self.assertEqual(sweep["runs"], {"all": 96, "done": 96, "failed": 0, "missing": 0})
        self.assertEqual([o["name"] for o in sweep["objectives"]], ["cost", "unemployment", "gap"])
        for outcome in sweep["outcomes"]:
            self.assertTrue(all(outcome["label"]) and outcome["name"] not in outcome["label"], outcome)
        self.expect(0, "sweep", "merge", "lhs", "--quiet")
        done = self.expect(0, "report", "lhs/sweep.h5")
        self.assertIn("lhs/report.html", done.stderr)
        self.assertTrue(content_of(self.folder / "lhs/report.html")["sweep"]["is_merged"])

    def test_a_sweep_without_main_outcomes_shows_the_last_of_each_kind(self):
        file = write_sweep(self.folder, "lhs")
        text = file.read_text().replace("end: 2030-12", "end: 2022-12")
        file.write_text(text[:text.index("outcomes:")] + 'outcomes: ["stock.*", displaced.total]\n')
        self.run_sweep(file, "few")
        shown = [o["name"] for o in content_of(self.report("few"))["sweep"]["outcomes"]]
        self.assertEqual(len(shown), 6)
        self.assertEqual({n.rsplit(".", 1)[1] for n in shown}, {"total", "2022"})

    def test_a_sweep_is_reported_alone(self):
        self.make_run()
        self.make_sweep()
        self.assertIn("a report of its own", self.expect(2, "report", "lhs", "base").stderr)
        self.assertIn("a report of its own", self.expect(2, "report", "base", "lhs").stderr)
        self.assertIn("no map", self.expect(2, "report", "lhs", "--map", "map.geojson").stderr)

    def test_a_sweep_without_results_is_refused(self):
        self.expect(0, "sweep", "plan", write_sweep(self.folder, "lhs"), "-o", "fresh", "--quiet")
        self.assertIn("no run of the sweep is done", self.expect(2, "report", "fresh").stderr)
        self.assertFalse((self.folder / "fresh/report.html").exists())
        (self.folder / "other.h5").write_text("no file of ours")
        self.assertIn("other.h5", self.expect(2, "report", "other.h5").stderr)

    def test_a_sweep_of_many_outcomes_shows_the_main_ones(self):
        file = write_sweep(self.folder, "lhs")
        text = file.read_text()
        file.write_text(text[:text.index("outcomes:")] + 'outcomes: ["*"]\n')
        self.run_sweep(file, "all")
        page = self.report("all")
        shown = [o["name"] for o in content_of(page)["sweep"]["outcomes"]]
        self.assertLess(len(shown), 16)
        self.assertIn("in_work.12", shown)
        self.assertLess(page.stat().st_size, 3_000_000)

    def test_a_new_run_takes_the_report_of_the_old_one_away(self):
        page = self.make_run()
        self.run_tiny("base", "end=2022-12", "--overwrite")
        self.assertFalse(page.exists())

    def test_what_is_no_result_is_refused(self):
        (self.folder / "empty").mkdir()
        self.assertIn("neither results.h5", self.expect(2, "report", "empty").stderr)
        self.assertIn("neither results.h5", self.expect(2, "report", "nowhere").stderr)
        self.make_run()
        (self.folder / "base/summary.json").write_text("[")
        self.assertIn("summary.json", self.expect(2, "report", "base").stderr)
        (self.folder / "base/results.h5").write_text("no numbers")
        self.assertIn("results.h5", self.expect(2, "report", "base").stderr)

    def test_a_map_without_an_approval_number_is_refused(self):
        self.make_run()
        square = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
        map_ = {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": "x"}, "geometry": square}]}
        (self.folder / "map.geojson").write_text(json.dumps(map_))
        self.assertIn("approval", self.expect(2, "report", "base", "--map", "map.geojson").stderr)
        map_["properties"] = {"审图号": "GS(2026)0000号"}
        (self.folder / "map.geojson").write_text(json.dumps(map_))
        self.expect(0, "report", "base", "--map", "map.geojson", "--quiet")
        self.assertEqual(content_of(self.folder / "base/report.html")["map"]["approval"], "GS(2026)0000号")
        (self.folder / "map.geojson").write_text("{}")
        self.expect(2, "report", "base", "--map", "map.geojson")

    def test_nothing_in_a_label_can_end_the_data_or_begin_markup(self):
        labels = hostile_labels(34)
        page = self.make_hostile("hostile", list(labels))
        text = page.read_text(encoding="utf-8")
        data = re.search(r'id="content">(.*?)</script>', text, re.S).group(1)
        for forbidden in "<", ">", "&", "\u2028", "\u2029":
            self.assertNotIn(forbidden, data)
        kept = {word for run in content_of(page)["runs"] for rows in run["axes"].values()
                for row in rows if isinstance(row, list) for word in row[1:]}
        kept |= set(content_of(page)["runs"][0]["label"])
        self.assertEqual(kept & set(labels), set(labels))

    def test_nothing_in_stored_results_can_end_the_data_or_begin_markup(self):
        self.make_comparison()
        write_into_results(self.folder / "base", self.folder / "push_against_base")
        page = self.report("push_against_base")
        text = page.read_text(encoding="utf-8")
        data = re.search(r'id="content">(.*?)</script>', text, re.S).group(1)
        for forbidden in "<", ">", "&", "\u2028", "\u2029":
            self.assertNotIn(forbidden, data)
        self.assertNotIn("\u2028", text)
        content = content_of(page)
        groups = content["comparison"]["sides"][0]["groups"].values()
        self.assertLessEqual(set(STORED), {word for group in groups for word in group["label"]})
        self.assertLessEqual({"displaced." + stored for stored in STORED}, set(content["runs"][0]["figures"]))

    def test_nothing_in_a_sweep_can_end_the_data_or_begin_markup(self):
        text = self.make_hostile_sweep("hostile", hostile_labels(34)).read_text(encoding="utf-8")
        data = re.search(r'id="content">(.*?)</script>', text, re.S).group(1)
        self.assertIn("onerror", data)
        for forbidden in "<", ">", "&", "\u2028", "\u2029":
            self.assertNotIn(forbidden, data)


if __name__ == "__main__":
    unittest.main()
