"""Equal scenario and seed give equal files: for any threads, any machine, together or one by one."""
import re
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
        here = program.digest(self.run_tiny("here", "--replicates", "1"))
        plain_library = self.environment(GLIBC_TUNABLES="glibc.cpu.hwcaps=-FMA,-AVX2")
        there = self.run_tiny("there", "--replicates", "1", environment=plain_library)
        self.assertEqual(program.digest(there), here)
        # The processor's best level is what `here` used; a machine may have no more than one.
        for level in self.vector_levels():
            with self.subTest(level):
                path = self.run_tiny(level, "--replicates", "1",
                                     environment=self.environment(JTSIM_VECTOR_LEVEL=level))
                self.assertEqual(program.digest(path), here)

    def vector_levels(self):
        unknown = self.environment(JTSIM_VECTOR_LEVEL="sse")
        refusal = self.expect(2, "--version", environment=unknown).stderr
        return re.search(r"\((portable.*)\)", refusal).group(1).split(", ")

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
