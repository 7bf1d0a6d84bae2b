"""Readers of other people read a made-up results.h5: xarray with both engines, h5py, ncdump.

Called with the path of jtsim_fake_results, which writes the file.
"""

import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import h5py
import netCDF4  # noqa: F401 (its own import warns; later warnings count as faults)
import numpy
import xarray

GROUPS = ("age_band", "sex", "ethnicity", "education")
FULL = {
    "stock": "time region state",
    "stock_by_group": "stock_year sex ethnicity age_band education state",
    "flow": "year from_state to_state",
    "sector_account": "time sector item",
    "background_stock": "time region background_quantity",
    "registered_unemployment_rate": "time",
    "unemployment_spell": "stock_year spell_band",
    "employment_form": "stock_year region form",
    "mine_account": "stock_year mine mine_quantity",
    "budget_line": "year line quantity",
    "policy_count": "year policy counter",
    "policy_spending": "year policy payer",
    "destination": "displaced_year horizon destination_kind",
    "displacement_loss": "displaced_year loss_year loss_quantity",
}
FULL |= {
    "inequality": "stock_year population inequality_quantity",
    "theil_parts": "stock_year partition theil_part",
    "lorenz": "stock_year population lorenz_percent",
    "displacement_present_value": "displaced_year loss_quantity",
    "displacement_spell": "displaced_year spell_quantity",
    "displacement_earnings": "displaced_year earnings_year earnings_quantity",
    "callback": "year callback_quantity",
}
REALS = {"registered_unemployment_rate", "inequality", "theil_parts", "lorenz", "callback"}
for group in GROUPS:
    FULL[f"stock_pair_{group}_region"] = f"stock_year {group} region state"
    FULL[f"destination_pair_{group}_region"] = (
        f"displaced_year pair_horizon {group} region destination_kind")
for group in GROUPS:
    FULL[f"unemployment_spell_pair_{group}_region"] = f"stock_year {group} region spell_band"
    FULL[f"income_pair_{group}_region"] = f"stock_year {group} region income_quantity"
    FULL[f"displacement_loss_pair_{group}_region"] = f"loss_year {group} region loss_quantity"
    FULL[f"displacement_present_value_pair_{group}_region"] = f"{group} region loss_quantity"
    FULL[f"displacement_spell_pair_{group}_region"] = f"{group} region spell_quantity"
for group in (*GROUPS, "region"):
    FULL[f"unemployment_spell_by_{group}"] = f"stock_year {group} spell_band"
    FULL[f"inequality_by_{group}"] = f"stock_year {group} inequality_quantity"
    FULL[f"lorenz_by_{group}"] = f"stock_year {group} lorenz_percent"
    FULL[f"displacement_loss_by_{group}"] = f"displaced_year loss_year {group} loss_quantity"
    FULL[f"displacement_present_value_by_{group}"] = f"displaced_year {group} loss_quantity"
    FULL[f"displacement_spell_by_{group}"] = f"displaced_year {group} spell_quantity"
    REALS |= {f"inequality_by_{group}", f"lorenz_by_{group}"}
    FULL[f"destination_by_{group}"] = f"displaced_year horizon {group} destination_kind"
    FULL[f"income_by_{group}"] = f"stock_year {group} income_quantity"
LONG = {"budget_line", "policy_count", "policy_spending"}
LONG |= {name for name in FULL if name.startswith(("income_", "displacement_"))}
SIZES = {"time": 481, "year": 40, "stock_year": 41, "displaced_year": 40, "region": 12,
         "state": 12, "from_state": 13, "to_state": 12, "horizon": 4, "pair_horizon": 2,
         "destination_kind": 18, "counter": 12, "payer": 5, "item": 10, "mine": 60}


def write(program, folder, name, *numbers):
    path = folder / name
    subprocess.run([program, path, *map(str, numbers)], check=True, stdout=subprocess.DEVNULL)
    return path


def element_type(name):
    if name in REALS:
        return numpy.float64
    return numpy.int64 if name in LONG else numpy.int32


def text(attribute):
    """h5py gives attributes of fixed length as bytes."""
    return attribute.decode() if isinstance(attribute, bytes) else attribute


