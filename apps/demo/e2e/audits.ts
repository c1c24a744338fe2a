import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axeFaults, cutTexts, motions, overflowing, smallTargets } from './pageAudit.ts'
import { bestRun } from './recordedRuns.ts'

const windows = [
  [1400, 900],
  [1280, 720],
  [390, 844],
] as const

/** WCAG 1.4.12: as far as people may set their texts apart. */
const textSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`

/** What axe finds on the whole page, and what it cannot find. */
export function describeAudits(openPage: () => Promise<Page>): void {
  describe('the answer', () => {
    for (const [width, height] of windows) {
      it(`is there without a click or a scroll at ${width} × ${height}`, async () => {
        const page = await openPage()
        await page.setViewportSize({ width, height })
        const region = page.getByRole('region', { name: 'Recommendation' })
        const line = region.getByRole('paragraph').first()
        await expect.poll(() => line.innerText()).toContain(bestRun)
        expect(await line.innerText()).toMatch(/Keep |contenders cannot be told apart/)
        const sure = region.getByText(/^Contenders \(\d\)$/)
        for (const part of [line, sure]) {
          const box = await part.boundingBox()
          expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(height)
        }
        expect(await page.evaluate(() => scrollY)).toBe(0)
      })
    }
  })

  describe('axe', () => {
    const check = (name: string, prepare: (page: Page) => Promise<void>): void => {
      it(`finds nothing: ${name}`, async () => {
        const page = await openPage()
        await prepare(page)
        expect(await axeFaults(page)).toEqual([])
        expect(await smallTargets(page)).toEqual([])
      })
    }
    it('finds nothing: as it opens, and in what opens over it', async () => {
      const page = await openPage()
      expect(await axeFaults(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      const keep = page.getByRole('region', { name: 'Keep' })
      await keep.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menu').waitFor()
      expect(await axeFaults(page, '[role=menu]')).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Columns', exact: true }).click()
      await page.getByRole('searchbox', { name: 'Search columns' }).waitFor()
      expect(await axeFaults(page, '[role=dialog]')).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Keys', exact: true }).first().click()
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      expect(await axeFaults(page, '[role=dialog]')).toEqual([])
    })
    check('five selected, and all folds open', async (page) => {
      await selectFive(page)
      await openFolds(page)
    })
    check('the dialog', async (page) => {
      await selectFive(page)
      await page.getByRole('button', { name: 'Compare selected (5)' }).click()
      await page.getByRole('dialog').getByRole('table', { name: 'Summary' }).waitFor()
    })
    check('grouped, in the dark', async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.getByRole('checkbox', { name: 'Group by model' }).check()
      await selectFive(page)
    })
    check('320 pixels wide', async (page) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await selectFive(page)
    })
    check('right to left', async (page) => {
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl'
      })
    })
  })

  describe('what axe does not see', () => {
    it('is whole at 320 pixels, which is 400 % of 1280', async () => {
      const page = await openPage()
      await page.setViewportSize({ width: 320, height: 256 })
      await selectFive(page)
      await openFolds(page)
      await expect.poll(() => overflowing(page), { timeout: 10_000 }).toEqual([])
      expect(await cutTexts(page)).toEqual([])
    })

    it('is whole where texts are set apart', async () => {
      const page = await openPage()
      await selectFive(page)
      await openFolds(page)
      expect(await cutTexts(page)).toEqual([])
      // By script: the page's policy takes no style of others.
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        document.adoptedStyleSheets = [sheet]
      }, textSpacing)
      await page.waitForTimeout(300)
      expect(await cutTexts(page)).toEqual([])
      expect(await overflowing(page)).toEqual([])
    })

    it('does not move where motion is not wanted', async () => {
      const page = await openPage()
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await selectFive(page)
      await page.getByRole('button', { name: 'Compare selected (5)' }).click()
      await page.getByRole('dialog').waitFor()
      expect(await motions(page)).toEqual([])
    })
  })
}

async function selectFive(page: Page): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^Compare / })
  for (const index of [0, 1, 2, 3, 4]) await boxes.nth(index).check()
  await page.getByRole('button', { name: 'Compare selected (5)' }).waitFor()
}

/** Opens what is folded, and what was folded in that. */
async function openFolds(page: Page): Promise<void> {
  for (const _ of [1, 2]) {
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
      for (const button of document.querySelectorAll<HTMLElement>(
        '[aria-expanded=false]:not([aria-haspopup])',
      )) {
        button.click()
      }
    })
    await page.waitForTimeout(300)
  }
}
