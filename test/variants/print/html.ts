import type { Block } from '../document.ts'
import { place, runs } from './grid.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
const marked = (text: string): string =>
  runs(text)
    .map((run) => (run.raised ? `<sup>${escaped(run.text)}</sup>` : escaped(run.text)))
    .join('')

const borders: Record<string, string> = {
  ruled: 'td,th{border:0.6pt solid #000}',
  filled: 'td,th{border:0.6pt solid #888} th{background:#dde6f0}',
  'three-line': 'table{border-top:1.4pt solid #000;border-bottom:1.4pt solid #000} thead tr:last-child th{border-bottom:0.7pt solid #000}',
  borderless: 'tbody tr:nth-child(even){background:#f3f3f3}',
}

/** A web page, which is also what the browser prints to PDF. */
export function printHtml(blocks: readonly Block[], css = ''): Uint8Array {
  const style = blocks.find((block) => block.kind === 'table')
  const ruling = borders[(style?.kind === 'table' ? style.style : undefined) ?? 'ruled'] ?? ''
  const body = blocks.map(element).join('\n')
  return new TextEncoder().encode(`<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(firstTitle(blocks))}</title>
<style>body{font:10.5pt/1.6 "Noto Serif CJK SC",serif} table{border-collapse:collapse;width:100%;font-size:9pt;margin:6pt 0} td,th{padding:2pt 4pt;text-align:center;font-weight:normal} h1{font-size:18pt;text-align:center} h2{font-size:14pt} h3{font-size:12pt} p{text-indent:2em;margin:4pt 0} p.c{text-align:center;text-indent:0} .land{page:land} @page land{size:A4 landscape} thead{display:table-header-group} tr{break-inside:avoid} ${ruling} ${css}</style></head><body>
${body}
</body></html>`)
}

const firstTitle = (blocks: readonly Block[]): string => {
  const found = blocks.find((block) => block.kind === 'title')
  return found?.kind === 'title' ? found.text : ''
}

function element(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${marked(block.text)}</h1>`
    case 'heading':
      return `<h${block.level + 1}>${marked(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return block.align ? `<p class="c" style="text-align:${block.align}">${marked(block.text)}</p>` : `<p>${marked(block.text)}</p>`
    case 'page':
      return '<div style="break-after:page"></div>'
    case 'table': {
      const { cells } = place(block.rows)
      const row = (r: number, tag: string): string =>
        `<tr>${cells
          .filter((c) => c.row === r)
          .map(
            (c) =>
              `<${tag}${c.rows > 1 ? ` rowspan="${c.rows}"` : ''}${c.columns > 1 ? ` colspan="${c.columns}"` : ''}>${marked(c.text)}</${tag}>`,
          )
          .join('')}</tr>`
      const head = block.rows
        .slice(0, block.heads)
        .map((_, r) => row(r, 'th'))
        .join('')
      const body = block.rows
        .slice(block.heads)
        .map((_, r) => row(r + block.heads, 'td'))
        .join('\n')
      return `<div${block.landscape ? ' class="land"' : ''}>${block.caption ? `<p class="c">${marked(block.caption)}</p>` : ''}<table><thead>${head}</thead><tbody>\n${body}</tbody></table>${block.note ? `<p>${marked(block.note)}</p>` : ''}</div>`
    }
  }
}
