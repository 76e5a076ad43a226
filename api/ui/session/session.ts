import { computed, shallowRef } from 'vue'
import { get, request, setMark } from '../client/http.ts'
import type { Me, Permission } from '../client/types.ts'

const signedIn = shallowRef<Me | null>(null)

/** Who is signed in; null for nobody. */
export const me = computed(() => signedIn.value)
export const can = (permission: Permission): boolean => signedIn.value?.permissions.includes(permission) ?? false
/** A park sees its own dossiers, without the reviewers' keys. */
export const isPark = computed(() => signedIn.value?.organisation.kind === 'park')

function keep(answer: Me | null): void {
  signedIn.value = answer
  setMark(answer?.csrfToken ?? null)
}

/** Asks once who is signed in. */
export async function loadSession(): Promise<void> {
  keep(await get<Me>('/session').catch(() => null))
}

export async function signIn(login: string, password: string): Promise<void> {
  keep(await request<Me>('POST', '/session', { body: { login, password } }))
}

export async function changePassword(current: string, password: string): Promise<void> {
  keep(await request<Me>('POST', '/session/password', { body: { current, password } }))
}

export async function signOut(): Promise<void> {
  await request('DELETE', '/session').catch(() => undefined)
  keep(null)
}

export const forget = (): void => keep(null)
