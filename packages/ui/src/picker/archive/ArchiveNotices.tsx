import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { useOverlayContainer } from '../../overlay/OverlayProvider.tsx'

/** What was archived last, with a way back. F6 leads to it. Renders where overlays are put. */
export function ArchiveNotices(): ReactNode {
  const { picker } = useMessages()
  const container = useOverlayContainer()
  const { toasts } = Toast.useToastManager()
  return (
    <Toast.Portal container={container}>
      <Toast.Viewport className="runoff runoff-archive-notices" aria-label={picker.notices}>
        {toasts.map((toast) => (
          <Toast.Root
            key={toast.id}
            toast={toast}
            swipeDirection={[]}
            className="runoff-archive-notice"
          >
            <Toast.Content className="runoff-archive-notice-content">
              <div className="runoff-archive-notice-text">
                <Toast.Title className="runoff-archive-notice-title" />
                <Toast.Description className="runoff-archive-notice-detail" />
              </div>
              <Toast.Action className="runoff-button runoff-archive-undo" />
              <Toast.Close className="runoff-archive-close" aria-label={picker.closeNotice}>
                <svg
                  className="runoff-picker-icon"
                  viewBox="0 0 12 12"
                  aria-hidden="true"
                  focusable="false"
                >
                  <path d="M3 3l6 6M9 3l-6 6" />
                </svg>
              </Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  )
}
