import { request } from '../client/http.ts'
import type { Dossier, Organisation } from '../client/types.ts'

/** The form as it is filled in; '' stands for what is left to be recognised from the documents. */
export type NewDossier = {
  title: string
  parkId: string
  parkName: string
  provinceId: string
  provinceName: string
  stage: string
  approvedOn: string
  waterScarce: string
}

const register = (kind: 'province' | 'park', name: string, parentId: string) =>
  request<Organisation>('POST', '/organisations', { body: { kind, name, parentId } })

/** The park's id; a park that is new is registered first, with its province where there is none yet. */
async function parkOf({ parkId, parkName, provinceId, provinceName }: NewDossier, organisations: readonly Organisation[]): Promise<string> {
  if (parkId !== '') return parkId
  const office = organisations.find(({ kind }) => kind === 'office')
  const known = organisations.find(({ id, kind, name }) => kind === 'province' && (id === provinceId || name === provinceName))
  const province = known ?? (await register('province', provinceName, office?.id ?? ''))
  return (await register('park', parkName, province.id)).id
}

/** Creates the dossier and gives its id. */
export async function createDossier(form: NewDossier, organisations: readonly Organisation[]): Promise<string> {
  const organisationId = await parkOf(form, organisations)
  const manifest = {
    ...(form.stage === '' ? {} : { stage: form.stage }),
    ...(form.approvedOn === '' ? {} : { approvedOn: form.approvedOn }),
    ...(form.waterScarce === '' ? {} : { waterScarce: form.waterScarce === 'yes' }),
  }
  const { dossier } = await request<{ dossier: Dossier }>('POST', '/dossiers', {
    body: { title: form.title, organisationId, manifest: Object.keys(manifest).length === 0 ? null : manifest },
  })
  return dossier.id
}
