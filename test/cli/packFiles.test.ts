import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

import { packFiles } from '../../cli/packFiles';

it('makes an archive that holds the files as they were given', async () => {
	const files = [
		{ name: 'manifest.json', content: { name: 'Café & co, € 1' } },
		{
			name: 'workflows/one/workflow.json',
			content: { nodes: Array.from({ length: 900 }, String) },
		},
	];
	const read: typeof files = [];
	const archive = extract();
	Readable.from(await packFiles(files))
		.pipe(createGunzip())
		.pipe(archive);
	for await (const entry of archive) {
		read.push({ name: entry.header.name, content: JSON.parse(await text(entry)) as never });
	}
	expect(read).toEqual(files);
});
