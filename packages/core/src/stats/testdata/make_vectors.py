"""Writes scipyVectors.ts: what scipy and statsmodels say of samples that our statistics are tested on.

    python3 make_vectors.py && oxfmt scipyVectors.ts

Needs numpy, scipy and statsmodels. Exact p values that those do not give are counted here, over every
arrangement and in fractions of the decimal numbers, so that ties on paper are ties.
"""

import itertools
import json
import math
from fractions import Fraction
from pathlib import Path

import numpy
import scipy
import statsmodels
from scipy import integrate, optimize, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestIndPower

random = numpy.random.default_rng(20240607)


def rounded(values, digits=6):
    """Numbers as a log holds them: with few digits, so that ties on paper occur."""
    return [float(f"{value:.{digits}g}") for value in values]


def fractions(values):
    return [Fraction(repr(float(value))) for value in values]


def permutation_p(a, b):
    """Share of divisions of all values whose means differ at least as much."""
    if math.comb(len(a) + len(b), len(a)) > 20_000:
        return None
    pooled = fractions(a) + fractions(b)
    total, n, m = sum(pooled), len(a), len(b)

    def distance(chosen_sum):
        return abs(chosen_sum / n - (total - chosen_sum) / m)

    observed = distance(sum(pooled[:n]))
    hits = [distance(sum(chosen)) >= observed for chosen in itertools.combinations(pooled, n)]
    return sum(hits) / len(hits)


def sign_flip_p(a, b):
    if len(a) > 12:
        return None
    differences = [x - y for x, y in zip(fractions(a), fractions(b))]
    observed = abs(sum(differences))
    hits = [
        abs(sum(sign * value for sign, value in zip(signs, differences))) >= observed
        for signs in itertools.product((1, -1), repeat=len(differences))
    ]
    return sum(hits) / len(hits)


def two_samples():
    normal = random.normal
    cases = {
        "2 against 2": (normal(0, 1, 2), normal(1, 1, 2)),
        "3 against 3": (normal(0, 1, 3), normal(1, 1, 3)),
        "2 against 12": (normal(0, 1, 2), normal(0, 3, 12)),
        "5 against 7, far apart": (normal(0, 1, 5), normal(40, 1, 7)),
        "12 against 12": (normal(0, 1, 12), normal(0.5, 1, 12)),
        "9 against 11, past the exact rank test": (normal(0, 1, 9), normal(1, 1, 11)),
        "8 against 10": (normal(0, 1, 8), normal(0.2, 2, 10)),
        "tiny values": (normal(3e-8, 1e-9, 5), normal(3.1e-8, 2e-9, 6)),
        "huge values": (normal(3e8, 1e7, 4), normal(3.1e8, 2e7, 6)),
        "spreads a thousandfold apart": (normal(0, 1e-3, 4), normal(0.5, 1, 9)),
        "losses to four digits": (rounded(normal(0.52, 0.01, 6), 2), rounded(normal(0.53, 0.01, 6), 2)),
        "whole numbers with ties": (random.integers(0, 4, 7), random.integers(1, 5, 9)),
        "one side does not vary": ([2, 2, 2], [1, 3, 5, 7]),
        "small steps on a large number": (
            [1e8 + 1, 1e8 + 2, 1e8 + 3, 1e8 + 4],
            [1e8 + 3, 1e8 + 4, 1e8 + 6, 1e8 + 9],
        ),
        "negative values": (-abs(normal(5, 1, 5)), -abs(normal(6, 2, 5))),
        "the same values": ([1, 2, 3, 4], [1, 2, 3, 4]),
    }
    for name, (a, b) in cases.items():
        # Twelve digits keep the small steps on a large number.
        a, b = rounded(a, 12 if "large" in name else 6), rounded(b, 12 if "large" in name else 6)
        test = stats.ttest_ind(a, b, equal_var=False)
        interval = test.confidence_interval(0.95)
        ranks = stats.mannwhitneyu(a, b)
        n, m = len(a), len(b)
        df = n + m - 2
        pooled = math.sqrt(((n - 1) * numpy.var(a, ddof=1) + (m - 1) * numpy.var(b, ddof=1)) / df)
        d = (numpy.mean(a) - numpy.mean(b)) / pooled
        yield {
            "name": name,
            "a": a,
            "b": b,
            "t": test.statistic,
            "df": test.df,
            "p": test.pvalue,
            "interval": [interval.low, interval.high],
            "u": ranks.statistic,
            "uP": ranks.pvalue,
            "permutationP": permutation_p(a, b),
            "g": d * (1 - 3 / (4 * df - 1)),
        }


