import type { AddressInfo } from 'node:net'
import { restSource } from '@runoff/sources/rest'
import { describeSource } from '@runoff/sources/testing'
import { openTestServer, seriesOf } from './testing.ts'

describeSource('restSource over a server that listens', async () => {
  const server = await openTestServer()
  const loss = seriesOf(Array.from({ length: 300 }, (_, i) => 3 / (i + 1)))
  const last = {
    last: 0.01,
    lastStep: 299,
    min: 0.01,
    minStep: 299,
    max: 3,
    maxStep: 0,
    count: 300,
  }
  const metrics = { 'train/loss': { ...last, basis: 'full' as const } }
  await server.save(
    { id: 'a', name: 'lr 1e-3', status: 'completed', metrics },
    { 'train/loss': loss },
  )
  await server.save(
    { id: 'b', name: 'ÜBUNG', status: 'running' },
    { 'train/loss': seriesOf([NaN]) },
  )
  await server.save({ id: 'c', name: '../c', status: 'failed' })
  await server.save({ id: 'd', name: 'old', archived: true })
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.app.server.address() as AddressInfo
  return {
    source: restSource({ baseUrl: `http://127.0.0.1:${port}` }),
    metric: 'train/loss',
    close: server.close,
  }
})
