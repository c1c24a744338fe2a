import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from './launchBrowser.ts'
import { buildPage, servePage, type ServedPage } from './servedPage.ts'

const names = ['llama-lr3e-3-seed2', 'llama-lr3e-3-seed1'] as const

/** A machine may be busy with other things. */
const patience = { timeout: 15_000 }

let served: ServedPage
let browser: Browser
let context: BrowserContext
let faults: string[]
let folder: string

beforeAll(async () => {
  await buildPage()
  folder = mkdtempSync(join(tmpdir(), 'runoff-snapshot-'))
  browser = await launchBrowser()
  served = await servePage()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  rmSync(folder, { recursive: true })
})

beforeEach(async () => {
  faults = []
  context = await browser.newContext({ viewport: { width: 1400, height: 1000 } })
})
afterEach(() => context.close())

/** A page whose every fault is written down, what its policy forbids among them. */
async function newPage(): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (!/^(?:file|blob|data):/.test(request.url()) && page.url().startsWith('file:')) {
      faults.push(`asked for ${request.url()}`)
    }
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI } = event
      // Thrown past the listener, so that it is heard as a fault of the page.
      setTimeout(() => {
        throw new Error(`forbidden: ${violatedDirective} ${blockedURI}`)
      })
    })
  })
  return page
}

const checkbox = (page: Page, name: string): Locator =>
  page
    .getByRole('region', { name: 'Runs', exact: true })
    .getByRole('checkbox', { name: `Compare ${name}`, exact: true })

async function drawnPixels(chart: Locator): Promise<number> {
  return chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    let drawn = 0
    for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 0) drawn += 1
    return drawn
  })
}

/** What the summary says, cell by cell. */
async function summary(page: Page): Promise<readonly string[]> {
  const table = page.getByRole('table', { name: 'Summary' })
  await table.waitFor()
  return table.locator('tbody tr').allInnerTexts()
}

async function answer(page: Page): Promise<string> {
  const line = page.getByRole('region', { name: 'Recommendation' }).locator('p').first()
  await expect.poll(() => line.innerText(), patience).toMatch(/Keep|contenders/)
  return line.innerText()
}

async function compareTwo(page: Page): Promise<void> {
  await page.goto(served.url)
  for (const name of names) await checkbox(page, name).check()
  await expect.poll(async () => (await summary(page)).length, patience).toBe(names.length)
}

/** Saves a snapshot of what is compared, and returns where it lies. */
async function saveSnapshot(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  const keep = page.getByRole('region', { name: 'Keep' })
  await keep.getByRole('button', { name: 'Save snapshot' }).click()
  const saved = await download
  const path = join(folder, saved.suggestedFilename())
  await saved.saveAs(path)
  return path
}

describe('a snapshot', () => {
  it('opens from the disk without a network, and shows the same', async () => {
    const page = await newPage()
    await compareTwo(page)
    const said = await answer(page)
    const numbers = await summary(page)
    const path = await saveSnapshot(page)
    expect(basename(path)).toMatch(/snapshot-\d{4}-\d\d-\d\d-\d{6}\.html$/)
    await page.close()

    await context.setOffline(true)
    const opened = await newPage()
    await opened.goto(pathToFileURL(path).href)
    expect(await answer(opened)).toBe(said)
    await expect.poll(() => summary(opened), patience).toEqual(numbers)
    const loss = opened.getByRole('figure', { name: 'Loss', exact: true })
    await expect.poll(() => drawnPixels(loss), patience).toBeGreaterThan(500)
    for (const name of names) expect(await checkbox(opened, name).isChecked()).toBe(true)
    await opened.getByText('Everything is in this file').waitFor()
    expect(faults).toEqual([])
  })

  it('can be saved again from itself, with everything that it needs', async () => {
    const page = await newPage()
    await compareTwo(page)
    const path = await saveSnapshot(page)
    // What it still reads would fail, and is not what this is about.
    await page.close()
    await context.setOffline(true)
    const opened = await newPage()
    await opened.goto(pathToFileURL(path).href)
    await answer(opened)
    const again = await saveSnapshot(opened)
    const copy = await newPage()
    await copy.goto(pathToFileURL(again).href)
    expect(await answer(copy)).toBe(await answer(opened))
    expect(faults).toEqual([])
  })

  it('is opened by the page again, with the same runs and values', async () => {
    const page = await newPage()
    await compareTwo(page)
    const numbers = await summary(page)
    const path = await saveSnapshot(page)
    // Where the server has none of these runs they come from the file alone.
    await page.getByRole('combobox', { name: 'Experiment' }).selectOption({ label: 'dpo (3 runs)' })
    await checkbox(page, 'v4-gpt-beta0.1').waitFor()
    await page.locator('input[type=file]').setInputFiles(path)
    const files = page.getByRole('region', { name: 'Your own files' })
    await files.getByText(`${basename(path)}: 2 runs were added.`).waitFor()
    for (const name of names) await checkbox(page, name).check()
    await expect.poll(() => summary(page), patience).toEqual(numbers)
    expect(faults).toEqual([])
  })

  it('runs nothing but itself: its policy allows one script and one stylesheet', async () => {
    const page = await newPage()
    await compareTwo(page)
    const text = readFileSync(await saveSnapshot(page), 'utf8')
    const [, policy = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? []
    expect(policy.replaceAll('&#39;', "'")).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data: blob:; /,
    )
    const scripts = await page.evaluate((written) => {
      const read = new DOMParser().parseFromString(written, 'text/html')
      return Array.from(read.scripts, ({ type, src }) => ({ type, src }))
    }, text)
    expect(scripts).toEqual([
      { type: 'application/json', src: '' },
      { type: '', src: '' },
    ])
  })
})
