import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { constants } from 'node:os'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { defineRun, type Run, type RunStatus } from '@runoff/core'
import { readCommandParams, scriptIndex } from './commandParams.ts'
import { recorderMark, recorderTag } from './lostRuns.ts'
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

/** So long after the program has ended it is said that its output has not. */
const patienceMs = 2000

/**
 * Runs a training command as it is and records it: what it prints, the metrics in that, the
 * parameters on its command line, how it ended and when.
 *
 * Its input, output, exit code and signals pass through. What cannot be stored is said once and never
 * stops the training. What the program leaves running and printing is recorded too, until it ends or
 * a signal comes.
 */
export async function recordCommand(options: RecordOptions): Promise<RecordedCommand> {
  const { command, sinkOf, onNotice } = options
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['inherit', 'pipe', 'pipe'],
    // A script that prints to a pipe would keep its lines for itself until there are many.
    env: { PYTHONUNBUFFERED: '1', ...process.env },
  })
  const late = new AbortController()
  const signals = passSignals(child, () => late.abort())
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
  const exited = exitOf(child)
  try {
    await once(child, 'spawn')
  } catch (error) {
    signals.stop()
    const { code, exitCode } = notStarted(error)
    onNotice(`${command[0]} could not be started (${code}): check its name and its path.`)
    return { exitCode, run: null }
  }
  writing = keepWriting(recorder, onNotice)
  const exitCode = await exited
  const endedAt = Date.now()
  await outputEnd(child, late.signal, () =>
    onNotice(
      `${command[0]} has ended, and what it left running still prints: it is recorded until that ` +
        'ends too, or until Ctrl-C.',
    ),
  )
  recorder.end({ status: statusOf(exitCode, signals.wasAsked), endedAt })
  const isStored = await writing.stop()
  signals.stop()
  return { exitCode, run: isStored ? run : null }
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/** Comes back when all that was printed was read, or nobody wants to wait for more. */
async function outputEnd(
  { stdout, stderr }: ChildProcessByStdio<null, Readable, Readable>,
  signal: AbortSignal,
  onWait: () => void,
): Promise<void> {
  const outputs = [stdout, stderr].filter(({ closed }) => !closed)
  const timer = setTimeout(onWait, patienceMs)
  try {
    await Promise.all(outputs.map((output) => once(output, 'close', { signal })))
  } catch {
    for (const output of outputs) output.destroy()
  } finally {
    clearTimeout(timer)
  }
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
    tags: new Map([['command', text], [recorderTag, recorderMark()], ...tags]),
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

/** Launchers that were asked to end do so with codes of their own. */
function statusOf(exitCode: number, wasAsked: boolean): RunStatus {
  if (exitCode === 0) return 'completed'
  if (wasAsked) return 'cancelled'
  const { SIGINT, SIGTERM, SIGHUP } = constants.signals
  const asked = [SIGINT, SIGTERM, SIGHUP].map((signal) => 128 + signal)
  return asked.includes(exitCode) ? 'cancelled' : 'failed'
}
