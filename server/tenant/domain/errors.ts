/** A request that is refused; its message is for the caller to read. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  /** Seconds to wait before the next try. */
  readonly retryAfter: number | undefined

  constructor(status: number, message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

export const invalid = (message: string) => new Refusal(400, message)
export const forbidden = (message: string) => new Refusal(403, message)
export const notFound = (what: string, id: string) =>
  new Refusal(404, `There is no ${what} with the id ${id}.`)

/** Ends a task in ERROR with this text, and with nothing changed. */
export class TaskFailed extends Error {
  override name = 'TaskFailed'
}
