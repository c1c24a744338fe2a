import { isDeepStrictEqual } from 'node:util'
import { RunoffError, type Notice, type Run } from '@runoff/core'
import type { RequestOptions, RunSource } from '@runoff/sources'
import type { Experiment, MetricStore } from '../store/metricStore.ts'
import { nameBasedId } from '../store/nameBasedId.ts'
import { growthOf } from './growth.ts'
import { allRuns, contentHash, tryContent, type RunContent } from './runContent.ts'

/** How many runs were new, different than before, longer than before, or the same. */
export interface ImportCounts {
  readonly created: number
  readonly replaced: number
  readonly grown: number
  readonly unchanged: number
}

export interface ImportOutcome extends ImportCounts {
  /** What was odd about the runs or could not be read. */
  readonly notices: readonly Notice[]
}

export interface ImportOptions {
  /** Where the source is, so that runs of two of them are two though they share a name. */
  readonly origin?: string
}

export interface UpdateOptions extends RequestOptions {
  /** Runs to read again though nothing is new in what the source lists of them. */
  readonly changed?: ReadonlySet<string>
  /** Told how much is done, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** An experiment that is kept like a source. */
export interface RunImport {
  /**
   * Brings the experiment up to date. What was saved before is not saved again: a run that only
   * grew gets its new points, one that reads differently is saved anew, and one that is gone is
   * archived.
   */
  update(options?: UpdateOptions): Promise<ImportOutcome>
}

/**
 * Saves the runs of a source under an experiment. Importing them again changes nothing but those
 * that read differently.
 */
export async function importRuns(
  store: MetricStore,
  source: RunSource,
  experimentName: string,
  { origin, ...options }: ImportOptions & UpdateOptions = {},
): Promise<ImportOutcome> {
  const named = origin === undefined ? {} : { origin }
  return startImport(store, source, experimentName, named).update(options)
}

/** Begins to keep an experiment like a source; `update` does the work, and may be called again. */
export function startImport(
  store: MetricStore,
  source: RunSource,
  experimentName: string,
  { origin }: ImportOptions = {},
): RunImport {
  const held = new Map<string, RunContent>()
  /** Runs as the source lists them, which may be less than what their series tell. */
  const listed = new Map<string, Run>()
  const gone = new Set<string>()
  let experiment: Experiment | null = null

  const bringBack = async (key: string, id: string): Promise<void> => {
    if (gone.delete(key)) await store.setArchived(id, false)
  }
  const keep = async (content: RunContent, id: string): Promise<keyof ImportCounts> => {
    const before = held.get(content.run.id)
    const growth = before === undefined ? null : growthOf(before, content)
    if (growth === null) return saveAnew(store, experiment?.id ?? '', content, id)
    const isChanged = Object.keys(growth.change).length > 0
    if (isChanged) await store.updateRun(id, growth.change)
    if (growth.series.size > 0) await store.appendPoints(id, growth.series)
    return isChanged || growth.series.size > 0 ? 'grown' : 'unchanged'
  }

  return {
    async update({ changed, onProgress, ...options } = {}) {
      const counts = { created: 0, replaced: 0, grown: 0, unchanged: 0 }
      const { runs, notices } = await allRuns(source, options)
      experiment ??= await store.createExperiment(experimentName)
      const names = [experiment.id, ...(origin === undefined ? [] : [origin])]
      const idOf = (key: string): string => nameBasedId('run', ...names, key)
      const unread: Notice[] = []
      let done = 0
      // The store lists what was saved last first, so that the source's own order comes out.
      for (const run of runs.toReversed()) {
        options.signal?.throwIfAborted()
        const id = idOf(run.id)
        const isKnown = isSame(listed.get(run.id), run) && changed?.has(run.id) !== true
        const content = isKnown ? null : await tryContent(source, run, options)
        if (content instanceof RunoffError) unread.push(unreadRun(run, content))
        else {
          counts[content === null ? 'unchanged' : await keep(content, id)] += 1
          if (content !== null) held.set(run.id, content)
          listed.set(run.id, run)
          await bringBack(run.id, id)
        }
        onProgress?.((done += 1) / runs.length)
      }
      const present = new Set(runs.map((run) => run.id))
      for (const key of held.keys()) {
        if (present.has(key) || gone.has(key)) continue
        await store.setArchived(idOf(key), true)
        gone.add(key)
      }
      return { ...counts, notices: [...notices, ...unread] }
    },
  }
}

async function saveAnew(
  store: MetricStore,
  experimentId: string,
  content: RunContent,
  id: string,
): Promise<keyof ImportCounts> {
  const { run, series, notices } = content
  return store.saveRun({
    experimentId,
    run: { ...run, id },
    series,
    notices,
    contentHash: contentHash(content),
  })
}

/** One run that cannot be read hides none of the others. */
function unreadRun({ id, name }: Run, { message }: RunoffError): Notice {
  return { code: 'unreadable-run', message: `The run ${name} was not read: ${message}`, path: id }
}

function isSame(before: Run | undefined, run: Run): boolean {
  return before === run || (before !== undefined && isDeepStrictEqual(before, run))
}
