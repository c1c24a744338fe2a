import type { PickerView } from '@runoff/core'
import { useId, type ReactNode, type Ref } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { PickerMessages } from './messages.ts'
import type { SearchProblem } from './useRunSearch.ts'

export interface PickerSearchProps {
  readonly view: Pick<PickerView, 'search' | 'isRegex'>
  readonly onChange: (change: Partial<PickerView>) => void
  readonly problem: SearchProblem | null
  readonly inputRef?: Ref<HTMLInputElement>
}

/**
 * What to find runs by, as words or as a regular expression. Renders a
 * `<div>` and a `<p>`.
 */
export function PickerSearch({ view, onChange, problem, inputRef }: PickerSearchProps): ReactNode {
  const { picker } = useMessages()
  const id = useId()
  const isWrong = problem?.kind === 'wrong-expression'
  return (
    <>
      <div className="runoff-picker-field runoff-picker-search">
        <label className="runoff-picker-label" htmlFor={`${id}search`}>
          {picker.search}
        </label>
        <div className="runoff-picker-searchbox" data-wrong={isWrong ? '' : undefined}>
          <input
            id={`${id}search`}
            ref={inputRef}
            className="runoff-picker-input"
            type="search"
            placeholder={picker.searchHint}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            value={view.search}
            aria-invalid={isWrong}
            aria-describedby={problem === null ? undefined : `${id}problem`}
            onChange={({ target }) => onChange({ search: target.value })}
          />
          <button
            className="runoff-picker-regex"
            type="button"
            dir="ltr"
            aria-label={picker.regularExpression}
            aria-pressed={view.isRegex}
            title={picker.regularExpression}
            onClick={() => onChange({ isRegex: !view.isRegex })}
          >
            {picker.regularExpressionSign}
          </button>
        </div>
      </div>
      <p className="runoff-picker-problem" id={`${id}problem`} role="status">
        {problem !== null && problemText(problem, picker)}
      </p>
    </>
  )
}

function problemText(problem: SearchProblem, picker: PickerMessages): string {
  return problem.kind === 'unavailable'
    ? picker.expressionUnavailable
    : picker.wrongExpression(problem.reason)
}
