import type { Words } from '../shape.ts'
import type { portfolio as zh } from '../zh/portfolio.ts'

export const portfolio: Words<typeof zh> = {
  matrix: 'Parks and indicators',
  size: '{parks} parks × {indicators}',
  causes: 'Where errors come from',
  confirmed: '{count} confirmed',
  adoption: 'Adoption',
  adoptionOf: 'confirmed ÷ decided',
  counts: '{confirmed} / {decided}',
  kinds: {
    completeness: 'complete',
    source: 'source',
    consistency: 'consistent',
    formula: 'formula',
    standard: 'Standard',
    plan: 'plan',
    scope: 'scope',
    trend: 'trend',
    deadline: 'deadline',
    risk: 'events',
    standing: 'standing',
  },
}
