import '../styles.css'
import { cleanup, render, waitFor } from '@testing-library/react'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { visibleText } from '../format/visibleText.ts'
import { naughtyCategories, naughtyStrings } from '../testdata/naughtyStrings.ts'
import { RunComparison } from './RunComparison.tsx'
import {
  batchSize,
  closedSource,
  countTags,
  failingSource,
  harmIn,
  harmlessTexts,
  idOf,
  inBatches,
  isShownName,
  overlaps,
  runsNamed,
} from './testdata/naughtyPage.ts'

/** A batch is a page of its own; a busy machine takes its time. */
const patience = 20_000
const widthPx = 1000

const dialogs = vi.fn<(text?: unknown) => void>()

beforeEach(() => {
  dialogs.mockClear()
  for (const name of ['alert', 'confirm', 'prompt'] as const) {
    vi.spyOn(window, name).mockImplementation((text?: unknown): never => {
      dialogs(text)
      return undefined as never
    })
  }
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function openPage(source: RunSource): Promise<HTMLElement> {
  const page = renderPage(source)
  await waitFor(() => expect(rowsOf(page).length).toBeGreaterThan(0), { timeout: patience })
  return page
}

function renderPage(source: RunSource): HTMLElement {
  // All rows are to be there, also those that one would scroll to.
  const style = { width: widthPx, '--runoff-picker-height': '9000px' }
  const { container } = render(
    <div style={style}>
      <RunComparison source={source} maxSelected={batchSize} />
    </div>,
  )
  const page = container.querySelector<HTMLElement>('.runoff-comparison')
  if (page === null) throw new Error('no page')
  return page
}

async function openBatch(texts: readonly string[]): Promise<HTMLElement> {
  const page = await openPage(memorySource({ runs: runsNamed(texts) }))
  await waitFor(
    () => {
      expect(rowsOf(page)).toHaveLength(texts.length)
      // The axes come last, and the marks of the best steps with them or after.
      expect(page.querySelector('.runoff-chart-axes text')).not.toBeNull()
      expect(page.querySelector('.runoff-mark title')).not.toBeNull()
    },
    { timeout: patience },
  )
  return page
}

const rowsOf = (page: Element): readonly HTMLElement[] =>
  Array.from(page.querySelectorAll<HTMLElement>('.runoff-picker-row[data-run]'))

function rowOf(page: Element, index: number): HTMLElement {
  const row = rowsOf(page).find((each) => each.getAttribute('data-run') === idOf(index))
  if (row === undefined) throw new Error(`no row of ${idOf(index)}`)
  return row
}

/** Two names that look the same are told apart by their ids: that is no element of the name's. */
function tagsOfRow(row: Element): ReadonlyMap<string, number> {
  const copy = row.cloneNode(true) as Element
  for (const part of copy.querySelectorAll(
    '.runoff-picker-id, .runoff-run-color, .runoff-picker-standing *, .runoff-picker-title svg, [id$="star"]',
  )) {
    part.remove()
  }
  return countTags(copy)
}

/** Where the columns of a row begin, from its own border. */
function columnsOf(row: Element): readonly number[] {
  const { left } = row.getBoundingClientRect()
  return Array.from(
    row.querySelectorAll(
      ':scope > .runoff-picker-state, :scope > .runoff-picker-value, :scope > .runoff-picker-standing, :scope > .runoff-picker-dataset',
    ),
    (cell) => Math.round(cell.getBoundingClientRect().left - left),
  )
}

interface Template {
  readonly page: ReadonlySet<string>
  readonly look: RowLook
}

let known: Template | null = null

/** What the page is made of when nobody is hostile. */
async function template(): Promise<Template> {
  if (known !== null) return known
  // Two runs of one name have their ids beside them, as names have that look alike.
  const page = await openBatch(['twin', 'twin', ...harmlessTexts(batchSize - 2)])
  const look = lookOf(rowOf(page, 3), 'harmless 01', 3)
  known = { page: new Set(countTags(page).keys()), look }
  cleanup()
  return known
}

interface RowLook {
  readonly text: string
  /** Whether the name on screen, and that of its checkbox, are the run's, whole or cut. */
  readonly saysIts: readonly boolean[]
  readonly tags: Readonly<Record<string, number>>
  readonly heightPx: number
  readonly columns: readonly number[]
  readonly overflowPx: number
  readonly overlaps: readonly string[]
}

function lookOf(row: HTMLElement, text: string, index: number): RowLook {
  const run = { id: idOf(index), name: text }
  const shown = row.querySelector('.runoff-picker-name bdi')?.textContent ?? ''
  const box = row.querySelector('input[type="checkbox"]')?.getAttribute('aria-label') ?? ''
  const named = box.replace(/^Compare /, '').replace(` (${run.id})`, '')
  return {
    text,
    saysIts: [isShownName(shown, run), isShownName(named, run)],
    tags: Object.fromEntries(tagsOfRow(row)),
    heightPx: Math.round(row.getBoundingClientRect().height),
    columns: columnsOf(row),
    overflowPx: Math.max(0, row.scrollWidth - row.clientWidth),
    overlaps: overlaps([...row.children]),
  }
}

describe('names that people hostile to the page choose', () => {
  it('are more than five hundred, each once', () => {
    expect(naughtyStrings.length).toBeGreaterThan(515)
    expect(new Set(naughtyStrings).size).toBe(naughtyStrings.length)
  })

  it('would be found where they became more than text', () => {
    const page = document.createElement('div')
    const link = document.createElement('a')
    link.setAttribute('href', ' JavaScript:alert(1)')
    link.setAttribute('onclick', 'alert(1)')
    link.append(document.createElement('img'))
    page.append(link)
    expect(harmIn(page)).toEqual(['<img>', 'href=" JavaScript:alert(1)"', 'onclick="alert(1)"'])
    expect(isShownName('<b>', { id: 'a', name: '<b>x</b>' })).toBe(false)
    expect(isShownName('<b>…</b>', { id: 'a', name: '<b>x</b>' })).toBe(true)
  })

  it.each(naughtyCategories)(
    'stay text and keep to their place: $name',
    async ({ strings }) => {
      const expected = await template()
      const { title } = document
      for (const texts of inBatches([...new Set(strings)])) {
        const page = await openBatch(texts)
        expect(harmIn(page)).toEqual([])
        expect([...countTags(page).keys()].filter((tag) => !expected.page.has(tag))).toEqual([])
        const looks = texts.map((text, index) => lookOf(rowOf(page, index), text, index))
        expect(looks).toEqual(texts.map((text) => ({ ...expected.look, text })))
        expect(page.scrollWidth).toBeLessThanOrEqual(widthPx)
        expect(dialogs).not.toHaveBeenCalled()
        expect(document.title).toBe(title)
        cleanup()
      }
    },
    120_000,
  )

  it('stay text in all that can be opened', async () => {
    const hostile = naughtyCategories.filter(({ name }) =>
      ['injections', 'right to left'].includes(name),
    )
    for (const texts of inBatches(hostile.flatMap(({ strings }) => strings))) {
      const page = await openBatch(texts)
      const before = page.querySelectorAll('table').length
      for (const fold of page.querySelectorAll('details')) fold.open = true
      await waitFor(() => expect(page.querySelectorAll('table').length).toBeGreaterThan(before), {
        timeout: patience,
      })
      expect(harmIn(page)).toEqual([])
      expect(page.scrollWidth).toBeLessThanOrEqual(widthPx)
      expect(dialogs).not.toHaveBeenCalled()
      cleanup()
    }
  }, 120_000)

  it('stay text in the errors of a source', async () => {
    const messages = naughtyCategories.filter(({ name }) =>
      [
        'injections',
        'right to left',
        'terminal sequences',
        'broken code units',
        'very long',
      ].includes(name),
    )
    for (const texts of inBatches(messages.flatMap(({ strings }) => strings))) {
      const page = await openPage(failingSource(texts))
      await waitFor(
        () =>
          expect(page.querySelectorAll('.runoff-comparison-errors li')).toHaveLength(texts.length),
        { timeout: patience },
      )
      const said = page.querySelector('.runoff-comparison-errors')?.textContent ?? ''
      for (const text of texts) expect(said).toContain(visibleText(text))
      expect(harmIn(page)).toEqual([])
      expect(page.scrollWidth).toBeLessThanOrEqual(widthPx)
      expect(dialogs).not.toHaveBeenCalled()
      cleanup()
    }
  }, 120_000)

  it('stay text in the reason why there is no list', async () => {
    const reasons = naughtyCategories.flatMap(({ strings }) => strings.slice(-1))
    for (const reason of reasons.filter((text) => text.trim() !== '')) {
      const page = renderPage(closedSource(reason))
      await waitFor(() => expect(page.textContent).toContain(visibleText(reason)), {
        timeout: patience,
      })
      expect(harmIn(page)).toEqual([])
      expect(page.scrollWidth).toBeLessThanOrEqual(widthPx)
      expect(dialogs).not.toHaveBeenCalled()
      cleanup()
    }
  }, 120_000)
})
