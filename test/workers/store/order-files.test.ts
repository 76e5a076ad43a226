import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { readDossierFolder } from '../../../workers/read-dossier-folder.ts'
import { compareFiles } from '../../../workers/store/order-files.ts'

it('numbers uploaded files as the command line numbers the files of a folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'ecopark-order-'))
  const names = ['第10章.pdf', '第2章.pdf', '附件/2.xlsx', '附件/10.xlsx', '附件.pdf', 'a/b/c.txt', 'a/b.txt', 'B.txt', '年度报告2021.docx']
  try {
    for (const name of names) {
      await mkdir(dirname(join(root, name)), { recursive: true })
      await writeFile(join(root, name), name)
    }
    const { files } = await readDossierFolder(root)
    expect([...names].sort(compareFiles)).toEqual(files.map(({ file }) => file))
  } finally {
    await rm(root, { recursive: true })
  }
})
