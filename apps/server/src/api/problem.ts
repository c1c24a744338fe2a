import type { FastifyError, FastifySchemaValidationError } from 'fastify'

/** Why a request was not answered; programs switch on this, never on the words beside it. */
export type ProblemCode =
  | 'bad-option'
  | 'bad-request'
  | 'experiment-not-found'
  | 'host-not-allowed'
  | 'internal'
  | 'method-not-allowed'
  | 'origin-not-allowed'
  | 'page-not-built'
  | 'route-not-found'
  | 'run-not-found'
  | 'too-many-requests'
  | 'too-much-content'
  | 'unsupported-media-type'
  | 'url-too-long'

const statuses: Readonly<Record<ProblemCode, number>> = {
  'bad-option': 400,
  'bad-request': 400,
  'experiment-not-found': 404,
  'host-not-allowed': 403,
  internal: 500,
  'method-not-allowed': 405,
  'origin-not-allowed': 403,
  'page-not-built': 503,
  'route-not-found': 404,
  'run-not-found': 404,
  'too-many-requests': 429,
  'too-much-content': 413,
  'unsupported-media-type': 415,
  'url-too-long': 414,
}

/** An error that is meant for whoever asked. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly status: number

  constructor(code: ProblemCode, detail: string) {
    super(detail)
    this.code = code
    this.status = statuses[code]
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

export function problemToJson({ code, status, message }: Problem): ProblemJson {
  const words = code.replaceAll('-', ' ')
  const title = words.charAt(0).toUpperCase() + words.slice(1)
  return { type: 'about:blank', title, status, code, detail: message }
}

/** Returns what may be told of an error: of one that nobody foresaw, nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (!(error instanceof Error)) return internal()
  const { validation, validationContext, statusCode = 500 }: Partial<FastifyError> = error
  const [fault] = validation ?? []
  if (fault !== undefined) {
    const isBody = validationContext === 'body'
    return new Problem('bad-option', isBody ? bodySentenceOf(fault) : sentenceOf(fault))
  }
  if (statusCode === 404) return new Problem('route-not-found', 'There is nothing at this address.')
  if (statusCode === 414) return new Problem('url-too-long', 'A part of this address is too long.')
  if (statusCode === 413)
    return new Problem('too-much-content', 'This body is longer than is read here.')
  if (statusCode === 415) return new Problem('unsupported-media-type', onlyJson)
  if (statusCode < 500) return new Problem('bad-request', 'This request could not be read.')
  return internal()
}

/** What a browser's form or image cannot send without asking first. */
export const onlyJson = 'A change is sent as application/json, and as nothing else.'

function internal(): Problem {
  return new Problem('internal', 'The server failed; what happened is in its own output.')
}

function bodySentenceOf({ instancePath, message, params }: FastifySchemaValidationError): string {
  const name = instancePath.split('/')[1]
  const place = name === undefined ? 'What was sent' : `"${name}"`
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