def pairs():
    normal = random.normal
    start = normal(0, 1, 16)
    cases = {
        "2 pairs": (start[:2], start[:2] + normal(0.5, 1, 2)),
        "5 pairs": (start[:5], start[:5] + normal(0.5, 1, 5)),
        "12 pairs": (start[:12], start[:12] + normal(0.5, 1, 12)),
        "16 pairs": (start, start + normal(0.5, 1, 16)),
        "60 pairs, past the exact rank test": (normal(0, 1, 60), normal(0.2, 1, 60)),
        "small steps on a large number": ([1e8 + 1, 1e8 + 2, 1e8 + 3], [1e8 + 2, 1e8 + 4, 1e8 + 7]),
        "tiny values": (start[:6] * 1e-8, start[:6] * 1e-8 + normal(1e-8, 1e-9, 6)),
        "equal differences": ([1, 2, 3, 4, 5, 6], [2, 4, 2, 5, 7, 8]),
        "pairs without a difference": ([1, 2, 3, 4, 5, 6], [1, 3, 3, 6, 8, 10]),
        "16 pairs with equal differences": (range(16), [i + 1 + i % 3 * (-1) ** i for i in range(16)]),
    }
    for name, (a, b) in cases.items():
        a, b = rounded(a, 12 if "large" in name else 6), rounded(b, 12 if "large" in name else 6)
        test = stats.ttest_rel(a, b)
        interval = test.confidence_interval(0.95)
        ranks = stats.wilcoxon(a, b)
        yield {
            "name": name,
            "a": a,
            "b": b,
            "t": test.statistic,
            "df": test.df,
            "p": test.pvalue,
            "interval": [interval.low, interval.high],
            "w": ranks.statistic,
            "wP": ranks.pvalue,
            "signFlipP": sign_flip_p(a, b),
        }


def spearman_p(x, y):
    """Over every order up to eight pairs, by Student above."""
    if len(x) > 8:
        return stats.spearmanr(x, y).pvalue
    rx, ry = stats.rankdata(x) * 2, stats.rankdata(y) * 2
    rx, ry = (rx - rx.mean()).astype(int).tolist(), (ry - ry.mean()).astype(int).tolist()
    observed = abs(sum(i * j for i, j in zip(rx, ry)))
    hits = [
        abs(sum(i * j for i, j in zip(rx, order))) >= observed
        for order in itertools.permutations(ry)
    ]
    return sum(hits) / len(hits)


def mean_xi(x, y):
    """Chatterjee's xi as the mean over all orders of equal x, in fractions."""
    n = len(y)
    ranks = [sum(other <= value for other in y) for value in y]
    largest = 2 * sum(low * (n - low) for low in (sum(other >= value for other in y) for value in y))
    groups = [
        [rank for rank, value in zip(ranks, x) if value == level] for level in sorted(set(x))
    ]
    total = count = 0
    for orders in itertools.product(*(list(itertools.permutations(group)) for group in groups)):
        row = [rank for order in orders for rank in order]
        total += sum(abs(i - j) for i, j in zip(row, row[1:]))
        count += 1
    return 1 - Fraction(n * total, count * largest)


def xi_p(x, y):
    observed = mean_xi(x, y)
    hits = [mean_xi(x, order) >= observed for order in itertools.permutations(y)]
    return sum(hits) / len(hits)


