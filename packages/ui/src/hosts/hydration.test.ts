import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// @boundaries-ignore the one place that knows where Chromium is
import { findChromium } from '../../../../scripts/chromium.mjs'
import { buildFolder, buildHost } from './testdata/buildHost.ts'
import type { ClientAnswer } from './testdata/clientPage.tsx'
import type { ServerOutput } from './testdata/serverPage.tsx'

// One without summer time, one of a quarter of an hour, both ends of the day, and a change of the clock.
const zones = ['UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Niue', 'Europe/Berlin']
const skewsMs = [-400 * 86_400_000, 11 * 3_600_000]

type Place = readonly [zone: string, locale: string]

const folder = buildFolder()
let browser: Browser

beforeAll(async () => {
  const executablePath = findChromium()
  browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  folder.remove()
})

describe.each([
  { react: 19, version: '19.', locales: ['en-US', 'de-DE', 'ar-EG', 'fa-IR'] },
  // How an older React writes it does not depend on the language any more than the newest.
  { react: 18, version: '18.3.1', locales: ['ar-EG'] },
] as const)('a page of React $react', ({ react, version, locales }) => {
  const combinations = zones.length * locales.length * skewsMs.length
  /** Every zone and every language. */
  const places = zones.map((zone, i): Place => [zone, locales[i % locales.length] ?? ''])

  let servers: readonly ServerOutput[]
  let page: Page
  let session: CDPSession

  beforeAll(async () => {
    const server = await buildHost(folder.path, { entry: 'serverPage.tsx', isServer: true, react })
    servers = await Promise.all(locales.map((locale) => renderIn(server, locale)))
    const script = await buildHost(folder.path, { entry: 'clientPage.tsx', react })
    page = await browser.newPage()
    await page.setContent('<!doctype html><body>')
    await page.addScriptTag({ content: readFileSync(script, 'utf8'), type: 'module' })
    await page.waitForFunction(() => 'takeOver' in globalThis)
    session = await page.context().newCDPSession(page)
  }, 240_000)
  afterAll(() => page?.close())

  it('is rendered by servers with the zone, the language and the clock of the test', () => {
    const answers = servers.flatMap((server) => server.answers)
    expect(new Set(answers.map(({ zone, locale }) => `${zone} ${locale}`)).size).toBe(
      combinations / skewsMs.length,
    )
    expect(answers.filter(isSkewed)).toHaveLength(combinations)
  })

  it('is the same in every byte of every part that the package exports', () => {
    expect(servers.flatMap(({ missing }) => missing)).toEqual([])
    const hashes = servers.flatMap(({ answers }) => answers.map(({ hash }) => hash))
    expect(hashes).toHaveLength(combinations)
    expect(new Set(hashes).size).toBe(1)
  })

  it('is what a browser anywhere would write', async () => {
    const answers: ClientAnswer[] = []
    for (const place of places) {
      await moveTo(place)
      for (const skewMs of skewsMs) {
        answers.push(await page.evaluate((given) => compare(...given), [pages(), skewMs] as const))
      }
    }
    expect(answers.filter(({ faults }) => faults.length > 0)).toEqual([])
    expect(new Set(answers.map(({ place }) => place)).size).toBe(zones.length)
    expect(answers.filter(isSkewed)).toHaveLength(zones.length * skewsMs.length)
  }, 240_000)

  it('is taken over by browsers elsewhere without a word of complaint', async () => {
    for (const place of places) {
      await moveTo(place)
      const answer = await page.evaluate((given) => takeOver(given), pages())
      expect(answer.faults).toEqual([])
      expect(answer.version.startsWith(version)).toBe(true)
    }
  }, 240_000)

  it('would be complained about if it were another', async () => {
    const wrong = { ...pages(), SummaryTable: pages()['SummaryTable']?.replace('<th', '<td') ?? '' }
    expect((await page.evaluate((given) => compare(given, 0), wrong)).faults).toEqual([
      'SummaryTable',
    ])
    const { faults } = await page.evaluate((given) => takeOver(given), wrong)
    expect(faults.join('\n')).toMatch(/hydrat/i)
  }, 60_000)

  const pages = (): Readonly<Record<string, string>> => servers[0]?.pages ?? {}

  async function moveTo([timezoneId, locale]: Place): Promise<void> {
    await session.send('Emulation.setTimezoneOverride', { timezoneId })
    await session.send('Emulation.setLocaleOverride', {})
    await session.send('Emulation.setLocaleOverride', { locale: locale.replace('-', '_') })
  }
})

/** Whether the clock is wrong by one of the two that the test chose. */
const isSkewed = ({ nowMs }: { readonly nowMs: number }): boolean =>
  skewsMs.some((skew) => Math.abs(nowMs - Date.now() - skew) < 300_000)

/** What a server of this language writes in every zone and by every clock. */
async function renderIn(script: string, locale: string): Promise<ServerOutput> {
  const LC_ALL = `${locale.replace('-', '_')}.UTF-8`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, zones.join(','), skewsMs.join(',')],
    { env: { ...process.env, LC_ALL, LANG: LC_ALL }, maxBuffer: 2 ** 26 },
  )
  return JSON.parse(stdout) as ServerOutput
}
