import '../styles.css'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { MessagesProvider } from '../messages/MessagesProvider.tsx'
import { runStyles } from '../style/runStyle.ts'
import { RunStylesProvider } from '../style/RunStylesProvider.tsx'
import { ParamScatter } from './ParamScatter.tsx'
import { figure, moveTo, plot, points, renderScatter, runs, tip } from './testdata/scatterPart.tsx'

afterEach(cleanup)

describe('ParamScatter', () => {
  it('is named by metric and parameter, and says in words what it shows', async () => {
    await renderScatter()
    expect(screen.getByRole('figure', { name: 'Loss against lr' })).toBeInTheDocument()
    expect(figure()).toHaveAccessibleDescription(
      'Loss against lr: 3 runs, from 1e-4 to 0.01. Lowest eval loss: b with 0.2000.',
    )
    expect(screen.getByRole('application', { name: 'Plot of Loss against lr' })).toBe(plot())
  })

  it('draws one point per run, in its place, and names the best', async () => {
    await renderScatter()
    expect(points().map((point) => point.getAttribute('data-run'))).toEqual(['a', 'b', 'c'])
    const [a, b, c] = points().map((point) => point.getBoundingClientRect())
    expect(a?.left).toBeLessThan(b?.left ?? 0)
    expect((b?.left ?? 0) - (a?.left ?? 0)).toBeCloseTo((c?.left ?? 0) - (b?.left ?? 0), 0)
    expect(c?.top).toBeLessThan(a?.top ?? 0)
    expect(a?.top).toBeLessThan(b?.top ?? 0)
    const best = within(figure()).getByText('Best').getBoundingClientRect()
    expect(
      Math.abs(best.left + best.width / 2 - ((b?.left ?? 0) + (b?.width ?? 0) / 2)),
    ).toBeLessThan(2)
    expect(within(figure()).getByText('lr (log)')).toBeInTheDocument()
  })

  it('names the run and both values under the pointer, and lets go beside the plot', async () => {
    const onHighlightedRunChange = vi.fn<(runId: string | null) => void>()
    await renderScatter({ onHighlightedRunChange })
    expect(tip()).toBeNull()
    const [, , c] = points()
    if (c === undefined) throw new Error('no point')
    moveTo(c)
    expect(tip()).toBe('c: eval loss 0.4000 at lr 0.01')
    act(() => {
      plot().dispatchEvent(new PointerEvent('pointerout', { bubbles: true }))
    })
    expect(tip()).toBeNull()
    expect(onHighlightedRunChange.mock.calls).toEqual([['c'], [null]])
  })

  it('moves its cursor with the keys alone, along the parameter and along the value', async () => {
    await renderScatter()
    await userEvent.tab()
    await userEvent.tab()
    expect(plot()).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    expect(tip()).toContain('a: eval loss 0.3000')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(tip()).toContain('c: eval loss 0.4000')
    await userEvent.keyboard('{ArrowDown}')
    expect(tip()).toContain('a: eval loss 0.3000')
    await userEvent.keyboard('{ArrowDown}')
    expect(tip()).toContain('b: eval loss 0.2000')
    await userEvent.keyboard('{ArrowUp}')
    expect(tip()).toContain('a: eval loss 0.3000')
    await userEvent.keyboard('{End}')
    expect(tip()).toContain('c: eval loss 0.4000')
    await expect
      .poll(() => within(figure()).getByRole('status').textContent)
      .toBe('c: eval loss 0.4000 at lr 0.01')
    await userEvent.keyboard('{Escape}')
    expect(tip()).toBeNull()
  })

  it('leaves Escape to others where there is nothing to clear', async () => {
    const heard = vi.fn<(key: string) => void>()
    const listen = (event: KeyboardEvent): void => heard(event.key)
    document.addEventListener('keydown', listen)
    await renderScatter()
    plot().focus()
    await userEvent.keyboard('{ArrowRight}{Escape}{Escape}')
    document.removeEventListener('keydown', listen)
    expect(heard.mock.calls).toEqual([['Escape']])
  })

  it('shows another parameter once it is chosen', async () => {
    const onParamChange = vi.fn<(param: string | null) => void>()
    await renderScatter({ onParamChange })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Parameter' }), 'opt')
    expect(screen.getByRole('figure', { name: 'Loss against opt' })).toBeInTheDocument()
    expect(onParamChange.mock.calls).toEqual([['opt']])
    for (const name of ['adamw', 'lion', 'sgd']) {
      expect(within(figure()).getByText(name)).toBeInTheDocument()
    }
  })

  it('stays with the parameter and the run that the host gives', async () => {
    await renderScatter({ param: 'lr', highlightedRunId: 'b' })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Parameter' }), 'opt')
    expect(screen.getByRole('figure', { name: 'Loss against lr' })).toBeInTheDocument()
    plot().focus()
    await userEvent.keyboard('{End}')
    expect(tip()).toContain('b: eval loss')
  })

  it('gives runs the colours that they have elsewhere, and the accent where there is no other', async () => {
    const ids = runs.map(({ id }) => id)
    render(
      <RunStylesProvider runIds={ids}>
        <ParamScatter runs={runs} />
      </RunStylesProvider>,
    )
    await expect.poll(() => points().length).toBe(3)
    const style = runStyles(ids).get('a')
    expect(points()[0]).toHaveAttribute('data-color', style?.colorVariable.split('-').at(-1))
    cleanup()
    await renderScatter()
    expect(points()[0]).not.toHaveAttribute('data-color')
  })

  it('passes attributes through and speaks the language of the catalogue', async () => {
    const ref = createRef<HTMLElement>()
    const messages = { params: { scatter: { param: 'Parameter wählen' } } }
    render(
      <StrictMode>
        <MessagesProvider messages={messages}>
          <ParamScatter ref={ref} runs={runs} className="mine" data-testid="part" />
        </MessagesProvider>
      </StrictMode>,
    )
    expect(ref.current).toBe(screen.getByTestId('part'))
    expect(ref.current).toHaveClass('runoff', 'runoff-param', 'mine')
    expect(screen.getByRole('combobox', { name: 'Parameter wählen' })).toBeInTheDocument()
    await expect.poll(() => points().length).toBe(3)
  })
})
