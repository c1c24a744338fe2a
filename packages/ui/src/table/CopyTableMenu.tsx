import type { TableView } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ActionMenu } from '../overlay/ActionMenu.tsx'
import { copyFormats, tableAsText, type CopyFormat } from './copyFormats.ts'
import type { SummaryModel } from './summaryModel.ts'
import { textTableOf } from './summaryTextTable.ts'
import { writeToClipboard } from '../effects/writeToClipboard.ts'

export interface CopyTableMenuProps {
  readonly model: SummaryModel
  readonly view: TableView
  readonly onSaid: (text: string) => void
}

/** Copies what the table shows, as one of several texts. Renders a `<button>` and its menu. */
export function CopyTableMenu({ model, view, onSaid }: CopyTableMenuProps): ReactNode {
  const { table: messages } = useMessages()
  const { copyTable, copyAs, copyHint, copied, copyFailed } = messages
  const copy = async (format: CopyFormat): Promise<void> => {
    const isDone = await writeToClipboard(tableAsText(textTableOf(model, view), format))
    onSaid(isDone ? copied(copyAs[format]) : copyFailed)
  }
  const actions = copyFormats.map((format) => ({
    id: format,
    label: copyAs[format],
    hint: copyHint[format],
    onAct: () => void copy(format),
  }))
  return <ActionMenu label={copyTable} actions={[actions]} />
}
