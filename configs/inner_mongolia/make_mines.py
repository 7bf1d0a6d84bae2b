#!/usr/bin/python3
"""Makes mines.csv: a fictitious roster of mines that meets the league totals of leagues.csv exactly.

Use: make_mines.py            writes mines.csv beside this script
     make_mines.py --print    writes the same bytes to stdout

Only + - * / on doubles and random.Random(SEED).random() are used, so every machine gets the same bytes.
The rule is described in README.md of this folder. A bureau replaces mines.csv by its own list.
"""
import csv
import io
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20201231
UTILISATION = 0.77  # output / capacity, from the Ordos output and capacity of 2020; assumption 0.6-0.95 elsewhere
OPEN_PIT_PRODUCTIVITY = 2.0  # tonnes per worker relative to underground; assumption 1.5-3
SIZE_PREMIUM = 0.4  # the largest mine of a league yields (1 + this) times what the smallest yields; assumption 0-1
NOISE = 0.15  # half width of the uniform spread of productivity; assumption 0-0.3

# Per league: groups as (ownership, percent of the league's staff, underground mines, open-pit mines).
# The state-owned percentages add to state_owned_share of leagues.csv; all are assumptions +-10.
GROUPS = {
    "hohhot": [("private", 70, 0, 1), ("state_owned", 30, 1, 0)],
    "baotou": [("state_owned", 40, 1, 1), ("private", 35, 0, 1), ("private", 25, 0, 1)],
    "wuhai": [("state_owned", 85, 7, 0), ("private", 9, 2, 0), ("private", 6, 1, 0)],
    "chifeng": [("state_owned", 65, 5, 0), ("private", 20, 2, 0), ("private", 15, 1, 0)],
    "tongliao": [("state_owned", 50, 0, 2), ("state_owned", 30, 0, 1), ("private", 20, 0, 2)],
    "ordos": [
        ("state_owned", 18, 7, 2), ("state_owned", 12, 6, 0), ("state_owned", 10, 3, 2),
        ("private", 15, 6, 2), ("private", 11, 4, 1), ("private", 9, 3, 1), ("private", 7, 3, 1),
        ("private", 5, 2, 1), ("private", 4, 2, 1), ("private", 3.5, 2, 0), ("private", 2.5, 1, 1),
        ("private", 1.5, 0, 1), ("private", 0.9, 1, 0), ("private", 0.6, 1, 0)],
    "hulunbuir": [("state_owned", 38, 0, 3), ("state_owned", 27, 3, 0), ("state_owned", 15, 0, 2),
                  ("private", 12, 1, 1), ("private", 8, 0, 1)],
    "bayannur": [("private", 75, 1, 0), ("state_owned", 25, 1, 0)],
    "ulanqab": [("private", 75, 0, 1), ("state_owned", 25, 1, 0)],
    "hinggan": [],
    "xilingol": [("state_owned", 42, 0, 3), ("state_owned", 18, 0, 1), ("private", 25, 0, 2),
                 ("private", 15, 0, 1)],
    "alxa": [("private", 45, 2, 0), ("private", 25, 0, 1), ("state_owned", 30, 1, 1)],
}

# Years between which a mine was opened, by league and method; only their order is used (closure_order).
OPENED = {("wuhai", "underground"): (1958, 1990), ("chifeng", "underground"): (1959, 1988),
          ("hulunbuir", "underground"): (1952, 1985)}
OPENED_UNDERGROUND, OPENED_OPEN_PIT = (1975, 2012), (1982, 2014)

COLUMNS = ["id", "group", "league", "ownership", "method", "capacity_t_per_year", "headcount",
           "closure_order", "closure_month", "label_zh", "label_en", "source"]
SOURCE = ("headcount: computed by make_mines.py from coal_jobs_share of leagues.csv (fictitious split within the league); "
          "capacity_t_per_year: computed by make_mines.py from coal_output_share of leagues.csv "
          "at the utilisation of Ordos; capacity_t_per_year: seed:ordos_coal_capacity; "
          "ownership: computed by make_mines.py from state_owned_share of leagues.csv; method: ref:gk_methods; "
          "closure_order: computed rank of a drawn opening year")


