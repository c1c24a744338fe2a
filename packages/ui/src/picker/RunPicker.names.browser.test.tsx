import type { Run } from '@runoff/core'
import { useRunSelection } from '@runoff/react'
import { cleanup, configure, render } from '@testing-library/react'
import fc from 'fast-check'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import '../styles.css'
import { visibleText } from '../format/visibleText.ts'
import { CompareBar } from './CompareBar.tsx'
import { RunPicker } from './RunPicker.tsx'
import { naughtyStrings } from './testdata/naughtyStrings.ts'
import { runWithLoss } from './testdata/runs.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

/** A plain run first, whose row shows how high a row is. */
function runsNamed(names: readonly string[]): readonly Run[] {
  const hostile = names.map((text, index) => {
    return runWithLoss(`run ${index}`, 0.3, { name: text, model: text, dataset: text })
  })
  return [runWithLoss('plain', 0.2, { model: 'm', dataset: 'd' }), ...hostile]
}

function Page({
  runs,
  width,
}: {
  readonly runs: readonly Run[]
  readonly width: number
}): ReactNode {
  const selection = useRunSelection({
    maxSelected: Infinity,
    defaultSelectedIds: runs.map((run) => run.id),
  })
  return (
    <div style={{ inlineSize: width }}>
      <RunPicker
        runs={runs}
        selection={selection}
        defaultView={{ showAll: true, groupByModel: true }}
      />
      <CompareBar runs={runs} selection={selection} onCompare={() => {}} />
    </div>
  )
}

/** Few enough at a time that all their rows are drawn. */
const half = Math.ceil(naughtyStrings.length / 2)
const parts = [naughtyStrings.slice(0, half), naughtyStrings.slice(half)]

const heightOf = (element: Element): number => element.getBoundingClientRect().height
const all = (selector: string): readonly Element[] => [...document.querySelectorAll(selector)]
const rowOf = (run: Run): Element | null =>
  document.querySelector(`[role=row][data-run="${CSS.escape(run.id)}"]`)

describe('names that nobody would choose', () => {
  it.each(
    parts.flatMap((names) => [
      { names, width: 1000 },
      { names, width: 320 },
    ]),
  )('neither overflow nor make a row higher at $width pixels', ({ names, width }) => {
    const runs = runsNamed(names)
    render(<Page runs={runs} width={width} />)
    const picker = all('.runoff-picker')[0]
    expect(picker?.scrollWidth).toBe(width)
    expect(all('.runoff-picker-scroller')[0]?.scrollWidth).toBe(width)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth)
    const titles = new Set(all('.runoff-picker-title').map(heightOf))
    expect(Math.max(...titles) - Math.min(...titles)).toBeLessThanOrEqual(1)
    const headers = new Set(all('.runoff-picker-group').map(heightOf))
    expect(headers.size).toBe(1)
  })

  it.each(parts)('make every row as high as any other where it has one line', (...names) => {
    render(<Page runs={runsNamed(names)} width={1000} />)
    expect(new Set(all('[role=row]').map(heightOf)).size).toBe(1)
  })

  it.each(parts)('are shown as they are, with what they hide written out', (...names) => {
    const runs = runsNamed(names)
    render(<Page runs={runs} width={1000} />)
    for (const run of runs) {
      const row = rowOf(run)
      const shown = visibleText(run.name)
      expect(row?.querySelector('.runoff-picker-name')?.textContent).toBe(shown)
      expect(row?.querySelector('.runoff-picker-dataset')?.textContent).toBe(
        visibleText(run.dataset ?? ''),
      )
      expect(row?.querySelector('input')?.getAttribute('aria-label')).toContain(shown)
    }
    expect(all('.runoff :is(script, img, b, h1, [onload], [onmouseover])')).toHaveLength(0)
    expect(document.title).not.toBe('taken')
  })

  it('make as many elements as any other names do', () => {
    const counted = (names: readonly string[]): number => {
      render(<Page runs={runsNamed(names)} width={1000} />)
      const count = all('*').length
      cleanup()
      return count
    }
    const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...naughtyStrings))
    const plain = counted(['one', 'two'])
    fc.assert(
      fc.property(fc.tuple(name, name), ([first, second]) => {
        fc.pre([first, second].every((text) => text.trim() !== ''))
        expect(counted([`1 ${first}`, `2 ${second}`])).toBe(plain)
      }),
      { numRuns: 60 },
    )
  })

  it.each(parts)(
    'stand within an isolate, so that none turns its neighbours around',
    (...names) => {
      render(<Page runs={runsNamed(names)} width={1000} />)
      const places = all('.runoff-picker-name, .runoff-picker-dataset, .runoff-picker-fold')
      expect(places.length).toBeGreaterThan(names.length * 2)
      for (const place of places) expect(place.querySelector('bdi')).not.toBeNull()
    },
  )
})
