import { readFileSync } from 'node:fs'
import type { CommandContext, Places } from './context.ts'
import { exitCodes } from './exitCodes.ts'
import { runCommandLine } from './runCommandLine.ts'
import { createTerminal } from './terminal.ts'

/** Runs the command in this process, and leaves its exit code. */
export async function startProgram(args: readonly string[], places: Places): Promise<void> {
  const outputs = [process.stdout, process.stderr]
  for (const output of outputs) output.on('error', endQuietly)
  const terminal = createTerminal(process.stdout, process.stderr)
  const context: CommandContext = {
    terminal,
    environment: process.env,
    folder: process.cwd(),
    places,
    stopSignal,
    goOnUnread: () => outputs.forEach((output) => output.off('error', endQuietly)),
    openPage: (url) => (isSeen(terminal.isInteractive) ? openBrowser(url) : Promise.resolve()),
  }
  process.exitCode = await runCommandLine(args, context, versionOf())
}

/** Whoever reads the output has enough of it, as `head` has. */
function endQuietly(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit(exitCodes.done)
  throw error
}

/** The first Ctrl-C ends what is being done well, the second ends it at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  let stoppedAtMs = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) stoppedAtMs = Date.now()
      controller.abort()
      // One Ctrl-C may come twice: npm passes on what the terminal has sent already.
      if (Date.now() - stoppedAtMs > 500) process.exit(exitCodes.stopped)
    })
  }
  return controller.signal
}

/** On a screen that this terminal belongs to. */
function isSeen(isInteractive: boolean): boolean {
  const { env, platform } = process
  if (!isInteractive || env['CI'] || env['SSH_CONNECTION']) return false
  const needsDisplay = platform === 'linux' || platform === 'freebsd'
  return (
    !needsDisplay || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'] || env['WSL_DISTRO_NAME'])
  )
}

async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open')
  try {
    const opened = await open(url)
    // That no browser could be started is no failure: the address stands above.
    opened.on('error', () => undefined)
  } catch {
    // As before.
  }
}

function versionOf(): string {
  // Beside the sources as beside the built files.
  const places = ['../package.json', '../../package.json']
  for (const place of places) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'))
      const { name, version } = manifest as { name?: unknown; version?: unknown }
      if (name === 'runoff' && typeof version === 'string') return version
    } catch {
      // It lies in the other place.
    }
  }
  return 'unknown'
}
