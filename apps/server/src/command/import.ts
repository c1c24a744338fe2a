import { resolve } from 'node:path'
import { importRuns, type ImportOutcome } from '../import/importRuns.ts'
import { databasePathOf } from '../serverOptions.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import type { CommandContext } from './context.ts'
import { exitCodes, misuse } from './exitCodes.ts'
import { countsText, noteNotices, percent } from './noticeTexts.ts'
import { inExperiment, openTargets } from './openTargets.ts'
import { plainName } from './terminal.ts'

export interface ImportArguments {
  readonly paths: readonly string[]
  readonly db: string | undefined
  /** One experiment for everything; without it one for each path. */
  readonly experiment: string | undefined
  readonly json: boolean
}

/** `runoff import`: runs into the database. Importing them again changes nothing. */
export async function importCommand(
  args: ImportArguments,
  context: CommandContext,
): Promise<number> {
  const { terminal, environment, folder } = context
  const signal = context.stopSignal()
  const sources = await openTargets(args.paths, context, { signal })
  if (sources.length === 0) throw misuse('Name the files, folders or addresses to import.')
  const store = openSqliteStore(resolve(folder, databasePathOf(args.db, environment)))
  const outcomes: { readonly experiment: string; readonly outcome: ImportOutcome }[] = []
  try {
    for (const { name, origin, source } of sources) {
      const experiment = args.experiment ?? name
      const onProgress = (share: number): void =>
        terminal.progress(`Importing ${plainName(name)} … ${percent(share)}`)
      const options = { origin, signal, onProgress }
      const outcome = await importRuns(store, source, experiment, options).catch(
        (error: unknown) => {
          signal.throwIfAborted()
          throw inExperiment(plainName(name), error)
        },
      )
      terminal.progress(null)
      outcomes.push({ experiment, outcome })
      if (!args.json) terminal.print(countsText(experiment, outcome))
      noteNotices(terminal, outcome.notices)
    }
  } finally {
    terminal.progress(null)
    await store.close()
  }
  if (args.json) terminal.print(importJson(outcomes))
  return exitCodes.done
}

/** Stable: fields are added and never change what they mean. */
function importJson(
  outcomes: readonly { readonly experiment: string; readonly outcome: ImportOutcome }[],
): string {
  const experiments = outcomes.map(({ experiment, outcome }) => ({
    name: experiment,
    created: outcome.created,
    replaced: outcome.replaced,
    unchanged: outcome.unchanged,
    notices: outcome.notices,
  }))
  return JSON.stringify({ format: 'runoff-import', version: 1, experiments }, null, 2)
}
