import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pageNotBuilt } from './api/pageRoutes.ts'
import { readStartOptions } from './serverOptions.ts'
import { startServer } from './startServer.ts'

const folders = {
  page: fileURLToPath(new URL('../../demo/dist', import.meta.url)),
  recordedRuns: fileURLToPath(new URL('../../../fixtures/runs', import.meta.url)),
}

try {
  const server = await startServer(readStartOptions(process.env), folders, console.error)
  if (!existsSync(folders.page)) console.error(pageNotBuilt)
  console.log(`Runoff: ${server.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close())
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
