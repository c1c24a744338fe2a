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
  | 'name'
  | 'group'
  | 'status'
  | 'startedAtMs'
  | 'endedAtMs'
  | 'step'
  | 'totalSteps'
  | 'epoch'
  | 'totalEpochs'
  | 'best'
  | 'params'
  | 'archived'
> & { readonly tags?: ReadonlyMap<string, string> }

/** Where a writer says that the run goes on from a step: what it logged from there on is void. */
export interface RestartPoint {
  /** How many rows stand before it. */
  readonly row: number
  readonly step: number
}

/** The rows of one run in one file, in the order they were written. */
export interface ParsedRun {
  /** Which of the runs in the file it is, where the file holds several. */
  readonly key: string | null
  readonly rows: readonly MetricRow[]
  readonly facts: RunFacts
  /** Settings that the file itself holds: nested, by its own names. */
  readonly config?: Config | null
  readonly restarts?: readonly RestartPoint[]
  /** What was odd about the run when it was put together. */
  readonly notices?: readonly Notice[]
}

/** What a file holds. */
export type FileContent =
  | { readonly kind: RunKind; readonly runs: readonly ParsedRun[] }
  /** Settings: nested, by the file's own names. */
  | { readonly kind: 'config'; readonly config: Config }
  /** Numbers of the run as a whole. */
  | { readonly kind: 'results'; readonly metrics: ReadonlyMap<string, number> }
  /** One of the many small files that an MLflow run consists of. */
  | { readonly kind: 'mlflow-part'; readonly part: MlflowPart }

/** Where rows were read from; of two files of one run, the kind named first here is believed. */
export type RunKind = (typeof runKinds)[number]
export const runKinds = [
  'trainer-state',
  'trainer-log',
  'wandb',
  'mlflow',
  'optuna',
  'json-lines',
  'csv',
  'events',
  'console',
] as const

/** What one file below the folder of an MLflow run says. */
export type MlflowPart =
  | { readonly kind: 'meta'; readonly folder: string; readonly meta: Config }
  | {
      readonly kind: 'params' | 'tags'
      readonly folder: string
      readonly name: string
      readonly text: string
    }
  | { readonly kind: 'metrics'; readonly folder: string; readonly rows: readonly MetricRow[] }

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
