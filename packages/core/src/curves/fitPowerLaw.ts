import { RunoffError } from '../errors.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { levelOf, type LevelOption } from '../stats/checkOptions.ts'
import { studentQuantile } from '../stats/student.ts'
import { leverageOf } from './leverage.ts'

export interface PowerLawPrediction {
  readonly value: number
  /** Where one further observation is expected, if the law holds. */
  readonly low: number
  readonly high: number
}

export type PowerLaw =
  | {
      readonly kind: 'defined'
      /** What the curve goes to. */
      readonly c: number
      readonly a: number
      readonly b: number
      /** Sd of an observation around the curve, of n - 3 degrees of freedom. */
      readonly residualSd: number
      readonly n: number
      /** Whether b stands at an end of what was searched: the curve is then no power law. */
      readonly isAtBound: boolean
      /** @throws {RunoffError} `bad-option` when `t` is not a number above 0. */
      readonly predict: (t: number) => PowerLawPrediction
    }
  | Undefined

interface Point {
  readonly t: number
  readonly y: number
}

/** The best line for one exponent, and what it leaves over. */
interface Line {
  readonly c: number
  readonly a: number
  readonly b: number
  readonly squares: number
}

const lowestExponent = 0.05
const highestExponent = 3
const gridSize = 60

/**
 * Returns the power law y = c + a·t^-b that fits a curve best, with a band for what comes next.
 *
 * For each b the best c and a are a linear fit; b is searched on a grid from 0.05 to 3 and refined
 * by golden section. The band is that of the linearised fit with Student's quantile: it holds if the
 * curve goes on as the same power law, which one under a cosine or step schedule does not. Shape:
 * two columns of equal length in any order; at least 4 different t. Units: t as given, c and a those
 * of y. Missing: `not-finite`, `not-positive` for a t of 0 or less, `no-variance` for equal y.
 *
 * @throws {RunoffError} `bad-option` when the level is not between 0 and 1.
 * @see Golub & Pereyra, The differentiation of pseudo-inverses and nonlinear least squares problems
 *   whose variables separate, SIAM Journal on Numerical Analysis 10 (1973).
 */
export function fitPowerLaw(
  t: readonly number[],
  y: readonly number[],
  options: LevelOption = {},
): PowerLaw {
  const level = levelOf(options)
  if (t.length !== y.length) return undefinedFor('unequal-lengths')
  if (!t.every(Number.isFinite) || !y.every(Number.isFinite)) return undefinedFor('not-finite')
  if (t.some((at) => at <= 0)) return undefinedFor('not-positive')
  if (new Set(t).size < 4) return undefinedFor('too-few-points')
  if (new Set(y).size < 2) return undefinedFor('no-variance')
  // Times are counted in the first of them, so that no power of a large step vanishes.
  const unit = t.reduce((least, at) => Math.min(least, at))
  const points = t
    .map((at, i): Point => ({ t: at / unit, y: y[i] ?? NaN }))
    .sort((a, b) => a.t - b.t || a.y - b.y)
  return describe(bestLine(points), points, unit, level)
}

function bestLine(points: readonly Point[]): Line {
  const gap = (highestExponent - lowestExponent) / (gridSize - 1)
  const grid = Array.from({ length: gridSize }, (_, i) => lineAt(lowestExponent + i * gap, points))
  const best = grid.reduce((least, line) => (line.squares < least.squares ? line : least))
  return refine(
    Math.max(lowestExponent, best.b - gap),
    Math.min(highestExponent, best.b + gap),
    points,
  )
}

/** Narrows the interval of b around the least sum of squares, by the golden section. */
function refine(from: number, to: number, points: readonly Point[]): Line {
  const golden = (Math.sqrt(5) - 1) / 2
  let low = from
  let high = to
  let left = lineAt(high - golden * (high - low), points)
  let right = lineAt(low + golden * (high - low), points)
  while (high - low > 1e-15 * high && left.b < right.b) {
    if (left.squares <= right.squares) {
      high = right.b
      right = left
      left = lineAt(high - golden * (high - low), points)
    } else {
      low = left.b
      left = right
      right = lineAt(low + golden * (high - low), points)
    }
  }
  return [left, right, lineAt(from, points), lineAt(to, points)].reduce((least, line) =>
    line.squares < least.squares ? line : least,
  )
}

function lineAt(b: number, points: readonly Point[]): Line {
  const xs = points.map(({ t }) => t ** -b)
  const meanX = mean(xs)
  const meanY = mean(points.map(({ y }) => y))
  let products = 0
  let spread = 0
  points.forEach(({ y }, i) => {
    const x = (xs[i] ?? NaN) - meanX
    products += x * (y - meanY)
    spread += x * x
  })
  const a = products / spread
  const c = meanY - a * meanX
  const squares = points.reduce((sum, { y }, i) => sum + (y - c - a * (xs[i] ?? NaN)) ** 2, 0)
  return { c, a, b, squares }
}

function describe(line: Line, points: readonly Point[], unit: number, level: number): PowerLaw {
  const { c, a, b } = line
  const n = points.length
  const gradient = (t: number): readonly number[] => [1, t ** -b, -a * t ** -b * Math.log(t)]
  const rows = points.map(({ t }) => gradient(t))
  const leverage = leverageOf([0, 1, 2].map((j) => rows.map((row) => row[j] ?? NaN)))
  if (leverage === null) return undefinedFor('no-variance')
  const residualSd = Math.sqrt(line.squares / (n - 3))
  const reach = studentQuantile(0.5 + level / 2, n - 3) * residualSd
  const predict = (t: number): PowerLawPrediction => {
    checkTime(t)
    const value = c + a * (t / unit) ** -b
    const halfWidth = reach * Math.hypot(1, leverage(gradient(t / unit)))
    return { value, low: value - halfWidth, high: value + halfWidth }
  }
  const isAtBound = b - lowestExponent < 1e-6 || highestExponent - b < 1e-6
  return { kind: 'defined', c, a: a * unit ** b, b, residualSd, n, isAtBound, predict }
}

/** The points stand in order, so a plain sum depends on no order of theirs. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function checkTime(t: number): void {
  if (Number.isFinite(t) && t > 0) return
  throw new RunoffError(
    'bad-option',
    `A power law is predicted for times above 0, and got ${t}. Pass a step such as those it was fitted on.`,
  )
}
