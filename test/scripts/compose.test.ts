import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import { ROOT } from '../../scripts/setUp.js';

interface Service {
	image: string;
	command?: string;
	environment?: Record<string, string>;
	entrypoint?: string[];
	volumes?: string[];
	ports?: string[];
	depends_on?: Record<string, { condition: string }>;
	healthcheck?: { test: string[] };
	restart?: string;
}

const text = readFileSync(path.join(ROOT, 'deploy', 'compose.yaml'), 'utf8');
const { services, volumes } = parse(text, { merge: true }) as {
	services: Record<string, Service>;
	volumes: Record<string, null>;
};
const { name, version } = JSON.parse(
	readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
) as Record<string, string>;
const { dependencies } = JSON.parse(
	readFileSync(path.join(ROOT, 'scripts', 'n8n-runtime', 'package.json'), 'utf8'),
) as { dependencies: Record<string, string> };
const n8nServices = ['n8n', 'worker-1', 'worker-2'];

it('holds one main process, two workers, Redis and PostgreSQL, each with a version and a health check', () => {
	expect(Object.keys(services).sort()).toEqual(
		[...n8nServices, 'package', 'postgres', 'redis'].sort(),
	);
	for (const [service, { image, healthcheck, restart }] of Object.entries(services)) {
		expect([service, image]).toEqual([service, expect.stringMatching(/:\d+\.\d+(\.\d+)?(-\w+)?$/)]);
		if (service === 'package') continue;
		expect([service, healthcheck?.test[0], restart]).toEqual([service, 'CMD', 'unless-stopped']);
	}
	for (const worker of ['worker-1', 'worker-2']) {
		expect(services[worker]!.command).toMatch(/^worker /);
	}
});

it('runs the n8n and the package that are tested here', () => {
	for (const service of [...n8nServices, 'package']) {
		expect(services[service]!.image).toBe(`docker.n8n.io/n8nio/n8n:${dependencies.n8n}`);
	}
	expect(services.package!.environment!.PACKAGE).toBe(`\${PACKAGE:-${name}@${version}}`);
	const shared = 'n8n:/home/node/.n8n';
	for (const service of [...n8nServices, 'package']) {
		expect(services[service]!.volumes).toContain(shared);
	}
	expect(services.package!.entrypoint!.join(' ')).toMatch(
		/\.n8n\/nodes\s[^]*npm install .*"\$\$PACKAGE"/,
	);
});

it('gives main and workers the same environment, without a secret of its own', () => {
	for (const worker of ['worker-1', 'worker-2']) {
		expect(services[worker]!.environment).toEqual(services.n8n!.environment);
	}
	const secrets = Object.values(services)
		.flatMap(({ environment = {} }) => Object.entries(environment))
		.filter(([key]) => /PASSWORD|KEY/.test(key));
	expect(secrets.length).toBeGreaterThan(2);
	for (const [, value] of secrets) expect(value).toMatch(/^\$\{[A-Z0-9_]+:\?.+\}$/);
	expect(services.n8n!.environment).toMatchObject({
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: 'redis',
		DB_POSTGRESDB_HOST: 'postgres',
	});
	// Nothing but the editor, and that on this machine only.
	const open = Object.values(services).flatMap(({ ports = [] }) => ports);
	expect(open).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
});

it('waits for what there is, and keeps data in volumes that there are', () => {
	for (const { depends_on: waits = {}, volumes: mounted = [] } of Object.values(services)) {
		for (const [other, { condition }] of Object.entries(waits)) {
			const isHealthy = services[other]?.healthcheck !== undefined;
			expect([other, condition]).toEqual([
				other,
				isHealthy ? 'service_healthy' : 'service_completed_successfully',
			]);
		}
		for (const mount of mounted.filter((one) => !one.startsWith('.'))) {
			expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
		}
	}
	expect(services.postgres!.volumes).toHaveLength(1);
	expect(services.redis!.volumes).toHaveLength(1);
});