def correlations():
    normal = random.normal
    x6, x8, x12 = normal(0, 1, 6), normal(0, 1, 8), normal(0, 1, 12)
    x33, x40 = normal(0, 1, 33), normal(0, 1, 40)
    rates = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2]
    cases = {
        "3 pairs": ([1, 2, 3], [2, 1, 3]),
        "ties on both sides": ([1, 2, 2, 3, 4], [2, 2, 1, 5, 4]),
        "a U-shape over learning rates": (rates, [2.9, 2.5, 2.2, 2.1, 2.3, 3.5]),
        "6 pairs": (x6, x6 + normal(0, 1, 6)),
        "6 pairs with ties": ([1, 1, 2, 2, 3, 3], [5, 3, 4, 4, 1, 2]),
        "8 pairs": (x8, -x8 + normal(0, 1, 8)),
        "8 pairs, tiny values": (x8 * 1e-8, x8 * 1e-8 + normal(0, 1e-8, 8)),
        "8 pairs in order": (range(8), range(8)),
        "9 pairs, the first past the exact p": (range(9), [2, 1, 3, 5, 4, 7, 6, 9, 8]),
        "12 pairs": (x12, x12**2 + normal(0, 0.1, 12)),
        "12 pairs with ties": (numpy.floor(x12), numpy.round(x12 + normal(0, 1, 12))),
        "33 pairs": (x33, x33 + normal(0, 2, 33)),
        "40 pairs": (x40 * 1e8, x40 * 1e8 + normal(0, 1e8, 40)),
        "40 pairs, one turned round": (range(40), [1, 0, *range(2, 40)]),
        "40 pairs with ties": (numpy.round(x40), numpy.round(x40 + normal(0, 1, 40))),
    }
    for name, (x, y) in cases.items():
        x, y = rounded(x), rounded(y)
        tau = stats.kendalltau(x, y)
        ties = len(set(x)) < len(x)
        yield {
            "name": name,
            "x": x,
            "y": y,
            "rho": stats.spearmanr(x, y).statistic,
            "rhoP": spearman_p(x, y),
            "tau": tau.statistic,
            "tauP": tau.pvalue,
            # scipy breaks ties of x by their place; ours is the mean over all ways to break them.
            "xi": float(mean_xi(x, y)) if len(x) <= 8 else None if ties else stats.chatterjeexi(x, y).statistic,
            "xiP": xi_p(x, y) if len(x) <= 6 else None,
        }


def groups():
    normal = random.normal
    cases = {
        "3 groups of 5": [normal(mean, 1, 5) for mean in (0, 1, 3)],
        "4 groups of 2": [normal(mean, 1, 2) for mean in (0, 1, 3, 3)],
        "2 groups": [normal(mean, 1, 4) for mean in (0, 1)],
        "6 groups of unequal size": [normal(0, 1, n) for n in (2, 3, 5, 8, 12, 4)],
        "spreads apart": [[1, 1.02, 0.99, 1.01], [1.1, 1.3, 0.95], [1.05, 1.06, 1.04, 1.07, 1.05]],
        "tiny values": [normal(mean, 1e-9, 4) for mean in (1e-8, 2e-8, 1.1e-8)],
        "huge values": [normal(mean, 1e7, 3) for mean in (1e8, 1.1e8, 3e8)],
        "whole numbers with ties": [random.integers(0, 5, n) for n in (4, 6, 5)],
        "10 groups of 3": [normal(i / 3, 1, 3) for i in range(10)],
    }
    for name, values in cases.items():
        values = [rounded(group) for group in values]
        places = list(itertools.combinations(range(len(values)), 2))
        ranks = stats.kruskal(*values)
        answer = {"name": name, "groups": values, "h": ranks.statistic, "hP": ranks.pvalue}
        for key, equal in (("tukey", True), ("gamesHowell", False)):
            test = stats.tukey_hsd(*values, equal_var=equal)
            interval = test.confidence_interval(0.95)
            answer[key] = [
                {"p": test.pvalue[i, j], "interval": [interval.low[i, j], interval.high[i, j]]}
                for i, j in places
            ]
        yield answer