def read(name):
    """Rows of a table beside this script, comment lines skipped."""
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def largest_remainder(total, weights):
    """Integers in proportion to the weights that add up to total; ties go to the earlier one."""
    whole = 0.0
    for weight in weights:  # not sum(): Python 3.12 adds doubles in another way
        whole += weight
    exact = [total * weight / whole for weight in weights]
    parts = [int(value) for value in exact]
    order = sorted(range(len(weights)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[:total - sum(parts)]:
        parts[i] += 1
    return parts


def draw_league(league, staff, rng):
    """Mines of one league with their headcounts; capacity still open."""
    groups = GROUPS[league["id"]]
    mines = []
    for number, (group, group_staff) in enumerate(
            zip(groups, largest_remainder(staff, [group[1] for group in groups])), 1):
        ownership, _, underground, open_pit = group
        methods = ["underground"] * underground + ["open_pit"] * open_pit
        weights = [(0.7 + 0.6 * rng.random()) / (0.6 + 0.4 * rank) for rank in range(1, len(methods) + 1)]
        # The large mines are spread over both methods: the order of the methods is shuffled by draws.
        methods = [method for _, method in sorted((rng.random(), method) for method in methods)]
        for method, headcount in zip(methods, largest_remainder(group_staff, weights)):
            mines.append({"league": league, "group": number, "ownership": ownership, "method": method,
                          "headcount": headcount})
    return mines


def set_capacity(mines, capacity, rng):
    """Divides the capacity of a league by headcount and productivity, and draws opening years."""
    largest = max(mine["headcount"] for mine in mines)
    weights = []
    for mine in mines:
        productivity = 1 + SIZE_PREMIUM * mine["headcount"] / largest
        if mine["method"] == "open_pit":
            productivity *= OPEN_PIT_PRODUCTIVITY
        weights.append(mine["headcount"] * productivity * (1 - NOISE + 2 * NOISE * rng.random()))
        default = OPENED_OPEN_PIT if mine["method"] == "open_pit" else OPENED_UNDERGROUND
        first, last = OPENED.get((mine["league"]["id"], mine["method"]), default)
        mine["opened"] = first + (last - first) * rng.random()
    for mine, tonnes in zip(mines, largest_remainder(capacity, weights)):
        mine["capacity"] = tonnes


def make_roster():
    """All mines in the order of leagues.csv."""
    sectors = {row["id"]: row for row in read("sectors.csv")}
    miners = int(sectors["mining"]["employment"])
    output = next(int(row["output_t"]) for row in read("coal_output.csv")
                  if (row["path"], row["year"]) == ("observed", "2020"))
    leagues = read("leagues.csv")
    staff = largest_remainder(miners, [float(league["coal_jobs_share"]) for league in leagues])
    capacity = largest_remainder(int(output / UTILISATION + 0.5),
                                 [float(league["coal_output_share"]) for league in leagues])
    rng = random.Random(SEED)
    mines = []
    for league, league_staff, league_capacity in zip(leagues, staff, capacity):
        if GROUPS[league["id"]]:
            league_mines = draw_league(league, league_staff, rng)
            set_capacity(league_mines, league_capacity, rng)
            mines += league_mines
    for order, mine in enumerate(sorted(mines, key=lambda mine: mine["opened"]), 1):
        mine["order"] = order
    return mines


def write(mines, file):
    """Writes the table; mines are numbered within their group."""
    file.write("# Fictitious roster of mines made by make_mines.py; a bureau replaces it by its own list (README.md).\n")
    file.write("# Staff at the end of 2020 (scope above_scale), capacity in tonnes of raw coal a year.\n")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    method_zh = {"underground": "井工矿", "open_pit": "露天矿"}
    method_en = {"underground": "underground", "open_pit": "open pit"}
    count = {}
    for mine in mines:
        league = mine["league"]
        group = f"group_{league['id']}_{mine['group']}"
        count[group] = count.get(group, 0) + 1
        number = count[group]
        writer.writerow([
            f"mine_{league['id']}_{mine['group']}_{number}", group, league["id"], mine["ownership"], mine["method"],
            mine["capacity"], mine["headcount"], mine["order"], "",
            f"{league['label_zh']}{mine['group']}号集团{number}号{method_zh[mine['method']]}",
            f"{league['label_en']} group {mine['group']}, {method_en[mine['method']]} mine {number}", SOURCE])


def main():
    text = io.StringIO()
    write(make_roster(), text)
    data = text.getvalue().encode("utf-8")
    if sys.argv[1:] == ["--print"]:
        sys.stdout.buffer.write(data)
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        (HERE / "mines.csv").write_bytes(data)


if __name__ == "__main__":
    main()
