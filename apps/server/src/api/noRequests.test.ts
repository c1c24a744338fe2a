import { Socket } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { openTestServer } from './testing.ts'

afterEach(() => vi.restoreAllMocks())

it('requests nothing from anywhere, whatever address it is given', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  const server = await openTestServer()
  const address = encodeURIComponent('http://127.0.0.1:47999/secret')
  const runs = `/api/v1/experiments/${server.experimentId}/runs`
  const runId = await server.save({ id: 'a', name: address, url: 'http://127.0.0.1:47999/run' })
  for (const path of [
    `${runs}?search=${address}&ids=${address}&cursor=${address}`,
    `${runs}/${runId}/metrics?metric_type=${address}`,
    `${runs}/${address}/metrics`,
    `/api/v1/experiments/${address}/runs`,
    `/${address}`,
    'http://127.0.0.1:47999/secret',
  ]) {
    await server.get(path, { referer: 'http://127.0.0.1:47999/secret' })
  }
  const url = 'http://127.0.0.1:47999/secret'
  const params = { url, webhook: url }
  await server.send('POST', '/api/v1/experiments', { name: url })
  await server.send('POST', runs, {
    name: url,
    params,
    tags: params,
    best: { checkpoint_path: url },
  })
  await server.send('PATCH', `${runs}/${runId}`, { params })
  await server.send('POST', `${runs}/${runId}/logs`, { offset: 0, text: `saved to ${url}\n` })
  const requests = [{ run_id: url, metric: url }]
  await server.send('POST', '/api/v1/metrics:batchGet', { requests })
  expect(connect).not.toHaveBeenCalled()
  // The spy would have seen it.
  await fetch('http://127.0.0.1:47999/').catch(() => null)
  expect(connect).toHaveBeenCalled()
  await server.close()
})
