import { statSync } from 'node:fs'
import { defineRun } from '@runoff/core'

const batch = 1000
const seriesLength = 100_000

/**
 * Measures one store, which is empty, and yields what it found: a line of text, or a name and times
 * in milliseconds. Any `MetricStore` does; `files` names what its size on the disk is read from.
 */
export async function* measureStore(store, files, { runs, points, rounds }) {
  const bench = { store, rounds, ...(await begin(store)) }
  yield* measurePoints(bench, points)
  yield* measureReading(bench)
  yield `size on the disk             ${(sizeOf(files()) / 2 ** 20).toFixed(0)} MB`
  yield* measureList(bench, runs)
  yield* measureChanges(bench)
}

async function begin(store) {
  const { id: experimentId } = await store.createExperiment('bench')
  const { id: listId } = await store.createExperiment('list')
  return { experimentId, listId }
}

function sizeOf(files) {
  return files.reduce((sum, file) => sum + statSync(file).size, 0)
}

async function timeOf(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function timesOf(rounds, work) {
  const times = []
  for (let round = 0; round < rounds; round++) times.push(await timeOf(() => work(round)))
  return times
}

/** A noisy curve that falls, the same each time. */
function seriesFrom(first, count) {
  const steps = Float64Array.from({ length: count }, (_, i) => first + i)
  return {
    steps,
    values: steps.map((step) => 1 / Math.sqrt(step + 1) + Math.sin(step * 12.9898) * 0.01),
    timesMs: steps.map((step) => 1.7e12 + step * 100),
    epochs: null,
    basis: 'full',
    total: count,
  }
}

async function* measurePoints({ store, experimentId }, points) {
  const names = Array.from(
    { length: Math.max(5, Math.ceil(points / seriesLength)) },
    (_, i) => `run ${i}`,
  )
  for (const id of names) await store.createRun(experimentId, defineRun({ id }))
  const times = []
  let reported = 0
  for (let sent = 0; sent < points; sent += batch) {
    const id = names[Math.floor(sent / seriesLength)]
    const metrics = new Map([['loss', seriesFrom(sent % seriesLength, batch)]])
    times.push(await timeOf(() => store.appendPoints(id, metrics)))
    const isTenfold = [0.01, 0.1, 1].some((share) => sent + batch === Math.round(points * share))
    if (!isTenfold) continue
    yield rateLine(`points, ${batch} to a batch`, sent + batch, times.slice(reported))
    reported = times.length
  }
  yield ['a batch acknowledged', times]
  const single = await timesOf(200, (step) =>
    store.appendPoints('run 0', new Map([['other', seriesFrom(step, 1)]])),
  )
  yield ['one point acknowledged', single]
  const together = await timeOf(() =>
    Promise.all(
      Array.from({ length: 200 }, (_, step) =>
        store.appendPoints('run 0', new Map([['together', seriesFrom(step, 1)]])),
      ),
    ),
  )
  yield `200 single points at once    ${together.toFixed(1)} ms`
  const again = await timesOf(20, (i) =>
    store.appendPoints('run 0', new Map([['loss', seriesFrom(i * batch, batch)]]), 1),
  )
  yield ['a batch replaced by a restart', again]
}

function rateLine(name, total, times) {
  const sum = times.reduce((all, time) => all + time, 0)
  const rate = Math.round((times.length * batch) / (sum / 1000))
  return `${name.padEnd(28)} ${rate.toLocaleString('en-GB')} points/s, up to ${total.toLocaleString('en-GB')} points`
}

async function* measureReading({ store, rounds }) {
  const ids = ['run 0', 'run 1', 'run 2', 'run 3', 'run 4']
  const read = (query) =>
    Promise.all(ids.map((id) => store.readSeries(id, { metrics: ['loss'], ...query })))
  yield ['5 x 100k points at 1200 px', await timesOf(rounds, () => read({ maxPoints: 4801 }))]
  const middle = { from: 40_000, to: 50_000, maxPoints: 4801 }
  yield ['a tenth of them, zoomed', await timesOf(rounds, () => read(middle))]
  yield ['the last 100 points of 5', await timesOf(rounds, () => read({ since: 99_900 }))]
  yield ['5 x 100k points, all of them', await timesOf(rounds, () => read({}))]
}

async function* measureList({ store, listId, rounds }, runs) {
  let saved = 0
  for (const count of [runs / 100, runs / 10, runs]) {
    const times = []
    for (; saved < count; saved += 100) {
      const records = Array.from({ length: 100 }, (_, i) => recordOf(listId, saved + i))
      times.push(await timeOf(() => Promise.all(records.map((record) => store.saveRun(record)))))
    }
    yield `\n${count.toLocaleString('en-GB')} runs of 10 metrics`
    yield ['100 runs saved at once', times]
    yield* measurePages(store, listId, rounds)
  }
}

async function* measurePages(store, experimentId, rounds) {
  const queries = {
    'a page of 100': {},
    'its page of 100, searched': { search: 'model-3' },
    'searched, nothing found': { search: 'nobody has it' },
    'failed ones alone': { status: ['failed'] },
    'by name': { order: 'name' },
    'by name, the other way': { order: 'name', isReversed: true },
    'by start': { order: 'started' },
    'by status': { order: 'status' },
    'by the lowest of a metric': { order: { metric: 'eval/loss', of: 'min' } },
    'by an unknown metric': { order: { metric: 'nobody', of: 'min' } },
  }
  for (const [name, query] of Object.entries(queries)) {
    const page = (cursor = null) => store.listRuns({ experimentId, limit: 100, cursor, ...query })
    yield [name, await timesOf(rounds, () => page())]
    const { nextCursor } = await page()
    if (nextCursor !== null)
      yield ['  the page behind it', await timesOf(rounds, () => page(nextCursor))]
  }
  yield [
    'counted by model',
    await timesOf(rounds, () => store.countRuns({ experimentId }, 'model')),
  ]
  const counted = { experimentId, search: 'sweep' }
  yield [
    'counted by status, searched',
    await timesOf(rounds, () => store.countRuns(counted, 'status')),
  ]
  yield ['experiments with their counts', await timesOf(rounds, () => store.listExperiments())]
}

const metricNames = [
  'train/loss',
  'eval/loss',
  ...Array.from({ length: 8 }, (_, i) => `metric ${i}`),
]

function recordOf(experimentId, number) {
  const metrics = metricNames.map((name, i) => {
    const value = ((number * 7919 + i * 104_729) % 100_003) / 100_003
    const steps = { minStep: 1, maxStep: 2, lastStep: 3 }
    return [
      name,
      { last: value, min: value / 2, max: value + 1, ...steps, count: 3, basis: 'full' },
    ]
  })
  const run = defineRun({
    id: `list ${number}`,
    name: `sweep-${String(number % 997).padStart(4, '0')} lr ${number % 13}e-4`,
    model: `org/model-${number % 12}`,
    dataset: `data-${number % 5}`,
    status: ['completed', 'failed', 'running', 'cancelled'][number % 4],
    startedAtMs: 1.7e12 + ((number * 7919) % 100_003) * 1000,
    group: `group ${number % 300}`,
    params: Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`param ${i}`, number * i])),
    metrics: new Map(metrics),
  })
  return { experimentId, run, series: new Map(), contentHash: String(number) }
}

async function* measureChanges({ store, rounds }) {
  const { latest } = await store.readChanges(0, 1)
  yield `\n${latest.toLocaleString('en-GB')} changes`
  yield ['the latest change', await timesOf(rounds, () => store.readChanges(latest - 1))]
  yield ['a page of 1000 changes', await timesOf(rounds, () => store.readChanges(latest - 1000))]
  yield ['none since the last', await timesOf(rounds * 10, () => store.readChanges(latest))]
}
