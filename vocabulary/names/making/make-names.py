"""Makes forenames.csv.gz and surnames.csv.gz of the folder above from the lists beside this file and the published births.

Usage: python3 make-names.py FOLDER-OF-UK-NAMES
The folder holds ew_babynames_1996_2020.csv.gz (counts) and ew_top100_forenames_1904_1994.csv (ranks). See ../SOURCES.md for what each step means.
No chance is drawn: orders that are not given come from a hash of the name, so the same lists make the same files.
"""
import collections, csv, gzip, hashlib, io, math, re, sys
from pathlib import Path

HERE = Path(__file__).parent
BIRTHS = Path(sys.argv[1])
ELECTORS = 45e6  # the register of Great Britain in 1998, about
NOT_BRITISH = {"muslim", "sikh", "hindu", "somali", "arab", "chinese"}
FOREIGN = re.compile("mohamm|muham|moham|abd[ui]|ullah|preet|jit$|inder|deep$|oluw|^umm|uddin|rahman|noor|aayan|^aa|iyyah|iyah|zain|haan$|ayaan|khadi|fatim|maryam|hafs|ruqa|nusay|safiy", re.I)


def words(path):
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def hashed(text):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2 ** 64


def fit(shares):
    """Zipf-Mandelbrot C / (rank + q) ** s fitted to pairs of rank and share by least squares of logs."""
    best = None
    for q10 in range(0, 2000):
        q = q10 / 10
        x = [math.log(r + q) for r, _ in shares]
        y = [math.log(v) for _, v in shares]
        mx, my = sum(x) / len(x), sum(y) / len(y)
        s = -sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)
        c = my + s * mx
        miss = sum((b - (c - s * a)) ** 2 for a, b in zip(x, y))
        if best is None or miss < best[0]:
            best = (miss, math.exp(c), q, s)
    return best[1:]


