import { finish } from '../stats/work.ts'
import { compareText } from '../text/compareText.ts'
import type { ParamColumn } from './paramColumns.ts'

/** Parameters whose correlation is beyond this, on their own scales, cannot be told apart. */
const strongCorrelation = 0.8

/** Fewer runs than this that have both parameters say nothing of how they vary together. */
const leastShared = 10

/** Pairs after which the work lets others go on. */
const pairsPerTurn = 50

/**
 * Returns the parameters that were varied together, so that no data of these runs can tell whose
 * effect an effect is.
 *
 * Two belong together where they correlate beyond 0.8, either way, on their own scales, or where
 * their values part the runs into the same groups, as a sweep over pairs does. What belongs to the
 * same third belongs together. Shape: groups of two or more names, each in the order of its names.
 */
export function collinearGroups(columns: readonly ParamColumn[]): string[][] {
  return finish(collinearWork(columns))
}

/** The same, with a rest after each parameter, at which it yields the share that is done. */
export function* collinearWork(
  columns: readonly ParamColumn[],
): Generator<number, string[][], void> {
  const scaled: (Float64Array | null)[] = []
  const partitions: (string | null)[] = []
  for (const column of columns) {
    scaled.push(unitScale(column))
    partitions.push(partitionOf(column))
    yield (0.5 * scaled.length) / columns.length
  }
  const links = columns.map((_, i) => i)
  for (let a = 0; a < columns.length; a++) {
    for (let b = 0; b < a; b++) {
      const isSame = partitions[a] !== null && partitions[a] === partitions[b]
      if (isSame || correlates(scaled[a], scaled[b])) join(links, a, b)
      if (b % pairsPerTurn === pairsPerTurn - 1) yield 0.5 + (0.5 * a) / columns.length
    }
    yield 0.5 + (0.5 * (a + 1)) / columns.length
  }
  return groupsOf(columns, links)
}

/** A number column divided by its largest value, so that no square is too large; else `null`. */
function unitScale({ kind, values }: ParamColumn): Float64Array | null {
  if (kind === 'category') return null
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value) || 0), 0)
  return values.map((value) => value / largest)
}

type Maybe<T> = T | null | undefined

function correlates(x: Maybe<Float64Array>, y: Maybe<Float64Array>): boolean {
  if (x === null || x === undefined || y === null || y === undefined) return false
  let [n, meanX, meanY, xx, yy, xy] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const [vx, vy] = [x[i] ?? NaN, y[i] ?? NaN]
    if (Number.isNaN(vx) || Number.isNaN(vy)) continue
    n++
    const [dx, dy] = [vx - meanX, vy - meanY]
    meanX += dx / n
    meanY += dy / n
    xx += dx * (vx - meanX)
    yy += dy * (vy - meanY)
    xy += dx * (vy - meanY)
  }
  return n >= leastShared && xy * xy > strongCorrelation ** 2 * xx * yy
}

/**
 * How the values part the runs, as a text that equal partitions share; `null` where the groups are
 * so small that many parameters would share them by having a value of their own in each run.
 */
function partitionOf({ values, levels }: ParamColumn): string | null {
  const present = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)
  if (present < leastShared || levels > present / 2) return null
  const places = new Map<number, number>()
  const parts = Array.from(values, (value) => {
    if (!places.has(value)) places.set(value, places.size)
    return places.get(value)
  })
  return parts.join(',')
}

function rootOf(links: readonly number[], place: number): number {
  let root = place
  while (links[root] !== root) root = links[root] ?? root
  return root
}

function join(links: number[], a: number, b: number): void {
  links[rootOf(links, a)] = rootOf(links, b)
}

function groupsOf(columns: readonly ParamColumn[], links: readonly number[]): string[][] {
  const groups = new Map<number, string[]>()
  for (const [place, { name }] of columns.entries()) {
    const root = rootOf(links, place)
    groups.set(root, [...(groups.get(root) ?? []), name])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted(compareText))
    .toSorted((a, b) => compareText(a[0] ?? '', b[0] ?? ''))
}
