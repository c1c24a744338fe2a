import type { Run, TableView } from '@runoff/core'
import { useMemo } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useRunStyles } from '../style/RunStylesProvider.tsx'
import type { RunStyle } from '../style/runStyle.ts'
import type { SummaryModel } from './summaryModel.ts'
import { writeToClipboard } from '../effects/writeToClipboard.ts'

/** What every line of the table is drawn with. */
export interface LineContext {
  readonly model: SummaryModel
  readonly highlightedRunId: string | null
  readonly recommendedId: string | null
  /** By run id. */
  readonly styles: ReadonlyMap<string, RunStyle>
  /** Makes a run the baseline, or with `null` the best one again. */
  readonly onBaseline: (runId: string | null) => void
  readonly onOpen: (groupKey: string, isOpen: boolean) => void
  readonly onCopy: (text: string) => void
}

export interface LineContextOptions {
  /** In the order given, not sorted: it settles the colours, and they are those of the charts. */
  readonly runs: readonly Run[]
  readonly highlightedRunId: string | null
  readonly recommendedId: string | null
  readonly onChange: (change: Partial<TableView>) => void
  readonly onOpen: (groupKey: string, isOpen: boolean) => void
  readonly onSaid: (text: string) => void
}

/** Returns what the lines are drawn with, the same until one of its parts is another. */
export function useLineContext(model: SummaryModel, options: LineContextOptions): LineContext {
  const { runs, highlightedRunId, recommendedId, onChange, onOpen, onSaid } = options
  const { copiedValue, copyFailed } = useMessages().table
  const styles = useRunStyles(useMemo(() => runs.map((run) => run.id), [runs]))
  return useMemo(
    () => ({
      model,
      highlightedRunId,
      recommendedId,
      styles,
      onBaseline: (baselineId) => onChange({ baselineId }),
      onOpen,
      onCopy: (text) => {
        void writeToClipboard(text).then((isDone) => onSaid(isDone ? copiedValue : copyFailed))
      },
    }),
    [
      model,
      highlightedRunId,
      recommendedId,
      styles,
      onChange,
      onOpen,
      onSaid,
      copiedValue,
      copyFailed,
    ],
  )
}
