import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from './testing.ts'

const secret = 'This file lies outside of the page.'
let folder: string
let server: TestServer

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'runoff-page-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  mkdirSync(join(folder, 'page-private'))
  writeFileSync(join(folder, 'secret.txt'), secret)
  writeFileSync(join(folder, 'page-private', 'secret.txt'), secret)
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Runoff</title>')
  writeFileSync(join(folder, 'page', 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'page', 'assets', 'index-abc123.js'), 'export {}')
  server = await openTestServer(join(folder, 'page'))
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe('addPageRoutes', () => {
  it('serves the page at / and its files beside it', async () => {
    const page = await server.get('/')
    expect(page.body).toContain('<title>Runoff</title>')
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
    expect((await server.get('/favicon.svg')).headers['content-type']).toMatch('image/svg+xml')
    const script = await server.get('/assets/index-abc123.js')
    expect(script.headers).toMatchObject({
      'content-type': expect.stringMatching('javascript'),
      'cache-control': 'max-age=31536000, immutable',
    })
  })

  it('makes node warn of nothing while the page is loaded, by some who leave halfway', async () => {
    const script = 'x'.repeat(4_000_000)
    writeFileSync(join(folder, 'page', 'assets', 'large-abc123.js'), script)
    const options = { log: () => undefined, closeTimeoutMs: 100 }
    const loaded = await openTestServer(join(folder, 'page'), options)
    const url = await loaded.listen()
    const warnings: Error[] = []
    const note = (warning: Error): void => void warnings.push(warning)
    process.on('warning', note)
    const lengths: number[] = []
    for (const path of ['/', '/favicon.svg', '/assets/large-abc123.js']) {
      const [body, rest] = await Promise.all(['GET', 'GET'].map(() => fetch(`${url}${path}`)))
      await rest?.body?.cancel()
      lengths.push((await body?.text())?.length ?? 0)
    }
    await loaded.close()
    process.off('warning', note)
    expect(lengths.at(-1)).toBe(script.length)
    expect(warnings).toEqual([])
  })

  it('says how to build the page where it is not built', async () => {
    const bare = await openTestServer(join(folder, 'nothing'))
    const answer = await bare.get('/')
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'page-not-built'])
    expect(answer.json().detail).toMatch('npm run build')
    expect(bare.failures).toEqual([])
    await bare.close()
  })

  it('turns no address into a path, whatever it is written as', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const runId = await server.save({ id: 'a' })
    const runs = `/api/v1/experiments/${server.experimentId}/runs`
    const opened: string[] = []
    for (const name of traversals()) {
      const paths = [
        `/${name}`,
        `/assets/${name}`,
        `/api/v1/experiments/${name}/runs`,
        `${runs}/${name}/metrics`,
        `${runs}/${runId}/metrics/${name}`,
      ]
      for (const path of paths) {
        const { status, body } = await rawGet(path)
        if (status < 400 || body.includes(secret)) opened.push(path)
      }
    }
    expect(opened).toEqual([])
  }, 60_000)
})

/** Ways in which others have been led out of a folder. */
function traversals(): readonly string[] {
  const up = ['..', '%2e%2e', '%2E.', '%252e%252e', '..%00', '..%c0%af', '....', '\\..', '..;']
  const between = ['/', '%2f', '%252f', '\\', '%5c', '//', '/./']
  const ends = ['secret.txt', 'page-private/secret.txt', 'secret.txt#', 'secret.txt%00.js']
  const made = up.flatMap((dots) =>
    between.flatMap((slash) =>
      ends.flatMap((end) => [1, 2].map((depth) => (dots + slash).repeat(depth) + end)),
    ),
  )
  const absolute = [`${folder}/secret.txt`, `file://${folder}/secret.txt`, '//host/share', 'C:\\x']
  return [...made, ...absolute, ...absolute.map(encodeURIComponent), '~/.ssh/id_rsa', '.env']
}

/** Asks for a path as it is written: `fetch` and `inject` would tidy it up first. */
function rawGet(path: string): Promise<{ readonly status: number; readonly body: string }> {
  const { port } = server.app.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => (body += piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}
