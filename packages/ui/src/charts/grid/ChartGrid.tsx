import { defaultArrangement, type ChartArrangement } from '@runoff/core'
import { clsx } from 'clsx'
import { useEffect, useRef, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { useBrowserLayoutEffect } from '../../effects/useBrowserLayoutEffect.ts'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { ArrangeButtons } from './ArrangeButtons.tsx'
import { arrangedItems, movedItem, toggledWide } from './arrangement.ts'
import { useInSight } from './useInSight.ts'

export interface ChartGridItem {
  readonly id: string
  /** What the chart is called. */
  readonly title: string
}

export interface ChartGridProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  readonly items: readonly ChartGridItem[]
  /** Makes the host the owner of order and widths. Left out, the grid keeps them itself. */
  readonly arrangement?: ChartArrangement | undefined
  readonly onArrangementChange?: ((arrangement: ChartArrangement) => void) | undefined
  /** Called with the ids of all charts that are or were near what is in sight. */
  readonly onInSight?: ((ids: readonly string[]) => void) | undefined
  /** The chart of an item, asked for once it has come near what is in sight. */
  readonly children: (item: ChartGridItem) => ReactNode
}

/**
 * Arranges charts in as many columns as there is room for, in the order a person gives them. A chart
 * that is far from what is in sight is a place of its size; once it was there it stays. Renders a
 * `<div>`.
 */
export function ChartGrid(props: ChartGridProps): ReactNode {
  const { items, arrangement: given, onArrangementChange, onInSight, ...others } = props
  const { children, className, ...attributes } = others
  const { grid } = useMessages().charts
  const [own, setOwn] = useState(defaultArrangement)
  const [isArranging, setIsArranging] = useState(false)
  const [announced, setAnnounced] = useState('')
  const arrangement = given ?? own
  const arranged = arrangedItems(items, arrangement)
  const ids = arranged.map(({ id }) => id)
  const { seenIds, refOf } = useInSight(ids)
  useInSightReport(ids, seenIds, onInSight)
  const keepFocus = useKeptFocus(ids)

  const change = (next: ChartArrangement): void => {
    if (next === arrangement) return
    setOwn(next)
    onArrangementChange?.(next)
  }
  const move = ({ id, title }: ChartGridItem, by: -1 | 1): void => {
    const next = movedItem(arrangement, ids, { id, by })
    if (next === arrangement) return
    keepFocus()
    change(next)
    setAnnounced(grid.moved(title, ids.indexOf(id) + by + 1, ids.length))
  }
  return (
    <div {...attributes} className={clsx('runoff runoff-charts', className)}>
      {items.length > 0 && (
        <button
          type="button"
          className="runoff-chart-button runoff-charts-arrange"
          aria-pressed={isArranging}
          onClick={() => setIsArranging(!isArranging)}
        >
          {grid.arrange}
        </button>
      )}
      <p role="status" className="runoff-spoken">
        {announced}
      </p>
      <div className="runoff-charts-cells">
        {arranged.map((item, place) => (
          <div
            key={item.id}
            ref={refOf(item.id)}
            className="runoff-charts-cell"
            data-wide={arrangement.wide.includes(item.id) ? '' : undefined}
          >
            {isArranging && (
              <ArrangeButtons
                title={item.title}
                isFirst={place === 0}
                isLast={place === arranged.length - 1}
                isWide={arrangement.wide.includes(item.id)}
                onMove={(by) => move(item, by)}
                onWideToggle={() => change(toggledWide(arrangement, item.id))}
              />
            )}
            {seenIds.has(item.id) ? children(item) : <ChartPlace title={item.title} />}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The place of a chart that nobody looks at yet. */
function ChartPlace({ title }: Pick<ChartGridItem, 'title'>): ReactNode {
  const { grid } = useMessages().charts
  return (
    <div role="group" aria-label={title} aria-busy="true" className="runoff-charts-place">
      <span className="runoff-spoken">{grid.waiting}</span>
    </div>
  )
}

function useInSightReport(
  ids: readonly string[],
  seenIds: ReadonlySet<string>,
  onInSight: ((ids: readonly string[]) => void) | undefined,
): void {
  const seen = ids.filter((id) => seenIds.has(id))
  const key = JSON.stringify(seen)
  const told = useRef(JSON.stringify([]))
  useEffect(() => {
    if (told.current === key) return
    told.current = key
    onInSight?.(seen)
  })
}

/** A button that moves with its chart loses the focus while it is moved; it gets it back. */
function useKeptFocus(ids: readonly string[]): () => void {
  const focused = useRef<Element | null>(null)
  const order = JSON.stringify(ids)
  useBrowserLayoutEffect(() => {
    const element = focused.current
    focused.current = null
    const isLost = element instanceof HTMLElement && element !== document.activeElement
    if (isLost) element.focus()
    // What is kept is of the render before, and each order is one more.
  }, [order])
  return () => {
    focused.current = document.activeElement
  }
}
