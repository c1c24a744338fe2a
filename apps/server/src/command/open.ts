import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { followRuns, type FollowedRuns } from '../import/followRuns.ts'
import { databasePathOf, readListenOptions } from '../serverOptions.ts'
import { startServer } from '../startServer.ts'
import type { MetricStore } from '../store/metricStore.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { untilAborted, type CommandContext } from './context.ts'
import { exitCodes, misuse } from './exitCodes.ts'
import { counted, countsText, noteNotices, percent } from './noticeTexts.ts'
import { inExperiment, openTargets } from './openTargets.ts'
import type { NamedSource } from './openUrl.ts'
import { serve, showPage } from './serve.ts'
import { plainName } from './terminal.ts'

export interface OpenArguments {
  readonly paths: readonly string[]
  readonly port: string | undefined
  readonly open: boolean
  readonly follow: boolean
}

/** `runoff [paths…]`: the page over whatever was named, until it is stopped. */
export async function open(args: OpenArguments, context: CommandContext): Promise<number> {
  const { terminal, environment, places } = context
  if (args.paths.length === 0) return openDatabase(args, context)
  const listen = readListenOptions({ port: args.port, host: '127.0.0.1' }, environment)
  const signal = context.stopSignal()
  const sources = await openTargets(args.paths, context, { isFollowing: args.follow, signal })
  // Nothing is written to the disk: what was named is read again the next time.
  const store = openSqliteStore(':memory:')
  const followed: FollowedRuns[] = []
  try {
    for (const source of sources) {
      followed.push(await readFirst(store, source, { ...context, signal }))
    }
    if (!args.follow) await Promise.all(followed.map((each) => each.stop()))
    const server = await startServer({ store, listen, pageFolder: places.page, terminal })
    try {
      const address = sources.length > 1 ? `${server.url}/?experiment=` : server.url
      await showPage(address, args.open, context)
      await untilAborted(signal)
    } finally {
      await server.close()
    }
  } finally {
    await Promise.all(followed.map((each) => each.stop()))
    await store.close()
  }
  return exitCodes.done
}

async function readFirst(
  store: MetricStore,
  { name, origin, source }: NamedSource,
  { terminal, signal }: CommandContext & { readonly signal: AbortSignal },
): Promise<FollowedRuns> {
  const shown = plainName(name)
  terminal.progress(`Reading ${shown} …`)
  try {
    const followed = await followRuns(store, source, name, {
      origin,
      signal,
      onProgress: (share) => terminal.progress(`Reading ${shown} … ${percent(share)}`),
      onGap: (notice) => noteNotices(terminal, [notice]),
      onFailure: (error) => terminal.note(inExperiment(shown, error).message),
    })
    const { first } = followed
    terminal.note(
      first.created === 0 ? countsText(name, first) : `${shown}: ${counted(first.created, 'run')}.`,
    )
    noteNotices(terminal, first.notices)
    return followed
  } catch (error) {
    signal.throwIfAborted()
    throw inExperiment(shown, error)
  } finally {
    terminal.progress(null)
  }
}

/** Without anything named, what was recorded in this folder. */
async function openDatabase(args: OpenArguments, context: CommandContext): Promise<number> {
  const path = databasePathOf(undefined, context.environment)
  if (!existsSync(resolve(context.folder, path))) {
    throw misuse(
      'There is nothing to show: name a folder of runs, as in "runoff ./outputs", or record a run ' +
        'with "runoff run -- python train.py". "runoff --help" tells the rest.',
    )
  }
  return serve({ port: args.port, open: args.open, allowHost: [], log: false }, context)
}
