import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { useOverlayContainer } from './OverlayProvider.tsx'

/** One thing that a menu does. */
export interface MenuAction {
  readonly id: string
  readonly label: string
  /** A few words under the label. */
  readonly hint?: string
  readonly isDisabled?: boolean
  readonly onAct: () => void
}

export interface ActionMenuProps {
  readonly label: string
  /** In groups, between which a line is drawn. */
  readonly actions: readonly (readonly MenuAction[])[]
}

/** A button that opens a menu of things to do. Renders a `<button>`, and the menu where overlays are put. */
export function ActionMenu({ label, actions }: ActionMenuProps): ReactNode {
  const container = useOverlayContainer()
  return (
    <Menu.Root>
      <Menu.Trigger className="runoff-button runoff-menu-button">{label}</Menu.Trigger>
      <Menu.Portal container={container}>
        <Menu.Positioner className="runoff runoff-menu-place" sideOffset={4} align="end">
          <Menu.Popup className="runoff-menu">
            {actions.map((group, index) => (
              <Menu.Group key={group[0]?.id ?? index} className="runoff-menu-group">
                {group.map(({ id, label: text, hint, isDisabled = false, onAct }) => (
                  <Menu.Item
                    key={id}
                    className="runoff-menu-item"
                    disabled={isDisabled}
                    onClick={onAct}
                  >
                    <span>{text}</span>
                    {hint !== undefined && <small>{hint}</small>}
                  </Menu.Item>
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
