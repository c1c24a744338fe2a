import type { Smoothing } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { ParameterField } from './ParameterField.tsx'
import {
  parameterOf,
  smoothingKinds,
  smoothingOfKind,
  withParameter,
} from './smoothingParameter.ts'
import { ToolbarSelect } from './ToolbarSelect.tsx'

export interface SmoothingFieldsProps {
  readonly smoothing: Smoothing
  readonly onSmoothingChange: (smoothing: Smoothing) => void
}

/** By what lines are smoothed, and how much. Renders one or two fields. */
export function SmoothingFields({ smoothing, onSmoothingChange }: SmoothingFieldsProps): ReactNode {
  const { toolbar } = useMessages().charts
  const parameter = parameterOf(smoothing)
  return (
    <>
      <ToolbarSelect
        label={toolbar.smoothing}
        options={smoothingKinds.map((kind) => [kind, toolbar.kinds[kind]])}
        value={smoothing.kind}
        onValueChange={(kind) => onSmoothingChange(smoothingOfKind(kind, smoothing))}
      />
      {parameter !== null && (
        <ParameterField
          label={toolbar.parameters[parameter.name]}
          parameter={parameter}
          onValueChange={(value) => onSmoothingChange(withParameter(smoothing, value))}
        />
      )}
    </>
  )
}
