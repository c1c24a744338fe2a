import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { securityHeaders } from './securityHeaders.ts'
import { openTestServer, type TestServer } from './testing.ts'

let server: TestServer
let address: URL
let own: string
beforeEach(async () => {
  server = await openTestServer()
  address = new URL(await server.listen())
  own = `localhost:${address.port}`
})
afterEach(() => server.close())

/** Sends these bytes, and returns all that comes until the server hangs up. */
async function send(text: string): Promise<{ readonly status: number; readonly text: string }> {
  const socket = connect(Number(address.port), address.hostname)
  let answer = ''
  socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece))
  socket.write(text)
  await once(socket, 'close')
  return { status: Number(answer.split(' ', 2)[1]), text: answer }
}

function requestOf(target: string, hosts: readonly string[]): string {
  const names = hosts.map((host) => `Host: ${host}\r\n`).join('')
  return `GET ${target} HTTP/1.1\r\n${names}Connection: close\r\n\r\n`
}

describe('a request as it is written', () => {
  it('is refused where one of two names that it gives the server is foreign', async () => {
    const ask = async (target: string, ...hosts: readonly string[]): Promise<number> =>
      (await send(requestOf(target, hosts))).status
    expect(await ask('/healthz', own)).toBe(200)
    expect(await ask('/healthz', own.toUpperCase())).toBe(200)
    expect(await ask(`http://127.0.0.1:${address.port}/healthz`, own)).toBe(200)
    expect(await ask('/healthz', own, 'attacker.example')).toBe(403)
    expect(await ask('/healthz', 'attacker.example', own)).toBe(403)
    for (const target of [
      'http://attacker.example/healthz',
      `http://${own.replace('localhost', 'localhost.attacker.example')}/healthz`,
      `http://attacker.example@${own}/healthz`,
      `https://attacker.example?http://${own}/healthz`,
      'http://localhost/healthz',
    ]) {
      expect([target, await ask(target, own)]).toEqual([target, 403])
    }
  })

  it.each([
    ['bad-request', 400, 'GET /healthz HTTP/1.1\r\nnonsense\r\n\r\n'],
    ['bad-request', 400, '\u0016\u0003\u0001\u0002\r\n\r\n'],
    ['headers-too-long', 431, `GET / HTTP/1.1\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`],
  ])('that cannot be read is the problem %s, with every header of an answer', async (...given) => {
    const [code, status, sent] = given
    const answer = await send(sent)
    const [head = '', body = ''] = answer.text.split('\r\n\r\n')
    expect(answer.status).toBe(status)
    expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status, code })
    expect(head).toContain('content-type: application/problem+json')
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(head).toContain(`\r\n${name}: ${value}`)
    }
  })
})
