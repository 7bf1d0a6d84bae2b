"""`jtsim batch` answers each line with what `jtsim run` gives."""
import json
import unittest

import program
from program import TINY


class Batch(program.ProgramTest):
    def answers(self, *lines):
        done = self.expect(0, "batch", TINY, "--stdin", input="\n".join(lines) + "\n")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_answers_are_those_of_single_runs_in_the_order_of_requests(self):
        request = {"id": "a", "set": {"end": "2022-12", "search.search_intensity": 0.07},
                   "replicates": 2, "seed": 7}
        first, second = self.answers(json.dumps(request), '{"id": 2, "set": {"end": "2021-12"}}')
        single = json.loads(self.expect(
            0, "run", TINY, "end=2022-12", "search.search_intensity=0.07", "--replicates", 2,
            "--seed", 7, "-o", "single", "--json", "-", "--quiet").stdout)
        self.assertEqual(first["id"], "a")
        self.assertEqual(first["outcomes"], single)
        self.assertEqual((second["id"], second["replicates"]), (2, 4))

    def test_a_wrong_request_gets_an_error_and_the_next_one_its_answer(self):
        bad, path, value, good = self.answers(
            "{no json", '{"id": 1, "sets": {}}', '{"id": 2, "set": {"serach.x": 1}}',
            '{"id": 3, "set": {"end": "2021-01"}, "replicates": 1}')
        for answer in bad, path, value:
            self.assertTrue(answer["error"], answer)
        self.assertEqual(value["id"], 2)
        self.assertIn("serach", value["error"][0])
        self.assertIn("outcomes", good)

    def test_a_scenario_that_is_not_there_is_told_before_the_first_request(self):
        self.assertIn("gone.yaml", self.expect(2, "batch", "gone.yaml", "--stdin", input="").stderr)


if __name__ == "__main__":
    unittest.main()
