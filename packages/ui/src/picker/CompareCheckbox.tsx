import { useRef, type ChangeEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface CompareCheckboxProps {
  readonly name: string
  readonly isSelected: boolean
  readonly canSelect: boolean
  /** The id of the text that says why the checkbox is disabled. */
  readonly limitId: string
  readonly limitText: string
  /** Whether Tab stops here. @default true */
  readonly isTabStop?: boolean
  readonly onToggle: (isRange: boolean) => void
}

/** Selects a run for comparison, and with Shift all from the one before. Renders a `<label>`. */
export function CompareCheckbox({
  name,
  isSelected,
  canSelect,
  limitId,
  limitText,
  isTabStop = true,
  onToggle,
}: CompareCheckboxProps): ReactNode {
  const { picker } = useMessages()
  const isShiftDown = useRef(false)
  const noteShift = (event: KeyboardEvent): void => {
    isShiftDown.current = event.shiftKey
  }
  const isDisabled = !isSelected && !canSelect
  return (
    <label className="runoff-picker-target" title={isDisabled ? limitText : undefined}>
      <input
        className="runoff-picker-checkbox"
        type="checkbox"
        tabIndex={isTabStop ? 0 : -1}
        aria-label={picker.compareRun(name)}
        aria-describedby={isDisabled ? limitId : undefined}
        checked={isSelected}
        disabled={isDisabled}
        onKeyDown={noteShift}
        onKeyUp={noteShift}
        onBlur={() => {
          isShiftDown.current = false
        }}
        onChange={(event) => onToggle(isShiftDown.current || isShiftClick(event))}
      />
    </label>
  )
}

/** A change of a checkbox comes from a click, and only that says whether Shift was held. */
function isShiftClick({ nativeEvent }: ChangeEvent): boolean {
  return 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true
}
