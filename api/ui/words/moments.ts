const pad = (part: number): string => String(part).padStart(2, '0')

/** 10:42, on this machine's clock. */
export const timeOf = (date: Date): string => `${pad(date.getHours())}:${pad(date.getMinutes())}`
/** 2026-03-09, on this machine's clock. */
export const dayOf = (date: Date): string => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
/** 2026-03-09 10:42 of a moment as the API gives it. */
export const momentOf = (text: string): string => `${dayOf(new Date(text))} ${timeOf(new Date(text))}`
