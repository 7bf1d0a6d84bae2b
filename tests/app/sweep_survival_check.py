"""Sweeps survive kills, failing calls and full disks (short form; the long one is sweep_survival.py)."""
import tempfile
import unittest

import sweep_survival


class SurvivalCheck(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="jtsim_survival_")
        self.addCleanup(folder.cleanup)
        self.survival = sweep_survival.Survival(folder.name)

    def expect_no_problems(self):
        self.assertEqual(self.survival.problems, [])

    def test_a_killed_sweep_loses_nothing_acknowledged_and_ends_the_same(self):
        self.survival.kill_at_random(kills=5)
        self.expect_no_problems()

    def test_a_kill_at_a_named_point_leaves_whole_parts_only(self):
        self.survival.kill_at_points(step=17)
        self.expect_no_problems()
        self.assertGreater(self.survival.counts["kills at named points"], 10)

    def test_no_failing_call_stays_unnoticed(self):
        self.survival.fail_calls(faults=30)
        self.expect_no_problems()
        self.assertGreater(self.survival.counts["run ends with 1"], 5)

    def test_an_analysis_that_cannot_be_written_leaves_the_earlier_one(self):
        self.survival.fail_analyses(faults=25)
        self.expect_no_problems()
        self.assertGreater(self.survival.counts["analyse ends with 1"], 5)

    def test_a_full_disk_is_told_and_the_sweep_goes_on_when_there_is_room(self):
        if not self.survival.fill_disks(disks=3):
            self.skipTest("no small file system can be mounted here")
        self.expect_no_problems()


if __name__ == "__main__":
    unittest.main()
