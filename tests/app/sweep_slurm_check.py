"""The scripts of `sweep slurm` on a real Slurm of one node; exit code 77 where there is none."""
import sys
import tempfile
import unittest

import program
import slurm_cluster
import sweeps


class Slurm(program.ProgramTest):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory(prefix="jtsim_slurm_")
        self.addCleanup(folder.cleanup)
        self.cluster = slurm_cluster.Cluster(folder.name)
        self.addCleanup(self.cluster.stop)

    def test_an_array_and_its_merging_give_the_same_file_as_one_process(self):
        if not self.cluster.start():
            print(self.cluster.log(), file=sys.stderr)
            self.skipTest("the cluster did not come up")
        sweep = sweeps.Sweep(self.folder, self.environment())
        digest = sweep.reference()
        work = sweep.fresh("on slurm")
        told = sweep.expect(0, "slurm", work, "--cpus", 1, "--minutes", 5, "--tasks", 3).stderr
        self.assertIn("3 tasks", told)
        submitted = self.cluster.run("sh", work / "slurm_submit.sh")
        self.assertEqual(submitted.returncode, 0, submitted.stderr)
        self.assertTrue(self.cluster.wait(self.cluster.is_empty, 120), self.cluster.log())
        logs = "".join(path.read_text() for path in work.glob("slurm-*.log"))
        self.assertTrue((work / "sweep.h5").exists(), logs + self.cluster.log())
        self.assertEqual(program.digest(work / "sweep.h5"), digest, logs)


if __name__ == "__main__":
    why = slurm_cluster.missing()
    if why:
        print(f"skipped: {why}")
        sys.exit(77)
    outcome = unittest.main(exit=False).result
    if outcome.skipped and outcome.wasSuccessful():
        print(f"skipped: {outcome.skipped[0][1]}")
        sys.exit(77)
    sys.exit(0 if outcome.wasSuccessful() else 1)
