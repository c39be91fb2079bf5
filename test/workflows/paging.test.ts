import { templates } from './templates';

interface Paged {
	options?: { pagination?: { pagination?: { nextURL?: string } } };
}

const addresses = templates.flatMap(({ name, nodes }) =>
	nodes.flatMap((node) => {
		const address = (node.parameters as Paged).options?.pagination?.pagination?.nextURL;
		return address ? [[`${name}: ${node.name}`, address] as const] : [];
	}),
);

it('finds the lists of all four payment providers', () => {
	expect(addresses.length).toBeGreaterThanOrEqual(9);
});

// With several expressions n8n leaves `$response` empty and asks for a page that is not there.
it.each(addresses)('the next page of %s is one expression', (_, address) => {
	expect(address.startsWith('={{ ') && address.endsWith(' }}')).toBe(true);
	expect(address.slice(4, -3)).not.toMatch(/\{\{|\}\}/);
});
