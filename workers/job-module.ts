/** True where the TypeScript itself runs, through a loader; false in the built JavaScript, where all modules lie side by side. */
export const runsSource: boolean = import.meta.url.endsWith('.ts')

/** A module of this folder that a child process loads by its place: 'read-document-job'. */
export const jobModule = (name: string): URL => new URL(`./${name}.${runsSource ? 'ts' : 'js'}`, import.meta.url)
