import {
  completeView,
  defaultComparisonView,
  defaultObjective,
  defineRun,
  defineSeries,
  type Run,
} from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesSource } from '../files/filesSource.ts'
import { textFile } from '../files/runFile.ts'
import { describeSource } from '../testing/index.ts'
import { readSnapshot } from './readSnapshot.ts'
import { snapshotDataTags, snapshotPageHead, type Snapshot } from './snapshot.ts'
import { snapshotSource } from './snapshotSource.ts'
import { snapshotPieces } from './writeSnapshot.ts'

const jsonOf = (snapshot: Snapshot): string => [...snapshotPieces(snapshot)].join('')
const pageOf = (snapshot: Snapshot): string => {
  const { open, close } = snapshotDataTags
  return `${snapshotPageHead}<title>t</title>${open}${jsonOf(snapshot)}${close}<script>0</script>`
}

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', '</script><script>alert(1)', '<!--', '\uD800', '10'),
)
const odd = fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 5e-324, 1e300, 0.1)
const numbers = fc.oneof(fc.double(), odd)
const maybe = fc.option(fc.nat(), { nil: null })

const anyRun = fc
  .record({
    id: texts.filter((id) => id.trim() !== ''),
    name: texts,
    model: fc.option(texts),
    status: fc.constantFrom('completed', 'running', 'failed', 'unknown'),
    createdAtMs: maybe,
    step: maybe,
    archived: fc.boolean(),
    seed: fc.option(texts),
    params: fc.array(fc.tuple(texts, fc.oneof(texts, numbers, fc.boolean(), fc.constant(null)))),
    tags: fc.array(fc.tuple(texts, texts)),
    metrics: fc.array(
      fc.tuple(texts, fc.record({ last: numbers, min: numbers, minStep: numbers, count: maybe })),
    ),
  })
  .map(({ params, tags, metrics, ...rest }) => {
    const named = { params: new Map(params), tags: new Map(tags), metrics: new Map(metrics) }
    return defineRun({ ...rest, ...named } as Parameters<typeof defineRun>[0])
  })

const anySeries = fc
  .record({
    points: fc.array(fc.record({ step: numbers, value: numbers, timeMs: maybe, epoch: maybe })),
    basis: fc.constantFrom('full' as const, 'sampled' as const, 'last-only' as const),
    total: maybe,
    stepUnit: fc.constantFrom('step' as const, 'epoch' as const, 'record' as const),
  })
  .map(({ points, ...rest }) =>
    defineSeries({
      ...rest,
      steps: points.map(({ step }) => step),
      values: points.map(({ value }) => value),
      timesMs: points.map(({ timeMs }) => timeMs),
      epochs: points.map(({ epoch }) => epoch),
    }),
  )

const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .uniqueArray(anyRun, { selector: ({ id }) => id, maxLength: 4 })
  .chain((runs) => {
    const entry = fc.record({
      runId: fc.constantFrom(...runs.map(({ id }) => id), ''),
      metric: texts,
      series: anySeries,
      notices: fc.constantFrom([], [{ code: 'steps-repeat', message: 'A step repeats.' }]),
    })
    const isKnown = ({ runId }: { runId: string }): boolean => runs.some(({ id }) => id === runId)
    const options = {
      selector: (each: { runId: string; metric: string }) => `${each.runId}\n${each.metric}`,
      maxLength: 5,
    }
    return fc.record({
      createdAtMs: fc.nat(),
      objective: fc.record({
        metric: texts,
        goal: fc.constantFrom('min' as const, 'max' as const),
      }),
      policy: fc.constantFrom('composite' as const, 'bestValue' as const, null),
      view: fc.constantFrom(
        defaultComparisonView,
        completeView({ selectedIds: runs.map(({ id }) => id), chartSettings: { yScale: 'log' } }),
      ),
      runs: fc.constant(runs),
      withoutSeries: fc.constantFrom(
        [],
        runs.slice(0, 1).map(({ id }) => id),
      ),
      series: fc.uniqueArray(entry, options).map((all) => all.filter(isKnown)),
      failures: fc
        .uniqueArray(
          fc.record({ runId: entry.map(({ runId }) => runId), metric: texts, message: texts }),
          options,
        )
        .map((all) => all.filter(isKnown)),
    })
  })

const run = (id: string, more: object = {}): Run => defineRun({ id, ...more })
const small: Snapshot = {
  createdAtMs: 1,
  objective: defaultObjective,
  policy: 'composite',
  view: completeView({ selectedIds: ['b', 'a'] }),
  runs: [
    run('a', { status: 'completed', model: 'org/small', params: { lr: Infinity } }),
    run('b', { dataset: 'Text', status: 'failed' }),
    run('c', { archived: true }),
  ],
  series: [
    {
      runId: 'a',
      metric: 'train/loss',
      series: defineSeries({ steps: [0, 10, 20, 30, 40], values: [3, NaN, 2, Infinity, 1] }),
      notices: [{ code: 'steps-repeat', message: 'Steps repeat.', count: 2 }],
    },
  ],
  withoutSeries: [],
  failures: [{ runId: 'b', metric: 'eval/loss', message: 'The server was gone.' }],
}