def write(name, header, rows):
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(header)
    out.writerows(rows)
    with open(HERE.parent / name, "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
        packed.write(text.getvalue().encode())
    print(name, len(rows), "rows")


def forenames():
    lists = collections.defaultdict(list)
    for community, sex, *names in words(HERE / "forenames.txt"):
        lists[community, sex] += names
    births = collections.defaultdict(collections.Counter)
    for row in csv.DictReader(gzip.open(BIRTHS / "ew_babynames_1996_2020.csv.gz", "rt")):
        births[row["sex"], int(row["year"])][row["name"]] += int(row["n"])
    ranks = collections.defaultdict(list)
    for row in sorted(csv.DictReader(open(BIRTHS / "ew_top100_forenames_1904_1994.csv")), key=lambda r: int(r["rank"])):
        ranks[row["sex"], int(row["year"])].append(row["name"])
    rows = []
    for sex in "MF":
        total = collections.Counter()
        for year in range(1996, 2021):
            total.update(births[sex, year])
        long_known = {n for (s, _), names in ranks.items() if s == sex for n in names}
        own = {n for (c, s), names in lists.items() if s == sex and c in NOT_BRITISH for n in names} - long_known
        own |= {n for n in lists["eastern-european", sex] + lists["african", sex] if n not in long_known and total[n] < 8000}
        british = lambda n: n[0].isupper() and n not in own and (n in long_known or not FOREIGN.search(n))

        def band(years):
            count = collections.Counter()
            for year in years:
                count.update({n: v for n, v in births[sex, year].items() if british(n)})
            return count

        first = band(range(1996, 1999)).most_common()
        all_first = sum(v for _, v in first)
        law = fit([(r + 1, v / all_first) for r, (_, v) in enumerate(first[:95])])
        share_1996 = sum(v for _, v in first[:95]) / all_first
        print(sex, "law of ranks C=%.4f q=%.1f s=%.3f, the 95 leading names are %.3f of births 1996-98" % (*law, share_1996))
        weight = [law[0] / (r + 1 + law[1]) ** law[2] for r in range(95)]
        for year in range(1904, 1995, 10):
            age = (1994 - year) / 90
            top = share_1996 + (0.92 - share_1996) * age
            led = {n: w * top / sum(weight) for n, w in zip(ranks[sex, year], weight)}
            old = collections.Counter()
            for other in range(max(1904, year - 30), min(1994, year + 30) + 1, 10):
                for n, w in zip(ranks[sex, other], weight):
                    if n not in led:
                        old[n] += w / (1 + abs(other - year) / 10)
            new = {n: v for n, v in first[95:1200] if n not in led}
            modern = max(0, (year - 1954) / 40)  # of the rest, the share of names not among the leading ones until the 1990s
            for part, share in ((old, 1 - modern), (new, modern)):
                whole = sum(part.values())
                for n, w in part.items():
                    led[n] = led.get(n, 0) + (1 - top) * share * w / whole
            rows += emit(led, sex, year // 10 * 10, 1995 if year == 1994 else year // 10 * 10 + 9)
        for start in range(1996, 2021, 5):
            years = range(start, min(start + 5, 2021))
            count = {n: v for n, v in band(years).items() if v >= 12 * len(years)}
            whole = sum(count.values())
            rows += emit({n: v / whole for n, v in count.items()}, sex, start, 2030 if start + 5 > 2020 else start + 4)
        for (community, s), names in sorted(lists.items()):
            if s != sex:
                continue
            alone = sorted(total[n] for n in names if n not in long_known and total[n] > 0)
            middle = alone[len(alone) // 2] if alone else 100
            made = {}
            for n in names:
                count = min(total[n], middle) if n in long_known else total[n]
                made[n] = max(count, middle * 0.3) ** 0.8
            whole = sum(made.values())
            rows += emit({n: v / whole for n, v in made.items()}, sex, 1900, 2030, community)
    write("forenames.csv.gz", ["name", "sex", "community", "from", "to", "weight"], rows)


def emit(shares, sex, start, end, community="british"):
    rows = [(n, sex, community, start, end, round(w * 1e6)) for n, w in shares.items()]
    return sorted((r for r in rows if r[5] >= 10), key=lambda r: (-r[5], r[0]))


def composed(known):
    parts = collections.defaultdict(list)
    for kind, *rest in words(HERE / "elements.txt"):
        parts[kind] += list(dict.fromkeys(rest))
    score = {}
    for i, a in enumerate(parts["first"]):
        for j, b in enumerate(parts["second"]):
            if a[-1] == b[0] and a[-2:-1] == b[0] or a.lower() == b:
                continue
            score[a + b] = (i + 20) * (j + 2) * (0.2 + 4 * hashed(a + b) ** 2)
    for i, a in enumerate(parts["father"]):
        for j, b in enumerate(parts["patronymic"]):
            score.setdefault(a + b, (i + 10) * (j + 2) * (0.5 + 8 * hashed(a + b)))
        for b in parts["prefixed"]:
            score.setdefault(b + (a if b != "Mc" else a.lower() if len(b) > 2 else a), (i + 20) * 30 * (0.5 + hashed(b + a)))
    single = sorted((n for n in score if n not in known and len(n) > 3), key=lambda n: (score[n], n))
    lead = known[:160]
    pairs = [f"{a}-{b}" for a in lead for b in lead if a != b and hashed(a + "-" + b) < 0.45]
    return single, sorted(pairs, key=lambda n: (lead.index(n.split("-")[0]) + 20) * (lead.index(n.split("-")[1]) + 20) * (0.3 + hashed(n)))


def surnames():
    lists = collections.defaultdict(list)
    for community, *names in words(HERE / "surnames.txt"):
        lists[community] += names
    rows = []
    british = lists.pop("british")
    facts = [float(n.split("=")[1]) / 100 for n in british if "=" in n]
    c, q, s = fit([(15 + i, v) for i, v in enumerate(facts[14:])] + [(int(r), int(n) / ELECTORS) for r, n in words(HERE / "ranks.txt")])
    known = [n.split("=")[0] for n in british]
    single, pairs = composed(known)
    law = lambda r: c / (r + q) ** s
    placed = [(n, facts[i], "fact") if i < len(facts) else (n, law(i + 1), "law") for i, n in enumerate(known)]
    # The law runs on through the composed names; two in a hundred people bear a double name; what the list is short of whole is put on the composed names.
    tail = [law(len(known) + i + 1) for i in range(len(single))]
    left = 1 - 0.02 - sum(w for _, w, _ in placed)
    print("surnames: law C=%.5f q=%.1f s=%.3f; first ten %.4f, listed %.4f; law's own tail %.4f for %.4f left" % (c, q, s, sum(facts[:10]), sum(w for _, w, _ in placed), sum(tail), left))
    placed += [(n, w * left / sum(tail), "composed") for n, w in zip(single, tail)]
    double = [1 / (i + 50) ** 0.7 for i in range(len(pairs))]
    placed += [(n, w * 0.02 / sum(double), "composed") for n, w in zip(pairs, double)]
    rows += [(n, "british", "", max(1, round(w * 1e7)), made) for n, w, made in placed]
    for community, names in lists.items():
        counts = {}
        stated = [int(n.split("=")[1]) for n in names if "=" in n]
        for i, n in enumerate(names):
            bare, sex = re.split("[:=]", n)[0], "M" if ":M" in n else "F" if ":F" in n else ""
            if "=" in n:
                counts[bare, sex] = (int(n.split("=")[1]), "fact" if int(n.split("=")[1]) % 1000 else "law")
            else:
                start = (min(stated), len(stated)) if stated else (1000.0, 0)
                counts[bare, sex] = (start[0] * ((start[1] + 6) / (i + 6)) ** 0.9, "law")
        whole = sum(v for v, _ in counts.values())
        rows += [(n, community, sex, max(1, round(v / whole * 1e7)), made) for (n, sex), (v, made) in counts.items()]
    write("surnames.csv.gz", ["name", "community", "sex", "weight", "made"], rows)


forenames()
surnames()
