import type { Preview } from '@storybook/react-vite'
import '@runoff/ui/styles.css'

const preview: Preview = {
  parameters: { a11y: { test: 'error' }, layout: 'padded' },
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: { title: 'Theme', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light' },
  decorators: [
    (Story, { globals, parameters }) => {
      const theme = String(parameters['theme'] ?? globals['theme'])
      document.documentElement.style.colorScheme = theme
      document.documentElement.style.background = theme === 'dark' ? '#111417' : '#ffffff'
      return <Story />
    },
  ],
}

export default preview
