import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { RunoffError } from '@runoff/core'
import { allRuns } from '../import/runContent.ts'
import { exportFormats, type ExportFormat } from './commandNames.ts'
import type { CommandContext } from './context.ts'
import { exitCodes, misuse } from './exitCodes.ts'
import { exportPieces } from './exportPieces.ts'
import { counted, percent } from './noticeTexts.ts'
import { openSource, type SourceArguments } from './openSource.ts'
import { plainName } from './terminal.ts'

export interface ExportArguments extends SourceArguments {
  readonly format: ExportFormat | undefined
  /** `-` is the standard output, as is none. */
  readonly output: string | undefined
  readonly metric: string
}

/** `runoff export`: all that is known of runs, in one file. */
export async function exportCommand(
  args: ExportArguments,
  context: CommandContext,
): Promise<number> {
  const { terminal, places } = context
  const format = args.format ?? formatOf(args.output)
  const signal = context.stopSignal()
  const { source, close } = await openSource(args, context)
  try {
    const { runs, notices } = await allRuns(source, { signal })
    const shown = runs.filter(({ archived }) => !archived)
    const pieces = exportPieces(format, {
      source,
      runs: shown,
      notices,
      objectiveMetric: args.metric,
      createdAtMs: Date.now(),
      snapshotApp: places.snapshotApp,
      signal,
      onProgress: (share) => terminal.progress(`Exporting … ${percent(share)}`),
    })
    await writePieces(pieces, args.output, context)
    terminal.progress(null)
    if (args.output !== undefined && args.output !== '-') {
      terminal.note(`${counted(shown.length, 'run')} in ${plainName(args.output)}.`)
    }
  } finally {
    terminal.progress(null)
    await close()
  }
  return exitCodes.done
}

function formatOf(output: string | undefined): ExportFormat {
  const ending = output === undefined ? '' : basename(output).split('.').at(-1)
  const format = exportFormats.find((each) => each === ending)
  if (format !== undefined) return format
  throw misuse(`Say what to write with --format: ${exportFormats.join(', ')}.`)
}

async function writePieces(
  pieces: AsyncIterable<string>,
  output: string | undefined,
  { terminal, folder }: CommandContext,
): Promise<void> {
  if (output === undefined || output === '-') {
    for await (const piece of pieces) await terminal.write(piece)
    return
  }
  // Beside it first: what fails half-way leaves the file that was there.
  const path = resolve(folder, output)
  const unfinished = `${path}.unfinished`
  const file = createWriteStream(unfinished)
  try {
    await once(file, 'open')
    for await (const piece of pieces) {
      if (!file.write(piece)) await once(file, 'drain')
    }
    file.end()
    await finished(file)
    await rename(unfinished, path)
  } catch (error) {
    file.destroy()
    await rm(unfinished, { force: true })
    throw notWritten(output, error)
  }
}

/** The file that was asked for is meant, not the one beside it. */
function notWritten(output: string, cause: unknown): unknown {
  if (!(cause instanceof Error && 'code' in cause && 'syscall' in cause)) return cause
  return new RunoffError(
    'source-failed',
    `${plainName(output)} cannot be written (${String(cause.code)}): check its folder and the disk.`,
    { cause },
  )
}
