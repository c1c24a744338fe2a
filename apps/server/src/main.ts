import { fileURLToPath } from 'node:url'
import { findPlaces } from './command/places.ts'
import { startProgram } from './command/startProgram.ts'

// What `npm start` does: "runoff serve" with the runs that were recorded for this project.
const recordedRuns = fileURLToPath(new URL('../../../fixtures/runs', import.meta.url))
await startProgram(['serve', ...process.argv.slice(2)], { ...findPlaces(), recordedRuns })
