import { completeView, defaultComparisonView, encodeView, type ComparisonView } from '@runoff/core'
import { act, cleanup, render, renderHook, screen } from '@testing-library/react'
import { StrictMode, useState, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { thrownBy } from '../testdata/thrownBy.ts'
import { useComparisonView, type ComparisonViewOptions } from './useComparisonView.ts'
import { readLink, writeLink } from './viewAddress.ts'

beforeEach(() => {
  vi.useFakeTimers()
  history.replaceState(null, '', '/runs')
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const keep = (options?: ComparisonViewOptions) =>
  renderHook((given: ComparisonViewOptions | undefined) => useComparisonView(given), {
    ...(options && { initialProps: options }),
  })
const pass = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}
const waitForWrite = (): void => pass(1000)
const fire = (event: string): void => {
  act(() => {
    dispatchEvent(new Event(event))
  })
}
const eval1 = encodeView({ lossMode: 'eval', selectedIds: ['a'] })
const train = encodeView({ lossMode: 'train' })

/** Goes to another address as a reader does, with the event that a browser fires. */
function goTo(url: string, event: 'popstate' | 'hashchange' = 'popstate'): void {
  act(() => {
    history.pushState(null, '', url)
    dispatchEvent(new Event(event))
  })
}

function ViewOf(options: ComparisonViewOptions): ReactNode {
  const { view, change, notices } = useComparisonView(options)
  return (
    <button type="button" onClick={() => change({ selectedIds: [...view.selectedIds, 'b'] })}>
      {`${view.lossMode} ${view.selectedIds.join()} ${notices.map(({ code }) => code).join()}`}
    </button>
  )
}

describe('useComparisonView', () => {
  it('starts with the default view where nothing is given', () => {
    const { result } = keep()
    expect(result.current).toMatchObject({ view: defaultComparisonView, notices: [] })
    waitForWrite()
    expect(location.href).toBe('http://localhost:3000/runs')
  })

  it('keeps what two changes in one event have done', () => {
    const { result } = keep()
    const { picker } = result.current.view
    act(() => {
      result.current.change({ lossMode: 'eval' })
      result.current.change({ selectedIds: ['a'] })
    })
    expect(result.current.view).toMatchObject({ lossMode: 'eval', selectedIds: ['a'] })
    // What nobody has changed is the same object, so that its part need not render again.
    expect(result.current.view.picker).toBe(picker)
  })

  it('gives the same functions on every render', () => {
    const { result, rerender } = keep({ onViewChange: () => {} })
    const before = result.current
    rerender({ onViewChange: () => {} })
    expect(result.current).toBe(before)
    act(() => before.change({ lossMode: 'eval' }))
    const { change, reset, link } = result.current
    expect([change, reset, link]).toEqual([before.change, before.reset, before.link])
  })

  it('tells of changes, and goes back to where it started', () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    const { result } = keep({ defaultView: { lossMode: 'train' }, onViewChange })
    expect(onViewChange).not.toHaveBeenCalled()
    act(() => result.current.change({ isDialogOpen: true }))
    expect(onViewChange).toHaveBeenLastCalledWith(
      completeView({ lossMode: 'train', isDialogOpen: true }),
    )
    act(() => result.current.reset())
    expect(result.current.view).toEqual(completeView({ lossMode: 'train' }))
    expect(onViewChange).toHaveBeenCalledTimes(2)
  })
})

describe('useComparisonView with a view of the host', () => {
  it('shows what the host gives, and asks it for every change', () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    const { result, rerender } = keep({ view: { lossMode: 'eval' }, onViewChange })
    act(() => result.current.change({ isDialogOpen: true }))
    expect(result.current.view).toEqual(completeView({ lossMode: 'eval' }))
    // What the host has not taken up is not there for the next change either.
    act(() => result.current.change({ selectedIds: ['a'] }))
    expect(onViewChange).toHaveBeenLastCalledWith(
      completeView({ lossMode: 'eval', selectedIds: ['a'] }),
    )
    rerender({ view: { lossMode: 'train' }, onViewChange })
    expect(result.current.view.lossMode).toBe('train')
  })

  it('keeps what two changes in one event have done', () => {
    const { result } = renderHook(() => {
      const [view, onViewChange] = useState(defaultComparisonView)
      return useComparisonView({ view, onViewChange })
    })
    act(() => {
      result.current.change({ lossMode: 'eval' })
      result.current.change({ selectedIds: ['a'] })
    })
    expect(result.current.view).toMatchObject({ lossMode: 'eval', selectedIds: ['a'] })
  })

  it('leaves the address to the host, but links to the view', () => {
    history.replaceState(null, '', `/runs#view=${eval1}`)
    const { result } = keep({ view: { lossMode: 'train' } })
    act(() => result.current.change({ isDialogOpen: true }))
    waitForWrite()
    expect(location.hash).toBe(`#view=${eval1}`)
    expect(result.current.view.lossMode).toBe('train')
    expect(result.current.link()).toBe(`http://localhost:3000/runs#view=${train}`)
  })
})

