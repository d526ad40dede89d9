"""The questions of StoriesAsked asked of pandas: milliseconds to load, to answer, to answer again; peak memory in MB; and the answer."""
import resource
import sqlite3
import sys
import time

import pandas as pd

path, question = sys.argv[1:]
began = time.perf_counter()
connection = sqlite3.connect(path)
person = pd.read_sql_query("SELECT id, sex, birth_day FROM person", connection).set_index("id")
event = pd.read_sql_query("SELECT person, day, kind, disposal, offence_day FROM event", connection)
for column in ("kind", "disposal"):
    event[column] = event[column].astype("category")
loaded = time.perf_counter() - began


def cohort():
    on, born = pd.Timestamp("2018-01-01"), pd.to_datetime(person.birth_day, unit="D")
    age = on.year - born.dt.year - ((born.dt.month * 100 + born.dt.day) > on.month * 100 + on.day)
    asked = person.index[(person.sex == "female") & (age < 30)]
    arrests = event[(event.kind == "arrest") & (event.day > 16616)].groupby("person").size()
    convicted = event.person[(event.kind == "conviction") & (event.day > 17167) & (event.day <= 17532)].unique()
    held = event.person[(event.kind == "custody-spell") & (event.day < 16801)].unique()
    left = asked.intersection(arrests.index[arrests >= 2])
    return len(left.intersection(convicted).difference(held))


def reoffending():
    proven = event.kind.isin(["conviction", "caution"])
    ways = event.kind.isin(["release", "caution"]) | ((event.kind == "sentence") & event.disposal.isin(["fine", "community-order", "suspended-sentence", "conditional-discharge"]))
    entry = event.loc[ways, ["person", "day"]].copy()
    date = pd.to_datetime(entry.day, unit="D")
    entry["q"] = date.dt.year * 4 + (date.dt.month - 1) // 3
    entry = entry.groupby(["person", "q"], as_index=False).day.min()
    entry = entry[entry.q <= 2019 * 4]
    start = pd.to_datetime(entry.day, unit="D")
    epoch = pd.Timestamp("1970-01-01")
    entry["last_offence"] = ((start + pd.DateOffset(years=1)) - epoch).dt.days
    entry["last_proof"] = ((start + pd.DateOffset(months=18)) - epoch).dt.days
    proof = event.loc[proven, ["person", "day", "offence_day"]].rename(columns={"day": "proof"})
    both = entry.merge(proof, on="person")
    counts = both[(both.proof > both.day) & (both.proof <= both.last_proof) & (both.offence_day > both.day) & (both.offence_day <= both.last_offence)].groupby(["person", "q"]).size()
    entry = entry.set_index(["person", "q"])
    entry["proofs"] = counts
    entry["proofs"] = entry.proofs.fillna(0)
    entry["sex"] = person.sex.reindex(entry.index.get_level_values(0)).values
    rows = entry.reset_index().groupby(["q", "sex"]).proofs.agg(["size", lambda p: (p > 0).sum(), "sum"])
    return int(rows.iloc[:, 0].sum() + 1000 * rows.iloc[:, 1].sum() + 1_000_000 * rows.iloc[:, 2].sum())


def took(work):
    began = time.perf_counter()
    answer = work()
    return (time.perf_counter() - began) * 1000, answer


work = {"cohort": cohort, "reoffending": reoffending}[question]
first, answer = took(work)
again, _ = took(work)
print(loaded * 1000, first, again, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, answer)
