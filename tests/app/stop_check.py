"""A run that is told to stop keeps its leading replicates and says how to write the rest."""
import os
import re
import shlex
import signal
import subprocess
import time
import unittest

import h5py

import program
from program import TINY

# More than any machine finishes before the signal comes.
MANY = 20_000
# A few replicates of the tiny scenario.
SOME_BYTES = 500_000


class Stop(program.ProgramTest):
    def start(self, directory):
        return subprocess.Popen(
            [os.environ["JTSIM"], "run", TINY, "label_en=it's tiny", "--replicates", str(MANY),
             "-o", directory], cwd=self.folder, text=True, env=self.environment(),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def stop_after_some(self, directory, number):
        part = self.folder / directory / "results.h5.part"
        process = self.start(directory)
        while process.poll() is None and not (part.exists() and
                                              part.stat().st_size > SOME_BYTES):
            time.sleep(0.02)
        process.send_signal(number)
        _, messages = process.communicate(timeout=60)
        return process.returncode, messages

    def test_signals_leave_a_valid_file_and_the_command_for_the_rest(self):
        for number in signal.SIGINT, signal.SIGTERM:
            directory = f"run_{int(number)}"
            code, messages = self.stop_after_some(directory, number)
            self.assertEqual(code, 75, messages)
            path = self.folder / directory / "results.h5"
            with h5py.File(path) as file:
                complete = int(file.attrs["replicates_complete"])
                self.assertEqual(file.attrs["replicates"], MANY)
                self.assertEqual(file["stock"].shape[0], complete)
                self.assertEqual(list(file["replicate"]), list(range(complete)))
            self.assertGreater(complete, 0)
            self.assertEqual(self.files().count(directory + "/results.h5.part"), 0)
            rest = shlex.split(re.search(r"jtsim: (jtsim run .*)", messages).group(1))
            self.assertEqual(rest[2:], [
                str(TINY), "label_en=it's tiny", "--first-replicate", str(complete),
                "--replicates", str(MANY - complete), "-o", f"{directory}_from_{complete}"])
        self.expect(0, "rerun", path, "--verify", "--quiet")

    def test_a_run_stopped_before_its_first_replicate_leaves_no_file(self):
        process = subprocess.Popen(
            [os.environ["JTSIM"], "run", program.SOURCE / "configs/checks/markov.yaml",
             "markov.workers=50000000", "-o", "a"], cwd=self.folder, text=True,
            env=self.environment(), stderr=subprocess.PIPE)
        while process.poll() is None and not (self.folder / "a/results.h5.part").exists():
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        _, messages = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 75, messages)
        self.assertIn("--first-replicate 0", messages)
        self.assertEqual(self.files(), ["a"])


if __name__ == "__main__":
    unittest.main()
