import { useRef, type KeyboardEvent, type RefObject } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'
import type { PickerItem } from './pickerItems.ts'
import { moveOf, targetOf } from './rowMoves.ts'
import type { RowWindow } from './useRowWindow.ts'

/** What the keys move between, and the class it has. */
const classes = {
  checkbox: 'runoff-picker-checkbox',
  open: 'runoff-picker-open',
  archive: 'runoff-picker-archive',
  fold: 'runoff-picker-fold',
  selectGroup: 'runoff-picker-group-select',
} as const

/** One of the controls that a line has. */
export type RowControl = keyof typeof classes
const controls = Object.keys(classes) as readonly RowControl[]

/** A control of a line. */
export interface ControlPlace {
  readonly index: number
  readonly control: RowControl
}

export interface RowKeysOptions extends Pick<RowWindow, 'scrollToLine'> {
  readonly scrollerRef: RefObject<HTMLElement | null>
  /** Whether the keys stop at this control of a line. */
  readonly canFocus: (item: PickerItem, control: RowControl) => boolean
  /** Selects from one line to another; whether there was room for it. */
  readonly onExtend: (from: PickerItem, to: PickerItem) => boolean
  readonly onSelectAll: () => void
  readonly onSearch: () => void
  readonly onFold: (item: PickerItem, isCollapsed: boolean) => void
}

export interface RowKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Gives the focus to a control, or to the nearest one of its kind; whether there is one. */
  readonly focusNear: (place: ControlPlace) => boolean
}

/**
 * Returns the list's key handler. From a control of a line the arrow keys, Home, End and the page
 * keys lead to the same control of another; with Shift they select on the way. `/` leads to the
 * search, Ctrl and A selects what is shown.
 */
export function useRowKeys(items: readonly PickerItem[], options: RowKeysOptions): RowKeys {
  const { scrollerRef, scrollToLine, canFocus, onExtend } = options
  const wanted = useRef<ControlPlace | null>(null)
  const focusWanted = (): void => {
    if (wanted.current === null) return
    const element = controlElement(scrollerRef.current, wanted.current)
    if (element === null) return
    wanted.current = null
    element.focus()
  }
  // A line far away is drawn only once the list has scrolled to it.
  useBrowserLayoutEffect(focusWanted)
  const focusAt = (place: ControlPlace): void => {
    wanted.current = place
    scrollToLine(place.index)
    focusWanted()
  }

  const go = (event: KeyboardEvent<HTMLElement>, from: ControlPlace): void => {
    const move = moveOf(event.key, pageLength(scrollerRef.current, event.currentTarget))
    if (move === null) return
    event.preventDefault()
    const isSelecting = event.shiftKey && items[from.index]?.kind === 'run'
    const isStop = (item: PickerItem): boolean =>
      isSelecting ? item.kind === 'run' : canFocus(item, from.control)
    const index = targetOf(items, { move, from: from.index, isStop })
    const [start, end] = [items[from.index], index === null ? undefined : items[index]]
    if (index === null || start === undefined || end === undefined) return
    if (!isSelecting || onExtend(start, end)) focusAt({ index, control: from.control })
  }

  return {
    onKeyDown: (event) => {
      const from = event.target instanceof HTMLElement ? controlAt(event.target) : null
      if (from === null || event.altKey) return
      if (event.ctrlKey || event.metaKey) return selectAll(event, options)
      if (event.key === '/') {
        event.preventDefault()
        return options.onSearch()
      }
      const isCollapsed = foldingOf(event, from)
      const item = items[from.index]
      if (isCollapsed === null || item === undefined) return go(event, from)
      event.preventDefault()
      options.onFold(item, isCollapsed)
    },
    focusNear: ({ index, control }) => {
      const isStop = (item: PickerItem): boolean => canFocus(item, control)
      const move = { kind: 'near' } as const
      const found = targetOf(items, { move, from: index, isStop })
      if (found !== null) focusAt({ index: found, control })
      return found !== null
    },
  }
}

function selectAll(event: KeyboardEvent, { onSelectAll }: RowKeysOptions): void {
  if (event.key.toLowerCase() !== 'a' || event.shiftKey) return
  event.preventDefault()
  onSelectAll()
}

/** Whether an arrow along the line folds a group or unfolds it; `null` for another key or place. */
function foldingOf({ key, currentTarget }: KeyboardEvent, { control }: ControlPlace) {
  if (control !== 'fold' || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return null
  const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl'
  return (key === 'ArrowLeft') !== isRightToLeft
}

function pageLength(scroller: HTMLElement | null, list: Element): number {
  const line = list.querySelector('[data-index]')
  if (scroller === null || line === null) return 1
  const linePx = Math.max(1, line.getBoundingClientRect().height)
  return Math.max(1, Math.floor(scroller.clientHeight / linePx) - 1)
}

/** Returns which control of which line an element is; `null` where it is none. */
export function controlAt(target: Element): ControlPlace | null {
  const control = controls.find((name) => target.classList.contains(classes[name]))
  const line = target.closest<HTMLElement>('[data-index]')
  if (control === undefined || line === null) return null
  return { index: Number(line.dataset['index']), control }
}

function controlElement(
  scroller: HTMLElement | null,
  { index, control }: ControlPlace,
): HTMLElement | null {
  const line = scroller?.querySelector(`[data-index="${index}"]`)
  return line?.querySelector<HTMLElement>(`.${classes[control]}`) ?? null
}
