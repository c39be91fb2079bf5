/**
 * Must be imported before anything of n8n-core: it reads these once, and would otherwise keep its
 * settings and a key in the home folder of whoever runs the tests.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'webshop-snelstart-engine-'));

process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = randomBytes(24).toString('hex');
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';
process.env.N8N_LOG_LEVEL = 'silent';

// Jest's workers do not pass `exit` on to what runs inside them.
afterAll(() => rmSync(folder, { recursive: true, force: true }));
