import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestServer, seriesOf } from '../api/testing.ts'
import { openUrl } from './openUrl.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A server that has one answer, and notes what it was asked. */
async function answering(
  path: string,
  body: unknown,
  status = 200,
): Promise<{ readonly url: URL; readonly asked: readonly string[] }> {
  const asked: string[] = []
  const server: Server = createServer((request, reply) => {
    asked.push(request.url ?? '')
    const isIt = request.url?.startsWith(path) === true
    reply.writeHead(isIt ? status : 404, { 'content-type': 'application/json' })
    reply.end(JSON.stringify(isIt ? body : {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const { port } = server.address() as AddressInfo
  return { url: new URL(`http://127.0.0.1:${port}`), asked }
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
    ['MLflow', '/api/2.0/mlflow/experiments/search', { experiments: [] }],
    ['TensorBoard', '/data/environment', { data_location: 'logs' }],
    ['Trackio', '/gradio_api/info', { named_endpoints: {} }],
  ])('recognises %s and says that it cannot read it', async (name, path, body) => {
    const { url } = await answering(path, body)
    await expect(openUrl(url)).rejects.toThrow(
      `${url.origin} is ${name}, which Runoff cannot read over the network yet. ` +
        'Name the folder with its files instead.',
    )
  })

  it('says that something else answers, or nothing', async () => {
    const { url } = await answering('/nothing', {})
    await expect(openUrl(url)).rejects.toThrow(`${url.origin} is no Runoff server.`)
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
      'is no Runoff server',
    )
    expect(other.asked).toEqual([])
  })
})
