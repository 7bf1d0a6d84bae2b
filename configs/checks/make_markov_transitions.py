#!/usr/bin/python3
"""Makes markov_transitions.csv: monthly transition probabilities by state, age band and education.

Use: make_markov_transitions.py            writes the table beside this script
     make_markov_transitions.py --print    writes the same bytes to stdout

The rule: a probability at age 40 with senior secondary education, times a factor of age, times a factor of education.
Every number is an assumption of plausible size, chosen so that about 2.5 % of workers move a month in the 20 years of
markov.yaml. The table tests and measures the engine; it says nothing about Inner Mongolia.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = "from,to,age_from_years,education,probability_per_month,source"
AGES = [16, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70]

# Per month: losing or leaving a job, finding one, changing directly between sectors.
LEAVE = {("employed_mining", "unemployed"): 0.014, ("employed_new_energy", "unemployed"): 0.012,
         ("employed_tertiary", "unemployed"): 0.014}
FIND = {("unemployed", "employed_mining"): 0.012, ("unemployed", "employed_new_energy"): 0.010,
        ("unemployed", "employed_tertiary"): 0.050}
CHANGE = {("employed_mining", "employed_new_energy"): 0.004, ("employed_mining", "employed_tertiary"): 0.010,
          ("employed_new_energy", "employed_mining"): 0.003, ("employed_new_energy", "employed_tertiary"): 0.010,
          ("employed_tertiary", "employed_mining"): 0.005, ("employed_tertiary", "employed_new_energy"): 0.005}
RETIRE = {(state, "retired"): 1 for state in ("employed_mining", "employed_new_energy", "employed_tertiary", "unemployed")}

# Factors by age band, in the order of AGES; those of retirement are probabilities.
AGE = {
    "leave": [1.5, 1.4, 1.2, 1.1, 1.0, 1.0, 0.9, 0.9, 0.8, 0.7, 0.6, 0.5],
    "find": [1.0, 1.1, 1.1, 1.1, 1.0, 1.0, 0.9, 0.8, 0.6, 0.4, 0.3, 0.2],
    "change": [1.6, 1.5, 1.3, 1.2, 1.1, 1.0, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2],
    "retire": [0, 0, 0, 0, 0, 0, 0, 0.002, 0.006, 0.03, 0.06, 0.09],
}
EDUCATION = {
    "leave": {"junior": 1.2, "senior": 1.0, "college": 0.85, "graduate": 0.7},
    "find": {"junior": 0.9, "senior": 1.0, "college": 1.1, "graduate": 1.15},
    "change": {"junior": 0.9, "senior": 1.0, "college": 1.2, "graduate": 1.3},
    "retire": {"junior": 1.1, "senior": 1.0, "college": 0.9, "graduate": 0.8},
}
RANGE = (0.5, 2.0)  # of a probability, for sensitivity runs


def number(value):
    return f"{value:.6f}".rstrip("0").rstrip(".")


def rows():
    for rule, moves in {"leave": LEAVE, "find": FIND, "change": CHANGE, "retire": RETIRE}.items():
        for (origin, target), base in moves.items():
            for age, factor in zip(AGES, AGE[rule]):
                for education, education_factor in EDUCATION[rule].items():
                    p = base * factor * education_factor
                    if p > 0:
                        yield origin, target, age, education, p


def main():
    lines = ["# Monthly transition probabilities of the kind `markov`, made by make_markov_transitions.py. Invented.",
             "# Moves that are not listed do not happen; age_from_years: the band ends where the next begins.", COLUMNS]
    for origin, target, age, education, p in rows():
        low, high = (number(p * factor) for factor in RANGE)
        lines.append(f"{origin},{target},{age},{education},{number(p)},assumption {low}-{high}")
    text = "\n".join(lines) + "\n"
    if "--print" in sys.argv[1:]:
        sys.stdout.write(text)
    else:
        (HERE / "markov_transitions.csv").write_text(text)


if __name__ == "__main__":
    main()
