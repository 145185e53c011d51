import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const EVERY_BYTES = 4 * 1024 * 1024

/**
 * How many bytes of buffers are alive at most while a body passes, garbage not counted. Call
 * `passed` with each piece that came through.
 */
export function liveMemory() {
  const live = () => {
    collectGarbage()
    return process.memoryUsage().arrayBuffers
  }
  const before = live()
  let most = 0
  let since = 0
  return {
    passed(bytes: number) {
      since += bytes
      if (since < EVERY_BYTES) return
      since = 0
      most = Math.max(most, live() - before)
    },
    most: () => most,
  }
}
