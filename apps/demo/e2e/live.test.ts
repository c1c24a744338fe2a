import { defineRun, defineSeries } from '@runoff/core'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// @boundaries-ignore another program that writes to the database of the server
import { openSqliteStore } from '../../server/src/store/sqlite/sqliteStore.ts'
import { launchBrowser } from './launchBrowser.ts'
import { buildPage, servePage, type ServedPage } from './servedPage.ts'

let served: ServedPage
let browser: Browser
let page: Page

beforeAll(async () => {
  await buildPage()
  browser = await launchBrowser()
  served = await servePage()
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } })
  page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

async function send(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(new URL(`/api/v1/experiments${path}`, served.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.ok).toBe(true)
  return answer.json()
}

const runs = (): Locator => page.getByRole('region', { name: 'Runs', exact: true })
const checkbox = (name: string): Locator =>
  runs().getByRole('checkbox', { name: `Compare ${name}`, exact: true })
const summary = (): Locator => page.getByRole('table', { name: 'Summary' })
const loss = (): Locator => page.getByRole('figure', { name: 'Loss', exact: true })

/** What the chart of the loss shows. */
async function picture(): Promise<string> {
  return loss()
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
}

/** Waits until the chart and the table show a loss that was not there when `work` began. */
async function expectNewLoss(text: string, work: () => Promise<unknown>): Promise<void> {
  const before = await picture()
  expect(await summary().innerText()).not.toContain(text)
  await work()
  await expect.poll(picture, { timeout: 15_000 }).not.toBe(before)
  await expect.poll(() => summary().innerText(), { timeout: 15_000 }).toContain(text)
}

describe('the page while runs go on', () => {
  it('shows points, logs and runs that come by the API or from another program', async () => {
    const { experiment } = (await send('', { name: 'live' })) as { experiment: { id: string } }
    const path = `/${experiment.id}/runs`
    const { run } = (await send(path, { name: 'first', status: 'running' })) as {
      run: { id: string }
    }
    const lossAt = (step: number, value: number): unknown => ({
      metrics: [{ metric: 'eval/loss', steps: [step, step + 1], values: [value + 1, value] }],
    })
    await send(`${path}/${run.id}/metrics`, lossAt(1, 0.8125))
    await page.goto(`${served.url}?experiment=${experiment.id}`)
    await checkbox('first').check()
    await expect.poll(() => summary().innerText()).toContain('0.8125')
    let loads = 0
    page.on('load', () => (loads += 1))

    await expectNewLoss('0.6875', () => send(`${path}/${run.id}/metrics`, lossAt(3, 0.6875)))
    const text = '{"eval_loss": 0.5625, "step": 5}\n{"eval_loss": 0.5625, "step": 6}\n'
    await expectNewLoss('0.5625', () => send(`${path}/${run.id}/logs`, { offset: 0, text }))
    await send(path, { name: 'second', status: 'running' })
    await checkbox('second').waitFor()

    const other = openSqliteStore(served.database)
    const points = defineSeries({ steps: [7, 8], values: [0.5, 0.4375] })
    await expectNewLoss('0.4375', () =>
      other.appendPoints(run.id, new Map([['eval/loss', points]])),
    )
    const id = '0189d2a4-0000-7000-8000-0123456789ab'
    await other.createRun(experiment.id, defineRun({ id, name: 'third' }))
    await checkbox('third').waitFor()
    await other.close()
    expect(loads).toBe(0)
  })
})
