import type { ReactNode } from 'react'

export interface PickerNoticeProps {
  readonly kind: 'empty' | 'no-match' | 'all-archived' | 'error' | 'stale'
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** What the reader can do about it. */
  readonly action?: { readonly label: string; readonly onAct: () => void }
}

/** Says in words what state the list is in. Renders a `<div>`. */
export function PickerNotice({ kind, title, detail, action }: PickerNoticeProps): ReactNode {
  const isFailure = kind === 'error' || kind === 'stale'
  return (
    <div className="runoff-picker-notice" data-kind={kind} role={isFailure ? 'alert' : 'status'}>
      <p className="runoff-picker-notice-title">
        <bdi>{title}</bdi>
      </p>
      {detail !== undefined && (
        <p className="runoff-picker-notice-detail">
          <bdi>{detail}</bdi>
        </p>
      )}
      {action !== undefined && (
        <button className="runoff-picker-button" type="button" onClick={action.onAct}>
          {action.label}
        </button>
      )}
    </div>
  )
}
