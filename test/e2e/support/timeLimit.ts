// jest ignores `testTimeout` inside a project; a first start of n8n can take minutes.
jest.setTimeout(20 * 60_000);
