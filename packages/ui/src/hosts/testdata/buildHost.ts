import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, defaultClientConditions, defaultServerConditions } from 'vite'

const packageFolder = fileURLToPath(new URL('../../..', import.meta.url))
const react18Folder = fileURLToPath(
  new URL('../../../../../apps/compat-react18/node_modules/', import.meta.url),
)

export interface HostBuild {
  /** A file of `testdata`. */
  readonly entry: string
  readonly isServer?: boolean
  readonly react?: 18 | 19
}

/** Returns a folder for what is built, which `remove` takes away. */
export function buildFolder(): { readonly path: string; readonly remove: () => void } {
  // Within the package, so that what a server imports is found.
  const path = mkdtempSync(join(tmpdir(), 'runoff-host-'))
  return { path, remove: () => rmSync(path, { recursive: true }) }
}

/** Bundles a host's own page from the sources, with the React that tells what is wrong. */
export async function buildHost(
  folder: string,
  { entry, isServer = false, react = 19 }: HostBuild,
): Promise<string> {
  const name = `${entry.replace(/\.tsx$/, '')}${react}`
  const conditions = isServer ? defaultServerConditions : defaultClientConditions
  await build({
    root: packageFolder,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: {
      conditions: ['@runoff/source', ...conditions],
      alias: react === 18 ? react18Alias : [],
    },
    ssr: { noExternal: true, resolve: { conditions: ['@runoff/source', ...conditions] } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      ssr: isServer,
      rollupOptions: {
        input: fileURLToPath(new URL(entry, import.meta.url)),
        // Made by the package's own build, and loaded when somebody saves a snapshot.
        external: ['@runoff/ui/snapshot-app'],
        output: {
          format: 'es',
          codeSplitting: false,
          entryFileNames: `${name}.mjs`,
          assetFileNames: `${name}[extname]`,
        },
      },
    },
  })
  return join(folder, `${name}.mjs`)
}

const react18Alias = [
  { find: /^react(\/.*)?$/, replacement: `${react18Folder}react$1` },
  { find: /^react-dom(\/.*)?$/, replacement: `${react18Folder}react-dom$1` },
]
