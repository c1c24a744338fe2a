import { describe, expect, it } from 'vitest'
import { defineRun, defineSeries, RunoffError } from '@runoff/core'
import type { RunEvent, RunSource, SeriesResult } from '../source.ts'
import { defineSource } from './defineSource.ts'

const page = { runs: [], nextCursor: null, total: 0 }
const sourceWith = (parts: Partial<RunSource>): RunSource =>
  defineSource({ id: 'x', listRuns: async () => page, readSeries: async () => [], ...parts })

describe('defineSource', () => {
  it.each([
    ['an error', new TypeError('no route'), 'Source "x" failed: no route'],
    ['text', 'no route', 'Source "x" failed: no route'],
    ['nothing', undefined, 'Source "x" failed: it gave no reason.'],
    ['an error without a message', new Error(), 'Source "x" failed: it gave no reason.'],
  ])('gives a failure that was %s the one form', async (_, cause, message) => {
    const source = sourceWith({ listRuns: () => Promise.reject(cause) })
    const error: unknown = await source.listRuns({}).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(RunoffError)
    expect(error).toMatchObject({ code: 'source-failed', message, cause })
  })

  it('gives what an adapter throws at once the same form', async () => {
    const source = sourceWith({
      readSeries: () => {
        throw new TypeError('no route')
      },
    })
    await expect(source.readSeries([])).rejects.toMatchObject({ code: 'source-failed' })
  })

  it('passes a RunoffError as it is', async () => {
    const error = new RunoffError('not-found', 'no such experiment')
    const source = sourceWith({ listRuns: () => Promise.reject(error) })
    await expect(source.listRuns({})).rejects.toBe(error)
  })

  it('rejects with the reason of the signal, even from an adapter that does not listen', async () => {
    const controller = new AbortController()
    const source = sourceWith({ listRuns: () => new Promise(() => {}) })
    const list = source.listRuns({}, { signal: controller.signal })
    controller.abort('enough')
    await expect(list).rejects.toBe('enough')
  })

  it('does not ask the adapter when the signal aborted before', async () => {
    let asked = 0
    const source = sourceWith({
      listRuns: async () => {
        asked++
        return page
      },
    })
    const signal = AbortSignal.abort('enough')
    await expect(source.listRuns({}, { signal })).rejects.toBe('enough')
    expect(asked).toBe(0)
  })

  it('fails where the adapter gives no list', async () => {
    const answers: readonly unknown[] = [undefined, null, {}, { runs: 'a' }]
    for (const answer of answers) {
      const source = sourceWith({ listRuns: async () => answer as typeof page })
      await expect(source.listRuns({})).rejects.toMatchObject({ code: 'source-failed' })
    }
  })

  it('keeps the first of runs that come twice in a page, and says so', async () => {
    const runs = ['a', 'b', 'a'].map((id, i) => defineRun({ id, name: `${i}` }))
    const source = sourceWith({ listRuns: async () => ({ ...page, runs }) })
    const answer = await source.listRuns({})
    expect(answer.runs.map((run) => run.name)).toEqual(['0', '1'])
    expect(answer.notices).toMatchObject([{ code: 'runs-repeat', count: 1 }])
  })

  it('makes a failed result of each request that was not answered in its place', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((runId) => ({ runId, metric: 'loss' }))
    if (!a || !b || !c) throw new Error('three requests')
    const series = defineSeries([{ step: 1, value: 2 }])
    const results: readonly SeriesResult[] = [
      { request: a, series, error: null },
      { request: c, series, error: null },
    ]
    const source = sourceWith({ readSeries: async () => results })
    const checked = await source.readSeries([a, b, c])
    expect(checked.map((result) => result.request)).toEqual([a, b, c])
    expect(checked.map((result) => result.error?.code)).toEqual([
      undefined,
      'source-failed',
      'source-failed',
    ])
  })

  it('takes a series whose columns differ in length for no answer', async () => {
    const request = { runId: 'a', metric: 'loss' }
    const series = { ...defineSeries([]), values: new Float64Array(2) }
    const source = sourceWith({ readSeries: async () => [{ request, series, error: null }] })
    expect((await source.readSeries([request]))[0]?.error?.code).toBe('source-failed')
  })

  it('has no ability that the adapter lacks', () => {
    expect(Object.keys(sourceWith({})).toSorted()).toEqual(['id', 'listRuns', 'readSeries'])
  })

  it('calls nothing back after it was stopped, and stops the adapter once', () => {
    let stops = 0
    let tell: (event: RunEvent) => void = () => {}
    const source = sourceWith({
      watch: (_, onEvent) => {
        tell = onEvent
        return () => void stops++
      },
    })
    const events: RunEvent[] = []
    const stop = source.watch?.({}, (event) => events.push(event))
    tell({ kind: 'runs-changed', runIds: [] })
    stop?.()
    stop?.()
    tell({ kind: 'runs-changed', runIds: [] })
    expect([events.length, stops]).toEqual([1, 1])
  })

  it('needs an id', () => {
    const source = { id: '', listRuns: async () => page, readSeries: async () => [] }
    expect(() => defineSource(source)).toThrow(/needs an id/)
  })
})
