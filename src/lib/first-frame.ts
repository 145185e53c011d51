let drawn = () => {}

/** Resolves when the first frame of the application has been drawn: what it does not need waits. */
export const firstFrame = new Promise<void>((resolve) => {
  drawn = resolve
})

/** Says that the first frame is about to be drawn. */
export function firstFrameFollows(): void {
  requestAnimationFrame(() => setTimeout(drawn))
  setTimeout(drawn, 300) // a tab in the background draws nothing
}
