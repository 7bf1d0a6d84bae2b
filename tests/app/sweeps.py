"""Small sweeps for the tests of this folder, and what is asked of every sweep."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

import program

# Seconds that a small sweep may take on a busy machine, and what stands for a return code beyond.
PATIENCE = int(os.environ.get("JTSIM_PATIENCE", "120"))
HANGS = "hangs"
SHIM = os.environ.get("JTSIM_IO_FAULTS", "")


def write_sweep(folder, name="sweep", **changes):
    """Writes NAME.yaml, a list of four points over two parameters; `changes` are its keys in YAML."""
    (folder / "points.csv").write_text(
        "search.search_intensity,demand.capacity_replacement_share\n"
        "0.05,0\n0.06,0.1\n0.07,0.2\n0.08,0.3\n")
    keys = {"scenario": program.TINY, "set": "{end: 2021-12}",
            "design": "{kind: list, file: points.csv}", "replicates": 3, "runs_per_part": 2,
            "outcomes": "[stock.*, displaced.*]", **changes}
    path = folder / f"{name}.yaml"
    path.write_text("".join(f"{key}: {value}\n" for key, value in keys.items()))
    return path


class Sweep:
    """A planned sweep whose directory can be had fresh any number of times."""

    def __init__(self, folder, environment, **changes):
        self.folder = folder
        self.environment = environment
        self.plan = folder / "plan"
        self.expect(0, "plan", write_sweep(folder, **changes), "-o", self.plan)

    def jtsim(self, *words, **changes):
        command = [os.environ["JTSIM"], "sweep", *map(str, words)]
        try:
            return subprocess.run(command, text=True, capture_output=True, timeout=PATIENCE,
                                  cwd=self.folder, env={**self.environment, **changes})
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, HANGS, "", f"hangs for {PATIENCE} s")

    def expect(self, code, *words, **changes):
        done = self.jtsim(*words, **changes)
        if done.returncode != code:
            raise AssertionError(f"{words}: {done.returncode} instead of {code}: {done.stderr}")
        return done

    def start(self, *words, **changes):
        return subprocess.Popen([os.environ["JTSIM"], "sweep", *map(str, words)], text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder,
                                env={**self.environment, **changes})

    def fresh(self, name="work"):
        directory = self.folder / name
        shutil.rmtree(directory, ignore_errors=True)
        shutil.copytree(self.plan, directory)
        return directory

    def status(self, directory):
        return json.loads(self.expect(0, "status", directory, "--json").stdout)

    def merged(self, directory, *words):
        """Merges a complete sweep; the digest of the file."""
        self.expect(0, "merge", directory, "-o", self.folder / "merged.h5", "--overwrite",
                    "--quiet", *words)
        return program.digest(self.folder / "merged.h5")

    def reference(self):
        directory = self.fresh("reference")
        self.expect(0, "run", directory, "--threads", 1, "--quiet")
        digest = self.merged(directory)
        shutil.rmtree(directory)
        return digest


def acknowledged(directory):
    """Runs that the index says are done."""
    path = pathlib.Path(directory) / "index.sqlite"
    if not path.exists():
        return set()
    try:
        with sqlite3.connect(path) as index:
            return {row[0] for row in index.execute("SELECT run FROM run")}
    except sqlite3.OperationalError:
        return set()


def faulty(call, number, **wishes):
    """The environment that makes the number-th call fail or kill."""
    names = {"error": "ERROR", "kill": "KILL", "path": "PATH", "repeat": "REPEAT", "log": "LOG"}
    # The sanitisers like to be loaded first.
    sanitiser = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
    return {"LD_PRELOAD": SHIM, "ASAN_OPTIONS": sanitiser, "JTSIM_FAULT_CALL": call, "JTSIM_FAULT_NUMBER": str(number),
            **{f"JTSIM_FAULT_{names[key]}": str(value) for key, value in wishes.items()}}


def calls_of(sweep, call, *words, path=""):
    """How many calls of a kind a command makes, and on which files."""
    log = sweep.folder / "calls.log"
    log.unlink(missing_ok=True)
    sweep.expect(0, *words, **faulty(call, 0, log=log, path=path))
    return log.read_text().splitlines() if log.exists() else []
