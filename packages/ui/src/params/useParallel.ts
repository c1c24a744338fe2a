import type { Objective, Run } from '@runoff/core'
import { useMemo } from 'react'
import { useRunNames } from '../comparison/useRunNames.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { defaultParamsOf } from './defaultParams.ts'
import { judgedState } from './judgedNotes.ts'
import { judgedRuns, type JudgedRuns } from './judgedRuns.ts'
import { drawableParams } from './paramColumn.ts'
import { useParamContext, type ParamContext } from './paramContext.ts'
import { parallelModel, type AxisId, type ParallelModel } from './parallelModel.ts'

export interface Parallel extends ParamContext {
  readonly title: string
  readonly judged: JudgedRuns
  readonly model: ParallelModel
  /** The axes that are shown, and those that could be. */
  readonly axisIds: readonly AxisId[]
  readonly hiddenIds: readonly AxisId[]
  /** Why there is nothing to draw, `null` where there is. */
  readonly state: string | null
  readonly nameOf: (run: Run) => string
}

const noRuns: readonly Run[] = []
/** How many parameters have an axis to begin with. */
const firstParams = 6

/** Returns what parallel coordinates show of some runs, on the chosen axes or on the first few. */
export function useParallel(
  runs: readonly Run[] | null,
  { metric, goal }: Objective,
  chosen: readonly AxisId[] | null,
): Parallel {
  const { format } = useMessages()
  const context = useParamContext()
  const { messages } = context
  const judged = useMemo(() => judgedRuns(runs ?? noRuns, { metric, goal }), [runs, metric, goal])
  const varying = useMemo(() => drawableParams(judged.runs), [judged])
  const axisIds = useMemo(() => chosen ?? firstAxes(varying, judged), [chosen, varying, judged])
  const model = useMemo(
    () => parallelModel(judged, axisIds, { objective: { metric, goal }, messages, format }),
    [judged, axisIds, metric, goal, messages, format],
  )
  const hiddenIds = useMemo(
    () => axesOf(varying, judged).filter((id) => !axisIds.includes(id)),
    [varying, judged, axisIds],
  )
  const nameOf = useRunNames(judged.runs)

  function stateOf(): string | null {
    if (runs === null) return messages.loadingRuns
    const none = judgedState(judged, { metric, goal }, context)
    if (none !== null) return none
    return axisIds.length === 0 ? messages.parallel.noAxes : null
  }

  return {
    title: messages.parallel.title(context.formatters.metricWords(metric)),
    judged,
    model,
    axisIds,
    hiddenIds,
    state: stateOf(),
    nameOf,
    ...context,
  }
}

function firstAxes(varying: readonly string[], judged: JudgedRuns): readonly AxisId[] {
  return axesOf(defaultParamsOf(varying, firstParams), judged)
}

/** Parameters, then what a run costs, then what it is worth. */
function axesOf(params: readonly string[], { runs }: JudgedRuns): readonly AxisId[] {
  const hasCost = runs.some(({ gpuHours }) => gpuHours !== null && Number.isFinite(gpuHours))
  const ids: AxisId[] = params.map((name): AxisId => `param:${name}`)
  return [...ids, ...(hasCost ? (['gpu-hours'] as const) : []), 'objective']
}
