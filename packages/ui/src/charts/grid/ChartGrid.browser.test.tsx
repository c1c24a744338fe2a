import type { ChartArrangement } from '@runoff/core'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../styles.css'
import { ChartGrid, type ChartGridProps } from './ChartGrid.tsx'

afterEach(() => {
  cleanup()
  window.scrollTo(0, 0)
})

const titles = ['Loss', 'Accuracy', 'Rate', 'Norm']
const items = titles.map((title) => ({ id: title.toLowerCase(), title }))

const grid = (props: Partial<ChartGridProps> = {}) => (
  <ChartGrid items={items} {...props}>
    {({ title }) => <figure aria-label={title}>{title}</figure>}
  </ChartGrid>
)

const figures = (): (string | null)[] =>
  screen.getAllByRole('figure').map((figure) => figure.getAttribute('aria-label'))

const button = (name: string): HTMLElement => screen.getByRole('button', { name })

describe('ChartGrid', () => {
  it('asks for what is near, keeps a place for the rest, and keeps what was once there', async () => {
    const onInSight = vi.fn<(ids: readonly string[]) => void>()
    const far = (
      <>
        {grid({ items: items.slice(0, 1), onInSight })}
        <div style={{ blockSize: '500vh' }} />
        {grid({ items: items.slice(1), onInSight })}
      </>
    )
    render(far)
    await waitFor(() => expect(figures()).toEqual(['Loss']))
    const place = screen.getByRole('group', { name: 'Norm' })
    const before = place.closest('.runoff-charts')?.getBoundingClientRect().height
    await waitFor(() => expect(onInSight.mock.calls).toEqual([[['loss']]]))
    place.scrollIntoView()
    await waitFor(() => expect(figures()).toEqual(titles))
    await waitFor(() =>
      expect(onInSight.mock.calls).toEqual([[['loss']], [['accuracy', 'rate', 'norm']]]),
    )
    const after = screen.getByRole('figure', { name: 'Norm' }).closest('.runoff-charts')
    expect(after?.getBoundingClientRect().height).toBe(before)
    window.scrollTo(0, 0)
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)))
    expect(figures()).toEqual(titles)
  })

  it('has everything at once on a server, and takes nothing of it away', async () => {
    const container = document.createElement('div')
    container.innerHTML = renderToString(grid())
    document.body.append(container)
    const complain = vi.spyOn(console, 'error')
    expect(figures()).toEqual(titles)
    render(grid(), { container, hydrate: true })
    expect(figures()).toEqual(titles)
    expect(complain).not.toHaveBeenCalled()
    complain.mockRestore()
    container.remove()
  })

  it('moves a chart by its buttons, which keep the focus, and says where it is', async () => {
    const onArrangementChange = vi.fn<(arrangement: ChartArrangement) => void>()
    render(grid({ onArrangementChange }))
    await waitFor(() => expect(figures()).toEqual(titles))
    expect(screen.queryByRole('button', { name: 'Move Norm earlier' })).toBeNull()
    await userEvent.click(button('Arrange charts'))
    button('Move Norm earlier').focus()
    await userEvent.keyboard('{Enter}')
    expect(figures()).toEqual(['Loss', 'Accuracy', 'Norm', 'Rate'])
    expect(screen.getByRole('status')).toHaveTextContent('Norm is chart 3 of 4')
    expect(document.activeElement).toBe(button('Move Norm earlier'))
    await userEvent.keyboard('{Enter}{Enter}')
    expect(figures()).toEqual(['Norm', 'Loss', 'Accuracy', 'Rate'])
    expect(document.activeElement).toBe(button('Move Norm earlier'))
    expect(onArrangementChange).toHaveBeenLastCalledWith({
      order: ['norm', 'loss', 'accuracy', 'rate'],
      wide: [],
    })
    await userEvent.keyboard('{Enter}')
    expect(onArrangementChange).toHaveBeenCalledTimes(3)
    await userEvent.click(button('Move Norm later'))
    expect(figures()).toEqual(['Loss', 'Norm', 'Accuracy', 'Rate'])
    expect(document.activeElement).toBe(button('Move Norm later'))
  })

  it('gives a wide chart the room of two', async () => {
    render(<div style={{ inlineSize: 900 }}>{grid()}</div>)
    await waitFor(() => expect(figures()).toEqual(titles))
    const width = (): number =>
      screen.getByRole('figure', { name: 'Rate' }).parentElement?.clientWidth ?? 0
    expect(width()).toBeLessThan(450)
    await userEvent.click(button('Arrange charts'))
    await userEvent.click(button('Make Rate wide'))
    expect(button('Make Rate wide')).toHaveAttribute('aria-pressed', 'true')
    expect(width()).toBe(900)
    await userEvent.click(button('Make Rate wide'))
    expect(width()).toBeLessThan(450)
  })

  it.each([
    [360, 1],
    [900, 2],
    [2400, 3],
  ])('in %i pixels has %i columns', async (inlineSize, columns) => {
    render(<div style={{ inlineSize }}>{grid({ items: items.slice(0, 3) })}</div>)
    const cells = document.querySelectorAll('.runoff-charts-cell')
    const tops = Array.from(cells, (cell) => cell.getBoundingClientRect().top)
    expect(tops.filter((top) => top === tops[0])).toHaveLength(columns)
  })

  it('obeys the host that keeps the arrangement', async () => {
    render(grid({ arrangement: { order: ['norm'], wide: [] } }))
    await waitFor(() => expect(figures()[0]).toBe('Norm'))
    await userEvent.click(button('Arrange charts'))
    await userEvent.click(button('Move Norm later'))
    expect(figures()[0]).toBe('Norm')
  })

  it('has nothing to arrange without charts', () => {
    render(grid({ items: [] }))
    expect(screen.queryByRole('button')).toBeNull()
  })
})
