"""Checks the demo city: the wards tile the city, and every complaint lies in its ward and has a legal history.

Plain Python, no packages:  python3 app/src/demo-art/check_city.py
"""
import json, os, sys, unicodedata
from collections import Counter
from fractions import Fraction

DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../main/resources/demo")
CATEGORIES = {"পরিচ্ছন্নতা", "বর্জ্য ব্যবস্থাপনা", "পানি সরবরাহ", "রাস্তাঘাট", "বিদ্যুৎ", "অন্যান্য"}
PRIORITIES = {"উচ্চ", "মধ্যম", "নিম্ন"}
SUBMITTED, PROGRESS, RESOLVED, CANCELLED = (unicodedata.normalize("NFC", s) for s in
    ("জমা দেওয়া হয়েছে", "প্রক্রিয়াধীন", "সমাধান হয়েছে", "বাতিল"))
MOVES = {(SUBMITTED, PROGRESS), (PROGRESS, RESOLVED), (SUBMITTED, CANCELLED), (PROGRESS, CANCELLED)}


def load(name):
    text = open(os.path.join(DEMO, name), encoding="utf-8").read()
    assert text == unicodedata.normalize("NFC", text), f"{name} is not NFC"
    return json.loads(text, parse_float=Fraction)  # exact: a border either matches or it does not


def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def edges(ring):
    return list(zip(ring, ring[1:]))


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(ring)) / 2


def inside(p, ring):
    odd = False
    for a, b in edges(ring):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < a[0] + (p[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            odd = not odd
    return odd


def meet(a, b, c, d):
    """Two segments touch anywhere but at a common end."""
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    s, t, u, v = cross(a, b, c), cross(a, b, d), cross(c, d, a), cross(c, d, b)
    if {a, b} & {c, d}:
        return s == t == 0 and len({a, b, c, d}) > 2 and any(
            min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])
            for p, q, r in ((a, b, c), (a, b, d), (c, d, a), (c, d, b)) if r not in (p, q))
    return (s <= 0 <= t or t <= 0 <= s) and (u <= 0 <= v or v <= 0 <= u)


def check_wards():
    features = load("wards.geojson")["features"]
    rings = {f["properties"]["ward_number"]: [tuple(p) for p in f["geometry"]["coordinates"][0]] for f in features}
    assert sorted(rings, key=int) == [str(n) for n in range(1, 13)]
    for ward, ring in rings.items():
        assert ring[0] == ring[-1] and 25 <= len(ring) - 1 <= 60 and len(set(ring)) == len(ring) - 1, ward
        assert area(ring) > 0, f"ward {ward} is not counter-clockwise"
    # No two borders touch except in shared vertices: so no overlap, and no ring crosses itself.
    every = sorted({tuple(sorted(e)) for ring in rings.values() for e in edges(ring)})
    for i, (a, b) in enumerate(every):
        for c, d in every[i + 1:]:
            if c[0] > b[0]:
                break
            assert not meet(a, b, c, d), f"borders meet at {[float(x) for x in a + b + c + d]}"
    # Every border has a ward on each side (walked the other way round) or belongs to the one outline: so no gap.
    directed = Counter(e for ring in rings.values() for e in edges(ring))
    assert max(directed.values()) == 1
    outer = dict(e for e in directed if (e[1], e[0]) not in directed)
    start = p = next(iter(outer))
    outline = [start]
    while True:
        p = outer[p]
        outline.append(p)
        if p == start:
            break
    assert len(outline) - 1 == len(outer), "the outline is more than one ring: there is a hole"
    assert area(outline) == sum(map(area, rings.values()))
    middle = [w for w, r in rings.items() if inside((Fraction("90.4125"), Fraction("23.8103")), r)]
    for i in range(61):
        for j in range(71):
            assert inside((Fraction(90380 + i, 1000), Fraction(23770 + j, 1000)), outline)
    corners = [tuple(map(Fraction, c)) for c in (("90.38", "23.77"), ("90.44", "23.77"), ("90.44", "23.84"), ("90.38", "23.84"))]
    assert not any(meet(*o, *r) for o in edges(outline) for r in edges(corners + corners[:1]))
    print("wards:", len(rings), "| vertices:", {w: len(r) - 1 for w, r in rings.items()}, "| distinct:",
          len({p for r in rings.values() for p in r}), "| outline:", len(outer), "| (23.8103, 90.4125) in ward", middle)
    return rings


def check_complaints(rings):
    complaints, people = load("complaints.json"), load("people.json")
    photos = set(os.listdir(os.path.join(DEMO, "photos"))) if os.path.isdir(os.path.join(DEMO, "photos")) else set()
    used = set()
    for c in complaints:
        at = (Fraction(c["longitude"]), Fraction(c["latitude"]))
        assert [w for w, r in rings.items() if inside(at, r)] == [c["ward_number"]], c["title"]
        assert len(c["title"]) <= 120 and len(c["location"]) <= 255 and 0 <= c["reporter"] < len(people)
        assert c["category"] in {unicodedata.normalize("NFC", x) for x in CATEGORIES}, c["category"]
        assert c["priority"] in {unicodedata.normalize("NFC", x) for x in PRIORITIES}, c["priority"]
        state, hours = SUBMITTED, 0
        for step in c["history"]:
            assert (state, step["to"]) in MOVES and hours < step["after_hours"] < c["days_ago"] * 24, c["title"]
            assert step["comment"]
            state, hours = step["to"], step["after_hours"]
        assert state == c["status"] and 0 <= c["days_ago"] <= 40, c["title"]
        assert (c["handled_by"] is None) == (state == SUBMITTED) and bool(c["after_photos"]) == (state == RESOLVED)
        used.update(c["before_photos"] + c["after_photos"])
    print("complaints:", len(complaints), dict(Counter(c["status"] for c in complaints)))
    for field in ("category", "priority", "ward_number"):
        print(f"  {field}:", dict(Counter(c[field] for c in complaints)))
    print("photos missing:", sorted(used - photos) or "none", "| unused:", sorted(photos - used) or "none")
    return not used - photos


if __name__ == "__main__":
    sys.exit(0 if check_complaints(check_wards()) else 1)
