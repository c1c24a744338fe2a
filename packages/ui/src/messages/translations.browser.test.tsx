import '../styles.css'
import { memorySource } from '@runoff/sources/memory'
import { cleanup, render, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { RunComparison } from '../comparison/RunComparison.tsx'
import { fiveRuns, mixedRuns } from '../comparison/testdata/generatedRuns.ts'
import { closeSweep } from '../comparison/testdata/sweeps.ts'
import { germanMessages } from './de/index.ts'
import { englishMessages, type Messages } from './messages.ts'
import { englishWordsIn } from './testdata/englishWords.ts'
import { chineseMessages } from './zh/index.ts'

afterEach(async () => {
  cleanup()
  await page.viewport(1000, 800)
})

/** A sweep with several seeds, and runs that failed, still go, and never logged. */
const runs = [...closeSweep, ...mixedRuns.slice(fiveRuns.length)]
const source = memorySource({ runs })

/** Shows the page, with all that is folded opened, once there is something to read everywhere. */
async function open(messages: Messages): Promise<HTMLElement> {
  const { container } = render(<RunComparison source={source} messages={messages} />)
  const { region } = messages.recommendation
  const answer = await within(container).findByRole('region', { name: region })
  await waitFor(() => expect(answer).toHaveAttribute('aria-busy', 'false'), { timeout: 5000 })
  await within(container).findByRole('figure', { name: messages.charts.loss })
  for (const fold of container.querySelectorAll('details')) fold.open = true
  // A chart that is out of sight waits for its turn.
  const busy = '[aria-busy="true"]:not(.runoff-charts-place)'
  await waitFor(() => expect(container.querySelectorAll(busy).length).toBe(0), { timeout: 10_000 })
  return container
}

/** What is read and heard, without the names that users gave. */
function wordsOf(root: HTMLElement): string {
  const copy = root.cloneNode(true) as HTMLElement
  for (const name of copy.querySelectorAll('bdi, code, option, canvas')) {
    if (name.tagName !== 'OPTION' || isName(name.textContent)) name.remove()
  }
  const said = Array.from(copy.querySelectorAll('*'), (element) =>
    ['aria-label', 'title', 'placeholder', 'aria-description', 'aria-roledescription']
      .map((attribute) => element.getAttribute(attribute) ?? '')
      .join(' '),
  )
  const texts: string[] = []
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) texts.push(walker.currentNode.textContent ?? '')
  return withoutNames([...texts, ...said].join('\n'))
}

const isName = (text: string | null): boolean => /[/_-]/.test(text ?? '')

/** Runs, models and parameters keep their names, and these stand isolated or in attributes. */
function withoutNames(text: string): string {
  const names = runs.flatMap(({ id, name }) => [String(id), name ?? ''])
  return names
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '), text)
    .replaceAll(/\u2068[^\u2069]*\u2069/g, ' ')
}

describe.each([
  ['German', germanMessages],
  ['Chinese', chineseMessages],
] as const)('the page in %s', (_language, messages) => {
  it('leaves no English word', async () => {
    const words = wordsOf(await open(messages))
    const lines = words.split('\n').filter((line) => englishWordsIn(line).length > 0)
    expect(Array.from(new Set(lines.map((line) => line.trim())))).toEqual([])
  })

  it.each([1200, 360])('fits into %d px', async (widthPx) => {
    await page.viewport(widthPx, 800)
    const container = await open(messages)
    const box = container.querySelector('.runoff-comparison')
    await waitFor(() => expect(box?.scrollWidth).toBeLessThanOrEqual(box?.clientWidth ?? 0))
    expect(cutButtons(container)).toEqual([])
    expect(crowdedCells(container)).toEqual([])
  })
})

describe('the look for crowded cells', () => {
  it('finds words that reach into the next cell, and not those that are cut', () => {
    const row = document.body.appendChild(document.createElement('div'))
    row.className = 'runoff-picker-row'
    row.innerHTML = '<span>Fehlgeschlagen</span><span>schlechter</span>'
    row.style.cssText = 'display: grid; grid-template-columns: 40px 200px; white-space: nowrap'
    const first = row.firstElementChild as HTMLElement
    expect(crowdedCells(document.body)).toHaveLength(1)
    first.style.overflow = 'hidden'
    expect(crowdedCells(document.body)).toEqual([])
    row.remove()
  })
})

describe('the same page in English', () => {
  it('has the words that are looked for', async () => {
    expect(englishWordsIn(wordsOf(await open(englishMessages))).length).toBeGreaterThan(50)
  })
})

/** Rows of cells that have a place each. */
const rows = '.runoff-picker-row, .runoff-recommendation-facts > div, .runoff-picker-summary'

/** Cells of a row whose words reach into another one. */
function crowdedCells(container: HTMLElement): string[] {
  return Array.from(container.querySelectorAll<HTMLElement>(rows)).flatMap((row) => {
    const boxes = Array.from(row.children).flatMap((cell) => wordBoxes(cell))
    return boxes.flatMap((box, place) =>
      boxes
        .slice(place + 1)
        .filter((other) => other.cell !== box.cell && overlap(box.rect, other.rect))
        .map((other) => `${box.cell.className}: ${box.text} | ${other.text}`),
    )
  })
}

interface WordBox {
  readonly cell: Element
  readonly text: string
  readonly rect: DOMRect
}

/** Where the texts of a cell are drawn; what is cut with an ellipsis ends where its box does. */
function wordBoxes(cell: Element): readonly WordBox[] {
  const boxes: WordBox[] = []
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    const clip = clipOf(node.parentElement, cell)
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      const right = Math.min(rect.right, clip?.right ?? Infinity)
      const left = Math.max(rect.left, clip?.left ?? -Infinity)
      if (right - left < 1 || rect.height < 4) continue
      const text = node.textContent?.trim() ?? ''
      boxes.push({ cell, text, rect: new DOMRect(left, rect.top, right - left, rect.height) })
    }
  }
  return boxes
}

/** The box that cuts a text, where one within the cell does. */
function clipOf(element: Element | null, cell: Element): DOMRect | null {
  for (let each = element; each !== null; each = each.parentElement) {
    if (getComputedStyle(each).overflowX !== 'visible') return each.getBoundingClientRect()
    if (each === cell) return null
  }
  return null
}

/** Lines that touch do not count, nor does what is hidden for those who see. */
function overlap(a: DOMRect, b: DOMRect): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across > 1 && down > 4
}

/** Buttons and labels whose words do not fit into them. */
function cutButtons(container: HTMLElement): string[] {
  return Array.from(container.querySelectorAll<HTMLElement>('button, label, summary'))
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => `${element.className}: ${element.textContent}`)
}