describe('useComparisonView with an address', () => {
  it('starts with the view of a link, which is no change', () => {
    history.replaceState(null, '', `/runs#results&view=${eval1}`)
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    const { result } = keep({ onViewChange, defaultView: { isPickerCollapsed: true } })
    expect(result.current.view).toEqual(completeView({ lossMode: 'eval', selectedIds: ['a'] }))
    waitForWrite()
    expect(location.hash).toBe(`#results&view=${eval1}`)
    expect(onViewChange).not.toHaveBeenCalled()
  })

  it('starts as it would without a link that cannot be read, and says so until another is', () => {
    history.replaceState(null, '', '/runs#view=1.broken')
    const { result } = keep({ defaultView: { lossMode: 'train' } })
    expect(result.current.view.lossMode).toBe('train')
    expect(result.current.notices.map(({ code }) => code)).toEqual(['link-unreadable'])
    goTo(`/runs#view=${eval1}`)
    expect(result.current.view.lossMode).toBe('eval')
    expect(result.current.notices).toEqual([])
    goTo('/runs#view=2.newer')
    expect(result.current.notices.map(({ code }) => code)).toEqual(['link-newer'])
    act(() => result.current.reset())
    expect(result.current.notices).toEqual([])
  })

  it('writes many changes once, without a step in the history, and keeps its state', () => {
    history.replaceState({ key: 'router' }, '', '/runs?token=%20+a#results')
    const steps = history.length
    const replace = vi.spyOn(history, 'replaceState')
    const { result } = keep()
    for (let i = 0; i < 50; i++) {
      act(() => result.current.change({ xDomain: { from: 0, to: i + 1 } }))
      pass(10)
    }
    expect(replace).not.toHaveBeenCalled()
    waitForWrite()
    expect(replace).toHaveBeenCalledTimes(1)
    expect(history.length).toBe(steps)
    expect(history.state).toEqual({ key: 'router' })
    expect(location.href).toMatch(/\/runs\?token=%20\+a#results&view=1\.[\w-]+$/u)
    expect(readLink(location.href).view?.xDomain).toEqual({ from: 0, to: 50 })
  })

  it('takes the view out of the address that it starts with anyway', () => {
    history.replaceState(null, '', '/runs#/runs/7')
    const { result } = keep({ defaultView: { lossMode: 'train' } })
    act(() => result.current.change({ lossMode: 'both' }))
    waitForWrite()
    // What core starts with is not what this page starts with.
    expect(location.hash).toBe(`#/runs/7?view=${encodeView({})}`)
    act(() => result.current.reset())
    waitForWrite()
    expect(location.hash).toBe('#/runs/7')
  })

  it.each(['popstate', 'hashchange'] as const)('follows the reader on %s', (event) => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    const { result } = keep({ onViewChange })
    goTo(`/runs#view=${eval1}`, event)
    expect(result.current.view.lossMode).toBe('eval')
    expect(onViewChange).toHaveBeenCalledTimes(1)
    fire('hashchange')
    expect(onViewChange).toHaveBeenCalledTimes(1)
    goTo(`/runs#view=${train}`, event)
    expect(result.current.view).toEqual(completeView({ lossMode: 'train' }))
  })

  it('drops a change that it had not yet written where the reader goes to another view', () => {
    const { result } = keep()
    act(() => result.current.change({ isDialogOpen: true }))
    goTo(`/runs#view=${eval1}`)
    waitForWrite()
    expect(location.hash).toBe(`#view=${eval1}`)
    expect(result.current.view.isDialogOpen).toBe(false)
  })

  it('keeps the view at an anchor, and writes it beside', () => {
    history.replaceState(null, '', `/runs#view=${eval1}`)
    const { result } = keep()
    goTo('/runs#results', 'hashchange')
    expect(result.current.view.lossMode).toBe('eval')
    waitForWrite()
    expect(location.hash).toBe(`#results&view=${eval1}`)
  })

  it('writes at once when the page goes', () => {
    const { result } = keep()
    act(() => result.current.change({ lossMode: 'eval', selectedIds: ['a'] }))
    fire('pagehide')
    expect(location.hash).toBe(`#view=${eval1}`)
  })

  it('keeps two views apart by their keys, in the query too', () => {
    history.replaceState(null, '', '/runs?a=1#results')
    const left = keep({ address: { in: 'search', key: 'left' } })
    const right = keep({ address: { in: 'search', key: 'right' } })
    act(() => left.result.current.change({ lossMode: 'eval', selectedIds: ['a'] }))
    act(() => right.result.current.change({ lossMode: 'train' }))
    waitForWrite()
    expect(location.href).toContain(`/runs?a=1&left=${eval1}&right=${train}#results`)
    goTo(`/runs?left=${train}&right=${train}`)
    expect(left.result.current.view.lossMode).toBe('train')
    expect(right.result.current.view.lossMode).toBe('train')
  })

  it('touches no address where it has none', () => {
    history.replaceState(null, '', `/runs#view=${eval1}`)
    const { result } = keep({ address: null })
    expect(result.current.view).toEqual(defaultComparisonView)
    act(() => result.current.change({ lossMode: 'train' }))
    waitForWrite()
    expect(location.hash).toBe(`#view=${eval1}`)
  })

  it('moves to another address with the view that it has', () => {
    const { result, rerender } = keep({ address: null })
    act(() => result.current.change({ lossMode: 'train' }))
    rerender({ address: { in: 'search', key: 'view' } })
    waitForWrite()
    expect(location.search).toBe(`?view=${train}`)
  })

  it('stands a browser that refuses to change the address', () => {
    const { result } = keep()
    vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('Too many calls', 'SecurityError')
    })
    act(() => result.current.change({ lossMode: 'train' }))
    waitForWrite()
    expect(result.current.view.lossMode).toBe('train')
    vi.restoreAllMocks()
    expect(location.hash).toBe('')
    fire('pagehide')
    expect(location.hash).toBe(`#view=${train}`)
    act(() => result.current.change({ lossMode: 'eval', selectedIds: ['a'] }))
    waitForWrite()
    expect(location.hash).toBe(`#view=${eval1}`)
  })
})

