import { readFileSync } from 'node:fs';
import path from 'node:path';

import { orderFileFields } from '../../bookkeeping/orderFile/columns';

test('docs/order-files.md names every field that a column can hold, and no other', () => {
	const page = readFileSync(path.join(__dirname, '../../docs/order-files.md'), 'utf8');
	const [, list = ''] = /^The fields: (.*)$/m.exec(page) ?? [];
	const named = [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name);
	expect(named.sort()).toEqual([...orderFileFields].sort());
});
