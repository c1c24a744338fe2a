import type { Decorator } from '@storybook/react-vite'

/** Parameters of a story that is seen in the dark. */
export const dark = { theme: 'dark' } as const

/** Puts a story into a column as narrow as hosts have. */
export function inColumn(widthPx: number): Decorator {
  return (Story) => (
    <div style={{ inlineSize: widthPx }}>
      <Story />
    </div>
  )
}

/** Puts a story into a page that is read from the right. */
export const rightToLeft: Decorator = (Story) => (
  <div dir="rtl">
    <Story />
  </div>
)
