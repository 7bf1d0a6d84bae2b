"""Life lines tell everything that the arrays count, and change nothing."""
import collections
import csv
import unittest

import h5py

import program

EVERYBODY = "1000000"
ANSWERS = ["declined", "served", "no_seat", "no_money", "not_eligible", "completed", "dropped_out"]


def names(file, axis):
    return [name.decode() for name in file[axis][:]]


def totals(array):
    """Sums over years of the first replicate."""
    return array[0].astype("int64").sum(axis=0)


class Trace(program.ProgramTest):
    def traced(self, who, *words):
        self.results = self.run_tiny("run", "--replicates", "2", "--trace", who, *words)
        with open(self.folder / "run/life_lines.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def test_the_lives_of_all_add_up_to_the_arrays(self):
        lines = self.traced(EVERYBODY)
        with h5py.File(self.results) as file:
            policies, counters = names(file, "policy"), names(file, "counter")
            counted = totals(file["policy_count"])
            flow = totals(file["flow"])
            from_states, to_states = names(file, "from_state"), names(file, "to_state")
            displaced = (file["displaced_replicate"][:] == 0).sum()
        answers = collections.Counter((e["policy"], e["answer"]) for e in lines)
        for p, policy in enumerate(policies):
            for answer in ANSWERS:
                self.assertEqual(answers[policy, answer], counted[p, counters.index(answer)],
                                 (policy, answer))
        refused = [e for e in lines if e["answer"] == "not_eligible"]
        self.assertTrue(all((e["missing"] != "") == (e["answer"] == "not_eligible") for e in lines))
        self.assertGreater(len({e["missing"] for e in refused}), 1)
        moves = collections.Counter((e["from_state"], e["state"]) for e in lines
                                    if e["event"] == "move")
        self.assertGreater(moves.total(), 1000)
        for i, before in enumerate(from_states):
            for j, after in enumerate(to_states):
                if before != "entrant":
                    self.assertEqual(moves[before, after], flow[i, j], (before, after))
        self.assertEqual(sum(e["reason"] == "displacement" for e in lines), displaced)
        self.assertGreater(displaced, 100)

    def test_a_run_that_is_followed_is_the_same_run(self):
        self.traced(EVERYBODY)
        plain = self.run_tiny("plain", "--replicates", "2")
        self.assertEqual(program.digest(self.results), program.digest(plain))
        self.assertFalse((self.folder / "plain/life_lines.csv").exists())

    def test_lives_do_not_depend_on_threads(self):
        self.traced("7", "--threads", "1")
        before = (self.folder / "run/life_lines.csv").read_bytes()
        self.traced("7", "--threads", "3", "--overwrite")
        self.assertEqual((self.folder / "run/life_lines.csv").read_bytes(), before)

    def test_a_later_run_without_life_lines_leaves_none_behind(self):
        self.traced("2")
        self.run_tiny("run", "--overwrite", "end=2022-12")
        self.assertFalse((self.folder / "run/life_lines.csv").exists())

    def test_conditions_choose(self):
        lines = self.traced("30 sex=female age>=40 age<50 education=senior,college")
        arrivals = [e for e in lines if e["event"] == "arrival"]
        self.assertEqual(len(arrivals), 30)
        self.assertEqual({e["sex"] for e in arrivals}, {"female"})
        self.assertEqual({e["education"] for e in arrivals}, {"senior", "college"})
        self.assertTrue(all(40 <= int(e["age"]) < 50 for e in arrivals))
        self.assertGreater(len({e["mine"] for e in arrivals}), 1)

    def test_one_life_is_told_as_the_table_has_it(self):
        lines = self.traced(EVERYBODY)
        # One of the initial workforce, who is there in every replicate.
        start = min(e["month"] for e in lines)
        initial = {e["worker"] for e in lines if e["event"] == "arrival" and e["month"] == start}
        displaced = [e["worker"] for e in lines if e["reason"] == "displacement" and e["worker"] in initial]
        worker = collections.Counter(displaced).most_common(1)[0][0]
        text = self.expect(0, "trace", "run", worker).stdout
        self.assertIn(f"Worker {worker}: ", text)
        self.assertEqual(text.count("displacement: unemployed"), displaced.count(worker))
        for event in lines:
            if event["worker"] == worker and event["answer"] == "not_eligible":
                self.assertIn("not eligible (", text)
        ends = [e for e in lines if e["worker"] == worker and e["event"] == "year_end"]
        for event in ends:
            line = next(x for x in text.splitlines()
                        if x.startswith(event["month"]) and "year's end" in x)
            income = f"{float(event['income_yuan_per_month']):,.0f} yuan a month"
            self.assertTrue(line.endswith("income " + income), (line, income))
        chinese = self.expect(0, "trace", "run/results.h5", worker, "--lang", "zh").stdout
        self.assertEqual(len(chinese.splitlines()), len(text.splitlines()))
        self.assertIn("煤矿裁减", chinese)
        other = self.expect(0, "trace", "run", worker, "--replicate", "1").stdout
        self.assertNotEqual(other, text)

    def test_wrong_words_are_refused_all_at_once(self):
        done = self.expect(2, "run", program.TINY, "-o", "x", "--trace",
                           "league=ordoss sex=femal hight=3 sex>male age=old")
        for word in ["`ordoss`", "did you mean `female`", "`hight`", "use `=`", "`old`"]:
            self.assertIn(word, done.stderr)
        self.assertIn("nobody is chosen",
                      self.expect(2, "run", program.TINY, "-o", "x", "--trace", " ").stderr)
        self.assertEqual(self.files(), [])
        self.run_tiny("run", "--replicates", "1", "end=2021-12")
        self.assertIn("no worker", self.expect(2, "trace", "run", "4000000000").stderr)
        self.assertIn("0 to 0", self.expect(2, "trace", "run", "1", "--replicate", "1").stderr)
        self.assertIn("whole number", self.expect(2, "trace", "run", "first").stderr)


if __name__ == "__main__":
    unittest.main()
