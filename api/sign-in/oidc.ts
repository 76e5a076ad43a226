import * as client from 'openid-client'
import { z } from 'zod'
import type { OidcConfig } from '../../workers/config.ts'
import { Problem } from '../problem.ts'

export const callbackPath = '/api/session/oidc/callback'

/** What must be remembered, in a cookie, between leaving for the identity provider and coming back. */
export const OidcTrip = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() })
export type OidcTrip = z.infer<typeof OidcTrip>

/** Who came back: the subject is stable, the name may be shown. */
export type OidcIdentity = {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  readonly userName: string | null
}
export type Oidc = {
  readonly leave: (to: string) => Promise<{ url: string; trip: OidcTrip }>
  readonly comeBack: (query: string, trip: OidcTrip) => Promise<OidcIdentity>
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/**
 * Single sign-on by the authorization code flow with PKCE, state and nonce. The provider is asked for its addresses at the first
 * sign-in, and again after a failure, so that the system starts while the provider is away. An issuer on http is for tests only.
 */
export function createOidc({ issuer, clientId, clientSecret }: OidcConfig, publicUrl: string): Oidc {
  const redirect = `${publicUrl}${callbackPath}`
  let asked: Promise<client.Configuration> | undefined
  const execute = issuer.startsWith('http://') ? [client.allowInsecureRequests] : []
  const configuration = () => {
    asked ??= client
      .discovery(new URL(issuer), clientId, clientSecret ?? undefined, clientSecret === null ? client.None() : undefined, {
        execute,
        timeout: 10,
      })
      .catch((error: unknown) => {
        asked = undefined
        throw error
      })
    return asked
  }
  const refuse = (error: unknown): never => {
    throw new Problem('oidc.refused', undefined, {
      extra: {},
      headers: { 'x-oidc-fault': error instanceof Error ? error.name : 'unknown' },
    })
  }

  return {
    leave: async (to) => {
      const trip = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), to }
      const url = client.buildAuthorizationUrl(await configuration().catch(refuse), {
        redirect_uri: redirect,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(trip.verifier),
        code_challenge_method: 'S256',
        state: trip.state,
        nonce: trip.nonce,
      })
      return { url: url.href, trip }
    },
    comeBack: async (query, { state, nonce, verifier }) => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const tokens = await client.authorizationCodeGrant(await configuration(), new URL(`${redirect}${query}`), checks).catch(refuse)
      const claims = tokens.claims()
      if (claims === undefined) return refuse(undefined)
      return { issuer: claims.iss, subject: claims.sub, name: textOf(claims['name']), userName: textOf(claims['preferred_username']) }
    },
  }
}
