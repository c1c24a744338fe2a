/** What the server is told from outside. */
export interface StartOptions {
  readonly host: string
  readonly port: number
  readonly databasePath: string
}

const defaultPort = 4870
const loopback = new Map([
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', '127.0.0.1'],
  ['::1', '::1'],
])

/**
 * Returns the options that the environment gives: `HOST`, `PORT` and `RUNOFF_DB`.
 *
 * @throws {Error} with a sentence for whoever starts the server, when one of them cannot be used.
 */
export function readStartOptions(
  environment: Readonly<Record<string, string | undefined>>,
): StartOptions {
  return {
    host: readHost(environment['HOST'] ?? ''),
    port: readPort(environment['PORT'] ?? ''),
    databasePath: environment['RUNOFF_DB'] || '.data/runoff.db',
  }
}

function readHost(text: string): string {
  const host = loopback.get(text === '' ? '127.0.0.1' : text)
  if (host !== undefined) return host
  throw new Error(
    `HOST is "${text}", and this server has no login, so it only listens on 127.0.0.1 or ::1. ` +
      'Leave HOST out.',
  )
}

function readPort(text: string): number {
  if (text === '') return defaultPort
  const port = Number(text)
  if (/^[0-9]{1,5}$/.test(text) && port <= 65_535) return port
  throw new Error(
    `PORT is "${text}", and must be a whole number from 0 to 65535, such as ${defaultPort}.`,
  )
}
