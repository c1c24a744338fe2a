import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useChart } from './chartContext.ts'
import type { ChartState } from './chartStore.ts'
import { canFollow, toggledFollowing } from './followTail.ts'
import { useChartState } from './useChartState.ts'
import { isZoomed, zoomedBack, zoomedForward, zoomedOut } from './zoomHistory.ts'

const backPath = 'M7 3 3 7l4 4M3.5 7H10a3 3 0 0 1 0 6H8'
const forwardPath = 'M9 3l4 4-4 4M12.5 7H6a3 3 0 0 0 0 6h2'

/**
 * Goes back and forward through zooms, shows everything again, and follows the newest points of live
 * runs. Renders a `<button>` for each of these that there is a use for.
 */
export function ZoomControls(): ReactNode {
  const { store, model } = useChart('Chart.ZoomControls')
  const { charts } = useMessages()
  const domain = useChartState(store, (state) => state.settledDomain)
  const yDomains = useChartState(store, (state) => state.yDomains)
  const hasPast = useChartState(store, ({ past }) => past.length > 0)
  const hasFuture = useChartState(store, ({ future }) => future.length > 0)
  const isFollowing = useChartState(store, (state) => state.isFollowing)
  const go = (to: (state: ChartState) => Partial<ChartState>): void => store.set(to(store.get()))
  return (
    <>
      {canFollow(domain, model) && (
        <button
          type="button"
          className="runoff-chart-button"
          aria-pressed={isFollowing}
          onClick={() => go((state) => toggledFollowing(state, model))}
        >
          {charts.followNewest}
        </button>
      )}
      {(hasPast || hasFuture) && (
        <span className="runoff-chart-history">
          <HistoryButton
            name={charts.zoomBack}
            path={backPath}
            isUsable={hasPast}
            onClick={() => go(zoomedBack)}
          />
          <HistoryButton
            name={charts.zoomForward}
            path={forwardPath}
            isUsable={hasFuture}
            onClick={() => go(zoomedForward)}
          />
        </span>
      )}
      {isZoomed({ domain, yDomains }) && (
        <button
          type="button"
          className="runoff-chart-button"
          onClick={(event) => {
            // The button goes with the zoom; the focus must not.
            focusPlot(event.currentTarget)
            go(zoomedOut)
          }}
        >
          {charts.resetZoom}
        </button>
      )}
    </>
  )
}

interface HistoryButtonProps {
  readonly name: string
  readonly path: string
  readonly isUsable: boolean
  readonly onClick: () => void
}

/** Not `disabled`, which would take the focus from whoever has just gone to the last zoom. */
function HistoryButton({ name, path, isUsable, onClick }: HistoryButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="runoff-chart-button runoff-chart-icon-button"
      aria-label={name}
      title={name}
      aria-disabled={!isUsable}
      onClick={() => {
        if (isUsable) onClick()
      }}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}

function focusPlot(within: HTMLElement): void {
  const plot = within.closest('figure')?.querySelector<HTMLElement>('[data-part="surface"]')
  plot?.focus({ preventScroll: true })
}
