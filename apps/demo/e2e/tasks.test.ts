import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { describeAudits } from './audits.ts'
import { describeKeyboardTasks } from './keyboardTasks.ts'
import { describeTreeTasks } from './treeTasks.ts'
import { launchBrowser } from './launchBrowser.ts'
import { buildPage, servePage, type ServedPage } from './servedPage.ts'

let served: ServedPage
let browser: Browser
let context: BrowserContext

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
  context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
})
afterEach(() => context.close())

/** The page with the runs of the first experiment, their curves and their numbers. */
async function openPage(): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(served.url)
  await page.getByRole('table', { name: 'Summary' }).waitFor()
  await page.getByRole('figure', { name: 'Loss', exact: true }).waitFor()
  return page
}

describeKeyboardTasks(openPage)
describeTreeTasks(openPage)
describeAudits(openPage)
