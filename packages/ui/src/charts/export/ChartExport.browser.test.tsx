import type { MetricSeries } from '@runoff/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../styles.css'
import { lineSource } from '../lineSource.ts'
import { linesOf } from '../model/chartLine.ts'
import { chartModel } from '../model/chartModel.ts'
import type { Grouping } from '../model/groupLines.ts'
import { lossCurve } from '../testdata/chartData.ts'
import { ChartBody } from '../ChartBody.tsx'
import { ChartCaption } from '../ChartCaption.tsx'
import { ChartLegend } from '../ChartLegend.tsx'
import { ChartLines } from '../ChartLines.tsx'
import { ChartPlot } from '../ChartPlot.tsx'
import { ChartRoot } from '../ChartRoot.tsx'
import { ChartExport } from './ChartExport.tsx'
import { UngroupedModelProvider, type MakeUngrouped } from './ungroupedModel.ts'
import { exportedAtMs } from './testdata/exportRequest.ts'

const series = new Map([
  ['r1', lossCurve(1, 200)],
  ['r2', lossCurve(2, 200)],
])
const runs = [
  { id: 'r1', name: 'first' },
  { id: 'r2', name: 'second' },
]
const now = (): number => exportedAtMs

const sourceOf = (map: ReadonlyMap<string, MetricSeries>) =>
  lineSource([map], ([all = new Map()]) => linesOf(all, runs))
const source = sourceOf(series)

interface PageProps {
  readonly grouping?: Grouping
  readonly ungrouped?: MakeUngrouped | null
}

function Page({ grouping, ungrouped = null }: PageProps): ReactNode {
  return (
    <>
      <ChartRoot title="Eval loss" source={source} runs={runs} grouping={grouping}>
        <ChartCaption />
        <UngroupedModelProvider value={ungrouped}>
          <ChartExport now={now} />
        </UngroupedModelProvider>
        <ChartBody>
          <ChartPlot>
            <ChartLines />
          </ChartPlot>
          <ChartLegend />
        </ChartBody>
      </ChartRoot>
      <button type="button">Elsewhere</button>
    </>
  )
}

const opener = (): HTMLElement => screen.getByRole('button', { name: 'Export Eval loss' })
const items = (): HTMLElement[] =>
  within(screen.getByRole('menu', { name: 'Export Eval loss' })).getAllByRole('menuitem')

const saved: { name: string; blob: Blob }[] = []
const blobs = new Map<string, Blob>()

/** A browser makes a picture when it has nothing else to do. */
const patience = { timeout: 8000 }

beforeEach(() => {
  saved.length = 0
  const create = URL.createObjectURL.bind(URL)
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = create(blob)
    if (blob instanceof Blob) blobs.set(url, blob)
    return url
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob: blobs.get(this.href) ?? new Blob() })
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function choose(name: string): Promise<{ name: string; blob: Blob }> {
  await userEvent.click(opener())
  await userEvent.click(screen.getByRole('menuitem', { name }))
  await expect.poll(() => saved.length, patience).toBe(1)
  return saved[0] ?? { name: '', blob: new Blob() }
}

