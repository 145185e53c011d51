import fc from 'fast-check'

// The usual run plays the same random cases every time, so that nobody's run turns red for what they
// did not touch; a campaign draws new ones.
if (!process.env.CAMPAIGN) fc.configureGlobal({ seed: 20_261_124 })
