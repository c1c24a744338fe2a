import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from './launchBrowser.ts'
import { buildPage, servePage, type ServedPage } from './servedPage.ts'

interface ExpectedRun {
  readonly experiment: string
  readonly model: string
  readonly best_eval_loss: number
}

interface Expected {
  readonly best: {
    readonly overall_in_char_lm: string
    readonly by_model_in_char_lm: Readonly<Record<string, string>>
  }
  readonly runs: Readonly<Record<string, ExpectedRun>>
}

const fixture = (path: string): string =>
  fileURLToPath(new URL(`../../../fixtures/${path}`, import.meta.url))
const expected = JSON.parse(readFileSync(fixture('expected.json'), 'utf8')) as Expected
const byText = (a: string, b: string): number => (a < b ? -1 : 1)
const nameOf = (path: string): string => path.split('/').at(-1) ?? path
const recorded = Object.entries(expected.runs).filter(([, run]) => run.experiment === 'char-lm')
const lossOf = (name: string): number => expected.runs[`char-lm/${name}`]?.best_eval_loss ?? NaN
const recordedNames = recorded.map(([path]) => nameOf(path)).toSorted()

let served: ServedPage
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  await buildPage()
  browser = await launchBrowser()
  served = await servePage()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

beforeEach(async () => {
  faults = []
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } })
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(request.url())
  })
})
afterEach(() => page.close())

async function openPage(): Promise<void> {
  await page.goto(served.url)
  await checkbox(recordedNames[0] ?? '').waitFor()
}

const runs = (): Locator => page.getByRole('region', { name: 'Runs', exact: true })
const checkbox = (name: string): Locator =>
  runs().getByRole('checkbox', { name: `Compare ${name}`, exact: true })
const files = (): Locator => page.getByRole('region', { name: 'Your own files' })
const input = (): Locator => page.locator('input[type=file]')

async function listedNames(): Promise<readonly string[]> {
  const labels = await runs()
    .getByRole('checkbox', { name: /^Compare / })
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''))
  return labels.map((label) => label.slice('Compare '.length)).toSorted()
}

/** The names of the runs whose row carries the badge "Best", and nothing else of that word. */
async function bestNames(): Promise<readonly string[]> {
  const best = runs()
    .getByRole('row')
    .filter({ has: page.getByText('Best', { exact: true }) })
  const labels = await best
    .getByRole('checkbox')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''))
  return labels.map((label) => label.slice('Compare '.length)).toSorted()
}

const figure = (name: string): Locator => page.getByRole('figure', { name, exact: true })

async function drawnPixels(chart: Locator): Promise<number> {
  return chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    let drawn = 0
    for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 0) drawn += 1
    return drawn
  })
}

