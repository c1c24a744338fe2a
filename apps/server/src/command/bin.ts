#!/usr/bin/env node
import { hushSqlite, nodeFault } from './nodeFault.ts'

const fault = nodeFault(process.version)
if (fault === null) {
  hushSqlite()
  const [{ startProgram }, { findPlaces }] = await Promise.all([
    import('./startProgram.ts'),
    import('./places.ts'),
  ])
  await startProgram(process.argv.slice(2), findPlaces())
} else {
  console.error(fault)
  process.exitCode = 1
}
