import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { quietS3Client, type S3Setting } from '../env';
import { AppError } from '../errors';
import { checkKey } from './key';
import type { SignedAddress, Storage } from './port';

/** Below, one request; above, parts of this size, each tried again by itself. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;
/** A service that is gone, or goes silent in the middle: what waits for it fails and is tried again. */
const CONNECT_MS = 5_000;
const SILENT_MS = 30_000;
/** For so long a bucket that was there is taken to be there. */
const BUCKET_MS = 10_000;

/** The SDK takes 20 MB and a while to load: only where there is an S3 storage, at its first use. */
async function sdk() {
  quietS3Client();
  return await import('@aws-sdk/client-s3');
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

/** The object was there already (RFC 9110 § 13.1.1 `If-None-Match: *`), or is being written now. */
function isThereAlready(error: unknown): boolean {
  const status = statusOf(error);
  return status === 412 || status === 409;
}

/** A key that is refused (401, 403) or a bucket that is not there is a storage that is out, too. */
const REFUSED = new Set([401, 403, 404]);

function asUnavailable(error: unknown): unknown {
  const status = statusOf(error);
  const answered = status !== undefined && status < 500 && !REFUSED.has(status);
  return answered ? error : new AppError('unavailable', { params: { what: 'storage' } }, error);
}

async function client(setting: S3Setting, endpoint: string | undefined): Promise<S3Client> {
  const { S3Client: Client } = await sdk();
  return new Client({
    region: setting.region,
    forcePathStyle: setting.forcePathStyle,
    ...(endpoint ? { endpoint } : {}),
    maxAttempts: 4,
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
  });
}

/** A bucket of any S3 service; keys, read `AWS_ACCESS_KEY_ID` and its secret, as the SDK finds them. */
export function s3Storage(setting: S3Setting): Storage {
  const { bucket: Bucket, prefix: home } = setting;
  const place = (key: string) => home + checkKey(key);
  let inside: Promise<S3Client> | undefined;
  let outside: Promise<S3Client> | undefined;
  const s3 = () => (inside ??= client(setting, setting.endpoint));

  let bucketSeen = 0;
  /** Of a missing bucket every object is *not found*: it must not look like a storage that is whole. */
  async function needBucket(): Promise<void> {
    if (performance.now() - bucketSeen < BUCKET_MS && bucketSeen > 0) return;
    const { ListObjectsV2Command } = await sdk();
    try {
      // What the collector may do anyway; a key for one prefix need not be allowed to ask for the bucket.
      await (await s3()).send(new ListObjectsV2Command({ Bucket, Prefix: home, MaxKeys: 1 }));
    } catch (error) {
      throw asUnavailable(error);
    }
    bucketSeen = performance.now();
  }

  async function head(key: string): ReturnType<Storage['head']> {
    const Key = place(key);
    const { HeadObjectCommand } = await sdk();
    try {
      const found = await (await s3()).send(new HeadObjectCommand({ Bucket, Key }));
      return { size: found.ContentLength ?? 0, modified: found.LastModified ?? new Date(0) };
    } catch (error) {
      if (statusOf(error) !== 404) throw asUnavailable(error);
      await needBucket();
      return undefined;
    }
  }

  async function put(key: string, body: Uint8Array, mediaType: string): Promise<void> {
    const Key = place(key);
    const { PutObjectCommand } = await sdk();
    try {
      await (
        await s3()
      ).send(
        new PutObjectCommand({
          Bucket,
          Key,
          Body: body,
          ContentType: mediaType,
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      if (!isThereAlready(error)) throw asUnavailable(error);
    }
  }

  /** In parts; what broke off leaves no parts behind, as far as the service still answers. */
  async function putInParts(key: string, localPath: string, mediaType: string): Promise<void> {
    if (await head(key)) return;
    const Key = place(key);
    const { Upload } = await import('@aws-sdk/lib-storage');
    const upload = new Upload({
      client: await s3(),
      params: {
        Bucket,
        Key,
        Body: createReadStream(localPath),
        ContentType: mediaType,
      },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
      leavePartsOnError: false,
    });
    await upload.done().catch((error: unknown) => {
      throw asUnavailable(error);
    });
  }

  async function open(key: string, range?: { start: number; end: number }): Promise<Readable> {
    const Key = place(key);
    const { GetObjectCommand } = await sdk();
    try {
      const { Body } = await (
        await s3()
      ).send(
        new GetObjectCommand({
          Bucket,
          Key,
          ...(range ? { Range: `bytes=${String(range.start)}-${String(range.end)}` } : {}),
        }),
      );
      return Body as Readable;
    } catch (error) {
      if (statusOf(error) !== 404) throw asUnavailable(error);
      await needBucket();
      throw new AppError('not_found', {}, error);
    }
  }

  return {
    kind: 's3',
    head,
    open,
    async putFile(key, localPath, mediaType) {
      const { size } = await stat(localPath);
      // A whole buffer can be sent again when the connection breaks; a stream cannot.
      if (size <= PART_BYTES) await put(key, await readFile(localPath), mediaType);
      else await putInParts(key, localPath, mediaType);
      await rm(localPath, { force: true });
    },
    async putBytes(key, bytes, mediaType) {
      await put(key, bytes, mediaType);
    },
    async readBytes(key) {
      const chunks: Buffer[] = [];
      for await (const chunk of await open(key)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    async localCopy(key) {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'kho-object-'));
      const file = path.join(folder, path.basename(key));
      const release = () => rm(folder, { recursive: true, force: true });
      try {
        await pipeline(await open(key), createWriteStream(file));
      } catch (error) {
        await release();
        throw error;
      }
      return { path: file, release };
    },
    async delete(key) {
      const Key = place(key);
      const { DeleteObjectCommand } = await sdk();
      try {
        await (await s3()).send(new DeleteObjectCommand({ Bucket, Key }));
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    async *list(prefix) {
      const { paginateListObjectsV2 } = await sdk();
      const pages = paginateListObjectsV2(
        { client: await s3() },
        { Bucket, Prefix: home + prefix },
      );
      try {
        for await (const { Contents = [] } of pages) {
          for (const { Key, Size = 0, LastModified } of Contents) {
            if (Key)
              yield {
                key: Key.slice(home.length),
                size: Size,
                modified: LastModified ?? new Date(0),
              };
          }
        }
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    async abandonUploads(before) {
      const { ListMultipartUploadsCommand, AbortMultipartUploadCommand } = await sdk();
      let count = 0;
      const { Uploads = [] } = await (
        await s3()
      ).send(new ListMultipartUploadsCommand({ Bucket, Prefix: home }));
      for (const { Key, UploadId, Initiated } of Uploads) {
        if (!Initiated || Initiated >= before) continue;
        await (await s3()).send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
        count += 1;
      }
      return count;
    },
    ...(setting.publicEndpoint
      ? {
          async signedAddress(key: string, { mediaType, disposition, seconds }: SignedAddress) {
            const Key = place(key);
            const { GetObjectCommand } = await sdk();
            const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
            outside ??= client(setting, setting.publicEndpoint);
            return await getSignedUrl(
              await outside,
              new GetObjectCommand({
                Bucket,
                Key,
                ResponseContentType: mediaType,
                ResponseContentDisposition: disposition,
                ResponseCacheControl: 'no-store',
              }),
              { expiresIn: seconds },
            );
          },
        }
      : {}),
  };
}
