"""Shell: completion, manual pages, colours."""
import os
import pathlib
import pty
import re
import shutil
import subprocess
import unittest

import program
from program import TINY


class Shell(program.ProgramTest):
    def words(self, command):
        """Every option that --help shows."""
        return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", self.expect(0, *command, "--help").stdout.split("\n\n", 1)[1]))

    def commands(self):
        text = self.expect(0, "--help").stdout
        return re.findall(r"^  (\w+) ", text[text.index("Commands:"):], re.M)

    def all_commands(self):
        """With the parts of commands."""
        return [[c] for c in self.commands()] + [["sweep", part] for part in ("plan", "run", "status", "merge", "rerun", "slurm")]

    def completed(self, *words):
        """What bash offers for the last of `words`."""
        script = self.folder / "completion"
        script.write_text(self.expect(0, "describe", "completion").stdout)
        quoted = " ".join(f"'{word}'" for word in ("jtsim", *words))
        program_ = (f"source {script}; compopt() {{ printf 'FILES\\n'; }}; COMP_WORDS=({quoted}); "
                    f"COMP_CWORD={len(words)}; _jtsim; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
        done = subprocess.run(["bash", "-uc", program_], text=True, capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return set(done.stdout.split())

    def test_bash_completes_commands_options_and_their_words(self):
        self.assertEqual(self.completed(""), set(self.commands()))
        self.assertEqual(self.completed("comp"), {"compare"})
        self.assertEqual(self.completed("describe", "comp"), {"completion"})
        self.assertEqual(self.completed("run", "--lang", ""), {"zh", "en"})
        self.assertEqual(self.completed("run", "x.yaml", "--color", "a"), {"auto", "always"})
        self.assertEqual(self.completed("run", "x.yaml", "--threads", ""), set())
        self.assertEqual(self.completed("run", ""), {"FILES"})
        self.assertEqual(self.completed("export", "base", "--xlsx", ""), {"FILES"})
        self.assertEqual(self.completed("run", "x.yaml", "--over"), {"--overwrite"})
        self.assertEqual(self.completed("sweep", ""), {"plan", "run", "status", "analyse", "merge", "rerun", "slurm"})
        self.assertEqual(self.completed("--lang", "zh", "sweep", "me"), {"merge"})
        self.assertEqual(self.completed("sweep", "run", "--shard", ""), set())
        # An option of one name may take a file in one command and nothing in another.
        self.assertEqual(self.completed("run", "x.yaml", "--json", ""), {"FILES"})
        self.assertGreater(len(self.completed("describe", "--json", "")), 5)

    def test_bash_completes_every_option_of_every_command(self):
        for command in self.all_commands():
            with self.subTest(command):
                self.assertGreaterEqual(self.completed(*command, "-"), self.words(command))

    def test_the_manual_has_every_command_and_option(self):
        for language in "en", "zh":
            page = self.expect(0, "describe", "manual", "--lang", language).stdout
            plain = page.replace("\\-", "-").replace("\\fB", "").replace("\\fR", "").replace("\\fI", "")
            self.assertTrue(page.startswith('.TH JTSIM 1 "" "jtsim '))
            for command in self.all_commands():
                self.assertIn(f'.SS "jtsim {" ".join(command)}"', page)
                for option in self.words(command):
                    self.assertIn(option, plain, command)
        self.assertIn("退出状态", page)

    @unittest.skipUnless(shutil.which("man"), "SKIPPED: man-db is not installed")
    def test_man_shows_the_page_without_a_warning(self):
        path = self.folder / "jtsim.1"
        for language in "en", "zh":
            path.write_text(self.expect(0, "describe", "manual", "--lang", language).stdout, encoding="utf-8")
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", path], text=True, capture_output=True,
                                  env=self.environment(MANPAGER="cat", LC_ALL="C.UTF-8", MANWIDTH="100"), check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("jtsim run configs/inner_mongolia.yaml", done.stdout)

    def shown_on_a_terminal(self, *words, **variables):
        """What a command that fails writes to a terminal."""
        ours, theirs = pty.openpty()
        done = subprocess.run([os.environ["JTSIM"], "check", "nowhere.yaml", *words], cwd=self.folder, stderr=theirs,
                              env=self.environment(TERM="xterm-256color", **variables), check=False)
        self.assertEqual(done.returncode, 2)
        text = os.read(ours, 10_000).decode()
        os.close(theirs)
        os.close(ours)
        return text

    def test_colours_are_for_terminals_and_can_be_forbidden(self):
        self.assertIn("\x1b[", self.shown_on_a_terminal())
        self.assertIn("\x1b[", self.shown_on_a_terminal(NO_COLOR=""))
        self.assertNotIn("\x1b[", self.shown_on_a_terminal(NO_COLOR="1"))
        self.assertNotIn("\x1b[", self.shown_on_a_terminal("--color", "auto", NO_COLOR="1"))
        self.assertIn("\x1b[", self.shown_on_a_terminal("--color", "always", NO_COLOR="1"))
        self.assertNotIn("\x1b[", self.shown_on_a_terminal("--color=never"))
        self.assertNotIn("\x1b[", self.expect(2, "check", "nowhere.yaml").stderr)
        self.assertIn("\x1b[", self.expect(2, "check", "nowhere.yaml", "--color", "always").stderr)

    def test_lang_may_stand_anywhere(self):
        for words in (["--lang", "zh", "check", TINY, "--help"], ["check", "--lang=zh", TINY, "--help"],
                      ["check", TINY, "--help", "--lang", "zh"]):
            self.assertIn("示例", self.expect(0, *words).stdout)

    def test_what_is_installed(self):
        build = pathlib.Path(os.environ["JTSIM"]).parent / "shell"
        self.assertEqual((build / "jtsim.bash").read_text(), self.expect(0, "describe", "completion").stdout)
        self.assertEqual((build / "zh_CN/jtsim.1").read_text(encoding="utf-8"),
                         self.expect(0, "describe", "manual", "--lang", "zh").stdout)


if __name__ == "__main__":
    unittest.main()
