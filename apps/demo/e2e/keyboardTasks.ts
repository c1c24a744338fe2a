import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { AccessNode } from './accessTree.ts'
import { keyboardWalk, type Focused, type KeyboardWalk } from './keyboardWalk.ts'
import { bestOfModels, lossOf } from './recordedRuns.ts'

/** A dialog with more stops than this is one that the focus has left. */
const mostStops = 300

type IsThere = (focused: Focused) => boolean

const is =
  (role: string, name: string | RegExp): IsThere =>
  (focused) =>
    focused.role === role &&
    (typeof name === 'string' ? focused.name === name : name.test(focused.name))

const around = (focused: Focused, role: string): AccessNode | null =>
  focused.within.find((node) => node.role === role) ?? null

/** In a cell or a heading of a row of the table of this name. */
const inRowOf =
  (table: string): IsThere =>
  (focused) =>
    /cell|rowheader/i.test(focused.role) && around(focused, 'table')?.name === table

const isRunBox = is('checkbox', /^Compare /)
const firstWord = ({ name }: AccessNode): string =>
  name.replaceAll(/[\u2066-\u2069]/g, '').split(' ')[0] ?? ''
const runOf = ({ name }: AccessNode): string => name.slice('Compare '.length)

/** The five things that people come for, each without a pointer. */
export function describeKeyboardTasks(openPage: () => Promise<Page>): void {
  describe('by keyboard alone', () => {
    const start = async (): Promise<readonly [Page, KeyboardWalk]> => {
      const page = await openPage()
      return [page, await keyboardWalk(page)]
    }
    const say = (task: string, keys: KeyboardWalk): void => {
      process.stdout.write(`${task}: ${keys.pressed()} keys\n`)
    }

    it('finds the best run of each model', async () => {
      const [, keys] = await start()
      await keys.until('Tab', is('checkbox', 'Group by model'))
      expect((await keys.press('Space')).states.get('checked')).toBe('true')
      await keys.until('Tab', isRunBox)
      const best = (await rowsDownwards(keys)).filter(({ name }) => name.endsWith(' Best'))
      expect(best.map(firstWord).toSorted()).toEqual(bestOfModels)
      say('best of each model', keys)
    })

    it('compares five runs, and is back where it was', async () => {
      const [, keys] = await start()
      const picked = await tick(keys, 5)
      // No sixth can be reached.
      const left = await keys.press('ArrowDown')
      expect(left.states.get('checked')).toBe('true')
      await keys.until('Tab', is('button', 'Compare selected (5)'))
      await keys.press('Enter')
      const inDialog: IsThere = (focused) => around(focused, 'dialog')?.name === 'Run comparison'
      const first = await keys.reach(inDialog)

      // At its edges a dialog hands the focus on to its other end, which may take a moment.
      let stop = first
      do {
        await keys.press('Tab')
        stop = await keys.reach(inDialog)
      } while (stop.backendId !== first.backendId && keys.pressed() < mostStops)
      expect(stop.backendId).toBe(first.backendId)
      await keys.until('Tab', inRowOf('Summary'))
      const rows = await rowsDownwards(keys)
      expect(rows.map(firstWord).toSorted()).toEqual(picked.toSorted())
      await keys.press('Escape')
      await keys.reach(is('button', 'Compare selected (5)'))
      say('compare five', keys)
    })

    it('sorts the summary and reads how much worse a run is', async () => {
      const [page, keys] = await start()
      const sorter: IsThere = (focused) =>
        is('button', /^Best eval loss/)(focused) && around(focused, 'table')?.name === 'Summary'
      await keys.until('Tab', sorter)
      const header = page.getByRole('columnheader', { name: /^Best eval loss/ })
      const before = await header.getAttribute('aria-sort')
      await keys.press('Enter')
      await expect.poll(() => header.getAttribute('aria-sort')).not.toBe(before)
      while ((await header.getAttribute('aria-sort')) !== 'ascending') await keys.press('Enter')

      const best = await keys.until('Tab', inRowOf('Summary'))
      // Enter presses the button in a cell: this run is the one that others are read against.
      await keys.press('Enter')
      const other = await keys.press('PageDown')
      const { name } = await keys.until('ArrowRight', (cell) => / worse\b/.test(cell.name))
      const percent = (lossOf(firstWord(other)) / lossOf(firstWord(best)) - 1) * 100
      expect(Number.parseFloat(/ ([\d.]+) % worse\b/.exec(name)?.[1] ?? '')).toBeCloseTo(percent, 1)
      say('sort and read a delta', keys)
    })

    it('tells the learning rates of two runs apart', async () => {
      const [, keys] = await start()
      await keys.until('Tab', isRunBox)
      await keys.press('/')
      await keys.reach(is('searchbox', 'Search runs'))
      for (const key of 'gpt-lr1e-') await keys.press(key)
      await keys.until('Tab', isRunBox)
      const picked: string[] = []
      for (const rate of ['lr1e-2', 'lr1e-3']) {
        const here = await keys.focused()
        const isThere = ({ name }: AccessNode): boolean => name.includes(rate)
        const box = isThere(here) ? here : await keys.until('ArrowDown', isThere)
        picked.push(runOf(box))
        await keys.press('Space')
      }
      await keys.until('Tab', inRowOf('Different values'))
      await keys.until('ArrowDown', is('rowheader', /^Learning rate/))
      const values = [await keys.press('ArrowRight'), await keys.press('ArrowRight')]
      expect(values.map(firstWord).toSorted()).toEqual(['1e-2', '1e-3'])
      expect(picked.length).toBe(2)
      say('two learning rates', keys)
    })

    it('exports the table', async () => {
      const [page, keys] = await start()
      const inKeep: IsThere = (focused) =>
        is('button', 'Export')(focused) && around(focused, 'region')?.name === 'Keep'
      await keys.until('Tab', inKeep)
      await keys.press('Enter')
      await keys.reach(({ role }) => /menu/.test(role))
      await keys.until('ArrowDown', is('menuitem', /^Table \(CSV\)/))
      const coming = page.waitForEvent('download')
      await keys.press('Enter')
      const [header = '', ...lines] = (await readFile(await (await coming).path(), 'utf8'))
        .trim()
        .split(/\r?\n/)
      expect(header.toLowerCase()).toContain('best eval loss')
      expect(lines.length).toBe(5)
      for (const line of lines) {
        const name = /[\w-]+seed\d/.exec(line)?.[0] ?? ''
        expect(line).toContain(String(lossOf(name)))
      }
      await keys.reach(inKeep)
      say('export', keys)
    })

    it('leads through the whole page and out of it, both ways', async () => {
      const [, keys] = await start()
      await tick(keys, 5)
      const stops = await stopsUntilEnd(keys, 'Tab')
      expect(stops.at(-1)?.within.some(({ name }) => name === 'Keep')).toBe(true)
      const back = await stopsUntilEnd(keys, 'Shift+Tab')
      expect(back.at(-1)?.name).toBe('Experiment')
      expect(back.length).toBeGreaterThan(stops.length)
      say('the whole page', keys)
    }, 180_000)

    it('lists the keys, and gives the focus back', async () => {
      const [, keys] = await start()
      const box = await keys.until('Tab', isRunBox)
      await keys.press('?')
      await keys.reach((focused) => around(focused, 'dialog')?.name === 'Keys')
      await keys.press('Escape')
      const back = await keys.reach(isRunBox)
      expect(back.backendId).toBe(box.backendId)
    })
  })
}

/** Selects the first runs of the list with Space and the arrow. */
async function tick(keys: KeyboardWalk, count: number): Promise<readonly string[]> {
  const picked = [await keys.until('Tab', isRunBox)]
  await keys.press('Space')
  while (picked.length < count) {
    picked.push(await keys.press('ArrowDown'))
    expect((await keys.press('Space')).states.get('checked')).toBe('true')
  }
  return picked.map(runOf)
}

/** Returns the rows from the focus down to the last, as they are named. */
async function rowsDownwards(keys: KeyboardWalk): Promise<readonly AccessNode[]> {
  const rows: AccessNode[] = []
  let now = await keys.focused()
  for (let last = -1; now.backendId !== last;) {
    const row = now.role === 'rowheader' ? now : around(now, 'row')
    if (row !== null) rows.push(row)
    last = now.backendId
    now = await keys.press('ArrowDown')
  }
  return rows
}

/** Returns all stops of a key to where the page ends, which is where the focus leaves it. */
async function stopsUntilEnd(keys: KeyboardWalk, key: string): Promise<readonly Focused[]> {
  const stops: Focused[] = []
  while (stops.length < 300 && (await keys.hasNext(key))) stops.push(await keys.focused())
  return stops
}
