import type { MetricSeries, Run } from '@runoff/core'
import { filesSource } from '../files/filesSource.ts'
import type { RunFile } from '../files/runFile.ts'
import type { RunPage } from '../source.ts'

export type Row = Readonly<Record<string, number>>

export const trainRow = (step: number, loss: number): Row => ({ step, epoch: step / 10, loss })
/** Four training rows, to step 40. */
export const rows = [10, 20, 30, 40].map((step) => trainRow(step, 4 - step / 20))
export const evalRow: Row = { step: 40, epoch: 4, eval_loss: 2.5 }
export const summaryRow: Row = { step: 40, epoch: 4, train_runtime: 12, train_loss: 3 }

/** A `trainer_state.json` of a run that got to step 40 of 100. */
export const stateText = (history: readonly Row[], more: object = {}): string =>
  JSON.stringify({ global_step: 40, max_steps: 100, epoch: 4, log_history: history, ...more })

export const csv = 'step,loss,val_loss\n1,3,\n2,2,2.5\n3,nan,\n4,1,1.5\n'

export const list = (...files: readonly RunFile[]): Promise<RunPage> =>
  filesSource({ files }).listRuns({})

/** The one run that files hold. */
export async function readOnly(...files: readonly RunFile[]): Promise<Run> {
  const { runs } = await list(...files)
  const [run] = runs
  if (run === undefined || runs.length > 1) throw new Error(`${runs.length} runs`)
  return run
}

/** A series of the first run that files hold. */
export async function readSeries(files: readonly RunFile[], metric: string): Promise<MetricSeries> {
  const source = filesSource({ files })
  const [run] = (await source.listRuns({})).runs
  const [result] = await source.readSeries([{ runId: run?.id ?? '', metric }])
  if (!result?.series) throw result?.error ?? new Error('no result')
  return result.series
}

export const idsOf = (page: RunPage): readonly string[] => page.runs.map((run) => run.id)
/** The codes of notices, with the paths they were met in. */
export const codesOf = (page: RunPage): readonly (string | undefined)[] =>
  (page.notices ?? []).map((notice) => `${notice.code} ${notice.path}`)
