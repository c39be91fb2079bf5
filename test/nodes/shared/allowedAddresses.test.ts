import type { IWebhookFunctions } from 'n8n-workflow';

import {
	checkAllowedAddresses,
	isAllowedAddress,
	refuseAddress,
} from '../../../nodes/shared/allowedAddresses';

it.each([
	['', '198.51.100.1', true],
	[' , ', '198.51.100.1', true],
	['203.0.113.7', '203.0.113.7', true],
	['203.0.113.7', '203.0.113.8', false],
	['203.0.113.0/25, 198.51.100.1', '203.0.113.127', true],
	['203.0.113.0/25, 198.51.100.1', '203.0.113.128', false],
	['203.0.113.0/25;198.51.100.1', '198.51.100.1', true],
	// How Node names a caller over IPv4 on a socket that listens to both.
	['203.0.113.0/24', '::ffff:203.0.113.9', true],
	['203.0.113.0/24', '::ffff:203.0.114.9', false],
	['2001:db8::/32', '2001:db8:1::5', true],
	['2001:db8::/32', '2001:db9::5', false],
	['2001:db8::1', '2001:DB8:0:0:0:0:0:1', true],
	['0.0.0.0/0', '198.51.100.1', true],
	['0.0.0.0/0', '2001:db8::1', false],
	['203.0.113.7', undefined, false],
	['203.0.113.7', 'unknown', false],
	// What cannot be read lets nobody in.
	['office', '203.0.113.7', false],
	['203.0.113.0/33', '203.0.113.7', false],
	['203.0.113.0/', '203.0.113.7', false],
])('W070: "%s" lets %s in: %s', (text, address, isIn) => {
	expect(isAllowedAddress(text, address)).toBe(isIn);
});

const node = { name: 'Trigger' };

it.each(['office', '203.0.113.0/33', '2001:db8::/129', '203.0.113.7/1/2', '203.0.113'])(
	'says that %s is not an address before anything is switched on',
	(entry) => {
		const check = () =>
			checkAllowedAddresses.call({ getNode: () => node } as never, `203.0.113.7, ${entry}`);
		expect(check).toThrow(`'${entry}'`);
		expect(check).toThrow(
			expect.objectContaining({ context: { code: 'INPUT_ADDRESSES', facts: { entry } } }),
		);
	},
);

function call(allowedAddresses: string, ip: string) {
	const said: string[] = [];
	const answer: Array<string | number> = [];
	const response = {
		status: (status: number) => (answer.push(status), response),
		setHeader: () => response,
		end: (text: string) => answer.push(text),
	};
	const context = {
		getNode: () => node,
		getNodeParameter: () => allowedAddresses,
		// A header is no proof: only the address that n8n vouches for counts.
		getRequestObject: () => ({ ip, ips: ['203.0.113.7'] }),
		getResponseObject: () => response,
		logger: { warn: (line: string) => said.push(line) },
	};
	const result = refuseAddress.call(context as unknown as IWebhookFunctions);
	return { said, answer, result };
}

it('answers another address with 403 and one line in the log', () => {
	expect(call('203.0.113.7', '198.51.100.1')).toEqual({
		said: ['Trigger: refused a call from 198.51.100.1, which is not among the allowed addresses'],
		answer: [403, 'This address may not call.'],
		result: { noWebhookResponse: true },
	});
	expect(call('203.0.113.7', '203.0.113.7')).toEqual({ said: [], answer: [], result: undefined });
});
