import { RequestError } from '../client/http.ts'
import { t } from './index.ts'

/** What went wrong, in one sentence that says what to do. */
export function errorText(error: unknown): string {
  if (!(error instanceof RequestError)) return t('common.fault')
  if (error.code === 'offline') return t('common.offline')
  return error.message === '' ? t('common.fault') : error.message
}
