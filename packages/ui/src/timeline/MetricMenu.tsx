import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useOverlayContainer } from '../overlay/OverlayProvider.tsx'
import { metricAlone, type TimelineWords } from './timelineWords.ts'

export interface MetricMenuProps {
  readonly choices: readonly string[]
  readonly shown: readonly string[]
  readonly onShownChange: (shown: readonly string[]) => void
  readonly words: TimelineWords
}

/** Chooses the metrics of a timeline; the last one stays. Renders a `<button>` and its menu. */
export function MetricMenu({ choices, shown, onShownChange, words }: MetricMenuProps): ReactNode {
  const container = useOverlayContainer()
  const toggle = (metric: string): void =>
    onShownChange(choices.filter((choice) => shown.includes(choice) !== (choice === metric)))
  return (
    <Menu.Root>
      <Menu.Trigger className="runoff-button runoff-menu-button">
        {words.messages.metrics}
      </Menu.Trigger>
      <Menu.Portal container={container}>
        <Menu.Positioner className="runoff runoff-menu-place" sideOffset={4} align="end">
          <Menu.Popup className="runoff-menu">
            {choices.map((metric) => (
              <Menu.CheckboxItem
                key={metric}
                className="runoff-menu-item runoff-timeline-choice"
                title={visibleText(metric)}
                checked={shown.includes(metric)}
                disabled={shown.length === 1 && shown[0] === metric}
                closeOnClick={false}
                onCheckedChange={() => toggle(metric)}
              >
                <span className="runoff-timeline-check" aria-hidden="true">
                  {shown.includes(metric) ? '✓' : ''}
                </span>
                <bdi>{metricAlone(metric, words)}</bdi>
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
