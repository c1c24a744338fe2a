import type { Objective, Run } from '@runoff/core'
import { useMemo } from 'react'
import { useRunNames } from '../comparison/useRunNames.ts'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { defaultParamOf } from './defaultParams.ts'
import { judgedState } from './judgedNotes.ts'
import { judgedRuns, type JudgedRuns } from './judgedRuns.ts'
import { drawableParams } from './paramColumn.ts'
import { useParamContext } from './paramContext.ts'
import { isolated, paramLabel } from './paramWords.ts'
import { scatterModel, type ScatterModel } from './scatterModel.ts'
import type { ScatterWords } from './scatterWords.ts'

export interface Scatter {
  readonly judged: JudgedRuns
  /** The parameters to choose from, with the chosen one among them. */
  readonly names: readonly string[]
  readonly param: string | null
  /** `null` where there is nothing to draw, for which `state` gives the reason. */
  readonly model: ScatterModel | null
  readonly state: string | null
  readonly words: ScatterWords
}

const noRuns: readonly Run[] = []

/** Returns what a scatter plot shows and says of one parameter, or of the one it begins with. */
export function useScatter(
  runs: readonly Run[] | null,
  { metric, goal }: Objective,
  chosen: string | null,
): Scatter {
  const { format } = useMessages()
  const context = useParamContext()
  const { messages } = context
  const judged = useMemo(() => judgedRuns(runs ?? noRuns, { metric, goal }), [runs, metric, goal])
  const varying = useMemo(() => drawableParams(judged.runs), [judged])
  const nameOf = useRunNames(judged.runs)
  const param = chosen ?? defaultParamOf(varying)
  const drawn = useMemo(
    () => (param === null ? null : scatterModel(judged, param, { goal })),
    [judged, param, goal],
  )
  const model = drawn !== null && drawn.points.length > 0 ? drawn : null
  const words = useMemo(() => {
    const { title, titleAlone } = context.messages.scatter
    const name = metricTitle(metric, format)
    return {
      title: param === null ? titleAlone(name) : title(name, isolated(paramLabel(param))),
      param: param ?? '',
      objective: { metric, goal },
      nameOf,
      ...context,
    }
  }, [metric, goal, param, nameOf, context, format])

  function stateOf(): string | null {
    if (runs === null) return messages.loadingRuns
    const none = judgedState(judged, { metric, goal }, context)
    if (none !== null || model !== null) return none
    if (param === null) return messages.scatter.nothingVaries
    return messages.scatter.noPoint(
      isolated(paramLabel(param)),
      context.formatters.metricWords(metric),
    )
  }

  const names = param === null || varying.includes(param) ? varying : [param, ...varying]
  return { judged, names, param, model, words, state: stateOf() }
}