describe('ChartExport', () => {
  it('opens a menu by keyboard, moves in it, and closes it with the focus back', async () => {
    render(<Page />)
    expect(screen.queryByRole('menu')).toBe(null)
    opener().focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(opener()).toHaveAttribute('aria-expanded', 'true')
    expect(document.activeElement).toBe(items()[0])
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(items()[1])
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(document.activeElement).toBe(items().at(-1))
    await userEvent.keyboard('{ArrowDown}{End}{Home}')
    expect(document.activeElement).toBe(items()[0])
    await userEvent.keyboard('t')
    expect(document.activeElement).toHaveTextContent('Table of what is shown (CSV)')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBe(null)
    expect(document.activeElement).toBe(opener())
  })

  it('closes at a press outside, and where the focus leaves it', async () => {
    render(<Page />)
    await userEvent.click(opener())
    await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
    expect(screen.queryByRole('menu')).toBe(null)
    await userEvent.click(opener())
    await userEvent.tab()
    expect(screen.queryByRole('menu')).toBe(null)
  })

  it('saves a vector graphic in the colours of the page, and says so', async () => {
    render(<Page />)
    const { name, blob } = await choose('Vector graphic (SVG)')
    expect(name).toBe('eval-loss-2026-11-21.svg')
    expect(blob.type).toBe('image/svg+xml')
    const svg = await blob.text()
    expect(svg).toContain('>first</text>')
    expect(svg).toContain('fill="#ffffff"')
    expect(svg).not.toContain('var(')
    const colors = Array.from(svg.matchAll(/data-part="line"[^>]*stroke="(#\w+)"/g), ([, c]) => c)
    const five = ['#2563eb', '#16a34a', '#dc2626', '#9333ea', '#ea580c']
    expect(new Set(colors).size).toBe(2)
    expect(colors.filter((color) => !five.includes(color ?? ''))).toEqual([])
    await expect
      .poll(() => screen.getByText('Saved eval-loss-2026-11-21.svg'), patience)
      .toBeVisible()
    expect(document.activeElement).toBe(opener())
  })

  it('saves an image of the figure at twice its size', async () => {
    render(<Page />)
    const { name, blob } = await choose('Image (PNG)')
    expect(name).toBe('eval-loss-2026-11-21.png')
    const { width } = await createImageBitmap(blob)
    expect(width).toBe(screen.getByRole('figure').clientWidth * 2)
  })

  it('saves tables of what is shown and of everything', async () => {
    render(<Page />)
    await userEvent.click(screen.getByRole('button', { name: 'first', pressed: true }))
    const shown = await choose('Table of what is shown (CSV)')
    expect(shown.name).toBe('eval-loss-shown-2026-11-21.csv')
    expect(await shown.blob.text()).toContain('\r\nStep,second\r\n0,')
    saved.length = 0
    const all = await choose('Table of everything (CSV)')
    expect(all.name).toBe('eval-loss-all-2026-11-21.csv')
    expect(await all.blob.text()).toContain('\r\nStep,first,second\r\n0,')
  })

  it('copies an image', async () => {
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
    render(<Page />)
    await userEvent.click(opener())
    await userEvent.click(screen.getByRole('menuitem', { name: 'Copy as image' }))
    await expect.poll(() => screen.getByText('Copied as image'), patience).toBeVisible()
    const blob = await write.mock.calls[0]?.[0][0]?.getType('image/png')
    expect(blob?.size).toBeGreaterThan(1000)
  })

  it('says in words what went wrong', async () => {
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new Error('Not allowed here.'))
    render(<Page />)
    await userEvent.click(opener())
    await userEvent.click(screen.getByRole('menuitem', { name: 'Copy as image' }))
    const words = 'Could not export. Copy as image: Not allowed here.'
    await expect.poll(() => screen.getByText(words), patience).toBeVisible()
  })

  it('offers everything of a chart of groups only where the runs are known', async () => {
    const grouping = { groups: [{ id: 'g', name: 'seeds', runIds: ['r1', 'r2'] }] }
    const given = sourceOf(series).get()
    const options = { xAxis: 'step', yScale: 'linear' } as const
    const page = render(<Page grouping={grouping} />)
    await userEvent.click(opener())
    const isKnown = items().some((item) => item.textContent === 'Table of everything (CSV)')
    await userEvent.keyboard('{Escape}')
    page.rerender(<Page grouping={grouping} ungrouped={() => chartModel(given, options)} />)
    const all = await choose('Table of everything (CSV)')
    expect(await all.blob.text()).toContain('\r\nStep,first,second\r\n0,')
    expect(isKnown).toBe(false)
  })

  it('saves the line of a group with its band', async () => {
    const grouping = { groups: [{ id: 'g', name: 'seeds', runIds: ['r1', 'r2'] }] }
    render(<Page grouping={grouping} />)
    const { blob } = await choose('Table of what is shown (CSV)')
    expect(await blob.text()).toContain('seeds (mean),seeds (low),seeds (high),seeds (n)')
  })
})
