import type { CDPSession, Page } from 'playwright-core'

type TraceEvent = { readonly name: string; readonly dur?: number; readonly ph: string }

const frameMs = 1000 / 60

/** What the browser's own trace says of `work`: frames drawn and dropped, the longest task in ms, and how many took longer than a frame may. */
export async function traceFrames(page: Page, work: () => Promise<void>) {
  const session: CDPSession = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame'],
    },
  })
  await work()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  const count = (name: string) => events.filter((event) => event.name === name).length
  const tasks = events.filter(({ name, ph }) => name === 'RunTask' && ph === 'X').map(({ dur = 0 }) => dur / 1000)
  return {
    drawn: count('DrawFrame'),
    dropped: count('DroppedFrame'),
    longestTaskMs: Math.round(Math.max(0, ...tasks)),
    slowTasks: tasks.filter((ms) => ms > frameMs).length,
  }
}
