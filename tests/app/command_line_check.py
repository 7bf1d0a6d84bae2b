"""Holds exit codes, messages and files of the commands against what the documentation promises."""
import concurrent.futures
import json
import shutil
import os
import resource
import signal
import subprocess
import unittest

import program
from program import TINY


class Usage(program.ProgramTest):
    def test_words_that_make_no_sense_are_refused_with_a_hint(self):
        for words, hint in [
            ([], "required"),
            (["runn"], "did you mean `run`?"),
            (["run"], "SCENARIO"),
            (["run", TINY, "--replicate", "2"], "did you mean `--replicates`?"),
            (["run", TINY, "--threads", "0"], "1 to 1024"),
            (["run", TINY, "--threads", "many"], "--threads"),
            (["run", TINY, "--threads", ""], "--threads"),
            (["run", TINY, "--threads", "-1"], "--threads"),
            (["run", TINY, "--first-replicate", "-1"], "--first-replicate"),
            (["run", TINY, "--first-replicate", "4294967296"], "too large"),
            (["run", TINY, "--replicates", "08"], "replicates"),
            (["run", TINY, "--seed", "-1"], "seed"),
            (["run", TINY, "--seed", "99999999999999999999"], "seed"),
            (["run", TINY, "--seed", "010"], "seed"),
            (["run", TINY, "--seed", "0x10"], "seed"),
            (["run", TINY, "--seed", ""], "seed"),
            (["run", TINY, "--first-replicate", "2147483647"], "too large"),
            (["describe", "parametrs"], "did you mean `parameters`?"),
            (["check", TINY, "--colour"], "did you mean `--color`?"),
        ]:
            with self.subTest(words):
                done = self.expect(2, *words)
                self.assertIn(hint, done.stderr)
                self.assertEqual(done.stdout, "")
        self.assertEqual(self.files(), [])

    def test_help_begins_with_examples_in_either_language(self):
        for words in [], ["run"], ["check"], ["describe"], ["rerun"]:
            english = self.expect(0, *words, "--help").stdout
            chinese = self.expect(0, *words, "--help", "--lang", "zh").stdout
            self.assertTrue(english.startswith("Examples:\n  jtsim "), english)
            self.assertTrue(chinese.startswith("示例：\n  jtsim "), chinese)

    def test_refusals_speak_chinese_and_keep_their_places(self):
        file = self.folder / "wrong.yaml"
        file.write_text("kind: transition\nseed: x\nsed: 1\n", encoding="utf-8")
        for words, texts in [
            (["check", file], [f"{file}:2:7: seed: `x` 不是整数（整数，如 12）",
                               f"{file}:3:1: sed: 未知的键（是否想写 `seed`？）"]),
            (["check", "nowhere.yaml"], ["nowhere.yaml", "不存在"]),
            (["runn"], ["命令行：runn：未知的词；是否想写 `run`？"]),
            (["run"], ["须给出 SCENARIO"]),
            ([], ["须给出命令"]),
            (["run", TINY, "--threads", "0"], ["0 个线程（1 至 1024）"]),
            (["describe", "parametrs"], ["未知的对象（是否想写 `parameters`？）"]),
        ]:
            with self.subTest(words):
                told = self.expect(2, *map(str, words), "--lang", "zh").stderr
                for text in texts:
                    self.assertIn(text, told)
                self.assertNotRegex(told, r"did you mean|unknown|expected|is not")

    def test_meanings_of_parameters_are_told_in_both_languages(self):
        chinese = json.loads(self.expect(0, "describe", "parameters", "--json", "--lang", "zh").stdout)
        english = json.loads(self.expect(0, "describe", "parameters", "--json", "--lang", "en").stdout)
        self.assertEqual([row["path"] for row in chinese], [row["path"] for row in english])
        for row in chinese:
            self.assertRegex(row["meaning"], r"[\u3400-\u9fff]", row["path"])
        for row in english:
            self.assertNotRegex(row["meaning"], r"[\u3400-\u9fff]", row["path"])

    def test_the_language_comes_from_the_environment_unless_it_is_said(self):
        for variables in ({"LANG": "zh_CN.UTF-8"}, {"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"},
                          {"LANG": "de_DE.UTF-8", "LANGUAGE": "de:zh_CN:en"}):
            environment = self.environment(**variables)
            self.assertIn("用法", self.expect(0, "--help", environment=environment).stdout)
            said = self.expect(0, "--help", "--lang", "en", environment=environment)
            self.assertIn("Usage", said.stdout)

    def test_the_locale_c_is_english_whatever_the_list_of_languages(self):
        for variables in {"LANGUAGE": "zh_CN"}, {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}:
            environment = self.environment(**variables)
            self.assertIn("Usage", self.expect(0, "--help", environment=environment).stdout)

    def test_version_names_a_commit(self):
        self.assertRegex(self.expect(0, "--version").stdout, r"^jtsim \d+\.\d+\.\d+ \(.+\)\n$")

    def test_data_that_cannot_be_written_to_stdout_is_a_failure(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([os.environ["JTSIM"], "describe", "states"], stdout=full,
                                  stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("standard output", done.stderr)


class Describe(program.ProgramTest):
    def test_every_subject_is_text_and_json(self):
        for subject in ("parameters", "policies", "states", "series", "columns", "schedule"):
            rows = json.loads(self.expect(0, "describe", subject, "--json").stdout)
            text = self.expect(0, "describe", subject).stdout
            self.assertGreater(len(rows), 5)
            self.assertEqual(len(text.splitlines()), len(rows) + 1)
        schema = json.loads(self.expect(0, "describe", "schema").stdout)
        self.assertIn("draft-07", schema["$schema"])

    def test_the_schedule_has_the_ten_phases(self):
        rows = json.loads(self.expect(0, "describe", "schedule", "--json").stdout)
        self.assertEqual([row["phase"] for row in rows],
                         ["clock", "policies", "demography", "demand", "separation", "placement",
                          "training", "search", "income", "record"])


class Check(program.ProgramTest):
    def test_a_sound_scenario_passes_and_its_echo_is_a_scenario(self):
        echo = self.expect(0, "check", TINY, "--echo").stdout
        # Names of tables are relative to the scenario's folder.
        shutil.copytree(TINY.parent, self.folder / "configs")
        (self.folder / "configs" / "echo.yaml").write_text(echo)
        self.expect(0, "check", "configs/echo.yaml")

    def test_what_is_odd_is_told_but_does_not_hinder(self):
        shutil.copytree(TINY.parent, self.folder / "configs")
        mines = self.folder / "configs" / "tiny" / "mines.csv"
        mines.write_text(mines.read_text().replace(",200,2,", ",200,1,"))
        odd = "configs/tiny/mines.csv:5:66: mines.closure_order: 1 stands here twice"
        check = self.expect(0, "check", "configs/tiny.yaml").stderr
        self.assertIn("warning: " + odd, check)
        self.assertIn("configs/tiny.yaml: no errors, 1 warning (digest ", check)
        check = self.expect(0, "check", "configs/tiny.yaml", "urn.steps=5").stderr
        self.assertIn("configs/tiny.yaml: no errors, 2 warnings (digest ", check)
        run = self.expect(0, "run", "configs/tiny.yaml", "end=2021-12", "--replicates", "1",
                          "--lang", "zh")
        self.assertIn("注意：" + odd.replace("stands here twice", "出现两次"), run.stderr)

    def test_a_folder_or_nothing_is_no_scenario(self):
        for path, what in [("", "no scenario file is named"), (".", "is a folder"),
                           (f"{TINY.parent}/", "a folder is no scenario"),
                           (TINY.parent, "`configs` is a folder"), (f"{TINY}/", "no scenario")]:
            with self.subTest(path):
                self.assertIn(what, self.expect(2, "check", path).stderr)

    def test_everything_wrong_is_listed_at_once(self):
        (self.folder / "bad.yaml").write_text(
            f"extends: {TINY}\nserch: {{}}\nreplicates: 0\nsearch:\n  search_intensity: maybe\n")
        done = self.expect(2, "check", "bad.yaml", "matching.skil_exponent=1")
        for part in ("bad.yaml:2:1: serch", "bad.yaml:3:13: replicates", "bad.yaml:5:21: search",
                     "command line: matching.skil_exponent", "4 problems"):
            self.assertIn(part, done.stderr)
        self.assertEqual(self.files(), ["bad.yaml"])


class Run(program.ProgramTest):
    def test_a_run_leaves_four_files_and_shows_a_table(self):
        done = self.expect(0, "run", TINY, "--replicates", "2")
        self.assertEqual(self.files(), ["output", "output/runs", "output/runs/tiny"] + [
            "output/runs/tiny/" + f for f in ("results.h5", "run.json", "scenario.yaml",
                                              "summary.json")])
        for part in ("2020", "2035", "2060", "mining", "Displacements", "Spending"):
            self.assertIn(part, done.stdout)
        self.assertIn("output/runs/tiny", done.stderr)
        record = json.loads((self.folder / "output/runs/tiny/run.json").read_text())
        self.assertEqual(record["command_line"][:2], [os.environ["JTSIM"], "run"])
        self.assertEqual(record["results_sha256"],
                         program.digest(self.folder / "output/runs/tiny/results.h5"))

    def test_the_scenario_of_a_run_directory_is_run_from_where_it_stands(self):
        short = ("end=2022-12", "--replicates", "1", "--quiet")
        mines = self.folder / "own mines.csv"
        shutil.copy(TINY.parent / "tiny" / "mines.csv", mines)
        words = ("run", TINY, *short, f"tables.mines={mines.name}")
        self.expect(0, *words, "-o", "a")
        (self.folder / "deep" / "er").mkdir(parents=True)
        (self.folder / "link").symlink_to("deep/er")
        self.expect(0, *words, "-o", "link/b")
        self.assertIn('mines: "../own mines.csv"', (self.folder / "a/scenario.yaml").read_text())
        for directory in "a", "link/b":
            resolved = f"{directory}/scenario.yaml"
            self.expect(0, "check", resolved)
            self.expect(0, "run", resolved, "--quiet", "-o", directory + "_again")
            self.expect(0, "run", self.folder / resolved, f"tables.mines={mines.name}", "--quiet",
                        "-o", directory + "_third")
        runs = [self.folder / name for name in ("a", "a_again", "a_third", "link/b",
                                                "link/b_again", "link/b_third")]
        records = [json.loads((run / "run.json").read_text()) for run in runs]
        self.assertEqual(len({record["scenario_digest"] for record in records}), 1)
        self.assertEqual(len({(run / "summary.json").read_text() for run in runs}), 1)

    def test_the_summary_goes_where_it_is_asked_for(self):
        words = ("run", TINY, "--replicates", "1", "-o", "a", "--quiet")
        shown = self.expect(0, *words, "--json", "-")
        self.assertEqual(shown.stderr, "")
        self.expect(0, *words, "--json", "own.json", "--overwrite")
        summary = json.loads((self.folder / "a/summary.json").read_text())
        self.assertEqual(json.loads(shown.stdout), summary)
        self.assertEqual(json.loads((self.folder / "own.json").read_text()), summary)
        self.assertEqual(set(summary["stock.employed_mining.2030"]),
                         {"mean", "standard_error", "q05", "q50", "q95"})

    def test_the_summary_goes_through_links_and_pipes(self):
        words = ("run", TINY, "end=2021-12", "--replicates", "1", "-o", "a", "--overwrite", "--json")
        (self.folder / "link.json").symlink_to("own.json")
        self.expect(0, *words, "link.json")
        summary = (self.folder / "a/summary.json").read_text()
        self.assertTrue((self.folder / "link.json").is_symlink())
        self.assertEqual((self.folder / "own.json").read_text(), summary)
        reading, writing = os.pipe()
        # A pipe holds less than a summary: somebody has to read while the program writes.
        with os.fdopen(reading) as pipe, concurrent.futures.ThreadPoolExecutor() as pool:
            read = pool.submit(pipe.read)
            self.expect(0, *words, f"/dev/fd/{writing}", pass_fds=[writing])
            os.close(writing)
            self.assertEqual(read.result(), summary)
        done = self.expect(0, *words, "/dev/null")
        self.assertIn("Persons", done.stdout)

    def test_a_summary_that_has_no_place_is_told_before_the_run(self):
        results = self.run_tiny("a", "--replicates", "1")
        before = program.digest(results)
        files = self.files()
        (self.folder / "link.json").symlink_to("a/results.h5")
        for place in ("a/results.h5", "a/summary.json", "./a/../a/run.json", "a/run.lock",
                      "link.json", "nowhere/x.json", "a"):
            with self.subTest(place):
                done = self.expect(2, "run", TINY, "-o", "a", "--overwrite", "--json", place)
                self.assertIn("--json", done.stderr)
        self.assertEqual(program.digest(results), before)
        self.assertEqual(self.files(), sorted([*files, "link.json"]))

    def test_progress_that_nobody_can_read_does_not_end_a_run(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [os.environ["JTSIM"], "run", TINY, "--replicates", "1", "-o", "a"],
                cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE, stderr=full)
        self.assertEqual(done.returncode, 0)

    def test_bad_input_writes_nothing(self):
        self.expect(2, "run", TINY, "replicates=0", "-o", "a")
        self.expect(2, "run", TINY, "kind=urn", "-o", "a")
        self.expect(2, "run", "nowhere.yaml", "-o", "a")
        self.assertEqual(self.files(), [])

    def test_an_existing_run_is_replaced_only_on_request(self):
        results = self.run_tiny("a", "--replicates", "1")
        before = program.digest(results)
        done = self.expect(2, "run", TINY, "--replicates", "1", "--seed", "7", "-o", "a")
        self.assertIn("--overwrite", done.stderr)
        self.assertEqual(program.digest(results), before)
        self.run_tiny("a", "--replicates", "1", "--seed", "7", "--overwrite")
        self.assertNotEqual(program.digest(results), before)

    def test_a_directory_that_cannot_be_made_is_named(self):
        (self.folder / "file").write_text("")
        done = self.expect(1, "run", TINY, "-o", "file/a")
        self.assertIn("file/a", done.stderr)

    def test_a_full_disk_is_told_with_path_and_bytes_and_leaves_no_file(self):
        def limit_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

        done = self.expect(1, "run", TINY, "--replicates", "8", "-o", "a", preexec_fn=limit_files)
        self.assertRegex(done.stderr, r"a/results\.h5\.part \([1-9]\d* bytes\)")
        self.assertEqual(self.files(), ["a"])


if __name__ == "__main__":
    unittest.main()
