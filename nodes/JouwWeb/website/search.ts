import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connectionInEditor } from '../connection';
import { pathTo, readList } from '../transport';

/** The websites of the credential, for the dropdown. */
export async function searchWebsites(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const connection = await connectionInEditor.call(this);
	const results: Array<{ name: string; value: string }> = [];
	const path = pathTo(connection.layout.websitesPath, {});
	await readList.call(this, connection, { path, repeatIsEnd: true }, (websites) => {
		for (const { id, name, title, url, domain } of websites) {
			const label = [name, title, url, domain, id].find(
				(text) => text !== undefined && text !== '',
			);
			results.push({ name: String(label), value: String(id) });
		}
		return false;
	});
	const wanted = (filter ?? '').toLowerCase();
	return {
		results: results
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name)),
	};
}
