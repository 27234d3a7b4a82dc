#!/usr/bin/env python3
"""Worked examples for the outlier methods, from the formulas and without the program: python3 make.py

Everything is computed with 50 decimal digits or exact fractions, and by other ways than the program's: quantiles by
statistics.quantiles, limits of counts by halving on the published ratio limits. Needs only the standard library.
"""

import json
import statistics
from decimal import Decimal as D, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 50
PI = D("3.14159265358979323846264338327950288419716939937510")
NINE = [(12, 10), (33, 30), (7, 8), (101, 90), (55, 60), (18, 20), (9, 9), (250, 240), (41, 35)]


def quartiles(values):
    """Type 7; `inclusive` of the standard library is the same definition, but wants two values."""
    if len(values) == 1:
        return values * 3
    return statistics.quantiles(values, n=4, method="inclusive")


def quantile(values, p):
    """Type 7 by interpolating with exact fractions."""
    if not values or not 0 <= p <= 1:
        return None
    ordered = sorted(Fraction(value) for value in values)
    place = (len(ordered) - 1) * Fraction(p)
    below = place.numerator // place.denominator
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def mad(values):
    if not values:
        return None
    middle = statistics.median(values)
    return statistics.median([abs(value - middle) for value in values])


def halve(inside, good, bad):
    """The border between a count that is inside and one that is not."""
    for _ in range(180):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if inside(middle) else (good, middle)
    return good


# Hidiroglou-Berthelot


def hb_reference(units, u, a, c, min_units):
    both = [(D(now), D(before)) for now, before in units if now > 0 and before > 0]
    equal = sum(now == before for now, before in both)
    dropped = bool(both) and Fraction(equal, len(both)) >= Fraction(1, 2)
    if dropped:
        both = [(now, before) for now, before in both if now != before]
    if not both or len(both) < min_units:
        return None
    m = statistics.median([now / before for now, before in both])
    effects = []
    for now, before in both:
        r = now / before
        s = r / m - 1 if r >= m else 1 - m / r
        effects.append(s * max(now, before) ** D(u))
    e1, e2, e3 = quartiles(effects)
    width = abs(D(a) * e2) if abs(e2) > D("1e-30") else D(a)
    low, high = e2 - D(c) * max(e2 - e1, width), e2 + D(c) * max(e3 - e2, width)
    return {"median_ratio": m, "q1": e1, "q2": e2, "q3": e3, "low": low, "high": high, "units": len(both), "dropped": dropped}


def hb_ratio_limits(reference, size):
    """Lower M·m/(m − EL), upper M·(m + EU)/m, as the package prints them."""
    m = reference["median_ratio"]
    return m * size / (size - reference["low"]), m * (size + reference["high"]) / size


def hb_judge(reference, unit, u):
    now, before = map(D, unit)
    if now == 0 or before == 0 or (reference["dropped"] and now == before):
        return None

    def side(count):
        """-1 below the limits, 0 inside, 1 above."""
        low, high = hb_ratio_limits(reference, max(count, before) ** D(u))
        return (count / before > high) - (count / before < low)

    usual = reference["median_ratio"] * before
    r, m, size = now / before, reference["median_ratio"], max(now, before) ** D(u)
    low, high = hb_ratio_limits(reference, size)
    return {
        "unit": unit,
        "effect": (r / m - 1 if r >= m else 1 - m / r) * size,
        "ratio": r,
        "ratio_low": low,
        "ratio_high": high,
        "low": halve(lambda count: side(count) == 0, usual, D("1e-40")),
        "high": halve(lambda count: side(count) == 0, usual, usual * 10**9),
        "outlier": side(now) != 0,
    }


def hb(note, units, judged=None, u="0.5", a="0.05", c="20", min_units=1):
    reference = hb_reference(units, u, a, c, min_units)
    judged = units if judged is None else judged
    verdicts = [reference and hb_judge(reference, unit, u) for unit in judged]
    settings = {"u": D(u), "a": D(a), "c": D(c), "min_units": min_units}
    return {"note": note, "units": units, "settings": settings, "reference": reference, "judged": judged, "verdicts": verdicts}


