import { existsSync, readFileSync } from 'node:fs'
import type { FontFile } from '../variants/print/pdf.ts'

/** The kinds of type that Chinese offices print with, and the Debian package that has each. `own` is the samples' font. */
export type FontName = 'own' | 'song' | 'ming' | 'kai' | 'hei'

const files: Record<Exclude<FontName, 'own'>, { path: string; family?: string; from: string }> = {
  song: { path: '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', family: 'NotoSerifCJKsc-Regular', from: 'fonts-noto-cjk' },
  ming: { path: '/usr/share/fonts/truetype/arphic/uming.ttc', family: 'UMingCN', from: 'fonts-arphic-uming' },
  kai: { path: '/usr/share/fonts/truetype/arphic/ukai.ttc', family: 'UKaiCN', from: 'fonts-arphic-ukai' },
  hei: { path: '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc', family: 'WenQuanYiZenHei', from: 'fonts-wqy-zenhei' },
}

/** The font of that name; undefined for the samples' own, which every printer knows. Throws where its package is not installed. */
export function readFont(name: FontName): FontFile | undefined {
  if (name === 'own') return undefined
  const { path, family, from } = files[name]
  if (!existsSync(path)) throw new Error(`${path} is not here: apt-get install ${from}`)
  return { bytes: readFileSync(path), ...(family ? { family } : {}) }
}
