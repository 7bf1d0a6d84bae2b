#!/usr/bin/python3
"""Reads a comparison with xarray: every effect with its 90 % interval, drawn from the pairs again.

usage: read_comparison.py COMPARISON_DIRECTORY
"""
import pathlib
import sys

import pandas as pd
import xarray as xr


def shown(value):
    return f"{value:,.3f}" if abs(value) < 100 else f"{value:,.0f}"


def main(directory):
    with xr.open_dataset(pathlib.Path(directory) / "comparison.h5") as pairs:
        n = pairs.sizes["replicate"]
        for run in pairs.policy_run.values:
            of = pairs.sel(policy_run=run)
            # One difference for every pair of replicates with the same luck.
            difference = of.effect_policy - of.effect_base
            table = pd.DataFrame({
                "unit": pairs.outcome_unit.values,
                "base": of.effect_base.mean("replicate").values,
                "difference": difference.mean("replicate").values,
                "standard_error": (difference.std("replicate", ddof=1) / n**0.5).values,
                "low": of.effect_difference_low.values,
                "high": of.effect_difference_high.values,
            }, index=pairs.outcome.values)
            # An interval that spans 0 tells of no certain change.
            table["clear"] = (table.low > 0) | (table.high < 0)
            print(f"{run} against the base run, {n} pairs\n{table.to_string(float_format=shown)}\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
