#!/usr/bin/python3
"""Checks the input tables in configs/: sources, sums, identities and the roster of mines.

Prints every fault as file:line: what is wrong; the exit code is 1 if there is one. Standard library only.
"""
import csv
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("JTSIM_SOURCE_DIR", pathlib.Path(__file__).resolve().parent.parent))
CONFIGS = ROOT / "configs"
REFERENCE = CONFIGS / "inner_mongolia"
REGIONS = (REFERENCE, CONFIGS / "tiny")
SCENARIOS = CONFIGS / "scenarios"  # tables of single scenarios, by folder
CHECKS = CONFIGS / "checks"
UTILISATION = 0.77  # of coal capacity at the start, as in make_mines.py
PLANT_LIFE_YEARS = 25

COLUMNS = {
    "leagues": "id,label_zh,label_en,population,area_km2,latitude,longitude,coal_output_share,coal_jobs_share,"
               "wind_share,solar_share,minimum_pay_class,coal_age_shift_years,state_owned_share,pay_factor,source",
    "ethnic_shares": "league,ethnicity,population_share,coal_share,source",
    "ethnicities": "id,label_zh,label_en,hiring_factor_state_owned,hiring_factor_private,attachment,source",
    "sectors": "id,employment,urban_share,separation_weight,job_to_job_rate,surplus_separation_share,"
               "state_owned_share,source",
    "occupations": "id,label_zh,label_en,sector,stage,method,minimum_education,base_pay,employment_share,"
                   "intelligent_share,cadre_share,female_share,separation_factor,source",
    "mines": "id,group,league,ownership,method,capacity_t_per_year,headcount,closure_order,closure_month,"
             "label_zh,label_en,source",
    "coal_output": "path,year,output_t,source",
    "coal_league_shares": "league,year,share,source",
    "productivity": "year,growth_per_year,source",
    "intelligent_mining": "year,share,source",
    "capacity_additions": "month,league,capacity_t_per_year,source",
    "new_energy_capacity": "path,technology,year,capacity_mw,source",
    "employment_factors": "technology,stage,jobs_per_mw,local_share,source",
    "employment_multiplier": "year,multiplier,source",
    "new_energy_plants": "id,label_zh,label_en,league,stage,start_month,jobs,realised_share,source",
    "transition_projects": "id,label_zh,label_en,league,place,field,stage,investment_yuan,price_year,wind_mw,solar_mw,"
                           "start_month,building_months,source",
    "labour_force": "year,index,source",
    "pay_index": "year,growth_per_year,source",
    "minimum_pay": "month,class,yuan_per_month,source",
    "cpi": "year,index,source",
    "social_assistance": "year,yuan_per_person_per_month,source",
    "insurance_duration": "contribution_years_from,months,source",
    "insurance_coverage": "contract,share,source",
    "pay_by_contract": "contract,factor,source",
    "experience": "age,factor,source",
    "coal_workforce": "attribute,group,share,source",
    "displacement_weights": "attribute,group,weight,source",
    "hiring_factors": "attribute,group,factor,source",
    "mortality": "sex,gompertz_a,gompertz_b,factor_2020,improvement_per_year,underground_excess,source",
    "retirement": "group,old_age_years,maximum_delay_months,births_per_step_months,special_age_years,source",
    "retirement_contributions": "year,minimum_years,source",
}
KEYS = {  # columns that name a row; all other tables: the first column
    "ethnic_shares": ("league", "ethnicity"), "coal_output": ("path", "year"),
    "coal_league_shares": ("league", "year"), "capacity_additions": ("month", "league"),
    "new_energy_capacity": ("path", "technology", "year"), "employment_factors": ("technology", "stage"),
    "minimum_pay": ("month", "class"), "coal_workforce": ("attribute", "group"),
    "displacement_weights": ("attribute", "group"), "hiring_factors": ("attribute", "group"),
}
TEXT_COLUMNS = {"source", "label_zh", "label_en", "closure_month", "start_month", "month", "stage", "method"}
WORDS = {  # closed lists a column may take
    "ownership": {"state_owned", "private"}, "contract": {"state_owned", "private", "dispatched"},
    "sector": {"mining", "new_energy", "tertiary", "primary", "other_secondary"},
    "minimum_education": {"junior", "senior", "college", "graduate"}, "sex": {"male", "female"},
    "technology": {"wind", "solar", "storage"},
    "field": {"coal_chemistry", "equipment", "new_materials", "new_energy", "industrial_upgrade", "environment",
              "biomedicine", "information"},
}
AGE_BANDS = ["16-24", "25-34", "35-44", "45-49", "50-54", "55-59", "60+"]
KINDS = {"paper", "statistic", "law", "news", "report", "general_knowledge"}
NUMBER = r"\d+(?:\.\d+)?"
PART = re.compile(
    r"(?:(?P<column>[a-z][a-z0-9_]*): )?"
    rf"(?:seed:(?P<seed>\w+)|ref:(?P<ref>\w+)|law:(?P<law>\w+)|computed (?P<how>\S.*)"
    rf"|assumption (?:(?P<low>{NUMBER})(?:-|\.\.)(?P<high>{NUMBER})|\+-(?P<spread>{NUMBER}))(?: \([^()]+\))?)")

