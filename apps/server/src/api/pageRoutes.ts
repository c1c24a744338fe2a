import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { listFiles } from '../files/listFiles.ts'
import { Problem } from './problem.ts'
import { pageAccess } from './routeAccess.ts'

const options = { schema: { hide: true }, config: { access: pageAccess } }

/**
 * Serves the built page: `/` and one route for each of its files, listed once at the start, so
 * that no address is ever turned into a path.
 */
export function addPageRoutes(app: FastifyInstance, folder: string | null): void {
  if (folder === null || !existsSync(join(folder, 'index.html'))) {
    app.get('/', options, () => {
      throw new Problem('page-not-built', pageNotBuilt)
    })
    return
  }
  for (const path of listFiles(folder)) {
    // Vite writes a hash into the name of every file below assets/.
    const isHashed = path.startsWith('assets/')
    app.get(path === 'index.html' ? '/' : `/${path}`, options, (_request, reply) => {
      reply.header('cache-control', isHashed ? 'max-age=31536000, immutable' : 'no-cache')
      return reply.sendFile(path, folder, { cacheControl: false })
    })
  }
}

/** What is said where the page should be. */
export const pageNotBuilt: string =
  'The page is not built yet. Run "npm run build -w @runoff/demo" and start the server again.'
