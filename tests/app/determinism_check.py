"""Equal scenario and seed give equal files: for any threads, any machine, together or one by one."""
import unittest

import h5py
import numpy

import program

# Two years are enough for every series to be filled.
SHORT = ("end=2023-06",)


def growing_arrays(path, dimension):
    """The arrays of a file whose first dimension is `dimension`, by name."""
    with h5py.File(path) as file:
        return {name: file[name][...] for name in file
                if isinstance(file[name], h5py.Dataset) and file[name].ndim > 0
                and (name == dimension or file[name].dims[0].keys() == [dimension])}


class Determinism(program.ProgramTest):
    def test_the_number_of_threads_changes_no_byte(self):
        digests = {program.digest(self.run_tiny(f"t{n}", *SHORT, "--replicates", "9",
                                                "--threads", n)) for n in (1, 2, 3, 7, 16)}
        self.assertEqual(len(digests), 1)

    def test_vector_units_change_no_byte(self):
        plain = self.environment(GLIBC_TUNABLES="glibc.cpu.hwcaps=-FMA,-AVX2")
        here = self.run_tiny("here", "--replicates", "1")
        there = self.run_tiny("there", "--replicates", "1", environment=plain)
        self.assertEqual(program.digest(here), program.digest(there))

    def test_another_seed_gives_another_file(self):
        a = self.run_tiny("a", *SHORT, "--replicates", "1", "--seed", "1")
        b = self.run_tiny("b", *SHORT, "--replicates", "1", "--seed", "2")
        self.assertNotEqual(program.digest(a), program.digest(b))

    def test_replicates_run_one_by_one_equal_those_run_together(self):
        words = (*SHORT, "output.register_replicates=2")
        together = self.run_tiny("together", *words, "--replicates", "4")
        single = [self.run_tiny(f"r{r}", *words, "--replicates", "1", "--first-replicate", r)
                  for r in range(4)]
        for dimension in "replicate", "event":
            whole = growing_arrays(together, dimension)
            self.assertGreater(len(whole), 10)
            for name, values in whole.items():
                parts = [growing_arrays(path, dimension) for path in single]
                joined = numpy.concatenate([part[name] for part in parts if name in part])
                if name != "event":  # counts from 0 in every file
                    numpy.testing.assert_array_equal(joined, values, err_msg=name)


if __name__ == "__main__":
    unittest.main()
