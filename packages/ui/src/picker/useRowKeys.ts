import { useRef, type KeyboardEvent, type RefObject } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'
import type { PickerItem } from './pickerItems.ts'
import type { RowWindow } from './useRowWindow.ts'

interface Move {
  readonly start: number
  readonly direction: 1 | -1
}

/** What the keys move between, and the class it has. */
const classes = { checkbox: 'runoff-picker-checkbox', open: 'runoff-picker-open' } as const
const controls = ['checkbox', 'open'] as const

/** One of the two controls that each run's row has. */
export type RowControl = (typeof controls)[number]

interface ControlPlace {
  readonly index: number
  readonly control: RowControl
}

export interface RowKeysOptions extends Pick<RowWindow, 'scrollToLine'> {
  readonly scrollerRef: RefObject<HTMLElement | null>
  /** Whether the keys stop at this control of a line. */
  readonly canFocus: (item: PickerItem, control: RowControl) => boolean
}

/**
 * Returns the list's key handler: from a run's checkbox, or the button with its name, the arrow
 * keys, Home and End lead to the same control of another run.
 */
export function useRowKeys(
  items: readonly PickerItem[],
  { scrollerRef, scrollToLine, canFocus }: RowKeysOptions,
): (event: KeyboardEvent<HTMLElement>) => void {
  const wanted = useRef<ControlPlace | null>(null)
  const focusWanted = (): void => {
    if (wanted.current === null) return
    const { index, control } = wanted.current
    const line = scrollerRef.current?.querySelector(`[data-index="${index}"]`)
    const element = line?.querySelector<HTMLElement>(`.${classes[control]}`)
    if (element === null || element === undefined) return
    wanted.current = null
    element.focus()
  }
  // A line far away is drawn only once the list has scrolled to it.
  useBrowserLayoutEffect(focusWanted)

  return (event) => {
    const from = event.target instanceof HTMLElement ? controlAt(event.target) : null
    if (from === null || hasModifier(event)) return
    const move = moveOf(event.key, from.index, items.length - 1)
    if (move === null) return
    event.preventDefault()
    const index = firstFrom(items, move, (item) => canFocus(item, from.control))
    if (index === null) return
    wanted.current = { index, control: from.control }
    scrollToLine(index)
    focusWanted()
  }
}

function moveOf(key: string, index: number, last: number): Move | null {
  switch (key) {
    case 'ArrowDown':
      return { start: index + 1, direction: 1 }
    case 'ArrowUp':
      return { start: index - 1, direction: -1 }
    case 'Home':
      return { start: 0, direction: 1 }
    case 'End':
      return { start: last, direction: -1 }
    default:
      return null
  }
}

function firstFrom(
  items: readonly PickerItem[],
  { start, direction }: Move,
  isWanted: (item: PickerItem) => boolean,
): number | null {
  for (let index = start; index >= 0 && index < items.length; index += direction) {
    const item = items[index]
    if (item !== undefined && isWanted(item)) return index
  }
  return null
}

function controlAt(target: HTMLElement): ControlPlace | null {
  const control = controls.find((name) => target.classList.contains(classes[name]))
  const line = target.closest<HTMLElement>('[data-index]')
  if (control === undefined || line === null) return null
  return { index: Number(line.dataset['index']), control }
}

function hasModifier({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey
}
