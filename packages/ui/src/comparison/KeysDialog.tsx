import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { DialogFrame } from './DialogFrame.tsx'

export interface KeysDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The keys that the parts of the page take, part by part. Renders a dialog over the page. */
export function KeysDialog({ open, onOpenChange }: KeysDialogProps): ReactNode {
  const { comparison, charts } = useMessages()
  const groups = [...comparison.keyGroups, { title: comparison.chartKeys, keys: charts.keyList }]
  return (
    <DialogFrame
      title={comparison.keys}
      open={open}
      onOpenChange={onOpenChange}
      className="runoff-keys"
      data-size="small"
      isText
    >
      {groups.map(({ title, keys }) => (
        <section key={title} aria-label={title}>
          <h3 className="runoff-keys-title">{title}</h3>
          <dl className="runoff-keys-list">
            {keys.map(({ keys: names, action }) => (
              <div key={action}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{action}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </DialogFrame>
  )
}
