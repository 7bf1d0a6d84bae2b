#!/usr/bin/python3
"""Reads a run with xarray: workers by state, unemployment, what became of the displaced.

usage: read_run.py RUN_DIRECTORY
"""
import pathlib
import sys

import pandas as pd
import xarray as xr


def interval(array):
    """Mean and 90 % interval over replicates, as a table with one line per year, state, ..."""
    quantiles = array.quantile([0.05, 0.95], "replicate")
    return pd.DataFrame({"mean": array.mean("replicate").to_series(),
                         "low": quantiles.sel(quantile=0.05).to_series(),
                         "high": quantiles.sel(quantile=0.95).to_series()})


def main(directory):
    with xr.open_dataset(pathlib.Path(directory) / "results.h5") as run:
        print(f"jtsim {run.attrs['program_version']}, seed {run.attrs['seed']}, "
              f"{run.sizes['replicate']} replicates\n")

        # Dimensions have names, and categories are found by their identifiers.
        decembers = run.stock.sel(time=run.time.dt.month == 12).sum("region")
        mining = interval(decembers.sel(state="employed_mining"))
        mining.index = mining.index.year
        print("In mining at the end of December:\n", mining.round(0).iloc[::5], "\n", sep="")

        rate = interval(run.registered_unemployment_rate)
        print("Registered unemployment, last month:\n", (100 * rate.tail(1)).round(2), "\n", sep="")

        # Labels in both languages stand beside every coordinate of names.
        labels = dict(zip(run.destination_kind.values, run.destination_kind_label_zh.values))
        after = run.destination.sel(horizon=12).sum("displaced_year")
        after = after.drop_sel(destination_kind="censored")
        shares = interval(after / after.sum("destination_kind"))
        shares.insert(0, "label", [labels[kind] for kind in shares.index])
        print("12 months after displacement:\n", shares.round(3), sep="")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
