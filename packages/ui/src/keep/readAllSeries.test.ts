import { defineRun, type Run } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { describe, expect, it } from 'vitest'
import { readAllSeries } from './readAllSeries.ts'

const metrics = Array.from({ length: 30 }, (_, i) => `m${i}`)
const source = memorySource({
  runs: ['a', 'b'].map((id) => ({
    id,
    series: Object.fromEntries(metrics.map((metric) => [metric, [{ step: 1, value: 2 }]])),
  })),
})
const runsOf = async (): Promise<readonly Run[]> => (await source.listRuns({})).runs

describe('readAllSeries', () => {
  it('reads every metric of every run, in parts, and tells how far it is', async () => {
    const told: number[] = []
    const sizes: number[] = []
    const counting: RunSource = {
      ...source,
      readSeries: (requests, options) => {
        sizes.push(requests.length)
        return source.readSeries(requests, options)
      },
    }
    const results = await readAllSeries(counting, await runsOf(), {
      onProgress: (progress) => told.push(progress),
    })
    expect(results).toHaveLength(60)
    expect(results.every(({ series }) => series?.steps.length === 1)).toBe(true)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16)
    expect(told).toEqual([...told].toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('asks for no fewer points than there are', async () => {
    const asked: SeriesRequest[] = []
    const counting: RunSource = {
      ...source,
      readSeries: (requests, options) => {
        asked.push(...requests)
        return source.readSeries(requests, options)
      },
    }
    await readAllSeries(counting, await runsOf(), { metrics: ['m3', 'none'] })
    expect(asked).toEqual([
      { runId: 'a', metric: 'm3' },
      { runId: 'b', metric: 'm3' },
    ])
  })

  it('goes on where a request fails, with the reason in the place of its series', async () => {
    const broken: RunSource = { ...source, readSeries: () => Promise.reject(new Error('gone')) }
    const [first] = await readAllSeries(broken, await runsOf())
    expect(first?.error).toMatchObject({ code: 'source-failed', message: 'gone' })
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    controller.abort(new Error('stop'))
    const asked = readAllSeries(source, await runsOf(), { signal: controller.signal })
    await expect(asked).rejects.toThrow('stop')
  })

  it('reads nothing of no runs', async () => {
    expect(await readAllSeries(source, [])).toEqual([])
    expect(await readAllSeries(source, [defineRun({ id: 'a' })])).toEqual([])
  })
})