faults = []


def fault(path, line, what):
    faults.append(f"{path.relative_to(ROOT)}:{line}: {what}")


def read(path):
    """Rows as dicts with their line number under None; comment lines only at the top."""
    data = path.read_bytes()
    if data.startswith(b"\xef\xbb\xbf") or b"\r" in data or not data.endswith(b"\n"):
        fault(path, 1, "must be UTF-8 without mark, lines end in LF")
    lines = data.decode("utf-8").splitlines()
    top = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    reader = csv.reader(lines[top:])
    header = next(reader)
    rows = []
    for row in reader:
        line = top + reader.line_num
        if len(row) != len(header):
            fault(path, line, f"{len(row)} values in {len(header)} columns")
            continue
        rows.append({**dict(zip(header, row)), None: line})
    return header, rows


class Region:
    """The tables of one folder; what it lacks is taken from the reference region."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        own = self.folder / f"{name}.csv"
        return own if own.exists() else REFERENCE / f"{name}.csv"

    def rows(self, name):
        return read(self.path(name))[1]

    def expect(self, name, holds, what, line=1):
        if not holds:
            fault(self.path(name), line, what)

    def expect_sum(self, name, values, total, what, tolerance=1e-9):
        found = sum(values)
        self.expect(name, abs(found - total) <= tolerance, f"{what} is {found:.9g} instead of {total:.9g}")


def source_faults(source, header, registry):
    """What is wrong with one source text."""
    found = []
    for part in source.split("; "):
        match = PART.fullmatch(part)
        if not match:
            found.append(f"source part not understood: {part!r}")
            continue
        if match["column"] and match["column"] not in header:
            found.append(f"source names an unknown column: {part!r}")
        for kind in ("seed", "ref", "law"):
            if match[kind] and match[kind] not in registry[kind]:
                found.append(f"{kind}:{match[kind]} is not in configs/sources")
        if match["low"] and float(match["low"]) >= float(match["high"]):
            found.append(f"empty range: {part!r}")
    return found


def check_grammar_itself():
    """Planted errors: the reader of sources must accept the good and refuse the bad."""
    registry = {"seed": {"a"}, "ref": {"b", "c"}, "law": {"c"}}
    good = ["seed:a", "x: seed:a; law:c", "computed 1 + 2", "assumption 0.1-0.5", "assumption 3..4 (why)",
            "x: assumption +-0.1; ref:b"]
    bad = ["", "seed:b", "law:b", "y: seed:a", "assumption", "assumption (why)", "assumption 0.5", "computed",
           "assumption 2-1", "seed:a;ref:b", "ref:b ", "guess"]
    for text in good:
        if source_faults(text, ["x"], registry):
            faults.append(f"tables_check.py: refuses the good source {text!r}")
    for text in bad:
        if not source_faults(text, ["x"], registry):
            faults.append(f"tables_check.py: accepts the bad source {text!r}")


def check_registry():
    """The three files of configs/sources; returns the known keys."""
    folder = CONFIGS / "sources"
    keys = {}
    for name, columns in (("seed_facts", "id,value,unit,year,meaning,document,section"),
                          ("contradictions", "id,printed,conflict,advice,document,section"),
                          ("references", "key,kind,citation,verified,where_used")):
        path = folder / f"{name}.csv"
        header, rows = read(path)
        if header != columns.split(","):
            fault(path, 1, f"columns are not {columns}")
        keys[name] = [row[header[0]] for row in rows]
        if len(set(keys[name])) != len(rows):
            fault(path, 1, "an identifier occurs twice")
        for row in rows:
            if any(not row[column] for column in header if column != "value"):
                fault(path, row[None], "an empty value")
    laws = set()
    for row in read(folder / "references.csv")[1]:
        if row["kind"] not in KINDS or row["verified"] not in ("found", "general_knowledge"):
            fault(folder / "references.csv", row[None], "unknown kind or verification")
        if ("not verified" in row["citation"]) != (row["verified"] == "general_knowledge"):
            fault(folder / "references.csv", row[None], "citation and verification disagree")
        if row["kind"] == "law":
            laws.add(row["key"])
    return {"seed": set(keys["seed_facts"]), "ref": set(keys["references"]), "law": laws}


def check_rows(path, registry):
    """Header, keys, numbers and sources of one table."""
    header, rows = read(path)
    name = path.stem
    if name in COLUMNS and header != COLUMNS[name].split(","):
        fault(path, 1, f"columns are not {COLUMNS[name]}")
    seen = set()
    for row in rows:
        key = tuple(row[column] for column in KEYS.get(name, header[:1]))
        if key in seen:
            fault(path, row[None], f"a second row {' '.join(key)}")
        seen.add(key)
        for column in header:
            value = row[column]
            if column not in TEXT_COLUMNS and not re.fullmatch(rf"-?{NUMBER}|[a-z][a-z0-9_]*|{NUMBER}-{NUMBER}|60\+", value):
                fault(path, row[None], f"{column}: neither a plain number nor an identifier: {value!r}")
            if column in WORDS and value not in WORDS[column]:
                fault(path, row[None], f"{column}: unknown word {value!r}")
        for what in source_faults(row["source"], header, registry):
            fault(path, row[None], what)


def check_citations_of_code(registry):
    """What the program's declared fields cite must be in the registry too."""
    cited = re.compile(r"\"[^\"\n]*\"")
    for room in ("src", "agents", "policies", "configs", "output"):
        for path in sorted((ROOT / room).rglob("*.?pp")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                for text in cited.findall(line):
                    for kind, key in re.findall(r"\b(seed|ref|law):([a-z0-9_]+)", text):
                        if key not in registry[kind]:
                            fault(path, number, f"{kind}:{key} is not in configs/sources")


def check_leagues(region):
    leagues = region.rows("leagues")
    ids = [row["id"] for row in leagues]
    for column in ("coal_output_share", "coal_jobs_share", "wind_share", "solar_share"):
        region.expect_sum("leagues", (float(row[column]) for row in leagues), 1, f"sum of {column}")
    header, rows = read(region.path("distances"))
    region.expect("distances", header == ["league", *ids, "source"], "columns are not the leagues in order")
    region.expect("distances", [row["league"] for row in rows] == ids, "rows are not the leagues in order")
    distance = {(row["league"], to): float(row[to]) for row in rows for to in ids}
    for (a, b), kilometres in distance.items():
        region.expect("distances", kilometres == distance[b, a] and (kilometres == 0) == (a == b), f"{a} to {b}")
    by_id = {row["id"]: row for row in leagues}
    for row in region.rows("coal_league_shares"):
        if row["year"] == "2020":
            region.expect("coal_league_shares", row["share"] == by_id[row["league"]]["coal_output_share"] or
                          float(row["share"]) == float(by_id[row["league"]]["coal_output_share"]),
                          "differs from coal_output_share of leagues.csv", row[None])
    for name in ("capacity_additions", "new_energy_plants", "transition_projects", "coal_league_shares", "ethnic_shares"):
        for row in region.rows(name):
            region.expect(name, row["league"] in by_id, f"unknown league {row['league']}", row[None])


def check_ethnicities(region):
    ids = [row["id"] for row in region.rows("ethnicities")]
    leagues = region.rows("leagues")
    shares = {}
    for row in region.rows("ethnic_shares"):
        shares.setdefault(row["league"], {})[row["ethnicity"]] = (float(row["population_share"]), float(row["coal_share"]))
    for league in leagues:
        rows = shares.get(league["id"], {})
        region.expect("ethnic_shares", list(rows) == ids, f"{league['id']}: not one row per ethnicity in order")
        for k, column in enumerate(("population_share", "coal_share")):
            region.expect_sum("ethnic_shares", (share[k] for share in rows.values()), 1, f"{league['id']}: sum of {column}")
        region.expect("ethnic_shares", rows["han"][1] >= rows["han"][0], f"{league['id']}: more minorities in coal than residents")
    if region.folder == REFERENCE:
        minority = sum(float(league["coal_jobs_share"]) * (1 - shares[league["id"]]["han"][1]) for league in leagues)
        region.expect("ethnic_shares", abs(minority - 0.141) < 1e-4, f"minorities are {minority:.4f} of coal staff")
        people = sum(float(league["population"]) for league in leagues)
        for ethnicities, share in ((("mongol",), 0.1766), (("hui", "other"), 0.0360)):
            found = sum(float(league["population"]) * shares[league["id"]][e][0] for league in leagues for e in ethnicities)
            region.expect("ethnic_shares", abs(found / people - share) < 5e-4, f"{ethnicities} are {found / people:.4f} of residents")


def at_year(points, year):
    """Linear between the points, constant outside."""
    if year <= points[0][0]:
        return points[0][1]
    for (a, x), (b, y) in zip(points, points[1:]):
        if year <= b:
            return x + (y - x) * (year - a) / (b - a)
    return points[-1][1]


def new_energy_jobs(region, path, year):
    """Jobs by stage from capacity, employment factors and multiplier."""
    capacity = {}
    for row in region.rows("new_energy_capacity"):
        if row["path"] == path:
            capacity.setdefault(row["technology"], []).append((float(row["year"]), float(row["capacity_mw"])))
    multiplier = at_year([(float(row["year"]), float(row["multiplier"])) for row in region.rows("employment_multiplier")], year)
    jobs = {}
    for row in region.rows("employment_factors"):
        points = capacity[row["technology"]]
        built = sum(at_year(points, y) - at_year(points, y - 1) for y in (year, year - PLANT_LIFE_YEARS))
        megawatt = at_year(points, year) if row["stage"] == "operation" else built
        factor = float(row["jobs_per_mw"]) * float(row["local_share"])
        jobs[row["stage"]] = jobs.get(row["stage"], 0) + multiplier * factor * megawatt
    return jobs


def check_sectors(region):
    sectors = {row["id"]: row for row in region.rows("sectors")}
    region.expect("sectors", list(sectors) == ["mining", "new_energy", "tertiary", "primary", "other_secondary"], "rows")
    jobs = new_energy_jobs(region, "observed", 2020)
    employment = {name: int(row["employment"]) for name, row in sectors.items()}
    region.expect_sum("sectors", [employment["new_energy"]], sum(jobs.values()), "new_energy", 0.5)
    total = 12_420_000 if region.folder == REFERENCE else 46_000
    for names, share in ((("primary",), 0.357), (("mining", "new_energy", "other_secondary"), 0.17), (("tertiary",), 0.473)):
        region.expect_sum("sectors", (employment[name] for name in names), share * total, f"employment of {names}", 0.5)
    urban = 7_903_000 - 300_300 if region.folder == REFERENCE else 29_270 - 1_112
    region.expect_sum("sectors", (employment[n] * float(row["urban_share"]) for n, row in sectors.items()), urban,
                      "urban employment", 0.5)
    return sectors, jobs


def check_occupations(region, sectors, jobs):
    rows = region.rows("occupations")
    for sector in sectors:
        own = [row for row in rows if row["sector"] == sector]
        region.expect_sum("occupations", (float(row["employment_share"]) for row in own), 1, f"{sector}: employment_share", 1e-8)
        region.expect_sum("occupations", (float(row["intelligent_share"]) for row in own), float(sector == "mining"),
                          f"{sector}: intelligent_share")
        for row in own:
            region.expect("occupations", (row["stage"] != "") == (sector == "new_energy"), "stage", row[None])
            region.expect("occupations", (row["method"] != "") == (sector == "mining"), "method", row[None])
            if row["stage"]:
                region.expect_sum("occupations", [float(row["employment_share"])], jobs[row["stage"]] / sum(jobs.values()),
                                  f"employment_share of {row['id']}", 1e-6)
    mining = [row for row in rows if row["sector"] == "mining"]

    def mean(column):
        return sum(float(row["employment_share"]) * float(row[column]) for row in mining)

    region.expect_sum("occupations", [mean("base_pay")], 1, "mean pay of mining", 1e-6)
    region.expect_sum("occupations", [mean("female_share")], 0.1467, "women in mining", 1e-6)
    for row in mining:
        region.expect("occupations", row["method"] != "underground" or float(row["female_share"]) == 0,
                      "women underground", row[None])
    ids = [row["id"] for row in rows]
    header, matrix = read(region.path("proximity"))
    region.expect("proximity", header == ["from", *ids, "source"], "columns are not the occupations in order")
    region.expect("proximity", [row["from"] for row in matrix] == ids, "rows are not the occupations in order")
    for row in matrix:
        for to in ids:
            value = float(row[to])
            region.expect("proximity", 0 <= value <= 1 and (value == 1) == (to == row["from"]), f"to {to}", row[None])


def check_mines(region):
    mines = region.rows("mines")
    staff = sum(int(row["headcount"]) for row in mines)
    miners = next(int(row["employment"]) for row in region.rows("sectors") if row["id"] == "mining")
    region.expect_sum("mines", [staff], miners, "staff")
    output = next(int(row["output_t"]) for row in region.rows("coal_output")
                  if (row["path"], row["year"]) == ("observed", "2020"))
    region.expect("mines", sorted(int(row["closure_order"]) for row in mines) == list(range(1, len(mines) + 1)),
                  "closure_order is not 1 to the number of mines")
    for league in region.rows("leagues"):
        own = [row for row in mines if row["league"] == league["id"]]
        league_staff = sum(int(row["headcount"]) for row in own)
        name = league["id"]
        region.expect_sum("mines", [league_staff], miners * float(league["coal_jobs_share"]), f"staff of {name}", 0.5)
        region.expect_sum("mines", (int(row["capacity_t_per_year"]) for row in own),
                          output / UTILISATION * float(league["coal_output_share"]), f"capacity of {name}", 1.5)
        state = sum(int(row["headcount"]) for row in own if row["ownership"] == "state_owned")
        region.expect_sum("mines", [state], league_staff * float(league["state_owned_share"]), f"state staff of {name}", 1)
    owner = {}
    for row in mines:
        region.expect("mines", owner.setdefault(row["group"], row["ownership"]) == row["ownership"], "owner of a group", row[None])
        region.expect("mines", int(row["headcount"]) > 0 and int(row["capacity_t_per_year"]) > 0, "empty mine", row[None])
        region.expect("mines", row["method"] in ("underground", "open_pit"), "method", row[None])
    if region.folder == REFERENCE:
        check_reference_mines(region, mines, miners)


def check_reference_mines(region, mines, miners):
    group = [row for row in mines if row["group"] == "group_wuhai_1"]
    staff = sum(int(row["headcount"]) for row in group)
    region.expect("mines", 15_000 <= staff <= 19_000, f"the Wuhai group has {staff} staff")
    state = sum(int(row["headcount"]) for row in mines if row["ownership"] == "state_owned")
    region.expect_sum("mines", [state / miners], 0.55, "state share", 1e-4)
    underground = sum(int(row["headcount"]) for row in mines if row["method"] == "underground") / miners
    share = {row["method"]: float(row["employment_share"]) for row in region.rows("occupations")
             if row["method"] in ("underground", "open_pit")}
    region.expect_sum("occupations", [share["underground"] / sum(share.values())], underground,
                      "underground part of the occupations of one method", 1e-5)
    made = subprocess.run([sys.executable, str(REFERENCE / "make_mines.py"), "--print"], capture_output=True, check=True)
    region.expect("mines", made.stdout == (REFERENCE / "mines.csv").read_bytes(), "make_mines.py makes another table")


def paths_of(region, name, value):
    """Points (year, value) by path and technology (None for coal)."""
    series = {}
    for row in region.rows(name):
        series.setdefault((row["path"], row.get("technology")), []).append((float(row["year"]), float(row[value])))
    return series


def check_paths(region):
    for name, value in (("coal_output", "output_t"), ("new_energy_capacity", "capacity_mw")):
        for key, points in paths_of(region, name, value).items():
            years = [year for year, _ in points]
            region.expect(name, years == sorted(years), f"years of {key} do not ascend")
            values = [value for _, value in points]
            region.expect(name, name == "coal_output" or values == sorted(values), f"capacity of {key} falls")


def check_capacity_targets(region):
    """Wind and solar of the reference against observed and planned totals, wind jobs against the count for China."""
    series = paths_of(region, "new_energy_capacity", "capacity_mw")
    for path, year, expected in (("observed", 2022, 61_800), ("observed", 2024, 135_000), ("observed", 2024 + 10 / 12, 150_000),
                                 ("seed", 2025, 100_000), ("seed", 2030, 200_000)):
        found = sum(at_year(series[path, technology], year) for technology in ("wind", "solar"))
        region.expect("new_energy_capacity", abs(found / expected - 1) < 0.05, f"{path} {year:.2f}: {found:.0f} MW")
    factor = {row["stage"]: float(row["jobs_per_mw"]) for row in region.rows("employment_factors") if row["technology"] == "wind"}
    multiplier = next(float(row["multiplier"]) for row in region.rows("employment_multiplier") if row["year"] == "2020")
    wind_jobs = multiplier * (76_000 * (factor["construction"] + factor["manufacturing"]) + 441_000 * factor["operation"])
    region.expect("employment_factors", abs(wind_jobs / 745_000 - 1) < 0.2, f"{wind_jobs:.0f} wind jobs in China in 2023")


def check_workforce(region):
    groups = {}
    for row in region.rows("coal_workforce"):
        groups.setdefault(row["attribute"], {})[row["group"]] = float(row["share"])
    for attribute in ("education", "entrant_education", "hukou"):
        region.expect_sum("coal_workforce", groups[attribute].values(), 1, attribute)
    contract = {row["contract"]: float(row["factor"]) for row in region.rows("pay_by_contract")}
    dispatched = {owner: groups[f"dispatched_share_{owner}"]["all"] for owner in ("state_owned", "private")}
    owned = {"state_owned": 0.55, "private": 0.45}
    mean = sum(owned[o] * ((1 - dispatched[o]) * contract[o] + dispatched[o] * contract["dispatched"]) for o in owned)
    region.expect_sum("pay_by_contract", [mean], 1, "mean over staff", 1e-6)
    for name in ("displacement_weights", "hiring_factors"):
        bands = [row["group"] for row in region.rows(name) if row["attribute"] == "age_band"]
        region.expect(name, bands == AGE_BANDS, "age bands")
    spells = [float(row["factor"]) for row in region.rows("hiring_factors") if row["attribute"] == "spell_months"]
    region.expect("hiring_factors", all(abs(f - (1 - 0.45 * d / 8)) < 1e-9 for d, f in enumerate(spells)) and len(spells) == 9,
                  "spell_months")
    steps = [float(row["minimum_years"]) for row in region.rows("retirement_contributions")]
    region.expect("retirement_contributions", steps == [15 + 0.5 * k for k in range(11)], "15 to 20 years by half years")


def mined(points, first, last):
    """Tonnes from December of year `first` to December of year `last`; linear between the points."""
    return sum((at_year(points, year) + at_year(points, year + 1)) / 2 for year in range(first, last))


def check_scenario_tables(registry):
    """Tables of single scenarios. The landings dig what the reference digs, and end where it ends."""
    for path in sorted([*SCENARIOS.rglob("*.csv"), *(CHECKS / "shanxi").glob("*.csv")]):
        check_rows(path, registry)
        if path.stem not in COLUMNS:
            fault(path, 1, "no table has this name")
    reference = paths_of(Region(REFERENCE), "coal_output", "output_t")["observed", None]
    landing = SCENARIOS / "landing" / "coal_output.csv"
    for (name, _), points in paths_of(Region(landing.parent), "coal_output", "output_t").items():
        if abs(mined(points, 2025, 2060) / mined(reference, 2025, 2060) - 1) > 1e-6:
            fault(landing, 1, f"{name} digs {mined(points, 2025, 2060):.0f} t from 2025 to 2060")
        if at_year(points, 2060) != at_year(reference, 2060):
            fault(landing, 1, f"{name} ends elsewhere than the reference")


def main():
    check_grammar_itself()
    registry = check_registry()
    check_citations_of_code(registry)
    for folder in REGIONS:
        for path in sorted(folder.glob("*.csv")):
            check_rows(path, registry)
        region = Region(folder)
        check_leagues(region)
        check_ethnicities(region)
        check_occupations(region, *check_sectors(region))
        check_mines(region)
        check_paths(region)
        check_workforce(region)
        if folder == REFERENCE:
            check_capacity_targets(region)
    check_scenario_tables(registry)
    made = subprocess.run([sys.executable, str(CHECKS / "make_shanxi_mines.py"), "--print"], capture_output=True, check=True)
    if made.stdout != (CHECKS / "shanxi" / "mines.csv").read_bytes():
        faults.append("configs/checks/shanxi/mines.csv: make_shanxi_mines.py makes another table")
    for name in COLUMNS:
        if not (REFERENCE / f"{name}.csv").exists():
            faults.append(f"configs/inner_mongolia/{name}.csv is missing")
    print("\n".join(faults) if faults else "tables: no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
