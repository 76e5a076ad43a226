import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import type { S3Config } from '../../config.ts'
import { StoreError } from '../store-error.ts'
import type { Backend } from './backend.ts'
import { blobMissing } from './blob-faults.ts'

const isAbsent = (error: unknown) => {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404
}

const unreachable = (bucket: string, cause: unknown) =>
  new StoreError('store.unavailable', `对象存储（存储桶 ${bucket}）不可用：${cause instanceof Error ? cause.message : String(cause)}`, {
    cause,
  })

/** Bytes in a bucket of any S3-compatible store, as PREFIXab/abcd…. The library loads when this is called. */
export async function s3Backend(config: S3Config): Promise<Backend & { close(): void }> {
  const s3 = await import('@aws-sdk/client-s3')
  const client: S3Client = new s3.S3Client({
    region: config.region,
    forcePathStyle: config.forcePathStyle,
    ...(config.endpoint === null ? {} : { endpoint: config.endpoint }),
    ...(config.credentials === null ? {} : { credentials: config.credentials }),
    maxAttempts: 5,
    // Checksums beyond the signature are asked of stores that many S3-compatible ones are not; the sum is checked on read anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (sha256: string) => ({ Bucket: config.bucket, Key: `${config.prefix}${sha256.slice(0, 2)}/${sha256}` })
  const asking = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw isAbsent(error) ? error : unreachable(config.bucket, error)
    }
  }
  return {
    async keep(file, sha256, size) {
      await asking(client.send(new s3.PutObjectCommand({ ...at(sha256), Body: createReadStream(file), ContentLength: size })))
      await rm(file, { force: true })
    },
    has: (sha256) =>
      asking(client.send(new s3.HeadObjectCommand(at(sha256)))).then(
        () => true,
        (error: unknown) => {
          if (isAbsent(error)) return false
          throw error
        },
      ),
    async open(sha256) {
      const { Body } = await asking(client.send(new s3.GetObjectCommand(at(sha256)))).catch((error: unknown) => {
        throw isAbsent(error) ? blobMissing(sha256, error) : error
      })
      if (!(Body instanceof Readable)) throw blobMissing(sha256)
      return Body
    },
    localPath: () => null,
    async delete(sha256) {
      await asking(client.send(new s3.DeleteObjectCommand(at(sha256))))
    },
    async ping() {
      await client.send(new s3.HeadBucketCommand({ Bucket: config.bucket })).catch((error: unknown) => {
        throw unreachable(config.bucket, error)
      })
    },
    close: () => client.destroy(),
  }
}
