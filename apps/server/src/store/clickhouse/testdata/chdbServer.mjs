// The current ClickHouse engine behind enough of ClickHouse's HTTP interface for a store.
// node chdbServer.mjs <folder of the engine> <folder of the data>; says its port when it is ready.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [engineFolder, dataFolder] = process.argv.slice(2)
const { createChdbConnection } = createRequire(engineFolder)('chdb/connection')
const incoming = join(dataFolder, 'incoming')
mkdirSync(incoming, { recursive: true })
const connection = createChdbConnection({ path: join(dataFolder, 'chdb') })
const notSettings = new Set([
  'query',
  'query_id',
  'database',
  'session_id',
  'default_format',
  'wait_end_of_query',
])
let last = Promise.resolve()
let pieces = 0

async function bytesOf(stream) {
  const parts = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

async function run(query, settings = {}) {
  const { stream } = await connection.exec({ query, clickhouse_settings: settings })
  return bytesOf(stream)
}

// The engine takes statements as text only, so rows go by way of a file.
async function insert(statement, rows, settings) {
  const [, table, columns] = /^INSERT INTO (\w+) \(([\w, ]+)\) FORMAT RowBinary$/.exec(statement)
  const described = await run(`DESCRIBE TABLE ${table} FORMAT JSONEachRow`)
  const types = new Map(
    described
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ name, type }) => [name, type]),
  )
  const structure = columns.split(', ').map((name) => `${name} ${types.get(name)}`)
  const path = join(incoming, String(pieces++))
  writeFileSync(path, rows)
  const file = `file('${path}', 'RowBinary', '${structure.join(', ')}')`
  await run(`INSERT INTO ${table} (${columns}) SELECT * FROM ${file}`, settings)
  rmSync(path)
  return Buffer.alloc(0)
}

async function answer(request) {
  const parameters = new URL(request.url, 'http://localhost').searchParams
  const body = await bytesOf(request)
  const settings = Object.fromEntries(Array.from(parameters).filter(([k]) => !notSettings.has(k)))
  const work = async () => {
    await run(`USE ${parameters.get('database') ?? 'default'}`)
    const statement = parameters.get('query')
    return statement === null ? run(body.toString(), settings) : insert(statement, body, settings)
  }
  // One after the other, for the database in use is that of the whole engine.
  last = last.then(work, work)
  return last
}

const server = createServer(async (request, response) => {
  try {
    response.end(await answer(request))
  } catch (error) {
    response.statusCode = 500
    response.end(`Code: ${error.code ?? 0}. DB::Exception: ${error.message}`)
  }
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
