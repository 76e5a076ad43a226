import type { Page } from 'playwright-core'

const shown = `new Promise((done) => {
  const look = () => {
    const [seen] = performance.getEntriesByName('evidence-a')
    if (seen === undefined) requestAnimationFrame(look)
    else done(seen.startTime - performance.getEntriesByName('asked')[0].startTime)
  }
  look()
})`

/** From what a reader does (a click, a key) to the page's picture with the value in view, in ms by the browser's own clock. */
export async function timePicture(page: Page, event: 'pointerdown' | 'keydown', act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(
    `performance.clearMarks(); addEventListener('${event}', () => performance.mark('asked'), { once: true, capture: true })`,
  )
  await act()
  return Number(await page.evaluate(shown))
}
