import { Dialog } from '@base-ui/react/dialog'
import { clsx } from 'clsx'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useOverlayContainer } from '../overlay/OverlayProvider.tsx'

export interface DialogFrameProps extends ComponentPropsWithoutRef<'div'> {
  readonly open: boolean
  /** Escape, the backdrop and the button close it. */
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** Whether there is nothing to Tab to within, so that the whole must take the keys that scroll it. */
  readonly isText?: boolean
  readonly children: ReactNode
}

/**
 * A dialog over the page that keeps the focus inside and gives it back. Renders a `<div>` where
 * overlays are put, and nothing while it is closed.
 */
export const DialogFrame: ForwardRefExoticComponent<
  DialogFrameProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, DialogFrameProps>(function DialogFrame(props, ref) {
  const { open, onOpenChange, title, isText = false, children, className, ...rest } = props
  const { comparison } = useMessages()
  const container = useOverlayContainer()
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => onOpenChange(isOpen)}>
      <Dialog.Portal container={container}>
        <div className="runoff runoff-dialog-layer">
          <Dialog.Backdrop className="runoff-dialog-backdrop" />
          <Dialog.Viewport className="runoff-dialog-place">
            <Dialog.Popup {...rest} ref={ref} className={clsx('runoff-dialog', className)}>
              <header className="runoff-dialog-head">
                <Dialog.Title className="runoff-heading">{title}</Dialog.Title>
                <Dialog.Close className="runoff-button">{comparison.closeDialog}</Dialog.Close>
              </header>
              <div
                className="runoff-dialog-body"
                {...(isText && { role: 'group', 'aria-label': title, tabIndex: 0 })}
              >
                {children}
              </div>
            </Dialog.Popup>
          </Dialog.Viewport>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  )
})
