import type { AnyHandler } from 'msw'
import { setupWorker } from 'msw/browser'

const worker = setupWorker()
let started: Promise<unknown> | null = null

/** Answers the requests of a story by its handlers, and nothing of the story before. */
export async function answerBy(handlers: readonly AnyHandler[] | undefined): Promise<void> {
  if (handlers === undefined) return
  started ??= worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: './mockServiceWorker.js' },
  })
  await started
  worker.resetHandlers(...handlers)
}