# Thousand error


def thousand(now, before, limit):
    case = {"now": now, "before": before, "limit": D(limit), "expected": None}
    if now > 0 and before > 0:
        difference = D(now).log10() - D(before).log10()
        reach = D(10) ** D(limit)
        # Half a digit in the 30th place is rounding, not a difference.
        outlier = abs(difference) - D(limit) > D("1e-30")
        case["expected"] = {"difference": difference, "low": before / reach, "high": before * reach, "outlier": outlier}
    return case


# Quartile fence


def fence(note, values, judged, k_lower="1.5", k_upper="1.5", min_units=1, base="10"):
    exact = [Fraction(value) for value in values]
    case = {"note": note, "values": [D(value) for value in values], "k_lower": D(k_lower), "k_upper": D(k_upper)}
    case |= {"min_units": min_units, "base": D(base), "judged": [D(value) for value in judged], "expected": None}
    if exact and len(exact) >= min_units:
        q1, middle, q3 = quartiles(exact)
        low, high = q1 - Fraction(k_lower) * (middle - q1), q3 + Fraction(k_upper) * (q3 - middle)
        outliers = [not low <= Fraction(value) <= high for value in judged]
        counts = [max(low, 0) * Fraction(base), max(high, 0) * Fraction(base)]
        case["expected"] = {"q1": q1, "median": middle, "q3": q3, "low": low, "high": high, "outliers": outliers, "counts": counts}
    return case


# Difference of square roots


def root(count):
    return (D(count) + D("0.375")).sqrt()


def square(value):
    return max(max(value, D(0)) ** 2 - D("0.375"), D(0))


def sqrt_diff(note, units, judged=None, limit="3", floor="1", iterate="4.5", min_units=1):
    judged = units if judged is None else judged
    settings = {"limit": D(limit), "floor": D(floor), "iterate_limit": None if iterate is None else D(iterate), "min_units": min_units}
    case = {"note": note, "units": units, "settings": settings, "judged": judged, "reference": None, "verdicts": []}

    def standard(unit, g):
        return (root(unit[0]) - root(g * unit[1])) / ((1 + g) / 4).sqrt()

    def fitted(kept):
        g = D(sum(now for now, _ in kept)) / D(sum(before for _, before in kept))
        return g, max(D("1.4826") * mad([standard(unit, g) for unit in units]), D(floor))

    if len(units) < min_units or sum(before for _, before in units) == 0:
        return case
    kept = list(range(len(units)))
    g, spread = fitted(units)
    for _ in range(10):
        usual = [i for i, unit in enumerate(units) if iterate is None or abs(standard(unit, g)) / spread <= D(iterate)]
        if usual == kept or sum(units[i][1] for i in usual) == 0:
            break
        kept = usual
        g, spread = fitted([units[i] for i in kept])
    case["reference"] = {"ratio": g, "spread": spread, "units": len(units), "set_aside": len(units) - len(kept)}
    for unit in judged:
        z = standard(unit, g) / spread
        middle, reach = root(g * unit[1]), D(limit) * spread * ((1 + g) / 4).sqrt()
        verdict = {"z": z, "low": square(middle - reach), "high": square(middle + reach), "outlier": abs(z) > D(limit)}
        case["verdicts"].append(verdict)
    return case


# Own history


def history(note, earlier, judged, minimum=4, limit="3", floor="0.5"):
    settings = {"min": minimum, "limit": D(limit), "floor": D(floor)}
    case = {"note": note, "earlier": earlier, "settings": settings, "judged": judged, "expected": None}
    if earlier and len(earlier) >= minimum:
        middle = statistics.median([D(count) for count in earlier])
        deviation = statistics.median([abs(root(count) - root(middle)) for count in earlier])
        spread = max(D("1.4826") * deviation, D(floor)) * (1 + PI / (2 * len(earlier))).sqrt()
        scores = [(root(count) - root(middle)) / spread for count in judged]
        low, high = square(root(middle) - D(limit) * spread), square(root(middle) + D(limit) * spread)
        outliers = [abs(score) > D(limit) for score in scores]
        case["expected"] = {"median": middle, "spread": spread, "low": low, "high": high, "scores": scores, "outliers": outliers}
    return case


