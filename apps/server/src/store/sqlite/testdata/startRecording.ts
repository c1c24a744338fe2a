import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('recordTrial.ts', import.meta.url))

/** The command that records a trial run in a process of its own. */
export function recordCommand(...given: readonly string[]): readonly string[] {
  return [process.execPath, '--conditions=@runoff/source', script, ...given]
}

export interface Recorded {
  /** How many steps were acknowledged. */
  readonly steps: number
  /** Why it ended, where a write was refused. */
  readonly refusal: string
}

/** Runs a command that records, and returns what it came to; `onStep` hears of each step. */
export async function recorded(
  command: readonly string[],
  onStep: (steps: number, child: ChildProcess) => void = () => {},
): Promise<Recorded> {
  const [program = '', ...given] = command
  const child = spawn(program, given, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let refusal = ''
  child.stderr.on('data', (piece: Buffer) => (refusal += piece.toString()))
  const stepsIn = (text: string): number => {
    const lines = text.split('\n').slice(0, -1)
    return lines.length === 0 ? 0 : Number(lines.at(-1)) + 1
  }
  for await (const piece of child.stdout) {
    output += String(piece)
    onStep(stepsIn(output), child)
  }
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('exit', resolve))
  }
  return { steps: stepsIn(output), refusal }
}
