import type { LossMode } from '@runoff/core'
import { useId, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface LossModeControlProps {
  readonly mode: LossMode
  readonly onModeChange: (mode: LossMode) => void
}

const modes: readonly LossMode[] = ['train', 'eval', 'both']

/** Chooses the curves of a loss chart. Renders a `<fieldset>` of radio buttons. */
export function LossModeControl({ mode, onModeChange }: LossModeControlProps): ReactNode {
  const { charts } = useMessages()
  const name = useId()
  return (
    <fieldset className="runoff-chart-modes">
      <legend className="runoff-spoken">{charts.mode.label}</legend>
      {modes.map((each) => (
        <label key={each} className="runoff-chart-mode">
          <input
            type="radio"
            name={name}
            checked={each === mode}
            onChange={() => onModeChange(each)}
          />
          <span>{charts.mode[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