def spread_case(note, values, ps=("0", "0.1", "0.25", "0.5", "0.75", "0.9", "1")):
    exact = [Fraction(value) for value in values]
    deviation = mad(exact)
    return {
        "note": note,
        "values": [D(value) for value in values],
        "p": [D(p) for p in ps],
        "quantiles": [quantile(exact, Fraction(p)) for p in ps],
        "median_deviation": deviation,
        "robust_spread": None if deviation is None else deviation * Fraction("1.4826"),
    }


MANY_ZEROS = [(0, 0)] * 9 + [(1, 0), (0, 1), (2, 1), (0, 2), (3, 3), (1, 0), (20, 2), (5, 4), (0, 1), (0, 7)]
EXAMPLES = {
    "quantile": [
        spread_case("one to ten: R's quantile(1:10) is 1, 3.25, 5.5, 7.75, 10", list(range(1, 11))),
        spread_case("one to nine: R's mad(1:9) is 2.9652", list(range(1, 10))),
        spread_case("one to eight and a hundred: R's mad(c(1:8, 100)) is 2.9652", [*range(1, 9), 100]),
        spread_case("an even number, the help page of R's mad", [1, 2, 3, 5, 7, 8]),
        spread_case("even number, not in order", ["4", "1", "3", "2"]),
        spread_case("ties", ["2", "2", "2", "5", "2", "9"]),
        spread_case("decimals and negative numbers", ["-1.5", "0.1", "0.2", "0.30001", "-7"]),
        spread_case("zeros", ["0", "0", "0", "0", "3"]),
        spread_case("one value", ["7"]),
        spread_case("all equal", ["3", "3", "3"]),
        spread_case("empty", []),
        spread_case("a share outside 0 to 1", ["1", "2"], ("-0.1", "1.1")),
    ],
    "hb": [
        hb("nine units, one of them unchanged", NINE),
        hb("ten times too much, ten times too little, and a zero", [*NINE, (600, 61), (6, 61), (0, 12), (12, 0), (0, 0)]),
        hb("an even number: the median effect is not 0", NINE[:-1]),
        hb("C = 4", [*NINE, (80, 40), (20, 45)], c="4"),
        hb("U = 0, size means nothing", [*NINE, (80, 40)], u="0", c="4"),
        hb("U = 1", [*NINE, (80, 40)], u="1", c="4"),
        hb("U = 0.3, A = 0.2", [*NINE, (80, 40)], u="0.3", a="0.2", c="5"),
        hb("one unit, and others judged by it", [(20, 10)], [(20, 10), (21, 10), (200, 10), (19, 10), (3, 10)]),
        hb("all in the same proportion: A alone makes the limits", [(2, 4), (5, 10), (50, 100), (1, 2)], [(5, 10), (6, 10), (55, 100), (60, 100)]),
        hb("exactly half unchanged: these are dropped", [(5, 5), (9, 9), (7, 7), (12, 10), (11, 14), (40, 33)]),
        hb("fewer than half unchanged: these are kept", [(5, 5), (9, 9), (12, 10), (11, 14), (40, 33)]),
        hb("all unchanged", [(5, 5), (9, 9), (1, 1)]),
        hb("only zeros", [(0, 5), (9, 0), (0, 0)]),
        hb("empty", []),
        hb("too few units", NINE, min_units=10),
        hb("enough units, just", NINE, min_units=9),
        hb("enough before, too few after dropping", [(5, 5), (9, 9), (12, 10), (11, 14)], min_units=3),
        hb("everything halves", [(10, 20), (14, 30), (26, 50), (31, 60), (4, 9), (55, 50)]),
        hb("everything doubles: the expected counts lie above the count before", [(20, 10), (31, 15), (50, 26), (61, 30), (9, 4), (50, 55)], c="3"),
    ],
    "thousand": [
        thousand(12000, 12, "2.5"), thousand(12, 12000, "2.5"), thousand(3800, 12, "2.5"), thousand(3790, 12, "2.5"),
        thousand(120, 12, "2.5"), thousand(120, 12, "0.9"), thousand(12, 12, "2.5"), thousand(12, 12, "0"), thousand(13, 12, "0"),
        thousand(1000, 1, "3"), thousand(0, 12, "2.5"), thousand(12, 0, "2.5"), thousand(0, 0, "2.5"), thousand(4294967295, 1, "2.5"),
    ],
    "quartile": [
        fence("skew values", ["1", "2", "3", "7", "20"], ["0.4", "0.5", "13", "13.1", "3"]),
        fence("ratios", ["0.5", "0.52", "0.61", "0.44", "0.48", "0.9", "0.1"], ["0.5", "0.9", "0.1"]),
        fence("different sides", ["1", "2", "3", "7", "20"], ["0", "-0.1", "7", "23", "24"], "2", "4"),
        fence("rates with many zeros", ["0", "0", "0", "0", "1.2", "2.5"], ["0", "1.2", "2.5"], base="3.4"),
        fence("a lower limit below zero", ["0.1", "2", "2.2", "2.3"], ["0", "0.1", "2.6"]),
        fence("ties", ["2", "2", "2", "2", "3"], ["2", "3"]),
        fence("all equal", ["2", "2", "2"], ["2", "2.1"]),
        fence("one value", ["7"], ["7", "6.9"]),
        fence("empty", [], ["1"]),
        fence("too few", ["1", "2"], ["1"], min_units=3),
    ],
    "sqrt_diff": [
        sqrt_diff("many zeros", MANY_ZEROS),
        sqrt_diff("many zeros, every unit has a say", MANY_ZEROS, iterate=None),
        sqrt_diff("nine units", NINE, [*NINE, (0, 0), (9, 0), (0, 9), (200, 20)]),
        sqrt_diff("units differ by more than chance", [(10, 30), (55, 20), (70, 90), (12, 40), (90, 44), (31, 30), (300, 210), (8, 30)], limit="2"),
        sqrt_diff("the largest unit ten times too large", [*[(5 * i, 5 * i + i % 3) for i in range(1, 40)], (9000, 900)]),
        sqrt_diff("large units set aside at first come back", [*[(5, 5)] * 30, (300, 310), (280, 270), (9000, 900)]),
        sqrt_diff("a floor of two", NINE, floor="2"),
        sqrt_diff("one unit", [(30, 10)]),
        sqrt_diff("all equal", [(4, 4)] * 5, [(4, 4), (0, 4), (14, 4), (15, 4)]),
        sqrt_diff("half equal", [(4, 4), (9, 9), (6, 9), (12, 8)]),
        sqrt_diff("nothing now", [(0, 4), (0, 30), (0, 0)], [(0, 4), (1, 0), (12, 30)]),
        sqrt_diff("nothing before", [(4, 0), (30, 0)]),
        sqrt_diff("empty", []),
        sqrt_diff("too few", [(30, 10)], min_units=2),
    ],
    "history": [
        history("four half-years", [12, 15, 9, 14], [0, 5, 12, 13, 24, 31, 120]),
        history("five half-years, one of them wild", [40, 38, 400, 42, 41], [400, 44, 20, 41]),
        history("all equal", [12, 12, 12, 12], [12, 3, 2, 27, 28]),
        history("nothing ever", [0, 0, 0, 0], [0, 5, 6]),
        history("seldom anything", [0, 0, 1, 0, 3, 0, 0, 1], [0, 4, 9]),
        history("an even number with a median between counts", [1, 2, 8, 11, 30, 31], [0, 5, 100, 200]),
        history("a high floor", [100, 104, 98, 103], [100, 140, 160, 60], floor="1"),
        history("too few", [12, 15, 9], [12]),
        history("one, where one is enough", [9], [9, 0, 30], minimum=1),
        history("empty", [], [3], minimum=0),
    ],
}

if __name__ == "__main__":
    path = Path(__file__).with_name("examples.json")
    lines = []
    for method, cases in EXAMPLES.items():
        rows = ",\n".join("    " + json.dumps(case, default=float, ensure_ascii=False) for case in cases)
        lines.append(f'  "{method}": [\n{rows}\n  ]')
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
