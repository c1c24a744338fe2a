import { snapshotDataTags, snapshotPageHead } from '@runoff/sources/snapshot'
import { escapeHtml } from '../keep/escapeHtml.ts'
import type { SnapshotAppText } from './snapshotAppText.ts'
import { snapshotPageIds } from './snapshotPageIds.ts'

/** What stands around the data of a snapshot. */
export interface SnapshotPage {
  readonly before: string
  readonly after: string
}

export interface SnapshotPageParts {
  readonly title: string
  /** What is read where scripts are not allowed. */
  readonly noScript: string
  readonly app: SnapshotAppText
}

/**
 * Returns the page around the data of a snapshot: one file that needs no other. Its policy allows
 * the script and the stylesheet that it was made with, by their hashes, and nothing from anywhere.
 */
export function snapshotPage({ title, noScript, app }: SnapshotPageParts): SnapshotPage {
  const { script, style, root } = snapshotPageIds
  const before = [
    snapshotPageHead,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policyOf(app))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style id="${style}" data-hash="${escapeHtml(app.styleHash)}">${app.style}</style>`,
    '</head>',
    '<body>',
    `<noscript>${escapeHtml(noScript)}</noscript>`,
    `<div id="${root}"></div>`,
    snapshotDataTags.open,
  ].join('\n')
  const after = [
    snapshotDataTags.close,
    `<script id="${script}" data-hash="${escapeHtml(app.scriptHash)}">${app.script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
  return { before, after }
}

function policyOf({ scriptHash, styleHash }: SnapshotAppText): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
