/** How fluid the workspace stays with 1,000 findings and a document of 300 pages: `npm run bench:workspace`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../workers/config.ts'
import { openStore } from '../../workers/store/index.ts'
import { makeUser, signIn } from '../api/make-scene.ts'
import { startProcess } from '../api/start-process.ts'
import { openBrowser, openPage } from '../e2e/open-browser.ts'
import { freePort } from '../workers/queue/harness/free-port.ts'
import { fillDossier } from './workspace/fill-dossier.ts'
import { traceFrames } from './workspace/frames.ts'
import { timePicture } from './workspace/time-picture.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
const goalMs = 300

const dataDir = await mkdtemp(join(tmpdir(), 'bench-workspace-'))
const service = await startProcess('api/main.ts', { DATA_DIR: dataDir, PORT: String(await freePort()) })
const store = await openStore(readConfig({ DATA_DIR: dataDir }))
const browser = await openBrowser()
try {
  const office = (await store.organisations.list('all')).find(({ kind }) => kind === 'office')
  const province = await store.organisations.create({ kind: 'province', name: '东省', parentId: office?.id ?? '' })
  const park = await store.organisations.create({ kind: 'park', name: '东湖园区', parentId: province.id })
  const { cookie = '' } = await signIn(store, await makeUser(store, province.id, 'reviewer'))
  const dossier = await fillDossier(store, park.id)
  const { page, faults } = await openPage(browser, service.at)
  await page.context().addCookies([{ name: 'session', value: cookie.replace('session=', ''), url: service.at }])
  await page.goto(`${service.at}/dossiers`)
  await page.waitForSelector('tbody tr a')
  await page.waitForTimeout(1_000)
  const first = await timePicture(page, 'pointerdown', () => page.locator('tbody tr a').first().click())
  say(`the very first picture after a click that opens the dossier, pages and all: ${Math.round(first)} ms`)
  await page.goto(`${service.at}/dossiers/${dossier}/findings?show=all`)
  const rows = page.locator('[role=option]')
  await page.waitForSelector('.evidence img')
  await page.waitForTimeout(2_000)

  const far: number[] = []
  for (const index of [8, 1, 12, 4, 15]) far.push(await timePicture(page, 'pointerdown', () => rows.nth(index).click()))
  say(
    `picture after a click, not fetched before: ${far.map(Math.round).join(', ')} ms; median ${Math.round(median(far))} (goal < ${goalMs})`,
  )
  await page.waitForTimeout(1_500)
  const next: number[] = []
  for (let step = 0; step < 5; step += 1) {
    next.push(await timePicture(page, 'keydown', () => page.keyboard.press('j')))
    await page.waitForTimeout(700)
  }
  say(`next finding by key, fetched ahead: median ${Math.round(median(next))} ms (goal < 50)`)

  const scroll = `new Promise((done) => {
    const list = document.querySelector('[role=listbox]')
    const box = list.getBoundingClientRect()
    let blank = 0, frames = 0
    const step = () => {
      list.scrollTop += 240
      requestAnimationFrame(() => {
        frames += 1
        for (let y = box.top + 30; y < box.bottom - 30; y += 60)
          if (document.elementFromPoint(box.left + 40, y)?.closest('[role=option], .chapter') == null) blank += 1
        if (list.scrollTop + list.clientHeight >= list.scrollHeight - 2) done({ blank, frames })
        else step()
      })
    }
    step()
  })`
  let seen = { blank: 0, frames: 0 }
  const trace = await traceFrames(page, async () => {
    seen = (await page.evaluate(scroll)) as typeof seen
  })
  say(
    `scroll through ${1_000} findings: ${seen.frames} frames, ${seen.blank} blank rows; trace: ${trace.drawn} drawn, ${trace.dropped} dropped, longest task ${trace.longestTaskMs} ms, ${trace.slowTasks} longer than a frame`,
  )
  for (const fault of faults) say(fault)
  if (median(far) >= goalMs || seen.blank > 0 || faults.length > 0) process.exitCode = 1
} finally {
  await browser.close()
  await store.close()
  await service.stop('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
}
