export const SOURCES: readonly string[];
export function sourcesFingerprint(): string;
