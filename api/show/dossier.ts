import { z } from 'zod'
import { Manifest, Role, Stage } from '../../schemas/dossier.ts'
import { ReviewProgress } from '../../workers/queue.ts'
import type { Dossier, Revision, StoredDocument, Upload } from '../../workers/store/entities.ts'
import { Moment, momentOf, momentOrNull } from './common.ts'

export const RevisionStatusShape = z.enum(['draft', 'queued', 'reviewing', 'reviewed', 'failed', 'cancelled'])
const count = z.number().int().nonnegative()

export const DossierShape = z
  .object({
    id: z.string(),
    organisationId: z.string(),
    title: z.string(),
    stage: Stage.nullable(),
    region: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdAt: Moment,
    revisionId: z.string().describe('最新一次提交'),
    revisionNumber: z.number().int(),
    status: RevisionStatusShape,
    errors: count.nullable(),
    warnings: count.nullable(),
    infos: count.nullable(),
    open: count.nullable().describe('最新一次核查中尚未处理的问题数；未核查时为 null'),
    dueOn: z.iso.date().nullable().describe('退回整改的期限；未退回时为 null'),
  })
  .meta({ id: 'Dossier' })
export const showDossier = ({ createdAt, ...dossier }: Dossier): z.infer<typeof DossierShape> => ({
  ...dossier,
  createdAt: momentOf(createdAt),
})

export const RevisionShape = z
  .object({
    id: z.string(),
    dossierId: z.string(),
    number: z.number().int().positive(),
    status: RevisionStatusShape,
    manifest: Manifest.nullable(),
    problem: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdAt: Moment,
    submittedAt: Moment.nullable(),
    finishedAt: Moment.nullable(),
  })
  .meta({ id: 'Revision' })
export const showRevision = ({
  id,
  dossierId,
  number,
  status,
  manifest,
  problem,
  createdBy,
  ...at
}: Revision): z.infer<typeof RevisionShape> => ({
  ...{ id, dossierId, number, status, manifest, problem, createdBy },
  createdAt: momentOf(at.createdAt),
  submittedAt: momentOrNull(at.submittedAt),
  finishedAt: momentOrNull(at.finishedAt),
})

export const DocumentShape = z
  .object({
    id: z.string(),
    revisionId: z.string(),
    position: z.number().int(),
    fileName: z.string(),
    sha256: z.string(),
    size: count,
    status: z.enum(['uploaded', 'reading', 'parsed', 'partial', 'failed']),
    roleOverride: Role.nullable(),
    yearOverride: z.number().int().nullable(),
    role: Role.nullable(),
    year: z.number().int().nullable(),
    pages: count.nullable(),
    ocrPages: count.nullable(),
    problem: z.string().nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'Document' })
export const showDocument = (document: StoredDocument): z.infer<typeof DocumentShape> => {
  const { dossierId: _dossier, organisationId: _organisation, mediaType: _type, createdAt, ...shown } = document
  return { ...shown, createdAt: momentOf(createdAt) }
}

export const UploadShape = z
  .object({
    id: z.string(),
    fileName: z.string(),
    size: count,
    sha256: z.string().nullable(),
    received: count.describe('已收到的字节数，从这里继续'),
    createdAt: Moment,
  })
  .meta({ id: 'Upload' })
export const showUpload = ({ id, fileName, size, sha256, received, createdAt }: Upload): z.infer<typeof UploadShape> => ({
  ...{ id, fileName, size, sha256, received },
  createdAt: momentOf(createdAt),
})

export const ProgressShape = ReviewProgress.extend({ revision: z.string() }).meta({ id: 'Progress' })
