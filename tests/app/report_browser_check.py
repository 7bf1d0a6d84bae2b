"""Opens reports in a real browser (headless Chromium): drawn, in both languages, dark, printed, safe."""
import csv
import io
import os
import pathlib
import re
import subprocess
import shutil
import sys
import time
import unittest

import browser
import program
from report_pages import ReportTest, content_of, hostile_labels

SKIPPED = 77
SCREENSHOTS = pathlib.Path(os.environ["JTSIM"]).parent.parent / "screenshots"
CHINESE = re.compile(r"[\u3400-\u9fff]+")
# Of every chart: series, elements of the series' data, drawn paths with an extent, texts.
MARKS = """return drawn.map((entry) => {
  const series = entry.chart.getModel().getSeries().filter((s) => !s.get('silent'));
  const paths = [...entry.place.querySelectorAll('svg path')].filter((path) => {
    const box = path.getBBox();
    return box.width + box.height > 0 && path.getAttribute('d');
  });
  return {id: entry.figure.id, series: series.length, empty: series.filter((s) => s.getData().count() === 0).length,
          paths: paths.length, texts: entry.place.querySelectorAll('svg text').length,
          label: entry.place.getAttribute('aria-label') || ''};
})"""
# Elements with a handler in an attribute, or of a kind that the page never makes.
STRANGERS = """
  const known = new Set(('html head meta title style body a header nav main footer noscript script section h1 h2 h3 p div span ol ul li dl dt ' +
    'dd figure figcaption details summary button select option label table caption thead tbody tr th td strong code aside ' +
    'svg g path text tspan defs clippath rect circle line polygon polyline lineargradient stop pattern image filter fedropshadow').split(' '));
  return [...document.querySelectorAll('*')].filter((e) => !known.has(e.tagName.toLowerCase()) ||
    [...e.attributes].some((a) => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value) && a.name === 'href'))
    .map((e) => e.outerHTML.slice(0, 120));"""

# Controls and charts that keys do not reach.
UNREACHED = """const all = [...document.querySelectorAll('a[href], button, summary, .chart, select')];
  return all.filter((e) => { e.focus(); return document.activeElement !== e; }).map((e) => e.outerHTML.slice(0, 80));"""


