import type { components } from '../../src/api/console-schema.d.ts'
import { chromeOf, visit } from '../browser/chrome.ts'

type Plan = components['schemas']['Plan']

declare global {
  interface Window {
    /** Tasks of the page since Confirm was pressed, in ms. */
    longTasks: number[]
    /** When it was pressed, and when the first verdict was painted. */
    pressed: number
    verdict: number
  }
}

/** Confirms the plan as an operator does and watches its run to its end, in a browser. */
export async function watchRun(url: string, { id, sends }: Plan): Promise<Record<string, string>> {
  const chrome = await chromeOf()
  return visit(chrome, async ({ page }) => {
    await page.goto(`${url}/runs/plans/${id}`)
    await page.getByRole('textbox', { name: /Type/ }).fill(String(sends))
    await page.evaluate(() => {
      window.longTasks = []
      new PerformanceObserver((list) => {
        window.longTasks.push(...list.getEntries().map(({ duration }) => duration))
      }).observe({ type: 'longtask' })
      addEventListener('click', () => (window.pressed = performance.now()), { capture: true })
      const frame = () => {
        const bar = document.querySelector('[role="progressbar"]')
        const isShown = /[1-9][\d,]* of [\d,]+/.test(bar?.parentElement?.textContent ?? '')
        if (isShown) window.verdict = performance.now()
        else requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
    await page.getByRole('button', { name: /^(Enable|Disable) [\d,]+ accounts$/ }).click()
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 300_000 })
    const { longTasks, pressed, verdict } = await page.evaluate(() => ({
      longTasks: window.longTasks,
      pressed: window.pressed,
      verdict: window.verdict,
    }))
    const longest = Math.max(0, ...longTasks)
    return {
      'from Confirm to the first verdict on screen': `${(verdict - pressed).toFixed(0)} ms`,
      'tasks of the page over 50 ms meanwhile': `${longTasks.length}${longest ? `, ${longest.toFixed(0)} ms at most` : ''}`,
    }
  })
}
