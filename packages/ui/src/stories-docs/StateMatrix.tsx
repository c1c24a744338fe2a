import type { ReactNode } from 'react'
import { storyNameFromExport, toId } from 'storybook/internal/csf'
import { DocsTable } from './DocsTable.tsx'
import { stateNames, storyMatrix, type StateStory } from './storyMatrix.ts'

/** Every part in every state: the story that shows it, or why there is none. Renders a table. */
export function StateMatrix(): ReactNode {
  return (
    <DocsTable
      label="Part"
      columns={stateNames}
      rows={storyMatrix.map(({ part, states }) => ({
        key: part,
        name: part,
        cells: stateNames.map((state) => <StateCell key={state} story={states[state]} />),
      }))}
    />
  )
}

function StateCell({ story }: { readonly story: StateStory }): ReactNode {
  if ('not' in story) return <>None: {story.not}.</>
  const name = storyNameFromExport(story.story)
  return (
    <a href={`./?path=/story/${toId(story.title, name)}`} target="_top">
      {name}
    </a>
  )
}
