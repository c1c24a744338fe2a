import type { Objective, Run } from '@runoff/core'
import { useId, type MouseEvent, type ReactNode, type Ref } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { RunColor } from '../style/RunColor.tsx'
import type { RunStyle } from '../style/runStyle.ts'
import { CompareCheckbox } from './CompareCheckbox.tsx'
import { RunStar } from './RunStar.tsx'
import type { Standing } from './runStandings.ts'
import { RunStatusBadge } from './RunStatusBadge.tsx'
import { RunTimeCells } from './RunTimeCells.tsx'
import { RunValueCell } from './RunValueCell.tsx'
import { StandingBadge } from './StandingBadge.tsx'
import { useRunTitle } from './useRunTitle.ts'

/** What a row shows of its run and its place in the list. */
export interface PickerRowState {
  readonly run: Run
  readonly objective: Objective
  readonly standing: Standing | null
  readonly isSelected: boolean
  readonly canSelect: boolean
  readonly isRecommended: boolean
  readonly hasRepeatedName: boolean
  /** How the run looks in the charts, where it is selected. */
  readonly style: RunStyle | null
  /** The id of the text that says why the checkbox is disabled. */
  readonly limitId: string
  readonly limitText: string
}

export interface PickerRowProps {
  readonly state: PickerRowState
  /** Place in its table, from 1. */
  readonly position: number
  readonly onToggle: (isRange: boolean) => void
  readonly onOpen: (() => void) | null
  readonly actions: ReactNode
  readonly line: PickerLineProps
}

/** What ties a drawn line to the window over all lines. */
export interface PickerLineProps {
  readonly ref: Ref<HTMLDivElement>
  readonly 'data-index': number
  readonly style: { readonly marginBlockStart: number } | undefined
}

/** One run of the list. Renders a `<div>` with the role of a row. */
export function PickerRow({
  state,
  position,
  onToggle,
  onOpen,
  actions,
  line,
}: PickerRowProps): ReactNode {
  const { run, objective, standing, isSelected } = state
  const { picker } = useMessages()
  const title = useRunTitle(run, state.hasRepeatedName)
  const dataset = visibleText(run.dataset ?? '')
  const id = useId()
  const named = ['name', ...(state.isRecommended ? ['star'] : []), 'status', 'value', 'standing']
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The button with the name is the keyboard's way.
    <div
      className="runoff-picker-row"
      role="row"
      aria-rowindex={position}
      aria-labelledby={named.map((part) => `${id}${part}`).join(' ')}
      data-run={run.id}
      data-selected={isSelected ? '' : undefined}
      data-recommended={state.isRecommended ? '' : undefined}
      data-archived={run.archived ? '' : undefined}
      data-opens={onOpen === null ? undefined : ''}
      onClick={onOpen === null ? undefined : openUnlessControl(onOpen)}
      {...line}
    >
      <div className="runoff-picker-check" role="cell">
        <CompareCheckbox {...state} name={title.fullName} onToggle={onToggle} />
      </div>
      <div className="runoff-picker-title" role="cell">
        <span className="runoff-picker-dot">
          {state.style !== null && <RunColor style={state.style} />}
        </span>
        <RunName id={`${id}name`} name={title.name} opens={onOpen !== null} />
        {title.id !== null && (
          <bdi className="runoff-picker-id" title={title.id}>
            {title.id}
          </bdi>
        )}
        {state.isRecommended && <RunStar id={`${id}star`} />}
        {run.archived && <span className="runoff-picker-archived">{picker.archived}</span>}
      </div>
      <div className="runoff-picker-state" role="cell" id={`${id}status`}>
        <RunStatusBadge status={run.status} />
      </div>
      <div className="runoff-picker-value" role="cell" id={`${id}value`}>
        <RunValueCell run={run} objective={objective} />
      </div>
      <div className="runoff-picker-standing" role="cell" id={`${id}standing`}>
        {standing !== null && <StandingBadge standing={standing} objective={objective} />}
      </div>
      <div className="runoff-picker-dataset" role="cell" title={dataset}>
        <bdi>{dataset}</bdi>
      </div>
      <RunTimeCells run={run} />
      {actions !== undefined && actions !== null && (
        <div className="runoff-picker-actions" role="cell">
          {actions}
        </div>
      )}
    </div>
  )
}

interface RunNameProps {
  readonly id: string
  readonly name: string
  readonly opens: boolean
}

function RunName({ id, name, opens }: RunNameProps): ReactNode {
  const text = <bdi id={id}>{name}</bdi>
  if (!opens) {
    return (
      <span className="runoff-picker-name" title={name}>
        {text}
      </span>
    )
  }
  return (
    <button className="runoff-picker-name runoff-picker-open" type="button" title={name}>
      {text}
    </button>
  )
}

/** The whole row opens the run; what the row holds beside the name has its own use. */
function openUnlessControl(onOpen: () => void) {
  return (event: MouseEvent<HTMLElement>): void => {
    const control =
      event.target instanceof Element
        ? event.target.closest('.runoff-picker-check, .runoff-picker-actions')
        : null
    if (control === null && !event.defaultPrevented) onOpen()
  }
}
