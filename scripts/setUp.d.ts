export const ROOT: string;
export const SOURCES: readonly string[];
export function setUp(options?: { build?: boolean }): Promise<void>;
