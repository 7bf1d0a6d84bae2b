#!/usr/bin/python3
"""Draws two figures of the report again, cell by cell.

usage: draw_figures.py RUN_DIRECTORY FOLDER
"""
# %% What is read and where the figures go
import pathlib
import sys

import matplotlib
import xarray as xr
from matplotlib import font_manager

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

if len(sys.argv) != 3:
    sys.exit(__doc__)
run = xr.open_dataset(pathlib.Path(sys.argv[1]) / "results.h5")
folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
# With a font that has Chinese characters, titles and labels may be Chinese.
installed = {font.name for font in font_manager.fontManager.ttflist}
chinese = sorted(installed & {"Noto Sans CJK SC", "Noto Sans CJK JP", "Microsoft YaHei", "SimHei"})
plt.rcParams["font.sans-serif"] = chinese + plt.rcParams["font.sans-serif"]

# %% The twelve states in groups, with colours that everybody can tell apart
GROUPS = {
    "mining": (["employed_mining"], "#4a4f57"),
    "new energy": (["employed_new_energy"], "#009e73"),
    "tertiary": (["employed_tertiary"], "#0072b2"),
    "primary": (["employed_primary"], "#b59b00"),
    "other secondary": (["employed_other_secondary"], "#e69f00"),
    "retirement": (["internal_retired", "retired"], "#cc79a7"),
    "unemployment": (["unemployed", "in_training"], "#d55e00"),
    "outside": (["out_of_labour_force", "left_region", "dead"], "#a9b2bc"),
}

# %% Where coal workers are: stacked areas of the means
stock = run.stock.sum("region")
means = [stock.sel(state=states).sum("state").mean("replicate") for states, _ in GROUPS.values()]
figure, axes = plt.subplots(figsize=(9, 5))
axes.stackplot(run.time.values, means, labels=list(GROUPS), colors=[colour for _, colour in GROUPS.values()])
axes.set_ylabel("persons")
axes.set_title("Where coal workers are at months' ends (mean over replicates)")
axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
figure.savefig(folder / "where_they_are.png", dpi=120, bbox_inches="tight")

# %% Displacements by year with the 90 % interval over replicates
displaced = run.destination.sel(horizon=0).sum("destination_kind")
low, high = displaced.quantile([0.05, 0.95], "replicate")
years = run.displaced_year.values
figure, axes = plt.subplots(figsize=(9, 4))
axes.fill_between(years, low, high, color="#0072b2", alpha=0.25, label="90% model interval, not forecast error")
axes.plot(years, displaced.mean("replicate"), color="#0072b2", label="mean")
axes.set_ylabel("events a year")
axes.set_title("Displacements")
axes.legend()
figure.savefig(folder / "displacements.png", dpi=120, bbox_inches="tight")

# %% What was drawn
print(f"{folder}/where_they_are.png\n{folder}/displacements.png")
