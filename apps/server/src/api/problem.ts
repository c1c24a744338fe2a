import { RunoffError, type RunoffErrorCode } from '@runoff/core'
import type { FastifyError, FastifySchemaValidationError } from 'fastify'

/** Why a request was not answered; programs switch on this, never on the words beside it. */
export type ProblemCode = keyof typeof problemStatuses

/** The status that each code is answered with. */
export const problemStatuses = {
  'bad-option': 400,
  'bad-request': 400,
  closing: 503,
  'experiment-not-found': 404,
  'headers-too-long': 431,
  'host-not-allowed': 403,
  internal: 500,
  'log-hole': 409,
  'method-not-allowed': 405,
  'origin-not-allowed': 403,
  'page-not-built': 503,
  'route-not-found': 404,
  'run-elsewhere': 409,
  'run-not-found': 404,
  'sent-too-slowly': 408,
  'timed-out': 503,
  'token-required': 401,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  'too-much-content': 413,
  'unsupported-media-type': 415,
  'url-too-long': 414,
} as const

/** An error that is meant for whoever asked. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly status: number
  /** What a program can go by, beside the code. */
  readonly facts: Readonly<Record<string, number>>

  constructor(code: ProblemCode, detail: string, facts: Readonly<Record<string, number>> = {}) {
    super(detail)
    this.code = code
    this.status = problemStatuses[code]
    this.facts = facts
  }
}

/** The body of an answer that is an error, as RFC 9457 has it. */
export interface ProblemJson {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
}

export function problemToJson({ code, status, message, facts }: Problem): ProblemJson {
  const words = code.replaceAll('-', ' ')
  const title = words.charAt(0).toUpperCase() + words.slice(1)
  return { type: 'about:blank', title, status, code, detail: message, ...facts }
}

/** Returns what may be told of an error: of one that nobody foresaw, nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (!(error instanceof Error)) return internal()
  const { validation, validationContext, code, statusCode = 500 }: Partial<FastifyError> = error
  const [fault] = validation ?? []
  if (fault !== undefined) {
    const isBody = validationContext === 'body'
    return new Problem('bad-option', isBody ? bodySentenceOf(fault) : sentenceOf(fault))
  }
  if (code === 'FST_ERR_HANDLER_TIMEOUT') return new Problem('timed-out', tookTooLong)
  if (statusCode === 404) return new Problem('route-not-found', 'There is nothing at this address.')
  if (statusCode === 414) return new Problem('url-too-long', 'A part of this address is too long.')
  if (statusCode === 413)
    return new Problem('too-much-content', 'This body is longer than is read here.')
  if (statusCode === 415) return new Problem('unsupported-media-type', onlyJson)
  if (statusCode < 500) return new Problem('bad-request', 'This request could not be read.')
  return internal()
}

/**
 * Does work that may be refused, and tells a refusal of these codes as the problem beside it.
 *
 * @throws {Problem} for those; any other error as it is.
 */
export async function refusedAs<T>(
  codes: Readonly<Partial<Record<RunoffErrorCode, ProblemCode>>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof RunoffError ? codes[error.code] : undefined
    throw code === undefined || !(error instanceof RunoffError)
      ? error
      : new Problem(code, error.message)
  }
}

/** What a browser's form or image cannot send without asking first. */
export const onlyJson = 'A change is sent as application/json, and as nothing else.'

const tookTooLong = 'This took too long. Ask for less at once, or again later.'

function internal(): Problem {
  return new Problem('internal', 'The server failed; what happened is in its own output.')
}

function bodySentenceOf({
  instancePath,
  keyword,
  message,
  params,
}: FastifySchemaValidationError): string {
  const path = instancePath.slice(1).replaceAll('/', '.')
  const place = path === '' ? 'What was sent' : `"${path}"`
  if (keyword === 'additionalProperties') {
    return `${place} must not have a member "${String(params['additionalProperty'])}".`
  }
  return `${place} ${message ?? 'is not valid'}${allowedIn(params)}.`
}

function sentenceOf({
  instancePath,
  keyword,
  message,
  params,
}: FastifySchemaValidationError): string {
  if (keyword === 'additionalProperties') {
    return `There is no query parameter "${String(params['additionalProperty'])}" here.`
  }
  const name = instancePath.split('/')[1] ?? ''
  return `The query parameter "${name}" ${message ?? 'is not valid'}${allowedIn(params)}.`
}

function allowedIn(params: FastifySchemaValidationError['params']): string {
  const allowed = params['allowedValues']
  return Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''
}
