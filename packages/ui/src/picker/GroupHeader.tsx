import { cleanModelName, type Objective } from '@runoff/core'
import type { RunSelectionResult } from '@runoff/react'
import { memo, useMemo, type MemoExoticComponent, type ReactNode } from 'react'
import { metricTitle } from '../format/metricName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { groupTicking, type GroupTicking } from './groupTicking.ts'
import { lineStyle, type PickerLine } from './pickerLine.ts'
import type { PickerSection } from './pickerSections.ts'

export interface GroupHeaderProps extends PickerLine {
  readonly section: PickerSection
  /** As `cleanModelName` writes it. */
  readonly model: string
  readonly isCollapsed: boolean
  readonly objective: Objective
  readonly selection: RunSelectionResult
  /** The id of the words that say why nothing more can be selected. */
  readonly limitId: string
  readonly onToggle: (model: string) => void
  readonly onTick: (ticking: GroupTicking) => void
}

/**
 * Names the runs of one model and their best value, folds them, and selects them. Renders a `<div>`
 * with a heading and two buttons.
 */
export const GroupHeader: MemoExoticComponent<(props: GroupHeaderProps) => ReactNode> =
  /* @__PURE__ */ memo(function GroupHeader(props: GroupHeaderProps): ReactNode {
    const { measure, ...rest } = props
    const { section, model, isCollapsed, objective, isTabStop } = rest
    const { picker, format } = useMessages()
    const write = useFormatters()
    const name = useGroupName(model)
    return (
      <div
        className="runoff-picker-group"
        ref={measure}
        data-index={rest.index}
        style={lineStyle(rest)}
      >
        <h3 className="runoff-picker-heading">
          <button
            className="runoff-picker-fold"
            type="button"
            aria-expanded={!isCollapsed}
            title={name}
            tabIndex={isTabStop ? 0 : -1}
            onClick={() => rest.onToggle(model)}
          >
            <svg
              className="runoff-picker-icon"
              viewBox="0 0 12 12"
              aria-hidden="true"
              focusable="false"
            >
              <path d="M4 2.5L8 6l-4 3.5" />
            </svg>
            <bdi>{name}</bdi>{' '}
            <span className="runoff-picker-group-count">
              {picker.groupCount(section.runs.length, write.count)}
            </span>
          </button>
        </h3>
        {section.best !== null && (
          <span className="runoff-picker-group-best" title={write.full(section.best)}>
            {picker.groupBest(metricTitle(objective.metric, format), write.metric(section.best))}
          </span>
        )}
        <GroupSelect {...rest} name={name} />
      </div>
    )
  })

type GroupSelectProps = Omit<GroupHeaderProps, 'measure'> & { readonly name: string }

function GroupSelect(props: GroupSelectProps): ReactNode {
  const { section, selection, name, limitId, isTabStop, onTick } = props
  const { picker } = useMessages()
  const { count } = useFormatters()
  const ticking = useMemo(() => groupTicking(section.runs, selection), [section, selection])
  const action = ticking.kind === 'deselect' ? picker.deselectGroup : picker.selectGroup
  return (
    <button
      className="runoff-picker-link runoff-picker-group-select"
      type="button"
      aria-label={picker.ofGroup(action, name)}
      // Disabled in words alone: a button that loses the focus is one that cannot be found again.
      aria-disabled={ticking.kind === 'full'}
      aria-describedby={ticking.kind === 'full' ? limitId : undefined}
      title={
        ticking.kind === 'full' ? picker.limitReached(selection.maxSelected, count) : undefined
      }
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onTick(ticking)}
    >
      {action}
    </button>
  )
}

/** Returns what a group is called, with what its model's name hides written out. */
export function useGroupName(model: string): string {
  const { picker } = useMessages()
  return model === cleanModelName(null) ? picker.unknownModel : visibleText(model)
}
