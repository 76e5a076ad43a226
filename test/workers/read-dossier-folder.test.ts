import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DossierFolderError, readDossierFolder } from '../../workers/read-dossier-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(files: Record<string, string>) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}
const refused = async () => {
  const error = await readDossierFolder(folder).catch((fault: unknown) => fault)
  expect(error).toBeInstanceOf(DossierFolderError)
  return (error as Error).message
}

test('files come in the order of their names as Chinese readers sort them (by sound, numbers as numbers), with their place in the folder, without what systems leave behind', async () => {
  await put({
    '年度报告/2021年.docx': 'b',
    '年度报告/2020年.docx': 'aaa',
    '附件10.pdf': '',
    '附件9.pdf': '',
    '.DS_Store': '',
    '~$验收报告.docx': '',
    '__MACOSX/x.docx': '',
    'Thumbs.db': '',
    '年度报告/desktop.ini': '',
    '.git/config': '',
  })
  const { files, manifest, problems } = await readDossierFolder(folder)
  expect(files.map(({ file }) => file)).toEqual(['附件9.pdf', '附件10.pdf', '年度报告/2020年.docx', '年度报告/2021年.docx'])
  expect(files.find(({ file }) => file === '年度报告/2020年.docx')?.size).toBe(3)
  expect([manifest, problems]).toEqual([null, []])
  expect((await readDossierFolder(folder)).files).toEqual(files)
})

test('dossier.json is the manifest, not a document', async () => {
  await put({ 'dossier.json': '\uFEFF{"park":"某园区","stage":"acceptance","documents":{"a.docx":{"role":"plan"}}}', 'a.docx': 'x' })
  const { files, manifest } = await readDossierFolder(folder)
  expect(files.map(({ file }) => file)).toEqual(['a.docx'])
  expect(manifest).toEqual({ park: '某园区', stage: 'acceptance', documents: { 'a.docx': { role: 'plan' } } })
})

test('a wrong manifest, a missing folder and a file in its place are told in one sentence', async () => {
  await put({ 'dossier.json': '{ "park": ' })
  expect(await refused()).toMatch(/^dossier\.json 不是有效的 JSON。/)
  await put({ 'dossier.json': '{ "stage": "finished" }' })
  expect(await refused()).toMatch(/“stage”.*请改正后重试/)
  await put({ 'dossier.json': '[]' })
  expect(await refused()).not.toContain('\n')
  await expect(readDossierFolder(join(folder, '没有'))).rejects.toThrow('找不到文件夹')
  await expect(readDossierFolder(join(folder, 'dossier.json'))).rejects.toThrow('不是文件夹')
})

test('links never lead out of the folder, nor in circles', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'outside-'))
  await writeFile(join(outside, 'secret.docx'), 'x')
  await put({ 'in/a.docx': 'x' })
  await symlink(outside, join(folder, '外面'))
  await symlink(join(outside, 'secret.docx'), join(folder, '外部.docx'))
  await symlink(folder, join(folder, 'in', '回到上层'))
  await symlink(join(folder, '没有'), join(folder, '失效.docx'))
  const { files, problems } = await readDossierFolder(folder)
  expect(files.map(({ file }) => file)).toEqual(['in/a.docx'])
  expect(problems.map(({ code }) => code).sort()).toEqual(['folder.broken-link', 'folder.outside', 'folder.outside'])
  await rm(outside, { recursive: true })
})
