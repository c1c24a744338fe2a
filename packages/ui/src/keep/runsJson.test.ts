import { defaultObjective, defineRun, recommend, type RunJson } from '@runoff/core'
import { expect, it } from 'vitest'
import { keptRuns } from './testdata/keptRuns.ts'
import { runsJson } from './runsJson.ts'

it('holds every run whole, with the answer beside them', async () => {
  const runs = await keptRuns()
  const recommendation = recommend(runs)
  const text = runsJson({ runs, objective: defaultObjective, recommendation, madeAtMs: 0 })
  const read = JSON.parse(text) as { runs: RunJson[]; madeAt: string; recommendation: object }
  expect(read.runs.map(defineRun)).toEqual(runs)
  expect(read.madeAt).toBe('1970-01-01T00:00:00.000Z')
  expect(read.recommendation).toMatchObject({ policy: 'composite' })
})

it('has no answer where there is none yet', () => {
  const text = runsJson({
    runs: [],
    objective: defaultObjective,
    recommendation: null,
    madeAtMs: 0,
  })
  expect(JSON.parse(text)).toMatchObject({ recommendation: null, runs: [] })
})
