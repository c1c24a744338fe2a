import {
  recommend,
  type ComparisonView,
  type Objective,
  type Recommendation,
  type Run,
} from '@runoff/core'
import { useSource } from '@runoff/react'
import { clsx } from 'clsx'
import {
  forwardRef,
  useMemo,
  useRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useChartWords } from '../charts/chartWords.ts'
import { readExportLooks } from '../charts/export/readExportLooks.ts'
import { useRunNames } from '../comparison/useRunNames.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ActionMenu, type MenuAction } from '../overlay/ActionMenu.tsx'
import { useWords } from '../recommendation/useWords.ts'
import type { SnapshotAppText } from '../snapshot/snapshotAppText.ts'
import { useRunStyles } from '../style/RunStylesProvider.tsx'
import { KeepStatusLine } from './KeepStatusLine.tsx'
import type { KeepContext } from './keepContext.ts'
import type { KeepKind } from './messages.ts'
import { pictureColors } from './reportColors.ts'
import { useKeep } from './useKeep.ts'

export interface KeepSectionProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title'> {
  /** The compared runs. */
  readonly runs: readonly Run[]
  /** All runs that the list shows, for a snapshot of them. @default the compared ones */
  readonly listedRuns?: readonly Run[] | undefined
  readonly objective: Objective
  /** What the page says of the runs; `null` while they are on their way. */
  readonly recommendation: Recommendation | null
  /** What is set on the page: the columns of the table, and what a snapshot opens with. */
  readonly view: ComparisonView
  /** Returns an address that opens the page as it is set now; without it there is no button. */
  readonly link?: (() => string | Promise<string>) | undefined
  /** What files are named after, and reports and snapshots titled. @default 'Comparison of training runs' */
  readonly subject?: string | undefined
  /**
   * Returns the page that goes into snapshots, for hosts whose bundler does not take
   * `@runoff/ui/snapshot-app` along.
   */
  readonly loadSnapshotApp?: (() => Promise<SnapshotAppText>) | undefined
}

/**
 * Keeps and shares what is compared: files of its numbers, curves and answer, a link to what is set,
 * and a snapshot that opens offline. Children stand beside its buttons. Reads from the source around. Renders a `<section>`.
 */
export const KeepSection: ForwardRefExoticComponent<KeepSectionProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, KeepSectionProps>(function KeepSection(props, ref) {
    const { runs, listedRuns = runs, objective, recommendation, view, ...others } = props
    const { link, subject, loadSnapshotApp, children, className, ...rest } = others
    const { keep } = useMessages()
    const { count: write } = useFormatters()
    const probe = useRef<HTMLSpanElement>(null)
    const makeContext = useContextMaker(
      { runs, listedRuns, objective, recommendation, view, subject, loadSnapshotApp },
      probe,
    )
    const { status, start, copyLink, cancel } = useKeep(makeContext)
    const canStart = runs.length > 0
    return (
      <section
        aria-label={keep.title}
        {...rest}
        ref={ref}
        className={clsx('runoff', 'runoff-keep', className)}
      >
        <h2 className="runoff-heading">{keep.title}</h2>
        {canStart ? (
          <div className="runoff-keep-actions">
            <ExportMenu listed={listedRuns.length} compared={runs.length} onStart={start} />
            {link !== undefined && (
              <button className="runoff-button" type="button" onClick={() => copyLink(link)}>
                {keep.copyLink}
              </button>
            )}
            <button className="runoff-button" type="button" onClick={() => start('snapshot')}>
              {keep.saveSnapshot}
            </button>
            {children}
          </div>
        ) : (
          <p className="runoff-keep-note">{keep.nothing}</p>
        )}
        <KeepStatusLine status={status} onCancel={cancel} />
        {canStart && <p className="runoff-keep-note">{keep.about(runs.length, write)}</p>}
        <span ref={probe} className="runoff-keep-probe" aria-hidden="true" />
      </section>
    )
  })

interface ExportMenuProps {
  readonly compared: number
  readonly listed: number
  readonly onStart: (kind: KeepKind) => void
}

function ExportMenu({ compared, listed, onStart }: ExportMenuProps): React.ReactNode {
  const { keep } = useMessages()
  const { formatters } = useChartWords()
  const { items, hints } = keep
  const entry = (id: KeepKind, hint?: string): MenuAction => ({
    id,
    label: items[id],
    ...(hint === undefined ? {} : { hint }),
    onAct: () => onStart(id),
  })
  const actions = [
    [entry('reportHtml', hints.reportHtml), entry('reportMarkdown')],
    [entry('tableCsv'), entry('tableJson'), entry('tableMarkdown'), entry('tableLatex')],
    [entry('copyMarkdown'), entry('copyLatex')],
    [entry('runsJson', hints.runsJson), entry('seriesCsv', hints.seriesCsv)],
    ...(listed > compared
      ? [[entry('snapshotAll', hints.snapshotAll(listed, formatters.count))]]
      : []),
  ]
  return <ActionMenu label={keep.export} actions={actions} />
}

type ContextParts = Pick<
  KeepSectionProps,
  'runs' | 'objective' | 'recommendation' | 'view' | 'subject' | 'loadSnapshotApp'
> & { readonly listedRuns: readonly Run[] }

/** Returns what takes the page as it is at that moment. */
function useContextMaker(
  parts: ContextParts,
  probe: React.RefObject<HTMLElement | null>,
): () => KeepContext {
  const { runs, recommendation, objective, subject, loadSnapshotApp, ...rest } = parts
  const source = useSource()
  const catalogue = useMessages()
  const chartWords = useChartWords()
  const styles = useRunStyles(useMemo(() => runs.map(({ id }) => id), [runs]))
  const known = useMemo(
    () => recommendation ?? recommend([], { objective }),
    [recommendation, objective],
  )
  const words = useWords(known)
  const nameOf = useRunNames(runs)
  return () => ({
    ...rest,
    title: subject?.trim() || catalogue.keep.report.title,
    source,
    runs,
    objective,
    recommendation,
    catalogue,
    words,
    nameOf,
    chartWords,
    styles,
    readLooks: () => {
      if (probe.current === null) throw new Error('The comparison is no longer on the page.')
      return { ...readExportLooks(probe.current), ...pictureColors }
    },
    madeAtMs: Date.now(),
    loadSnapshotApp,
  })
}
