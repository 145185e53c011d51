const factor = Number(process.env.CAMPAIGN) || 0
const seed = Number(process.env.CAMPAIGN_SEED)

/** How often: `short` in every test run, `long` in a campaign, which `CAMPAIGN` multiplies. */
export const runs = (short: number, long: number) =>
  factor > 0 ? Math.max(1, Math.ceil(long * factor)) : short

/** A campaign takes minutes where the usual run of the same test takes seconds. */
export const timeout = factor > 0 ? 3_600_000 : 300_000

/** For fast-check: how often, and from which seed where one is to be played again. */
export const campaign = (short: number, long: number) => ({
  numRuns: runs(short, long),
  ...(seed ? { seed } : {}),
})
