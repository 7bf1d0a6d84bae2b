"""Kills sweeps and takes their disk away, and asks that nothing acknowledged is lost, that nothing fails
silently, and that the merged file is the same in the end. `sweep_survival_check.py` runs the short form;
this file, run as a program, the long one:

  JTSIM_SOURCE_DIR=. JTSIM=build/release/jtsim JTSIM_IO_FAULTS=build/release/tests/libjtsim_io_faults.so \\
    python3 tests/app/sweep_survival.py --kills 200 --faults 250 --disks 20
"""
import argparse
import collections
import errno
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import program
import sweeps

CALLS = "write", "fsync", "rename", "open", "close"


class Survival:
    """What came of the trials; `problems` must stay empty."""

    def __init__(self, folder):
        environment = {k: v for k, v in os.environ.items()
                       if not k.startswith(("LANG", "LC_", "SLURM_", "JTSIM_FAULT"))}
        self.folder = pathlib.Path(folder)
        self.small = sweeps.Sweep(self.make("small"), environment)
        self.small_digest = self.small.reference()
        self.environment = environment
        self.counts = collections.Counter()
        self.problems = []

    def make(self, name):
        (self.folder / name).mkdir()
        return self.folder / name

    def claim(self, holds, text):
        if not holds:
            self.problems.append(text)

    def check_survivors(self, sweep, directory, before, what):
        """After a kill: whatever was acknowledged is there, and every part can be read."""
        status = sweep.status(directory)
        self.claim(status["damaged"] == [], f"{what}: damaged {status['damaged']}")
        after = sweeps.acknowledged(directory)
        self.claim(before <= after, f"{what}: lost {sorted(before - after)[:5]}")
        self.counts["runs acknowledged"] += len(after)
        return after

    def finish(self, sweep, directory, digest, what):
        done = sweep.jtsim("run", directory, "--quiet")
        self.claim(done.returncode == 0, f"{what}: resume ends with {done.returncode} {done.stderr}")
        if done.returncode == 0:
            self.claim(sweep.merged(directory) == digest, f"{what}: another merged file")
            leftovers = [p.name for p in (directory / "parts").glob("*.part")]
            self.claim(leftovers == [], f"{what}: left {leftovers}")

    def kill_at_random(self, kills, seed=1):
        """SIGKILL at random times until the sweep is done, again and again."""
        chance = random.Random(seed)
        sweep = sweeps.Sweep(self.make("random"), self.environment, replicates=12,
                             set="{end: 2030-12}", runs_per_part=1)
        begin = time.monotonic()
        digest = sweep.reference()
        length = time.monotonic() - begin
        directory, known = sweep.fresh(), set()
        while self.counts["random kills"] < kills:
            process = sweep.start("run", directory, "--threads", chance.choice((1, 2)), "--quiet")
            time.sleep(chance.uniform(0, length / 3))
            process.kill()
            process.communicate()
            if process.returncode == 0:
                self.finish(sweep, directory, digest, "random kills")
                directory, known = sweep.fresh(), set()
                continue
            self.counts["random kills"] += 1
            what = f"random kill {self.counts['random kills']}"
            known = self.check_survivors(sweep, directory, known, what)
        self.finish(sweep, directory, digest, "random kills")

    def kill_at_points(self, step=1):
        """SIGKILL before and after every step-th write, fsync, rename, open, close, on any file."""
        turn = 0
        for call in CALLS:
            places = sweeps.calls_of(self.small, call, "run", self.small.fresh(), "--threads", 1,
                                     "--quiet", path=str(self.small.folder / "work"))
            for number in range(1, len(places) + 1):
                for when in "before", "after":
                    turn += 1
                    if turn % step == 0:
                        self.kill_at(call, number, when)

    def kill_at(self, call, number, when):
        directory = self.small.fresh()
        wish = sweeps.faulty(call, number, kill=when, path=directory)
        done = self.small.jtsim("run", directory, "--threads", 1, "--quiet", **wish)
        what = f"kill {when} {call} {number}"
        # The last calls of all may come or not, by the time that passes.
        self.claim(done.returncode in (-9, 0), f"{what}: ended {done.returncode} {done.stderr}")
        self.counts["kills at named points" if done.returncode else "kills that came too late"] += 1
        self.check_survivors(self.small, directory, set(), what)
        self.finish(self.small, directory, self.small_digest, what)

    def fail_calls(self, faults):
        """The k-th call of a kind fails, in `run` and in `merge`, spread evenly over all k."""
        cases = []
        whole = self.small.fresh("whole")
        self.small.expect(0, "run", whole, "--quiet")
        for call in CALLS:
            for action in "run", "merge":
                directory = self.small.fresh() if action == "run" else whole
                places = sweeps.calls_of(self.small, call, *self.words(action, directory))
                for error in (errno.ENOSPC, errno.EIO, errno.EMFILE):
                    cases += [(action, call, error, k) for k in range(1, len(places) + 1)]
        step = max(1, len(cases) // faults)
        for case in cases[::step][:max(faults, 1)]:
            self.fail_call(*case, whole)

    def words(self, action, directory):
        if action == "run":
            return "run", directory, "--threads", 1, "--quiet"
        return "merge", directory, "-o", self.small.folder / "merged.h5", "--overwrite", "--quiet"

    def fail_call(self, action, call, error, number, whole):
        directory = self.small.fresh() if action == "run" else whole
        done = self.small.jtsim(*self.words(action, directory),
                                **sweeps.faulty(call, number, error=error))
        what = f"{action}: {call} {number} fails with {errno.errorcode[error]}"
        self.counts["failed calls"] += 1
        self.counts[f"{action} ends with {done.returncode}"] += 1
        self.claim(done.returncode in (0, 1, 2), f"{what}: ends {done.returncode} {done.stderr}")
        if done.returncode in (1, 2):
            self.claim(re.search(r"/\S+", done.stderr), f"{what}: no path in: {done.stderr}")
        if done.returncode == 1:
            self.claim("bytes)" in done.stderr, f"{what}: no bytes in: {done.stderr}")
        if action == "run":
            if done.returncode == 0:
                # Not silent: the runs must all be there.
                self.claim(self.small.status(directory)["missing"] == 0, f"{what}: silent")
            self.finish(self.small, directory, self.small_digest, what)
        elif done.returncode == 0:
            merged = program.digest(self.small.folder / "merged.h5")
            self.claim(merged == self.small_digest, f"{what}: a silent fault in the merged file")
        else:
            self.claim(self.small.merged(whole) == self.small_digest, f"{what}: no second merge")

    def fail_analyses(self, faults):
        """The k-th call of a kind fails in `analyse`: told, and no file is half of one."""
        whole = self.small.fresh("whole")
        self.small.expect(0, "run", whole, "--quiet")
        words = "analyse", whole, "--quiet"
        self.small.expect(0, *words)
        wanted = self.analysis_files(whole)
        cases = []
        for call in CALLS:
            # Calls on the parts are those of `merge`.
            places = sweeps.calls_of(self.small, call, *words, path=str(whole / "analysis"))
            cases += [(call, error, k) for error in (errno.ENOSPC, errno.EIO)
                      for k in range(1, len(places) + 1)]
        for call, error, number in cases[::max(1, len(cases) // faults)]:
            done = self.small.jtsim(*words, **sweeps.faulty(call, number, error=error,
                                                            path=str(whole / "analysis")))
            what = f"analyse: {call} {number} fails with {errno.errorcode[error]}"
            self.counts[f"analyse ends with {done.returncode}"] += 1
            self.claim(done.returncode in (0, 1), f"{what}: ends {done.returncode} {done.stderr}")
            if done.returncode == 1:
                self.claim(str(whole) in done.stderr, f"{what}: no path in: {done.stderr}")
            self.claim(self.analysis_files(whole) == wanted, f"{what}: other files")

    @staticmethod
    def analysis_files(directory):
        return {str(path): path.read_bytes() for path in (directory / "analysis").rglob("*")
                if path.is_file()}

    def fill_disks(self, disks):
        """Real small file systems of many sizes; afterwards there is room and the sweep goes on."""
        if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode != 0:
            return False
        whole = self.small.fresh("sized")
        plan_bytes = sum(p.stat().st_size for p in whole.rglob("*") if p.is_file())
        self.small.expect(0, "run", whole, "--quiet")
        full_bytes = sum(p.stat().st_size for p in whole.rglob("*") if p.is_file())
        for i in range(disks):
            size = plan_bytes + 40_000 + (full_bytes - plan_bytes + 100_000) * i // disks
            self.fill_disk(size)
        return True

    def fill_disk(self, size):
        mount = self.folder / "mount"
        mount.mkdir(exist_ok=True)
        script = f"""
          mount -t tmpfs -o size={size} none {mount} && cp -r {self.small.plan} {mount}/work || exit 90
          {os.environ['JTSIM']} sweep run {mount}/work --quiet --threads 1 2> {self.folder}/said
          code=$?
          mount -o remount,size=64M {mount} || exit 90
          {os.environ['JTSIM']} sweep run {mount}/work --quiet || exit 91
          {os.environ['JTSIM']} sweep merge {mount}/work -o {self.folder}/disk.h5 --overwrite --quiet || exit 92
          exit $code"""
        done = subprocess.run(["unshare", "-rm", "bash", "-c", script], env=self.environment,
                              capture_output=True, text=True)
        what = f"a disk of {size} bytes"
        said = (self.folder / "said").read_text()
        self.counts["small disks"] += 1
        self.counts[f"small disks: run ends with {done.returncode}"] += 1
        self.claim(done.returncode in (0, 1), f"{what}: {done.returncode} {done.stderr} {said}")
        if done.returncode == 1:
            self.claim("bytes)" in said and str(mount) in said, f"{what}: says {said}")
        if done.returncode in (0, 1):
            self.claim(program.digest(self.folder / "disk.h5") == self.small_digest,
                       f"{what}: another merged file")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--faults", type=int, default=250)
    parser.add_argument("--disks", type=int, default=20)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jtsim_survival_") as folder:
        survival = Survival(folder)
        for what, trial in (("kills at random", lambda: survival.kill_at_random(wanted.kills)),
                            ("kills at named points", lambda: survival.kill_at_points(wanted.step)),
                            ("failed calls", lambda: survival.fail_calls(wanted.faults)),
                            ("failed calls of analyses",
                             lambda: survival.fail_analyses(wanted.faults)),
                            ("small disks", lambda: survival.fill_disks(wanted.disks))):
            begin = time.monotonic()
            trial()
            print(f"{what}: {time.monotonic() - begin:.0f} s, problems so far: "
                  f"{len(survival.problems)}", flush=True)
        for name, count in sorted(survival.counts.items()):
            print(f"{name}: {count}")
        for problem in survival.problems:
            print(problem)
        print(f"problems: {len(survival.problems)}")
        sys.exit(1 if survival.problems else 0)


if __name__ == "__main__":
    main()
