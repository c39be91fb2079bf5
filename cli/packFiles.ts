import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

import type { PackedFile } from './packageClient';

/** Files as one gzipped tar archive. */
export async function packFiles(files: PackedFile[]): Promise<Buffer> {
	const archive = pack();
	for (const { name, content } of files) archive.entry({ name }, JSON.stringify(content));
	archive.finalize();
	return await buffer(archive.pipe(createGzip()));
}
