import '../styles.css'
import { defineRun } from '@runoff/core'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ParamScatter } from './ParamScatter.tsx'
import { figure, moveTo, points, renderScatter, runs } from './testdata/scatterPart.tsx'
import { runsOf, sweep } from './testdata/sweep.ts'

afterEach(cleanup)

describe('the states of ParamScatter', () => {
  it('counts in words who is left out', async () => {
    await renderScatter({
      param: 'lr',
      runs: [
        ...runs,
        ...runsOf([
          [{}, 1],
          [{}, 1],
          [{}, 1],
          [{ opt: 'x' }, 0.5],
          [{ lr: 1 }, null],
          [{ lr: 'inf' }, 0.5],
        ]).slice(3),
        defineRun({ id: 'live', status: 'running' }),
      ],
    })
    expect(points()).toHaveLength(3)
    expect(screen.getByText('1 of 7 runs is not completed and not shown.')).toBeInTheDocument()
    expect(screen.getByText('1 of 6 completed runs has no finite eval loss.')).toBeInTheDocument()
    expect(screen.getByText('1 of 5 completed runs has no lr.')).toBeInTheDocument()
    expect(screen.getByText('1 run has a lr that is NaN or infinite.')).toBeInTheDocument()
  })

  it('says what cannot be read off one run, or off equal ones', async () => {
    await renderScatter({ runs: runs.slice(0, 1), param: 'lr' })
    expect(screen.getByText('One run shows no relation.')).toBeInTheDocument()
    expect(within(figure()).queryByText('Best')).toBeNull()
    cleanup()
    const equal = runsOf([
      [{ lr: 1 }, 0.5],
      [{ lr: 1 }, 0.5],
    ])
    await renderScatter({ runs: equal, param: 'lr' })
    expect(screen.getByText(/the same lr, 1: nothing can be read off it/)).toBeInTheDocument()
    expect(screen.getByText(/the same eval loss, 0\.5000\./)).toBeInTheDocument()
    expect(within(figure()).queryByText('Best')).toBeNull()
  })

  it.each([
    [null, 'Loading runs…'],
    [[], 'No runs to show.'],
    [[defineRun({ id: 'a', status: 'running' })], 'The run is not completed yet.'],
    [
      [defineRun({ id: 'a', status: 'running' }), defineRun({ id: 'b', status: 'failed' })],
      'None of the 2 runs is completed yet.',
    ],
    [runsOf([[{ lr: 1 }, NaN]]), 'No completed run has a finite eval loss.'],
    [runs.slice(0, 1), 'No parameter differs between the completed runs.'],
  ])('says why there is nothing to see (case %#)', (given, text) => {
    render(<ParamScatter runs={given} height={200} />)
    const state = figure().querySelector('.runoff-param-state')
    expect(state).toHaveTextContent(text)
    expect(state?.getBoundingClientRect().height).toBe(200)
    expect(screen.queryByRole('application')).toBeNull()
    expect(within(figure()).queryByText('Data table')).toBeNull()
  })

  it('says that no run has a parameter, and still lets another be chosen', () => {
    render(<ParamScatter runs={runs} defaultParam="nothing" />)
    expect(figure().querySelector('.runoff-param-state')).toHaveTextContent(
      'No completed run has both nothing and eval loss.',
    )
    expect(screen.getByRole('combobox', { name: 'Parameter' })).toHaveValue('nothing')
  })

  it('has a table of what it shows', async () => {
    await renderScatter()
    await userEvent.click(within(figure()).getByText('Data table'))
    const table = await within(figure()).findByRole('table')
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => Array.from(row.children, (cell) => cell.textContent)),
    ).toEqual([
      ['Run', 'lr', 'Loss'],
      ['a', '0.0001', '0.3'],
      ['b', '0.001', '0.2'],
      ['c', '0.01', '0.4'],
    ])
  })

  it('shows the first hundred rows of a long table, and more when asked', async () => {
    await renderScatter({ runs: sweep(130) })
    await userEvent.click(within(figure()).getByText('Data table'))
    expect(await screen.findByText('100 of 130 rows')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Show more rows' }))
    expect(await screen.findByText('130 of 130 rows')).toBeInTheDocument()
    expect(within(figure()).getAllByRole('row')).toHaveLength(131)
  })

  it('stays within 320 px, with names of any length', async () => {
    const name = 'a-very-long-name-'.repeat(20)
    const long = runs.map((run) => ({
      ...run,
      name: `${name}${run.id}`,
      params: new Map([[`${name}param`, `${name}${run.id}`]]),
    }))
    const { container } = render(
      <div style={{ width: 320 }}>
        <ParamScatter runs={long} />
      </div>,
    )
    await expect.poll(() => points().length).toBe(3)
    const [, middle] = points()
    if (middle === undefined) throw new Error('no point')
    moveTo(middle)
    const frame = container.firstElementChild?.getBoundingClientRect()
    const box = figure().querySelector('.runoff-chart-tooltip')?.getBoundingClientRect()
    expect(figure().scrollWidth).toBeLessThanOrEqual(320)
    expect(box?.left).toBeGreaterThanOrEqual(frame?.left ?? 0)
    expect(box?.right).toBeLessThanOrEqual(frame?.right ?? 0)
  })

  it('hydrates what a server made, without a word', async () => {
    const problems = vi.spyOn(console, 'error').mockImplementation(() => {})
    const host = document.createElement('div')
    document.body.append(host)
    host.innerHTML = renderToString(<ParamScatter runs={runs} />)
    const root = hydrateRoot(host, <ParamScatter runs={runs} />)
    await expect.poll(() => points().length).toBe(3)
    expect(problems).not.toHaveBeenCalled()
    act(() => root.unmount())
    host.remove()
    problems.mockRestore()
  })
})
