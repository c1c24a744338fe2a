import { defineRun, defineSeries, RunoffError, type MetricSeries, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { adviseRuns, stoppingCases } from './adviseRuns.ts'

const options = { objective: { metric: 'eval/loss', goal: 'min' }, maximumRuns: 30 } as const

const run = (id: string, status: 'completed' | 'running' | 'queued'): Run =>
  defineRun({ id, status, totalSteps: 2, metrics: { 'eval/loss': 1 } })

const series: MetricSeries = defineSeries([
  { step: 1, value: 2 },
  { step: 2, value: 1 },
])

const read = (ids: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, MetricSeries>> =>
  new Map(ids.map((id) => [id, new Map([['eval/loss', series]])]))

const failed = (id: string): ReadonlyMap<string, RunoffError> =>
  new Map([[id, new RunoffError('source-failed', 'gone')]])

const noErrors = new Map<string, RunoffError>()

describe('cases', () => {
  it('are the running and the queued runs, each with the completed ones', () => {
    const runs = [run('a', 'completed'), run('b', 'running'), run('c', 'queued')]
    const cases = stoppingCases(runs, options)
    expect(cases.map(({ live, past }) => [live.id, past.map(({ id }) => id)])).toEqual([
      ['b', ['a']],
      ['c', ['a']],
    ])
  })
})

describe('advice', () => {
  const cases = stoppingCases(
    [run('live', 'running'), run('a', 'completed'), run('b', 'completed')],
    options,
  )
  const pastOf = (
    ids: readonly string[],
    errors: ReadonlyMap<string, RunoffError> = noErrors,
  ): unknown => {
    const advice = adviseRuns(cases, options, { metricsMap: read(ids), errors }).get('live')
    return advice?.kind === 'undefined' ? advice.evidence.pastRuns : advice
  }

  it('waits for the run itself and for all of its past', () => {
    expect(pastOf([])).toBeNull()
    expect(pastOf(['a', 'b'])).toBeNull()
    expect(pastOf(['live', 'a'])).toBeNull()
    expect(pastOf(['live', 'a', 'b'])).toBe(2)
  })

  it('does without the past that could not be read, not without the run itself', () => {
    expect(pastOf(['live', 'a'], failed('b'))).toBe(1)
    expect(pastOf(['live', 'a', 'b'], failed('b'))).toBe(2)
    expect(pastOf(['a', 'b'], failed('live'))).toBeNull()
  })

  it('is on nobody where no run is live', () => {
    expect(adviseRuns([], options, { metricsMap: read(['a']), errors: noErrors }).size).toBe(0)
  })
})
