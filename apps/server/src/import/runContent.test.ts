import type { MetricSummary, Run } from '@runoff/core'
import { defineSource, type RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { expect, it } from 'vitest'
import { readContent } from './runContent.ts'

/** A tracker lists the last value of each metric, and no more. */
function listedByLast(source: RunSource): RunSource {
  const lastOnly = ({ last, lastStep, count }: MetricSummary): MetricSummary => ({
    last,
    lastStep,
    count,
    min: null,
    max: null,
    minStep: null,
    maxStep: null,
    basis: 'last-only',
  })
  return defineSource({
    ...source,
    async listRuns(query, options) {
      const page = await source.listRuns(query, options)
      const runs = page.runs.map((run) => ({
        ...run,
        metrics: new Map(Array.from(run.metrics, ([name, known]) => [name, lastOnly(known)])),
      }))
      return { ...page, runs }
    },
  })
}

it('knows of a metric what its points tell, where the list tells less', async () => {
  const points = [0.5, 0.25, NaN].map((value, i) => ({ step: i + 1, value }))
  const whole = memorySource({ runs: [{ id: 'a', series: new Map([['eval/loss', points]]) }] })
  const source = listedByLast(whole)
  const [run] = (await source.listRuns({})).runs
  expect(run?.metrics.get('eval/loss')).toMatchObject({ min: null, basis: 'last-only' })
  const content = await readContent(source, run as Run)
  expect(content.run.metrics.get('eval/loss')).toMatchObject({
    min: 0.25,
    minStep: 2,
    basis: 'full',
  })
  expect(content.run.metrics).toEqual((await whole.listRuns({})).runs[0]?.metrics)
})
