import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { filesSource } from '@runoff/sources/files'
import type { MetricStore } from '../store/metricStore.ts'
import { importRuns } from './importRuns.ts'
import { readFolder } from './readFolder.ts'

/**
 * Saves the runs that come with the project: each folder of `root` is an experiment. A root that
 * is not there has no runs.
 */
export async function importRecordedRuns(store: MetricStore, root: string): Promise<void> {
  if (!existsSync(root)) return
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const source = filesSource({ id: 'recorded', files: readFolder(join(root, entry.name)) })
    await importRuns(store, source, entry.name)
  }
}
