import type { InjectOptions } from 'fastify'
import { makeDraft } from './make-dossier.ts'
import { type FormFile, makeMultipart } from './make-multipart.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import type { Service } from './make-service.ts'

/** A park's submitter with a new, empty dossier, and the requests that tests of uploads make. */
export async function makeSubmitter({ app, store }: Pick<Service, 'app' | 'store'>) {
  const places = await makeOrganisations(store)
  const user = await makeUser(store, places.park.id, 'submitter')
  const credentials = await signIn(store, user)
  const send = (options: InjectOptions & { headers?: Credentials }) =>
    app.inject({ ...options, headers: { ...options.headers, ...credentials } })
  const newDossier = async () => {
    const made = await makeDraft(store, places.park.id)
    await store.documents.remove(made.document.id)
    return made.dossier
  }
  const dossier = await newDossier()
  const url = `/api/dossiers/${dossier.id}/documents`
  const upload = (files: readonly FormFile[], headers: Credentials = {}, to = url) => {
    const form = makeMultipart(files)
    return send({ method: 'POST', url: to, payload: form.payload, headers: { ...form.headers, ...headers } })
  }
  /** One file: the answer's status, and what became of the file. */
  const uploadOne = async (name: string, bytes: string | Uint8Array = '%PDF-1.7 正文') => {
    const response = await upload([{ name, bytes }])
    return { status: response.statusCode, ...response.json().results?.[0], problem: response.json().code }
  }
  const names = async () => (await store.documents.list(dossier.revisionId)).map(({ fileName }) => fileName)
  return { places, user, credentials, dossier, newDossier, url, send, upload, uploadOne, names }
}
export type Submitter = Awaited<ReturnType<typeof makeSubmitter>>
