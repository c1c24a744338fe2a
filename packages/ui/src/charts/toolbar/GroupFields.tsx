import { bands, centers, type ChartToolbarSettings } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { type GroupingChoice } from './toolbarSettings.ts'
import { ToolbarSelect } from './ToolbarSelect.tsx'

export interface GroupFieldsProps {
  readonly settings: ChartToolbarSettings
  readonly groupings: readonly GroupingChoice[]
  readonly onChange: (change: Partial<ChartToolbarSettings>) => void
}

const off = 'off'

/** Whether runs are drawn together, and how. Renders fields, or nothing where there is no choice. */
export function GroupFields({ settings, groupings, onChange }: GroupFieldsProps): ReactNode {
  const { toolbar } = useMessages().charts
  const chosen = groupings.findIndex(({ id }) => id === settings.groupBy)
  if (groupings.length === 0) return null
  const options = groupings.map(({ label }, place) => [`${place}`, label] as const)
  return (
    <>
      <ToolbarSelect<string>
        label={toolbar.groups}
        options={[[off, toolbar.noGroups], ...options]}
        value={chosen < 0 ? off : `${chosen}`}
        onValueChange={(value) =>
          onChange({ groupBy: value === off ? null : (groupings[Number(value)]?.id ?? null) })
        }
      />
      {chosen >= 0 && (
        <>
          <ToolbarSelect
            label={toolbar.center}
            options={centers.map((center) => [center, toolbar.centers[center]])}
            value={settings.center}
            onValueChange={(center) => onChange({ center })}
          />
          <ToolbarSelect
            label={toolbar.band}
            options={bands.map((band) => [band, toolbar.bands[band]])}
            value={settings.band}
            onValueChange={(band) => onChange({ band })}
          />
          <label className="runoff-toolbar-check">
            <input
              type="checkbox"
              checked={settings.members === 'shown'}
              onChange={({ target }) => onChange({ members: target.checked ? 'shown' : 'hidden' })}
            />
            {toolbar.members}
          </label>
        </>
      )}
    </>
  )
}
