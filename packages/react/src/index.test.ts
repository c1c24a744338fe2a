import { expect, it } from 'vitest'
import * as hooks from './index.ts'

it('exports exactly these names', () => {
  expect(Object.keys(hooks).toSorted()).toMatchInlineSnapshot(`
    [
      "RunoffProvider",
      "useBestRun",
      "useCost",
      "useMultiJobMetrics",
      "useParamDiff",
      "useParamImportance",
      "useRecommendation",
      "useRunGroups",
      "useRunSelection",
      "useRuns",
      "useSignificance",
      "useSlicedWork",
      "useSource",
      "useStoppingAdvice",
      "useVerdict",
    ]
  `)
})
