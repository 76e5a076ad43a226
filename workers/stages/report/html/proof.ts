import { shorten } from '../plain-text.ts'
import type { Step } from '../proof/prove-fact.ts'
import type { Chain } from '../proof/prove-finding.ts'
import { html, type Markup } from './markup.ts'

const renderStep = ({ step, text, place }: Step): Markup =>
  html`<tr><th class="nowrap">${step}</th><td>${shorten(text, 700)}${place !== null && html`<br><span class="muted small">${shorten(place, 200)}</span>`}</td></tr>`

/** The steps from print to verdict, folded until somebody asks for them. */
export const renderChains = (chains: readonly Chain[]): Markup => html`<details class="chain"><summary>逐步推算：从印刷到结论</summary>
${chains.map(({ about, steps }) => html`<table class="proof"><thead><tr><th colspan="2">${shorten(about, 120)}</th></tr></thead><tbody>${steps.map(renderStep)}</tbody></table>`)}</details>`
