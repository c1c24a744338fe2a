import {
  completeView,
  type ComparisonView,
  type ComparisonViewInput,
  type Notice,
} from '@runoff/core'
import {
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { sharedPageAddress } from './pageAddress.ts'
import { defaultViewAddress, writeLink, type ViewAddress } from './viewAddress.ts'
import { createViewStore } from './viewStore.ts'

export interface ComparisonViewOptions {
  /** Makes the host the owner of the view, and of any address that it is kept in. */
  readonly view?: ComparisonViewInput | undefined
  /** Where the view starts, and what `reset` goes back to. */
  readonly defaultView?: ComparisonViewInput | undefined
  /** Called with every view but the one that the page starts with. */
  readonly onViewChange?: ((view: ComparisonView) => void) | undefined
  /**
   * Where in the page's address the view is kept; `null` is nowhere. Two on one page need two
   * keys. @default { in: 'hash', key: 'view' }
   */
  readonly address?: ViewAddress | null | undefined
}

export interface ComparisonViewResult {
  readonly view: ComparisonView
  /** Sets a part of the view; two changes in one event keep what the other has done. */
  readonly change: (part: Partial<ComparisonView>) => void
  readonly reset: () => void
  /**
   * Returns the whole address of the page with the whole view in it, to be shared.
   *
   * @throws {RunoffError} `bad-option` for a view that is too long for a link, as `encodeView`.
   */
  readonly link: () => string
  /** Why the address gave no view, or has not taken it: `link-newer`, `link-unreadable`, `link-too-long`. */
  readonly notices: readonly Notice[]
}

/**
 * Keeps the view of a comparison, and keeps it in the page's address.
 *
 * A view in the address is what the page starts with, after hydration; what cannot be read is a
 * notice. Changes replace the address shortly after, without a step in the history and without
 * touching any other part of it. An address that says nothing of the view leaves it as it is.
 */
export function useComparisonView(options: ComparisonViewOptions = {}): ComparisonViewResult {
  const { view: given, defaultView, onViewChange, address = defaultViewAddress } = options
  const isControlled = given !== undefined
  const followed = isControlled ? null : address
  const [store] = useState(() => createViewStore(completeView(defaultView), followed))
  const own = useSyncExternalStore(store.subscribe, store.get, store.getFirst)
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  const view = useMemo(
    () => (given === undefined ? own.view : completeView(given)),
    [given, own.view],
  )
  const latest = useRef({ view, isControlled, onViewChange, address })
  useEffect(() => {
    latest.current = { view, isControlled, onViewChange, address }
  })
  const isFollowed = followed !== null
  const place = followed?.in ?? 'hash'
  const key = followed?.key ?? ''
  useEffect(
    () =>
      store.follow(isFollowed ? { in: place, key } : null, (taken) =>
        latest.current.onViewChange?.(taken),
      ),
    [store, isFollowed, place, key],
  )

  const currentView = useCallback(
    () => (latest.current.isControlled ? latest.current.view : store.get().view),
    [store],
  )
  const setView = useCallback(
    (next: ComparisonView, notices: readonly Notice[]) => {
      const { onViewChange: tell, isControlled: isHosts } = latest.current
      // Two changes in one event each keep what the other has done; the next render may undo it.
      latest.current = { ...latest.current, view: next }
      if (isHosts) renderAgain()
      else store.set({ view: next, notices })
      tell?.(next)
    },
    [store],
  )
  const change = useCallback(
    (part: Partial<ComparisonView>) => setView({ ...currentView(), ...part }, store.get().notices),
    [setView, currentView, store],
  )
  const reset = useCallback(() => setView(store.getFirst().view, []), [setView, store])
  const link = useCallback(
    () =>
      writeLink(sharedPageAddress(), currentView(), latest.current.address ?? defaultViewAddress),
    [currentView],
  )
  const { notices } = own
  return useMemo(
    () => ({ view, change, reset, link, notices }),
    [view, change, reset, link, notices],
  )
}
