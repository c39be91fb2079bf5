/**
 * Makes the pictures of the documentation again, from a real n8n beside the stand-ins:
 * `npm run docs:pictures`, or with words of a name for some only: `npm run docs:pictures -- refund`.
 * Needs a current dist/ (`npm run build`).
 */
import { startSandbox } from '../../sandbox/index';
import { prepareStage } from '../../scripts/demoStage';
import { startN8nWithNodes } from '../support/n8nServer';
import { pictureCanvases } from './canvases';

async function main(): Promise<void> {
	const words = process.argv.slice(2).map((word) => word.toLowerCase());
	const wanted = (name: string): boolean =>
		words.length === 0 || words.some((word) => name.toLowerCase().includes(word));
	const sandbox = await startSandbox();
	const server = await startN8nWithNodes();
	try {
		const stage = await prepareStage(sandbox, server, (line) => console.log(line));
		await pictureCanvases(stage, wanted);
	} finally {
		await server.stop();
		await sandbox.stop();
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
