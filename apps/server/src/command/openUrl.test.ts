import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestServer, seriesOf } from '../api/testing.ts'
import { openUrl } from './openUrl.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

interface Answering {
  readonly url: URL
  readonly asked: readonly string[]
  /** What each question said of who asks. */
  readonly tokens: readonly (string | undefined)[]
}

/**
 * A server that has one answer, and notes what it was asked. Below a path that ends with a slash, the
 * answer is the member that the last word of the address names.
 */
async function answering(path: string, body: object, status = 200): Promise<Answering> {
  const asked: string[] = []
  const tokens: (string | undefined)[] = []
  const server: Server = createServer((request, reply) => {
    asked.push(request.url ?? '')
    tokens.push(request.headers.authorization)
    const word = (request.url ?? '').split('?')[0]?.split('/').at(-1) ?? ''
    const answer: unknown = path.endsWith('/') ? Reflect.get(body, word) : body
    const isIt = request.url?.startsWith(path) === true
    reply.writeHead(isIt ? status : 404, { 'content-type': 'application/json' })
    reply.end(JSON.stringify((isIt ? answer : null) ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const { port } = server.address() as AddressInfo
  return { url: new URL(`http://127.0.0.1:${port}`), asked, tokens }
}

describe('openUrl', () => {
  it('gives a source for each experiment of a Runoff server, shown its token', async () => {
    const token = 'a-token-of-some-length'
    const server = await openTestServer(null, { token })
    closing.push(() => server.close())
    await server.save({ id: 'a' }, { loss: seriesOf([3, 2]) })
    const url = new URL(await server.listen())
    const [trials, ...others] = await openUrl(url, { token })
    expect(others).toEqual([])
    expect(trials?.name).toBe(`trials (${url.host})`)
    const { runs } = (await trials?.source.listRuns({})) ?? { runs: [] }
    expect(runs.map(({ name }) => name)).toEqual([expect.any(String)])
    const [loss] = await trials!.source.readSeries([{ runId: runs[0]?.id ?? '', metric: 'loss' }])
    expect(Array.from(loss?.series?.values ?? [])).toEqual([3, 2])
    await expect(openUrl(url)).rejects.toThrow('wants a token: set RUNOFF_TOKEN to it.')
  })

  it.each([
    ['MLflow', '/api/2.0/mlflow/experiments/get', { experiment: { experiment_id: '0' } }],
    ['TensorBoard', '/data/environment', { data_location: 'logs', window_title: '' }],
    ['Trackio', '/version', { version: '1', api_version: 1, api_transport: 'http' }],
  ])('gives a source for %s, which is shown no token', async (name, path, body) => {
    const { url, asked, tokens } = await answering(path, body)
    const [opened, ...others] = await openUrl(url, { token: 'a-token-of-some-length' })
    expect(others).toEqual([])
    expect(opened).toMatchObject({ name: `${name} (${url.host})`, origin: url.origin })
    expect(asked.at(-1)).toContain(path)
    // The first question is whether it is a Runoff server.
    expect(tokens.filter((token) => token !== undefined)).toHaveLength(1)
  })

  it('reads the runs of a tracker', async () => {
    const { url } = await answering('/data/', {
      environment: { data_location: 'logs', window_title: '' },
      runs: ['a'],
      tags: { a: { loss: {} } },
      scalars: [
        [1, 10, 0.5],
        [2, 20, 0.25],
      ],
    })
    const [opened] = await openUrl(url)
    const { runs } = (await opened?.source.listRuns({})) ?? { runs: [] }
    expect(runs).toMatchObject([{ name: 'a' }])
  })

  it('says that something else answers, or nothing', async () => {
    const { url } = await answering('/nothing', {})
    await expect(openUrl(url)).rejects.toThrow(`${url.origin} is no server that Runoff can read.`)
    const closed = await answering('/', {})
    await closing.pop()?.()
    await expect(openUrl(closed.url)).rejects.toThrow(
      `Nothing answered at ${closed.url.origin}. See whether the server runs, and its port.`,
    )
  })

  it('follows no answer elsewhere', async () => {
    const other = await answering('/', { experiments: [] })
    const server = createServer((_request, reply) => {
      reply.writeHead(302, { location: other.url.href }).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => server.close())
    const { port } = server.address() as AddressInfo
    await expect(openUrl(new URL(`http://127.0.0.1:${port}`))).rejects.toThrow(
      'is no server that Runoff can read',
    )
    expect(other.asked).toEqual([])
  })
})
