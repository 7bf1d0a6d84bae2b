"""A run that is told to stop keeps its leading replicates and says how to write the rest."""
import fcntl
import os
import pty
import select
import shlex
import signal
import subprocess
import termios
import time
import unittest

import h5py

import program
from program import TINY

# More than any machine finishes before the signal comes.
MANY = 20_000
# A few replicates of the tiny scenario.
SOME_BYTES = 500_000


# Seconds that a stopped program may take on a machine with other work.
PATIENCE = 240


def on_hangup(action):
    """What a child is to do when its terminal goes, whatever these tests were started with."""
    return lambda: signal.signal(signal.SIGHUP, action)


def take_terminal():
    """Makes a child's stdin the terminal of its session."""
    on_hangup(signal.SIG_DFL)()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Stop(program.ProgramTest):
    def start(self, *words, before=on_hangup(signal.SIG_DFL)):
        process = subprocess.Popen(
            [os.environ["JTSIM"], *map(str, words)], cwd=self.folder, text=True, preexec_fn=before,
            env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def start_many(self, directory, *words, **options):
        return self.start("run", TINY, "label_en=it's tiny", "--replicates", MANY,
                          "-o", directory, *words, **options)

    def wait_for_bytes(self, process, directory, least=0, meanwhile=lambda: time.sleep(0.02)):
        """Until so much is written, or the program has ended; says how much is."""
        part = self.folder / directory / "results.h5.part"
        while process.poll() is None and not (part.exists() and part.stat().st_size >= least):
            meanwhile()
        return part.stat().st_size if part.exists() else 0

    def stop_after_some(self, directory, number, *words):
        process = self.start_many(directory, *words)
        self.wait_for_bytes(process, directory, SOME_BYTES)
        return self.stopped(process, number)

    def stopped(self, process, number):
        process.send_signal(number)
        _, messages = process.communicate(timeout=PATIENCE)
        return process.returncode, messages

    def test_signals_leave_a_valid_file_and_the_command_for_the_rest(self):
        for number in signal.SIGINT, signal.SIGTERM, signal.SIGHUP:
            directory = f"run_{int(number)}"
            code, messages = self.stop_after_some(directory + "/", number, "--threads", "2")
            self.assertEqual(code, 75, messages)
            path = self.folder / directory / "results.h5"
            with h5py.File(path) as file:
                complete = int(file.attrs["replicates_complete"])
                self.assertEqual(file.attrs["replicates"], MANY)
                self.assertEqual(file["stock"].shape[0], complete)
                self.assertEqual(list(file["replicate"]), list(range(complete)))
            self.assertGreater(complete, 0)
            self.assertEqual(self.files().count(directory + "/results.h5.part"), 0)
            self.assertNotIn(directory + "/run.lock", self.files())
            rest = shlex.split(messages.splitlines()[-1].removeprefix("jtsim: "))
            self.assertEqual(rest, [
                os.environ["JTSIM"], "run",
                str(TINY), "label_en=it's tiny", "--first-replicate", str(complete),
                "--replicates", str(MANY - complete), "-o", f"{directory}_from_{complete}",
                "--threads", "2"])
        self.expect(0, "rerun", path, "--verify", "--quiet")

    def test_a_run_stopped_before_its_first_replicate_leaves_no_file(self):
        process = self.start("run", program.SOURCE / "configs/checks/markov.yaml",
                             "markov.workers=5000000", "-o", "a")
        self.wait_for_bytes(process, "a")
        code, messages = self.stopped(process, signal.SIGTERM)
        self.assertEqual(code, 75, messages)
        self.assertIn("--first-replicate 0", messages)
        self.assertEqual(self.files(), ["a"])

    def test_a_run_whose_terminal_goes_keeps_its_leading_replicates(self):
        screen, terminal = pty.openpty()
        process = subprocess.Popen(
            [os.environ["JTSIM"], "run", TINY, "--replicates", str(MANY), "-o", "a"],
            cwd=self.folder, env=self.environment(), stdin=terminal, stdout=terminal,
            stderr=terminal, start_new_session=True, preexec_fn=take_terminal)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        os.close(terminal)

        def read_screen():
            if select.select([screen], [], [], 0.02)[0]:
                os.read(screen, 4096)

        self.wait_for_bytes(process, "a", SOME_BYTES, read_screen)
        os.close(screen)
        self.assertEqual(process.wait(timeout=PATIENCE), 75)
        with h5py.File(self.folder / "a/results.h5") as file:
            self.assertGreater(file.attrs["replicates_complete"], 0)
        self.assertNotIn("a/run.lock", self.files())

    def test_a_terminal_may_say_several_times_that_it_goes(self):
        process = self.start_many("a")
        self.wait_for_bytes(process, "a", SOME_BYTES)
        while process.poll() is None:
            process.send_signal(signal.SIGHUP)
            time.sleep(0.001)
        self.assertEqual(process.returncode, 75)
        self.assertIn("a/results.h5", self.files())

    def test_nohup_outlives_the_terminal(self):
        process = self.start_many("a", before=on_hangup(signal.SIG_IGN))
        before = self.wait_for_bytes(process, "a")
        process.send_signal(signal.SIGHUP)
        self.wait_for_bytes(process, "a", before + SOME_BYTES)
        self.assertIsNone(process.poll())
        code, messages = self.stopped(process, signal.SIGTERM)
        self.assertEqual(code, 75, messages)

    def test_a_stopped_run_does_not_replace_a_complete_one(self):
        before = program.digest(self.run_tiny("a", "--replicates", "1"))
        code, messages = self.stop_after_some("a", signal.SIGTERM, "--overwrite", "--lang", "en")
        self.assertEqual(code, 75, messages)
        self.assertIn("the complete earlier run in a/ is kept", messages)
        self.assertIn("--first-replicate 0", messages)
        self.assertTrue(messages.endswith(" --lang en\n"), messages)
        self.assertEqual(program.digest(self.folder / "a/results.h5"), before)
        self.assertEqual(self.files(), ["a"] + ["a/" + f for f in (
            "results.h5", "run.json", "scenario.yaml", "summary.json")])

    def test_a_second_run_on_the_same_directory_is_refused(self):
        process = self.start_many("a")
        self.wait_for_bytes(process, "a")
        done = self.expect(2, "run", TINY, "-o", "a", "--overwrite")
        self.assertIn(f"process {process.pid} ", done.stderr)
        self.assertTrue((self.folder / "a/results.h5.part").exists())
        code, messages = self.stopped(process, signal.SIGTERM)
        self.assertEqual(code, 75, messages)


if __name__ == "__main__":
    unittest.main()
