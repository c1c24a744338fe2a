import { holm } from '../stats/adjust.ts'
import { compareText } from '../text/compareText.ts'
import { hasTurn } from './hasTurn.ts'
import type { ParamColumn } from './paramColumns.ts'
import { kruskalTest, rhoTest, xiTest, type RankTest } from './rankTests.ts'
import { shuffledP } from './shuffledP.ts'

/**
 * What was seen of a parameter. `rising`: the metric's value rises with it, be that good or bad;
 * `not-monotone`: the metric follows it, but not up or down alone, as where the best lies in the
 * middle; `differs`: it differs between categories; `none-detected`: these runs do not show an
 * effect, and do not show that there is none; `untested`: too few runs, or too many categories.
 */
export type Effect =
  | 'rising'
  | 'falling'
  | 'not-monotone'
  | 'differs'
  | 'none-detected'
  | 'untested'

export interface TestedParam {
  readonly name: string
  readonly kind: 'number' | 'category'
  readonly scale: 'linear' | 'log'
  /** Runs that have the parameter. */
  readonly n: number
  /** Spearman's correlation, -1 to 1. */
  readonly rho: number | null
  readonly rhoP: number | null
  /** Chatterjee's coefficient: near 1 where the metric follows the parameter in any way; `null` where that has only two values. */
  readonly xi: number | null
  readonly xiP: number | null
  readonly kruskalP: number | null
  /** The smallest p of its tests, corrected for all tests of all parameters. */
  readonly adjustedP: number | null
  readonly effect: Effect
}

export interface EffectOptions {
  /** The least number of runs that a parameter is judged by. */
  readonly needed: number
  readonly level: number
  readonly random: () => number
}

/** A parameter with the runs that have it. */
interface Prepared {
  readonly column: ParamColumn
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly tests: readonly RankTest[]
}

interface Tested {
  readonly test: RankTest
  readonly p: number
  readonly adjusted: number
}

/**
 * Returns what the tests saw of each parameter, the strongest evidence first: by the smallest
 * corrected p, then by the larger correlation, then by name. Yields the share that is done.
 */
export function* effectsWork(
  columns: readonly ParamColumn[],
  target: Float64Array,
  options: EffectOptions,
): Generator<number, TestedParam[], void> {
  const prepared: Prepared[] = []
  for (const column of columns) {
    prepared.push(yield* prepare(column, target, options, (0.4 * prepared.length) / columns.length))
  }
  const tests = prepared.flatMap((param) => param.tests)
  const ps = yield* pValues(tests, options)
  const adjusted = holm(ps)
  const results = new Map(
    tests.map((test, i) => [test, { test, p: ps[i] ?? 1, adjusted: adjusted[i] ?? 1 }] as const),
  )
  const tested: TestedParam[] = []
  for (const param of prepared) {
    const own = param.tests.map((test) => results.get(test))
    tested.push(
      testedParam(
        param,
        own.filter((result) => result !== undefined),
        options.level,
      ),
    )
    yield 0.8 + (0.2 * tested.length) / columns.length
  }
  return tested.toSorted(byStrength)
}

/** Yields `progress`, which is the whole work's, after each test. */
function* prepare(
  column: ParamColumn,
  target: Float64Array,
  { needed }: EffectOptions,
  progress: number,
): Generator<number, Prepared, void> {
  const runs = Array.from(column.values.keys()).filter(
    (run) => !Number.isNaN(column.values[run] ?? NaN),
  )
  const x = runs.map((run) => column.values[run] ?? NaN)
  const y = runs.map((run) => target[run] ?? NaN)
  const tests: (RankTest | null)[] = []
  for (const test of runs.length < needed ? [] : testsFor(column)) {
    tests.push(test(x, y))
    yield progress
  }
  return { column, x, y, tests: tests.filter((test) => test !== null) }
}

function testsFor({ kind }: ParamColumn): readonly (typeof xiTest)[] {
  return kind === 'number' ? [rhoTest, xiTest] : [kruskalTest]
}

function* pValues(
  tests: readonly RankTest[],
  { level, random }: EffectOptions,
): Generator<number, number[], void> {
  const ps: number[] = []
  for (const test of tests) {
    const work = shuffledP(test, { tests: tests.length, level, random })
    let step = work.next()
    while (step.done !== true) {
      yield 0.4 + (0.4 * ps.length) / tests.length
      step = work.next()
    }
    ps.push(step.value)
  }
  return ps
}

function testedParam(param: Prepared, results: readonly Tested[], level: number): TestedParam {
  const find = (kind: RankTest['kind']): Tested | undefined =>
    results.find(({ test }) => test.kind === kind)
  const [rho, xi, kruskal] = [find('rho'), find('xi'), find('kruskal')]
  const { name, kind, scale } = param.column
  return {
    name,
    kind,
    scale,
    n: param.x.length,
    rho: rho?.test.value ?? null,
    rhoP: rho?.p ?? null,
    xi: xi?.test.value ?? null,
    xiP: xi?.p ?? null,
    kruskalP: kruskal?.p ?? null,
    adjustedP: results.length === 0 ? null : Math.min(...results.map(({ adjusted }) => adjusted)),
    effect: effectOf(param, results, level),
  }
}

function effectOf({ x, y }: Prepared, results: readonly Tested[], level: number): Effect {
  if (results.length === 0) return 'untested'
  const found = results.filter(({ adjusted }) => adjusted <= level).map(({ test }) => test)
  const find = (kind: RankTest['kind']): RankTest | undefined =>
    found.find((test) => test.kind === kind)
  const [rho, xi] = [find('rho'), find('xi')]
  if (find('kruskal') !== undefined) return 'differs'
  if (rho === undefined) return xi === undefined ? 'none-detected' : 'not-monotone'
  // Along a trend xi stays below rho: more of it tells of a bend, which rho cannot see.
  if (xi !== undefined && xi.strength > rho.strength) return 'not-monotone'
  const direction = rho.value ?? 0
  if (hasTurn(x, y, { direction, level })) return 'not-monotone'
  return direction > 0 ? 'rising' : 'falling'
}

function byStrength(a: TestedParam, b: TestedParam): number {
  return (
    (a.adjustedP ?? 2) - (b.adjustedP ?? 2) || sizeOf(b) - sizeOf(a) || compareText(a.name, b.name)
  )
}

function sizeOf({ rho, xi }: TestedParam): number {
  return Math.max(Math.abs(rho ?? 0), xi ?? 0)
}
