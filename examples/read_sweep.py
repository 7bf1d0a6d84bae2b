#!/usr/bin/python3
"""Reads an analysed sweep: policies, drivers, and the files for SALib and the EMA Workbench.

usage: read_sweep.py SWEEP_DIRECTORY
"""
import io
import json
import pathlib
import sys
import tarfile

import numpy as np
import pandas as pd


def salib_matrices(folder, policy):
    """The problem, the points and the results of one policy, ready for SALib's `analyze`."""
    problem = json.loads((folder / "salib/problem.json").read_text())
    x = np.loadtxt(folder / "salib" / policy / "X.csv", delimiter=",", ndmin=2)
    y = np.loadtxt(folder / "salib" / policy / "Y.csv", delimiter=",", ndmin=2)
    return problem, x, y


def complete_blocks(x, y, length):
    """Without blocks in which this outcome has no value somewhere: SALib takes no NaN."""
    keep = np.isfinite(y.reshape(-1, length)).all(axis=1).repeat(length)
    return x[keep], y[keep]


def sobol_by_hand(problem, y):
    """Total indices, from the order of SALib's own sampler: A, then A with one column of B each, B."""
    factors = problem["num_vars"]
    a, b = y[0::factors + 2], y[factors + 1::factors + 2]
    variance = np.var(np.r_[a, b])
    return [np.mean((a - y[j + 1::factors + 2]) ** 2) / 2 / variance for j in range(factors)]


def show_indices(analysis, folder, policy, outcome):
    problem, x, y = salib_matrices(folder, policy)
    y = y[:, problem["outputs"].index(outcome)]
    factors = problem["num_vars"]
    if analysis["design"] == "saltelli":
        x, y = complete_blocks(x, y, factors + 2)
        totals = pd.Series(sobol_by_hand(problem, y), problem["names"])
        print(f"Total Sobol indices of {outcome}, {policy}:\n{totals.round(3).to_string()}\n")
    try:
        from SALib.analyze import morris, sobol
    except ImportError:
        return
    if analysis["design"] == "saltelli":
        print(sobol.analyze(problem, y, calc_second_order=False), "\n")
    if analysis["design"] == "morris":
        x, y = complete_blocks(x, y, factors + 1)
        print(morris.analyze(problem, x, y, num_levels=analysis["design_settings"]["levels"]), "\n")


def ema_results(path):
    """As `ema_workbench.load_results`: experiments and outcomes."""
    try:
        from ema_workbench import load_results
        return load_results(str(path))
    except ImportError:
        pass
    with tarfile.open(path) as archive:
        def table(name, **words):
            return pd.read_csv(io.BytesIO(archive.extractfile(name).read()), **words)
        metadata = json.loads(archive.extractfile("metadata.json").read())
        experiments = table("experiments.csv").astype(metadata["experiments"])
        outcomes = {name: table(file, header=None)[0].to_numpy()
                    for _, name, file in metadata["outcomes"]}
    return experiments, outcomes


def main(directory):
    folder = pathlib.Path(directory) / "analysis"
    analysis = json.loads((folder / "analysis.json").read_text())
    print(f"{analysis['sweep']}: {analysis['design']}, {analysis['runs']['done']} runs\n")

    names = [objective["name"] for objective in analysis["objectives"]]
    pareto = pd.DataFrame([[*row["means"], row["is_efficient"]] for row in analysis["pareto"]],
                          [row["policy"] for row in analysis["pareto"]], [*names, "efficient"])
    print("Policies:\n", pareto.to_string(), "\n", sep="")

    for objective in analysis["objectives"]:
        show_indices(analysis, folder, analysis["policies"][0], objective["outcome"])

    experiments, outcomes = ema_results(folder / "ema.tar.gz")
    print(f"EMA Workbench: {len(experiments)} experiments, {len(outcomes)} outcomes")
    print(experiments.head(3).to_string())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
