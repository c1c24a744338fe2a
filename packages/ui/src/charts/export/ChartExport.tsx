import { clsx } from 'clsx'
import {
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { useChart } from '../chartContext.ts'
import { ExportMenu } from './ExportMenu.tsx'
import type { ExportKind } from './messages.ts'
import { loadExport, useChartExport } from './useChartExport.ts'

export interface ChartExportProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Pixels of an image to each of the page, 1 to 8. @default 2 */
  readonly scale?: number
  /** Tells the time that an export is marked with, in Unix milliseconds. @default Date.now */
  readonly now?: () => number
}

/**
 * Saves the chart as an image, a vector graphic or a table, or copies it. Renders a `<div>` with a
 * button that opens a menu, and says in words what became of it.
 */
export function ChartExport(props: ChartExportProps): ReactNode {
  const { scale = 2, now = Date.now, className, ...rest } = props
  const { title } = useChart('Chart.Export')
  const { exports: words } = useMessages().charts
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const menuId = useId()
  const { kinds, status, start } = useChartExport(probe, { scale, now })
  useOutside(box, isOpen, () => setOpen(false))

  const open = (isOpening: boolean): void => {
    setOpen(isOpening)
    // Where that fails it is tried again, and said, once something is chosen.
    if (isOpening) loadExport().catch(() => undefined)
  }
  const close = (isDone: boolean): void => {
    setOpen(false)
    if (isDone) opener.current?.focus()
  }
  const choose = (kind: ExportKind): void => {
    close(true)
    start(kind)
  }
  return (
    <div {...rest} ref={box} className={clsx('runoff-chart-export', className)}>
      <button
        ref={opener}
        type="button"
        className="runoff-chart-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        aria-label={words.menuOf(title)}
        onClick={() => open(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          open(true)
        }}
      >
        {words.label}
      </button>
      {isOpen && (
        <ExportMenu
          id={menuId}
          label={words.menuOf(title)}
          items={kinds.map((kind) => ({ kind, text: words.items[kind] }))}
          onChoose={choose}
          onClose={close}
        />
      )}
      <span className="runoff-chart-export-status" role="status">
        {status.text}
      </span>
      <span className="runoff-chart-export-progress" aria-hidden="true">
        {status.progress}
      </span>
      <span ref={probe} className="runoff-chart-export-probe" hidden />
    </div>
  )
}

/** Calls back at a press outside of an element, and where the focus leaves it. */
function useOutside(
  box: { readonly current: HTMLElement | null },
  isActive: boolean,
  onOutside: () => void,
): void {
  const latest = useRef(onOutside)
  useEffect(() => {
    latest.current = onOutside
  })
  useEffect(() => {
    if (!isActive) return undefined
    const check = ({ target }: Event): void => {
      if (target instanceof Node && box.current?.contains(target) !== true) latest.current()
    }
    document.addEventListener('pointerdown', check)
    document.addEventListener('focusin', check)
    return () => {
      document.removeEventListener('pointerdown', check)
      document.removeEventListener('focusin', check)
    }
  }, [box, isActive])
}