describe('the link of useComparisonView', () => {
  it('carries the whole view at once, whatever the address says yet', () => {
    history.replaceState(null, '', '/runs?a#/runs/7')
    const { result } = keep({ defaultView: { lossMode: 'train' } })
    act(() => result.current.change({ selectedIds: ['a'] }))
    const link = result.current.link()
    expect(link).toMatch(/^http:\/\/localhost:3000\/runs\?a#\/runs\/7\?view=1\./u)
    expect(readLink(link).view).toEqual(result.current.view)
    act(() => result.current.reset())
    expect(readLink(result.current.link()).view).toEqual(completeView({ lossMode: 'train' }))
  })

  it('is refused for a view that no link can hold, and the address keeps the one before', () => {
    const { result } = keep()
    act(() => result.current.change({ lossMode: 'eval', selectedIds: ['a'] }))
    waitForWrite()
    const ids = Array.from({ length: 1000 }, (_, i) => `${i * 7919}-${i * 104_729}`)
    act(() => result.current.change({ selectedIds: ids, metrics: ids.toReversed() }))
    waitForWrite()
    expect(result.current.notices.map(({ code }) => code)).toEqual(['link-too-long'])
    expect(location.hash).toBe(`#view=${eval1}`)
    expect(thrownBy(() => result.current.link())).toMatchObject({ code: 'bad-option' })
    act(() => result.current.change({ selectedIds: ['a'], metrics: null }))
    waitForWrite()
    expect(result.current.notices).toEqual([])
  })
})

describe('the life of useComparisonView', () => {
  it('is hydrated with that, and then takes the view of the link', () => {
    history.replaceState(null, '', `/runs#view=${eval1}`)
    const onError = vi.spyOn(console, 'error')
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(<ViewOf />)
    expect(container.textContent).toContain('both')
    const onRecoverableError = vi.fn<(error: unknown) => void>()
    render(<ViewOf />, { container, hydrate: true, onRecoverableError })
    expect(screen.getByRole('button').textContent).toBe('eval a ')
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  it('leaves no listener and no timer behind, in StrictMode too', () => {
    const added = vi.spyOn(globalThis, 'addEventListener')
    const removed = vi.spyOn(globalThis, 'removeEventListener')
    const replace = vi.spyOn(history, 'replaceState')
    const { unmount } = render(<ViewOf />, { wrapper: StrictMode })
    act(() => screen.getByRole('button').click())
    unmount()
    const namesOf = (spy: typeof added | typeof removed): unknown[] =>
      spy.mock.calls.map(([name]) => name).filter((name) => /pop|hash|pagehide/u.test(name))
    expect(namesOf(added).length).toBeGreaterThan(0)
    expect(namesOf(removed)).toEqual(namesOf(added))
    expect(vi.getTimerCount()).toBe(0)
    waitForWrite()
    expect(replace).not.toHaveBeenCalled()
  })

  it('takes and writes each view once in StrictMode', () => {
    history.replaceState(null, '', `/runs#view=${eval1}`)
    const replace = vi.spyOn(history, 'replaceState')
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    render(<ViewOf onViewChange={onViewChange} />, { wrapper: StrictMode })
    act(() => screen.getByRole('button').click())
    waitForWrite()
    expect(screen.getByRole('button').textContent).toBe('eval a,b ')
    expect(onViewChange).toHaveBeenCalledTimes(1)
    expect(replace).toHaveBeenCalledTimes(1)
    expect(location.href).toBe(
      writeLink('http://localhost:3000/runs', {
        lossMode: 'eval',
        selectedIds: ['a', 'b'],
      }),
    )
  })
})
