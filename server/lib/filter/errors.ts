/** A filter or a list of sorters that cannot be answered; its message is for the caller to read. */
export class FilterError extends Error {
  override name = 'FilterError'
}

/** The text does not follow the grammar. `position` counts characters from 0. */
export class FilterSyntaxError extends FilterError {
  override name = 'FilterSyntaxError'
  readonly position: number

  /** `problem` is a sentence without its full stop; where it happened is added. */
  constructor(problem: string, position: number) {
    super(`${problem} at column ${position + 1}.`)
    this.position = position
  }
}

/** The text follows the grammar, but this list does not offer what it asks for. */
export class FilterMeaningError extends FilterError {
  override name = 'FilterMeaningError'
  readonly field: string

  constructor(message: string, field: string) {
    super(message)
    this.field = field
  }
}
