import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { constants } from 'node:os'
import { basename } from 'node:path'
import { defineRun, type Run, type RunStatus } from '@runoff/core'
import { readCommandParams, scriptIndex } from './commandParams.ts'
import { keepWriting, type Writing } from './keepWriting.ts'
import { passOutput, passSignals } from './passThrough.ts'
import { createRecorder, type LogSink } from './recorder.ts'

export interface RecordOptions {
  /** The program and its arguments, as they are to be started. */
  readonly command: readonly string[]
  /** @default the script and the time */
  readonly name: string | null
  readonly group: string | null
  readonly tags: ReadonlyMap<string, string>
  /** Where the run is kept: see `storeSink`. */
  readonly sinkOf: (run: Run) => LogSink
  /** Is told, in a sentence, what could not be recorded; the program goes on all the same. */
  readonly onNotice: (text: string) => void
}

export interface RecordedCommand {
  /** As a shell has it: of a program that a signal ended, 128 and the signal's number. */
  readonly exitCode: number
  /** As it began; `null` where the program could not be started, or the run not be stored. */
  readonly run: Run | null
}

/**
 * Runs a training command as it is and records it: what it prints, the metrics in that, the
 * parameters on its command line, how it ended and when.
 *
 * Its input, output, exit code and signals pass through. What cannot be stored is said once and never
 * stops the training.
 */
export async function recordCommand(options: RecordOptions): Promise<RecordedCommand> {
  const { command, sinkOf, onNotice } = options
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['inherit', 'pipe', 'pipe'],
    // A script that prints to a pipe would keep its lines for itself until there are many.
    env: { PYTHONUNBUFFERED: '1', ...process.env },
  })
  const stopPassing = passSignals(child)
  const run = runOf(options)
  const recorder = createRecorder(sinkOf(run), Date.now)
  const take = (output: 'out' | 'err') => (bytes: Uint8Array) => {
    recorder.push(output, bytes)
    return recorder.isFull && writing !== null && !writing.isFailing ? writing.now() : null
  }
  let writing: Writing | null = null
  // At once: what a program has printed when it ends is gone if nobody listens.
  passOutput(child.stdout, process.stdout, take('out'))
  passOutput(child.stderr, process.stderr, take('err'))
  const ended = exitOf(child)
  try {
    await once(child, 'spawn')
  } catch (error) {
    stopPassing()
    const { code, exitCode } = notStarted(error)
    onNotice(`${command[0]} could not be started (${code}): check its name and its path.`)
    return { exitCode, run: null }
  }
  writing = keepWriting(recorder, onNotice)
  const exitCode = await ended
  stopPassing()
  recorder.end({ status: statusOf(exitCode), endedAt: Date.now() })
  const isStored = await writing.stop()
  return { exitCode, run: isStored ? run : null }
}

/** Once all that the program printed was read. */
function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

function notStarted(error: unknown): { readonly code: string; readonly exitCode: number } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return { code, exitCode: code === 'ENOENT' ? 127 : 126 }
}

function runOf({ command, name, group, tags }: RecordOptions): Run {
  const startedAt = Date.now()
  const { params, text } = readCommandParams(command)
  return defineRun({
    id: randomUUID(),
    source: 'runoff',
    name: name ?? `${basename(command[scriptIndex(command)] ?? 'run')} ${minuteOf(startedAt)}`,
    status: 'running',
    createdAt: startedAt,
    startedAt,
    group,
    params,
    model: firstText(params, ['model_name_or_path', 'model-name-or-path', 'model_name', 'model']),
    dataset: firstText(params, ['dataset_name', 'dataset-name', 'dataset', 'data']),
    seed: firstText(params, ['seed']),
    tags: new Map([['command', text], ...tags]),
  })
}

function firstText(params: ReadonlyMap<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = params.get(name)
    if (typeof value === 'string' || typeof value === 'number') return String(value)
  }
  return null
}

/** `2026-03-04 09:30`, in the time of this machine. */
function minuteOf(timeMs: number): string {
  const shift = new Date(timeMs).getTimezoneOffset() * 60_000
  return new Date(timeMs - shift).toISOString().slice(0, 16).replace('T', ' ')
}

function statusOf(exitCode: number): RunStatus {
  if (exitCode === 0) return 'completed'
  const { SIGINT, SIGTERM, SIGHUP } = constants.signals
  const asked = [SIGINT, SIGTERM, SIGHUP].map((signal) => 128 + signal)
  return asked.includes(exitCode) ? 'cancelled' : 'failed'
}
