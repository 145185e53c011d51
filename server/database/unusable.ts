/** Why a database cannot be opened, as a sentence for whoever starts the server. */
export class DatabaseUnusable extends Error {}

/** Another process has it. */
export class DatabaseInUse extends DatabaseUnusable {}
