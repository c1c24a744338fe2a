/** The ids of the elements of a snapshot's page. */
export const snapshotPageIds = {
  script: 'runoff-snapshot-app',
  style: 'runoff-snapshot-style',
  root: 'runoff-snapshot-page',
} as const
