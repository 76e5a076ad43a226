import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Started, startProcess } from '../api/start-process.ts'
import { freePort } from '../workers/queue/harness/free-port.ts'
import { mendDocx } from './mend-docx.ts'
import { lookAt, type Opened, openBrowser, openPage } from './open-browser.ts'

/* One dossier from its upload to the look at what was mended, as the administrator, the park and the reviewer see it. */

const sample = resolve('samples/acceptance')
const password = '足够长的一个密码-2026'
let dataDir: string
let service: Started
let browser: Browser
let admin: Opened
let park: Opened
let reviewer: Opened
/** A busy machine answers late. */
const patience = { timeout: 30_000 }
const oneTime: Record<string, string> = {}
let dossier = ''

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ecopark-e2e-'))
  service = await startProcess('api/start.ts', { DATA_DIR: dataDir, PORT: String(await freePort()) })
  browser = await openBrowser()
  ;[admin, park, reviewer] = (await Promise.all([1, 2, 3].map(() => openPage(browser, service.at)))) as [Opened, Opened, Opened]
})
afterAll(async () => {
  await browser?.close()
  await service?.stop('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

/** Signs in with a one-time password and changes it, as everyone does the first time. */
async function enter({ page }: Opened, login: string, first: string): Promise<void> {
  await page.goto(service.at)
  await page.fill('[name=username]', login)
  await page.fill('[name=password]', first)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/password')
  const fields = page.locator('input[type=password]')
  await fields.nth(0).fill(first)
  await fields.nth(1).fill(password)
  await fields.nth(2).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/dossiers')
}

async function look({ page, faults }: Opened, name: string): Promise<void> {
  expect.soft(await lookAt(page, name), `barriers on ${name}`).toEqual([])
  expect.soft(faults.splice(0), `faults on ${name}`).toEqual([])
}
const go = ({ page }: Opened, path: string) => page.goto(`${service.at}/dossiers/${dossier}${path}`)

test('the first administrator signs in with the printed password, and registers a park and its people', async () => {
  const { page } = admin
  await page.goto(service.at)
  await page.waitForSelector('[name=username]')
  await look(admin, 'sign-in')
  await enter(admin, 'admin', /一次性密码 (\S+) /.exec(service.output())?.[1] ?? '')
  await look(admin, 'dossiers-empty')
  await page.click('nav >> text=用户与单位')
  const register = async (kind: string, name: string) => {
    await page.click('text=登记单位')
    await page.selectOption('[name=kind]', kind)
    await page.fill('[name=organisation-name]', name)
    await page.click('.el-dialog button[type=submit]')
    await page.waitForSelector(`section >> text=${name}`)
  }
  await register('province', '福建省生态环境厅')
  await register('park', '澄溪经济技术开发区')
  const add = async (login: string, organisation: string, role: string) => {
    await page.click('text=新增用户')
    await page.fill('[name=login]', login)
    await page.fill('[name=name]', login === 'zhou' ? '周敏' : '何敬之')
    await page.selectOption('[name=organisation]', { label: organisation })
    await page.selectOption('[name=role]', role)
    await page.click('.el-dialog button[type=submit]')
    oneTime[login] = (await page.textContent('.code code')) ?? ''
    await page.click('text=已记下')
  }
  await add('zhou', '福建省生态环境厅', 'reviewer')
  await add('he', '澄溪经济技术开发区', 'submitter')
  await page.waitForSelector('tbody >> text=zhou')
  await look(admin, 'admin')
})

test('the park uploads its whole folder, sees the review live, and is told what to mend', async () => {
  const { page } = park
  await enter(park, 'he', oneTime['he'] ?? '')
  await page.keyboard.press('n')
  await page.fill('.el-dialog form input >> nth=0', '澄溪经济技术开发区验收')
  await look(park, 'new-dossier')
  await page.click('text=建档并上传材料')
  await page.waitForURL('**/documents')
  dossier = /dossiers\/([^/]+)/.exec(page.url())?.[1] ?? ''
  const files = (await readdir(sample)).map((name) => join(sample, name))
  await page.setInputFiles('[data-pick=files]', files)
  await page.waitForSelector(`text=${files.length} 个文件已收到`)
  await page.click('text=开始核查')
  await page.waitForSelector('li[aria-current=step]')
  await page.waitForSelector('text=核查完成：', { timeout: 150_000 })
  expect(await page.locator('.panel.files tbody').count()).toBe(files.length)
  expect(await page.textContent('aside')).toMatch(/年度工作报告 2021\s*缺，请补传/)
  await look(park, 'documents')
  await page.click('text=看核查发现')
  await page.waitForSelector('[role=option]')
  await page.waitForSelector('.evidence')
  expect(await page.locator('text=确认问题').count()).toBe(0)
  await look(park, 'self-check')
})

test('the reviewer judges by keyboard: confirm, dismiss with a reason, ask, several at once, undo', async () => {
  const { page } = reviewer
  await enter(reviewer, 'zhou', oneTime['zhou'] ?? '')
  await page.click('tbody tr a')
  await page.waitForSelector('[role=option]')
  const done = async () => Number(/已处理 (\d+) \//.exec((await page.textContent('.foot')) ?? '')?.[1])
  const all = await page.locator('[role=option]').count()
  const first = await page.textContent('[aria-selected=true] .title')
  await page.keyboard.press('1')
  await expect.poll(done, patience).toBe(1)
  expect(await page.textContent('[aria-selected=true] .title')).not.toBe(first)
  await page.keyboard.press('2')
  await page.waitForSelector('.reasons')
  await page.keyboard.press('1')
  await expect.poll(done, patience).toBe(2)
  await page.keyboard.press('3')
  await page.keyboard.press('c')
  await page.keyboard.type('请说明数据来源')
  await page.keyboard.press('Enter')
  await expect.poll(done, patience).toBe(3)
  await page.keyboard.press('u')
  await expect.poll(done, patience).toBe(2)
  await page.keyboard.press('u')
  await expect.poll(done, patience).toBe(1)
  for (let left = all - 1; left > 0; left -= 1) await page.keyboard.press('Shift+j')
  await page.keyboard.press('1')
  await expect.poll(done, patience).toBeGreaterThan(3)
  await page.waitForSelector('text=已保存')
  await page.reload()
  await page.waitForSelector('.foot')
  await expect.poll(done, patience).toBeGreaterThan(3)
  await page.keyboard.press('?')
  await page.waitForSelector('.el-dialog >> text=下一条')
  await look(reviewer, 'keys')
  await page.keyboard.press('Escape')
  await go(reviewer, '/findings?show=all')
  await page.waitForSelector('[role=option]')
  await page.click('[role=option] >> text=2020年综合能耗总量')
  await page.waitForSelector('.evidence.a mark')
  await page.waitForSelector('.evidence.b img')
  await look(reviewer, 'review')
})

test('a colleague who was first is not overwritten: both versions are shown', async () => {
  const { page } = reviewer
  const other = await openPage(browser, service.at, { storageState: await page.context().storageState() })
  other.faults.length = 0
  await other.page.goto(page.url())
  await other.page.waitForSelector('[aria-selected=true]')
  await page.keyboard.press('1')
  await page.waitForSelector('text=已保存')
  await other.page.keyboard.press('2')
  await other.page.waitForSelector('.reasons')
  await other.page.keyboard.press('2')
  await other.page.waitForSelector('text=同事先处理了这条')
  expect(await other.page.textContent('.el-dialog')).toMatch(/确认问题[\s\S]*|驳回/)
  await other.page.click('text=用他的')
  await expect.poll(async () => other.page.textContent('[aria-selected=true] .tag'), patience).toBe('已确认')
  await other.close()
})

test('every number of the matrix opens its place; a misread one is corrected, the checks run again, and it can be taken back', async () => {
  const { page } = reviewer
  await go(reviewer, '/matrix')
  await page.waitForSelector('.matrix tbody tr')
  expect(await page.locator('.matrix tbody tr').count()).toBe(32)
  await look(reviewer, 'matrix')
  await page.click('.matrix tbody tr >> nth=10 >> td.final button')
  await page.waitForSelector('.drawer .evidence')
  const before = await page.textContent('.drawer dd b')
  await page.keyboard.press('e')
  await page.fill('.correct input[type=text] >> nth=0', '0.299')
  await page.waitForSelector('.effect')
  await look(reviewer, 'correct')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.drawer s')
  expect(await page.textContent('.drawer s')).toBe(before)
  expect(await page.textContent('.drawer dd b')).toBe('0.299')
  await page.click('.drawer >> text=改读数')
  await page.click('text=恢复原读数')
  await expect.poll(async () => page.textContent('.drawer dd b'), patience).toBe(before)
  await go(reviewer, '/overview')
  await page.waitForSelector('.figures')
  await look(reviewer, 'overview')
})

test('what was confirmed goes back to the park with a due date; the park answers and hands in a revision', async () => {
  await go(reviewer, '/rectification')
  await reviewer.page.waitForSelector('text=将退回园区')
  await reviewer.page.waitForSelector('form button[type=submit]:not([disabled])')
  await look(reviewer, 'send-back')
  await reviewer.page.click('form button[type=submit]')
  await reviewer.page.waitForSelector('text=已退回园区')

  const { page } = park
  await go(park, '/rectification')
  await page.waitForSelector('text=主管部门请您')
  await page.fill('li textarea >> nth=0', '已更正为165.91万吨标准煤。')
  await page.click('li button[type=submit] >> nth=0')
  await page.waitForSelector('li >> text=已答复')
  await look(park, 'answers')
  await page.click('text=上传改好的材料')
  await page.waitForURL('**/documents')
  const mended = await mendDocx(join(sample, '2020年度工作报告.docx'), { '169.51': '165.91', '390.46': '380.46' })
  await page.setInputFiles('[data-pick=files]', { name: '2020年度工作报告.docx', mimeType: 'application/octet-stream', buffer: mended })
  await page.waitForSelector('text=个文件已收到')
  await page.waitForSelector('[role=progressbar]', { state: 'detached' })
  await page.click('text=开始核查')
  await page.waitForSelector('text=核查完成：', { timeout: 150_000 })
  expect(park.faults.splice(0)).toEqual([])
})

test('what was put right, what is still there and what changed unasked is told, to the reviewer and to the park', async () => {
  const { page } = reviewer
  await go(reviewer, '/rectification')
  await page.click('nav.seg >> text=整改对照')
  await page.waitForURL('**/comparison')
  const group = (name: string) => page.locator(`section[aria-label=${name}]`)
  await group('已整改').waitFor()
  expect(await group('已整改').textContent()).toContain('2020年综合能耗总量')
  expect(await group('擅自改动').textContent()).toMatch(/2020年二氧化硫排放量[\s\S]*390\.46吨 → 380\.46吨/)
  expect(await group('未整改').textContent()).toContain('沿用')
  await group('擅自改动').locator('text=看原件').click()
  await page.waitForSelector('.panes .evidence.b .here mark')
  await look(reviewer, 'comparison')
  await page.click('text=收起')
  await go(park, '/comparison')
  await park.page.waitForSelector('section[aria-label=擅自改动]')
  expect(await park.page.locator('text=去处理').count()).toBe(0)
  await look(park, 'comparison-park')
  const judge = page.locator('a >> text=去处理').first()
  await judge.click()
  await page.waitForSelector('[aria-selected=true]')
})

test('the reviewer takes the report of the mended dossier along', async () => {
  const { page } = reviewer
  await go(reviewer, '/reports')
  await page.waitForSelector('[data-format=docx]')
  await look(reviewer, 'reports')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-format=docx]')])
  expect(download.suggestedFilename()).toMatch(/\.docx$/)
  expect((await stat((await download.path()) ?? '')).size).toBeGreaterThan(5_000)
  const [draft] = await Promise.all([page.waitForEvent('download'), page.click('[data-format=form]')])
  expect(draft.suggestedFilename()).toMatch(/验收申请表（草稿）-第2次\.docx$/)
  await page.goto(`${service.at}/dossiers`)
  await page.waitForSelector('.low')
  await look(reviewer, 'dossiers')
})

test('everyone finds what waits for them, what it is judged by, and may read it all in English', async () => {
  const { page } = reviewer
  await page.goto(`${service.at}/inbox`)
  await page.waitForSelector('section >> text=澄溪经济技术开发区验收')
  await look(reviewer, 'inbox')
  await page.click('section a')
  await page.waitForURL(`**/dossiers/${dossier}/comparison`)
  await page.goto(`${service.at}/standards`)
  await page.waitForSelector('text=单位工业增加值综合能耗')
  expect(await page.locator('tbody tr:not(.head)').count()).toBe(32)
  await look(reviewer, 'standards')
  await page.click('text=核查规则')
  await page.waitForSelector('text=第十七条（七）')
  await look(reviewer, 'rules')
  await park.page.goto(`${service.at}/inbox`)
  await park.page.click('.avatar.me')
  await Promise.all([park.page.waitForEvent('load'), park.page.selectOption('[name=language]', 'en')])
  await park.page.waitForSelector('h1 >> text=To do')
  expect(await park.page.getAttribute('html', 'lang')).toBe('en')
  await go(park, '/findings?show=all')
  await park.page.waitForSelector('[role=option]')
  await look(park, 'english')
})

test('the administrator sees who did what', async () => {
  const { page } = admin
  await page.goto(`${service.at}/audit`)
  await page.waitForSelector('tbody tr')
  const text = (await page.textContent('tbody')) ?? ''
  for (const action of ['处理发现', '改读数', '退回整改', '下载报告']) expect(text).toContain(action)
  await look(admin, 'audit')
})
