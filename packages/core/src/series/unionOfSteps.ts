import { finish, type Work } from '../stats/work.ts'

/**
 * Returns every step that any of the columns has, rising, each once. The columns rise; none is
 * changed, and the answer is always a column of its own.
 */
export function unionOfSteps(columns: readonly Float64Array[]): Float64Array {
  return finish(unionWork(columns))
}

/** The same in steps of at most one merge of two columns. */
export function* unionWork(columns: readonly Float64Array[]): Work<Float64Array> {
  const grids = distinctGrids(columns)
  const merged = yield* mergeAll(grids)
  return merged.slice()
}

/** Runs of one kind are logged at the same steps: then there is nothing to merge. */
function distinctGrids(columns: readonly Float64Array[]): readonly Float64Array[] {
  const grids: Float64Array[] = []
  for (const column of columns) {
    if (column.length > 0 && !grids.some((grid) => isSameGrid(grid, column))) grids.push(column)
  }
  return grids
}

/** Whether two columns hold the same steps. */
export function isSameGrid(a: Float64Array, b: Float64Array): boolean {
  if (a === b) return true
  if (a.length !== b.length || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Two by two, so that each step is moved as often as the number of columns can be halved. */
function* mergeAll(grids: readonly Float64Array[]): Work<Float64Array> {
  if (grids.length < 2) return grids[0] ?? new Float64Array(0)
  const half = grids.length >> 1
  const left = yield* mergeAll(grids.slice(0, half))
  const right = yield* mergeAll(grids.slice(half))
  const merged = mergeTwo(left, right)
  yield 0
  return merged
}

function mergeTwo(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length)
  let i = 0
  let j = 0
  let count = 0
  while (i < a.length && j < b.length) {
    const left = a[i] as number
    const right = b[j] as number
    // Without a branch: which comes first is as good as random. One of them always goes on.
    i += Number(!(left > right))
    j += Number(!(left < right))
    merged[count++] = left <= right ? left : right
  }
  merged.set(a.subarray(i), count)
  count += a.length - i
  merged.set(b.subarray(j), count)
  return merged.subarray(0, count + b.length - j)
}