describe('the page', () => {
  it('lists the recorded runs of the first experiment, without a fault', async () => {
    await openPage()
    expect(await listedNames()).toEqual(recordedNames)
    expect(await page.title()).toBe('Runoff')
    expect(faults).toEqual([])
  })

  it('groups by model with counts, and marks exactly the best run of each', async () => {
    await openPage()
    const grouped = page.getByRole('checkbox', { name: 'Group by model' })
    await grouped.check()
    const counts = Map.groupBy(recorded, ([, run]) => run.model)
    for (const [model, { length }] of counts) {
      const header = runs().getByRole('heading', { name: `${model} (${length} runs)` })
      expect(await header.count()).toBe(1)
    }
    const byModel = Object.values(expected.best.by_model_in_char_lm).map(nameOf).toSorted()
    expect(await bestNames()).toEqual(byModel)
    await grouped.uncheck()
    expect(await bestNames()).toEqual([nameOf(expected.best.overall_in_char_lm)])
    expect(faults).toEqual([])
  })

  it('draws the loss of five ticked runs, and takes no sixth', async () => {
    await openPage()
    const [sixth = '', ...others] = recordedNames
    for (const name of others.slice(0, 5)) await checkbox(name).check()
    await expect.poll(() => checkbox(sixth).isDisabled()).toBe(true)
    await figure('Loss').waitFor()
    await expect.poll(() => drawnPixels(figure('Loss')), { timeout: 10_000 }).toBeGreaterThan(500)
    expect(await page.getByRole('button', { name: 'Compare selected (5)' }).count()).toBe(1)
    expect(faults).toEqual([])
  })

  it('sorts the summary by the column that is clicked', async () => {
    await openPage()
    const picked = recordedNames.slice(2, 7)
    for (const name of picked) await checkbox(name).check()
    const table = page.getByRole('table', { name: 'Summary' })
    const header = table.getByRole('columnheader', { name: 'Best eval loss' })
    const direction = (): Promise<string | null> => header.getAttribute('aria-sort')
    for (const before of [await direction(), 'descending']) {
      await header.getByRole('button').click()
      await expect.poll(direction).toBe(before === 'ascending' ? 'descending' : 'ascending')
      const isAscending = (await direction()) === 'ascending'
      const byLoss = picked.toSorted((a, b) => lossOf(a) - lossOf(b))
      const order = isAscending ? byLoss : byLoss.toReversed()
      // The recommended run's header holds a star as well.
      const names = table.getByRole('rowheader').locator('bdi')
      await expect.poll(() => names.allInnerTexts()).toEqual(order)
    }
    expect(faults).toEqual([])
  })

  it('shows another experiment', async () => {
    await openPage()
    const chooser = page.getByRole('combobox', { name: 'Experiment' })
    await chooser.selectOption({ label: 'dpo (3 runs)' })
    await checkbox('v4-gpt-beta0.1').waitFor()
    expect(await listedNames()).toEqual(['gpt-beta0.1', 'gpt-beta0.5', 'v4-gpt-beta0.1'])
    await chooser.selectOption('')
    await checkbox('llama-lr3e-3-seed2').waitFor()
    await checkbox('v4-gpt-beta0.1').waitFor()
    expect(faults).toEqual([])
  })

  it('adds the run of an opened file, keeps what was ticked, and takes the file away again', async () => {
    await openPage()
    const [first = ''] = recordedNames
    await checkbox(first).check()
    const lines = [3, 2, 1].map((loss, step) => JSON.stringify({ step, loss, eval_loss: loss }))
    const buffer = Buffer.from(lines.join('\n'))
    await input().setInputFiles({ name: 'mine.jsonl', mimeType: 'text/plain', buffer })
    await files().getByText('mine.jsonl: 1 run was added.').waitFor()
    await expect.poll(listedNames).toEqual([...recordedNames, 'mine'])
    expect(await checkbox(first).isChecked()).toBe(true)

    await files().getByRole('button', { name: 'Remove mine.jsonl' }).click()
    await expect.poll(listedNames).toEqual(recordedNames)
    expect(await checkbox(first).isChecked()).toBe(true)
    expect(faults).toEqual([])
  })

  it('takes a folder that is dropped on it, with the folders inside', async () => {
    await openPage()
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [fixture('runs/dpo')], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 500, data })
    }
    await files().getByText('dpo: 3 runs were added.').waitFor()
    const added = ['gpt-beta0.1', 'gpt-beta0.5', 'v4-gpt-beta0.1']
    await expect.poll(listedNames).toEqual([...recordedNames, ...added].toSorted(byText))
    expect(faults).toEqual([])
  })

  it('opens a folder from the keyboard', async () => {
    await openPage()
    const asked = page.waitForEvent('filechooser')
    await files().getByRole('button', { name: 'Open a folder…' }).press('Enter')
    await (await asked).setFiles(fixture('runs/console-only'))
    await files().getByText('console-only: 6 runs were added.').waitFor()
    await checkbox('v4-diverged').waitFor()
    expect(faults).toEqual([])
  })

  it('says in words that a file is no run, and shows the others all the same', async () => {
    await openPage()
    const buffer = Buffer.from([0, 255, 1, 254, 0, 0, 7])
    await input().setInputFiles({ name: '<b>x.log', mimeType: 'text/plain', buffer })
    await files().getByText('<b>x.log: no run was recognised.').waitFor()
    await files().getByText('The file holds nothing that Runoff knows to be a run.').waitFor()
    expect(await files().locator('b').count()).toBe(0)
    expect(await listedNames()).toEqual(recordedNames)
    expect(faults).toEqual([])
  })

  it('is dark where the system is, and as it is told to be', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await openPage()
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const dark = 'rgb(17, 20, 23)'
    expect(await ground()).toBe(dark)
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light')
    await expect.poll(ground).toBe('rgb(255, 255, 255)')
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
    await expect.poll(ground).toBe(dark)
    expect(faults).toEqual([])
  })

  it('says that the experiment of an address is not there, and shows another that is chosen', async () => {
    await page.goto(`${served.url}?experiment=gone`)
    const chooser = page.getByRole('combobox', { name: 'Experiment' })
    const alert = page.getByRole('alert').filter({ hasText: 'is not on this server' })
    await alert.waitFor({ timeout: 30_000 })
    expect(await chooser.locator('option:checked').textContent()).toBe('Not on this server')
    await chooser.selectOption({ label: 'dpo (3 runs)' })
    await alert.waitFor({ state: 'hidden' })
    await expect.poll(listedNames).toHaveLength(3)
  })

  it('says that the server is gone, and still opens files', async () => {
    const other = await servePage()
    await page.goto(other.url)
    await checkbox(recordedNames[0] ?? '').waitFor()
    await other.stop()
    await page.getByRole('combobox', { name: 'Experiment' }).selectOption({ label: 'dpo (3 runs)' })
    const alert = page.getByRole('alert').filter({ hasText: 'The server does not answer' })
    await alert.waitFor({ timeout: 30_000 })
    const buffer = Buffer.from('{"step":1,"eval_loss":0.5}\n{"step":2,"eval_loss":0.25}\n')
    await input().setInputFiles({ name: 'mine.jsonl', mimeType: 'text/plain', buffer })
    await expect.poll(listedNames, { timeout: 30_000 }).toEqual(['mine'])
  })
})
