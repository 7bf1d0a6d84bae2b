"""Runs the program for the tests of this folder."""
import hashlib
import os
import pathlib
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
TINY = SOURCE / "configs" / "tiny.yaml"


class ProgramTest(unittest.TestCase):
    """A test in an empty folder of its own, `self.folder`, from where the program is started."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="jtsim_test_")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def environment(self, **changes):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("LANG", "LC_", "SLURM_"))}
        return {**kept, **changes}

    def jtsim(self, *words, environment=None, **options):
        return subprocess.run(
            [os.environ["JTSIM"], *map(str, words)], cwd=self.folder, text=True,
            capture_output=True, timeout=300, env=environment or self.environment(), **options)

    def expect(self, code, *words, **options):
        done = self.jtsim(*words, **options)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def run_tiny(self, directory, *words, **options):
        """A run of the tiny scenario over `directory`; its results file."""
        self.expect(0, "run", TINY, *words, "-o", directory, "--quiet", **options)
        return self.folder / directory / "results.h5"

    def files(self):
        return sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*"))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
