#!/usr/bin/python3
"""The committed JSON Schema is sound, accepts the shipped scenarios and refuses damaged ones."""
import copy
import json
import os
import pathlib
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(os.environ.get("JTSIM_SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
CONFIGS = ROOT / "configs"
SCHEMA = json.loads((CONFIGS / "schema" / "scenario.schema.json").read_text(encoding="utf-8"))


def damaged(base):
    """Pairs of what is wrong and a scenario with that fault."""
    def changed(path, value):
        copied = copy.deepcopy(base)
        section = copied
        for key in path[:-1]:
            section = section.setdefault(key, {})
        section[path[-1]] = value
        return copied

    yield "unknown top-level key", changed(["serach"], {})
    yield "unknown nested key", changed(["search", "search_intensty"], 0.1)
    yield "number out of range", changed(["search", "search_intensity"], 1.5)
    yield "text for a number", changed(["search", "search_intensity"], "high")
    yield "fraction for a whole number", changed(["replicates"], 2.5)
    yield "text for a truth value", changed(["demography", "flexible_retirement"], "yes")
    yield "unknown choice", changed(["demand", "shock"], "big")
    yield "no month", changed(["start"], "2020-13")
    yield "unknown kind of policy", changed(["policies", "retraining", "kind"], "retrainning")
    yield "key of another kind", changed(["policies", "retraining", "hiring_factor"], 2)
    yield "policy number out of range", changed(["policies", "retraining", "months"], 0)
    yield "list entry no choice", changed(["policies", "retraining", "targets"], {"sectors": ["coal"]})
    yield "name with capitals", changed(["budgets", "Fund"], {})
    yield "value for a section", changed(["demand"], "none")
    yield "list for a file", changed(["tables", "mines"], ["a.csv"])


def main():
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft7Validator(SCHEMA)
    faults = []
    shipped = [path for folder in (CONFIGS, CONFIGS / "checks", CONFIGS / "scenarios")
               for path in sorted(folder.glob("*.yaml"))]
    for path in shipped:
        scenario = yaml.safe_load(path.read_text(encoding="utf-8"))
        faults += [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(scenario)]
        modeline = path.read_text(encoding="utf-8").splitlines()[0]
        schema = path.parent / modeline.rpartition("$schema=")[2]
        if not schema.is_file():
            faults.append(f"{path}:1: the modeline names no schema file")
    base = yaml.safe_load((CONFIGS / "inner_mongolia.yaml").read_text(encoding="utf-8"))
    for what, scenario in damaged(base):
        if validator.is_valid(scenario):
            faults.append(f"accepted: {what}")
    print("\n".join(faults) or f"{len(shipped)} scenarios accepted")
    return 1 if faults or len(shipped) < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
