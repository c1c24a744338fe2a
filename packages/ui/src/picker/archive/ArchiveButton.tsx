import { clsx } from 'clsx'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useFormatters } from '../../format/useFormatters.ts'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { useArchiving } from './ArchiveContext.ts'

export interface ArchiveButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'> {
  readonly runIds: readonly string[]
  /** What the button says. @default that it archives so many runs */
  readonly label?: string
}

/**
 * Archives these runs, with a notice that offers to undo it. Renders a `<button>`; nothing where
 * there is no run, no `ArchiveProvider` around, or a source that cannot archive.
 */
export const ArchiveButton: ForwardRefExoticComponent<
  ArchiveButtonProps & RefAttributes<HTMLButtonElement>
> = /* @__PURE__ */ forwardRef<HTMLButtonElement, ArchiveButtonProps>(
  function ArchiveButton(props, ref) {
    const { runIds, label, onClick, className, ...rest } = props
    const { picker } = useMessages()
    const write = useFormatters()
    const archiving = useArchiving()
    if (archiving?.canArchive !== true || runIds.length === 0) return null
    return (
      <button
        type="button"
        {...rest}
        ref={ref}
        className={clsx('runoff-button', 'runoff-archive-button', className)}
        onClick={(event) => {
          onClick?.(event)
          if (!event.defaultPrevented) void archiving.setArchived(runIds, true)
        }}
      >
        {label ?? picker.archiveRuns(picker.someRuns(runIds.length, write.count))}
      </button>
    )
  },
)
