import type { DryMongoBinary } from 'mongodb-memory-server-core';
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl';

const probeMs = 1500;

type BinaryOptions = Awaited<ReturnType<typeof DryMongoBinary.generateOptions>>;

/** Asks the download site for the release's headers. Gives what stands in the way, or undefined when nothing does. */
export async function probeDownload(options: BinaryOptions): Promise<string | undefined> {
  try {
    const url = await new MongoBinaryDownloadUrl(options).getDownloadUrl();
    const { ok, status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return ok ? undefined : `its download site answers ${status}`;
  } catch {
    return 'its download site cannot be reached';
  }
}
