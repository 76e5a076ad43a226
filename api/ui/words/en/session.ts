import type { Words } from '../shape.ts'
import type { session as zh } from '../zh/session.ts'

export const session: Words<typeof zh> = {
  title: 'Sign in',
  lead: 'Pre-review of eco-industrial park dossiers',
  login: 'Account',
  password: 'Password',
  signIn: 'Sign in',
  sso: 'Single sign-on',
  firstTime: 'At the first start the administrator’s account and one-time password are shown where the service was started.',
  change: 'Change password',
  mustChange: 'This is a one-time password. Choose one that only you know, then go on.',
  current: 'Current password',
  next: 'New password',
  again: 'New password again',
  rule: 'At least 12 characters, without the account’s name.',
  differ: 'The two differ. Please type them again.',
  changed: 'The password was changed',
}
