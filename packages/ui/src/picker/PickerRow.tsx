import type { Objective, Run } from '@runoff/core'
import { memo, useId, type MemoExoticComponent, type MouseEvent, type ReactNode } from 'react'
import { ArchiveRowButton } from './archive/ArchiveRowButton.tsx'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { RunColor } from '../style/RunColor.tsx'
import type { RunStyle } from '../style/runStyle.ts'
import { CompareCheckbox } from './CompareCheckbox.tsx'
import type { FindMarks } from './markedParts.ts'
import { MarkedText } from './MarkedText.tsx'
import { lineStyle, type PickerLine } from './pickerLine.ts'
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
  readonly findMarks: FindMarks
}

export interface PickerRowProps extends PickerRowState, PickerLine {
  /** Place in its table, from 1. */
  readonly position: number
  readonly onToggle: (runId: string, isRange: boolean) => void
  readonly onOpen: ((run: Run) => void) | null
  readonly renderActions: ((run: Run) => ReactNode) | undefined
}

/** One run of the list; drawn again only where one of its props is another. Renders a `<div>`. */
export const PickerRow: MemoExoticComponent<(props: PickerRowProps) => ReactNode> =
  /* @__PURE__ */ memo(function PickerRow(props: PickerRowProps): ReactNode {
    const { run, objective, standing, isSelected, isRecommended, onOpen, measure, ...rest } = props
    const { isTabStop, position, index, style, findMarks } = rest
    const { picker } = useMessages()
    const title = useRunTitle(run, rest.hasRepeatedName)
    const dataset = visibleText(run.dataset ?? '')
    const id = useId()
    const named = ['name', ...(isRecommended ? ['star'] : []), 'status', 'value', 'standing']
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The button with the name is the keyboard's way.
      <div
        className="runoff-picker-row"
        role="row"
        aria-rowindex={position}
        aria-labelledby={named.map((part) => `${id}${part}`).join(' ')}
        data-run={run.id}
        data-selected={isSelected ? '' : undefined}
        data-recommended={isRecommended ? '' : undefined}
        data-archived={run.archived ? '' : undefined}
        data-opens={onOpen === null ? undefined : ''}
        onClick={onOpen === null ? undefined : openUnlessControl(() => onOpen(run))}
        ref={measure}
        data-index={index}
        style={lineStyle(rest)}
      >
        <div className="runoff-picker-check" role="cell">
          <CompareCheckbox
            name={title.fullName}
            isSelected={isSelected}
            canSelect={rest.canSelect}
            limitId={rest.limitId}
            limitText={rest.limitText}
            isTabStop={isTabStop}
            onToggle={(isRange) => rest.onToggle(run.id, isRange)}
          />
        </div>
        <div className="runoff-picker-title" role="cell">
          <span className="runoff-picker-dot">{style !== null && <RunColor style={style} />}</span>
          <RunName
            id={`${id}name`}
            name={title.name}
            opens={onOpen !== null}
            isTabStop={isTabStop}
            findMarks={findMarks}
          />
          {title.id !== null && (
            <bdi className="runoff-picker-id" title={title.id}>
              {title.id}
            </bdi>
          )}
          {isRecommended && <RunStar id={`${id}star`} />}
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
          <bdi>
            <MarkedText text={dataset} findMarks={findMarks} />
          </bdi>
        </div>
        <RunTimeCells run={run} />
        <RowActions
          run={run}
          renderActions={rest.renderActions}
          isTabStop={isTabStop}
          name={title.fullName}
        />
      </div>
    )
  })

interface RowActionsProps extends Pick<PickerRowProps, 'run' | 'renderActions' | 'isTabStop'> {
  readonly name: string
}

function RowActions({ run, renderActions, isTabStop, name }: RowActionsProps): ReactNode {
  const actions = renderActions?.(run)
  return (
    <div className="runoff-picker-actions" role="cell">
      {actions}
      <ArchiveRowButton run={run} name={name} isTabStop={isTabStop} />
    </div>
  )
}

interface RunNameProps {
  readonly id: string
  readonly name: string
  readonly opens: boolean
  readonly isTabStop: boolean
  readonly findMarks: FindMarks
}

function RunName({ id, name, opens, isTabStop, findMarks }: RunNameProps): ReactNode {
  const text = (
    <bdi id={id}>
      <MarkedText text={name} findMarks={findMarks} />
    </bdi>
  )
  if (!opens) {
    return (
      <span className="runoff-picker-name" title={name}>
        {text}
      </span>
    )
  }
  return (
    <button
      className="runoff-picker-name runoff-picker-open"
      type="button"
      title={name}
      tabIndex={isTabStop ? 0 : -1}
    >
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
