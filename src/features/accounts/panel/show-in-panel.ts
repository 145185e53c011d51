/** What stays in sight above and below while the panel scrolls: its tabs, and a form's buttons. */
const ABOVE = 52
const BELOW = 72

/**
 * Scrolls the panel, and nothing around it: `scrollIntoView` moves the page as well where the panel
 * lies over it. `start` brings the element to the top, `nearest` moves no more than is needed.
 */
export function showInPanel(element: HTMLElement | null, place: 'start' | 'nearest'): void {
  const scroller = element && scrollerOf(element)
  if (!element || !scroller) return
  const inner = element.getBoundingClientRect()
  const outer = scroller.getBoundingClientRect()
  const above = inner.top - (outer.top + ABOVE)
  const below = inner.bottom - (outer.bottom - BELOW)
  if (place === 'start' || above < 0) scroller.scrollTop += above
  else if (below > 0) scroller.scrollTop += below
}

function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each
  }
  return undefined
}
