import type { Sha256 } from '../entities.ts'
import { StoreError } from '../store-error.ts'

const short = (sha256: Sha256) => sha256.slice(0, 12)

export const blobMissing = (sha256: Sha256, cause?: unknown) =>
  new StoreError('store.blob-missing', `存储中找不到文件内容（${short(sha256)}…）；请重新上传该文件，或恢复备份。`, { cause })

export const blobDamaged = (sha256: Sha256) =>
  new StoreError('store.blob-damaged', `存储中的文件内容已损坏（${short(sha256)}…），与上传时不一致；请重新上传该文件，或恢复备份。`)

/** A full disk told in words; any other error as it is. */
export function tellDiskFull(error: unknown): unknown {
  const { code } = error as { code?: unknown }
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new StoreError('store.disk-full', '服务器的存储空间已满，文件没有保存；请联系管理员清理后重试。', { cause: error })
    : error
}