def corrections():
    cases = {
        "none": [],
        "one": [0.04],
        "out of order": [0.01, 0.04, 0.03],
        "equal": [0.02] * 5,
        "four": [0.01, 0.04, 0.03, 0.005],
        "over 1": [0.9, 0.5, 0.8],
        "0 and 1": [0, 1, 0, 1],
        "tiny": [1e-12, 1e-300, 0.5],
        "many": rounded(random.uniform(0, 0.2, 12)),
    }
    for name, ps in cases.items():
        yield {
            "name": name,
            "ps": ps,
            "holm": list(multipletests(ps, method="holm")[1]) if ps else [],
            "benjaminiHochberg": list(multipletests(ps, method="fdr_bh")[1]) if ps else [],
        }


def distributions():
    dfs = [0.7, 1, 2, 2.3, 3, 4.7, 9, 30, 99.5, 1e4]
    tails = [0.9, 0.5, 0.05, 1e-3, 1e-6, 1e-10, 1e-15]
    student = [(float(stats.t.isf(p / 2, df)), df) for df in dfs for p in tails]
    shares = [1e-10, 0.005, 0.3, 0.6, 0.975, 0.9999]
    chi = [(float(stats.chi2.isf(p, df)), df) for df in (1, 2, 3, 9, 49) for p in tails]
    ranges = [
        (q, k, df)
        for k in (2, 3, 10, 50)
        for df in (1, 2, 2.3, 4.7, 10, 120)
        for q in (0.5, 3.5, 8)
    ]
    quantiles = [
        (p, k, df) for p in (0.9, 0.95, 0.99) for k in (2, 3, 10, 50) for df in (1, 2.3, 4.7, 10, 120)
    ]
    zs = [-37, -20, -8, -5.7, -5.6, -3, -1, -0.68, -0.67, -1e-5, 0, 0.3, 0.7, 2, 5]
    noncentral = [(2, 2, 0.5), (4.3, 2, 5.65), (1.5, 4.7, -1), (-2, 8, -2), (-2, 8, 2), (31, 2, 40), (2, 200, 3)]
    return {
        "student": [[t, df, 2 * stats.t.sf(t, df)] for t, df in student],
        "studentQuantile": [[p, df, stats.t.ppf(p, df)] for df in dfs for p in shares],
        "normal": [[z, stats.norm.cdf(z)] for z in zs],
        "normalQuantile": [[p, stats.norm.ppf(p)] for p in (1e-300, 1e-15, *shares)],
        "chiSquare": [[x, df, stats.chi2.sf(x, df)] for x, df in chi],
        "studentizedRange": [[q, k, df, stats.studentized_range.sf(q, k, df)] for q, k, df in ranges],
        "studentizedRangeQuantile": [
            [p, k, df, stats.studentized_range.ppf(p, k, df)] for p, k, df in quantiles
        ],
        "noncentralStudent": [[t, df, shift, stats.nct.cdf(t, df, shift)] for t, df, shift in noncentral],
    }


def powers():
    solve = TTestIndPower().solve_power
    for effect in (0.1, 0.5, 0.8, 1, 1.5, 2, 3):
        for power, alpha in ((0.8, 0.05), (0.95, 0.01)):
            n = solve(effect_size=effect, power=power, alpha=alpha)
            yield {"effect": effect, "power": power, "alpha": alpha, "n": math.ceil(n)}


def power_of(effect, n, alpha):
    """By integration over the estimated spread: scipy's noncentral t is NaN for large effects."""
    df, shift = 2 * n - 2, effect * math.sqrt(n / 2)
    critical, root = stats.t.isf(alpha / 2, df), math.sqrt(df)

    def found(s):
        misses = stats.norm.cdf(critical * s - shift) - stats.norm.cdf(-critical * s - shift)
        return stats.chi.pdf(s * root, df) * root * (1 - misses)

    return integrate.quad(found, 0, 1, epsabs=1e-13)[0] + integrate.quad(found, 1, 9, epsabs=1e-13)[0]


