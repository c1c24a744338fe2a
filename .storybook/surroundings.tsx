import { MessagesProvider, type PartialMessages } from '@runoff/ui'
import { germanMessages } from '@runoff/ui/messages/de'
import { chineseMessages } from '@runoff/ui/messages/zh'
import type { Decorator } from '@storybook/react-vite'

export const languages = [
  { value: 'en', title: 'English' },
  { value: 'de', title: 'Deutsch' },
  { value: 'zh', title: '中文' },
] as const

const english: PartialMessages = {}

const words: ReadonlyMap<string, PartialMessages> = new Map([
  ['de', germanMessages],
  ['zh', chineseMessages],
])

/** The words of a story that brings none of its own. */
export const inLanguage: Decorator = (Story, { globals }) => (
  <MessagesProvider messages={words.get(String(globals['language'])) ?? english}>
    <Story />
  </MessagesProvider>
)

/** The theme, direction and width of a story. On a page of docs each story has its own. */
export const inPlace: Decorator = (Story, { globals, parameters, viewMode }) => {
  const theme = String(parameters['theme'] ?? globals['theme'])
  const direction = globals['direction'] === 'rtl' ? 'rtl' : 'ltr'
  const width = Number(globals['width'])
  const inlineSize = Number.isFinite(width) ? width : undefined
  const looks = { colorScheme: theme, background: theme === 'dark' ? '#111417' : '#ffffff' }
  if (viewMode === 'docs') {
    return (
      <div dir={direction} style={{ ...looks, inlineSize, margin: -20, padding: 20 }}>
        <Story />
      </div>
    )
  }
  const page = document.documentElement
  Object.assign(page.style, looks)
  page.dir = direction
  page.lang = String(globals['language'])
  if (inlineSize === undefined) return <Story />
  return (
    <div style={{ inlineSize }}>
      <Story />
    </div>
  )
}
