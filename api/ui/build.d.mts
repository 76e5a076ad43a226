/** The folder with the pages as the browser loads them, built when a source has changed. undefined where that cannot be done; `failed` is told why. */
export function findPages(failed?: (error: unknown) => void): Promise<string | undefined>
