import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** Servers of one kind, on data of their own. */
export interface RunningServers {
  /** Where their data is. */
  readonly folder: string
  readonly urls: readonly string[]
  /** Kills them in the middle of everything, and starts them again on the same data. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** The name of the cluster that several servers are told they belong to. */
export const clusterName = 'runoff'

const serverPath = process.env['CLICKHOUSE_SERVER'] ?? '/usr/sbin/clickhouse-server'
const engineFile = fileURLToPath(new URL('../../../engines/chdb/package.json', import.meta.url))
const chdbScript = fileURLToPath(new URL('testdata/chdbServer.mjs', import.meta.url))

export const hasServer: boolean = existsSync(serverPath)
export const hasChdb: boolean = existsSync(join(engineFile, '../node_modules/chdb'))

/** Starts as many ClickHouse servers, which know each other as the shards of a cluster. */
export async function startServers(count: number): Promise<RunningServers> {
  const folder = mkdtempSync(join(tmpdir(), 'runoff-clickhouse-'))
  const ports = await freePorts(count * 3)
  const places = Array.from({ length: count }, (_, i) => ({
    folder: join(folder, String(i)),
    http: ports[i * 3] ?? 0,
    tcp: ports[i * 3 + 1] ?? 0,
    between: ports[i * 3 + 2] ?? 0,
  }))
  for (const place of places) writeConfig(place, places)
  const start = (): Promise<readonly ChildProcess[]> =>
    Promise.all(places.map((place) => startServer(place)))
  return runningServers(
    folder,
    start,
    places.map(({ http }) => `http://127.0.0.1:${http}`),
  )
}

/** Starts the engine that npm has, behind an address. */
export async function startChdb(): Promise<RunningServers> {
  const folder = mkdtempSync(join(tmpdir(), 'runoff-chdb-'))
  const urls: string[] = []
  const start = async (): Promise<readonly ChildProcess[]> => {
    const child = spawn(process.execPath, [chdbScript, engineFile, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [port] = (await once(createInterface(child.stdout), 'line')) as [string]
    urls[0] = `http://127.0.0.1:${port}`
    return [child]
  }
  return runningServers(folder, start, urls)
}

async function runningServers(
  folder: string,
  start: () => Promise<readonly ChildProcess[]>,
  urls: readonly string[],
): Promise<RunningServers> {
  let children = await start()
  const kill = async (): Promise<void> => {
    const exits = children.map((child) => once(child, 'exit'))
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(exits)
  }
  // A test run that is called off takes its servers with it.
  const onExit = (): void => {
    for (const child of children) child.kill('SIGKILL')
  }
  process.once('exit', onExit)
  return {
    folder,
    urls,
    async crash() {
      await kill()
      children = await start()
    },
    async stop() {
      await kill()
      process.off('exit', onExit)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface ServerPlace {
  readonly folder: string
  readonly http: number
  readonly tcp: number
  readonly between: number
}

async function startServer({ folder, http }: ServerPlace): Promise<ChildProcess> {
  const child = spawn(serverPath, [`--config-file=${folder}/config.xml`], {
    cwd: folder,
    stdio: 'ignore',
  })
  const endMs = performance.now() + 30_000
  while (performance.now() < endMs && child.exitCode === null) {
    const isUp = await fetch(`http://127.0.0.1:${http}/ping`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return child
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error(`A ClickHouse server did not start: see ${folder}/errors.`)
}

function writeConfig(
  { folder, http, tcp, between }: ServerPlace,
  all: readonly ServerPlace[],
): void {
  mkdirSync(join(folder, 'temporary'), { recursive: true })
  const shards = all.map(
    (place) => `<shard><replica><host>127.0.0.1</host><port>${place.tcp}</port></replica></shard>`,
  )
  writeFileSync(
    join(folder, 'users.xml'),
    `<yandex><profiles><default/></profiles><users><default><password></password>
    <networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
    </default></users><quotas><default/></quotas></yandex>`,
  )
  writeFileSync(
    join(folder, 'config.xml'),
    `<yandex><logger><level>warning</level><log>${folder}/log</log>
    <errorlog>${folder}/errors</errorlog></logger><listen_host>127.0.0.1</listen_host>
    <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
    <interserver_http_port>${between}</interserver_http_port><path>${folder}/</path>
    <tmp_path>${folder}/temporary/</tmp_path><users_config>users.xml</users_config>
    <default_profile>default</default_profile><default_database>default</default_database>
    <mark_cache_size>67108864</mark_cache_size>
    <remote_servers><${clusterName}>${shards.join('')}</${clusterName}></remote_servers></yandex>`,
  )
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address()
      server.close()
      await once(server, 'close')
      return address !== null && typeof address === 'object' ? address.port : 0
    }),
  )
}
