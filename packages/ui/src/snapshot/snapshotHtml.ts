import type { ComparisonView, Objective, PolicyName, Run } from '@runoff/core'
import type { RunSource, SeriesResult } from '@runoff/sources'
import { snapshotPieces, type Snapshot } from '@runoff/sources/snapshot'
import { readAllSeries } from '../keep/readAllSeries.ts'
import type { SnapshotAppText } from './snapshotAppText.ts'
import { snapshotPage } from './snapshotPage.ts'

export interface SnapshotOptions {
  readonly source: RunSource
  /** The runs that go into the file, with all their metrics. */
  readonly runs: readonly Run[]
  /** Runs whose numbers go into it without their curves: the answer is said of them as well. */
  readonly others?: readonly Run[]
  readonly objective: Objective
  /** `null` for a rule of the host, which no file can hold. */
  readonly policy: PolicyName | null
  readonly view: ComparisonView
  /** Unix time in milliseconds at which it is made. */
  readonly createdAtMs: number
  readonly title: string
  /** What is read where scripts are not allowed. */
  readonly noScript: string
  readonly signal?: AbortSignal | undefined
  /** Told how much is done, 0 to 1. */
  readonly onProgress?: ((progress: number) => void) | undefined
  /** Returns the page that goes into the file. */
  readonly loadApp?: (() => Promise<SnapshotAppText>) | undefined
}

export interface SnapshotFileResult {
  /** One page that needs no other file and no network. */
  readonly file: Blob
  readonly snapshot: Snapshot
}

/**
 * Reads all that is known of some runs, and returns it as one page that shows them as they are
 * looked at now. What could not be read is said in it and does not hold up the rest.
 *
 * Errors: rejects with the signal's own reason, and where the page for it cannot be loaded.
 */
export async function snapshotHtml(options: SnapshotOptions): Promise<SnapshotFileResult> {
  const { source, runs, signal, onProgress, loadApp = loadBuiltApp } = options
  const app = await loadApp()
  const results = await readAllSeries(source, runs, {
    signal,
    // Reading takes the time; writing is quick beside it.
    onProgress: (share) => onProgress?.(share * 0.9),
  })
  const snapshot = snapshotOf(options, results)
  const { before, after } = snapshotPage({ title: options.title, noScript: options.noScript, app })
  const pieces = await piecesOf(snapshot, signal)
  onProgress?.(1)
  return { file: new Blob([before, ...pieces, after], { type: 'text/html' }), snapshot }
}

/** A module of its own: only who saves a snapshot needs the file that it names to be there. */
async function loadBuiltApp(): Promise<SnapshotAppText> {
  const { loadSnapshotApp } = await import('./loadSnapshotApp.ts')
  return loadSnapshotApp()
}

function snapshotOf(
  { createdAtMs, objective, policy, view, runs, others = [] }: SnapshotOptions,
  results: readonly SeriesResult[],
): Snapshot {
  return {
    createdAtMs,
    objective,
    policy,
    view,
    runs: [...runs, ...others],
    withoutSeries: others.map(({ id }) => id),
    series: results.flatMap(({ request: { runId, metric }, ...result }) =>
      result.series === null
        ? []
        : [{ runId, metric, series: result.series, notices: result.notices ?? [] }],
    ),
    failures: results.flatMap(({ request: { runId, metric }, error }) =>
      error === null ? [] : [{ runId, metric, message: error.message }],
    ),
  }
}

/** So many characters are written before the page is asked for its turn. */
const charactersAtOnce = 4_000_000

async function piecesOf(
  snapshot: Snapshot,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const pieces: string[] = []
  let written = 0
  for (const piece of snapshotPieces(snapshot)) {
    pieces.push(piece)
    written += piece.length
    if (written < charactersAtOnce) continue
    written = 0
    // The page stays responsive in between.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve))
    signal?.throwIfAborted()
  }
  return pieces
}
