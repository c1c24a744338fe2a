/** What every request to the server needs. */
export interface RestContext {
  /** Where `/api/v1` begins, without a `/` at its end. */
  readonly baseUrl: string
  readonly fetch: typeof fetch
  readonly headers: () => HeadersInit | Promise<HeadersInit>
}
