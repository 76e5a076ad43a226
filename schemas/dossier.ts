import { z } from 'zod'

/** The parts of a dossier, by what they are for (管理办法 Art. 8, 9, 12, 15, 18, 23). */
export const Role = z.enum([
  'plan',
  'support_report',
  'acceptance_report',
  'annual_report',
  'supporting_data',
  'application',
  'commitment',
  'planning_eia',
  'change_report',
  'rectification',
  'other',
])
export type Role = z.infer<typeof Role>

/** creation 创建申请 · acceptance 验收 · annual 年度报告 · evaluation 绩效评价 */
export const Stage = z.enum(['creation', 'acceptance', 'annual', 'evaluation'])
export type Stage = z.infer<typeof Stage>

/**
 * The optional dossier.json: what it states overrides what is recognised from the documents. `documents` names files by their place in the
 * dossier or their bare name; a folder of page pictures that it names is one document.
 */
export const Manifest = z.object({
  park: z.string().min(1).optional(),
  region: z.string().min(1).optional(),
  waterScarce: z.boolean().optional(),
  stage: Stage.optional(),
  approvedOn: z.iso.date().optional(),
  submittedOn: z.iso.date().optional(),
  documents: z.record(z.string(), z.object({ role: Role, year: z.number().int().optional() })).optional(),
})
export type Manifest = z.infer<typeof Manifest>
