import { useId, useRef, type ReactNode } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useChart } from './chartContext.ts'
import { keysIdOf } from './ChartRoot.tsx'
import { useChartState } from './useChartState.ts'

/**
 * Opens the list of keys that the plot takes, as `?` does. Renders a `<button>`, and a `<dialog>`
 * beside it that leaves the page usable.
 */
export function ChartKeys(): ReactNode {
  const { chartId, store } = useChart('Chart.Keys')
  const { charts } = useMessages()
  const isOpen = useChartState(store, ({ keysChartId }) => keysChartId === chartId)
  const setOpen = (open: boolean): void => store.set({ keysChartId: open ? chartId : null })
  return (
    <span data-part="keys" className="runoff-chart-keys">
      <button
        type="button"
        className="runoff-chart-button runoff-chart-keys-button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {charts.keys}
      </button>
      <span id={keysIdOf(chartId)} hidden>
        {charts.plotKeys}
      </span>
      {isOpen && <KeyList onClose={() => setOpen(false)} />}
    </span>
  )
}

function KeyList({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { title } = useChart('Chart.Keys')
  const { charts } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const nameId = useId()
  // The element itself moves the focus in, and back to where it was.
  useBrowserLayoutEffect(() => {
    const element = dialog.current
    element?.show()
    return () => element?.close()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes a dialog
    <dialog
      ref={dialog}
      className="runoff-chart-key-list"
      aria-labelledby={nameId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== '?') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="runoff-chart-key-list-head">
        <span id={nameId}>{charts.keysOf(title)}</span>
        <button type="button" className="runoff-chart-button" onClick={onClose}>
          {charts.closeKeys}
        </button>
      </div>
      <dl>
        {charts.keyList.map(({ keys, action }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