def check_xarray(path, engine, replicates, events):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with xarray.open_dataset(path, engine=engine) as decoded:
            decoded.load()
            assert decoded["time"].values[0] == numpy.datetime64("2020-12-31")
            assert decoded["time"].values[-1] == numpy.datetime64("2060-12-31")
            assert decoded["displaced_month"].dtype.kind == "M"
            ordos = decoded["stock"].sel(region="ordos", state="retired", time="2030-12")
            assert ordos.shape == (replicates, 1)
            assert decoded["state_label_zh"].sel(state="retired").item() == "退休"
            assert "region_label_zh" in decoded.coords
            assert list(decoded["age_band"].values)[::6] == ["16-24", "60+"]
            assert decoded["from_state"].values[12] == "entrant"
        with xarray.open_dataset(path, engine=engine, mask_and_scale=False,
                                 decode_times=False) as raw:
            raw.load()
            assert raw.sizes["event"] == events
            for dimension, size in SIZES.items():
                assert raw.sizes[dimension] == size, dimension
            for name, dimensions in FULL.items():
                assert raw[name].dims == ("replicate", *dimensions.split()), name
                assert raw[name].dtype == element_type(name), name
                assert raw[name].attrs["long_name_zh"] and raw[name].attrs["units"], name
            register = [name for name in raw.data_vars if name.startswith("displaced_")
                        and raw[name].dims == ("event",)]
            assert len(register) == 29, register
            return {name: raw[name].values for name in (*FULL, *register)}


def check_hdf5(path, replicates):
    with h5py.File(path) as file:
        for name, dataset in file.items():
            if not isinstance(dataset, h5py.Dataset):
                continue
            own = h5py.h5ds.is_scale(dataset.id)
            for axis, size in zip(dataset.dims, dataset.shape):
                assert len(axis) == (0 if own else 1), f"{name}: scales on an axis"
                assert own or axis[0].shape == (size,), name
            if dataset.dtype.kind == "O":
                assert h5py.check_string_dtype(dataset.dtype).length is None, name
                assert len(dataset.attrs["sha256"]) == 64
            else:
                assert dataset.fletcher32 and dataset.shuffle, name
                assert dataset.compression == "gzip", name
            if name in FULL:
                assert dataset.chunks == (1, *dataset.shape[1:]), name
                assert dataset.fillvalue == dataset.attrs["_FillValue"] or name in REALS
        assert file.attrs["replicates_complete"] == replicates
        assert file.attrs["seed"] == 2**64 - 1
        assert text(file.attrs["Conventions"]) == "CF-1.10"
        assert file["inputs/scenario"][()].decode() == "# 情景\nkind: transition\n"
        assert text(file["inputs/file_1"].attrs["path"]) == "tables/盟市.csv"
        assert file["inputs/file_2"][()] == b""
        assert text(file["displaced_sex"].attrs["flag_meanings"]) == "male female"
        assert list(file["displaced_sex"].attrs["flag_values"]) == [0, 1]


def check(path, replicates, events):
    arrays = [check_xarray(path, engine, replicates, events) for engine in ("h5netcdf", "netcdf4")]
    for name, values in arrays[0].items():
        numpy.testing.assert_array_equal(values, arrays[1][name], err_msg=name)
    check_hdf5(path, replicates)
    head = subprocess.run(["ncdump", "-h", path], check=True, capture_output=True, text=True)
    assert "int stock(replicate, time, region, state) ;" in head.stdout
    dump = subprocess.run(["ncdump", "-v", "region,displaced_month,/inputs/file_0", path],
                          check=True, capture_output=True, text=True)
    assert 'file_0 = "kind: transition\\n" ;' in dump.stdout
    return arrays[0]


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = check(write(program, folder, "whole.h5", 3, 3, 6000), 3, 18000)
        part = check(write(program, folder, "part.h5", 3, 2, 6000), 2, 12000)
        for array in FULL:
            numpy.testing.assert_array_equal(whole[array][:2], part[array], err_msg=array)
        check(write(program, folder, "no_events.h5", 1, 1, 0), 1, 0)


if __name__ == "__main__":
    main()
