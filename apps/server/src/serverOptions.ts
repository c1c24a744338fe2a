import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { RunoffError } from '@runoff/core'

/** Where the server listens, and for whom. */
export interface ListenOptions {
  readonly host: string
  readonly port: number
  /** What every request has to show; `null` where only this machine can ask. */
  readonly token: string | null
  /** Values of `Host` that are answered beside those of this machine's own loopback. */
  readonly hosts: readonly string[]
}

/** What was said on the command line; the environment fills in what was not. */
export interface GivenListenOptions {
  readonly host?: string | undefined
  readonly port?: string | undefined
  readonly token?: string | null
  readonly allowHost?: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

const defaultPort = 4870
const loopback = new Map([
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', '127.0.0.1'],
  ['::1', '::1'],
])

/**
 * Returns where to listen, from what was said and from `HOST` and `PORT`.
 *
 * @throws {RunoffError} `bad-option` with a sentence for whoever starts the server, when it cannot be
 * used, or when others could reach the server without a token.
 */
export function readListenOptions(
  given: GivenListenOptions,
  environment: Environment,
): ListenOptions {
  const { token = null, allowHost = [] } = given
  const named = given.host ?? environment['HOST'] ?? ''
  const port = readPort(given.port ?? environment['PORT'] ?? '')
  const own = loopback.get(named === '' ? '127.0.0.1' : named)
  if (own === undefined && token === null) {
    throw new RunoffError(
      'bad-option',
      `Others can reach ${named}, so this server needs a token to show: put one in RUNOFF_TOKEN or ` +
        'in a file for --token-file, or leave the host out.',
    )
  }
  const host = own ?? named
  const hosts = own === undefined ? [...addressesOf(host), ...allowHost] : allowHost
  return { host, port, token, hosts: hosts.flatMap((name) => hostHeaders(name, port)) }
}

function readPort(text: string): number {
  if (text === '') return defaultPort
  const port = Number(text)
  if (/^[0-9]{1,5}$/.test(text) && port <= 65_535) return port
  throw new RunoffError(
    'bad-option',
    `PORT is "${text}", and must be a whole number from 0 to 65535, such as ${defaultPort}.`,
  )
}

/** An address cannot be made to mean another machine, as a name can. */
function addressesOf(host: string): readonly string[] {
  if (isIP(host) === 0) return [host]
  if (host !== '0.0.0.0' && host !== '::') return [host]
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
}

/** Behind another server, which has a port of its own, `Host` names none. */
function hostHeaders(name: string, port: number): readonly string[] {
  const host = isIP(name) === 6 ? `[${name}]` : name
  return /:\d+$/.test(host) && isIP(name) !== 6 ? [host] : [host, `${host}:${port}`]
}

/**
 * Returns the token that a file or `RUNOFF_TOKEN` holds, `null` without either. It is never an
 * argument, which every user of the machine can read.
 *
 * @throws {RunoffError} `bad-option` where the file cannot be read.
 */
export function readToken(
  file: string | undefined,
  environment: Environment,
  folder: string,
): string | null {
  if (file === undefined) return environment['RUNOFF_TOKEN'] || null
  try {
    const token = readFileSync(resolve(folder, file), 'utf8').trim()
    if (token !== '') return token
  } catch (cause) {
    throw new RunoffError('bad-option', `The token file ${file} cannot be read.`, { cause })
  }
  throw new RunoffError('bad-option', `The token file ${file} is empty.`)
}

/** Returns the database's file: what was said, `RUNOFF_DB`, or one in the current folder. */
export function databasePathOf(given: string | undefined, environment: Environment): string {
  return given || environment['RUNOFF_DB'] || '.runoff/runoff.db'
}
