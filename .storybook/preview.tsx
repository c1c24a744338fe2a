import type { Preview } from '@storybook/react-vite'
import type { AnyHandler } from 'msw'
import '@runoff/ui/styles.css'
import { answerBy } from './network.ts'
import { inLanguage, inPlace, languages } from './surroundings.tsx'

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Runoff',
          ['Introduction', 'States', 'Writing a source', 'Themes', 'Languages'],
          'Comparison',
          ['RunComparison', 'ComparisonDialog'],
        ],
      },
    },
  },
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: { title: 'Direction', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    language: {
      description: 'Language of the words and of the numbers',
      toolbar: { title: 'Language', icon: 'globe', items: [...languages], dynamicTitle: true },
    },
    width: {
      description: 'Width of the column that a story stands in',
      toolbar: {
        title: 'Width',
        icon: 'grow',
        items: [
          { value: 'full', title: 'Full width' },
          { value: '360', title: '360 px' },
          { value: '768', title: '768 px' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', language: 'en', width: 'full' },
  loaders: [
    async ({ parameters }) => {
      await answerBy(parameters['msw'] as readonly AnyHandler[] | undefined)
      return {}
    },
  ],
  decorators: [inLanguage, inPlace],
}

export default preview
