import { basename, resolve } from 'node:path'
import { recordCommand, type RecordOptions } from '../capture/recordCommand.ts'
import { remoteSink } from '../capture/remoteSink.ts'
import { storeSink } from '../capture/storeSink.ts'
import { databasePathOf } from '../serverOptions.ts'
import type { MetricStore } from '../store/metricStore.ts'
import { openDatabase } from '../store/sqlite/openDatabase.ts'
import { storeOf } from '../store/sqlite/sqliteStore.ts'
import type { CommandContext } from './context.ts'
import { misuse } from './exitCodes.ts'
import { readAddress } from './readAddress.ts'

export interface RecordArguments {
  /** The training script and its arguments. */
  readonly command: readonly string[]
  readonly name: string | undefined
  readonly experiment: string | undefined
  readonly group: string | undefined
  /** Each `name=value`. */
  readonly tags: readonly string[]
  readonly db: string | undefined
  /** The address of a Runoff server, in place of the database. */
  readonly server: string | undefined
}

/** `runoff run`: a training script, recorded. It ends as the script does. */
export async function recordRun(args: RecordArguments, context: CommandContext): Promise<number> {
  const { terminal, folder } = context
  if (args.command.length === 0) {
    throw misuse('Put the training script behind "--", as in "runoff run -- python train.py".')
  }
  const tags = new Map(args.tags.map(tagOf))
  const { sinkOf, close } = openSink(args, args.experiment ?? basename(folder), context)
  context.goOnUnread()
  try {
    const { exitCode } = await recordCommand({
      command: args.command,
      name: args.name ?? null,
      group: args.group ?? null,
      tags,
      sinkOf,
      onNotice: (sentence) => terminal.note(`runoff: ${sentence}`),
    })
    return exitCode
  } finally {
    await close()
  }
}

/** While a database is opened the output of the script stands still: so long at most. */
const standstillMs = 200

interface OpenSink {
  readonly sinkOf: RecordOptions['sinkOf']
  readonly close: () => Promise<void>
}

/** Where the run is kept: a server that was named, else the database. */
function openSink(
  { server, db }: RecordArguments,
  experiment: string,
  { environment, folder }: CommandContext,
): OpenSink {
  if (server !== undefined) {
    const url = readAddress(server, 'put a token in RUNOFF_TOKEN').href
    const token = environment['RUNOFF_TOKEN'] || null
    return {
      sinkOf: (run) => remoteSink({ url, token, experiment, run }),
      close: async () => undefined,
    }
  }
  const path = resolve(folder, databasePathOf(db, environment))
  let store: MetricStore | null = null
  // What is wrong with a database must not keep a script from training: it may pass.
  const open = (): MetricStore => (store ??= storeOf(openDatabase(path, standstillMs), path))
  return {
    sinkOf: (run) => storeSink(open, experiment, run),
    close: async () => {
      await store?.close()
    },
  }
}

function tagOf(text: string): readonly [name: string, value: string] {
  const place = text.indexOf('=')
  if (place > 0) return [text.slice(0, place), text.slice(place + 1)]
  throw misuse(`The tag "${text}" has no value: write it as name=value.`)
}
