export const ROOT: string;
export function setUp(options?: { build?: boolean }): Promise<void>;
