import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import {
  accessTree,
  all,
  cellsOf,
  one,
  textOf,
  type AccessNode,
  type AccessTree,
} from './accessTree.ts'
import { bestOfModels, bestRun, lossOf } from './recordedRuns.ts'

const firstWord = (text: string): string => text.split(' ')[0] ?? ''

/** The five things that people come for, for somebody who sees nothing of the page. */
export function describeTreeTasks(openPage: () => Promise<Page>): void {
  describe('by accessibility tree alone', () => {
    const start = async (): Promise<readonly [AccessTree, Page]> => {
      const page = await openPage()
      return [await accessTree(page), page]
    }
    const press = async (tree: AccessTree, role: string, name: string | RegExp): Promise<void> => {
      await tree.act(await tree.find((root) => one(root, role, name)))
    }
    const hear = async (tree: AccessTree, words: string): Promise<void> => {
      await tree.find((root) => spoken(root).find((node) => textOf(node).includes(words)) ?? null)
    }

    it('begins with the answer, and tells the best run of each model', async () => {
      const [tree] = await start()
      const root = await tree.read()
      const [first] = all(root, 'region')
        .filter(({ name }) => name !== 'Run comparison')
        .filter(({ name }) => name !== 'Your own files')
      expect(first?.name).toBe('Recommendation')
      const answer = first === undefined ? '' : textOf(first)
      expect(answer).toMatch(/^(?:Keep |\w+ contenders cannot be told apart: )/)
      expect(answer).toContain(bestRun)
      expect(answer).toContain('Contenders (4)')

      await press(tree, 'checkbox', 'Group by model')
      await tree.find((now) => one(now, 'heading', /\(\d+ runs\)/))
      const rows = all(await tree.read(), 'row', / Best$/)
      expect(rows.map(({ name }) => firstWord(name)).toSorted()).toEqual(bestOfModels)
      for (const { name } of rows) {
        expect(name).toContain(`Loss: ${lossOf(firstWord(name)).toPrecision(4)}`)
      }
    })

    it('compares five runs and says why no sixth', async () => {
      const [tree] = await start()
      const boxes = all(await tree.read(), 'checkbox', /^Compare /)
      const picked = boxes.slice(0, 5).map(({ name }) => name.slice('Compare '.length))
      for (const box of boxes.slice(0, 5)) await tree.act(box)
      await hear(tree, '5 runs selected')
      await hear(tree, 'At most 5 runs can be compared')
      const sixth = await tree.find((root) => one(root, 'checkbox', boxes[5]?.name))
      expect(sixth.states.get('disabled')).toBe(true)
      expect(sixth.description).toBe('At most 5 runs can be compared')

      await press(tree, 'button', 'Compare selected (5)')
      await tree.find((root) => one(root, 'dialog', 'Run comparison'))
      const table = await tree.find((root) => {
        const found = one(one(root, 'dialog') ?? root, 'table', 'Summary')
        return found !== null && all(found, 'rowheader').length === 5 ? found : null
      })
      const names = all(table, 'rowheader').map(({ name }) => firstWord(name))
      expect(names.toSorted()).toEqual(picked.toSorted())
      // What lies under the dialog is not read.
      expect(one(await tree.read(), 'region', 'Runs')).toBeNull()
      await press(tree, 'button', 'Close')
      await tree.find((root) => one(root, 'region', 'Runs'))
    })

    it('tells each chart in a sentence and as a table', async () => {
      const [tree] = await start()
      for (const name of ['Loss', 'Learning rate']) {
        const chart = await tree.find((root) => {
          const found = one(root, 'figure', name)
          return found !== null && /over [\d ]+ steps/.test(textOf(found)) ? found : null
        })
        expect(textOf(chart)).toMatch(/of 5 runs over 600 steps\. Lowest: [\w-]+ with [\d.e-]+/)
        const table = one(chart, 'DisclosureTriangle', 'Data table')
        expect(table?.states.get('expanded')).toBeUndefined()
        await tree.act(table ?? chart)
        const data = await tree.find((root) => {
          const found = one(one(root, 'figure', name) ?? root, 'table')
          return found !== null && cellsOf(found).length > 0 ? found : null
        })
        const [cell] = cellsOf(data)
        expect(cell?.column).not.toBe('')
        expect(cell?.text).toMatch(/\d/)
      }
    })

    it('sorts the summary, says so, and reads a delta beside its headers', async () => {
      const [tree] = await start()
      const table = (root: AccessNode): AccessNode | null => one(root, 'table', 'Summary')
      const sorter = await tree.find((root) =>
        one(table(root) ?? root, 'button', /^Best eval loss/),
      )
      await tree.act(sorter)
      await hear(tree, 'Sorted by Best eval loss, ')
      const before = await tree.find(table)
      const [best] = all(before, 'rowheader')
        .map(({ name }) => firstWord(name))
        .toSorted((a, b) => lossOf(a) - lossOf(b))
      await press(tree, 'button', `Use ${best ?? ''} as baseline`)
      const compared = await tree.find((root) => {
        const found = table(root)
        return found !== null && /worse/.test(textOf(found)) ? found : null
      })
      const cells = cellsOf(compared).filter(({ column }) => column.startsWith('Best eval loss'))
      expect(cells.length).toBe(5)
      for (const { row, text } of cells) {
        const percent = (lossOf(firstWord(row)) / lossOf(best ?? '') - 1) * 100
        if (percent < 0.1) continue
        expect(text).toContain(`${percent.toFixed(1)} % worse`)
      }
    })

    it('tells which hyperparameters differ, and the value of each run', async () => {
      const [tree] = await start()
      const picked = ['gpt-lr1e-2-seed1', 'gpt-lr1e-3-seed1'] as const
      for (const name of picked) await press(tree, 'checkbox', `Compare ${name}`)
      const section = await tree.find((root) => {
        const found = one(root, 'region', 'Hyperparameters')
        return found !== null &&
          /1e-2/.test(textOf(found)) &&
          all(found, 'columnheader').length === 3
          ? found
          : null
      })
      const table = one(section, 'table', 'Different values') ?? section
      const rates = cellsOf(table).filter(({ row }) => row.startsWith('Learning rate'))
      const values = rates.map(({ column, text }) => `${firstWord(column)} ${firstWord(text)}`)
      expect(values.toSorted()).toEqual([`${picked[0]} 1e-2`, `${picked[1]} 1e-3`])
      expect(rates.map(({ text }) => text).join()).toMatch(/(?:higher|lower) than the baseline/)
    })

    it('exports a report, and says that it did', async () => {
      const [tree, page] = await start()
      const keep = (root: AccessNode): AccessNode => one(root, 'region', 'Keep') ?? root
      const opener = await tree.find((root) => one(keep(root), 'button', 'Export'))
      expect(opener.states.get('hasPopup')).toBe('menu')
      await tree.act(opener)
      const coming = page.waitForEvent('download')
      await press(tree, 'menuitem', /^Report \(HTML\)/)
      const saved = await coming
      await hear(tree, `Saved ${saved.suggestedFilename()}`)
      const report = await readFile(await saved.path(), 'utf8')
      expect(report).toContain(bestRun)
      expect(report).toContain(lossOf(bestRun).toPrecision(4))
    })

    it('names everything that can be pressed, and nothing twice in one place', async () => {
      const [tree] = await start()
      const root = await tree.read()
      const roles = ['button', 'checkbox', 'combobox', 'searchbox', 'radio', 'link', 'figure']
      for (const role of [...roles, 'region', 'table', 'application', 'DisclosureTriangle']) {
        for (const node of all(root, role)) expect(`${role} ${node.name}`).not.toBe(`${role} `)
      }
      const keep = one(root, 'region', 'Keep') ?? root
      const names = all(keep, 'button').map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    })
  })
}

/** Returns what is spoken when it changes. */
function spoken(root: AccessNode): readonly AccessNode[] {
  return [...all(root, 'status'), ...all(root, 'alert')]
}