describe('a snapshot', () => {
  it('comes back from its text as it was, whatever it holds', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const again = readSnapshot(jsonOf(snapshot))
        expect(again).toEqual(snapshot)
        expect(jsonOf(again)).toBe(jsonOf(snapshot))
      }),
    )
  })

  it('comes back from a page, which no text in it can end', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        expect(jsonOf(snapshot)).not.toContain('<')
        expect(readSnapshot(pageOf(snapshot))).toEqual(snapshot)
      }),
    )
  })

  it('keeps a parameter that JSON has no number for', () => {
    const params = new Map<string, number>([
      ['lr', Infinity],
      ['decay', -0],
      ['__proto__', NaN],
    ])
    const [again] = readSnapshot(jsonOf({ ...small, runs: [run('a', { params })] })).runs
    expect(again?.params).toEqual(params)
  })
})

describe('readSnapshot', () => {
  const changed = (change: object): string =>
    JSON.stringify({ ...(JSON.parse(jsonOf(small)) as object), ...change })
  const [entry] = (JSON.parse(jsonOf(small)) as { series: object[] }).series

  it.each([
    ['another page', '<!doctype html><p>hello', /no snapshot/],
    ['other JSON', '{"log_history":[]}', /no snapshot/],
    ['a page that is cut', pageOf(small).slice(0, -200), /is cut/],
    ['data that is cut', jsonOf(small).slice(0, -5), /cut or was changed/],
    ['a later version', changed({ version: 2 }), /version 2, and this Runoff reads version 1/],
    ['no version', changed({ version: null }), /in which version/],
    ['no runs', changed({ runs: {} }), /runs of the snapshot should be a list/],
    ['a run that is none', changed({ runs: [3] }), /A run should be an object/],
    ['a run without a name', changed({ runs: [{ id: ' ' }] }), /neither an id nor a name/],
    ['two runs with one id', changed({ runs: [{ id: 'a' }, { id: 'a' }] }), /have one id/],
    ['columns of two lengths', changed({ series: [{ ...entry, values: [1] }] }), /of one length/],
    ['an unknown basis', changed({ series: [{ ...entry, basis: 'x' }] }), /not said what/],
    ['a series of nothing', changed({ series: [{ ...entry, metric: 1 }] }), /which run and metric/],
    ['a total that is none', changed({ series: [{ ...entry, total: 'x' }] }), /number of all/],
    ['no time', changed({ createdAtMs: 'now' }), /time at which it was made/],
    ['no objective', changed({ objective: { metric: 1 } }), /by which metric/],
    ['nothing', '', /no snapshot/],
  ])('refuses %s in words', (_, text, why) => {
    expect(() => readSnapshot(text)).toThrow(why)
    expect(() => readSnapshot(text)).toThrow(expect.objectContaining({ code: 'bad-log' }))
  })

  const outcomeOf = (text: string): string => {
    try {
      readSnapshot(text)
      return 'read'
    } catch (error) {
      return (error as Error).name
    }
  }

  it('never fails with anything else, whatever is in it', () => {
    const anyText = fc.oneof(
      fc.json(),
      fc.json().map((json) => changed({ series: JSON.parse(json) })),
      fc.json().map((json) => changed({ runs: [JSON.parse(json)], view: JSON.parse(json) })),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        expect(outcomeOf(text)).toMatch(/^(read|RunoffError)$/)
      }),
    )
  })

  it('takes what is there twice once', () => {
    const failure = { runId: 'a', metric: 'm', message: 'first' }
    const again = readSnapshot(
      changed({
        series: [entry, { ...entry, values: [9, 9, 9, 9, 9] }],
        failures: [failure, { ...failure, message: 'second' }],
        withoutSeries: ['a', 'a', 'nobody', 7],
      }),
    )
    expect(again.series).toEqual(small.series)
    expect(again.failures).toEqual([failure])
    expect(again.withoutSeries).toEqual(['a'])
  })

  it('stands nests that are deeper than a call stack', () => {
    const nest = (depth: number): string => `${'['.repeat(depth)}0${']'.repeat(depth)}`
    const texts = ['{"id":"a","params":#}', '{"id":"a","params":{"x":#}}', '{"id":#}'].map((each) =>
      changed({ runs: ['#'] }).replace('"#"', () => each.replace('#', () => nest(100_000))),
    )
    expect(texts.map(outcomeOf)).toEqual(['read', 'read', 'RunoffError'])
    expect(outcomeOf(nest(100_000))).toBe('RunoffError')
    expect(outcomeOf(changed({ view: '#' }).replace('"#"', () => nest(100_000)))).toBe('read')
  })

  it('drops what belongs to no run, and what a view does not have', () => {
    const view = { ...small.view, evil: 1, lossMode: 'x' }
    const again = readSnapshot(changed({ runs: [], view }))
    expect(again).toMatchObject({ series: [], failures: [], view: { lossMode: 'both' } })
    expect(again.view).not.toHaveProperty('evil')
  })
})

