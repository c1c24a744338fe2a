import type { Notice, RunInput } from '@runoff/core'

/** Numbers that were logged together, by the file's own names. */
export interface MetricRow {
  /** `null` where only the names of the metrics can tell. */
  readonly phase: 'train' | 'eval' | 'summary' | null
  readonly step: number | null
  readonly epoch: number | null
  readonly timeMs: number | null
  readonly metrics: ReadonlyMap<string, number>
}

/** What a file says of a run beside its metrics. */
export type RunFacts = Pick<
  RunInput,
  'status' | 'step' | 'totalSteps' | 'epoch' | 'totalEpochs' | 'best' | 'params'
>

/** The rows of one run in one file, in the order they were written. */
export interface ParsedRun {
  /** Which of the runs in the file it is, where the file holds several. */
  readonly key: string | null
  readonly rows: readonly MetricRow[]
  readonly facts: RunFacts
}

/** What a file holds. */
export type FileContent =
  | { readonly kind: RunKind; readonly runs: readonly ParsedRun[] }
  /** Settings: nested, by the file's own names. */
  | { readonly kind: 'config'; readonly config: Config }
  /** Numbers of the run as a whole. */
  | { readonly kind: 'results'; readonly metrics: ReadonlyMap<string, number> }

/** Where rows were read from; of two files of one run, the kind named first here is believed. */
export type RunKind = (typeof runKinds)[number]
export const runKinds = ['trainer-state', 'trainer-log', 'json-lines', 'csv', 'console'] as const

export type Config = Readonly<Record<string, unknown>>

/** A file that was read. */
export interface ParsedFile {
  readonly path: string
  readonly content: FileContent
}

/** What a parser of one format returns. */
export interface Parsed<Content extends FileContent = FileContent> {
  readonly content: Content
  readonly notices: readonly Notice[]
}

/** The content of a format that holds runs. */
export type RunContent = Extract<FileContent, { readonly kind: RunKind }>
