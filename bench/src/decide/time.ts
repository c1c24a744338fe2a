// Times the recommendation and the statistics beside it on 2000 runs with 50 parameters each.
// It asserts nothing; the numbers are in docs/benchmarks.md.
import { defineRun, recommend, type Run } from '@runoff/core'
import { compareCost, importanceWork, seededRandom, significanceWork } from '@runoff/core/stats'

const random = seededRandom(1)

/** The first tells configurations apart, nine more take seven values each, the rest are the same. */
function valueOf(param: number, configuration: number): unknown {
  if (param === 0) return configuration
  return param < 10 ? (configuration * (param + 3)) % 7 : `fixed ${param}`
}

/** A sweep of so many configurations with three seeds each. */
function sweep(count: number, params: number): Run[] {
  return Array.from({ length: count }, (_, i) => {
    const configuration = Math.floor(i / 3)
    const own = Array.from({ length: params }, (_, p): [string, unknown] => [
      `group.param_${p}`,
      valueOf(p, configuration),
    ])
    const value = 1 + random()
    return defineRun({
      id: `run-${i}`,
      status: 'completed',
      seed: String(i % 3),
      params: Object.fromEntries([...own, ['seed', i % 3]]),
      gpuHours: 1 + random(),
      metrics: {
        'eval/loss': { last: value, min: value, max: value + 1, count: 20, basis: 'full' },
        'train/loss': { last: value - 0.05, min: value - 0.1, count: 200, basis: 'full' },
      },
    })
  })
}

/** Milliseconds of the first call, as after a reload, and the median of twenty more. */
function time(work: () => unknown): { readonly first: number; readonly median: number } {
  const once = (): number => {
    const start = performance.now()
    work()
    return performance.now() - start
  }
  const first = once()
  const rest = Array.from({ length: 20 }, once).toSorted((a, b) => a - b)
  return { first, median: rest[10] ?? first }
}

/** The whole time of work in slices, and the longest stretch between two yields. */
function timeSlices(work: Generator): { readonly total: number; readonly longest: number } {
  const start = performance.now()
  let last = start
  let longest = 0
  for (;;) {
    const { done } = work.next()
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (done === true) return { total: now - start, longest }
  }
}

const ms = (value: number): string => `${value.toPrecision(3)} ms`
console.log('| work | runs × parameters | first call | median, or longest stretch |')
console.log('| --- | --- | --- | --- |')
for (const [count, params] of [
  [8, 20],
  [200, 50],
  [2000, 50],
] as const) {
  const runs = sweep(count, params)
  const size = `${count} × ${params}`
  const recommended = time(() => recommend(runs))
  console.log(`| recommend | ${size} | ${ms(recommended.first)} | ${ms(recommended.median)} |`)
  const costed = time(() => compareCost(runs))
  console.log(`| compareCost | ${size} | ${ms(costed.first)} | ${ms(costed.median)} |`)
  for (const [name, work] of [
    ['significanceWork', significanceWork(runs)],
    ['importanceWork', importanceWork(runs)],
  ] as const) {
    const { total, longest } = timeSlices(work)
    console.log(`| ${name} | ${size} | ${ms(total)} in all | ${ms(longest)} at a stretch |`)
  }
}
