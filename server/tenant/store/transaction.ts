export { statementTogether, together } from '../../database/together.ts'
export { inTransaction } from '../../database/transaction.ts'