def smallest_differences():
    for n in (2, 3, 5, 8, 10, 20, 100):
        for power, alpha in ((0.8, 0.05), (0.9, 0.01)):
            # Not by solve_power, which stops after some six digits.
            effect = optimize.brentq(lambda d: power_of(d, n, alpha) - power, 0, 20, xtol=1e-12)
            yield {"n": n, "power": power, "alpha": alpha, "effect": effect}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, numpy.generic):
        return value.item()
    return value


TYPES = """
type Interval = readonly [number, number]

export interface TwoSampleVector {
  readonly name: string
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly t: number
  readonly df: number
  readonly p: number
  readonly interval: Interval
  readonly u: number
  readonly uP: number
  readonly permutationP: number | null
  readonly g: number
}

export interface PairVector {
  readonly name: string
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly t: number
  readonly df: number
  readonly p: number
  readonly interval: Interval
  readonly w: number
  readonly wP: number
  readonly signFlipP: number | null
}

export interface CorrelationVector {
  readonly name: string
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly rho: number
  readonly rhoP: number
  readonly tau: number
  readonly tauP: number
  readonly xi: number | null
  readonly xiP: number | null
}

export interface PairwiseVector {
  readonly p: number
  readonly interval: Interval
}

export interface GroupsVector {
  readonly name: string
  readonly groups: readonly (readonly number[])[]
  readonly h: number
  readonly hP: number
  readonly tukey: readonly PairwiseVector[]
  readonly gamesHowell: readonly PairwiseVector[]
}

export interface CorrectionVector {
  readonly name: string
  readonly ps: readonly number[]
  readonly holm: readonly number[]
  readonly benjaminiHochberg: readonly number[]
}

/** Arguments, and last the answer. */
export interface DistributionVectors {
  readonly student: readonly (readonly [t: number, df: number, p: number])[]
  readonly studentQuantile: readonly (readonly [p: number, df: number, t: number])[]
  readonly normal: readonly (readonly [z: number, p: number])[]
  readonly normalQuantile: readonly (readonly [p: number, z: number])[]
  readonly chiSquare: readonly (readonly [x: number, df: number, p: number])[]
  readonly studentizedRange: readonly (readonly [q: number, k: number, df: number, p: number])[]
  readonly studentizedRangeQuantile: readonly (readonly [p: number, k: number, df: number, q: number])[]
  readonly noncentralStudent: readonly (readonly [t: number, df: number, shift: number, p: number])[]
}

export interface PowerVector {
  readonly effect: number
  readonly power: number
  readonly alpha: number
  readonly n: number
}
"""


def main():
    constants = [
        ("twoSampleVectors", "readonly TwoSampleVector[]", list(two_samples())),
        ("pairVectors", "readonly PairVector[]", list(pairs())),
        ("correlationVectors", "readonly CorrelationVector[]", list(correlations())),
        ("groupsVectors", "readonly GroupsVector[]", list(groups())),
        ("correctionVectors", "readonly CorrectionVector[]", list(corrections())),
        ("distributionVectors", "DistributionVectors", distributions()),
        ("seedsVectors", "readonly PowerVector[]", list(powers())),
        ("differenceVectors", "readonly PowerVector[]", list(smallest_differences())),
    ]
    versions = f"numpy {numpy.__version__}, scipy {scipy.__version__}, statsmodels {statsmodels.__version__}"
    text = f"// Written by make_vectors.py with {versions}; not edited by hand.\n{TYPES}"
    for name, type_name, value in constants:
        text += f"\nexport const {name}: {type_name} = {json.dumps(plain(value))}\n"
    Path(__file__).with_name("scipyVectors.ts").write_text(text)


main()