class BrowserTest(ReportTest):
    @classmethod
    def setUpClass(cls):
        cls.window = browser.Browser()
        cls.addClassCleanup(cls.window.close)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def open(self, page, width=1280):
        self.window.media("", "light")
        self.window.requests()
        self.window.console_errors()
        begin = time.monotonic()
        self.window.open(page, width)
        print(f"{page.parent.name}: opened in {time.monotonic() - begin:.1f} s, "
              f"{page.stat().st_size / 1e6:.1f} MB", file=sys.stderr)

    def speak(self, language):
        if not self.window.run("return document.documentElement.lang").startswith(language):
            self.window.run("document.getElementById('language').click()")

    def settle(self, width):
        self.window.resize(width)
        self.window.wait("return drawn.every((e) => e.width === widthOf(e.place))")

    def require_sound(self):
        self.assertEqual(self.window.console_errors(), [])
        left = [u for u in self.window.requests() if not u.startswith(("file:", "data:", "blob:", "chrome:"))]
        self.assertEqual(left, [])

    def require_drawn(self, least):
        marks = self.window.run(MARKS)
        self.assertGreaterEqual(len(marks), least, [m["id"] for m in marks])
        for mark in marks:
            with self.subTest(chart=mark["id"]):
                self.assertGreater(mark["series"], 0)
                self.assertEqual(mark["empty"], 0)
                self.assertGreater(mark["paths"], 5)
                self.assertGreater(mark["texts"], 2)
                self.assertGreater(len(mark["label"]), 20)

    def require_twins(self, least):
        """Words, a table and a download for every figure."""
        figures = self.window.run("""return [...document.querySelectorAll('figure')].map((f) => ({
          says: f.querySelector('.says').textContent, rows: f.querySelectorAll('tbody tr').length,
          columns: f.querySelectorAll('thead th').length, csv: f.querySelectorAll('button.csv').length}))""")
        self.assertGreaterEqual(len(figures), least)
        for figure in figures:
            self.assertGreater(len(figure["says"]), 20)
            self.assertGreater(figure["rows"] * figure["columns"], 5)
            self.assertEqual(figure["csv"], 1)

    def downloaded(self, name):
        """The lines of a file that the page saved."""
        target = self.window.downloads / name
        for _ in range(100):
            # The browser holds the name by an empty file, which the whole one replaces.
            if target.exists() and target.stat().st_size > 0:
                break
            time.sleep(0.1)
        raw = target.read_bytes()
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
        self.assertEqual(raw.count(b"\r\n"), len(rows))
        return rows

    def require_whole_on_paper(self, name):
        """No chart is cut, and every figure's title stands on one page."""
        titles = self.window.run("return [...document.querySelectorAll('figure h3')].map((h) => h.textContent)")
        self.window.media("print")
        self.window.wait("return document.documentElement.classList.contains('printing')")
        self.window.resize(680)
        for chart in self.window.run("""return drawn.map((e) => {
            const [box, frame, figure] = [e.place.querySelector('svg'), e.place.parentNode, e.place.closest('figure')].map((n) => n.getBoundingClientRect());
            return {id: e.figure.id, wide: box.right - frame.right, tall: figure.height, whole: getComputedStyle(e.place.closest('figure')).breakInside};})"""):
            self.assertLessEqual(chart["wide"], 0.5, chart)
            self.assertLess(chart["tall"], 1000, chart)
            self.assertEqual(chart["whole"], "avoid")
        self.window.media("")
        self.window.wait("return !document.documentElement.classList.contains('printing')")
        self.window.resize(1280)
        paper = SCREENSHOTS / f"{name}.pdf"
        self.window.pdf(paper)
        if shutil.which("pdftotext") is None:
            self.skipTest("pdftotext is not installed")
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True).stdout
        pages = ["".join(p.split()) for p in text.split("\f")]
        for title in titles:
            self.assertEqual(sum("".join(title.split()) in p for p in pages), 1, title)
        self.require_sound()

    def look_at(self, page, name, least):
        self.open(page)
        for language in "zh", "en":
            self.speak(language)
            self.require_drawn(least)
            text = self.window.run("return document.body.innerText + "
                                   "[...document.querySelectorAll('svg text')].map((e) => e.textContent).join('\\n')")
            self.assertNotRegex(text, r"undefined|NaN|\[object|Infinity|null")
            if language == "en":
                self.assertEqual([w for w in CHINESE.findall(text) if w != "中文"], [])
            else:
                self.assertGreater(len(CHINESE.findall(text)), 200)
            for width in 1280, 360:
                self.settle(width)
                self.assertLessEqual(self.window.run("return document.documentElement.scrollWidth"), width)
                self.window.screenshot(SCREENSHOTS / f"{name}_{language}_{width}.png")
        self.settle(1280)
        self.require_sound()

    def test_the_report_of_a_run_is_drawn_in_both_languages_and_widths(self):
        self.look_at(self.make_run(), "run", 15)

    def test_the_report_of_a_comparison_is_drawn_in_both_languages_and_widths(self):
        self.look_at(self.make_comparison(), "comparison", 20)
        self.window.run("const s = document.getElementById('run'); s.value = '0'; s.dispatchEvent(new Event('change'))")
        self.require_drawn(20)
        self.require_sound()

    def test_the_report_of_a_sweep_is_drawn_in_both_languages_and_widths(self):
        self.look_at(self.make_sweep(), "sweep", 5)
        # Every outcome and every policy that can be chosen.
        for select in "outcome", "policy":
            for value in range(self.window.run(f"return document.getElementById('{select}').options.length")):
                self.window.run(f"const s = document.getElementById('{select}'); s.value = arguments[0];"
                                "s.dispatchEvent(new Event('change'))", str(value))
                self.require_drawn(4)
                self.assertNotRegex(self.window.run("return document.body.innerText"), r"undefined|NaN|\[object|Infinity|null")
        self.require_sound()

    def test_sweeps_with_indices_and_effects_have_their_figures(self):
        for design, figure in ("saltelli", "sobol"), ("morris", "morris"):
            self.look_at(self.make_sweep(design), design, 4)
            self.assertTrue(self.window.run(f"return document.getElementById('figure-{figure}') !== null"), design)

    def test_every_figure_of_a_sweep_has_words_a_table_and_a_download(self):
        self.open(self.make_sweep())
        self.require_twins(5)
        self.window.run("document.querySelector('#figure-tornado button.csv').click()")
        rows = self.downloaded("jtsim_tornado_en.csv")
        self.assertEqual(len(rows), 1 + 4)
        self.assertEqual({row[1] for row in rows[1:]}, {f["path"] for f in content_of(self.folder / "lhs/report.html")["sweep"]["factors"]})

    def test_the_report_of_a_sweep_follows_dark_and_keys_and_is_whole_on_paper(self):
        self.open(self.make_sweep())
        self.assertEqual(self.window.run(UNREACHED), [])
        self.window.media("", "dark")
        self.window.wait("return document.documentElement.dataset.theme === 'dark'")
        self.require_drawn(5)
        self.window.screenshot(SCREENSHOTS / "sweep_dark.png")
        self.window.media("", "light")
        self.require_whole_on_paper("sweep")

    def test_an_unfinished_sweep_says_what_is_missing(self):
        self.open(self.make_sweep())
        self.assertIn("All 96 runs are done", self.window.run("return document.getElementById('complete').textContent"))
        for part in sorted((self.folder / "lhs/parts").iterdir())[2:]:
            part.unlink()
        (self.folder / "lhs/index.sqlite").unlink()
        self.open(self.report("lhs"))
        self.assertIn("are missing", self.window.run("return document.getElementById('complete').textContent"))
        sweep = content_of(self.folder / "lhs/report.html")["sweep"]
        words = self.window.run("return document.getElementById('main').textContent")
        self.assertIn("do not subtract", words)
        self.assertIn("Too few replicates are done", words)
        for nothing in "interval excludes 0", "– to –":
            self.assertNotIn(nothing, words)
        self.assertLess(sweep["rows_compared"], sweep["rows"])
        self.assertIn(f"rests on {sweep['rows_compared']} of {sweep['rows']} rows", words)
        self.require_drawn(4)
        self.require_sound()

    def test_a_markov_run_has_its_few_charts(self):
        self.open(self.make_markov())
        self.require_drawn(2)
        self.require_sound()

    def test_dark_follows_the_system_and_the_switch(self):
        self.open(self.make_run())
        paper = "return getComputedStyle(document.querySelector('figure')).backgroundColor"
        light = self.window.run(paper)
        self.window.media("", "dark")
        self.window.wait("return document.documentElement.dataset.theme === 'dark'")
        dark = self.window.run(paper)
        self.assertNotEqual(light, dark)
        self.require_drawn(15)
        self.window.screenshot(SCREENSHOTS / "run_dark.png")
        self.window.run("document.getElementById('theme').click()")
        self.assertEqual(self.window.run(paper), light)
        self.require_sound()

    def test_every_figure_has_words_a_table_and_a_download(self):
        self.open(self.make_run())
        self.require_twins(16)
        bands = self.window.run("return [...document.querySelectorAll('.note')].filter((n) => "
                                "n.textContent.includes('not forecast error')).length")
        self.assertGreater(bands, 8)

    def test_the_download_is_the_table_with_a_byte_order_mark(self):
        self.open(self.make_run())
        self.window.run("document.querySelector('#figure-workers button.csv').click()")
        rows = self.downloaded("jtsim_workers_en.csv")
        self.assertEqual(len(rows), 1 + self.window.run(
            "return document.querySelectorAll('#figure-workers tbody tr').length"))
        self.assertEqual(rows[1][0], "2020")
        self.require_sound()

    def test_keys_reach_every_control_and_chart(self):
        self.open(self.make_run())
        self.assertEqual(self.window.run(UNREACHED), [])

    def test_no_chart_is_cut_on_paper(self):
        for page, name in (self.make_run(), "run"), (self.make_comparison(), "comparison"):
            with self.subTest(name):
                self.open(page)
                self.require_whole_on_paper(name)

    def test_a_hundred_hostile_labels_make_no_element_and_no_handler(self):
        labels = hostile_labels(102)
        used = len(labels)
        # Then a sweep, whose file has such a name as well, and a comparison.
        makers = [lambda i=i: self.make_hostile(f"hostile_{i}", labels) for i in range(3)]
        makers += [lambda: self.make_hostile_sweep("<b>sweep", hostile_labels(34)), lambda: self.make_hostile_comparison(hostile_labels(34))]
        for make in makers:
            self.open(make())
            for language in "zh", "en":
                self.speak(language)
                # Tooltips are where libraries like to make HTML.
                self.window.run("for (const e of drawn) { e.chart.dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 0});"
                                " e.chart.dispatchAction({type: 'showTip', x: 200, y: 90}); }")
                time.sleep(0.2)
                self.assertEqual(self.window.run(STRANGERS), [])
                self.assertEqual(self.window.run("return document.querySelectorAll('script, style, title').length"), 5)
                self.assertIsNone(self.window.run("return window.caught === undefined ? null : window.caught"))
                cells = self.window.run("return drawn.map((e) => csvText(e.figure.table)).join('')")
                for line in csv.reader(io.StringIO(cells.replace("\ufeff", ""), newline="")):
                    for cell in line:
                        if cell and cell[0] in "=+@\t-":
                            float(cell)  # Only numbers begin so.
            self.require_sound()
        self.assertGreaterEqual(used - len(labels), 100)

    def test_the_search_for_strangers_finds_planted_ones(self):
        self.open(self.make_run())
        self.window.run("document.body.append(document.createElement('iframe'));"
                        "document.querySelector('h1').setAttribute('onclick', 'x')")
        self.assertEqual(len(self.window.run(STRANGERS)), 2)

    def test_twelve_leagues_are_drawn_on_a_narrow_screen(self):
        self.expect(0, "run", program.SOURCE / "configs/inner_mongolia.yaml", "end=2027-12", "replicates=1", "-o", "region", "--quiet")
        self.open(self.report("region"), 360)
        for language in "zh", "en":
            self.speak(language)
            tiles = self.window.run("return [...document.querySelectorAll('#figure-leagues_displaced svg path')].length")
            self.assertGreaterEqual(tiles, 12)
            self.assertEqual(self.window.run("return document.querySelectorAll('p.bad').length"), 0)
        self.require_sound()

    def test_outlines_that_were_brought_along_are_drawn_with_their_approval_number(self):
        self.make_run()
        names = self.window_names()
        shapes = ",".join(
            f'{{"type":"Feature","properties":{{"name":"{name}"}},"geometry":{{"type":"Polygon","coordinates":'
            f'[[[{x},0],[{x + 1},0],[{x + 1},1],[{x},1],[{x},0]]]}}}}' for x, name in enumerate(names))
        (self.folder / "map.geojson").write_text(
            f'{{"type":"FeatureCollection","approval_number":"GS(2026)1234","features":[{shapes}]}}')
        self.open(self.report("base", "--map", "map.geojson"))
        self.assertIn("GS(2026)1234", self.window.run("return document.getElementById('figure-leagues_displaced').innerText"))
        self.assertEqual(self.window.run("return echarts.getMap('leagues').geoJSON.features.map((f) => f.properties.name)"), names)
        self.require_drawn(15)
        self.require_sound()

    def window_names(self):
        return [row[0] for row in content_of(self.folder / "base/report.html")["runs"][0]["axes"]["region"]]


if __name__ == "__main__":
    if reason := browser.reason_for_none():
        print(f"SKIPPED: {reason}")
        sys.exit(SKIPPED)
    unittest.main()
