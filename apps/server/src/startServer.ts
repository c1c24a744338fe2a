import { RunoffError } from '@runoff/core'
import { buildServer } from './api/buildServer.ts'
import type { Terminal } from './command/terminal.ts'
import type { ListenOptions } from './serverOptions.ts'
import type { MetricStore } from './store/metricStore.ts'

export interface RunningServer {
  /** The address of the page. */
  readonly url: string
  /** Lets what is being answered finish; the store stays open. */
  close(): Promise<void>
}

export interface StartOptions {
  readonly store: MetricStore
  readonly listen: ListenOptions
  /** The folder of the built page. */
  readonly pageFolder: string
  /** Is told what went wrong inside. */
  readonly terminal: Pick<Terminal, 'note'>
  /** Whether a line of JSON is written for each request and each failure. @default false */
  readonly isLogged?: boolean
}

/**
 * Listens, and answers from a store.
 *
 * @throws {RunoffError} `source-failed` with a sentence for whoever starts the server, where it cannot
 * listen.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { store, pageFolder, terminal, isLogged = false } = options
  const { host, port, token, hosts } = options.listen
  const app = await buildServer({
    store,
    port,
    pageFolder,
    token,
    hosts,
    onFailure: (error) => {
      if (!isLogged) terminal.note(error instanceof Error ? error.message : String(error))
    },
    log: isLogged ? (line) => terminal.note(JSON.stringify(line)) : null,
  })
  try {
    const url = await app.listen({ host, port })
    return { url, close: () => app.close() }
  } catch (error) {
    await app.close()
    throw whyNot(error, host, port)
  }
}

function whyNot(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'EADDRINUSE':
      return failure(
        `Port ${port} is taken, perhaps by another Runoff. ` +
          'Stop that one, or start this one with another --port (or PORT).',
        error,
      )
    case 'EACCES':
      return failure(
        `Port ${port} may only be used by the system. Take one from 1024, such as 4870.`,
        error,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return failure(`This machine has no address ${host}. Leave --host out.`, error)
    default:
      return error
  }
}

function failure(sentence: string, cause: unknown): RunoffError {
  return new RunoffError('source-failed', sentence, { cause })
}
