import { usePartView } from '../effects/usePartView.ts'
import { useParamDiff } from '@runoff/react'
import { completeDiffView, type DiffView, type Run } from '@runoff/core'
import { clsx } from 'clsx'
import {
  forwardRef,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { DiffGroup } from './DiffGroup.tsx'
import { diffGroups, diffModel, type DiffGroupKind } from './diffModel.ts'
import { DiffTools } from './DiffTools.tsx'
import { useDiffColumns } from './useDiffColumns.ts'

export interface ParamDiffProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  readonly runs: readonly Run[]
  /** The run that the others are set against while the view names none. @default the first */
  readonly baselineId?: string | null
  readonly view?: Partial<DiffView>
  /** @default the values that are the same are folded, nothing is searched */
  readonly defaultView?: Partial<DiffView>
  readonly onViewChange?: (view: DiffView) => void
  /** The run whose column stands out. */
  readonly highlightedRunId?: string | null
}

/** What is open before anybody has opened or closed it; `same` is part of the view. */
const openAtFirst: ReadonlySet<DiffGroupKind> = new Set<DiffGroupKind>(['different', 'values'])

/**
 * The parameters in which runs differ, against one of them, and those in which they do not.
 * Renders a `<div>`; the heading is the page's.
 *
 * The cells of a table are one tab stop: arrow keys move between them, and the whole value of the
 * one in focus stands under the table, to be copied.
 */
export const ParamDiff: ForwardRefExoticComponent<ParamDiffProps & RefAttributes<HTMLDivElement>> =
  /* @__PURE__ */ forwardRef<HTMLDivElement, ParamDiffProps>(function ParamDiff(props, ref) {
    const { runs, baselineId = null, highlightedRunId = null, ...others } = props
    const { view: given, defaultView, onViewChange, className, ...attributes } = others
    const messages = useMessages().diff
    const formatters = useFormatters()
    const [view, change] = usePartView(completeDiffView, { view: given, defaultView, onViewChange })
    const [toggled, setToggled] = useState<ReadonlySet<DiffGroupKind>>(new Set())
    const diff = useParamDiff(runs)
    const columns = useDiffColumns(runs)
    const baseline =
      columns.find(({ runId }) => runId === (view.baselineId ?? baselineId)) ?? columns[0]
    const runCount = columns.length
    const { search } = view
    const context = useMemo(
      () => ({ runCount, formatters, messages }),
      [runCount, formatters, messages],
    )
    const groups = useMemo(() => diffGroups(diff, context), [diff, context])
    const model = useMemo(
      () => diffModel(diff, groups, { ...context, search }),
      [diff, groups, context, search],
    )
    const isOpen = (kind: DiffGroupKind): boolean =>
      kind === 'same' ? view.isSameOpen : openAtFirst.has(kind) !== toggled.has(kind)
    const toggle = (kind: DiffGroupKind): void => {
      if (kind === 'same') change({ isSameOpen: !view.isSameOpen })
      else setToggled((before) => symmetricDifference(before, kind))
    }
    return (
      <div {...attributes} ref={ref} className={clsx('runoff', 'runoff-diff', className)}>
        {model.groups.length > 0 && (
          <DiffTools
            search={search}
            columns={columns}
            baselineId={baseline?.runId ?? null}
            onChange={change}
          />
        )}
        <p className="runoff-diff-sentence" role="status">
          <bdi>{model.sentence}</bdi>
        </p>
        {model.groups.map((group) => (
          <DiffGroup
            key={group.kind}
            group={group}
            columns={columns}
            baselineId={baseline?.runId ?? ''}
            highlightedRunId={highlightedRunId}
            isOpen={isOpen(group.kind)}
            onToggle={() => toggle(group.kind)}
          />
        ))}
      </div>
    )
  })

function symmetricDifference(
  kinds: ReadonlySet<DiffGroupKind>,
  kind: DiffGroupKind,
): ReadonlySet<DiffGroupKind> {
  return new Set(kinds.has(kind) ? [...kinds].filter((other) => other !== kind) : [...kinds, kind])
}
