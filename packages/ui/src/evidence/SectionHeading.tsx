import {
  createContext,
  useContext,
  type ComponentPropsWithoutRef,
  type Context,
  type ReactNode,
} from 'react'

/** Whether a section stands under another one's heading, as those of a fold do. */
export const IsNested: Context<boolean> = /* @__PURE__ */ createContext(false)

/** The heading of a section, one level lower where the section is nested. Renders an `<h2>` or `<h3>`. */
export function SectionHeading({
  children,
  ...attributes
}: ComponentPropsWithoutRef<'h2'>): ReactNode {
  const isNested = useContext(IsNested)
  return isNested ? (
    <h3 {...attributes} className="runoff-heading runoff-evidence-nested">
      {children}
    </h3>
  ) : (
    <h2 {...attributes} className="runoff-heading">
      {children}
    </h2>
  )
}
