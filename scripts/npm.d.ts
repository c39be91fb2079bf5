import type { ChildProcess } from 'node:child_process';

export interface NpmOptions {
	cwd: string;
	node?: string;
	environment?: Record<string, string>;
	show?: boolean;
	onStart?: (npm: ChildProcess) => void;
}

export function findNpmCli(environment?: NodeJS.ProcessEnv): string;
export function npmEnvironment(environment?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
export function runNpm(args: string[], options: NpmOptions): Promise<string>;
