const dayMs = 86_400_000
const soonDays = 3

/** Whole days from today until a day (ISO); below 0 once it is past. */
export function daysUntil(day: string, now = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / dayMs)
}

export const dueTone = (days: number): 'error' | 'warning' | '' => (days <= 0 ? 'error' : days <= soonDays ? 'warning' : '')
