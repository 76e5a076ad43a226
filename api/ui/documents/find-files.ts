/** A file to send, with its folders before its name. */
export type FoundFile = { readonly file: File; readonly path: string }

/** What computers put into folders by themselves, and what Word leaves while a file is open. */
const litter = /(?:^|\/)(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX\/)/i

const readAll = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    const all: FileSystemEntry[] = []
    // A reader gives a hundred entries at a time, and none at the end.
    const next = () =>
      reader.readEntries((some) => {
        if (some.length === 0) return resolve(all)
        all.push(...some)
        next()
      }, reject)
    next()
  })

async function walk(entry: FileSystemEntry, folder: string): Promise<FoundFile[]> {
  const path = `${folder}${entry.name}`
  if (entry.isDirectory) {
    const entries = await readAll((entry as FileSystemDirectoryEntry).createReader())
    return (await Promise.all(entries.map((inner) => walk(inner, `${path}/`)))).flat()
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
  return [{ file, path }]
}

/** All files of the same single folder stand without its name: a folder dragged is the dossier itself. */
function withoutTop(found: FoundFile[]): FoundFile[] {
  const tops = new Set(found.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '')))
  const [top] = tops
  return tops.size === 1 && top !== undefined && top !== ''
    ? found.map(({ file, path }) => ({ file, path: path.slice(top.length) }))
    : found
}

const tidy = (found: FoundFile[]) =>
  withoutTop(found.filter(({ path }) => !litter.test(path))).sort((one, other) => one.path.localeCompare(other.path, 'zh'))

/** The files that were dropped, those in folders too, without what nobody meant to send. */
export async function findDropped(transfer: DataTransfer): Promise<FoundFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return findChosen(transfer.files)
  return tidy((await Promise.all(entries.map((entry) => walk(entry, '')))).flat())
}

/** The files that were chosen in a dialog. */
export const findChosen = (files: FileList | null): FoundFile[] =>
  tidy([...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name })))
