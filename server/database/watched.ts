import type { DatabaseConnection, Dialect, Driver, RootOperationNode } from 'kysely'

export type Watcher = {
  /** A statement has run on the connection, or has failed there. */
  ran: (connection: object, statement: RootOperationNode) => void
  /** What the connection has written counts from now on: its transaction has ended. */
  givenBack: (connection: object) => void
}

/** The dialect, with somebody who hears what its connections run. */
export function watched(dialect: Dialect, watcher: Watcher | undefined): Dialect {
  if (!watcher) return dialect
  const createDriver = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => watchedDriver(createDriver(), watcher)
  return dialect
}

/** As Kysely does for its log, and for the same reason: drivers know their connections as they are. */
function watchedDriver(driver: Driver, watcher: Watcher): Driver {
  const known = new WeakSet<DatabaseConnection>()
  const acquire = driver.acquireConnection.bind(driver)
  const release = driver.releaseConnection.bind(driver)
  driver.acquireConnection = async (options) => {
    const connection = await acquire(options)
    if (!known.has(connection)) watchConnection(connection, watcher)
    known.add(connection)
    return connection
  }
  driver.releaseConnection = async (connection, options) => {
    watcher.givenBack(connection)
    await release(connection, options)
  }
  return driver
}

function watchConnection(connection: DatabaseConnection, watcher: Watcher): void {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async (statement, options) => {
    try {
      return await execute(statement, options)
    } finally {
      watcher.ran(connection, statement.query)
    }
  }
}
