import type { InjectOptions } from 'fastify'
import { type Owner, owners, type Right } from './actors.ts'
import type { Objects } from './objects.ts'

type Request = Pick<InjectOptions, 'url' | 'payload' | 'headers'>
export type Row = {
  /** everyone · anyone signed in, by whatever means · who has this right */
  readonly to: 'everyone' | 'signed-in' | Right
  readonly sessionOnly?: true
  /** Open to who must still change the password. */
  readonly early?: true
  /** Whom the object in the address may belong to: each is tried. None: the route names no object, or the actor's own. */
  readonly of?: readonly Owner[]
  readonly request: (objects: Objects) => Request | Promise<Request>
  /** The answer to whoever may. */
  readonly answer: number
}

const boundary = 'matrix'
const pdf = (name: string) =>
  [
    `--${boundary}`,
    `content-disposition: form-data; name="files"; filename="${name}"`,
    'content-type: application/pdf',
    '',
    '%PDF-1.7',
    `--${boundary}--`,
    '',
  ].join('\r\n')
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }
const get = (url: string): Request => ({ url })

const parks = ['park', 'otherPark'] as const
const read = { to: 'dossiers:read', of: parks, answer: 200 } as const
const write = { to: 'dossiers:write', of: parks, answer: 200 } as const
const dispose = { to: 'dispositions:write', of: parks, answer: 200 } as const
const accounts = { to: 'accounts:manage', answer: 200 } as const
const hooks = { to: 'webhooks:manage', answer: 200 } as const
const own = { to: 'signed-in', sessionOnly: true, answer: 200 } as const
const nobodysId = '01890000-0000-7000-8000-000000000000'