describeSource('snapshotSource', () => ({
  source: snapshotSource(small),
  metric: 'train/loss',
}))

describe('the source of a snapshot', () => {
  it('fails where reading failed when the snapshot was made, for the same reason', async () => {
    const source = snapshotSource(small)
    const [failed, there] = await source.readSeries([
      { runId: 'b', metric: 'eval/loss' },
      { runId: 'a', metric: 'train/loss' },
    ])
    expect(failed?.error).toMatchObject({ code: 'source-failed', message: 'The server was gone.' })
    expect(there).toMatchObject({ error: null, notices: [{ code: 'steps-repeat', count: 2 }] })
  })

  it('says of a run without curves that these are not in it', async () => {
    const metrics = { 'eval/loss': { last: 1, min: 1, count: 3 } }
    const runs = [run('d', { metrics })]
    const again = readSnapshot(jsonOf({ ...small, runs, withoutSeries: ['d'] }))
    const [result] = await snapshotSource(again).readSeries([{ runId: 'd', metric: 'eval/loss' }])
    expect(result?.error?.message).toMatch(/and not its curves/)
  })

  it('keeps the order of the runs', async () => {
    const page = await snapshotSource(small).listRuns({ includeArchived: true })
    expect(page.runs.map(({ id, source }) => [id, source])).toEqual([
      ['a', 'snapshot'],
      ['b', 'snapshot'],
      ['c', 'snapshot'],
    ])
  })
})

describe('a snapshot among files', () => {
  const everyRun = { includeArchived: true }

  it('is recognised by what it begins with, whatever it is named', async () => {
    for (const name of ['kept.html', 'kept.htm', 'kept.txt', 'page']) {
      const source = filesSource({ files: [textFile(name, pageOf(small))] })
      const page = await source.listRuns(everyRun)
      expect(page.notices).toBeUndefined()
      expect(page.runs).toEqual(small.runs.map((each) => ({ ...each, source: 'files' })))
      const [result] = await source.readSeries([{ runId: 'a', metric: 'train/loss' }])
      expect(result?.series).toEqual(small.series[0]?.series)
    }
  })

  it('is recognised as a browser or an editor has saved it', async () => {
    const page = pageOf(small)
    const saved = page.replace('<!doctype html>', '<!DOCTYPE html>\n<!-- saved from url=(9) -->\n')
    const translated = page.replace('<html lang="en"', '<html class="translated" lang="de"')
    const laidOut = JSON.stringify(JSON.parse(jsonOf(small)), null, 2)
    for (const [name, text] of [
      ['saved.html', saved],
      ['translated.html', translated],
      ['laid-out.json', laidOut],
    ] as const) {
      const { runs, notices } = await filesSource({ files: [textFile(name, text)] }).listRuns({})
      expect([runs.map(({ id }) => id), notices]).toEqual([['a', 'b'], undefined])
    }
  })

  it('is listed beside other runs, and other pages are passed over', async () => {
    const files = [
      textFile('kept.html', pageOf(small)),
      textFile('report.html', '<!doctype html><p>hello'),
      textFile('quote.html', `<!doctype html><html lang="en"><p>${snapshotPageHead}`),
      textFile('a/metrics.csv', 'step,loss\n1,3\n2,2\n'),
    ]
    const page = await filesSource({ files }).listRuns(everyRun)
    // `a` is the folder of the table: the run of the snapshot gets the path of its file.
    expect(page.runs.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'kept.html#a'])
    expect(page.notices).toBeUndefined()
  })

  it('can be there twice', async () => {
    const files = ['one.html', 'two.html'].map((name) => textFile(name, pageOf(small)))
    const page = await filesSource({ files }).listRuns({})
    expect(page.runs.map(({ id }) => id)).toEqual(['a', 'b', 'two.html#a', 'two.html#b'])
  })

  it('says what is wrong with one that is cut, and hides no other', async () => {
    const files = [
      textFile('cut.html', pageOf(small).slice(0, 400)),
      textFile('kept.html', pageOf(small)),
    ]
    const page = await filesSource({ files }).listRuns({})
    expect(page.runs).toHaveLength(2)
    expect(page.notices).toMatchObject([{ code: 'unreadable-file', path: 'cut.html' }])
    expect(page.notices?.[0]?.message).toContain('is cut')
  })
})
