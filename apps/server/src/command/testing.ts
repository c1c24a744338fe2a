import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { CommandContext } from './context.ts'
import { findPlaces } from './places.ts'
import { runCommandLine } from './runCommandLine.ts'
import { createTerminal } from './terminal.ts'

/** What a command came to. */
export interface CommandResult {
  readonly exitCode: number
  readonly output: string
  readonly messages: string
}

/** A command that runs in this process. */
export interface RunningCommand {
  readonly output: () => string
  readonly messages: () => string
  /** As Ctrl-C does. */
  stop(): void
  readonly ended: Promise<CommandResult>
}

/** Starts the command in this process, as if in a folder. */
export function startCommand(
  args: readonly string[],
  folder: string,
  context: Partial<CommandContext> = {},
): RunningCommand {
  const streams = { output: new PassThrough(), messages: new PassThrough() }
  const output = textOf(streams.output)
  const messages = textOf(streams.messages)
  const stopped = new AbortController()
  const world: CommandContext = {
    terminal: createTerminal(streams.output, streams.messages),
    environment: {},
    folder,
    places: findPlaces(),
    stopSignal: () => stopped.signal,
    goOnUnread: () => undefined,
    openPage: async () => undefined,
    ...context,
  }
  const ended = runCommandLine(args, world, '1.2.3').then((exitCode) => ({
    exitCode,
    output: output(),
    messages: messages(),
  }))
  return { output, messages, stop: () => stopped.abort(), ended }
}

/** Runs the command to its end. */
export async function runCommand(
  args: readonly string[],
  folder: string,
  context: Partial<CommandContext> = {},
): Promise<CommandResult> {
  return startCommand(args, folder, context).ended
}

function textOf(stream: PassThrough): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  return () => text
}

/** Makes a folder with files. */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'runoff-command-')))
  for (const [path, text] of Object.entries(files)) writeInto(folder, path, text)
  return folder
}

export function writeInto(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** The log of a run whose evaluation loss falls to `best`. */
export function logOf(best: number): string {
  const losses = [best + 0.3, best + 0.1, best]
  return losses
    .map((loss, i) => `${JSON.stringify({ step: (i + 1) * 10, 'eval/loss': loss })}\n`)
    .join('')
}
