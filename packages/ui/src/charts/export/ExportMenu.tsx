import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { ExportKind } from './messages.ts'

export interface ExportMenuProps {
  readonly id: string
  readonly label: string
  readonly items: readonly { readonly kind: ExportKind; readonly text: string }[]
  readonly onChoose: (kind: ExportKind) => void
  /** Called where nothing was chosen; `isDone` says that the focus belongs to the button again. */
  readonly onClose: (isDone: boolean) => void
}

/**
 * The open menu: arrows move through it and around its ends, Home and End go there, a letter goes to
 * the next item that begins with it, Escape and Tab close it. Renders a `<div>`.
 *
 * @see W3C, ARIA Authoring Practices Guide, Menu Button Pattern.
 */
export function ExportMenu({ id, label, items, onChoose, onClose }: ExportMenuProps): ReactNode {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    menu.current?.querySelector('button')?.focus()
  }, [])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return onClose(false)
    if (event.key === 'Escape') {
      // A dialog around the chart stays open.
      event.stopPropagation()
      event.preventDefault()
      return onClose(true)
    }
    const buttons = Array.from(menu.current?.querySelectorAll('button') ?? [])
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = nextItem(
      event,
      at,
      buttons.map((button) => button.textContent),
    )
    if (next === null) return undefined
    event.preventDefault()
    return buttons[next]?.focus()
  }

  return (
    <div
      ref={menu}
      id={id}
      className="runoff-chart-export-menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {items.map(({ kind, text }) => (
        <button
          key={kind}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="runoff-chart-export-item"
          onClick={() => onChoose(kind)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

/** Returns which item a key goes to, `null` where it is none of the menu's. */
function nextItem(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  at: number,
  texts: readonly string[],
): number | null {
  const count = texts.length
  if (ctrlKey || metaKey || altKey || count === 0) return null
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at + count - 1) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key.length !== 1 || key === ' ') return null
  const letter = key.toLowerCase()
  const others = texts.map((_, index) => (at + 1 + index) % count)
  return others.find((index) => texts[index]?.toLowerCase().startsWith(letter)) ?? null
}
