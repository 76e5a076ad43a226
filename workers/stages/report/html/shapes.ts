import type { Severity } from '../../../../schemas/finding.ts'
import { severityWords } from '../wording.ts'
import { html, type Markup } from './markup.ts'

const drawn: Record<Severity, Markup> = {
  error: html`<rect x="0.5" y="0.5" width="15" height="15" rx="3" fill="var(--error-fill)"/><text x="8" y="12" fill="var(--on-error)">!</text>`,
  warning: html`<path d="M8 1 15.4 15H.6Z" fill="var(--warning-fill)" stroke="var(--warning)" stroke-width="1.4" stroke-linejoin="round"/><text x="8" y="13.4" fill="#18202B">!</text>`,
  info: html`<circle cx="8" cy="8" r="7" fill="none" stroke="var(--info)" stroke-width="1.5"/><text x="8" y="12" fill="var(--info)">i</text>`,
}

/** The severity's shape, readable without colour; its word stands beside it. */
export const severityShape = (severity: Severity): Markup =>
  html`<svg class="sev" viewBox="0 0 16 16" aria-hidden="true">${drawn[severity]}</svg>`

export const severityTag = (severity: Severity): Markup =>
  html`<span class="tag ${severity}">${severityShape(severity)}${severityWords[severity].word}</span>`
