/** The engine of the tests tidies up in Jest's `afterAll`; without Jest, at the end of the program. */
Object.assign(globalThis, { afterAll: (tidy: () => void) => process.on('exit', tidy) });

export {};
