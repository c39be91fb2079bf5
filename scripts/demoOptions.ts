import { parseArgs } from 'node:util';

export interface DemoOptions {
	/** End after the run instead of staying up. */
	once: boolean;
	/** File for the summary of this run and of a second one right after it. */
	json?: string;
	/** Port of n8n. */
	port: number;
	/** First of eight ports for the stand-ins; left out: free ports. */
	sandboxPort?: number;
}

export const USAGE =
	'npm start -- [--once [--json FILE]] [--port N8N_PORT] [--sandbox-port FIRST_OF_EIGHT_PORTS]';

function readPort(text: string, option: string, highest = 65535): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= highest) return port;
	throw new Error(`${option} takes a port number from 1 to ${highest} and not "${text}".`);
}

/** @throws Error with one sentence for an option that is unknown or wrong */
export function readDemoOptions(args: string[]): DemoOptions {
	const { values } = (() => {
		try {
			return parseArgs({
				args,
				options: {
					once: { type: 'boolean', default: false },
					json: { type: 'string' },
					port: { type: 'string', default: '5678' },
					'sandbox-port': { type: 'string' },
				},
			});
		} catch (error) {
			throw new Error(`${(error as Error).message}\nUse: ${USAGE}`);
		}
	})();
	if (values.json !== undefined && !values.once) {
		throw new Error(`--json goes together with --once.\nUse: ${USAGE}`);
	}
	const sandboxPort = values['sandbox-port'];
	return {
		once: values.once,
		json: values.json,
		port: readPort(values.port, '--port'),
		...(sandboxPort !== undefined && {
			sandboxPort: readPort(sandboxPort, '--sandbox-port', 65528),
		}),
	};
}
