import type { Mark } from '../../variants/print/pdf-text.ts'
import type { Random } from '../../variants/random.ts'
import type { Raster } from '../raster.ts'

/** What a damage may know of the page: where things were printed, pixels per point, its own stream of chance. */
export type Scene = { marks: readonly Mark[]; zoom: number; random: Random; font: Buffer | undefined }

/** One thing that scanners, offices and cameras do to a page. The same scene gives the same pixels. */
export type Damage = (raster: Raster, scene: Scene) => Raster | Promise<Raster>

/** A cell whose print is a number. */
export const isNumber = (text: string): boolean => /^[≥≤＞＜><]?[-−－]?[\d,，．. ]+$/.test(text.trim()) && /\d/.test(text)
