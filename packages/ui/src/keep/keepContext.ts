import type { ComparisonView, Objective, Recommendation, Run } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import type { ChartWords } from '../charts/chartWords.ts'
import type { ExportLooks } from '../charts/export/exportRequest.ts'
import type { Messages } from '../messages/messages.ts'
import type { RecommendationWords } from '../recommendation/useWords.ts'
import type { SnapshotAppText } from '../snapshot/snapshotAppText.ts'
import type { RunStyles } from '../style/RunStylesProvider.tsx'

/** Everything that is known of the comparison when somebody keeps it. */
export interface KeepContext {
  readonly title: string
  readonly source: RunSource
  /** The compared runs. */
  readonly runs: readonly Run[]
  /** All runs that the list shows. */
  readonly listedRuns: readonly Run[]
  readonly objective: Objective
  readonly recommendation: Recommendation | null
  readonly view: ComparisonView
  readonly catalogue: Messages
  readonly words: RecommendationWords
  /** What a compared run is called beside the others. */
  readonly nameOf: (run: Run) => string
  readonly chartWords: ChartWords
  readonly styles: RunStyles
  /** Reads the colours of runs from the stylesheet now. */
  readonly readLooks: () => ExportLooks
  /** Unix time in milliseconds. */
  readonly madeAtMs: number
  readonly loadSnapshotApp: (() => Promise<SnapshotAppText>) | undefined
}

export interface KeepRun {
  readonly signal: AbortSignal
  /** Told how much is done, 0 to 1. */
  readonly onProgress: (progress: number) => void
}

/** What came of it: a file, or a text that is to be copied. */
export type KeepResult =
  | {
      readonly kind: 'file'
      readonly name: string
      readonly content: Blob
      /** How many series are not in it. */
      readonly failures: number
    }
  | { readonly kind: 'text'; readonly text: string }
