const PAUSE_MS = 1000

/**
 * Fetches a script. It waits out what passes, no network or a console that starts anew; what still
 * fails though the console answers is thrown: the script is gone, since the console was updated.
 */
export async function patientImport<T>(load: () => Promise<T>): Promise<T> {
  for (let failures = 0; ;) {
    try {
      return await load()
    } catch (error) {
      const wasAway = await whenThere()
      // The first may have failed just before the network came back.
      if (!wasAway) failures += 1
      if (failures === 2) throw error
    }
  }
}

let coming: Promise<boolean> | undefined

/** Once the console answers; says whether that took waiting. Many may wait, one asks. */
function whenThere(): Promise<boolean> {
  coming ??= ask().finally(() => (coming = undefined))
  return coming
}

async function ask(): Promise<boolean> {
  let wasAway = false
  while (!(await isThere())) {
    wasAway = true
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return wasAway
}

async function isThere(): Promise<boolean> {
  try {
    await fetch('/', { method: 'HEAD', cache: 'no-store' })
    return true
  } catch {
    return false // no answer at all: that is what was asked
  }
}