/** Every route of the OpenAPI document, with who may ask it. A route that is missing here fails the test. */
export const rows: Readonly<Record<string, Row>> = {
  'GET /health': { to: 'everyone', answer: 200, request: () => get('/health') },
  'GET /ready': { to: 'everyone', answer: 200, request: () => get('/ready') },
  'GET /metrics': { to: 'everyone', answer: 200, request: () => get('/metrics') },
  'GET /api/openapi.json': { to: 'everyone', answer: 200, request: () => get('/api/openapi.json') },

  'POST /api/session': {
    to: 'everyone',
    answer: 401,
    request: () => ({ url: '/api/session', payload: { login: `nobody${Math.random()}`, password: 'x' } }),
  },
  'GET /api/session/oidc': { to: 'everyone', answer: 404, request: () => get('/api/session/oidc') },
  'GET /api/session/oidc/callback': { to: 'everyone', answer: 404, request: () => get('/api/session/oidc/callback') },
  'GET /api/session': { to: 'signed-in', early: true, answer: 200, request: () => get('/api/session') },
  // 401: the session is good, the password that it must know again is not.
  'POST /api/session/password': {
    ...{ ...own, early: true, answer: 401 },
    request: () => ({ url: '/api/session/password', payload: { current: 'wrong', password: 'a new password 1' } }),
  },
  'DELETE /api/session': { ...own, early: true, answer: 204, request: () => get('/api/session') },
  'GET /api/tokens': { ...own, request: () => get('/api/tokens') },
  'POST /api/tokens': {
    ...own,
    answer: 201,
    request: () => ({ url: '/api/tokens', payload: { name: '程序', scopes: ['dossiers:read'] } }),
  },
  // Tokens of others are not found by anyone.
  'DELETE /api/tokens/{token}': { ...own, answer: 404, request: () => get(`/api/tokens/${nobodysId}`) },

  'GET /api/users': { ...accounts, request: () => get('/api/users') },
  'POST /api/users': {
    ...{ ...accounts, of: owners, answer: 201 },
    request: ({ owner }) => ({
      url: '/api/users',
      payload: { organisationId: owner, login: `u${Math.random().toString(36).slice(2)}`, displayName: '新人', role: 'submitter' },
    }),
  },
  'GET /api/users/{user}': { ...accounts, of: owners, request: async ({ user }) => get(`/api/users/${(await user()).id}`) },
  'PATCH /api/users/{user}': {
    ...accounts,
    of: owners,
    request: async ({ user }) => ({ url: `/api/users/${(await user()).id}`, payload: { displayName: '改名' } }),
  },
  'POST /api/users/{user}/one-time-password': {
    ...accounts,
    of: owners,
    request: async ({ user }) => get(`/api/users/${(await user()).id}/one-time-password`),
  },
  'GET /api/organisations': { to: 'signed-in', answer: 200, request: () => get('/api/organisations') },
  'POST /api/organisations': {
    // A park may have nothing under it: whoever sees it and manages accounts is told so.
    ...{ ...accounts, of: parks, answer: 422 },
    request: ({ owner }) => ({ url: '/api/organisations', payload: { kind: 'park', name: '新园区', parentId: owner } }),
  },
  'GET /api/organisations/{organisation}': {
    to: 'signed-in',
    of: owners,
    answer: 200,
    request: ({ owner }) => get(`/api/organisations/${owner}`),
  },
  'PATCH /api/organisations/{organisation}': {
    ...{ ...accounts, of: owners },
    request: ({ owner }) => ({ url: `/api/organisations/${owner}`, payload: { name: `改名${Math.random()}` } }),
  },

  'GET /api/dossiers': { to: 'dossiers:read', answer: 200, request: () => get('/api/dossiers') },
  'POST /api/dossiers': {
    ...write,
    answer: 201,
    request: ({ owner }) => ({ url: '/api/dossiers', payload: { title: '年度报告', organisationId: owner } }),
  },
  'GET /api/dossiers/{dossier}': { ...read, request: async ({ draft }) => get(`/api/dossiers/${(await draft()).dossier.id}`) },
  'PATCH /api/dossiers/{dossier}': {
    ...write,
    request: async ({ draft }) => ({ url: `/api/dossiers/${(await draft()).dossier.id}`, payload: { title: '改名' } }),
  },
  'DELETE /api/dossiers/{dossier}': {
    ...write,
    answer: 204,
    request: async ({ draft }) => get(`/api/dossiers/${(await draft()).dossier.id}`),
  },
  'POST /api/dossiers/{dossier}/documents': {
    ...{ ...write, answer: 201 },
    request: async ({ draft }) => ({
      url: `/api/dossiers/${(await draft()).dossier.id}/documents`,
      headers: multipart,
      payload: pdf('年度报告.pdf'),
    }),
  },
  'GET /api/dossiers/{dossier}/documents': {
    ...read,
    request: async ({ draft }) => get(`/api/dossiers/${(await draft()).dossier.id}/documents`),
  },
  'GET /api/revisions/{revision}/documents': {
    ...read,
    request: async ({ draft }) => get(`/api/revisions/${(await draft()).revision.id}/documents`),
  },
  'GET /api/documents/{document}': { ...read, request: async ({ draft }) => get(`/api/documents/${(await draft()).document.id}`) },
  'PATCH /api/documents/{document}': {
    ...write,
    request: async ({ draft }) => ({ url: `/api/documents/${(await draft()).document.id}`, payload: { role: 'plan' } }),
  },
  'DELETE /api/documents/{document}': {
    ...write,
    answer: 204,
    request: async ({ draft }) => get(`/api/documents/${(await draft()).document.id}`),
  },
  'GET /api/documents/{document}/content': {
    ...read,
    request: async ({ draft }) => get(`/api/documents/${(await draft()).document.id}/content`),
  },
  'POST /api/dossiers/{dossier}/uploads': {
    ...write,
    request: async ({ draft }) => ({
      url: `/api/dossiers/${(await draft()).dossier.id}/uploads`,
      payload: { fileName: '扫描件.pdf', size: 10, sha256: 'a'.repeat(64) },
    }),
  },
  'GET /api/dossiers/{dossier}/uploads': {
    ...write,
    request: async ({ draft }) => get(`/api/dossiers/${(await draft()).dossier.id}/uploads`),
  },
  'GET /api/uploads/{upload}': { ...write, request: async ({ upload }) => get(`/api/uploads/${(await upload()).id}`) },
  'PATCH /api/uploads/{upload}': {
    ...write,
    request: async ({ upload }) => ({
      ...{ url: `/api/uploads/${(await upload()).id}`, payload: Buffer.from('%P') },
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    }),
  },
  'DELETE /api/uploads/{upload}': { ...write, answer: 204, request: async ({ upload }) => get(`/api/uploads/${(await upload()).id}`) },

  'GET /api/dossiers/{dossier}/revisions': {
    ...read,
    request: async ({ draft }) => get(`/api/dossiers/${(await draft()).dossier.id}/revisions`),
  },
  'POST /api/dossiers/{dossier}/revisions': {
    ...{ ...write, answer: 201 },
    request: async ({ reviewed }) => ({ url: `/api/dossiers/${(await reviewed()).dossier.id}/revisions`, payload: {} }),
  },
  'GET /api/revisions/{revision}': { ...read, request: async ({ draft }) => get(`/api/revisions/${(await draft()).revision.id}`) },
  'PUT /api/revisions/{revision}/manifest': {
    ...write,
    request: async ({ draft }) => ({ url: `/api/revisions/${(await draft()).revision.id}/manifest`, payload: { park: '东湖园区' } }),
  },
  'POST /api/revisions/{revision}/review': {
    ...write,
    answer: 202,
    request: async ({ draft }) => get(`/api/revisions/${(await draft()).revision.id}/review`),
  },
  'DELETE /api/revisions/{revision}/review': {
    ...write,
    request: async ({ waiting }) => get(`/api/revisions/${(await waiting()).revision.id}/review`),
  },
  'GET /api/revisions/{revision}/progress': {
    ...read,
    request: async ({ waiting }) => get(`/api/revisions/${(await waiting()).revision.id}/progress`),
  },
  'GET /api/revisions/{revision}/events': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/events`),
  },

  'GET /api/revisions/{revision}/summary': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/summary`),
  },
  'GET /api/revisions/{revision}/facts': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/facts`),
  },
  'GET /api/revisions/{revision}/facts/{fact}': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/facts/f1`),
  },
  'GET /api/revisions/{revision}/facts/{fact}/picture': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/facts/f1/picture`),
  },
  'GET /api/revisions/{revision}/checks': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/checks`),
  },
  'GET /api/revisions/{revision}/assessment': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/assessment`),
  },
  'GET /api/revisions/{revision}/findings': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/findings`),
  },
  'GET /api/findings': { to: 'dossiers:read', answer: 200, request: () => get('/api/findings') },
  'GET /api/findings/{finding}': { ...read, request: async ({ reviewed }) => get(`/api/findings/${(await reviewed()).finding.id}`) },
  'GET /api/findings/{finding}/pictures/{place}': {
    ...read,
    request: async ({ reviewed }) => get(`/api/findings/${(await reviewed()).finding.id}/pictures/1`),
  },
  'GET /api/documents/{document}/pages/{page}/picture': {
    ...read,
    request: async ({ reviewed }) => get(`/api/documents/${(await reviewed()).document.id}/pages/1/picture`),
  },
  'GET /api/documents/{document}/passage': {
    ...read,
    request: async ({ reviewed }) => get(`/api/documents/${(await reviewed()).document.id}/passage?table=1&row=2&column=3`),
  },
  'GET /api/revisions/{revision}/vocabulary': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/vocabulary`),
  },
  'PUT /api/findings/{finding}/disposition': {
    ...dispose,
    request: async ({ reviewed }) => ({
      ...{ url: `/api/findings/${(await reviewed()).finding.id}/disposition`, headers: { 'if-match': '"0"' } },
      payload: { verdict: 'confirmed', comment: '属实' },
    }),
  },
  'DELETE /api/findings/{finding}/disposition': {
    ...dispose,
    request: async ({ reviewed }) => ({
      url: `/api/findings/${(await reviewed()).finding.id}/disposition`,
      headers: { 'if-match': '"0"' },
    }),
  },
  // Names its findings in its body; whose they are is tried in test/api/dispositions.test.ts.
  'POST /api/dispositions': {
    ...{ to: 'dispositions:write', answer: 200 },
    request: () => ({ url: '/api/dispositions', payload: { verdict: 'confirmed', findings: [{ id: nobodysId, version: 0 }] } }),
  },
  'GET /api/revisions/{revision}/corrections': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/corrections`),
  },
  'POST /api/revisions/{revision}/facts/{fact}/correction/preview': {
    ...dispose,
    request: async ({ reviewed }) => ({
      url: `/api/revisions/${(await reviewed()).revision.id}/facts/f1/correction/preview`,
      payload: { raw: '1' },
    }),
  },
  'PUT /api/revisions/{revision}/facts/{fact}/correction': {
    ...dispose,
    request: async ({ reviewed }) => ({
      url: `/api/revisions/${(await reviewed()).revision.id}/facts/f1/correction`,
      payload: { raw: '1', version: 0 },
    }),
  },
  'DELETE /api/revisions/{revision}/facts/{fact}/correction': {
    ...dispose,
    request: async ({ reviewed }) => ({
      url: `/api/revisions/${(await reviewed()).revision.id}/facts/f1/correction`,
      headers: { 'if-match': '"0"' },
    }),
  },
  'POST /api/revisions/{revision}/rectification': {
    // Nothing is confirmed yet, so there is nothing to send back.
    ...{ ...dispose, answer: 409 },
    request: async ({ reviewed }) => ({
      url: `/api/revisions/${(await reviewed()).revision.id}/rectification`,
      payload: { dueOn: '2099-01-01' },
    }),
  },
  'GET /api/revisions/{revision}/rectification': {
    ...read,
    request: async ({ sentBack }) => get(`/api/revisions/${(await sentBack()).revision.id}/rectification`),
  },
  'DELETE /api/revisions/{revision}/rectification': {
    ...{ ...dispose, answer: 204 },
    request: async ({ sentBack }) => get(`/api/revisions/${(await sentBack()).revision.id}/rectification`),
  },
  'PUT /api/revisions/{revision}/rectification/answers/{finding}': {
    ...write,
    request: async ({ sentBack }) => {
      const { revision, finding } = await sentBack()
      return { url: `/api/revisions/${revision.id}/rectification/answers/${finding.id}`, payload: { answer: '已更正', version: 0 } }
    },
  },
  'PUT /api/dossiers/{dossier}/presence': {
    ...{ ...own, of: parks },
    request: async ({ draft }) => ({ url: `/api/dossiers/${(await draft()).dossier.id}/presence`, payload: {} }),
  },
  'DELETE /api/dossiers/{dossier}/presence': {
    ...{ ...own, of: parks, answer: 204 },
    request: async ({ draft }) => get(`/api/dossiers/${(await draft()).dossier.id}/presence`),
  },
  'GET /api/dossiers/{dossier}/comparison': {
    ...read,
    request: async ({ resubmitted }) => get(`/api/dossiers/${(await resubmitted()).dossier.id}/comparison`),
  },
  'GET /api/editions': { to: 'dossiers:read', answer: 200, request: () => get('/api/editions') },
  'GET /api/portfolio': { to: 'dossiers:read', answer: 200, request: () => get('/api/portfolio') },
  'GET /api/revisions/{revision}/reports': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/reports`),
  },
  'GET /api/revisions/{revision}/reports/{format}': {
    ...read,
    request: async ({ reviewed }) => get(`/api/revisions/${(await reviewed()).revision.id}/reports/json`),
  },
  'GET /api/audit': { to: 'audit:read', answer: 200, request: () => get('/api/audit') },

  'GET /api/webhooks': { ...hooks, request: () => get('/api/webhooks') },
  'POST /api/webhooks': { ...hooks, answer: 201, request: () => ({ url: '/api/webhooks', payload: { url: 'https://8.8.8.8/hook' } }) },
  'GET /api/webhooks/{webhook}': { ...hooks, of: owners, request: async ({ webhook }) => get(`/api/webhooks/${(await webhook()).id}`) },
  'PATCH /api/webhooks/{webhook}': {
    ...hooks,
    of: owners,
    request: async ({ webhook }) => ({ url: `/api/webhooks/${(await webhook()).id}`, payload: { active: false } }),
  },
  'DELETE /api/webhooks/{webhook}': {
    ...hooks,
    of: owners,
    answer: 204,
    request: async ({ webhook }) => get(`/api/webhooks/${(await webhook()).id}`),
  },
  'GET /api/webhooks/{webhook}/deliveries': {
    ...hooks,
    of: owners,
    request: async ({ webhook }) => get(`/api/webhooks/${(await webhook()).id}/deliveries`),
  },
}
