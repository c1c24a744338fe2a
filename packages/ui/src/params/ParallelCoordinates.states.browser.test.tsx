import '../styles.css'
import { defineRun, type Run } from '@runoff/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { countPixels } from '../charts/testdata/pixels.ts'
import { ParallelCoordinates } from './ParallelCoordinates.tsx'
import type { AxisId } from './parallelModel.ts'
import {
  axisNames,
  bestTone,
  drag,
  figure,
  openControls,
  outside,
  painted,
  patience,
  readout,
  renderLines,
  runs,
} from './testdata/parallelPart.tsx'
import { runsOf, sweep } from './testdata/sweep.ts'

afterEach(cleanup)

describe('the states of ParallelCoordinates', () => {
  it('draws two thousand runs on ten axes without holding the page up', async () => {
    const many = sweep(2000, (index) => ({ gpuHours: 1 + (index % 40) / 10 }))
    const more = many.map((run, i): Run => {
      const params = new Map(run.params)
      return { ...run, params: params.set('momentum', i % 17).set('clip', (i * 7) % 23) }
    })
    const axes: readonly AxisId[] = [
      'param:learning_rate',
      'param:batch_size',
      'param:optimizer',
      'param:warmup_ratio',
      'param:weight_decay',
      'param:lora.r',
      'param:momentum',
      'param:clip',
      'gpu-hours',
      'objective',
    ]
    await renderLines({ runs: more, defaultAxes: axes })
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    )
    observer.observe({ type: 'longtask' })
    drag('objective', 0.4, 0)
    await expect.poll(() => countPixels(figure(), outside), patience).toBeGreaterThan(100)
    observer.disconnect()
    expect(readout()).toMatch(/of 2\u202f000 runs within the ranges/)
    // Strokes of a canvas took 3.7 s of one task here; on a busy machine even a short one is long.
    expect(Math.max(0, ...tasks)).toBeLessThan(1000)
  })

  it('lifts the pen where a run has no value, and counts it', async () => {
    await renderLines({
      runs: [
        ...runs,
        ...runsOf([
          [{}, 1],
          [{}, 1],
          [{}, 1],
          [{ lr: 2 }, 0.1],
        ]).slice(3),
      ],
    })
    expect(screen.getByText('1 of 4 completed runs has no opt.')).toBeInTheDocument()
    const path = figure().querySelector('.runoff-param-best-line')?.getAttribute('d') ?? ''
    expect(path.match(/M/g)).toHaveLength(2)
  })

  it('scrolls sideways within itself at 320 px, and can be scrolled by keys', async () => {
    render(
      <div style={{ width: 320 }}>
        <ParallelCoordinates runs={sweep(12)} />
      </div>,
    )
    await painted()
    const region = screen.getByRole('region', { name: 'Axes, scroll sideways' })
    expect(region.tabIndex).toBe(0)
    expect(region.scrollWidth).toBeGreaterThan(region.clientWidth)
    expect(figure().scrollWidth).toBeLessThanOrEqual(320)
    await openControls()
    expect(figure().scrollWidth).toBeLessThanOrEqual(320)
  })

  it.each([
    [null, 'Loading runs…'],
    [[], 'No runs to show.'],
    [[defineRun({ id: 'a', status: 'running' })], 'The run is not completed yet.'],
    [runsOf([[{ lr: 1 }, null]]), 'No completed run has a finite eval loss.'],
  ])('says why there is nothing to see (case %#)', (given, text) => {
    render(<ParallelCoordinates runs={given} height={240} />)
    const state = figure().querySelector('.runoff-param-state')
    expect(state).toHaveTextContent(text)
    expect(state?.getBoundingClientRect().height).toBe(240)
    expect(screen.queryByRole('application')).toBeNull()
  })

  it('says that no axis is shown, and lets one be added', async () => {
    render(<ParallelCoordinates runs={runs} defaultAxes={[]} />)
    expect(figure().textContent).toContain('No axis is shown.')
    await openControls()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Add an axis' }), 'lr')
    expect(axisNames()).toEqual(['lr'])
  })

  it('draws one run, and equal ones, without a best among them', async () => {
    await renderLines({ runs: runs.slice(0, 1), defaultAxes: ['param:lr', 'objective'] })
    expect(figure().querySelector('.runoff-param-best-line')).toBeNull()
    expect(readout()).toContain('1 run shown')
    cleanup()
    const equal = runsOf([
      [{ lr: 1 }, 0.5],
      [{ lr: 1 }, 0.5],
    ])
    await renderLines({ runs: equal, defaultAxes: ['param:lr', 'objective'] })
    expect(figure().querySelector('.runoff-param-best-line')).toBeNull()
    expect(screen.getByText(/the same lr, 1: nothing can be read off it/)).toBeInTheDocument()
    await openControls()
    expect(screen.queryByRole('slider')).toBeNull()
  })

  it('has a table of what it shows, best first', async () => {
    await renderLines()
    await userEvent.click(within(figure()).getByText('Data table'))
    const rows = within(await within(figure()).findByRole('table')).getAllByRole('row')
    expect(rows.map((row) => Array.from(row.children, (cell) => cell.textContent))).toEqual([
      ['Run', 'lr', 'opt', 'Loss'],
      ['a', '1', 'adamw', '0.25'],
      ['b', '2', 'sgd', '0.5'],
      ['c', '3', 'sgd', '0.75'],
    ])
  })

  it('paints again in the colours of another theme', async () => {
    await renderLines()
    const part = figure().closest<HTMLElement>('[data-theme]')
    if (part === null) throw new Error('no part')
    part.style.colorScheme = ''
    part.dataset['theme'] = 'dark'
    await expect.poll(() => countPixels(figure(), '#d6e4ff')).toBeGreaterThan(100)
    expect(countPixels(figure(), bestTone)).toBe(0)
  })
})
