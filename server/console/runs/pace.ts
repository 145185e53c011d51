/** How a run waits. All in milliseconds unless the name says otherwise. */
export const defaultPace = {
  /** Requests of one run that are under way at a time. */
  lanes: 48,
  /** How often a request is sent that the tenant fails to answer, at most. */
  tries: 6,
  /** How often one is sent that the tenant's limit turns away, at most: some minutes of it. */
  busyTries: 200,
  backoffFirst: 500,
  backoffMost: 20_000,
  /** How long an account is read again before a request without an answer is taken for lost. */
  grace: 8_000,
  /** Between the first reads of an account; each wait is longer than the one before. */
  lookFirst: 400,
  lookGrowth: 1.6,
  lookMost: 5_000,
  /** While a run still sends, reads wait for each other so that one call serves many accounts. */
  gatherMost: 12_000,
  /** How long an account may lag behind a task that has ended well. */
  settle: 6_000,
  /** How long it is read again where its task cannot be read. */
  blind: 30_000,
  /** How long a task is waited for. */
  task: 300_000,
  /** How long a tenant that does not answer is left alone. */
  outageFirst: 500,
  outageMost: 10_000,
  /** After so long a database that could not be written is tried again. */
  storage: 3_000,
  /** How long a console has a run for before another takes it over; it renews that in good time. */
  lease: 8_000,
  leaseTurn: 2_000,
}
export type Pace = typeof defaultPace

/** Full jitter: anywhere between nothing and a bound that doubles with each try. */
export function backoff({ backoffFirst, backoffMost }: Pace, tries: number): number {
  return Math.random() * Math.min(backoffMost, backoffFirst * 2 ** tries)
}

export function nextLook({ lookFirst, lookGrowth, lookMost }: Pace, looks: number): number {
  return Math.min(lookMost, lookFirst * lookGrowth ** looks)
}
