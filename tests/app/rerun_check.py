"""A results file holds everything that is needed to compute it again."""
import shutil
import unittest

import h5py
import numpy

import program


class Rerun(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.results = self.run_tiny("first", "end=2024-12", "--replicates", "3",
                                     "--first-replicate", "5")

    def test_a_file_is_reproduced_bit_for_bit_from_itself_alone(self):
        alone = self.folder / "elsewhere.h5"
        shutil.move(self.results, alone)
        shutil.rmtree(self.folder / "first")
        done = self.expect(0, "rerun", alone, "--verify", "--threads", "2", "--quiet")
        self.assertIn("equal bit for bit", done.stdout)
        self.assertEqual(self.files(), ["elsewhere.h5"])

    def test_the_repeated_run_can_be_kept(self):
        quiet = self.expect(0, "rerun", self.results, "-o", "again", "--quiet")
        self.assertEqual(quiet.stderr, "")
        again = self.folder / "again/results.h5"
        self.assertEqual(program.digest(again), program.digest(self.results))
        self.assertIn("--overwrite", self.expect(2, "rerun", self.results, "-o", "again").stderr)

    def test_a_changed_number_is_found(self):
        with h5py.File(self.results, "r+") as file:
            file["flow"][0, 0, 0, 5] += 1
        done = self.expect(1, "rerun", self.results, "--verify", "--quiet")
        self.assertIn("different: ", done.stdout)
        self.assertIn("flow", done.stdout)

    def test_another_program_is_told_and_the_numbers_are_compared_all_the_same(self):
        with h5py.File(self.results, "r+") as file:
            file.attrs.modify("git_commit", numpy.bytes_("0123456"))
        done = self.expect(1, "rerun", self.results, "--verify", "--quiet")
        self.assertIn("different: git_commit: 0123456 against ", done.stdout)
        self.assertIn("all arrays, their names and their attributes are equal", done.stdout)
        self.assertNotIn("sha256", done.stdout)

    def test_a_file_with_a_byte_too_many_is_found(self):
        before = program.digest(self.results)
        with open(self.results, "ab") as file:
            file.write(b"x")
        done = self.expect(1, "rerun", self.results, "--verify", "--quiet")
        self.assertIn("all arrays, their names and their attributes are equal", done.stdout)
        self.assertIn(f"sha256 {program.digest(self.results)} against {before}", done.stdout)

    def test_a_run_is_never_replaced_by_its_own_repetition(self):
        before = program.digest(self.results)
        (self.folder / "link").symlink_to("first")
        for words in ["first", "--verify"], ["link", "--verify"], ["first"]:
            done = self.expect(2, "rerun", self.results, "--overwrite", "-o", *words)
            self.assertIn("the very file", done.stderr)
        self.assertEqual(program.digest(self.results), before)

    def test_other_files_are_refused(self):
        (self.folder / "text.h5").write_text("no numbers here")
        with h5py.File(self.folder / "foreign.h5", "w") as file:
            file["x"] = 1
        for name in "text.h5", "foreign.h5":
            self.assertIn(name, self.expect(2, "rerun", name, "--verify").stderr)
        self.assertIn("missing.h5", self.expect(1, "rerun", "missing.h5").stderr)


if __name__ == "__main__":
    unittest.main()
