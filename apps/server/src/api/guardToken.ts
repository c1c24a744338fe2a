import { createHash, timingSafeEqual } from 'node:crypto'
import { RunoffError } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import { createAttempts } from './attempts.ts'
import { Problem } from './problem.ts'

/** Characters of the shortest token: what is shorter can be guessed. */
export const shortestToken = 16

/**
 * Refuses every request that does not carry the token, but for the routes that need none. It comes
 * as `Authorization: Bearer`, or as the password of `Basic`, for which a browser can ask.
 *
 * Tokens are compared in constant time. Ten wrong ones from an address within a minute are the
 * last that are looked at until the minute is over. Without a token there is nothing to guard.
 *
 * @throws {RunoffError} `bad-option` for a token of fewer than 16 characters, or of others than the
 * visible ones of ASCII.
 */
export function guardToken(app: FastifyInstance, token: string | null): void {
  if (token === null) return
  if (token.length < shortestToken || !isVisible(token)) throw unusable()
  const expected = digestOf(token)
  const attempts = createAttempts()
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.access?.auth === 'none') return
    const given = credentialsOf(request.headers.authorization)
    if (given !== null) {
      const waitSeconds = attempts.waitSeconds(request.ip)
      if (waitSeconds > 0) {
        reply.header('retry-after', waitSeconds)
        throw new Problem('too-many-attempts', 'Too many wrong tokens came from this address.')
      }
      if (timingSafeEqual(digestOf(given), expected)) return
      attempts.note(request.ip)
    }
    reply.header('www-authenticate', challenges)
    throw new Problem('token-required', howToSend)
  })
}

const challenges = ['Bearer realm="Runoff"', 'Basic realm="Runoff", charset="UTF-8"']

const howToSend =
  'This server wants its token: send it as "Authorization: Bearer …", or as the password where a browser asks.'

/** Digests are equally long whatever was given, as a comparison in constant time needs them. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function credentialsOf(header: string | undefined): string | null {
  if (header === undefined) return null
  const space = header.indexOf(' ')
  const scheme = header.slice(0, Math.max(0, space)).toLowerCase()
  const rest = header.slice(space + 1).trim()
  if (scheme === 'bearer') return rest
  if (scheme !== 'basic') return ''
  const pair = Buffer.from(rest, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1)
}

function isVisible(text: string): boolean {
  return Array.from(text).every((character) => character > ' ' && character <= '~')
}

function unusable(): RunoffError {
  return new RunoffError(
    'bad-option',
    `The token needs at least ${shortestToken} characters, without blanks and of ASCII alone. ` +
      'Pass one that was made at random.',
  )
}
