#!/usr/bin/python3
"""Runs the reference and all shipped scenarios and prints the table of docs/scenarios.md.

scripts/scenarios_table.py [PROGRAM [REPLICATES [DIRECTORY]]]
(build/release/jtsim, 4 and output/runs/scenarios if not given). Standard library only.
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "configs" / "inner_mongolia.yaml"
IN_WORK = ("internal", "other_mining", "new_energy", "tertiary", "primary", "other_secondary", "platform", "self_employed",
           "public_post")
PAYERS = ("region", "enterprise", "insurance_fund")
YUAN = 1e8  # of the columns of spending


def run(path, program, replicates, directory):
    """The summary of a run of one scenario."""
    subprocess.run([program, "run", path, "--replicates", replicates, "-o", directory, "--overwrite", "--quiet"],
                   check=True, stdout=subprocess.DEVNULL)
    return json.loads((directory / "summary.json").read_text(encoding="utf-8"))


def row_of(name, summary):
    def mean(outcome):
        return summary[outcome]["mean"] if outcome in summary else 0.0

    years = next(key for key in summary if key.startswith("spending.")).rpartition(".")[2]
    cells = [f"`{name}`", f"{mean('displaced.total'):,.0f}"]
    for months in 12, 60:
        cells.append(f"{sum(mean(f'destination_share.{months}.{kind}') for kind in IN_WORK):.1%}")
    cells.append(f"{mean('destination_share.12.left_region'):.1%}")
    cells += [f"{mean(f'spending.{payer}.{years}') / YUAN:.1f}" for payer in PAYERS]
    return "| " + " | ".join(cells) + " |"


def main():
    program, replicates, directory = (sys.argv[1:] + ["build/release/jtsim", "4", "output/runs/scenarios"][len(sys.argv) - 1:])
    print("| scenario | displaced | in work after 12 months | after 60 months | outside after 12 months "
          "| region | enterprises | insurance fund |")
    print("|---|---|---|---|---|---|---|---|")
    for path in [REFERENCE, *sorted((ROOT / "configs" / "scenarios").glob("*.yaml"))]:
        summary = run(path, program, replicates, pathlib.Path(directory) / path.stem)
        print(row_of(path.stem, summary), flush=True)


if __name__ == "__main__":
    main()
