import { BlockList, isIP } from 'node:net';

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

describe('as Node itself reads addresses', () => {
	const addresses = [
		...['1.2.3.4', '1.2.3', '1.2.3.4.5', '01.2.3.4', '256.1.1.1', '1.2.3.4 ', '0.0.0.0', ''],
		...['::', '::1', '1::', '1::2', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9'],
		...['1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1::2::3', ':::', '1:', ':1', '12345::', 'g::'],
		...['::ffff:1.2.3.4', '::1.2.3.4', '1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:7:1.2.3.4'],
		...['::1.2.3', '1.2.3.4::', '::ffff:1.2.3.256', 'ABCD:ef01::', '1.2.3.4:1'],
	];

	it.each(addresses)('%s', (address) => {
		expect(isAllowedAddress('0.0.0.0/0 ::/0', address)).toBe(isIP(address) !== 0);
	});

	it('every length of a network, of both kinds', () => {
		const near = ['203.0.113.77', '203.0.113.76', '203.0.112.77', '202.0.113.77', '75.0.113.77'];
		const far = ['2001:db8::77', '2001:db8::76', '2001:db8:1::77', '2001:db9::77', 'a001:db8::77'];
		for (const [address, longest, family, others] of [
			['203.0.113.77', 32, 'ipv4', near],
			['2001:db8::77', 128, 'ipv6', far],
		] as const) {
			for (let length = 0; length <= longest; length++) {
				const list = new BlockList();
				list.addSubnet(address, length, family);
				const ours = others.map((one) => isAllowedAddress(`${address}/${length}`, one));
				expect([length, ours]).toEqual([length, others.map((one) => list.check(one, family))]);
			}
		}
	});
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
